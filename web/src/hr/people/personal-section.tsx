import { $api } from '../../api/client.ts';
import { useFormats } from '../../i18n/format.ts';
import { useT } from '../../i18n/i18n.ts';
import { Facts, Section } from '../../record/record-page.tsx';

export const usePersonal = (employeeId: string) =>
  $api.useQuery('get', '/people/employees/{employeeId}/personal', { params: { path: { employeeId } } }, { retry: false });
export type PersonalFile = NonNullable<ReturnType<typeof usePersonal>['data']>;

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
