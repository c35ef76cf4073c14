import { Loader } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { post, type Send, type Step, StepDialog, step } from '../../actions/step-dialog.tsx';
import { $api, type Schemas } from '../../api/client.ts';
import { useFormats } from '../../i18n/format.ts';
import { useT } from '../../i18n/i18n.ts';
import { amounts, LinesTable } from '../../record/lines-table.tsx';
import record from '../../record/record.module.css';
import { RowActions } from '../../record/record-actions.tsx';
import { ProblemNote } from '../../ui/problem-note.tsx';
import { StateBadge } from '../../ui/state-badge.tsx';
import { useTitle } from '../../ui/title.ts';
import periods from '../ledger/periods.module.css';

type Row = Schemas['RecurringEntryRow'];

/** Entries that are posted again by themselves. */
export function Screen() {
  const t = useT();
  useTitle(t('menu.recurringEntries'));
  const query = $api.useQuery('get', '/recurring-entries', { params: { query: { limit: 100, order: 'asc' } } });
  const [ending, setEnding] = useState<Step>();
  const end = ({ id, text }: Row) =>
    setEnding(
      step(post('/recurring-entries/{recurringEntryId}/end', { recurringEntryId: id }) as Send<never, unknown, false>, {
        title: t('recurring.end.title', { text }),
        confirm: t('recurring.end.action'),
        danger: true,
        says: t('recurring.end.text'),
        done: () => t('recurring.end.done', { text }),
      }),
    );
  const rows = query.data?.items ?? [];
  return (
    <section className={periods.page} aria-labelledby="recurring-title" aria-busy={query.isPending}>
      <div className={record.header}>
        <h1 id="recurring-title">{t('menu.recurringEntries')}</h1>
      </div>
      <p className="dimmed">{t('recurring.meaning')}</p>
      <ProblemNote error={query.error} />
      {query.isPending && <Loader aria-label={t('shell.loading')} />}
      {query.data && rows.length === 0 && (
        <p>
          {t('recurring.empty')} <Link to={'/journal' as never}>{t('menu.journal')}</Link>
        </p>
      )}
      {rows.length > 0 && (
        <LinesTable
          heads={[t('books.text'), t('recurring.every'), t('recurring.next'), ...amounts(t('recurring.amount')), t('recurring.actions')]}
        >
          <tbody>
            {rows.map((row) => (
              <RecurringRow key={row.id} row={row} onEnd={() => end(row)} />
            ))}
          </tbody>
        </LinesTable>
      )}
      {ending && <StepDialog {...ending} onClose={() => setEnding(undefined)} />}
    </section>
  );
}

function RecurringRow({ row, onEnd }: { readonly row: Row; readonly onEnd: () => void }) {
  const t = useT();
  const { date, money } = useFormats();
  return (
    <tr>
      <th scope="row">
        <Link to={`/journal/${row.last ?? row.template}` as never}>{row.text}</Link>{' '}
        {row.state !== 'active' && <StateBadge kind="recurring-entry" state={row.state} />}
        {row.stuck && <p>{t('recurring.stuck')}</p>}
      </th>
      <td>{t(`recurring.frequencies.${row.every}`)}</td>
      <td>{row.next ? date(row.next) : '–'}</td>
      <td className="amount">{money(row.amount)}</td>
      <td>
        <RowActions
          answered={row.actions}
          actions={[
            {
              label: t('recurring.end.action'),
              name: t('recurring.end.title', { text: row.text }),
              needs: 'endRecurringEntry',
              danger: true,
              start: onEnd,
            },
          ]}
        />
      </td>
    </tr>
  );
}
