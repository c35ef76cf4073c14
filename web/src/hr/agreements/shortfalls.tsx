import { Button } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useState } from 'react';
import { $api, api, dataOf, type Schemas } from '../../api/client.ts';
import { FormDialog } from '../../form/form-dialog.tsx';
import { useFormats } from '../../i18n/format.ts';
import { useT } from '../../i18n/i18n.ts';
import { Section } from '../../record/record-page.tsx';
import { RowsTable } from '../../record/rows-table.tsx';
import { useCan } from '../../session/session.ts';
import { ProblemNote } from '../../ui/problem-note.tsx';

type SalaryTable = Pick<Schemas['SalaryTable'], 'id' | 'name' | 'rev'>;

const useShortPeople = (tableId: string, cursor: string | undefined) =>
  $api.useQuery('get', '/payroll/salary-tables/{tableId}/shortfalls', {
    params: { path: { tableId }, query: { limit: '50', ...(cursor ? { cursor } : {}) } },
  } as never) as { readonly data?: { readonly items: readonly ShortPerson[]; readonly nextCursor?: string }; readonly error: unknown };
interface ShortPerson {
  readonly employeeId: string;
  readonly name: string;
  readonly rev: number;
  readonly raisable: boolean;
  readonly shortfalls: readonly {
    readonly from: string;
    readonly group: string;
    readonly annual: Schemas['Money'];
    readonly least: Schemas['Money'];
  }[];
}

/** Whom the table leaves below it, from which day, and the step that raises them; nothing where there is nobody. */
export function ShortfallsSection({ table }: { readonly table: SalaryTable }) {
  const t = useT();
  const can = useCan();
  const [cursor, go] = useState<string>();
  const [raising, setRaising] = useState(false);
  const { data, error } = useShortPeople(table.id, cursor);
  const people = data?.items ?? [];
  const raised = people.filter(({ raisable }) => raisable);
  if (!error && people.length === 0 && !data?.nextCursor) return null;
  return (
    <Section
      title={t('agreements.short.title')}
      actions={
        can('raiseToSalaryTable') &&
        raised.length > 0 && (
          <Button size="compact-sm" onClick={() => setRaising(true)}>
            {t('agreements.short.raise')}
          </Button>
        )
      }
    >
      <p className="dimmed">{t('agreements.short.text')}</p>
      <ProblemNote error={error} />
      <ShortTable people={people} />
      {data?.nextCursor && (
        <Button variant="default" onClick={() => go(data.nextCursor)}>
          {t('payroll.runs.more')}
        </Button>
      )}
      {raising && <RaiseDialog table={table} people={raised} onClose={() => setRaising(false)} />}
    </Section>
  );
}

function ShortTable({ people }: { readonly people: readonly ShortPerson[] }) {
  const t = useT();
  const { date, money } = useFormats();
  return (
    <RowsTable
      rows={people.flatMap(({ name, raisable, shortfalls }) => shortfalls.map((each) => ({ ...each, name, raisable })))}
      columns={[
        [
          t('payroll.runs.person'),
          ({ name, raisable }) => (
            <>
              {name}
              {!raisable && <small className="dimmed"> {t('agreements.short.own')}</small>}
            </>
          ),
        ],
        [t('agreements.group'), ({ group }) => group],
        [t('employees.from'), ({ from }) => date(from), 'nowrap'],
        [t('payroll.annual'), ({ annual }) => money(annual), 'amount'],
        [t('agreements.short.least'), ({ least }) => money(least), 'amount'],
      ]}
    />
  );
}

interface RaiseProps {
  readonly table: SalaryTable;
  readonly people: readonly ShortPerson[];
  readonly onClose: () => void;
}
/** What the step will pay to whom, from which day; it is refused where somebody has changed it since. */
function RaiseDialog({ table, people, onClose }: RaiseProps) {
  const t = useT();
  // What was looked at is raised, whatever comes anew behind the dialog.
  const [seen] = useState({ table, people });
  const form = useForm({ initialValues: {} });
  return (
    <FormDialog
      title={t('agreements.short.raiseTitle', { name: table.name })}
      form={form}
      confirm={t('agreements.short.raise')}
      send={(_, key) =>
        api
          .POST('/payroll/salary-tables/{tableId}/raises', {
            params: { path: { tableId: table.id }, header: { 'Idempotency-Key': key } },
            body: { rev: seen.table.rev, people: seen.people.map(({ employeeId, rev }) => ({ employeeId, rev })) },
          })
          .then(dataOf)
      }
      done={({ name }) => t('agreements.short.raised', { name })}
      onClose={onClose}
    >
      <p>{t('agreements.short.raiseText')}</p>
      <ShortTable people={seen.people} />
    </FormDialog>
  );
}
