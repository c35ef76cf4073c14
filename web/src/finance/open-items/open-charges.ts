import { useQuery } from '@tanstack/react-query';
import { allocateFifo } from '#domain/finance/open-items/ageing.ts';
import { BASE_CURRENCY, type Minor } from '#kernel/money.ts';
import type { Schemas } from '../../api/client.ts';
import { centsOf, euros, inCurrency, typedCents } from '../../api/money.ts';
import type { MoneyText } from '../../i18n/formats.ts';

type Invoice = Schemas['InvoiceRow'];

/** What asks for money, as far as an amount is given to it: an invoice, or a supplier's bill. */
export type OpenCharge = Pick<Invoice, 'id' | 'number' | 'dueDate'> & {
  readonly state: string;
  /** In its own currency. */
  readonly open: { readonly amount: string; readonly currency: string };
};

/** The most that one request pays. */
export const MOST_ALLOCATIONS = 40;
const MOST_PAGES = 10;

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
type Read = (partyId: string, paging: { order: 'asc'; limit: number; cursor?: string }, signal: AbortSignal) => Promise<ChargePage>;

/** What a party has open, first due first, as many as one request can pay. @param key keeps what was read; `read` gives a page of the list. */
export const useOpenCharges = (key: string, partyId: string | undefined, read: Read) =>
  useQuery({
    queryKey: [key, partyId],
    queryFn: ({ signal }) => openCharges((paging) => read(partyId ?? '', paging, signal)),
    enabled: partyId !== undefined,
  });

async function openCharges(read: (paging: Parameters<Read>[1]) => Promise<ChargePage>) {
  const found: OpenCharge[] = [];
  let cursor: string | undefined;
  for (let page = 0; page < MOST_PAGES && (page === 0 || cursor); page += 1) {
    const { items, nextCursor } = await read({ order: 'asc', limit: 100, ...(cursor ? { cursor } : {}) });
    found.push(...items);
    cursor = nextCursor;
  }
  const byDue = found.sort((a, b) => (a.dueDate === b.dueDate ? (a.id < b.id ? -1 : 1) : a.dueDate < b.dueDate ? -1 : 1));
  return { charges: byDue.slice(0, MOST_ALLOCATIONS), more: byDue.length > MOST_ALLOCATIONS || cursor !== undefined };
}

/** What is typed beside each of them, in the currency of what is given: by its id. */
export type Shares = Readonly<Record<string, string>>;

/** An amount given to the oldest due first, by the rule that the API has for `auto`. */
export const oldestFirst = (charges: readonly OpenCharge[], cents: Minor): Shares =>
  Object.fromEntries(
    allocateFifo(
      charges.map(({ id, dueDate, open }) => ({ id, dueDate, open: centsOf(open) })),
      cents,
      MOST_ALLOCATIONS,
    ).map(({ id, amount }) => [id, euros(amount).amount]),
  );

export const sharedCents = (shares: Shares): Minor => Object.values(shares).reduce((sum, text) => sum + typedCents(text), 0);

/** As the API takes them. @param name what it calls the id of the document that takes its share. */
export const allocationsOf = <N extends 'invoiceId' | 'billId'>(name: N, shares: Shares, currency: string = BASE_CURRENCY) =>
  Object.entries(shares).flatMap(([id, text]) =>
    typedCents(text) > 0 ? [{ [name]: id, amount: inCurrency(typedCents(text), currency) } as ShareBody<N>] : [],
  );

type ShareBody<N extends string> = { readonly [K in N]: string } & { readonly amount: ReturnType<typeof inCurrency> };
