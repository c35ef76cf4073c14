import { notifications } from '@mantine/notifications';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, dataOf, type Schemas } from '../../api/client.ts';
import { useT } from '../../i18n/i18n.ts';

/**
 * Saves part of what the company has set, and tells it.
 * @param patchOf what a form's values are to the API.
 * @param saved the form's `resetDirty`: what is read next is shown as the server wrote it.
 * @param refused takes refusals of fields; the others are shown as `fault`.
 */
export function useCompanyPatch<Values>(
  patchOf: (values: Values) => Schemas['PatchCompany'],
  saved: () => void,
  refused: (error: unknown) => boolean = () => false,
) {
  const t = useT();
  const queries = useQueryClient();
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<unknown>();
  const save = (values: Values) => {
    setBusy(true);
    setFault(undefined);
    return api
      .PATCH('/company', { body: patchOf(values) })
      .then(dataOf)
      .then(async () => {
        notifications.show({ message: t('settings.saved'), color: 'teal' });
        saved();
        await queries.invalidateQueries();
      })
      .catch((error: unknown) => refused(error) || setFault(error))
      .finally(() => setBusy(false));
  };
  return { busy, fault, save };
}
