import * as z from 'zod/mini';
import { BusinessDate } from '#kernel/date.ts';
import { Iban } from '#kernel/iban.ts';
import { idWith } from '#kernel/id.ts';
import { Money } from '#kernel/money.ts';
import { numberOf } from '#kernel/record.ts';
import { stamped, stampFields } from '#kernel/stamps.ts';
import {
  LEFT_OUT,
  PAIN_VERSIONS,
  PaymentRuns,
  RUN_PAYMENT_STATES,
  RUN_STATES,
  runTotal,
  type StoredRun,
  transfersOf,
} from './payment-run.ts';

const text = (max: number) => z.string().check(z.trim(), z.minLength(1), z.maxLength(max));
const BankAccount = z.string().check(z.regex(/^572\d{0,9}$/, 'must be a bank account of the chart: 572 or below it'));

export const PaymentRunInput = z.strictObject({
  /** Bills that are due up to this day. Absent: today, or the bills that are named. */
  until: z.optional(BusinessDate),
  /** Of these suppliers alone. */
  supplierIds: z.optional(z.array(idWith('sup')).check(z.minLength(1), z.maxLength(100))),
  /** These bills and no others, whenever they are due. */
  billIds: z.optional(z.array(idWith('bil')).check(z.minLength(1), z.maxLength(100))),
  /** When the bank shall pay: a day on which payments settle. Absent: the next one. */
  date: z.optional(BusinessDate),
  account: z._default(BankAccount, '572'),
  /** The account that pays. Absent: the company's own IBAN, of its settings. */
  iban: z.optional(Iban),
  version: z._default(z.enum(PAIN_VERSIONS), 'pain.001.001.09'),
});
export type PaymentRunInput = z.output<typeof PaymentRunInput>;
export const ApprovePaymentRun = z.strictObject({
  /** Suppliers whose IBAN is new and was checked with them by another way. */
  confirmed: z.optional(z.array(idWith('sup')).check(z.maxLength(100))),
});
export const ExecutePaymentRun = z.strictObject({ date: z.optional(BusinessDate) });
export const EndPaymentRun = z.strictObject({ reason: text(200) });

const Item = z.object({ id: z.string(), reference: z.string(), amount: Money });
const Act = z.object({ by: z.string(), on: z.string(), reason: z.string() });
export const RunPaymentView = z.object({
  no: z.int(),
  supplierId: z.string(),
  supplierName: z.string(),
  iban: z.string(),
  ibanBy: z.optional(z.string()),
  ibanOn: z.optional(z.string()),
  bills: z.array(Item),
  credits: z.array(Item),
  amount: Money,
  state: z.enum(RUN_PAYMENT_STATES),
  rejection: z.optional(Act),
  paymentId: z.optional(z.string()),
});
export const PaymentRunView = z.object({
  id: z.string(),
  number: z.string(),
  state: z.enum(RUN_STATES),
  proposedOn: z.string(),
  date: z.string(),
  until: z.optional(z.string()),
  account: z.string(),
  iban: z.string(),
  version: z.enum(PAIN_VERSIONS),
  /** Transfers that are, or will be, paid. */
  count: z.int(),
  total: Money,
  payments: z.array(RunPaymentView),
  leftOut: z.array(z.object({ supplierId: z.string(), supplierName: z.string(), why: z.enum(LEFT_OUT), amount: Money })),
  approvals: z.array(z.object({ by: z.string(), on: z.string(), confirmed: z.array(z.string()) })),
  fileName: z.optional(z.string()),
  executedOn: z.optional(z.string()),
  cancelled: z.optional(Act),
  ...stampFields,
});
export const PaymentRunRow = z.omit(PaymentRunView, { payments: true, leftOut: true });
export const PaymentFileView = z.object({
  fileName: z.string(),
  version: z.enum(PAIN_VERSIONS),
  bytes: z.int(),
  url: z.string(),
  expiresAt: z.string(),
});

export function runView(run: StoredRun) {
  const { makers: _, file, history: __, ...rest } = stamped(run);
  return {
    ...rest,
    number: numberOf(PaymentRuns, run.id),
    count: transfersOf(run).length,
    total: runTotal(run),
    payments: run.payments.map(({ bills, credits, ...payment }) => ({ ...payment, bills: [...bills], credits: [...credits] })),
    leftOut: [...run.leftOut],
    approvals: run.approvals.map(({ by, on, confirmed = [] }) => ({ by, on, confirmed: [...confirmed] })),
    ...(file ? { fileName: file.fileName } : {}),
  };
}
