import { TextInput } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { api, dataOf } from '../../api/client.ts';
import { FormDialog } from '../../form/form-dialog.tsx';
import { useLanguage, useT } from '../../i18n/i18n.ts';
import { PublishedFields, publishedOf, useTableForm } from './table-form.tsx';
import { Screen as TableList } from './table-list.tsx';

/** A new one, before the list. */
export function Screen() {
  const t = useT();
  const language = useLanguage();
  const navigate = useNavigate();
  const go = (to: string) => void navigate({ to } as never);
  const form = useTableForm();
  return (
    <>
      <TableList />
      <FormDialog
        title={t('agreements.new')}
        form={form}
        send={(values, key) =>
          api
            .POST('/payroll/salary-tables', {
              params: { header: { 'Idempotency-Key': key } },
              body: { name: values.name, code: values.code, ...publishedOf(values, language) },
            })
            .then(dataOf)
        }
        done={({ name }) => t('agreements.saved', { name })}
        onDone={({ id }) => go(`/payroll/salary-tables/${id}`)}
        onClose={() => go('/payroll/salary-tables')}
      >
        <TextInput label={t('agreements.name')} required maxLength={120} data-autofocus data-path="name" {...form.getInputProps('name')} />
        <TextInput label={t('agreements.code')} required maxLength={20} data-path="code" {...form.getInputProps('code')} />
        <PublishedFields form={form} />
      </FormDialog>
    </>
  );
}
