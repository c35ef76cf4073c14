import { Button } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useState } from 'react';
import type { CustomField } from '#domain/platform/custom-fields/custom-field.ts';
import { api, dataOf, type Schemas } from '../../api/client.ts';
import { FormDialog } from '../../form/form-dialog.tsx';
import { useFormats } from '../../i18n/format.ts';
import { useT } from '../../i18n/i18n.ts';
import { Facts, Section } from '../../record/record-page.tsx';
import { useCan } from '../../session/session.ts';
import { askedFields, emptyFields, FieldInputs, shownValue, useEmployeeFields } from './field-inputs.tsx';

type Employee = Pick<Schemas['Employee'], 'id' | 'name' | 'state' | 'fields'>;

/** What the company's own fields say of an employee; nothing where there are none. */
export function ValuesSection({ employee }: { readonly employee: Employee }) {
  const t = useT();
  const can = useCan();
  const formats = useFormats();
  const fields = useEmployeeFields();
  const [editing, edit] = useState(false);
  const values = employee.fields ?? {};
  const shown = fields.filter(({ id, retired }) => !retired || values[id] !== undefined);
  if (shown.length === 0) return null;
  return (
    <Section title={t('employees.fields.section')}>
      <Facts
        facts={shown.map((field) => [
          field.name,
          shownValue(field, values[field.id], formats) || (field.required && can('putEmployeeValues') ? t('employees.fields.missing') : ''),
        ])}
      />
      {can('putEmployeeValues') && employee.state === 'active' && (
        <Button variant="default" mt="xs" onClick={() => edit(true)}>
          {t('employees.fields.edit')}
        </Button>
      )}
      {editing && <ValuesDialog employee={employee} fields={askedFields(fields)} onClose={() => edit(false)} />}
    </Section>
  );
}

interface Props {
  readonly employee: Employee;
  readonly fields: readonly CustomField[];
  readonly onClose: () => void;
}
function ValuesDialog({ employee, fields, onClose }: Props) {
  const t = useT();
  const form = useForm({ initialValues: { fields: emptyFields(fields, employee.fields) } });
  return (
    <FormDialog
      title={t('employees.fields.edit')}
      form={form}
      send={({ fields: typed }) =>
        api
          .PUT('/people/employees/{employeeId}/fields', {
            params: { path: { employeeId: employee.id } },
            body: { fields: Object.fromEntries(Object.entries(typed).map(([id, value]) => [id, value.trim() || null])) },
          })
          .then(dataOf)
      }
      done={() => t('employees.fields.saved', { name: employee.name })}
      onClose={onClose}
    >
      <FieldInputs form={form} fields={fields} />
    </FormDialog>
  );
}
