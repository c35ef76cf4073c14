import { Button, Loader } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Totals } from '#domain/finance/events.ts';
import { DomainError } from '#kernel/errors.ts';
import { BASE_CURRENCY, type Minor, minorText } from '#kernel/money.ts';
import { EntriesPreview } from '../actions/entries-preview.tsx';
import type { Schemas } from '../api/client.ts';
import { useT } from '../i18n/i18n.ts';
import page from '../record/record.module.css';
import { Section } from '../record/record-page.tsx';
import { TotalRows } from '../record/totals.tsx';
import { ProblemNote } from '../ui/problem-note.tsx';
import { useTitle } from '../ui/title.ts';
import type { Draft } from './draft.ts';
import { type Field, Fields } from './field.tsx';
import styles from './lines.module.css';
import { Lines, type LinesProps } from './lines.tsx';
import type { Editing } from './use-document.ts';

interface PageProps {
  /** The list that the document will be in. */
  readonly parent: { readonly to: string; readonly label: string };
  readonly title: string;
  readonly text?: string;
  /** What the document begins with, where that must be read first: nothing is shown before. */
  readonly reading?: { readonly isLoading: boolean; readonly error: unknown };
  readonly children: ReactNode;
}

/** The frame of a document that is not there yet. */
export function NewDocument({ parent, title, text, reading, children }: PageProps) {
  const t = useT();
  useTitle(title);
  return (
    <article className={page.record}>
      <nav aria-label={t('records.path')} className={`${page.path} no-print`}>
        <Link to={parent.to as never}>{parent.label}</Link>
      </nav>
      <h1>{title}</h1>
      {text && <p className={`dimmed ${styles.text}`}>{text}</p>}
      <ProblemNote error={reading?.error} />
      {reading?.isLoading ? <Loader role="status" aria-label={t('shell.loading')} /> : children}
    </article>
  );
}

/** A button of the document. Without `run` it sends the document, in its mode. */
interface DocumentButton {
  readonly label: string;
  readonly mode?: string;
  readonly run?: () => void;
  readonly danger?: boolean;
  readonly disabled?: boolean;
}

interface Priced {
  readonly nets: ReadonlyMap<string, Minor>;
  readonly totals: Totals;
  /** Income tax that is kept back of them. */
  readonly withheld?: { readonly percent: string; readonly amount: Minor } | undefined;
  /** Where that is not the one of the books. */
  readonly currency?: string;
}

/** What the lines come to, by the rulebook; or what it refuses, such as a day before there was a rate. */
export function priced(reckon: () => Priced): Priced & { readonly refusal?: unknown } {
  try {
    return reckon();
  } catch (refusal) {
    if (!(refusal instanceof DomainError)) throw refusal;
    return { nets: new Map(), totals: { net: 0, tax: 0, rounding: 0, gross: 0, taxes: [] }, refusal };
  }
}

interface Props<D extends Draft, Result> extends Omit<LinesProps<D>, 'editing'> {
  readonly editing: Editing<D, Result>;
  readonly label: string;
  readonly fields: readonly Field<D>[];
  /** What is told of these fields: terms of the customer, the period. */
  readonly children?: ReactNode;
  /** What stands below the lines: a sum, another way to begin one. */
  readonly below?: ReactNode;
  readonly totals?: Priced & { readonly refusal?: unknown };
  /** Fields beside the totals. */
  readonly foot?: readonly Field<D>[];
  /** The entries that the books will have, where the API can try it. */
  readonly entries?: ((tried: Result) => readonly Schemas['Entry'][]) | undefined;
  /** The last one is what Ctrl+Enter does. */
  readonly buttons: readonly DocumentButton[];
  /** Keys of its own, in words. */
  readonly keys?: ReactNode;
}

/** Fields, lines, what they come to and what the books will hold; what is refused stands at its field. */
export function DocumentEditor<D extends Draft, Result>(props: Props<D, Result>) {
  const { editing, label, fields, children, below, totals, foot = [], entries } = props;
  const t = useT();
  const record = {
    record: editing.draft,
    faultAt: editing.faultAt,
    onChange: (part: Partial<D>) => editing.change((draft) => ({ ...draft, ...part })),
  };
  return (
    <form className={styles.form} aria-label={label} noValidate onSubmit={(event) => event.preventDefault()}>
      <Section title={t('lines.facts')}>
        <Fields {...record} fields={fields} />
        {children}
      </Section>
      <Section title={t('records.lines')}>
        <Lines {...props} />
        {below && <div className={styles.below}>{below}</div>}
      </Section>
      {totals && (
        <Section title={t('lines.totals')}>
          <div className={styles.foot}>
            <Fields {...record} fields={foot} />
            <Sums {...totals} />
          </div>
        </Section>
      )}
      {entries && <Preview editing={editing} entries={entries} />}
      <div className={`${styles.end} no-print`}>
        <ProblemNote error={editing.error ?? totals?.refusal} />
        <Buttons {...props} />
      </div>
    </form>
  );
}

/** What the document comes to, while it is typed. */
function Sums({ totals: { net, tax, rounding, gross, taxes }, withheld, currency = BASE_CURRENCY }: Priced) {
  const money = (minor: Minor) => ({ amount: minorText(minor, currency), currency: currency as typeof BASE_CURRENCY });
  const rows = taxes.map(({ selfCharged, deductible, ...each }) => ({
    ...{ ...each, base: money(each.base), tax: money(each.tax) },
    ...(selfCharged === undefined ? {} : { selfCharged: money(selfCharged) }),
    ...(deductible === undefined ? {} : { deductible: money(deductible) }),
  }));
  const kept = withheld && {
    withheld: { percent: withheld.percent, amount: money(withheld.amount) },
    payable: money(gross - withheld.amount),
  };
  const sums = { net: money(net), tax: money(tax), rounding: money(rounding), gross: money(gross), taxes: rows, ...kept };
  return (
    <div role="status" className={styles.sums}>
      <table>
        <TotalRows span={1} totals={sums} />
      </table>
    </div>
  );
}

function Preview<D extends Draft, Result>({
  editing: { tried, complete },
  entries,
}: {
  readonly editing: Editing<D, Result>;
  readonly entries: NonNullable<Props<D, Result>['entries']>;
}) {
  const t = useT();
  return (
    <Section title={t('actions.preview')} actions={tried.isFetching && <Loader size={14} aria-label={t('shell.loading')} />}>
      <div aria-live="polite" aria-busy={tried.isFetching}>
        {!complete && <p className="dimmed">{t('lines.incomplete')}</p>}
        {complete && tried.data !== undefined && !tried.error && <EntriesPreview entries={entries(tried.data)} />}
      </div>
    </Section>
  );
}

function Buttons<D extends Draft, Result>({ editing, buttons, keys }: Pick<Props<D, Result>, 'editing' | 'buttons' | 'keys'>) {
  const t = useT();
  const run = ({ run, mode = '' }: DocumentButton) => (run ? run() : editing.submit(mode));
  const last = buttons.at(-1);
  // A dialog over the document has this key for itself.
  const send = () => last && !document.querySelector('[role=dialog]') && run(last);
  useHotkeys([['mod+Enter', send]], []);
  return (
    <div className={styles.buttons}>
      <p className="dimmed">
        {keys} {t('lines.keys')}
      </p>
      {buttons.map((button) => (
        <Button
          key={button.label}
          variant={button === last ? 'filled' : 'default'}
          loading={button.run === undefined && editing.busy === (button.mode ?? '')}
          disabled={button.disabled === true}
          {...(button.danger ? { c: 'var(--bad)' } : {})}
          {...(button === last ? { 'aria-keyshortcuts': 'Control+Enter' } : {})}
          onClick={() => run(button)}
        >
          {button.label}
        </Button>
      ))}
    </div>
  );
}
