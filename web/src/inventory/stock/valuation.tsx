import { Link } from '@tanstack/react-router';
import { $api } from '../../api/client.ts';
import { useFormats } from '../../i18n/format.ts';
import { useT } from '../../i18n/i18n.ts';
import { useCan } from '../../session/session.ts';
import { ProblemNote } from '../../ui/problem-note.tsx';
import styles from './stock.module.css';
import { useWarehouseName } from './use-warehouses.ts';

/** What all stock is worth, which is what account 300 says, and what is in each warehouse. */
export function Valuation() {
  const t = useT();
  const { money, whole } = useFormats();
  const nameOf = useWarehouseName();
  const can = useCan();
  const { data, error } = $api.useQuery('get', '/stock-valuation');
  if (error) return <ProblemNote error={error} />;
  if (!data) return null;
  return (
    <dl className={styles.strip} aria-label={t('stock.valuation')}>
      <div>
        <dt>{t('stock.valuation')}</dt>
        <dd>
          <b>{money(data.value)}</b> {can('getAccountLedger') && <Link to={'/accounts/300' as never}>{t('stock.equals')}</Link>}
        </dd>
      </div>
      {data.warehouses.map(({ warehouse, items, value }) => (
        <div key={warehouse}>
          <dt>
            <Link to={'/stock' as never} search={{ warehouse } as never}>
              {nameOf(warehouse)}
            </Link>
          </dt>
          <dd>
            {money(value)} <span className="dimmed">· {t('stock.itemCount', { count: items, shown: whole(items) })}</span>
          </dd>
        </div>
      ))}
    </dl>
  );
}
