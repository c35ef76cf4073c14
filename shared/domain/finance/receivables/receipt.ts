import * as z from 'zod/mini';
import type { IsoDate } from '#kernel/date.ts';
import { dated, recordType } from '#kernel/record.ts';
import { list } from '#kernel/stored.ts';
import { ForeignMoney } from '../currencies/exchange-rate.ts';
import { BANK_TIE } from '../ledger/bank-tie.ts';
import { amountOf, Entry, type EntryDraft, entryDraft, reversed } from '../ledger/entry.ts';
import { CREDIT_TONES, type CreditState, creditState, Reversal } from '../open-items/document.ts';
import { allocatedBy, OpenItem } from '../open-items/open-item.ts';
import { awaitsUse } from '../open-items/queues.ts';
import { PAYOUT_RULES } from './payout.ts';

export const METHODS = ['bank', 'cash'] as const;
export type PaymentMethod = (typeof METHODS)[number];

/** Money received from a customer. What no invoice has taken stays open as unapplied credit. */
export const Receipt = z.extend(OpenItem, {
  customerId: z.string(),
  customerName: z.string(),
  date: z.string(),
  method: z.enum(METHODS),
  amount: z.int(),
  /** Received in a foreign currency: how much of that, and at which rate it came. */
  foreign: z.exactOptional(ForeignMoney),
  reference: z.exactOptional(z.string()),
  /** The run of direct debits that it came in with. */
  paymentRunId: z.exactOptional(z.string()),
  entry: Entry,
  /** The bank took it back: its allocations are undone, the invoices open again. */
  reversal: z.exactOptional(Reversal),
  ...BANK_TIE,
});
export type Receipt = Readonly<z.output<typeof Receipt>>;

/** The entry that undoes a receipt that bounced. */
export const ReceiptReversal = z.object({
  date: z.string(),
  receiptId: z.string(),
  customerId: z.string(),
  customerName: z.string(),
  reason: z.string(),
  entry: Entry,
});
export type ReceiptReversal = Readonly<z.output<typeof ReceiptReversal>>;

/** Money paid back to a customer, out of unapplied credit. */
export const Refund = z.object({
  customerId: z.string(),
  customerName: z.string(),
  date: z.string(),
  method: z.enum(METHODS),
  amount: z.int(),
  /** Paid back in a foreign currency: how much of that, and at which rate it left. */
  foreign: z.exactOptional(z.omit(ForeignMoney, { open: true })),
  /** The receipt or credit note whose credit it pays out. */
  from: z.string(),
  entry: Entry,
  /** Rules that it breaks: whoever paid it may decide alone. */
  overrides: z.exactOptional(list(z.enum(PAYOUT_RULES))),
  /** The match of a line of the bank that made it was undone. */
  reversal: z.exactOptional(Reversal),
  ...BANK_TIE,
});
export type Refund = Readonly<z.output<typeof Refund>>;

const paymentList = dated<Receipt | ReceiptReversal | Refund>({
  date: (r) => r.date,
  party: (r) => r.customerId,
  words: (r) => [r.customerName, 'reference' in r ? r.reference : undefined],
});

export const Receipts = recordType<Receipt, CreditState>({
  kind: 'receipt',
  prefix: 'rcp',
  letter: 'C',
  data: Receipt,
  history: 'all',
  list: paymentList,
  open: awaitsUse,
  state: creditState,
  tones: CREDIT_TONES,
  related: (r) => [r.paymentRunId, ...allocatedBy(r).keys(), r.reversal?.id],
  summary: (r) => ({ subtitle: [r.customerName, r.reference], date: r.date, amount: r.amount }),
  posts: {
    undo: 'Reverse the receipt instead: POST /receipts/{receiptId}/reversal.',
    links: ({ reversal }) => ({ reversedBy: reversal?.id }),
  },
  screen: '/receipts',
  icon: 'cash',
  read: 'payments.read',
});
export const ReceiptReversals = recordType<ReceiptReversal>({
  kind: 'receipt-reversal',
  prefix: 'rcv',
  letter: 'AC',
  data: ReceiptReversal,
  history: 'all',
  list: paymentList,
  related: (r) => [r.receiptId],
  summary: (r) => ({ subtitle: [r.customerName, r.reason], date: r.date, amount: amountOf(r.entry) }),
  posts: {
    undo: 'Record the receipt again instead: POST /receipts.',
    links: ({ receiptId, reason }) => ({ reverses: receiptId, reason }),
  },
  screen: { none: 'It is shown on the receipt that it takes back.' },
  icon: 'cash',
  read: 'payments.read',
});
export const Refunds = recordType<Refund>({
  kind: 'refund',
  prefix: 'rfd',
  letter: 'RE',
  data: Refund,
  history: 'all',
  list: paymentList,
  related: (r) => [r.from, r.reversal?.id],
  summary: (r) => ({ subtitle: [r.customerName], date: r.date, amount: r.amount }),
  posts: {
    undo: 'If the money came back, record it as a receipt instead: POST /receipts. Of a match of a bank line: undo that.',
    links: ({ reversal }) => ({ reversedBy: reversal?.id }),
  },
  screen: '/refunds',
  icon: 'refund',
  read: 'payments.read',
});

/** The entry that takes a receipt back: its own with debits and credits exchanged. */
export const reversalDraft = (receipt: Pick<Receipt, 'customerName' | 'entry'>, date: IsoDate): EntryDraft =>
  entryDraft(date, `Devolución de cobro ${receipt.customerName}`, reversed(receipt.entry.lines));
