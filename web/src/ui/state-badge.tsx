import type { Tone } from '#kernel/record.ts';
import { useT } from '../i18n/i18n.ts';
import { toneOf } from '../record/kinds.ts';
import styles from './state-badge.module.css';

/** States of what is no record of its own: a row of an import, a dispute over an invoice, a thing to do before a year end. */
const TONES: Readonly<Record<string, Readonly<Record<string, Tone>>>> = {
  importRow: { sold: 'good', returned: 'calm', already: 'plain', changed: 'warn', 'not-taken': 'bad', unfinished: 'bad' },
  dispute: { open: 'warn' },
  'year-task': { done: 'good', open: 'warn', nothing: 'plain' },
};

/** A state in words, with its colour; colour alone says nothing. */
export function StateBadge({ kind, state }: { readonly kind: string; readonly state: string }) {
  const t = useT();
  const label = t(`states.${kind}.${state}` as 'states.order.placed', { defaultValue: state });
  return (
    <span className={styles.badge} data-tone={toneOf(kind, state) ?? TONES[kind]?.[state] ?? 'plain'}>
      {label}
    </span>
  );
}
