import { TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { useState } from 'react';
import { useT } from '../../i18n/i18n.ts';
import { EmployeePicker } from './employee-picker.tsx';

/** Where somebody works, as a form holds it: '' is nothing. */
export interface AssignmentValues {
  readonly position: string;
  readonly department: string;
  readonly workplace: string;
  readonly managerId: string;
}
export const NO_ASSIGNMENT: AssignmentValues = { position: '', department: '', workplace: '', managerId: '' };

/** What of a form is told: fields that hold nothing are left out. */
export const told = <V extends object>(values: V): { [K in keyof V]: V[K] } =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== '')) as never;

/** Position, department, place of work and manager. */
export function AssignmentFields<V extends AssignmentValues>({ form }: { readonly form: UseFormReturnType<V> }) {
  const t = useT();
  const [manager, setManager] = useState<{ id: string; name: string; position: string }>();
  const props = (name: keyof AssignmentValues) => form.getInputProps(name as never);
  return (
    <>
      <TextInput label={t('employees.position')} required maxLength={80} autoComplete="off" {...props('position')} />
      <TextInput label={t('employees.department')} maxLength={80} autoComplete="off" {...props('department')} />
      <TextInput label={t('employees.workplace')} maxLength={80} autoComplete="off" {...props('workplace')} />
      <EmployeePicker
        label={t('employees.manager')}
        value={manager}
        error={props('managerId').error}
        path="managerId"
        onChange={(picked) => {
          setManager(picked);
          form.setFieldValue('managerId' as never, (picked?.id ?? '') as never);
        }}
      />
    </>
  );
}
