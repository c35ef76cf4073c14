import * as z from 'zod/mini';
import type { Minor } from '#kernel/money.ts';
import { dated, numberOf, recordType, type Stored } from '#kernel/record.ts';
import { list } from '#kernel/stored.ts';
import { Orders } from '../orders/order.ts';

/**
 * - `authorised`: the customer is to send goods back; part may have come.
 * - `received`: all that is expected has come, and has been credited.
 * - `closed`: the credit has been paid back or used.
 * - `cancelled`: nothing came.
 */
export const RETURN_STATES = ['authorised', 'received', 'closed', 'cancelled'] as const;
export type ReturnState = (typeof RETURN_STATES)[number];

/** Back into stock at its original cost, or thrown away at that cost. */
export const DISPOSITIONS = ['restock', 'scrap'] as const;
export type Disposition = (typeof DISPOSITIONS)[number];

export const ReturnLine = z.object({
  /** Number of the order's line. */
  line: z.int(),
  authorised: z.string(),
  received: z.string(),
});
export type ReturnLine = Readonly<z.output<typeof ReturnLine>>;

/** What came back of one order line: its share of the invoiced net, and of the cost at which it had left. */
export const ReceivedLine = z.object({
  line: z.int(),
  quantity: z.string(),
  disposition: z.enum(DISPOSITIONS),
  net: z.int(),
  cost: z.int(),
});
export type ReceivedLine = Readonly<z.output<typeof ReceivedLine>>;

/** One arrival of returned goods. */
export const ReturnReceipt = z.object({
  id: z.string(),
  date: z.string(),
  lines: list(ReceivedLine),
  /** One for each invoice that billed the goods. */
  creditNoteIds: list(z.string()),
  /** The document that carries the cost's entry, where the goods had never been invoiced. */
  goodsReceiptId: z.exactOptional(z.string()),
});
export type ReturnReceipt = Readonly<z.output<typeof ReturnReceipt>>;

export const Return = z.object({
  state: z.enum(RETURN_STATES),
  orderId: z.string(),
  customerId: z.string(),
  customerName: z.string(),
  warehouse: z.string(),
  date: z.string(),
  reason: z.string(),
  lines: list(ReturnLine),
  receipts: list(ReturnReceipt),
  refundIds: list(z.string()),
  cancelled: z.exactOptional(
    z.object({
      date: z.string(),
      reason: z.string(),
    }),
  ),
  /** Part came, and the rest was given up by a person. */
  short: z.exactOptional(
    z.object({
      date: z.string(),
      reason: z.string(),
    }),
  ),
  /** Its credit stays with the customer, whatever the company does with other returns: a shop's file says so. */
  keepsCredit: z.exactOptional(z.literal(true)),
});
export type Return = Readonly<z.output<typeof Return>>;

/** What somebody still has to do with a return: `receive` its goods, or `refund` (or use) its credit. */
export const RETURN_WAITS = ['receive', 'refund'] as const;
export function awaitedBy(ret: Return): (typeof RETURN_WAITS)[number] | undefined {
  if (ret.state === 'authorised') return 'receive';
  return ret.state === 'received' && !ret.keepsCredit ? 'refund' : undefined;
}

export const Returns = recordType<Return, ReturnState>({
  kind: 'return',
  prefix: 'ret',
  letter: 'D',
  data: Return,
  history: 'all',
  list: dated({ date: (r) => r.date, party: (r) => r.customerId, words: (r) => [numberOf(Orders, r.orderId), r.customerName] }),
  open: (r, id) => {
    const queue = awaitedBy(r);
    return queue && { queue, sort: `${r.date}#${id}` };
  },
  lifecycle: {
    of: (r) => r.state,
    next: { authorised: ['received', 'closed', 'cancelled'], received: ['closed'], closed: ['received'], cancelled: [] },
  },
  state: (r) => r.state,
  tones: { authorised: 'warn', received: 'calm', closed: 'good', cancelled: 'plain' },
  related: (r) => [r.orderId, ...r.receipts.flatMap((each) => [...each.creditNoteIds, each.goodsReceiptId]), ...r.refundIds],
  summary: (r) => ({ subtitle: [r.customerName, numberOf(Orders, r.orderId)], date: r.date }),
  screen: '/returns',
  parts: [{ kind: 'return-receipt', prefix: 'rrc' }],
  icon: 'return',
  read: 'returns.read',
});
export type StoredReturn = Stored<Return>;

/** The state that its money gives a return of which all has come: closed once none of its credit is left to pay back or use, by whatever way. */
export const moneyState = (state: ReturnState, openCredit: Minor): ReturnState =>
  state === 'received' || state === 'closed' ? (openCredit === 0 ? 'closed' : 'received') : state;

export const creditNotesOf = (ret: Return): string[] => ret.receipts.flatMap((receipt) => receipt.creditNoteIds);
