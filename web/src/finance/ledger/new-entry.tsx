import { Button } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { $api, api, dataOf, sending } from '../../api/client.ts';
import { euros } from '../../api/money.ts';
import { today, useFormats } from '../../i18n/format.ts';
import { useT } from '../../i18n/i18n.ts';
import { useDimensionColumn } from '../../lines/dimension-column.tsx';
import { DocumentEditor, NewDocument } from '../../lines/document-editor.tsx';
import { withLine } from '../../lines/draft.ts';
import type { Field } from '../../lines/field.tsx';
import { useDocument } from '../../lines/use-document.ts';
import { useAddress } from '../../list/address.ts';
import { useCan } from '../../session/session.ts';
import { MOD } from '../../ui/modifier-key.ts';
import { NotFoundScreen } from '../../ui/not-found-screen.tsx';
import { AccountField } from './account-field.tsx';
import { useChart } from './chart.ts';
import { currencyOf, type EntryDraft, type EntryLine, emptyEntry, entryAgain, filling, manualEntry, sumsOf } from './entry-draft.ts';
import styles from './period-note.module.css';
import { PeriodNote } from './period-note.tsx';

/** An entry by hand: from nothing, or as a copy of another (`?copy=je_…`). */
export function Screen() {
  const t = useT();
  const can = useCan();
  const { copy = '' } = useAddress().search;
  const query = $api.useQuery('get', '/journal-entries/{entryId}', { params: { path: { entryId: copy } } }, { enabled: copy !== '' });
  if (!can('postEntry')) return <NotFoundScreen />;
  return (
    <NewDocument
      parent={{ to: '/journal', label: t('books.journal.title') }}
      title={t(copy ? 'books.newEntry.copyOf' : 'books.newEntry.title')}
      reading={query}
    >
      <EntryForm key={copy} name={`entry.${copy}`} initial={query.data ? entryAgain(query.data, today()) : emptyEntry(today())} />
    </NewDocument>
  );
}

/** Date, words and lines; what the books will hold stands below while it is written. */
function EntryForm({ name, initial }: { readonly name: string; readonly initial: EntryDraft }) {
  const t = useT();
  const kind = manualEntry(useChart().accounts);
  const editing = useDocument(kind, {
    name,
    initial,
    fresh: () => emptyEntry(today()),
    faults: 'books.newEntry.faults',
    tries: true,
    send: (body, how) => api.POST('/journal-entries', { params: sending(how), body }).then(dataOf),
    done: ({ id }) => ({ message: t('books.newEntry.done'), to: `/journal/${id}` }),
  });
  const { draft, change, discard } = editing;
  const fill = (key: string | undefined) => key && change((now) => withLine(kind, now, key, filling(now.lines, key)));
  useHotkeys([['mod+B', () => fill(document.activeElement?.closest<HTMLElement>('[data-line]')?.dataset.line)]], []);
  return (
    <DocumentEditor
      editing={editing}
      label={t('books.newEntry.title')}
      fields={[
        { name: 'date', as: 'date', label: t('books.date'), required: true },
        { name: 'reverseOn', as: 'date', label: t('books.newEntry.reverseOn') },
        { name: 'text', as: 'text', label: t('books.text'), required: true, maxLength: 140, autoFocus: true, long: true },
      ]}
      columns={useColumns()}
      below={<Difference lines={draft.lines} onFill={fill} />}
      entries={(tried) => [tried]}
      buttons={[{ label: t('books.newEntry.clear'), run: discard }, { label: t('books.newEntry.save') }]}
      keys={
        <>
          <kbd>{MOD} B</kbd> {t('books.newEntry.keyFill')}.
        </>
      }
    >
      <PeriodNote date={draft.date} />
    </DocumentEditor>
  );
}

/** An amount typed on one side clears the other. */
function useColumns(): Field<EntryLine>[] {
  const t = useT();
  const { accounts } = useChart();
  const dimensions = useDimensionColumn<EntryLine>();
  const debit = (amount: string, { credit }: EntryLine) => ({ debit: amount, credit: amount ? '' : credit });
  const credit = (amount: string, { debit }: EntryLine) => ({ credit: amount, debit: amount ? '' : debit });
  const foreign: Field<EntryLine> = {
    name: 'foreign',
    as: 'decimal',
    label: t('currencies.foreignAmount'),
    unit: ({ account }) => currencyOf(account, accounts),
    disabled: ({ account }) => currencyOf(account, accounts) === undefined,
    width: '130px',
  };
  return [
    { name: 'account', as: 'own', label: t('books.account'), input: (props) => <AccountField {...props} />, width: 'minmax(180px, 1.6fr)' },
    { name: 'debit', as: 'decimal', label: t('books.debit'), width: '120px', set: debit },
    { name: 'credit', as: 'decimal', label: t('books.credit'), width: '120px', set: credit },
    ...(accounts.some(({ currency }) => currency) ? [foreign] : []),
    { name: 'text', as: 'text', label: t('books.newEntry.lineText'), maxLength: 140, width: 'minmax(110px, 1fr)' },
    ...dimensions,
  ];
}

/** By how much it does not balance yet, and the way to put it right: the last line with an account takes it. */
function Difference({ lines, onFill }: { readonly lines: readonly EntryLine[]; readonly onFill: (key: string | undefined) => void }) {
  const t = useT();
  const { money } = useFormats();
  const { debit, credit, difference } = sumsOf(lines);
  const amount = money(euros(Math.abs(difference)));
  const line = lines.findLast(({ account, debit, credit }) => account !== '' && !debit && !credit) ?? lines.at(-1);
  return (
    <div className={styles.difference} data-balanced={(difference === 0 && debit > 0) || undefined}>
      <b role="status">
        {difference === 0
          ? t(debit === 0 ? 'books.newEntry.noAmounts' : 'books.newEntry.balances')
          : t(difference > 0 ? 'books.newEntry.missingCredit' : 'books.newEntry.missingDebit', { amount })}
      </b>
      {difference !== 0 && (
        <Button size="compact-sm" variant="default" onClick={() => onFill(line?.key)}>
          {t('books.newEntry.fill')}
        </Button>
      )}
      {debit + credit > 0 && (
        <span className="dimmed">{t('books.newEntry.sums', { debit: money(euros(debit)), credit: money(euros(credit)) })}</span>
      )}
    </div>
  );
}
