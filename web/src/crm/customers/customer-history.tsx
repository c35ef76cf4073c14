import { $api } from '../../api/client.ts';
import { useT } from '../../i18n/i18n.ts';
import { date, dayOf, money, number, state } from '../../list/columns.tsx';
import { RecentDocuments } from '../../record/recent-documents.tsx';

interface Props {
  readonly customerId: string;
}

/** What the customer ordered, was invoiced and paid: the five newest of each. */
export function CustomerHistory({ customerId }: Props) {
  return (
    <>
      <Orders customerId={customerId} />
      <Invoices customerId={customerId} />
      <Receipts customerId={customerId} />
    </>
  );
}

const newest = (customerId: string) => ({ params: { query: { customerId, limit: 5 } } });

function Orders({ customerId }: Props) {
  const t = useT();
  return (
    <RecentDocuments
      title={t('customers.history.orders')}
      query={$api.useQuery('get', '/orders', newest(customerId))}
      all={{ to: '/orders', search: { customerId } }}
      none={t('customers.history.none')}
      href={({ id }) => `/orders/${id}`}
      columns={[number(), date(), state('order', ({ status }) => status), money('gross', ({ totals }) => totals.gross)]}
    />
  );
}

function Invoices({ customerId }: Props) {
  const t = useT();
  return (
    <RecentDocuments
      title={t('customers.history.invoices')}
      query={$api.useQuery('get', '/invoices', newest(customerId))}
      all={{ to: '/invoices', search: { customerId } }}
      none={t('customers.history.none')}
      href={({ id }) => `/invoices/${id}`}
      columns={[
        number(),
        dayOf('due', ({ dueDate }) => dueDate, { header: t('customers.history.due') }),
        state('invoice', (invoice) => invoice.state),
        money('open', ({ open }) => open),
        money('gross', ({ totals }) => totals.gross),
      ]}
    />
  );
}

function Receipts({ customerId }: Props) {
  const t = useT();
  return (
    <RecentDocuments
      title={t('customers.history.receipts')}
      query={$api.useQuery('get', '/receipts', newest(customerId))}
      all={{ to: '/receipts', search: { customerId } }}
      none={t('customers.history.none')}
      href={({ id }) => `/receipts/${id}`}
      columns={[
        number(),
        date(),
        money('open', ({ open }) => open, { header: t('customers.history.openAmount') }),
        money('amount', ({ amount }) => amount),
      ]}
    />
  );
}
