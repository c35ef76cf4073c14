import { Link, useParams } from '@tanstack/react-router';
import { post, type Step, step } from '../../actions/step-dialog.tsx';
import { $api, type Schemas } from '../../api/client.ts';
import { useFormats } from '../../i18n/format.ts';
import { useT } from '../../i18n/i18n.ts';
import type { Words } from '../../list/columns.tsx';
import { DocumentPage } from '../../record/document-page.tsx';
import { Facts, Section } from '../../record/record-page.tsx';
import { RowsTable } from '../../record/rows-table.tsx';
import { useCan } from '../../session/session.ts';
import { EquipmentSection } from '../equipment/equipment-section.tsx';
import { comingAndGoing } from '../onboarding/start-dialogs.tsx';
import { PaySection } from '../payroll/pay-section.tsx';
import { TermsDialog } from '../payroll/terms-dialog.tsx';
import { DocumentSection } from './document-section.tsx';
import { useEmployee } from './employee-picker.tsx';
import { PersonalDialog } from './personal-dialog.tsx';
import { PersonalSection, Readings } from './personal-section.tsx';
import { ValuesSection } from './values-section.tsx';

type Employee = Schemas['Employee'];

/** One employee: who they are at work, now and before. */
export function Screen() {
  const t = useT();
  const can = useCan();
  const { employeeId } = useParams({ strict: false }) as { employeeId: string };
  return (
    <DocumentPage
      query={$api.useQuery('get', '/people/employees/{employeeId}', { params: { path: { employeeId } } })}
      parent={{ to: '/people/employees', label: t('menu.employees') }}
      title={({ name }) => name}
      actions={({ state }) => [
        {
          ...{ id: 'personal', label: t('employees.personal.action'), needs: 'putPersonalFile' },
          dialog: (employee, onClose) => <PersonalDialog employee={employee} onClose={onClose} />,
        },
        {
          ...{ id: 'terms', label: t('payroll.set.action'), needs: 'addPayTerms' },
          dialog: (employee, onClose) => <TermsDialog employee={employee} onClose={onClose} />,
        },
        ...(state === 'left'
          ? [{ ...{ id: 'erase', label: t('employees.erase.action'), needs: 'eraseEmployee' as const, danger: true }, step: eraseEmployee }]
          : comingAndGoing(t)),
      ]}
      subtitle={({ position, department }) => [position, department].filter(Boolean).join(' · ')}
    >
      {(employee) => (
        <>
          <Work employee={employee} />
          <Assignments employee={employee} />
          <ValuesSection employee={employee} />
          {can('getPersonalFile') && <PersonalSection employeeId={employee.id} />}
          {can('listEmployeeDocuments') && <DocumentSection employee={employee} />}
          {can('listEmployeeEquipment') && <EquipmentSection employeeId={employee.id} />}
          {can('listPersonalReadings') && <Readings employeeId={employee.id} />}
          {can('getPayTerms') && <PaySection employeeId={employee.id} />}
        </>
      )}
    </DocumentPage>
  );
}

function Work({ employee }: { readonly employee: Employee }) {
  const t = useT();
  const { date } = useFormats();
  const { data: manager } = useEmployee(employee.managerId);
  return (
    <Section title={t('employees.work')}>
      <Facts
        facts={[
          [t('employees.position'), employee.position],
          [t('employees.department'), employee.department],
          [t('employees.workplace'), employee.workplace],
          [t('employees.manager'), manager && <Link to={`/people/employees/${manager.id}` as never}>{manager.name}</Link>],
          [t('employees.email'), employee.email],
          [t('employees.start'), date(employee.startDate)],
          [t('employees.end'), employee.endDate && date(employee.endDate)],
        ]}
      />
    </Section>
  );
}

const eraseEmployee = ({ id, name }: Employee, { t }: Words): Step =>
  step(post('/people/employees/{employeeId}/erasure', { employeeId: id }), {
    title: t('employees.erase.title', { name }),
    confirm: t('employees.erase.action'),
    danger: true,
    says: t('employees.erase.says'),
    done: () => t('employees.erase.done'),
  });

function Assignments({ employee }: { readonly employee: Employee }) {
  const t = useT();
  const { date } = useFormats();
  return (
    <Section title={t('employees.assignments')}>
      <RowsTable
        rows={employee.assignments.toReversed()}
        columns={[
          [t('employees.from'), ({ from }) => date(from)],
          [t('employees.position'), ({ position }) => position],
          [t('employees.department'), ({ department }) => department],
          [t('employees.workplace'), ({ workplace }) => workplace],
        ]}
      />
    </Section>
  );
}
