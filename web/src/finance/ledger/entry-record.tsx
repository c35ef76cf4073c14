import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { CONTROL_ACCOUNTS } from '#domain/finance/ledger/accounts.ts';
import { yearOf } from '#kernel/date.ts';
import { $api, type Schemas } from '../../api/client.ts';
import { useFormats } from '../../i18n/format.ts';
import { useT } from '../../i18n/i18n.ts';
import { type LinkedDocument, LinkedDocuments } from '../../record/linked-documents.tsx';
import type { RecordAction } from '../../record/record-actions.tsx';
import { Facts, RecordPage, Section } from '../../record/record-page.tsx';
import { Timeline } from '../../record/timeline.tsx';
import { StateBadge } from '../../ui/state-badge.tsx';
import { EntryLines } from './entry-lines.tsx';
import { ReverseEntryDialog } from './reverse-entry.tsx';
import { sourceHref, sourceName } from './sources.ts';
import { usePeriodState } from './use-period.ts';

type Entry = Schemas['EntryDetail'];
type T = ReturnType<typeof useT>;

/** One entry, whole: its lines, the document it came of, what took it back. */
export function Screen() {
  const t = useT();
  const navigate = useNavigate();
  const { entryId } = useParams({ strict: false }) as { entryId: string };
  const query = $api.useQuery('get', '/journal-entries/{entryId}', { params: { path: { entryId } } });
  const [reversing, setReversing] = useState(false);
  const { data: entry } = query;
  const copy = () => void navigate({ to: '/journal/new', search: { copy: entryId } } as never);
  return (
    <RecordPage
      query={query}
      parent={{ to: '/journal', label: t('books.journal.title') }}
      title={entry?.text ?? ''}
      badges={entry && <Reversal entry={entry} />}
      actions={entry ? actionsOf(entry, t, copy, () => setReversing(true)) : []}
      aside={
        entry && (
          <>
            <LinkedDocuments documents={documentsOf(entry, t)} />
            <Timeline id={entry.source.id} />
          </>
        )
      }
    >
      {entry && (
        <>
          <EntryFacts entry={entry} />
          <Section title={t('records.lines')}>
            <EntryLines lines={entry.lines} year={yearOf(entry.date)} />
          </Section>
          {reversing && <ReverseEntryDialog entry={entry} onClose={() => setReversing(false)} />}
        </>
      )}
    </RecordPage>
  );
}

function Reversal({ entry: { reversedBy, reverses } }: { readonly entry: Entry }) {
  if (reversedBy) return <StateBadge kind="entry" state="reversed" />;
  return reverses ? <StateBadge kind="entry" state="reversal" /> : null;
}

/** Why an entry cannot be reversed here: documents are put right in their own way. */
function whyNotReverse({ source, reversedBy, reverses }: Entry, t: T): string | undefined {
  if (source.kind !== 'manual-entry')
    return t(`books.entry.undo.${source.kind}` as 'books.entry.undo.invoice', { defaultValue: t('books.entry.notManual') });
  if (reversedBy) return t('books.entry.reversed');
  return reverses ? t('books.entry.isReversal') : undefined;
}

/** Accounts that documents keep take no entries by hand: a copy could not be posted. */
const whyNotCopy = ({ lines }: Entry, t: T): string | undefined =>
  lines.some(({ account }) => CONTROL_ACCOUNTS.has(account)) ? t('books.entry.ofDocuments') : undefined;

const actionsOf = (entry: Entry, t: T, copy: () => void, reverse: () => void): RecordAction[] => [
  { id: 'copy', label: t('books.entry.copy'), needs: 'postEntry', key: 'c', blocked: whyNotCopy(entry, t), start: copy },
  { id: 'reverse', label: t('books.entry.reverse'), needs: 'reverseEntry', blocked: whyNotReverse(entry, t), danger: true, start: reverse },
];

function documentsOf({ source, reverses, reversedBy }: Entry, t: T): LinkedDocument[] {
  const href = sourceHref(source);
  const document = href ? [{ id: source.id, kind: source.kind, label: sourceName(source, t), href }] : [];
  const entries = [
    [reverses, t('books.entry.reverses')],
    [reversedBy, t('books.entry.reversedBy')],
  ] as const;
  return [...document, ...entries.flatMap(([id, label]) => (id ? [{ id, kind: 'entry', label }] : []))];
}

function EntryFacts({ entry }: { readonly entry: Entry }) {
  const t = useT();
  const { longDate, month, moment } = useFormats();
  const { state } = usePeriodState(entry.date);
  const href = sourceHref(entry.source);
  const name = sourceName(entry.source, t);
  return (
    <Section title={t('books.entry.facts')}>
      <Facts
        facts={[
          [t('books.date'), longDate(entry.date)],
          [
            t('books.entry.period'),
            <span key="period">
              {month(entry.period)} {state && <StateBadge kind="period" state={state} />}
            </span>,
          ],
          [t('books.entry.number'), t('books.entry.numberText', { period: entry.period, lane: entry.lane, seq: entry.seq })],
          [
            t('books.entry.source'),
            href ? (
              <Link key="source" to={href as never}>
                {name}
              </Link>
            ) : (
              name
            ),
          ],
          [t('books.entry.reason'), entry.reason],
          [t('books.entry.postedBy'), `${entry.createdBy}, ${moment(entry.createdAt)}`],
        ]}
      />
    </Section>
  );
}
