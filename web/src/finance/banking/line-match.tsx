import { Button, Checkbox, TextInput } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { Link } from '@tanstack/react-router';
import { type FormEvent, useRef, useState } from 'react';
import { $api } from '../../api/client.ts';
import { euros } from '../../api/money.ts';
import { useFormats } from '../../i18n/format.ts';
import { useT } from '../../i18n/i18n.ts';
import { hrefOf } from '../../record/kinds.ts';
import { AccountField } from '../ledger/account-field.tsx';
import styles from './banking.module.css';
import { type Candidate, type MatchPart, NOTHING_TYPED, partsOf, restOf, type TypedPart } from './match-draft.ts';
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
  const best = bestOf(candidates, line);
  const [picked, setPicked] = useState<readonly string[]>();
  const [typed, setTyped] = useState<TypedPart>(NOTHING_TYPED);
  const ids = picked ?? (best ? [best.id] : []);
  const chosen = candidates.filter(({ id }) => ids.includes(id));
  const left = restOf(line, chosen, []);
  const part = { ...typed, amount: typed.amount || euros(left).amount };
  const parts = partsOf(chosen, typed.account ? [part] : []);
  const rest = typed.account ? restOf(line, chosen, [part]) : left;
  const isWhole = data !== undefined && parts.length > 0 && rest === 0;
  const toggle = (id: string) => setPicked(ids.includes(id) ? ids.filter((each) => each !== id) : [...ids, id]);
  const accept = () => isWhole && !busy && onMatch(parts);
  const account = useRef<HTMLDivElement>(null);
  useHotkeys([
    // Enter on another button or on a link is that one's.
    ['Enter', () => isFree(document.activeElement) && accept(), { preventDefault: false }],
    ['s', () => account.current?.querySelector('input')?.focus()],
    ...candidates.slice(0, 9).map(({ id }, i) => [String(i + 1), () => toggle(id)] as [string, () => void]),
  ]);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    accept();
  };
  return (
    <form onSubmit={submit} className={styles.match}>
      <LineHead line={line} />
      {data && candidates.length === 0 && <p className="dimmed">{t('banking.matching.nothing')}</p>}
      <ol className={styles.candidates}>
        {candidates.map((candidate, i) => (
          <li key={candidate.id}>
            <CandidateRow candidate={candidate} no={i + 1} chosen={ids.includes(candidate.id)} onToggle={() => toggle(candidate.id)} />
          </li>
        ))}
      </ol>
      <div ref={account}>
        <TypedFields part={typed} rest={euros(left).amount} onChange={setTyped} />
      </div>
      <Rest cents={rest} />
      <Button type="submit" disabled={!isWhole} loading={busy}>
        {t('banking.matching.accept')} <kbd>↵</kbd>
      </Button>
    </form>
  );
}

/** Whether Enter is nobody's else: the lines themselves only say which one is looked at. */
const isFree = (focused: Element | null): boolean => !focused?.closest('a, button') || focused.closest('[data-line]') !== null;

/** What is chosen to begin with: the best, where it explains the whole line and no other does as well. */
function bestOf([first, second]: readonly Candidate[], line: WaitingLine): Candidate | undefined {
  return first && first.amount.amount === line.amount.amount && first.score > (second?.score ?? 0) ? first : undefined;
}

function LineHead({ line }: { readonly line: WaitingLine }) {
  const { money, longDate } = useFormats();
  const { partyName, text, reference, partyIban } = line;
  return (
    <header>
      <h2>{money(line.amount)}</h2>
      <p>{[longDate(line.date), partyName, text, reference, partyIban].filter(Boolean).join(' · ')}</p>
    </header>
  );
}

interface RowProps {
  readonly candidate: Candidate;
  readonly no: number;
  readonly chosen: boolean;
  readonly onToggle: () => void;
}

/** One document, with why it might be the line, in words. */
function CandidateRow({ candidate, no, chosen, onToggle }: RowProps) {
  const t = useT();
  const { money, date } = useFormats();
  const { id, number, partyName, reasons, open, dueDate, score } = candidate;
  const why = reasons.map((reason) => t(`banking.matching.reasons.${reason}` as 'banking.matching.reasons.amount'));
  const sure = t(`banking.matching.sure.${score >= 75 ? 'high' : score >= 40 ? 'middle' : 'low'}`);
  return (
    <div className={styles.candidate} data-chosen={chosen || undefined}>
      <Checkbox
        checked={chosen}
        onChange={onToggle}
        label={
          <>
            {no <= 9 && <kbd>{no}</kbd>} {number} {partyName}
          </>
        }
        description={[sure, ...why].join(' · ')}
      />
      <span className="amount">{money(open)}</span>
      <small className="dimmed">{date(dueDate ?? candidate.date)}</small>
      <Link to={(hrefOf(id) ?? '/banking/matching') as never} aria-label={t('banking.matching.look', { number })}>
        ↗
      </Link>
    </div>
  );
}

interface TypedProps {
  readonly part: TypedPart;
  readonly rest: string;
  readonly onChange: (part: TypedPart) => void;
}

/** What no document tells of, by an account: a fee, wages, a tax, a transfer. */
function TypedFields({ part, rest, onChange }: TypedProps) {
  const t = useT();
  const { decimal } = useFormats();
  const set = (name: keyof TypedPart) => (value: string) => onChange({ ...part, [name]: value });
  return (
    <fieldset className={styles.typed}>
      <legend>{t('banking.matching.byAccount')}</legend>
      <AccountField id="by-account" label={t('banking.matching.account')} value={part.account} onChange={set('account')} />
      <TextInput
        label={t('banking.matching.amount')}
        inputMode="decimal"
        maxLength={16}
        placeholder={decimal(rest)}
        value={part.amount}
        onChange={(event) => set('amount')(event.currentTarget.value.replace(',', '.'))}
      />
      <TextInput
        label={t('banking.matching.text')}
        maxLength={140}
        value={part.text}
        onChange={(event) => set('text')(event.currentTarget.value)}
      />
    </fieldset>
  );
}

function Rest({ cents }: { readonly cents: number }) {
  const t = useT();
  const { money } = useFormats();
  return <p role="status">{cents === 0 ? t('banking.matching.whole') : t('banking.matching.rest', { amount: money(euros(cents)) })}</p>;
}
