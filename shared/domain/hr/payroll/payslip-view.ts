import * as z from 'zod/mini';
import { type Minor, Money, minorText } from '#kernel/money.ts';
import type { MonthAmounts } from './arrears.ts';
import { CONTRIBUTIONS } from './contribution.ts';
import { VARIABLE_PAY } from './pay-facts.ts';
import type { Payslip } from './payslip.ts';

/** How the rate of withholding came about (RIRPF arts. 82–87). */
const RateView = z.object({
  /** Percent, two decimals. */
  percent: z.string(),
  row: z.optional(z.string()),
  net: z.optional(Money),
  expenses: z.optional(Money),
  reduction: z.optional(Money),
  base: z.optional(Money),
  minimum: z.optional(Money),
  quota: z.optional(Money),
  exemptBelow: z.optional(Money),
  limited: z.optional(z.boolean()),
});

const Earned = z.array(
  z.object({
    kind: z.enum(['salary', 'extra-pay', 'sick-pay', ...VARIABLE_PAY]),
    text: z.optional(z.string()),
    /** Half days too: 29.5. */
    days: z.optional(z.number()),
    percent: z.optional(z.string()),
    payer: z.optional(z.enum(['none', 'company', 'delegated'])),
    amount: Money,
    /** Where the company's concept says it; absent: as the kind does. */
    contributes: z.optional(z.boolean()),
    taxed: z.optional(z.boolean()),
  }),
);
const Contributed = z.array(
  z.object({
    kind: z.enum(CONTRIBUTIONS),
    base: Money,
    workerPercent: z.string(),
    companyPercent: z.string(),
    worker: Money,
    company: Money,
    /** The row of the pack, or the document that the company has the rate from. */
    row: z.string(),
    norm: z.string(),
  }),
);

/** A payslip as people see it: every number with the row that it comes from. */
export const PayslipView = z.object({
  month: z.string(),
  earnings: Earned,
  contributions: Contributed,
  /** What each base of the month is made of, before its limits. */
  bases: z.array(z.object({ group: z.string(), days: z.int(), pay: Money, extraPays: Money, absences: Money })),
  /** What is paid now of months before, with what it contributes in each. */
  arrears: z.array(z.object({ month: z.string(), earnings: Earned, contributions: Contributed })),
  rate: RateView,
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

const percentOfRate = (rate: number): string => minorText(rate as Minor);

const amountsView = ({ contributions, earnings }: MonthAmounts) => ({
  earnings: [...earnings],
  contributions: contributions.map(({ rate: { worker: workerPercent, company: companyPercent }, ...each }) => ({
    ...each,
    workerPercent,
    companyPercent,
  })),
});

export function payslipView(slip: Payslip) {
  const { rate, arrears = [], bases = [] } = slip;
  const { rate: _, ...steps } = rate.steps ?? {};
  return {
    ...slip,
    ...amountsView(slip),
    bases: [...bases],
    arrears: arrears.map((each) => ({ month: each.month, ...amountsView(each) })),
    rate: { percent: percentOfRate(rate.value), ...steps },
  };
}
