import { useQueries } from '@tanstack/react-query';
import { api, dataOf, type Schemas } from '../../api/client.ts';
import { isProblem } from '../../api/problem.ts';

export interface OrderPapers {
  readonly invoices: readonly Schemas['Invoice'][];
  readonly returns: readonly Schemas['Return'][];
  readonly receipts: readonly Schemas['Receipt'][];
  /** Entries of goods that left before they were invoiced, by shipment. */
  readonly issues: ReadonlyMap<string, Schemas['EntryDetail']>;
}

type Loads = readonly { readonly data: unknown }[];
/** What has been read so far; what is still on its way, or is not there, is left out. */
const read = <T>(all: Loads): T[] => all.flatMap(({ data }) => (data ? [data as T] : []));

const invoice = (invoiceId: string) => ({
  queryKey: ['get', '/invoices/{invoiceId}', { params: { path: { invoiceId } } }],
  queryFn: () => api.GET('/invoices/{invoiceId}', { params: { path: { invoiceId } } }).then(dataOf),
});
const receipt = (receiptId: string) => ({
  queryKey: ['get', '/receipts/{receiptId}', { params: { path: { receiptId } } }],
  queryFn: () => api.GET('/receipts/{receiptId}', { params: { path: { receiptId } } }).then(dataOf),
});
const goodsReturn = (returnId: string) => ({
  queryKey: ['get', '/returns/{returnId}', { params: { path: { returnId } } }],
  queryFn: () => api.GET('/returns/{returnId}', { params: { path: { returnId } } }).then(dataOf),
});

/** The entry of the goods that left with a shipment, where it is not the invoice's own. */
const issue = (shipmentId: string) => {
  const entryId = `je_gis_${shipmentId.slice(4)}.1`;
  return {
    queryKey: ['get', '/journal-entries/{entryId}', { params: { path: { entryId } } }],
    queryFn: async () => {
      try {
        return dataOf(await api.GET('/journal-entries/{entryId}', { params: { path: { entryId } } }));
      } catch (error) {
        // A shipment of services alone has no cost, and no entry.
        if (isProblem(error) && error.status === 404) return null;
        throw error;
      }
    },
  };
};

/** All papers of an order, read side by side. Long orders have a page of each at most. */
export function useOrderPapers(order: Schemas['Order'] | undefined): OrderPapers {
  const shipments = order?.shipments ?? [];
  const invoices = read<Schemas['Invoice']>(useQueries({ queries: (order?.invoiceIds ?? []).slice(0, 20).map(invoice) }));
  const returns = read<Schemas['Return']>(useQueries({ queries: (order?.returnIds ?? []).slice(0, 20).map(goodsReturn) }));
  const paid = invoices.flatMap(({ allocations }) => allocations.map((each) => each.with)).filter((id) => id.startsWith('rcp_'));
  const receipts = read<Schemas['Receipt']>(useQueries({ queries: [...new Set(paid)].slice(0, 20).map(receipt) }));
  const own = new Set(invoices.map(({ shipmentId }) => shipmentId));
  const apart = invoices.length < (order?.invoiceIds.length ?? 0) ? [] : shipments.filter(({ id }) => !own.has(id)).slice(0, 20);
  const issues = useQueries({ queries: apart.map(({ id }) => issue(id)) });
  return {
    invoices,
    returns,
    receipts,
    issues: new Map(
      apart.flatMap(({ id }, index): [string, Schemas['EntryDetail']][] => {
        const entry = issues[index]?.data;
        return entry ? [[id, entry]] : [];
      }),
    ),
  };
}
