import { TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { ApiClientInput } from '#domain/platform/members/wire.ts';
import { BUNDLES, type Permission } from '#kernel/permission.ts';
import { post, step } from '../../actions/step-dialog.tsx';
import { api, dataOf, type Schemas } from '../../api/client.ts';
import { faultsOf } from '../../form/faults.ts';
import { FormDialog } from '../../form/form-dialog.tsx';
import { useT } from '../../i18n/i18n.ts';
import { useGranted } from '../../session/session.ts';
import { type ChosenGrant, PermissionFields } from '../members/permission-fields.tsx';

type Issued = Schemas['IssuedApiClient'];
interface Props {
  readonly onClose: () => void;
  readonly onIssued: (client: Issued) => void;
}

type Values = { name: string; permissions: ChosenGrant[] };

const bodyOf = ({ name, permissions }: Values) => ({ name: name.trim(), permissions: permissions.map(({ permission }) => permission) });

function useClientForm(name: string, permissions: readonly string[]) {
  const t = useT();
  return useForm<Values>({
    initialValues: { name, permissions: permissions.map((permission) => ({ permission: permission as Permission, scope: 'all' })) },
    validate: (values) =>
      faultsOf(ApiClientInput, bodyOf(values), (field) =>
        t(field === 'permissions' ? 'roles.faults.grants' : 'settings.clients.nameFault'),
      ),
  });
}

/** Makes a sign-in for a program: at first with what a shop needs, as far as the person may give it. */
export function AddClient({ onClose, onIssued }: Props) {
  const t = useT();
  const { permissions } = useGranted();
  const held = permissions.filter(({ scope }) => scope === 'all').map(({ permission }) => permission);
  const form = useClientForm(
    '',
    BUNDLES.integration.filter((permission) => held.includes(permission)),
  );
  return (
    <FormDialog
      title={t('settings.clients.add')}
      form={form}
      confirm={t('settings.clients.add')}
      send={(values, key) =>
        api.POST('/api-clients', { params: { header: { 'Idempotency-Key': key } }, body: bodyOf(values) }).then(dataOf)
      }
      done={({ name }) => t('settings.clients.renewed', { name })}
      onDone={onIssued}
      onClose={onClose}
    >
      <ClientFields form={form} />
    </FormDialog>
  );
}

/** Changes what a program is called and may do. */
export function EditClient({
  client: { id, name, permissions },
  onClose,
}: {
  readonly client: Schemas['ApiClient'];
  readonly onClose: () => void;
}) {
  const t = useT();
  const form = useClientForm(name, permissions);
  return (
    <FormDialog
      title={t('settings.clients.editOf', { name })}
      form={form}
      send={(values) =>
        api.PATCH('/api-clients/{apiClientId}', { params: { path: { apiClientId: id } }, body: bodyOf(values) }).then(dataOf)
      }
      done={({ name: now }) => t('settings.clients.edited', { name: now })}
      onClose={onClose}
    >
      <ClientFields form={form} />
    </FormDialog>
  );
}

function ClientFields({ form }: { readonly form: ReturnType<typeof useClientForm> }) {
  const t = useT();
  return (
    <>
      <TextInput
        label={t('settings.clients.name')}
        description={t('settings.clients.nameHint')}
        required
        maxLength={80}
        autoComplete="off"
        data-autofocus
        {...form.getInputProps('name')}
      />
      <PermissionFields
        program
        label={t('roles.gives')}
        value={form.values.permissions}
        onChange={(chosen) => form.setFieldValue('permissions', chosen)}
        error={form.errors.permissions}
      />
    </>
  );
}

/** Another secret; the present one stops. */
export const renewSecret = ({ id, name }: Schemas['ApiClient'], t: ReturnType<typeof useT>, onIssued: (client: Issued) => void) =>
  step(post('/api-clients/{apiClientId}/secret', { apiClientId: id }), {
    title: t('settings.clients.renewOf', { name }),
    confirm: t('settings.clients.renew'),
    says: t('settings.clients.renewText'),
    done: () => t('settings.clients.renewed', { name }),
    onDone: onIssued,
  });

/** Takes the access away, for good. */
export const removeClient = ({ id, name }: Schemas['ApiClient'], t: ReturnType<typeof useT>) =>
  step(post('/api-clients/{apiClientId}/removal', { apiClientId: id }), {
    title: t('settings.clients.removeOf', { name }),
    confirm: t('settings.clients.remove'),
    danger: true,
    says: t('settings.clients.removeText'),
    done: () => t('settings.clients.removed', { name }),
  });
