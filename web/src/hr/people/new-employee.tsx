import { TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useNavigate } from '@tanstack/react-router';
import { EmployeeInput } from '#domain/hr/people/employee.ts';
import type { CustomField } from '#domain/platform/custom-fields/custom-field.ts';
import { $api, api, dataOf } from '../../api/client.ts';
import { faultsOf } from '../../form/faults.ts';
import { FormDialog } from '../../form/form-dialog.tsx';
import { useT } from '../../i18n/i18n.ts';
import { DateField } from '../../ui/date-field.tsx';
import { AssignmentFields, NO_ASSIGNMENT, told } from './assignment-fields.tsx';
import { Screen as EmployeeList } from './employee-list.tsx';
import { askedFields, emptyFields, FieldInputs, type FieldsForm } from './field-inputs.tsx';

const EMPTY = { givenName: '', familyName: '', email: '', startDate: '', ...NO_ASSIGNMENT };
const bodyOf = ({ fields, ...values }: typeof EMPTY & FieldsForm) => {
  const typed = told(fields);
  return { ...told(values), ...(Object.keys(typed).length > 0 ? { fields: typed } : {}) };
};

/** A new one, before the list: an address that can be linked to. */
export function Screen() {
  const fields = $api.useQuery('get', '/people/fields');
  // The form is made once, with all that it asks for.
  return fields.isPending ? <EmployeeList /> : <NewEmployee fields={askedFields(fields.data?.fields ?? [])} />;
}

function NewEmployee({ fields }: { readonly fields: readonly CustomField[] }) {
  const t = useT();
  const navigate = useNavigate();
  const go = (to: string) => void navigate({ to } as never);
  const form = useForm({
    initialValues: { ...EMPTY, fields: emptyFields(fields) },
    validate: (values) => faultsOf(EmployeeInput, bodyOf(values), () => t('forms.wrong')),
    validateInputOnBlur: true,
  });
  return (
    <>
      <EmployeeList />
      <FormDialog
        title={t('employees.new.title')}
        form={form}
        send={(values, key) =>
          api.POST('/people/employees', { params: { header: { 'Idempotency-Key': key } }, body: bodyOf(values) }).then(dataOf)
        }
        done={({ name }) => t('employees.new.done', { name })}
        onDone={({ id }) => go(`/people/employees/${id}`)}
        onClose={() => go('/people/employees')}
      >
        <TextInput
          label={t('employees.givenName')}
          required
          maxLength={60}
          autoComplete="off"
          data-autofocus
          {...form.getInputProps('givenName')}
        />
        <TextInput label={t('employees.familyName')} required maxLength={100} autoComplete="off" {...form.getInputProps('familyName')} />
        <TextInput
          label={t('employees.email')}
          description={t('employees.emailHint')}
          autoComplete="off"
          {...form.getInputProps('email')}
        />
        <DateField
          label={t('employees.start')}
          required
          value={form.values.startDate}
          onChange={(day) => form.setFieldValue('startDate', day)}
          error={form.errors.startDate}
          data-path="startDate"
        />
        <AssignmentFields form={form} />
        <FieldInputs form={form} fields={fields} />
      </FormDialog>
    </>
  );
}
