import type { Schemas } from '../../api/client.ts';
import { useFormats } from '../../i18n/format.ts';
import { useT } from '../../i18n/i18n.ts';
import lists from '../../list/list.module.css';
import ledger from '../ledger/ledger.module.css';
import styles from './tax-return.module.css';

/** The parties that a form names. */
export function FormLines({ lines }: { readonly lines: Schemas['TaxReturn']['lines'] }) {
  const t = useT();
  const { money } = useFormats();
  if (lines.length === 0) return null;
  return (
    <table className={`${lists.table} ${ledger.figures} ${styles.boxes}`}>
      <caption>{t('tax.lines')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('tax.key')}</th>
          <th scope="col">{t('tax.party')}</th>
          <th scope="col" className="amount">
            {t('tax.base')}
          </th>
          <th scope="col" className="amount">
            {t('tax.declared')}
          </th>
          <th scope="col">{t('tax.quarters')}</th>
        </tr>
      </thead>
      <tbody>
        {lines.map(({ key, party, taxId, base, amount, quarters, corrects }) => (
          <tr key={`${key}-${taxId ?? party}-${corrects?.period ?? ''}`}>
            <td>{key || '–'}</td>
            <th scope="row">
              {party} {taxId && <span className="dimmed">{taxId}</span>}
            </th>
            <td className="amount">{money(base)}</td>
            <td className="amount">{money(amount ?? base)}</td>
            <td>
              {quarters?.map((each) => money(each)).join(' · ')}
              {corrects && t('tax.correctsPeriod', { period: corrects.period, before: money(corrects.before) })}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
