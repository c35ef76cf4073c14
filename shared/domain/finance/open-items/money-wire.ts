import * as z from 'zod/mini';
import { BusinessDate } from '#kernel/date.ts';
import { Money, PositiveAmount } from '#kernel/money.ts';
import { writtenText } from '#kernel/written-text.ts';
import { RateText } from '../currencies/exchange-rate.ts';
import { BankCode } from '../ledger/own-account.ts';
import { METHODS } from '../receivables/receipt.ts';
import { EntryView } from '../wire.ts';
import { CREDIT_STATES } from './document.ts';
import { MAX_PER_REQUEST } from './subledger.ts';
import { ForeignMoneyView, openItemFields, reversalField } from './wire.ts';

/** Money that came or went, as requests have it. */
export const moneyInput = {
  date: z.optional(BusinessDate),
  method: z._default(z.enum(METHODS), 'bank'),
  /** The bank account of the chart, where that is not 572: one in euros, or in the currency of the money. */
  account: z.optional(BankCode),
  /** In the currency of what it settles. */
  amount: PositiveAmount,
  /** Of money in a foreign currency, where its euros are not told. Absent: the rate of its day. */
  rate: z.optional(RateText),
};

/** Money that came or went, and what it has settled. */
export const moneyFields = {
  ...openItemFields,
  ...reversalField,
  date: z.string(),
  method: z.enum(METHODS),
  amount: Money,
  foreign: z.optional(ForeignMoneyView),
  reference: z.optional(z.string()),
  /** The run that it came or went with. */
  paymentRunId: z.optional(z.string()),
  entry: EntryView,
  state: z.enum(CREDIT_STATES),
};

/** What money or a credit is used on. @param charge how a request names a document. */
export function allocating<S extends Readonly<Record<string, z.ZodMiniType>>>(charge: S) {
  const Allocations = z.array(z.strictObject({ ...charge, amount: PositiveAmount })).check(z.minLength(1), z.maxLength(MAX_PER_REQUEST));
  return { Allocations, Input: z.strictObject({ date: z.optional(BusinessDate), allocations: Allocations }) };
}
/** Undoes what a credit has paid of one document. */
export const RemovalInput = z.strictObject({ date: z.optional(BusinessDate) });
/** Takes a document back. */
export const ReversalInput = z.strictObject({ date: z.optional(BusinessDate), reason: writtenText(200) });

/** What is owed on a day, by how late it is. */
export const agedFields = {
  date: z.string(),
  overdue: Money,
  unappliedCredits: Money,
  count: z.int(),
  ageing: z.object({ notDue: Money, days1to30: Money, days31to60: Money, days61to90: Money, over90: Money }),
};
