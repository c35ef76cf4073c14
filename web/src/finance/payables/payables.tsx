import { $api } from '../../api/client.ts';
import { centsOf, euros } from '../../api/money.ts';
import { useT } from '../../i18n/i18n.ts';
import { AgeingPage } from '../open-items/ageing-page.tsx';

const OPEN = { open: 'true' };

/** What suppliers are owed, by how late it is; the same figure as accounts 400, 410 and 4650. */
export function Screen() {
  const t = useT();
  const query = $api.useQuery('get', '/payables', {});
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
        ['bills', t('payables.ageing.bills'), openBills, { to: '/payables/bills' }],
        ['waiting', t('payables.ageing.waiting'), waiting, { to: '/payables/bills', search: { state: 'waiting' } }],
        ['unapplied', t('payables.ageing.unapplied'), euros(-centsOf(unappliedCredits)), { to: '/payables/payments', search: OPEN }],
      ]}
      total={[t('payables.ageing.payable'), ({ payable }) => payable]}
      accounts={{ 400: t('payables.accounts.a400'), 410: t('payables.accounts.a410'), 4650: t('payables.accounts.a4650') }}
      credit
      agrees={t('payables.ageing.agrees')}
      differs={(closing, difference) => t('payables.ageing.differs', { closing, difference })}
    />
  );
}
