import { type IsoDate, monthOf } from '#kernel/date.ts';
import { shortNumber } from '#kernel/id.ts';
import type { Minor } from '#kernel/money.ts';
import type { Quantity } from '#kernel/quantity.ts';
import { recordType, type Stored } from '#kernel/record.ts';

/**
 * - `announced`: the customer is to send goods back; part may have come.
 * - `received`: all that is expected has come, and has been credited.
 * - `closed`: the credit has been paid back or used.
 * - `cancelled`: nothing came.
 */
export const RETURN_STATES = ['announced', 'received', 'closed', 'cancelled'] as const;
export type ReturnState = (typeof RETURN_STATES)[number];

/** Back into stock at its original cost, or thrown away at that cost. */
export const DISPOSITIONS = ['restock', 'scrap'] as const;
export type Disposition = (typeof DISPOSITIONS)[number];

export interface ReturnLine {
  /** Number of the order's line. */
  readonly line: number;
  readonly announced: Quantity;
  readonly received: Quantity;
}

/** What came back of one order line: its share of the invoiced net, and of the cost at which it had left. */
export interface ReceivedLine {
  readonly line: number;
  readonly quantity: Quantity;
  readonly disposition: Disposition;
  readonly net: Minor;
  readonly cost: Minor;
}

/** One arrival of returned goods. */
export interface ReturnReceipt {
  readonly id: string;
  readonly date: IsoDate;
  readonly lines: readonly ReceivedLine[];
  /** One for each invoice that billed the goods. */
  readonly creditNoteIds: readonly string[];
  /** The document that carries the cost's entry, where the goods had never been invoiced. */
  readonly goodsReceiptId?: string;
}

export interface Return {
  readonly state: ReturnState;
  readonly orderId: string;
  readonly customerId: string;
  readonly customerName: string;
  readonly warehouse: string;
  readonly date: IsoDate;
  readonly reason: string;
  readonly lines: readonly ReturnLine[];
  readonly receipts: readonly ReturnReceipt[];
  /** Refunds by the request that asked for them. */
  readonly refunds: readonly { readonly request: string; readonly ids: readonly string[] }[];
  readonly cancelled?: { readonly date: IsoDate; readonly reason: string };
  /** Part came, and the rest was given up by a person; there were so many refunds then. */
  readonly short?: { readonly date: IsoDate; readonly reason: string; readonly refunds: number };
  /** Its credit stays with the customer, whatever the company does with other returns: a shop's file says so. */
  readonly keepsCredit?: true;
}

/** What somebody still has to do with a return: `receive` its goods, or `refund` (or use) its credit. */
export const RETURN_WAITS = ['receive', 'refund'] as const;
export function awaitedBy(ret: Return): (typeof RETURN_WAITS)[number] | undefined {
  if (ret.state === 'announced') return 'receive';
  return ret.state === 'received' && !ret.keepsCredit ? 'refund' : undefined;
}

export const Returns = recordType<Return>({
  kind: 'return',
  prefix: 'ret',
  history: 'all',
  list: (r, id) => ({
    bucket: monthOf(r.date),
    sort: `${r.date}#${id}`,
    label: [shortNumber('D', id), shortNumber('P', r.orderId), r.customerName].join(' '),
    party: r.customerId,
  }),
  open: (r, id) => {
    const queue = awaitedBy(r);
    return queue && { queue, sort: `${r.date}#${id}` };
  },
});
export type StoredReturn = Stored<Return>;

export const creditNotesOf = (ret: Return): string[] => ret.receipts.flatMap((receipt) => receipt.creditNoteIds);

/** The return as it was when a person ended it: what came later is money alone. */
export const asEnded = <R extends Return>(ret: R): R =>
  ret.short ? { ...ret, state: 'received', refunds: ret.refunds.slice(0, ret.short.refunds) } : ret;

/** The return as it was announced: what the first answer said. */
export const asAnnounced = <R extends Return>({ cancelled, short, ...ret }: R): Omit<R, 'cancelled' | 'short'> => ({
  ...ret,
  state: 'announced',
  lines: ret.lines.map((line) => ({ ...line, received: '0' })),
  receipts: [],
  refunds: [],
});
