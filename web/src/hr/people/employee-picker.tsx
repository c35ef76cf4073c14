import { $api, api, dataOf, type Schemas } from '../../api/client.ts';
import { PickField } from '../../ui/pick-field.tsx';
import type { RecordPickerProps } from '../../ui/record-picker.tsx';

type Employee = Pick<Schemas['EmployeeRow'], 'id' | 'name' | 'position'>;
const find = (q: string) =>
  api.GET('/people/employees', { params: { query: { q, limit: 20, state: 'active' } } }).then((answer) => dataOf(answer).items);
const labelOf = ({ name, position }: Employee): string => `${name} · ${position}`;

/** Somebody who works here, found by name or address. */
export const EmployeePicker = ({ value, onChange, ...looks }: RecordPickerProps<Employee>) => (
  <PickField<Employee>
    {...looks}
    kind="employee-record"
    chosen={value && labelOf(value)}
    find={find}
    idOf={({ id }) => id}
    optionOf={labelOf}
    onPick={onChange}
    onClear={() => onChange(undefined)}
  />
);

/** The employee of an id, where there is one. */
export const useEmployee = (employeeId: string | undefined) =>
  $api.useQuery(
    'get',
    '/people/employees/{employeeId}',
    { params: { path: { employeeId: employeeId ?? '' } } },
    { enabled: employeeId !== undefined },
  );
