import { FileInput, NativeSelect, NumberInput, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { DOCUMENT_AHEAD, EMPLOYEE_DOCUMENT_TYPES, type EmployeeDocumentType } from '#domain/hr/people/employee-document.ts';
import { api, dataOf, type Schemas } from '../../api/client.ts';
import { upload } from '../../api/upload.ts';
import { FormDialog } from '../../form/form-dialog.tsx';
import { useT } from '../../i18n/i18n.ts';
import { DateField } from '../../ui/date-field.tsx';
import { told } from './assignment-fields.tsx';

interface Props {
  readonly employee: Pick<Schemas['Employee'], 'id' | 'name'>;
  /** The one whose place it takes. */
  readonly renews: Pick<Schemas['EmployeeDocumentRow'], 'id' | 'type'> | undefined;
  readonly onClose: () => void;
}

const EMPTY = {
  ...{ type: 'contract' as EmployeeDocumentType, title: '', number: '', issuer: '', issuedOn: '', expiresOn: '' },
  ...{ ahead: DOCUMENT_AHEAD as number | string, file: null as File | null },
};

/** Enters it, and sends its file where the answer says. @throws Problem. */
async function send(employeeId: string, { ahead, file, expiresOn, ...values }: typeof EMPTY, renews: string | undefined, key: string) {
  const { type, ...texts } = values;
  const body = {
    ...{ ...told(texts), type },
    ...(expiresOn ? { expiresOn, ahead: Number(ahead) } : {}),
    ...(renews ? { renews } : {}),
    ...(file ? { file: { fileName: file.name, bytes: file.size } } : {}),
  };
  const answer = await api.POST('/people/employees/{employeeId}/documents', {
    params: { path: { employeeId }, header: { 'Idempotency-Key': key } },
    body,
  });
  const document = dataOf(answer);
  if (file && document.upload) await upload(document.upload.url, file, () => undefined).done;
  return document;
}

/** A document of an employee, or the one that takes the place of another. */
export function DocumentDialog({ employee, renews, onClose }: Props) {
  const t = useT();
  const form = useForm({ initialValues: { ...EMPTY, ...(renews ? { type: renews.type } : {}) } });
  const day = (name: 'issuedOn' | 'expiresOn') => ({
    value: form.values[name],
    onChange: (on: string) => form.setFieldValue(name, on),
    error: form.errors[name],
    'data-path': name,
  });
  return (
    <FormDialog
      title={t(renews ? 'employees.documents.renew' : 'employees.documents.new')}
      form={form}
      send={(values, key) => send(employee.id, values, renews?.id, key)}
      done={() => t('employees.documents.done', { name: employee.name })}
      onClose={onClose}
    >
      <NativeSelect
        label={t('employees.documents.type')}
        disabled={renews !== undefined}
        data={EMPLOYEE_DOCUMENT_TYPES.map((value) => ({ value, label: t(`employees.documents.types.${value}`) }))}
        {...form.getInputProps('type')}
      />
      <TextInput label={t('employees.documents.title')} maxLength={120} autoComplete="off" {...form.getInputProps('title')} />
      <TextInput label={t('employees.documents.number')} maxLength={60} autoComplete="off" {...form.getInputProps('number')} />
      <TextInput label={t('employees.documents.issuer')} maxLength={120} autoComplete="off" {...form.getInputProps('issuer')} />
      <DateField label={t('employees.documents.issuedOn')} {...day('issuedOn')} />
      <DateField label={t('employees.documents.expiresOn')} description={t('employees.documents.noEnd')} {...day('expiresOn')} />
      <NumberInput label={t('employees.documents.ahead')} min={0} max={365} allowDecimal={false} {...form.getInputProps('ahead')} />
      <FileInput
        label={t('employees.documents.file')}
        description={t('employees.documents.fileHint')}
        placeholder={t('employees.documents.fileChoose')}
        clearable
        data-path="file"
        {...form.getInputProps('file')}
      />
    </FormDialog>
  );
}
