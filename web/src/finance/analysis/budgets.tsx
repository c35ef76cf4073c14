import { Button, Loader, Select } from '@mantine/core';
import { useState } from 'react';
import { monthOf, yearOf } from '#kernel/date.ts';
import { $api, type Schemas } from '../../api/client.ts';
import { centsOf, euros } from '../../api/money.ts';
import { today, useFormats } from '../../i18n/format.ts';
import { useT } from '../../i18n/i18n.ts';
import { amounts, LinesTable } from '../../record/lines-table.tsx';
import record from '../../record/record.module.css';
import { useCan } from '../../session/session.ts';
import { ProblemNote } from '../../ui/problem-note.tsx';
import { useTitle } from '../../ui/title.ts';
import periods from '../ledger/periods.module.css';
import { BudgetLineDialog } from './budget-line.tsx';
import { MonthRange } from './month-range.tsx';

type Row = Schemas['Budget']['rows'][number];

/** What was meant to be earned and spent in a year, beside what the books have. */
export function Screen() {
  const t = useT();
  useTitle(t('menu.budgets'));
  const present = yearOf(today());
  const [year, setYear] = useState(present);
  const [range, setRange] = useState({ from: `${present}-01`, to: monthOf(today()) });
  const take = (chosen: string) => {
    setYear(chosen);
    setRange({ from: `${chosen}-01`, to: chosen === present ? monthOf(today()) : `${chosen}-12` });
  };
  const query = $api.useQuery('get', '/budgets/{year}', { params: { path: { year }, query: range } });
  const [opened, open] = useState<Row | 'new'>();
  const years = [1, 0, -1, -2].map((by) => String(Number(present) + by));
  const rows = query.data?.rows ?? [];
  return (
    <section className={periods.page} aria-labelledby="budgets-title" aria-busy={query.isPending}>
      <div className={record.header}>
        <h1 id="budgets-title">{t('menu.budgets')}</h1>
        <AddLine onAdd={() => open('new')} />
      </div>
      <p className="dimmed">{t('analysis.budget.meaning')}</p>
      <Select
        label={t('analysis.year')}
        data={years}
        value={year}
        allowDeselect={false}
        onChange={(chosen) => chosen && take(chosen)}
        w={140}
      />
      <MonthRange {...range} first={`${year}-01`} last={`${year}-12`} onChange={setRange} />
      <ProblemNote error={query.error} />
      {query.isPending && <Loader aria-label={t('shell.loading')} />}
      {query.data && rows.length === 0 && <p>{t('analysis.budget.empty')}</p>}
      {query.data && rows.length > 0 && <BudgetTable budget={query.data} onOpen={open} />}
      {opened && <BudgetLineDialog year={year} rows={rows} row={opened === 'new' ? undefined : opened} onClose={() => open(undefined)} />}
    </section>
  );
}

function AddLine({ onAdd }: { readonly onAdd: () => void }) {
  const t = useT();
  const can = useCan();
  return can('putBudget') ? <Button onClick={onAdd}>{t('analysis.budget.add')}</Button> : null;
}

function BudgetTable({ budget, onOpen }: { readonly budget: Schemas['Budget']; readonly onOpen: (row: Row) => void }) {
  const t = useT();
  const can = useCan();
  const { money } = useFormats();
  return (
    <LinesTable
      heads={[
        t('analysis.budget.line'),
        ...amounts(
          t('analysis.budget.budgeted'),
          t('analysis.budget.actual'),
          t('analysis.budget.difference'),
          t('analysis.budget.ofYear'),
        ),
        t('books.periods.actions'),
      ]}
    >
      <tbody>
        {budget.rows.map((row) => (
          <tr key={`${row.account} ${row.value ?? ''}`}>
            <th scope="row">
              {row.account} {row.name} {row.value && `· ${row.value}`}
            </th>
            <td className="amount">{money(row.budgeted)}</td>
            <td className="amount">{money(row.actual)}</td>
            <td className="amount">{money(row.difference)}</td>
            <td className="amount">{money(row.year)}</td>
            <td>
              {can('putBudget') && (
                <Button
                  size="compact-sm"
                  variant="default"
                  aria-label={`${t('analysis.edit.action')} ${row.account} ${row.value ?? ''}`}
                  onClick={() => onOpen(row)}
                >
                  {t('analysis.edit.action')}
                </Button>
              )}
            </td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">{t('analysis.result')}</th>
          <td className="amount">{money(budget.budgeted)}</td>
          <td className="amount">{money(budget.actual)}</td>
          <td className="amount">{money(euros(centsOf(budget.actual) - centsOf(budget.budgeted)))}</td>
          <td colSpan={2} />
        </tr>
      </tfoot>
    </LinesTable>
  );
}
