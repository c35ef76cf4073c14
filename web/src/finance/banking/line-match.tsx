import { Alert, Button, Checkbox } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { Link } from '@tanstack/react-router';
import { type FormEvent, useRef, useState } from 'react';
import { $api } from '../../api/client.ts';
import { centsOf, inCurrency } from '../../api/money.ts';
import { useFormats } from '../../i18n/format.ts';
import { useT } from '../../i18n/i18n.ts';
import { hrefOf } from '../../record/kinds.ts';
import { rateText } from './bank-text.ts';
import styles from './banking.module.css';
import {
  acceptable,
  type Candidate,
  filled,
  keyOf,
  type MatchPart,
  NOTHING_TYPED,
  partsOf,
  restOf,
  type TypedPart,
  toggled,
} from './match-draft.ts';
import { TypedParts } from './typed-parts.tsx';
import type { WaitingLine } from './use-matching.ts';

interface Props {
  readonly line: WaitingLine;
  readonly busy: boolean;
  readonly onMatch: (parts: readonly MatchPart[]) => void;
}

/** What a line might be: chosen by its number, accepted by Enter; what is left is told by an account. */
export function LineMatch({ line, busy, onMatch }: Props) {
  const t = useT();
  const { data } = $api.useQuery('get', '/banking/lines/{lineId}/candidates', { params: { path: { lineId: line.id } } });
  const candidates = data?.items ?? [];
  const best = acceptable(candidates, line);
  const [picked, setPicked] = useState<readonly Candidate[]>();
  const [typed, setTyped] = useState<readonly TypedPart[]>([NOTHING_TYPED]);
  const chosen = picked ?? (best ? [best] : []);
  const toggle = (candidate: Candidate) => setPicked(toggled(chosen, candidate));
  const { currency } = line.amount;
  const byAccount = filled(line, chosen, typed);
  const parts = partsOf(chosen, byAccount, currency);
  const rest = restOf(line, chosen, byAccount);
  // What the first part without an amount takes.
  const left = restOf(
    line,
    chosen,
    filled(
      line,
      chosen,
      typed.filter(({ amount }) => amount !== ''),
    ),
  );
  const isWhole = data !== undefined && parts.length > 0 && rest === 0;
  const accept = () => isWhole && !busy && onMatch(parts);
  const fields = useRef<HTMLDivElement>(null);
  const add = () => setTyped((before) => [...before, NOTHING_TYPED]);
  useHotkeys([
    // Enter on another button or on a link is that one's.
    ['Enter', () => isFree(document.activeElement) && accept(), { preventDefault: false }],
    ['s', () => fields.current?.querySelector('input')?.focus()],
    ['a', add],
    ...candidates.slice(0, 9).map((each, i) => [String(i + 1), () => toggle(each)] as [string, () => void]),
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
      {data && candidates.length === 0 && <p className="dimmed">{t('banking.matching.nothing')}</p>}
      {candidates[0]?.tie && <p role="status">{t('banking.matching.tie')}</p>}
      <ol className={styles.candidates}>
        {candidates.map((candidate, i) => (
          <li key={keyOf(candidate)}>
            <CandidateRow candidate={candidate} no={i + 1} chosen={chosen.includes(candidate)} onToggle={() => toggle(candidate)} />
          </li>
        ))}
      </ol>
      <div ref={fields}>
        <TypedParts typed={typed} rest={inCurrency(left, currency).amount} onChange={setTyped} onAdd={add} />
      </div>
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

interface RowProps {
  readonly candidate: Candidate;
  readonly no: number;
  readonly chosen: boolean;
  readonly onToggle: () => void;
}

/** One document, or several of one party, with how sure that is and why, in sentences. */
function CandidateRow({ candidate, no, chosen, onToggle }: RowProps) {
  const t = useT();
  const { money, date } = useFormats();
  const { documents, reasons, score } = candidate;
  const [first] = documents;
  const why = reasons.map(({ code, params }) => t(`banking.reasons.${code}` as 'banking.reasons.amount_equal', params));
  const sure = t(`banking.matching.sure.${score >= 90 ? 'high' : score >= 50 ? 'middle' : 'low'}`, { score: String(score) });
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
            {no <= 9 && <kbd>{no}</kbd>}{' '}
            {first
              ? `${documents.map(({ number }) => number).join(', ')} ${first.partyName ?? ''}`
              : t('banking.matching.toAccount', { account: accountOf(candidate) })}
          </>
        }
        description={[sure, ...why].join(' ')}
      />
      <span className="amount">{money(sum)}</span>
      <small className="dimmed">{first && date(first.dueDate ?? first.date)}</small>
      <span>
        {documents.map(({ id, number }) => (
          <Link key={number} to={(hrefOf(id) ?? '/banking/matching') as never} aria-label={t('banking.matching.look', { number })}>
            ↗
          </Link>
        ))}
      </span>
    </div>
  );
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
