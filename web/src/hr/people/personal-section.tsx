import { $api } from '../../api/client.ts';
import { useFormats } from '../../i18n/format.ts';
import { useT } from '../../i18n/i18n.ts';
import { Facts, Section } from '../../record/record-page.tsx';
import { RowsTable } from '../../record/rows-table.tsx';

export const usePersonal = (employeeId: string) =>
  $api.useQuery('get', '/people/employees/{employeeId}/personal', { params: { path: { employeeId } } }, { retry: false });
export type PersonalFile = NonNullable<ReturnType<typeof usePersonal>['data']>;

/** Who has read what is personal of an employee; nothing where nobody has. */
export function Readings({ employeeId }: { readonly employeeId: string }) {
  const t = useT();
  const { moment } = useFormats();
  const { data } = $api.useQuery('get', '/people/employees/{employeeId}/readings', { params: { path: { employeeId } } }, { retry: false });
  if (!data || data.items.length === 0) return null;
  return (
    <Section title={t('employees.readings.section')}>
      <RowsTable
        rows={data.items}
        columns={[
          [t('employees.readings.by'), ({ by }) => by],
          [t('employees.readings.what'), ({ what }) => t(`employees.readings.of.${what}`)],
          [t('employees.readings.at'), ({ at }) => moment(at)],
        ]}
      />
    </Section>
  );
}

/** Personal data of an employee, where there are any and the person may see them. */
export function PersonalSection({ employeeId }: { readonly employeeId: string }) {
  const t = useT();
  const { date } = useFormats();
  const { data } = usePersonal(employeeId);
  if (!data) return null;
  const family = data.family.at(-1);
  return (
    <Section title={t('employees.personal.section')}>
      <Facts
        facts={[
          [t('employees.personal.taxId'), data.taxId],
          [t('employees.personal.socialSecurityNumber'), data.socialSecurityNumber],
          [t('employees.personal.birthDate'), date(data.birthDate)],
          [t('employees.personal.phone'), data.phone],
          [t('employees.personal.iban'), data.iban],
          [t('employees.personal.situation'), family && t(`employees.personal.situations.${family.situation}`)],
          [t('employees.personal.children'), family?.descendants.map(({ birthYear }) => birthYear).join(', ')],
        ]}
      />
    </Section>
  );
}
