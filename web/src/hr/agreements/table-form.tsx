import { Textarea, TextInput } from '@mantine/core';
import { type UseFormReturnType, useForm } from '@mantine/form';
import { heldNumber } from '../../form/number.ts';
import { type Language, useT } from '../../i18n/i18n.ts';
import { DateField } from '../../ui/date-field.tsx';

export interface TableValues extends Record<string, unknown> {
  name: string;
  code: string;
  source: string;
  from: string;
  weeklyHours: string;
  rows: string;
}
export const useTableForm = () =>
  useForm<TableValues>({ initialValues: { name: '', code: '', source: '', from: '', weeklyHours: '40', rows: '' } });

/** A line each, as it comes from a sheet: the group, and after a tab or semicolon the amount of a year; without one it is taken out. */
function rowsOf(text: string, language: Language) {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  return lines.map((line) => {
    const [group = '', typed = ''] = line.split(/[\t;]/);
    const amount = heldNumber(typed, language);
    return { group: group.trim(), ...(amount === '' ? {} : { annual: { amount, currency: 'EUR' as const } }) };
  });
}
export const publishedOf = ({ source, from, weeklyHours, rows }: TableValues, language: Language) => ({
  ...{ source, from, rows: rowsOf(rows, language) },
  weeklyHours: heldNumber(weeklyHours, language),
});

/** What an official journal has published: from which day, for which hours, and what each group is paid at least. */
export function PublishedFields({ form }: { readonly form: UseFormReturnType<TableValues> }) {
  const t = useT();
  return (
    <>
      <TextInput
        label={t('agreements.source')}
        description={t('agreements.sourceHint')}
        required
        maxLength={160}
        data-path="source"
        {...form.getInputProps('source')}
      />
      <DateField
        label={t('employees.from')}
        required
        value={form.values.from}
        onChange={(from) => form.setFieldValue('from', from)}
        error={form.errors.from}
        data-path="from"
      />
      <TextInput label={t('agreements.weeklyHours')} required data-path="weeklyHours" {...form.getInputProps('weeklyHours')} />
      <Textarea
        label={t('agreements.rows')}
        description={t('agreements.rowsHint')}
        required
        autosize
        minRows={4}
        data-path="rows"
        {...form.getInputProps('rows')}
      />
    </>
  );
}
