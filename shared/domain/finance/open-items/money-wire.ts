import * as z from 'zod/mini';
import { BusinessDate } from '#kernel/date.ts';
import { Money, PositiveAmount } from '#kernel/money.ts';
import { stampFields } from '#kernel/stamps.ts';
import { RateText } from '../currencies/exchange-rate.ts';
import { BankCode } from '../ledger/own-account.ts';
import { METHODS } from '../receivables/receipt.ts';
import { EntryView } from '../wire.ts';
import { AllocationView, ForeignMoneyView } from './wire.ts';

/** What somebody writes. */
export const writtenText = (max: number) => z.string().check(z.trim(), z.minLength(1), z.maxLength(max));

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

/** How a document was taken back, with the entry that did it. */
export const reversalField = {
  reversal: z.optional(z.object({ id: z.string(), date: z.string(), reason: z.string(), entry: EntryView })),
};

/** Money that came or went, and what it has settled. */
export const moneyFields = {
  id: z.string(),
  number: z.string(),
  date: z.string(),
  method: z.enum(METHODS),
  amount: Money,
  foreign: z.optional(ForeignMoneyView),
  reference: z.optional(z.string()),
  /** The run that it came or went with. */
  paymentRunId: z.optional(z.string()),
  open: Money,
  allocations: z.array(AllocationView),
  entry: EntryView,
  ...reversalField,
  ...stampFields,
};

/** What is owed on a day, by how late it is. */
export const agedFields = {
  date: z.string(),
  overdue: Money,
  unappliedCredits: Money,
  count: z.int(),
  ageing: z.object({ notDue: Money, days1to30: Money, days31to60: Money, days61to90: Money, over90: Money }),
};
