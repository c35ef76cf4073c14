import { useT } from '../i18n/i18n.ts';
import styles from './state-badge.module.css';

type Tone = 'good' | 'warn' | 'bad' | 'calm' | 'plain';

/** How the states of all records look: done, waiting for somebody, in trouble, under way. */
const TONES: Readonly<Record<string, Tone>> = {
  placed: 'warn',
  'partly-shipped': 'warn',
  shipped: 'calm',
  invoiced: 'calm',
  paid: 'good',
  closed: 'good',
  cancelled: 'plain',
  quote: 'plain',
  placing: 'calm',
  open: 'warn',
  partial: 'warn',
  overdue: 'bad',
  settled: 'good',
  credited: 'plain',
  failed: 'bad',
  done: 'good',
  completed: 'good',
  running: 'calm',
  locked: 'plain',
  active: 'good',
  invited: 'calm',
  removed: 'plain',
  waiting: 'warn',
  sold: 'good',
  returned: 'calm',
  already: 'plain',
  changed: 'warn',
  'not-taken': 'bad',
  inactive: 'plain',
  announced: 'warn',
  'return.received': 'calm',
  'period.open': 'good',
  'period.closed': 'warn',
  used: 'good',
  received: 'good',
  reversed: 'plain',
  reversal: 'calm',
};

/** A state in words, with its colour; colour alone says nothing. */
export function StateBadge({ kind, state }: { readonly kind: string; readonly state: string }) {
  const t = useT();
  const label = t(`states.${kind}.${state}` as 'states.order.placed', { defaultValue: state });
  return (
    <span className={styles.badge} data-tone={TONES[`${kind}.${state}`] ?? TONES[state] ?? 'plain'}>
      {label}
    </span>
  );
}
