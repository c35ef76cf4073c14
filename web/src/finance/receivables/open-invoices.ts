import { useQuery } from '@tanstack/react-query';
import { allocateFifo } from '#domain/finance/open-items/ageing.ts';
import { BASE_CURRENCY, type Minor } from '#kernel/money.ts';
import { api, dataOf, type Schemas } from '../../api/client.ts';
import { centsOf, euros, inCurrency, typedCents } from '../../api/money.ts';
import type { MoneyText } from '../../i18n/formats.ts';

type Invoice = Schemas['InvoiceRow'];

/** What asks for money, as far as an amount is given to it: an invoice, or a supplier's bill. */
export type OpenCharge = Pick<Invoice, 'id' | 'number' | 'dueDate'> & {
  readonly state: string;
  /** In its own currency. */
  readonly open: { readonly amount: string; readonly currency: string };
};

/** The most invoices that one request pays. */
export const MOST_ALLOCATIONS = 40;
const MOST_PAGES = 10;

/** Open invoices of a customer, oldest due first, as many as one request can pay. */
export function useOpenInvoices(customerId: string | undefined) {
  return useQuery({
    queryKey: ['open-invoices', customerId],
    queryFn: ({ signal }) => openInvoices(customerId ?? '', signal),
    enabled: customerId !== undefined,
  });
}

const openInvoices = (customerId: string, signal: AbortSignal) =>
  openCharges((paging) =>
    api
      .GET('/invoices', { params: { query: { customerId, state: 'open', ...paging } }, signal })
      .then(dataOf)
      .then(inTheirCurrency),
  );

/** Documents are paid in the currency that they are in. */
export const inTheirCurrency = <D extends { readonly open: MoneyText; readonly foreign?: { readonly open: MoneyText } }>({
  items,
  ...page
}: {
  readonly items: readonly D[];
  readonly nextCursor?: string;
}) => ({
  ...page,
  items: items.map((one) => ({ ...one, open: one.foreign?.open ?? one.open })),
});

interface ChargePage {
  readonly items: readonly OpenCharge[];
  readonly nextCursor?: string;
}

/** The pages of a list of what is open, put together: first due first, as many as one request can pay. */
export async function openCharges(
  read: (paging: { order: 'asc'; limit: number; cursor?: string }) => Promise<ChargePage>,
): Promise<{ invoices: readonly OpenCharge[]; more: boolean }> {
  const found: OpenCharge[] = [];
  let cursor: string | undefined;
  for (let page = 0; page < MOST_PAGES && (page === 0 || cursor); page += 1) {
    const { items, nextCursor } = await read({ order: 'asc', limit: 100, ...(cursor ? { cursor } : {}) });
    found.push(...items);
    cursor = nextCursor;
  }
  const byDue = found.sort((a, b) => (a.dueDate === b.dueDate ? (a.id < b.id ? -1 : 1) : a.dueDate < b.dueDate ? -1 : 1));
  return { invoices: byDue.slice(0, MOST_ALLOCATIONS), more: byDue.length > MOST_ALLOCATIONS || cursor !== undefined };
}

/** What is typed beside each invoice, in the currency of what is given: by invoice id. */
export type Shares = Readonly<Record<string, string>>;

/** An amount given to the oldest due invoices first, by the rule that the API has for `auto`. */
export const oldestFirst = (invoices: readonly OpenCharge[], cents: Minor): Shares =>
  Object.fromEntries(
    allocateFifo(
      invoices.map(({ id, dueDate, open }) => ({ id, dueDate, open: centsOf(open) })),
      cents,
      MOST_ALLOCATIONS,
    ).map(({ id, amount }) => [id, euros(amount).amount]),
  );

export const sharedCents = (shares: Shares): Minor => Object.values(shares).reduce((sum, text) => sum + typedCents(text), 0);

/** As the API takes them. */
export const allocationsOf = (shares: Shares, currency: string = BASE_CURRENCY) =>
  Object.entries(shares).flatMap(([invoiceId, text]) =>
    typedCents(text) > 0 ? [{ invoiceId, amount: inCurrency(typedCents(text), currency) }] : [],
  );
