import { $api } from '../../api/client.ts';
import { useFormats } from '../../i18n/format.ts';
import { useT } from '../../i18n/i18n.ts';
import { RecentDocuments } from '../../record/recent-documents.tsx';
import { StateBadge } from '../../ui/state-badge.tsx';

/** What the customer ordered, was invoiced and paid: the five newest of each. */
export function CustomerHistory({ customerId }: { readonly customerId: string }) {
  return (
    <>
      <Orders customerId={customerId} />
      <Invoices customerId={customerId} />
      <Receipts customerId={customerId} />
    </>
  );
}

interface Props {
  readonly customerId: string;
}
const newest = (customerId: string) => ({ params: { query: { customerId, limit: 5 } } });

function Orders({ customerId }: Props) {
  const t = useT();
  const { date, money } = useFormats();
  const query = $api.useQuery('get', '/orders', newest(customerId));
  return (
    <RecentDocuments
      title={t('customers.history.orders')}
      query={query}
      all={{ to: '/orders', search: { customerId } }}
      none={t('customers.history.none')}
      href={({ id }) => `/orders/${id}`}
      columns={[
        { header: t('customers.history.number'), cell: ({ number }) => number },
        { header: t('customers.history.date'), cell: (order) => date(order.date) },
        { header: t('customers.history.state'), cell: ({ status }) => <StateBadge kind="order" state={status} /> },
        { header: t('customers.history.total'), cell: ({ totals }) => money(totals.gross), numeric: true },
      ]}
    />
  );
}

function Invoices({ customerId }: Props) {
  const t = useT();
  const { date, money } = useFormats();
  const query = $api.useQuery('get', '/invoices', newest(customerId));
  return (
    <RecentDocuments
      title={t('customers.history.invoices')}
      query={query}
      all={{ to: '/invoices', search: { customerId } }}
      none={t('customers.history.none')}
      href={({ id }) => `/invoices/${id}`}
      columns={[
        { header: t('customers.history.number'), cell: ({ number }) => number },
        { header: t('customers.history.due'), cell: ({ dueDate }) => date(dueDate) },
        { header: t('customers.history.state'), cell: ({ state }) => <StateBadge kind="invoice" state={state} /> },
        { header: t('customers.history.open'), cell: ({ open }) => money(open), numeric: true },
        { header: t('customers.history.total'), cell: ({ totals }) => money(totals.gross), numeric: true },
      ]}
    />
  );
}

function Receipts({ customerId }: Props) {
  const t = useT();
  const { date, money } = useFormats();
  const query = $api.useQuery('get', '/receipts', newest(customerId));
  return (
    <RecentDocuments
      title={t('customers.history.receipts')}
      query={query}
      all={{ to: '/receipts', search: { customerId } }}
      none={t('customers.history.none')}
      href={({ id }) => `/receipts/${id}`}
      columns={[
        { header: t('customers.history.number'), cell: ({ number }) => number },
        { header: t('customers.history.date'), cell: (receipt) => date(receipt.date) },
        { header: t('customers.history.openAmount'), cell: ({ open }) => money(open), numeric: true },
        { header: t('customers.history.amount'), cell: ({ amount }) => money(amount), numeric: true },
      ]}
    />
  );
}
