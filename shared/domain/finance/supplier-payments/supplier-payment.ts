import * as z from 'zod/mini';
import { defined } from '#kernel/optional.ts';
import { dated, recordType, type Stored } from '#kernel/record.ts';
import { list } from '#kernel/stored.ts';
import { ForeignMoney, type ForeignPart, foreignMoney } from '../currencies/exchange-rate.ts';
import { BANK_TIE } from '../ledger/bank-tie.ts';
import { Entry, lineIn } from '../ledger/entry.ts';
import type { Posting } from '../ledger/posting.ts';
import { CREDIT_TONES, type CreditState, creditState, Reversal } from '../open-items/document.ts';
import { allocatedBy, OpenItem } from '../open-items/open-item.ts';
import { awaitsUse } from '../open-items/queues.ts';
import { PAYOUT_RULES } from '../receivables/payout.ts';
import { moneyAccount } from '../receivables/postings.ts';
import { METHODS } from '../receivables/receipt.ts';
import type { StoredSupplier } from '../suppliers/supplier.ts';

/** What somebody should look at before the money leaves: the IBAN is of today, or of the day before. */
export const PAYMENT_MARKS = ['iban_changed'] as const;

/** Money paid to a supplier. What no bill has taken stays open: an advance. */
export const SupplierPayment = z.extend(OpenItem, {
  supplierId: z.string(),
  supplierName: z.string(),
  date: z.string(),
  method: z.enum(METHODS),
  amount: z.int(),
  /** Paid in a foreign currency: in minor units of that, and at which rate it left. */
  foreign: z.exactOptional(ForeignMoney),
  reference: z.exactOptional(z.string()),
  /** Where it went, as the supplier had it on that day. */
  iban: z.exactOptional(z.string()),
  marks: z.exactOptional(list(z.enum(PAYMENT_MARKS))),
  /** Rules of two people and of the limit that whoever paid it overrode. */
  overrides: z.exactOptional(list(z.enum(PAYOUT_RULES))),
  /** The run that it was paid with. */
  paymentRunId: z.exactOptional(z.string()),
  entry: Entry,
  reversal: z.exactOptional(Reversal),
  ...BANK_TIE,
});
export type SupplierPayment = Readonly<z.output<typeof SupplierPayment>>;
export type StoredPayment = Stored<SupplierPayment>;

export const SupplierPayments = recordType<SupplierPayment, CreditState>({
  kind: 'supplier-payment',
  prefix: 'spa',
  letter: 'PP',
  data: SupplierPayment,
  history: 'all',
  list: dated({ date: (p) => p.date, party: (p) => p.supplierId, words: (p) => [p.supplierName, p.reference] }),
  open: awaitsUse,
  state: creditState,
  tones: CREDIT_TONES,
  related: (p) => [p.supplierId, p.paymentRunId, ...allocatedBy(p).keys(), p.reversal?.id],
  summary: (p) => ({ subtitle: [p.supplierName, p.reference], date: p.date, amount: p.amount }),
  posts: {
    undo: 'Reverse the payment instead: POST /payables/payments/{paymentId}/reversal.',
    links: ({ reversal }) => ({ reversedBy: reversal?.id }),
  },
  screen: '/payables/payments',
  icon: 'cash',
  read: 'payables.read',
});

/** What a payment is made from. */
export interface SupplierPaymentRequest extends Pick<SupplierPayment, 'method' | 'amount' | 'marks' | 'overrides'> {
  /** Of a payment in a foreign currency: how much of that. */
  readonly foreign?: ForeignPart | undefined;
  readonly reference?: string | undefined;
  /** The bank account in the books, where it is not 572 itself. */
  readonly account?: string | undefined;
  /** Whether that is kept in the currency of the payment. */
  readonly keeps?: boolean | undefined;
  /** Where it went, where that is not what the supplier has now. */
  readonly iban?: string | undefined;
  readonly paymentRunId?: string | undefined;
}

/** A payment with its entry, all of it still unapplied: Dr 400 or 410, Cr bank or cash. */
export function newPayment(
  posting: Posting,
  supplier: StoredSupplier,
  { method, amount, foreign, reference, marks, overrides, paymentRunId, ...from }: SupplierPaymentRequest,
): SupplierPayment {
  const { id: supplierId, name: supplierName, account } = supplier;
  const iban = from.iban ?? supplier.iban;
  const entry = posting.add(`Pago ${supplierName}${reference ? ` ${reference}` : ''}`, [
    lineIn({ account, amount, party: supplierId }, foreign),
    lineIn(
      { account: from.account ?? moneyAccount(method), amount: -amount },
      from.keeps && foreign ? { currency: foreign.currency, amount: -foreign.amount } : undefined,
    ),
  ]);
  return {
    ...{ supplierId, supplierName, date: posting.date, method, amount },
    ...defined({ reference, iban: method === 'bank' ? iban : undefined, paymentRunId }),
    ...(marks?.length ? { marks } : {}),
    ...(overrides?.length ? { overrides } : {}),
    ...(foreign ? { foreign: foreignMoney(foreign) } : {}),
    ...{ open: amount, allocations: [], entry },
  };
}
