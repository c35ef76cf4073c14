import * as z from 'zod/mini';
import { BusinessDate } from '#kernel/date.ts';
import { Iban } from '#kernel/iban.ts';
import { idWith } from '#kernel/id.ts';
import { Money, PositiveMoney } from '#kernel/money.ts';
import { numberOf } from '#kernel/record.ts';
import { stamped, stampFields } from '#kernel/stamps.ts';
import { writtenText as text } from '#kernel/written-text.ts';
import { InvoiceId } from '../receivables/invoice.ts';
import { MandateUse, RETURN_CODES } from './mandate.ts';
import {
  DEBIT_VERSIONS,
  LEFT_OUT,
  PAIN_VERSIONS,
  PaymentRuns,
  ReturnedDebit,
  RUN_KINDS,
  RUN_PAYMENT_STATES,
  RUN_STATES,
  runKind,
  runTotal,
  type StoredRun,
  transfersOf,
} from './payment-run.ts';
import { approvalsOf } from './run-actions.ts';

const BankAccount = z.string().check(z.regex(/^572\d{0,9}$/, 'must be a bank account of the chart: 572 or below it'));

export const PaymentRunInput = z.strictObject({
  /** Bills that are due up to this day. Absent: today, or the bills that are named. */
  until: z.optional(BusinessDate),
  /** Of these suppliers alone. */
  supplierIds: z.optional(z.array(idWith('sup')).check(z.minLength(1), z.maxLength(100))),
  /** These bills and no others, whenever they are due. */
  billIds: z.optional(z.array(idWith('bil')).check(z.minLength(1), z.maxLength(100))),
  /** When the bank shall pay; a day on which no payments settle is moved to the next on which they do. Absent: the next one. */
  date: z.optional(BusinessDate),
  account: z._default(BankAccount, '572'),
  /** The account that pays. Absent: the company's own IBAN, of its settings. */
  iban: z.optional(Iban),
  version: z._default(z.enum(PAIN_VERSIONS), 'pain.001.001.09'),
});
export type PaymentRunInput = z.output<typeof PaymentRunInput>;
export const DebitRunInput = z.strictObject({
  /** Invoices that are due up to this day. Absent: the day of collection, or the invoices that are named. */
  until: z.optional(BusinessDate),
  /** Of these customers alone. */
  customerIds: z.optional(z.array(idWith('cus')).check(z.minLength(1), z.maxLength(100))),
  /** These invoices and no others, whenever they are due. */
  invoiceIds: z.optional(z.array(InvoiceId).check(z.minLength(1), z.maxLength(100))),
  /** When the bank shall collect: a day on which payments settle. Absent: the first one for which there is time. */
  date: z.optional(BusinessDate),
  account: z._default(BankAccount, '572'),
  /** The account that collects. Absent: the company's own IBAN, of its settings. */
  iban: z.optional(Iban),
  version: z._default(z.enum(DEBIT_VERSIONS), 'pain.008.001.08'),
});
export type DebitRunInput = z.output<typeof DebitRunInput>;
export const ReturnRunPayment = z.strictObject({
  /** When the bank took the money back. Absent: today. */
  date: z.optional(BusinessDate),
  code: z.enum(RETURN_CODES),
  /** What the bank took for it (626). */
  fee: z.optional(PositiveMoney),
  /** The customer shall bear it: it is put on a draft of an invoice, for somebody to look at and issue. */
  recharge: z._default(z.boolean(), false),
});
export const ApprovePaymentRun = z.strictObject({
  /** Suppliers (or customers) whose IBAN is new and was checked with them by another way. */
  confirmed: z.optional(
    z.array(z.string().check(z.regex(/^(sup|cus)_[\w-]{1,60}$/, 'must be the id of a supplier or customer'))).check(z.maxLength(100)),
  ),
});
export const ExecutePaymentRun = z.strictObject({ date: z.optional(BusinessDate) });
export const EndPaymentRun = z.strictObject({ reason: text(200) });

const Item = z.object({ id: z.string(), reference: z.string(), amount: Money });
const Act = z.object({ by: z.string(), on: z.string(), reason: z.string() });
export const RunPaymentView = z.object({
  no: z.int(),
  partyId: z.string(),
  partyName: z.string(),
  iban: z.string(),
  ibanBy: z.optional(z.string()),
  ibanOn: z.optional(z.string()),
  charges: z.array(Item),
  credits: z.array(Item),
  amount: Money,
  state: z.enum(RUN_PAYMENT_STATES),
  rejection: z.optional(Act),
  paymentId: z.optional(z.string()),
  /** The day on which the bank told of it by itself. */
  paidOn: z.optional(z.string()),
  mandate: z.optional(MandateUse),
  returned: z.optional(ReturnedDebit),
});
export const PaymentRunView = z.object({
  id: z.string(),
  number: z.string(),
  kind: z.enum(RUN_KINDS),
  state: z.enum(RUN_STATES),
  proposedOn: z.string(),
  date: z.string(),
  /** The day that was asked for, where it is no bank day: the run was moved to the next, `date`. */
  askedDate: z.optional(z.string()),
  until: z.optional(z.string()),
  account: z.string(),
  iban: z.string(),
  version: z.enum([...PAIN_VERSIONS, ...DEBIT_VERSIONS]),
  /** Transfers that are, or will be, paid. */
  count: z.int(),
  total: Money,
  payments: z.array(RunPaymentView),
  leftOut: z.array(z.object({ partyId: z.string(), partyName: z.string(), why: z.enum(LEFT_OUT), amount: Money })),
  /** So many different people must approve it. */
  approvalsNeeded: z.int(),
  approvals: z.array(z.object({ by: z.string(), on: z.string(), confirmed: z.array(z.string()) })),
  fileName: z.optional(z.string()),
  executedOn: z.optional(z.string()),
  cancelled: z.optional(Act),
  ...stampFields,
});
export const PaymentRunRow = z.omit(PaymentRunView, { payments: true, leftOut: true });
export const PaymentFileView = z.object({
  fileName: z.string(),
  version: z.enum([...PAIN_VERSIONS, ...DEBIT_VERSIONS]),
  bytes: z.int(),
  url: z.string(),
  expiresAt: z.string(),
});

export function runView(run: StoredRun) {
  const { makers: _, file, history: __, ...rest } = stamped(run);
  return {
    ...rest,
    number: numberOf(PaymentRuns, run.id),
    kind: runKind(run),
    approvalsNeeded: approvalsOf(run),
    count: transfersOf(run).length,
    total: runTotal(run),
    payments: run.payments.map(({ charges, credits, withholds: _withholds, again: _again, ...payment }) => ({
      ...payment,
      charges: [...charges],
      credits: [...credits],
    })),
    leftOut: [...run.leftOut],
    approvals: run.approvals.map(({ by, on, confirmed = [] }) => ({ by, on, confirmed: [...confirmed] })),
    ...(file ? { fileName: file.fileName } : {}),
  };
}
