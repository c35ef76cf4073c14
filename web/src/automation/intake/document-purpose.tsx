import { NativeSelect } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { DOCUMENT_PURPOSES, type DocumentPurpose as Purpose } from '#domain/automation/intake/intake-document.ts';
import { api, dataOf, type Schemas } from '../../api/client.ts';
import { useT } from '../../i18n/i18n.ts';
import { ProblemNote } from '../../ui/problem-note.tsx';

/** Where papers that are no bills are dealt with. */
const LEADS = {
  'delivery-note': '/goods-receipts/new',
  statement: '/banking/statements',
  orders: '/imports',
} as const satisfies Partial<Record<Purpose, string>>;
const leadOf = (purpose: Purpose | undefined) => (purpose && purpose in LEADS ? (purpose as keyof typeof LEADS) : undefined);

/** What a document is for, which a person may correct; and the way to where that is dealt with. */
export function DocumentPurpose({ document }: { readonly document: Schemas['Document'] }) {
  const t = useT();
  const queries = useQueryClient();
  const { id, purpose, actions } = document;
  const describe = useMutation({
    mutationFn: (next: Purpose) =>
      api
        .POST('/documents/{documentId}/purpose', {
          params: { path: { documentId: id }, header: { 'Idempotency-Key': crypto.randomUUID() } },
          body: { purpose: next },
        })
        .then(dataOf),
    onSuccess: async () => {
      notifications.show({ message: t('documents.purpose.done'), color: 'teal' });
      await queries.invalidateQueries();
    },
  });
  const lead = leadOf(purpose);
  return (
    <>
      <NativeSelect
        label={t('documents.purpose.title')}
        value={purpose ?? ''}
        disabled={actions.describeDocument !== null || describe.isPending}
        data={[
          ...(purpose ? [] : [{ value: '', label: t('documents.purpose.none') }]),
          ...DOCUMENT_PURPOSES.map((value) => ({ value, label: t(`documents.purpose.${value}`) })),
        ]}
        onChange={({ currentTarget }) => describe.mutate(currentTarget.value as Purpose)}
      />
      <ProblemNote error={describe.error} />
      {lead && (
        <p>
          <Link to={LEADS[lead] as never}>{t(`documents.purpose.leads.${lead}`)}</Link>
        </p>
      )}
    </>
  );
}
