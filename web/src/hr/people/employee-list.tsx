import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { EMPLOYEE_STATES } from '#domain/hr/people/employee.ts';
import type { CustomField } from '#domain/platform/custom-fields/custom-field.ts';
import type { Schemas } from '../../api/client.ts';
import { useT } from '../../i18n/i18n.ts';
import { load } from '../../list/api-list.ts';
import { dayOf, state, text } from '../../list/columns.tsx';
import { states } from '../../list/filter-kinds.ts';
import { RecordList } from '../../list/record-list.tsx';
import { type ListContext, type ListPlan, useList } from '../../list/use-list.ts';
import { useCan } from '../../session/session.ts';
import { IconFileUpload } from '../../ui/icons.ts';
import { useEmployeeFields } from './field-inputs.tsx';

function ImportEmployees() {
  const t = useT();
  const can = useCan();
  if (!can('createEmployee')) return null;
  return (
    <Button component={Link} to={'/people/employees/import' as never} variant="default" leftSection={<IconFileUpload size={16} />}>
      {t('employees.import.action')}
    </Button>
  );
}

const page = load('/people/employees');
/** With the company's own fields: where there are none, that is one read more. */
const loadEmployees: typeof page = (request) => page({ ...request, query: { ...request.query, fields: 'true' } });

const fieldColumns = (fields: readonly CustomField[]): ListPlan<Schemas['EmployeeRow']>['columns'] =>
  fields.map((field) => {
    const held = (row: Schemas['EmployeeRow']) => row.fields?.[field.id] ?? '';
    const looks = { header: field.name, hide: 'medium' as const };
    return field.kind === 'date' ? dayOf(field.id, held, looks) : text(field.id, held, looks);
  });

const planWith =
  (fields: readonly CustomField[]) =>
  ({ t }: ListContext): ListPlan<Schemas['EmployeeRow']> => ({
    id: 'employees',
    title: t('menu.employees'),
    load: loadEmployees,
    order: 'asc',
    href: '/people/employees',
    columns: [
      text('name', ({ familyName, givenName }) => `${familyName}, ${givenName}`, { header: t('employees.name'), indexed: true }),
      text('position', ({ position }) => position, { header: t('employees.position') }),
      text('department', ({ department }) => department ?? '', { header: t('employees.department'), hide: 'medium' }),
      text('workplace', ({ workplace }) => workplace ?? '', { header: t('employees.workplace'), hide: 'medium' }),
      dayOf('startDate', ({ startDate }) => startDate, { header: t('employees.start'), hide: 'narrow' }),
      state('employee', (row) => row.state),
      ...fieldColumns(fields),
    ],
    filters: [states('employee', EMPLOYEE_STATES)],
    searchLabel: t('employees.search'),
    actions: <ImportEmployees />,
    create: { needs: 'createEmployee', to: '/people/employees/new', label: t('employees.new.title'), whenEmpty: true },
    empty: { title: t('employees.empty.title'), text: t('employees.empty.text') },
  });

export function Screen() {
  const fields = useEmployeeFields();
  return <RecordList spec={useList(planWith(fields), [fields])} />;
}
