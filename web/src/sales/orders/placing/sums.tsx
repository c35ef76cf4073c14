import type { Totals } from '#domain/finance/events.ts';
import { type Minor, minorText } from '#kernel/money.ts';
import { useFormats } from '../../../i18n/format.ts';
import { useT } from '../../../i18n/i18n.ts';
import styles from './placing.module.css';

/** What the order comes to, while it is typed. */
export function Sums({ totals }: { readonly totals: Totals }) {
  const t = useT();
  const { money, percent } = useFormats();
  const euros = (minor: Minor) => money({ amount: minorText(minor), currency: 'EUR' });
  return (
    <dl className={styles.sums} aria-live="polite">
      <dt>{t('records.totals.net')}</dt>
      <dd className="amount">{euros(totals.net)}</dd>
      {totals.taxes.map((tax) => (
        <div key={`${tax.code} ${tax.percent}`}>
          <dt>{t('records.totals.tax', { percent: percent(tax.percent) })}</dt>
          <dd className="amount">{euros(tax.tax)}</dd>
        </div>
      ))}
      <dt>{t('records.totals.gross')}</dt>
      <dd className="amount">{euros(totals.gross)}</dd>
    </dl>
  );
}
