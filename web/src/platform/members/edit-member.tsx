import { TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { PatchMember } from '#domain/platform/members/wire.ts';
import type { Role } from '#kernel/action.ts';
import { api, dataOf, type Schemas } from '../../api/client.ts';
import { faultsOf } from '../../form/faults.ts';
import { FormDialog } from '../../form/form-dialog.tsx';
import { useT } from '../../i18n/i18n.ts';
import { type Standing, whyKeeps } from './member-rules.ts';
import { RoleFields } from './role-fields.tsx';

interface Props {
  readonly member: Schemas['Member'];
  readonly standing: Standing;
  readonly onClose: () => void;
}
type Values = { name: string; roles: Role[] };

/** Changes a member's name and roles. */
export function EditMember({ member, standing, onClose }: Props) {
  const t = useT();
  const bodyOf = ({ name, roles }: Values) => ({ name: name.trim() || null, roles });
  const form = useForm<Values>({
    initialValues: { name: member.name ?? '', roles: [...member.roles] },
    validate: (values) =>
      faultsOf(PatchMember, bodyOf(values), (field) =>
        t(`members.faults.${field}` as 'members.faults.roles', { defaultValue: t('forms.wrong') }),
      ),
  });
  return (
    <FormDialog
      title={t('members.edit.title', { email: member.email })}
      form={form}
      send={(values) => api.PATCH('/members/{memberId}', { params: { path: { memberId: member.id } }, body: bodyOf(values) }).then(dataOf)}
      done={({ email }) => t('members.edit.done', { email })}
      onClose={onClose}
    >
      <TextInput label={t('members.name')} maxLength={80} autoComplete="off" data-autofocus {...form.getInputProps('name')} />
      <RoleFields
        value={form.values.roles}
        onChange={(roles) => form.setFieldValue('roles', roles)}
        error={form.errors.roles}
        kept={(role) => (member.roles.includes(role) ? whyKeeps(role, standing, t) : undefined)}
      />
      <p className="dimmed">{t('members.edit.when')}</p>
    </FormDialog>
  );
}
