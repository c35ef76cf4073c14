import * as z from 'zod/mini';
import { StoredValues } from '#kernel/field-values.ts';
import { recordType } from '#kernel/record.ts';

const EmployeeValuesData = z.object({ employeeId: z.string(), values: StoredValues });
export type EmployeeValues = Readonly<z.output<typeof EmployeeValuesData>>;
/** What the company's own fields say of an employee, sealed: nobody knows what a company asks for. */
export const EmployeeValuesOf = recordType<EmployeeValues>({
  kind: 'employee-values',
  prefix: 'emv',
  data: EmployeeValuesData,
  history: 'all',
  person: ({ employeeId }) => employeeId,
  sealed: true,
  screen: { none: "They are shown on the employee's page." },
  // Its story tells all values: of whoever may change them alone.
  read: 'people.write',
});
export const employeeValuesId = (employeeId: string): string => `emv_${employeeId.slice(4)}`;
