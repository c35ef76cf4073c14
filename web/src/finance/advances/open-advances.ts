import { $api, type Schemas } from '../../api/client.ts';
import { useCan } from '../../session/session.ts';

/** The invoices of money in advance of a customer of which something is left, in euros. */
export function useOpenAdvances(customerId: string | undefined): readonly Schemas['InvoiceRow'][] {
  const can = useCan();
  const query = $api.useQuery(
    'get',
    '/invoices',
    { params: { query: { customerId: customerId ?? '', limit: 100 } } },
    { enabled: customerId !== undefined && can('listInvoices') },
  );
  return (query.data?.items ?? []).filter(({ advanceLeft, foreign }) => Number(advanceLeft?.amount ?? 0) > 0 && !foreign);
}
