import * as z from 'zod/mini';
import { BusinessDate, MonthText } from '#kernel/date.ts';
import { Iban } from '#kernel/iban.ts';
import { idWith } from '#kernel/id.ts';
import { Money } from '#kernel/money.ts';
import { numberOf } from '#kernel/record.ts';
import { stamped, stampFields } from '#kernel/stamps.ts';
import { writtenText as text } from '#kernel/written-text.ts';
import { CONTRIBUTIONS } from './contribution.ts';
import { PAY_PAYMENTS } from './payroll-payment.ts';
import { PERSON_STATES, type StoredPortion } from './payroll-portion.ts';
import { PAY_RUN_KINDS, PAY_RUN_STATES, PayrollRuns, SALARY_FILE_VERSIONS, type StoredPayRun } from './payroll-run.ts';
import { payslipPlaceOf, type StoredPayslip } from './payslip-record.ts';
import { PayslipView, payslipView } from './payslip-view.ts';
import { PAY_APPROVALS } from './run-actions.ts';
import { VARIANCE_CAUSES } from './variance.ts';

export const PayrollRunInput = z.strictObject({
  month: MonthText,
  /** `correction`: of a month that is paid, what it ought to have been beyond that. */
  kind: z._default(z.enum(PAY_RUN_KINDS), 'regular'),
  /** These people alone. Absent: all who work in the month and are not paid for it yet. */
  employeeIds: z.optional(z.array(idWith('emp')).check(z.minLength(1), z.maxLength(200))),
  /** Of the entries. Absent: the last day of the month. */
  date: z.optional(BusinessDate),
  /** When the bank shall pay. Absent: the day of the entries, or today where that is past. */
  payDate: z.optional(BusinessDate),
  account: z._default(z.string().check(z.regex(/^572\d{0,9}$/, 'must be a bank account of the chart: 572 or below it')), '572'),
  /** The account that pays. Absent: the company's own IBAN, of its settings. */
  iban: z.optional(Iban),
  version: z._default(z.enum(SALARY_FILE_VERSIONS), 'pain.001.001.09'),
});
export type PayrollRunInput = z.output<typeof PayrollRunInput>;
/** The revision of the run that was looked at: what somebody has changed since then is not approved unseen. */
export const ApprovePayrollRun = z.strictObject({ rev: z.optional(z.int().check(z.minimum(1))) });
export const EndPayrollRun = z.strictObject({ reason: text(200) });

const Totals = z.object({
  gross: Money,
  taxed: Money,
  worker: Money,
  company: Money,
  withheld: Money,
  net: Money,
  cost: Money,
  delegated: Money,
  inKind: Money,
  advance: Money,
  garnished: Money,
  payable: Money,
});
const Before = z.object({ gross: Money, net: Money, cost: Money });

export const PayrollRunView = z.object({
  id: z.string(),
  number: z.string(),
  kind: z.enum(PAY_RUN_KINDS),
  state: z.enum(PAY_RUN_STATES),
  month: z.string(),
  date: z.string(),
  payDate: z.string(),
  account: z.string(),
  iban: z.string(),
  version: z.enum(SALARY_FILE_VERSIONS),
  people: z.int(),
  refused: z.int(),
  totals: Totals,
  /** Of the same people, the month before. */
  before: Before,
  /** What the TGSS is paid, by month, contribution and rate. */
  contributions: z.array(
    z.object({
      account: z.optional(z.string()),
      month: z.string(),
      kind: z.enum(CONTRIBUTIONS),
      workerPercent: z.string(),
      companyPercent: z.string(),
      base: Money,
      worker: Money,
      company: Money,
    }),
  ),
  /** What each contribution account owes, and what was paid for the TGSS by it. */
  accounts: z.array(z.object({ account: z.optional(z.string()), worker: Money, company: Money, delegated: Money })),
  /** Payments of it that are proposed or made. */
  payments: z.array(z.object({ id: z.string(), what: z.enum(PAY_PAYMENTS), account: z.optional(z.string()) })),
  approvalsNeeded: z.int(),
  approvals: z.array(z.object({ by: z.string(), on: z.string() })),
  fileName: z.optional(z.string()),
  /** Transfers in the file. */
  transfers: z.optional(z.int()),
  postedOn: z.optional(z.string()),
  cancelled: z.optional(z.object({ by: z.string(), on: z.string(), reason: z.string() })),
  ...stampFields,
});
export const PayrollRunRow = z.omit(PayrollRunView, { contributions: true, accounts: true, payments: true });

export function payRunView(run: StoredPayRun) {
  const { makers: _, file, history: __, employeeIds: ___, portions: ____, employer: _____, ...rest } = stamped(run);
  return {
    ...rest,
    number: numberOf(PayrollRuns, run.id),
    contributions: [...run.contributions],
    accounts: [...(run.accounts ?? [])],
    payments: [...(run.payments ?? [])],
    approvalsNeeded: PAY_APPROVALS,
    approvals: run.approvals.map(({ by, on }) => ({ by, on })),
    ...(file ? { fileName: file.fileName, transfers: file.count } : {}),
  };
}

export const RunPersonView = z.object({
  employeeId: z.string(),
  name: z.string(),
  state: z.enum(PERSON_STATES),
  department: z.optional(z.string()),
  /** Whether there is an account to pay to. */
  hasIban: z.boolean(),
  place: z.optional(z.string()),
  amounts: z.optional(Totals),
  before: z.optional(Before),
  causes: z.array(z.enum(VARIANCE_CAUSES)),
  refusal: z.optional(
    z.object({ code: z.string(), message: z.string(), params: z.optional(z.record(z.string(), z.union([z.string(), z.number()]))) }),
  ),
});
export const RunPeopleView = z.object({
  items: z.array(RunPersonView),
  /** The portion to go on with. */
  next: z.optional(z.int()),
});

export const peopleView = (portions: readonly StoredPortion[]) =>
  portions.flatMap(({ people }) =>
    people.map(({ hasIban = false, contributionAccount: _, inputRev: __, causes = [], ...person }) => ({
      ...person,
      hasIban,
      causes: [...causes] as (typeof VARIANCE_CAUSES)[number][],
    })),
  );

export const StoredPayslipView = z.extend(PayslipView, {
  id: z.string(),
  place: z.string(),
  employeeId: z.string(),
  runId: z.string(),
  name: z.string(),
  taxId: z.string(),
  socialSecurityNumber: z.optional(z.string()),
  iban: z.optional(z.string()),
  position: z.string(),
  department: z.optional(z.string()),
  group: z.string(),
  startDate: z.string(),
  contributionAccount: z.optional(z.string()),
  variance: z.array(z.object({ line: z.string(), before: Money, now: Money, cause: z.enum(VARIANCE_CAUSES) })),
  received: z.optional(z.object({ by: z.string(), at: z.string() })),
  ...stampFields,
});
export const PayslipRow = z.object({
  place: z.string(),
  month: z.string(),
  runId: z.string(),
  gross: Money,
  net: Money,
  payable: Money,
  withheld: Money,
  received: z.optional(z.object({ by: z.string(), at: z.string() })),
});

export function storedPayslipView(slip: StoredPayslip) {
  return { ...stamped(slip), ...payslipView(slip), place: payslipPlaceOf(slip.id), variance: [...slip.variance] };
}
export const payslipRow = ({ id, month, runId, gross, net, payable, withheld, received }: StoredPayslip) => ({
  ...{ place: payslipPlaceOf(id), month, runId, gross, net, payable, withheld },
  ...(received ? { received } : {}),
});
