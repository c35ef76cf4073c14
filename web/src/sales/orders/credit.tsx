import { $api } from '../../api/client.ts';
import { centsOf } from '../../api/money.ts';
import { useFormats } from '../../i18n/format.ts';
import { useT } from '../../i18n/i18n.ts';
import styles from './orders.module.css';

interface Props {
  readonly customerId: string;
  /** What the order comes to, in minor units. */
  readonly gross: number;
}

/** On what terms the customer buys, and whether this order still fits in their credit. */
export function Credit({ customerId, gross }: Props) {
  const t = useT();
  const { money } = useFormats();
  const { data: customer } = $api.useQuery('get', '/customers/{customerId}', { params: { path: { customerId } } });
  if (!customer) return null;
  const { paymentDays, creditLimit, availableCredit } = customer;
  const over = availableCredit !== undefined && centsOf(availableCredit) < gross;
  return (
    <p className={styles.credit} data-over={over || undefined} role="status">
      {t('orders.new.terms', { count: paymentDays })}
      {creditLimit && availableCredit && (
        <> {t(over ? 'orders.new.creditOver' : 'orders.new.credit', { free: money(availableCredit), limit: money(creditLimit) })}</>
      )}
    </p>
  );
}
