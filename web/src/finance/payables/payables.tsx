import { Link } from '@tanstack/react-router';
import { $api } from '../../api/client.ts';
import { centsOf, euros } from '../../api/money.ts';
import { useT } from '../../i18n/i18n.ts';
import { AgeingPage } from '../open-items/ageing-page.tsx';

/** What suppliers are owed, by how late it is; the same figure as accounts 400, 410 and 4650. */
export function Screen() {
  const t = useT();
  const query = $api.useQuery('get', '/payables', {});
  const link = (label: string, to: string, search: Readonly<Record<string, string>> = {}) => (
    <Link to={to as never} search={search as never}>
      {label}
    </Link>
  );
  return (
    <AgeingPage
      query={query}
      data={query.data}
      title={t('menu.payables')}
      name="payables-ageing"
      list="/payables/bills"
      listLabel={t('menu.supplierBills')}
      all={({ openBills }) => openBills}
      rows={({ openBills, waiting, unappliedCredits }) => [
        ['bills', link(t('payables.ageing.bills'), '/payables/bills'), openBills],
        ['waiting', link(t('payables.ageing.waiting'), '/payables/bills', { state: 'waiting' }), waiting],
        ['unapplied', link(t('payables.ageing.unapplied'), '/payables/payments', { open: 'true' }), euros(-centsOf(unappliedCredits))],
      ]}
      total={[t('payables.ageing.payable'), ({ payable }) => payable]}
      accounts={{ 400: t('payables.accounts.a400'), 410: t('payables.accounts.a410'), 4650: t('payables.accounts.a4650') }}
      credit
      agrees={t('payables.ageing.agrees')}
      differs={(closing, difference) => t('payables.ageing.differs', { closing, difference })}
    />
  );
}
