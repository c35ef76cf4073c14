import { $api } from '../../api/client.ts';
import { centsOf, euros } from '../../api/money.ts';
import { useT } from '../../i18n/i18n.ts';
import { AgeingPage, RowLink } from '../open-items/ageing-page.tsx';

/** What customers owe, by how late it is; the same figure as account 430. */
export function Screen() {
  const t = useT();
  const query = $api.useQuery('get', '/receivables', {});
  return (
    <AgeingPage
      query={query}
      data={query.data}
      title={t('menu.receivables')}
      name="receivables-ageing"
      list="/invoices"
      listLabel={t('menu.invoices')}
      all={({ openInvoices }) => openInvoices}
      rows={({ openInvoices, unappliedCredits }) => [
        ['invoices', t('billing.ageing.openInvoices'), openInvoices],
        ['credits', <Credits key="credits" />, euros(-centsOf(unappliedCredits))],
      ]}
      total={[t('billing.ageing.receivable'), ({ receivable }) => receivable]}
      accounts={{ 430: t('billing.ageing.account') }}
      agrees={t('billing.ageing.agrees')}
      differs={(closing, difference) => t('billing.ageing.differs', { closing, difference })}
    />
  );
}

function Credits() {
  const t = useT();
  return (
    <>
      {t('billing.ageing.credits')}{' '}
      <span className="no-print">
        (<RowLink to="/receipts" search={{ open: 'true' }} label={t('menu.receipts')} />,{' '}
        <RowLink to="/credit-notes" search={{ open: 'true' }} label={t('menu.creditNotes')} />)
      </span>
    </>
  );
}
