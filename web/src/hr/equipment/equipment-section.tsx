import { Link } from '@tanstack/react-router';
import { $api } from '../../api/client.ts';
import { useFormats } from '../../i18n/format.ts';
import { useT } from '../../i18n/i18n.ts';
import { Section } from '../../record/record-page.tsx';
import { RowsTable } from '../../record/rows-table.tsx';
import { ProblemNote } from '../../ui/problem-note.tsx';

/** What an employee has and had, the last first; nothing where there never was any. */
export function EquipmentSection({ employeeId }: { readonly employeeId: string }) {
  const t = useT();
  const { date } = useFormats();
  const { data, error } = $api.useQuery('get', '/equipment/employees/{employeeId}', { params: { path: { employeeId } } });
  const items = data?.items ?? [];
  if (!error && items.length === 0) return null;
  return (
    <Section title={t('equipment.section')}>
      <ProblemNote error={error} />
      <RowsTable
        rows={items}
        columns={[
          [
            t('equipment.name'),
            // What came back may be somebody else's by now.
            ({ equipmentId, name, until }) => (until ? name : <Link to={`/people/equipment/${equipmentId}` as never}>{name}</Link>),
          ],
          [t('equipment.number'), ({ number }) => number],
          [t('equipment.from'), ({ from }) => date(from), 'nowrap'],
          [t('equipment.until'), ({ until }) => until && date(until), 'nowrap'],
          [t('equipment.conditionBack'), ({ conditionBack }) => conditionBack],
        ]}
      />
    </Section>
  );
}
