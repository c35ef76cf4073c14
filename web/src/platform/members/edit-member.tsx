import { TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { PatchMember } from '#domain/platform/members/wire.ts';
import { api, dataOf, type Schemas } from '../../api/client.ts';
import { faultsOf } from '../../form/faults.ts';
import { FormDialog } from '../../form/form-dialog.tsx';
import { useT } from '../../i18n/i18n.ts';
import { refusalText } from '../../ui/problem-text.ts';
import { RoleFields } from './role-fields.tsx';

interface Props {
  readonly member: Schemas['Member'];
  readonly onClose: () => void;
}
type Values = { name: string; team: string; roles: string[] };

/** Changes a member's name and roles. */
export function EditMember({ member, onClose }: Props) {
  const t = useT();
  const bodyOf = ({ name, team, roles }: Values) => ({ name: name.trim() || null, team: team.trim() || null, roles });
  const form = useForm<Values>({
    initialValues: { name: member.name ?? '', team: member.team ?? '', roles: [...member.roles] },
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
      <TextInput
        label={t('members.team')}
        description={t('members.teamHint')}
        maxLength={40}
        autoComplete="off"
        {...form.getInputProps('team')}
      />
      <RoleFields
        value={form.values.roles}
        onChange={(roles) => form.setFieldValue('roles', roles)}
        error={form.errors.roles}
        kept={(role) => refusalText(member.keptRoles.find((kept) => kept.role === role)?.why)}
      />
      <p className="dimmed">{t('members.edit.when')}</p>
    </FormDialog>
  );
}
