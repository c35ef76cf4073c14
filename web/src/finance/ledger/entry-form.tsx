import { Button, TextInput } from '@mantine/core';
import { type KeyboardEvent, useRef, useState } from 'react';
import { useFormats } from '../../i18n/format.ts';
import { useT } from '../../i18n/i18n.ts';
import { Section } from '../../record/record-page.tsx';
import { MOD } from '../../shell/keys.ts';
import { DateField } from '../../ui/date-field.tsx';
import { euros } from './amounts.ts';
import { useChart } from './chart.ts';
import { type DraftEntry, differenceOf, faultsOf, isBlank, sumsOf } from './draft-entry.ts';
import { EntryLineFields } from './entry-line-fields.tsx';
import { EntryOutcome } from './entry-outcome.tsx';
import styles from './new-entry.module.css';
import { PeriodNote } from './period-note.tsx';
import { useEntryDraft } from './use-entry-draft.ts';
import { usePosting } from './use-posting.ts';

/** Date, words and lines; what the books will hold stands beside it while it is written. */
export function EntryForm({ name, initial }: { readonly name: string; readonly initial: DraftEntry }) {
  const t = useT();
  const written = useEntryDraft(name, initial);
  const { draft, change } = written;
  const { accounts } = useChart();
  const faults = faultsOf(draft, accounts);
  const [asked, setAsked] = useState(false);
  const form = useRef<HTMLDivElement>(null);
  const posting = usePosting(draft, faults.length === 0, written.clear);
  const faultOf = (field: string): string | undefined => {
    const own = asked ? faults.find((fault) => fault.field === field) : undefined;
    return own ? t(`books.newEntry.faults.${own.why}`) : posting.faultAt(field);
  };
  const post = () => {
    setAsked(true);
    if (faults.length === 0) posting.post();
    else requestAnimationFrame(() => form.current?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus());
  };
  const keys = (event: KeyboardEvent) => {
    if (!(event.ctrlKey || event.metaKey)) return;
    const line = (event.target as HTMLElement).closest<HTMLElement>('[data-line]')?.dataset.line;
    if (event.key === 'b' && line !== undefined) written.fill(Number(line));
    else if (event.key === 'Enter') post();
    else return;
    event.preventDefault();
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys of the fields inside it, whichever has the focus.
    <div ref={form} className={styles.form} onKeyDown={keys}>
      <Section title={t('books.entry.facts')}>
        <div className={styles.top}>
          <DateField label={t('books.date')} required value={draft.date} error={faultOf('date')} onChange={(date) => change({ date })} />
          <TextInput
            label={t('books.text')}
            required
            maxLength={140}
            value={draft.text}
            error={faultOf('text')}
            onChange={(event) => change({ text: event.currentTarget.value })}
            autoFocus
          />
        </div>
        <PeriodNote date={draft.date} />
      </Section>
      <Lines written={written} faultOf={faultOf} />
      <EntryOutcome posting={posting} ready={faults.length === 0}>
        <Button onClick={post} loading={posting.busy} aria-keyshortcuts="Control+Enter">
          {t('books.newEntry.save')}
        </Button>
        <Button variant="default" onClick={written.clear}>
          {t('books.newEntry.clear')}
        </Button>
      </EntryOutcome>
    </div>
  );
}

interface LinesProps {
  readonly written: ReturnType<typeof useEntryDraft>;
  readonly faultOf: (field: string) => string | undefined;
}

function Lines({ written, faultOf }: LinesProps) {
  const t = useT();
  const { lines } = written.draft;
  const used = lines.filter((line) => !isBlank(line)).length;
  return (
    <Section title={t('books.newEntry.lines')}>
      <div className={styles.lines}>
        <div className={styles.heads} aria-hidden>
          <span>{t('books.account')}</span>
          <span className="amount">{t('books.debit')}</span>
          <span className="amount">{t('books.credit')}</span>
          <span>{t('books.newEntry.lineText')}</span>
        </div>
        {lines.map((line, index) => (
          <EntryLineFields
            // biome-ignore lint/suspicious/noArrayIndexKey: lines have no other name; removing one makes all of them anew.
            key={`${written.edition}-${index}`}
            line={line}
            index={index}
            faultOf={(name) => faultOf(`lines.${index}.${name}`)}
            onChange={(next) => written.changeLine(index, next)}
            onRemove={index < lines.length - 1 ? () => written.removeLine(index) : undefined}
          />
        ))}
      </div>
      <Difference written={written} fault={used > 0 ? faultOf('lines') : undefined} />
      <p className={`dimmed ${styles.hint}`}>
        <kbd>{MOD} B</kbd> {t('books.newEntry.keyFill')} · <kbd>{MOD} ↵</kbd> {t('books.newEntry.keyPost')} ·{' '}
        {t('books.newEntry.keptDraft')}
      </p>
    </Section>
  );
}

/** By how much it does not balance yet, and the way to put it right: the last line takes it. */
function Difference({ written, fault }: { readonly written: LinesProps['written']; readonly fault: string | undefined }) {
  const t = useT();
  const { money } = useFormats();
  const { lines } = written.draft;
  const { debit, credit } = sumsOf(lines);
  const difference = differenceOf(lines);
  const amount = money(euros(Math.abs(difference)));
  const openLine = lines.findLastIndex((line) => line.account !== '' && !line.debit && !line.credit);
  return (
    <div className={styles.difference} data-balanced={(difference === 0 && debit > 0) || undefined}>
      <b role="status">
        {difference === 0
          ? t(debit === 0 ? 'books.newEntry.noAmounts' : 'books.newEntry.balances')
          : t(difference > 0 ? 'books.newEntry.missingCredit' : 'books.newEntry.missingDebit', { amount })}
      </b>
      {difference !== 0 && (
        <Button size="compact-sm" variant="default" onClick={() => written.fill(openLine >= 0 ? openLine : lines.length - 1)}>
          {t('books.newEntry.fill')}
        </Button>
      )}
      {debit + credit > 0 && (
        <span className="dimmed">{t('books.newEntry.sums', { debit: money(euros(debit)), credit: money(euros(credit)) })}</span>
      )}
      {fault && <span className={styles.fault}>{fault}</span>}
    </div>
  );
}
