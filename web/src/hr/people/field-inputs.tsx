import { NativeSelect, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import type { CustomField } from '#domain/platform/custom-fields/custom-field.ts';
import { $api } from '../../api/client.ts';
import { DecimalInput } from '../../form/decimal-input.tsx';
import type { Formats } from '../../i18n/format.ts';
import { DateField } from '../../ui/date-field.tsx';

/** Fields of the company's own that the person sees of employees; none until they are there. */
export function useEmployeeFields(): readonly CustomField[] {
  return $api.useQuery('get', '/people/fields').data?.fields ?? NONE;
}
const NONE: readonly CustomField[] = [];
export const askedFields = (fields: readonly CustomField[]): readonly CustomField[] => fields.filter(({ retired }) => !retired);

/** A value as people read it. */
export function shownValue({ kind }: CustomField, value: string | undefined, { date, decimal }: Formats): string {
  if (value === undefined) return '';
  return kind === 'date' ? date(value) : kind === 'number' ? decimal(value) : value;
}

/** What a form holds of fields: '' is nothing. */
export interface FieldsForm {
  readonly fields: Readonly<Record<string, string>>;
}
export const emptyFields = (fields: readonly CustomField[], values: Readonly<Record<string, string>> = {}): Record<string, string> =>
  Object.fromEntries(fields.map(({ id }) => [id, values[id] ?? '']));

/** One input a field, by its kind. */
export function FieldInputs<V extends FieldsForm>({
  form,
  fields,
}: {
  readonly form: UseFormReturnType<V>;
  readonly fields: readonly CustomField[];
}) {
  return fields.map((field) => <FieldInput key={field.id} field={field} form={form} />);
}

function FieldInput<V extends FieldsForm>({ form, field }: { readonly form: UseFormReturnType<V>; readonly field: CustomField }) {
  const { id, name: label, kind, choices, required } = field;
  const path = `fields.${id}`;
  const props = form.getInputProps(path as never);
  const named = { label, required, 'data-path': path };
  if (kind === 'choice') return <NativeSelect {...named} data={['', ...choices]} {...props} />;
  if (kind === 'number') return <DecimalInput {...named} {...props} />;
  if (kind === 'text') return <TextInput {...named} maxLength={500} autoComplete="off" {...props} />;
  return (
    <DateField
      {...named}
      value={form.values.fields[id] ?? ''}
      onChange={(day) => form.setFieldValue(path as never, day as never)}
      error={form.errors[path]}
    />
  );
}
