import { Button, Loader, Select } from '@mantine/core';
import { useState } from 'react';
import { addMonths, monthOf } from '#kernel/date.ts';
import { $api, type Schemas } from '../../api/client.ts';
import { today, useFormats } from '../../i18n/format.ts';
import { useT } from '../../i18n/i18n.ts';
import { amounts, LinesTable } from '../../record/lines-table.tsx';
import record from '../../record/record.module.css';
import { useCan } from '../../session/session.ts';
import { ProblemNote } from '../../ui/problem-note.tsx';
import { useTitle } from '../../ui/title.ts';
import periods from '../ledger/periods.module.css';
import { DimensionDialog } from './dimension-dialog.tsx';
import { MonthRange } from './month-range.tsx';

type Dimension = Schemas['Dimension'];

/** What the company looks at its result by, and the result of each value. */
export function Screen() {
  const t = useT();
  useTitle(t('menu.dimensions'));
  const can = useCan();
  const query = $api.useQuery('get', '/dimensions');
  const [editing, edit] = useState<Dimension | 'new'>();
  const [chosen, choose] = useState<string>();
  const dimensions = query.data?.items ?? [];
  const shown = dimensions.find(({ code }) => code === chosen) ?? dimensions[0];
  return (
    <section className={periods.page} aria-labelledby="dimensions-title" aria-busy={query.isPending}>
      <div className={record.header}>
        <h1 id="dimensions-title">{t('menu.dimensions')}</h1>
        {can('putDimension') && (
          <div className={record.actions}>
            {shown && (
              <Button variant="default" onClick={() => edit(shown)}>
                {t('analysis.edit.action')}
              </Button>
            )}
            <Button onClick={() => edit('new')}>{t('analysis.new')}</Button>
          </div>
        )}
      </div>
      <p className="dimmed">{t('analysis.meaning')}</p>
      <ProblemNote error={query.error} />
      {query.isPending && <Loader aria-label={t('shell.loading')} />}
      {query.data && !shown && <p>{t('analysis.empty')}</p>}
      {dimensions.length > 1 && (
        <Select
          label={t('analysis.dimension')}
          data={dimensions.map(({ code, name }) => ({ value: code, label: name }))}
          value={shown?.code ?? null}
          allowDeselect={false}
          onChange={(code) => code && choose(code)}
          w={240}
        />
      )}
      {shown && <Result dimension={shown} />}
      {editing && <DimensionDialog dimension={editing === 'new' ? undefined : editing} onClose={() => edit(undefined)} />}
    </section>
  );
}

/** Income, expenses and result of each value, and of what no value is told of. */
function Result({ dimension }: { readonly dimension: Dimension }) {
  const t = useT();
  const { money } = useFormats();
  const [range, setRange] = useState({ from: `${today().slice(0, 4)}-01`, to: monthOf(today()) });
  const query = $api.useQuery('get', '/dimensions/{dimension}/result', { params: { path: { dimension: dimension.code }, query: range } });
  return (
    <div aria-busy={query.isPending}>
      <MonthRange {...range} first={addMonths(monthOf(today()), -35)} onChange={setRange} />
      <ProblemNote error={query.error} />
      {query.data && (
        <LinesTable heads={[dimension.name, ...amounts(t('analysis.income'), t('analysis.expenses'), t('analysis.result'))]}>
          <tbody>
            {query.data.values.map(({ value, name, income, expenses, result, accounts }) => (
              <tr key={value ?? ''}>
                <th scope="row">
                  <details>
                    <summary>{value === undefined ? t('analysis.unassigned') : `${name ?? ''} (${value})`}</summary>
                    <ul>
                      {accounts.map(({ account, amount }) => (
                        <li key={account}>
                          {account}: {money(amount)}
                        </li>
                      ))}
                    </ul>
                  </details>
                </th>
                <td className="amount">{money(income)}</td>
                <td className="amount">{money(expenses)}</td>
                <td className="amount">{money(result)}</td>
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row" colSpan={3}>
                {t('analysis.total')}
              </th>
              <td className="amount">{money(query.data.result)}</td>
            </tr>
          </tfoot>
        </LinesTable>
      )}
    </div>
  );
}
