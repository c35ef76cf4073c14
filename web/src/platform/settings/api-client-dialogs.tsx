import { TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { ApiClientInput } from '#domain/platform/members/wire.ts';
import { ActionDialog } from '../../actions/action-dialog.tsx';
import { api, dataOf, type Schemas } from '../../api/client.ts';
import { faultsOf } from '../../form/faults.ts';
import { FormDialog } from '../../form/form-dialog.tsx';
import { useT } from '../../i18n/i18n.ts';

type Issued = Schemas['IssuedApiClient'];
interface Props {
  readonly onClose: () => void;
}
interface IssuingProps extends Props {
  readonly onIssued: (client: Issued) => void;
}
interface ClientProps extends Props {
  readonly client: Schemas['ApiClient'];
}

/** Makes a sign-in for a program. */
export function AddClient({ onClose, onIssued }: IssuingProps) {
  const t = useT();
  const form = useForm({
    initialValues: { name: '' },
    validate: (values) => faultsOf(ApiClientInput, values, () => t('settings.clients.nameFault')),
  });
  return (
    <FormDialog
      title={t('settings.clients.add')}
      form={form}
      confirm={t('settings.clients.add')}
      send={({ name }, key) =>
        api.POST('/api-clients', { params: { header: { 'Idempotency-Key': key } }, body: { name: name.trim() } }).then(dataOf)
      }
      done={({ name }) => t('settings.clients.renewed', { name })}
      onDone={onIssued}
      onClose={onClose}
    >
      <TextInput
        label={t('settings.clients.name')}
        description={t('settings.clients.nameHint')}
        required
        maxLength={80}
        autoComplete="off"
        data-autofocus
        {...form.getInputProps('name')}
      />
    </FormDialog>
  );
}

/** Another secret; the present one stops. */
export function RenewSecret({ client: { id, name }, onClose, onIssued }: ClientProps & IssuingProps) {
  const t = useT();
  return (
    <ActionDialog<Issued>
      title={t('settings.clients.renewOf', { name })}
      confirm={t('settings.clients.renew')}
      tries={false}
      size="md"
      onClose={onClose}
      input={id}
      run={({ key }) =>
        api
          .POST('/api-clients/{apiClientId}/secret', { params: { path: { apiClientId: id }, header: { 'Idempotency-Key': key } } })
          .then(dataOf)
      }
      done={() => t('settings.clients.renewed', { name })}
      onDone={onIssued}
    >
      <p>{t('settings.clients.renewText')}</p>
    </ActionDialog>
  );
}

/** Takes the access away, for good. */
export function RemoveClient({ client: { id, name }, onClose }: ClientProps) {
  const t = useT();
  return (
    <ActionDialog
      title={t('settings.clients.removeOf', { name })}
      confirm={t('settings.clients.remove')}
      danger
      tries={false}
      size="md"
      onClose={onClose}
      input={id}
      run={({ key }) =>
        api
          .POST('/api-clients/{apiClientId}/removal', { params: { path: { apiClientId: id }, header: { 'Idempotency-Key': key } } })
          .then(dataOf)
      }
      done={() => t('settings.clients.removed', { name })}
    >
      <p>{t('settings.clients.removeText')}</p>
    </ActionDialog>
  );
}
