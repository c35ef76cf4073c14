import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { yearOf } from '#kernel/date.ts';
import { StepDialog } from '../../actions/step-dialog.tsx';
import { $api, type Schemas } from '../../api/client.ts';
import { useFormats } from '../../i18n/format.ts';
import { useT } from '../../i18n/i18n.ts';
import { type LinkedDocument, LinkedDocuments } from '../../record/linked-documents.tsx';
import type { RecordAction } from '../../record/record-actions.tsx';
import { Facts, RecordPage, Section } from '../../record/record-page.tsx';
import { Timeline } from '../../record/timeline.tsx';
import { StateBadge } from '../../ui/state-badge.tsx';
import { ProofSection } from '../proof/proof-section.tsx';
import { RepeatDialog } from '../recurrence/repeat-dialog.tsx';
import { EntryLines } from './entry-lines.tsx';
import { reverseEntry } from './entry-steps.ts';
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
  const [repeating, setRepeating] = useState(false);
  const { data: entry } = query;
  const copy = () => void navigate({ to: '/journal/new', search: { copy: entryId } } as never);
  return (
    <RecordPage
      query={query}
      parent={{ to: '/journal', label: t('books.journal.title') }}
      title={entry?.text ?? ''}
      badges={entry && <Reversal entry={entry} />}
      answered={entry?.actions}
      actions={entry ? actionsOf(t, entry, { copy, repeat: () => setRepeating(true), reverse: () => setReversing(true) }) : []}
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
          <ProofSection entryId={entry.id} />
          {repeating && <RepeatDialog entry={entry} onClose={() => setRepeating(false)} />}
          {reversing && <StepDialog {...reverseEntry(entry, t)} onClose={() => setReversing(false)} />}
        </>
      )}
    </RecordPage>
  );
}

function Reversal({ entry: { reversedBy, reverses } }: { readonly entry: Entry }) {
  if (reversedBy) return <StateBadge kind="manual-entry" state="reversed" />;
  return reverses ? <StateBadge kind="manual-entry" state="reversal" /> : null;
}

interface Starts {
  readonly copy: () => void;
  readonly repeat: () => void;
  readonly reverse: () => void;
}

/** What people entered themselves can be repeated. */
const actionsOf = (t: T, { source }: Entry, { copy, repeat, reverse }: Starts): RecordAction[] => [
  { id: 'copy', label: t('books.entry.copy'), needs: 'postEntry', key: 'c', start: copy },
  ...(source.kind === 'manual-entry'
    ? [{ id: 'repeat', label: t('recurring.action'), needs: 'createRecurringEntry' as const, start: repeat }]
    : []),
  { id: 'reverse', label: t('books.entry.reverse'), needs: 'reverseEntry', danger: true, start: reverse },
];

function documentsOf({ source, reverses, reversedBy }: Entry, t: T): LinkedDocument[] {
  const href = sourceHref(source);
  const document = href ? [{ id: source.id, kind: source.kind, label: sourceName(source, t), href }] : [];
  const entries = [
    [reverses, t('books.entry.reverses')],
    [reversedBy, t('books.entry.reversedBy')],
  ] as const;
  return [...document, ...entries.flatMap(([id, label]) => (id ? [{ id, kind: 'journal-entry', label }] : []))];
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
          [t('books.entry.number'), t('books.entry.numberText', { period: entry.period, shard: entry.shard, seq: entry.seq })],
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
