import { Link } from '@tanstack/react-router';
import { useFormats } from '../../i18n/format.ts';
import { useT } from '../../i18n/i18n.ts';
import styles from './period-note.module.css';
import { usePeriodState } from './use-period.ts';

const TEXTS = { open: 'periodOpen', closed: 'periodClosed', locked: 'periodLocked', none: 'periodNone' } as const;

/** Whether entries may be made on a day, said before anything is saved. */
export function PeriodNote({ date }: { readonly date: string }) {
  const t = useT();
  const { month } = useFormats();
  const { period, state } = usePeriodState(date);
  if (!state) return <p className={styles.period} role="status" />;
  return (
    <p className={styles.period} data-state={state} role="status">
      {t(`books.newEntry.${TEXTS[state]}`, { period: month(period) })}{' '}
      {state !== 'open' && <Link to={'/periods' as never}>{t('books.periods.title')}</Link>}
    </p>
  );
}
