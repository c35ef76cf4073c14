import { Select, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useNavigate } from '@tanstack/react-router';
import { MemberInput } from '#domain/platform/members/wire.ts';
import { api, dataOf } from '../../api/client.ts';
import { faultsOf } from '../../form/faults.ts';
import styles from '../../form/form.module.css';
import { FormDialog } from '../../form/form-dialog.tsx';
import { LANGUAGES, useLanguage, useT } from '../../i18n/i18n.ts';
import { RoleFields } from './role-fields.tsx';

type Values = { email: string; name: string; roles: string[]; locale: 'es' | 'en' };

const bodyOf = ({ email, name, roles, locale }: Values) => ({
  email: email.trim().toLowerCase(),
  roles,
  locale,
  ...(name.trim() ? { name: name.trim() } : {}),
});

/** Whom to let in, and what they may do. A mail goes to them at once. */
export function InviteMember({ onClose }: { readonly onClose: () => void }) {
  const t = useT();
  const navigate = useNavigate();
  const locale = useLanguage();
  const form = useForm<Values>({
    initialValues: { email: '', name: '', roles: [], locale },
    validate: (values) =>
      faultsOf(MemberInput, bodyOf(values), (field) =>
        t(`members.faults.${field}` as 'members.faults.email', { defaultValue: t('forms.wrong') }),
      ),
  });
  return (
    <FormDialog
      title={t('members.invite.title')}
      form={form}
      confirm={t('members.invite.action')}
      send={(values, key) => api.POST('/members', { params: { header: { 'Idempotency-Key': key } }, body: bodyOf(values) }).then(dataOf)}
      done={({ email }) => t('members.invite.done', { email })}
      onDone={({ id }) => navigate({ to: `/settings/members/${id}` as never })}
      onClose={onClose}
    >
      <p className="dimmed">{t('members.invite.text')}</p>
      <TextInput
        type="email"
        label={t('members.email')}
        required
        maxLength={120}
        autoComplete="off"
        data-autofocus
        {...form.getInputProps('email')}
      />
      <div className={styles.pairs}>
        <TextInput label={t('members.name')} maxLength={80} autoComplete="off" {...form.getInputProps('name')} />
        <Select
          label={t('members.locale')}
          data={Object.entries(LANGUAGES).map(([value, label]) => ({ value, label }))}
          allowDeselect={false}
          {...form.getInputProps('locale')}
        />
      </div>
      <RoleFields value={form.values.roles} onChange={(roles) => form.setFieldValue('roles', roles)} error={form.errors.roles} />
    </FormDialog>
  );
}
