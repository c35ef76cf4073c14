import { TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { RoleInput } from '#domain/platform/members/wire.ts';
import type { Permission, Scope } from '#kernel/permission.ts';
import { post, step } from '../../actions/step-dialog.tsx';
import { api, dataOf, type Schemas } from '../../api/client.ts';
import { faultsOf } from '../../form/faults.ts';
import { FormDialog } from '../../form/form-dialog.tsx';
import { useT } from '../../i18n/i18n.ts';
import { type ChosenGrant, PermissionFields } from './permission-fields.tsx';

type Role = Schemas['Role'];
interface Props {
  /** Absent: a new one. */
  readonly role?: Role;
  readonly onClose: () => void;
}
type Values = { name: string; grants: ChosenGrant[] };

const bodyOf = ({ name, grants }: Values) => ({ name: name.trim(), grants });

/** Makes a role of the company's own, or changes what it is called and gives. */
export function EditRole({ role, onClose }: Props) {
  const t = useT();
  const grants = (role?.grants ?? []).map(({ permission, scope }) => ({ permission: permission as Permission, scope: scope as Scope }));
  const form = useForm<Values>({
    initialValues: { name: role?.name ?? '', grants },
    validate: (values) =>
      faultsOf(RoleInput, bodyOf(values), (field) => t(`roles.faults.${field}` as 'roles.faults.name', { defaultValue: t('forms.wrong') })),
  });
  const send = (values: Values, key: string) =>
    role
      ? api.PATCH('/roles/{roleId}', { params: { path: { roleId: role.id } }, body: bodyOf(values) })
      : api.POST('/roles', { params: { header: { 'Idempotency-Key': key } }, body: bodyOf(values) });
  return (
    <FormDialog
      title={role ? t('roles.edit.title', { name: role.name }) : t('roles.add')}
      form={form}
      send={(values, key) => send(values, key).then(dataOf)}
      done={({ name }) => t('roles.saved', { name })}
      onClose={onClose}
    >
      <TextInput
        label={t('roles.name')}
        description={t('roles.nameHint')}
        required
        maxLength={60}
        autoComplete="off"
        data-autofocus
        {...form.getInputProps('name')}
      />
      <PermissionFields
        label={t('roles.gives')}
        value={form.values.grants}
        onChange={(chosen) => form.setFieldValue('grants', chosen)}
        error={form.errors.grants}
      />
      {role && <p className="dimmed">{t('roles.edit.when')}</p>}
    </FormDialog>
  );
}

/** A role that nobody has is taken out of use. */
export const retireRole = ({ id, name }: Role, t: ReturnType<typeof useT>) =>
  step(post('/roles/{roleId}/retirement', { roleId: id }), {
    title: t('roles.retire.title', { name }),
    confirm: t('roles.retire.action'),
    danger: true,
    says: t('roles.retire.text'),
    done: () => t('roles.retire.done', { name }),
  });
