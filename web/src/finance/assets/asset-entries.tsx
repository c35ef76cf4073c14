import { Loader } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { type Step, StepDialog } from '../../actions/step-dialog.tsx';
import { $api, type Schemas } from '../../api/client.ts';
import { useFormats } from '../../i18n/format.ts';
import { useT } from '../../i18n/i18n.ts';
import { useWords } from '../../list/columns.tsx';
import { LinesTable } from '../../record/lines-table.tsx';
import record from '../../record/record.module.css';
import { RowActions } from '../../record/record-actions.tsx';
import { ProblemNote } from '../../ui/problem-note.tsx';
import { StateBadge } from '../../ui/state-badge.tsx';
import { useTitle } from '../../ui/title.ts';
import periods from '../ledger/periods.module.css';
import { reverseDepreciation, undoAssetEntry } from './steps.ts';

type Row = Schemas['AssetEntryRow'];

/** What was posted of fixed assets, latest first: a depreciation is taken back here. */
export function Screen() {
  const words = useWords();
  const { t } = words;
  useTitle(t('menu.assetEntries'));
  const query = $api.useQuery('get', '/assets/entries', { params: { query: { limit: 100, order: 'desc' } } });
  const [step, setStep] = useState<Step>();
  const rows = query.data?.items ?? [];
  return (
    <section className={periods.page} aria-labelledby="asset-entries-title" aria-busy={query.isPending}>
      <div className={record.header}>
        <h1 id="asset-entries-title">{t('menu.assetEntries')}</h1>
      </div>
      <ProblemNote error={query.error} />
      {query.isPending && <Loader aria-label={t('shell.loading')} />}
      {query.data && rows.length === 0 && <p>{t('assets.entries.empty')}</p>}
      {rows.length > 0 && (
        <LinesTable
          heads={[t('books.date'), t('assets.entries.event'), [t('assets.entries.assets'), 'amount'], t('assets.entries.actions')]}
        >
          <tbody>
            {rows.map((row) => (
              <EntryRow
                key={row.id}
                row={row}
                onReverse={() => setStep((row.event === 'depreciation' ? reverseDepreciation : undoAssetEntry)(row.id, words))}
              />
            ))}
          </tbody>
        </LinesTable>
      )}
      {step && <StepDialog {...step} onClose={() => setStep(undefined)} />}
    </section>
  );
}

function EntryRow({ row, onReverse }: { readonly row: Row; readonly onReverse: () => void }) {
  const t = useT();
  const { date, whole } = useFormats();
  const state = row.reversedBy ? 'reversed' : row.reverses ? 'reversal' : undefined;
  const name = `${t(row.event === 'depreciation' ? 'assets.reverse.action' : 'assets.undo.action')} · ${row.number}`;
  return (
    <tr>
      <th scope="row">{date(row.date)}</th>
      <td>
        <Link to={`/journal/je_${row.id}` as never}>{t(`assets.entries.events.${row.event}`)}</Link>{' '}
        {state && <StateBadge kind="asset-entry" state={state} />}
      </td>
      <td className="amount">{whole(row.assets)}</td>
      <td>
        <RowActions
          answered={row.actions}
          actions={[
            row.event === 'depreciation'
              ? { label: t('assets.reverse.action'), name, needs: 'reverseDepreciation' as const, danger: true, start: onReverse }
              : { label: t('assets.undo.action'), name, needs: 'undoAssetEntry' as const, danger: true, start: onReverse },
          ]}
        />
      </td>
    </tr>
  );
}
