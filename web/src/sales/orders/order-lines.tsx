import type { Schemas } from '../../api/client.ts';
import { useFormats } from '../../i18n/format.ts';
import { useT } from '../../i18n/i18n.ts';
import styles from '../../record/record.module.css';
import { TotalRows } from '../../record/totals.tsx';

/** What was ordered, what has gone out of it, and what it comes to. */
export function OrderLines({ order }: { readonly order: Schemas['Order'] }) {
  const t = useT();
  const { decimal, money, percent, price } = useFormats();
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col">{t('orders.item')}</th>
          <th scope="col" className="amount">
            {t('orders.quantity')}
          </th>
          <th scope="col" className="amount">
            {t('orders.shipped')}
          </th>
          <th scope="col" className="amount">
            {t('orders.price')}
          </th>
          <th scope="col" className="amount">
            {t('orders.vat')}
          </th>
          <th scope="col" className="amount">
            {t('orders.net')}
          </th>
        </tr>
      </thead>
      <tbody>
        {order.lines.map((line) => (
          <tr key={line.no}>
            <td>
              <b>{line.code}</b> {line.name}
            </td>
            <td className="amount">{decimal(line.quantity)}</td>
            <td className="amount">{decimal(line.shipped)}</td>
            <td className="amount">{price(line.price)}</td>
            <td className="amount">{percent(line.percent)}</td>
            <td className="amount">{money(line.net)}</td>
          </tr>
        ))}
      </tbody>
      <TotalRows totals={order.totals} span={5} />
    </table>
  );
}
