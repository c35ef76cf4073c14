import { Alert, Button, Checkbox } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { Link } from '@tanstack/react-router';
import { type FormEvent, useRef, useState } from 'react';
import { centsOf, inCurrency } from '../../api/money.ts';
import { useFormats } from '../../i18n/format.ts';
import { useT } from '../../i18n/i18n.ts';
import { hrefOf } from '../../record/kinds.ts';
import { sureText } from '../bank-lines/bank-line-match.tsx';
import { rateText } from './bank-text.ts';
import styles from './banking.module.css';
import { type Candidate, keyOf, type MatchPart, type MatchTerms, NOTHING_TYPED } from './match-draft.ts';
import { useMatchTerms } from './match-terms.tsx';
import { OtherDocuments } from './other-documents.tsx';
import { TypedParts } from './typed-parts.tsx';
import { useLineParts } from './use-line-parts.ts';
import type { WaitingLine } from './use-queue.ts';

/** What digits tell apart. */
const NINE = 9;

interface Props {
  readonly line: WaitingLine;
  readonly busy: boolean;
  /** Why the last try with this line was refused. */
  readonly fault: unknown;
  readonly onMatch: (parts: readonly MatchPart[], terms: MatchTerms) => void;
}

/** What a line might be: chosen by its number, accepted by Enter; what is left is told by an account. */
export function LineMatch({ line, busy, fault, onMatch }: Props) {
  const t = useT();
  const told = useLineParts(line);
  const { candidates, chosen, toggle, parts, rest, isWhole, typed, setTyped } = told;
  const { currency } = line.amount;
  const accept = () => isWhole && !busy && onMatch(terms.confirmed(parts), terms.sent);
  const terms = useMatchTerms(line, fault);
  // Digits choose among nine: which nine goes on by a key.
  const [first, setFirst] = useState(0);
  const fields = useRef<HTMLDivElement>(null);
  const other = useRef<HTMLDivElement>(null);
  const add = () => setTyped((before) => [...before, NOTHING_TYPED]);
  useHotkeys([
    // Enter on another button or on a link is that one's.
    ['Enter', () => isFree(document.activeElement) && accept(), { preventDefault: false }],
    ['s', () => fields.current?.querySelector('input')?.focus()],
    ['a', add],
    ['o', () => other.current?.querySelector('input')?.focus()],
    ['n', () => setFirst(first + NINE < candidates.length ? first + NINE : 0)],
    ...candidates.slice(first, first + NINE).map((each, i) => [String(i + 1), () => toggle(each)] as [string, () => void]),
  ]);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    accept();
  };
  return (
    <form onSubmit={submit} className={styles.match}>
      <LineHead line={line} />
      {line.like && (
        <Alert color="yellow" title={t('banking.matching.likeTitle')}>
          {t('banking.matching.like')}
        </Alert>
      )}
      {told.isRead && candidates.length === 0 && <p className="dimmed">{t('banking.matching.nothing')}</p>}
      {candidates[0]?.tie && <p role="status">{t('banking.matching.tie')}</p>}
      <Candidates candidates={candidates} first={first} chosen={chosen} onToggle={toggle} />
      <OtherDocuments line={line} others={told.others} cents={told.cents} field={other} onChange={told.changeOthers} />
      <div ref={fields}>
        <TypedParts typed={typed} rest={inCurrency(told.left, currency).amount} onChange={setTyped} onAdd={add} />
      </div>
      {terms.fields}
      <Rest cents={rest} currency={currency} />
      <Button type="submit" disabled={!isWhole} loading={busy}>
        {t('banking.matching.accept')} <kbd>↵</kbd>
      </Button>
    </form>
  );
}

/** Whether Enter is nobody's else: the lines themselves only say which one is looked at. */
const isFree = (focused: Element | null): boolean => !focused?.closest('a, button') || focused.closest('[data-line]') !== null;

function LineHead({ line }: { readonly line: WaitingLine }) {
  const { money, longDate } = useFormats();
  const { partyName, text, reference, partyIban, original } = line;
  const before = original && [money(original), rateText(line)].filter(Boolean).join(' ');
  return (
    <header>
      <h2>{money(line.amount)}</h2>
      <p>{[longDate(line.date), partyName, text, reference, partyIban, before].filter(Boolean).join(' · ')}</p>
    </header>
  );
}

interface CandidatesProps {
  readonly candidates: readonly Candidate[];
  /** The one that the digit 1 chooses. */
  readonly first: number;
  readonly chosen: readonly Candidate[];
  readonly onToggle: (candidate: Candidate) => void;
}

function Candidates({ candidates, first, chosen, onToggle }: CandidatesProps) {
  const t = useT();
  return (
    <>
      <ol className={styles.candidates}>
        {candidates.map((candidate, i) => (
          <li key={keyOf(candidate)}>
            <CandidateRow
              candidate={candidate}
              digit={i - first + 1}
              chosen={chosen.includes(candidate)}
              onToggle={() => onToggle(candidate)}
            />
          </li>
        ))}
      </ol>
      {candidates.length > NINE && <p className="dimmed">{t('banking.matching.nextNine')}</p>}
    </>
  );
}

interface RowProps {
  readonly candidate: Candidate;
  /** The digit that chooses it, where it is one. */
  readonly digit: number;
  readonly chosen: boolean;
  readonly onToggle: () => void;
}

/** One document, or several of one party, with how sure that is and why, in sentences. */
function CandidateRow({ candidate, digit, chosen, onToggle }: RowProps) {
  const t = useT();
  const { money, date } = useFormats();
  const { documents, reasons, score } = candidate;
  const [first] = documents;
  const why = reasons.map(({ code, params }) => t(`banking.reasons.${code}` as 'banking.reasons.amount_equal', params));
  const sure = sureText(score, t);
  const sum = inCurrency(
    documents.reduce((total, { open }) => total + centsOf(open), 0),
    first?.open.currency ?? candidate.amount.currency,
  );
  return (
    <div className={styles.candidate} data-chosen={chosen || undefined}>
      <Checkbox
        checked={chosen}
        onChange={onToggle}
        label={
          <>
            {digit >= 1 && digit <= NINE && <kbd>{digit}</kbd>}{' '}
            {first ? namesOf(candidate) : t('banking.matching.toAccount', { account: accountOf(candidate) })}
          </>
        }
        description={[sure, ...why].join(' ')}
      />
      <span className="amount">{money(sum)}</span>
      <small className="dimmed">{first && date(first.dueDate ?? first.date)}</small>
      <span>
        {documents.map(({ id, no, number }) => (
          <Link
            key={`${id} ${no ?? ''}`}
            to={(hrefOf(id) ?? '/banking/matching') as never}
            aria-label={t('banking.matching.look', { number })}
          >
            ↗
          </Link>
        ))}
      </span>
    </div>
  );
}

/** `F2026-000123, F2026-000124 Cafés Levante`; of payments of runs, everybody's name. */
function namesOf({ documents }: Candidate): string {
  const parties = documents.every(({ no }) => no === undefined) ? documents.slice(0, 1) : documents;
  const unique = (texts: readonly (string | undefined)[]) => [...new Set(texts)].filter(Boolean).join(', ');
  return `${unique(documents.map(({ number }) => number))} ${unique(parties.map(({ partyName }) => partyName))}`;
}

/** The account of what goes to one as a whole. */
const accountOf = ({ parts: [part] }: Candidate): string => (part?.as === 'entry' ? part.account : '');

function Rest({ cents, currency }: { readonly cents: number; readonly currency: string }) {
  const t = useT();
  const { money } = useFormats();
  return (
    <p role="status">
      {cents === 0 ? t('banking.matching.whole') : t('banking.matching.rest', { amount: money(inCurrency(cents, currency)) })}
    </p>
  );
}
