import { ActionIcon, Button } from '@mantine/core';
import { type CSSProperties, type KeyboardEvent, type ReactNode, useEffect, useState } from 'react';
import { BASE_CURRENCY, minorText } from '#kernel/money.ts';
import { useNumberFault } from '../form/decimal-input.tsx';
import { useFormats } from '../i18n/format.ts';
import { useT } from '../i18n/i18n.ts';
import { IconTrash } from '../ui/icons.ts';
import { type Draft, type LineOf, withLine, withoutLine } from './draft.ts';
import { type Field, FieldInput } from './field.tsx';
import styles from './lines.module.css';
import type { Editing } from './use-document.ts';

export interface LinesProps<D extends Draft> {
  readonly editing: Pick<Editing<D>, 'kind' | 'draft' | 'change' | 'faultAt'>;
  readonly columns: readonly Field<LineOf<D>>[];
  /** Enter in a number goes to the next line instead of the next field: what follows has been filled in already. */
  readonly shortEnter?: boolean;
  /** What else is to be said of a line, below it. */
  readonly note?: (line: LineOf<D>) => ReactNode;
}

const TRACKS: Partial<Record<Field<never>['as'], string>> = { decimal: '104px', vat: '150px', amount: '104px' };
/** What is chosen and not typed: the next field follows at once. */
const picks = ({ as }: { readonly as: Field<never>['as'] }): boolean => as === 'item' || as === 'own';
const isWide = ({ as }: { readonly as: Field<never>['as'] }): boolean => TRACKS[as] === undefined;
const focus = (id: string) => document.getElementById(id)?.focus();

/** Lines with a blank one always at the end. Enter leads on; a line that was removed can be had back. */
export function Lines<D extends Draft>({ editing, columns, shortEnter = false, note }: LinesProps<D>) {
  const t = useT();
  const { kind, draft, change, faultAt } = editing;
  const { lines } = draft;
  const [main] = columns;
  const [removed, setRemoved] = useState<{ readonly line: LineOf<D>; readonly at: number }>();
  const remove = (line: LineOf<D>, at: number) => {
    change((now) => withoutLine(kind, now, line.key));
    setRemoved({ line, at });
    focus(`${(lines[at + 1] ?? lines[0])?.key}-${main?.name}`);
  };
  const undo = () => {
    if (removed) change((now) => ({ ...now, lines: now.lines.toSpliced(removed.at, 0, removed.line) }));
    setRemoved(undefined);
  };
  const tracks = columns.map((column) => column.width ?? TRACKS[column.as] ?? 'minmax(180px, 1fr)').join(' ');
  return (
    <div className={styles.lines} style={{ '--tracks': `${tracks} 32px` } as CSSProperties}>
      <div className={styles.heads} aria-hidden>
        {columns.map(({ name, as, label }) => (
          <span key={name} className={as === 'amount' || as === 'decimal' ? 'amount' : undefined}>
            {label}
          </span>
        ))}
      </div>
      <ol onKeyDown={(event) => leadOn(event, shortEnter)} data-fault={faultAt('lines') && true}>
        {lines.map((line, at) => (
          <Row<LineOf<D>>
            key={line.key}
            line={line}
            no={at + 1}
            columns={columns}
            faultAt={faultAt}
            onChange={(part) => change((now) => withLine(kind, now, line.key, part))}
            onRemove={at < lines.length - 1 ? () => remove(line, at) : undefined}
            note={note?.(line)}
          />
        ))}
      </ol>
      {faultAt('lines') && (
        <p role="alert" className={styles.fault}>
          {faultAt('lines')}
        </p>
      )}
      <p role="status" className={styles.removed}>
        {removed && (
          <>
            {t('lines.removed', { no: removed.at + 1 })}
            <Button size="compact-sm" variant="subtle" onClick={undo}>
              {t('lines.undo')}
            </Button>
          </>
        )}
      </p>
    </div>
  );
}

/** Enter: to the next field of the lines, or to the next line. What takes Enter itself, such as a list of choices, goes before. */
function leadOn(event: KeyboardEvent<HTMLElement>, shortEnter: boolean): void {
  const { target, currentTarget } = event;
  if (event.key !== 'Enter' || event.ctrlKey || event.metaKey || event.defaultPrevented || !(target instanceof HTMLInputElement)) return;
  // A list of choices that has nothing to take yet: Enter is for it, not for the next field.
  if (target.getAttribute('aria-expanded') === 'true') return;
  event.preventDefault();
  const row = target.closest('[data-line]');
  const inputsOf = (box: Element | null | undefined) => [
    ...(box?.querySelectorAll<HTMLInputElement>('input:enabled:not([type=hidden])') ?? []),
  ];
  const next = shortEnter && inputsOf(row)[0] !== target ? inputsOf(row?.nextElementSibling)[0] : undefined;
  const all = inputsOf(currentTarget);
  (next ?? all[all.indexOf(target) + 1])?.focus();
}

interface RowProps<L> {
  readonly line: L;
  readonly no: number;
  readonly columns: readonly Field<L>[];
  readonly faultAt: (place: string) => string | undefined;
  readonly onChange: (change: Partial<L>) => void;
  readonly onRemove: (() => void) | undefined;
  readonly note: ReactNode;
}

function Row<L extends { readonly key: string }>({ line, no, columns, faultAt, onChange, onRemove, note }: RowProps<L>) {
  const t = useT();
  const { money } = useFormats();
  const { key } = line;
  const follow = useFollowing(line);
  const faultOf = ({ name, path }: Field<L>) => faultAt(`${key}.${path ?? name}`);
  const input = (column: Field<L>, index: number) => {
    if (column.as === 'amount') {
      const amount = column.of(line);
      return (
        <output key={column.name} className={`amount ${styles.amount}`} aria-label={column.label}>
          {amount === undefined ? '' : money({ amount: minorText(amount, column.currency), currency: column.currency ?? BASE_CURRENCY })}
        </output>
      );
    }
    const following = columns[index + 1];
    const wide = isWide(column);
    const fault = faultOf(column);
    return (
      <FieldInput
        key={column.name}
        field={column}
        record={line}
        id={`${key}-${column.name}`}
        label={column.label}
        className={styles[wide ? 'wide' : column.as]}
        // Narrow fields have their words below the line.
        error={wide ? fault : fault !== undefined}
        {...(wide ? {} : { 'aria-describedby': `${key}-notes` })}
        {...(column.autoFocus && no === 1 && window.innerWidth >= 900 ? { autoFocus: true } : {})}
        onChange={(change) => {
          onChange(change);
          if (picks(column) && following && change[column.name]) follow(`${key}-${following.name}`);
        }}
      />
    );
  };
  return (
    <li
      data-line={key}
      data-blank={onRemove ? undefined : true}
      className={styles.line}
      aria-label={t('lines.no', { no })}
      onKeyDown={(event) => {
        if (event.key === 'Delete' && (event.ctrlKey || event.metaKey)) onRemove?.();
      }}
    >
      {columns.map(input)}
      {onRemove ? (
        <ActionIcon
          className={styles.remove}
          variant="subtle"
          color="gray"
          // Tab goes from field to field; the keys remove the line as well.
          tabIndex={-1}
          aria-keyshortcuts="Control+Delete"
          aria-label={t('lines.remove', { no })}
          onClick={onRemove}
        >
          <IconTrash size={16} />
        </ActionIcon>
      ) : (
        <span />
      )}
      <Notes id={`${key}-notes`} line={line} columns={columns.filter((column) => !isWide(column))} faultOf={faultOf} note={note} />
    </li>
  );
}

interface NotesProps<L> {
  readonly id: string;
  readonly line: L;
  readonly columns: readonly Field<L>[];
  readonly faultOf: (column: Field<L>) => string | undefined;
  readonly note: ReactNode;
}

/** What is wrong with the narrow fields of a line, in words below it. */
function Notes<L>({ id, line, columns, faultOf, note }: NotesProps<L>) {
  const numberFault = useNumberFault();
  const faults = columns.map((column) => (column.as === 'decimal' ? numberFault(String(line[column.name])) : undefined) ?? faultOf(column));
  return (
    <div className={styles.notes} id={id}>
      {[...new Set(faults)].filter(Boolean).map((text) => (
        <p key={text} role="alert" className={styles.fault}>
          {text}
        </p>
      ))}
      {note}
    </div>
  );
}

/** To a field as soon as the line shows what was picked: only then is it there to be typed over. */
function useFollowing(line: unknown): (id: string) => void {
  const [wanted, setWanted] = useState<string>();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the line enables the field.
  useEffect(() => {
    const field = wanted === undefined ? null : document.getElementById(wanted);
    if (!(field instanceof HTMLInputElement) || field.disabled) return;
    field.focus();
    setWanted(undefined);
  }, [wanted, line]);
  return setWanted;
}
