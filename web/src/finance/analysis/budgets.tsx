import { Button, Loader, Select } from '@mantine/core';
import { useState } from 'react';
import { addMonths, type Month, monthOf } from '#kernel/date.ts';
import { type FiscalYear, namedYear } from '#kernel/fiscal-year.ts';
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
import { fiscalYearName, yearAt } from '../ledger/ranges.ts';
import { useFiscalYears } from '../ledger/use-fiscal-years.ts';
import { BudgetLineDialog } from './budget-line.tsx';
import { MonthRange } from './month-range.tsx';

type Row = Schemas['Budget']['rows'][number];

/** The years that a budget can be of: the company's, one more before and one after them, the latest first. */
function budgetYears(open: readonly FiscalYear[]): FiscalYear[] {
  const years = open.length > 0 ? open : [yearAt([], today())];
  const [first, last] = [years[0] as FiscalYear, years.at(-1) as FiscalYear];
  const before = namedYear({ from: addMonths(first.from, -12), to: addMonths(first.from, -1) });
  const after = namedYear({ from: addMonths(last.to, 1), to: addMonths(last.to, 12) });
  return [before, ...years, after].reverse();
}

/** What was meant to be earned and spent in a fiscal year, beside what the books have. */
export function Screen() {
  const t = useT();
  useTitle(t('menu.budgets'));
  const { month } = useFormats();
  const company = useFiscalYears();
  const years = budgetYears(company);
  const [chosen, choose] = useState<{ readonly year?: string; readonly range?: { readonly from: Month; readonly to: Month } }>({});
  const year = years.find((each) => each.year === chosen.year) ?? yearAt(company, today());
  const present = monthOf(today());
  const range = chosen.range ?? { from: year.from, to: year.from <= present && present <= year.to ? present : year.to };
  const path = { year: year.year };
  const query = $api.useQuery('get', '/budgets/{year}', { params: { path, query: range } }, { enabled: company.length > 0 });
  const [opened, open] = useState<Row | 'new'>();
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
        data={years.map((each) => ({ value: each.year, label: fiscalYearName(each, { month }) }))}
        value={year.year}
        allowDeselect={false}
        onChange={(name) => name && choose({ year: name })}
        w={280}
      />
      <MonthRange {...range} first={year.from} last={year.to} onChange={(months) => choose({ year: year.year, range: months })} />
      <ProblemNote error={query.error} />
      {query.isPending && <Loader aria-label={t('shell.loading')} />}
      {query.data?.carried && rows.length > 0 && <Carried {...query.data.carried} />}
      {query.data && rows.length === 0 && <p>{t('analysis.budget.empty')}</p>}
      {query.data && rows.length > 0 && <BudgetTable budget={query.data} onOpen={open} />}
      {opened && <BudgetLineDialog year={year} rows={rows} row={opened === 'new' ? undefined : opened} onClose={() => open(undefined)} />}
    </section>
  );
}

/** Whose amounts are shown, until the year has some of its own. */
function Carried({ years, leftOut }: NonNullable<Schemas['Budget']['carried']>) {
  const t = useT();
  return (
    <p role="status">
      {t('analysis.budget.carried', { years: years.join(', ') })}{' '}
      {leftOut.length > 0 && t('analysis.budget.leftOut', { accounts: leftOut.join(', ') })}
    </p>
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
