import * as z from 'zod/mini';
import type { Month } from '#kernel/date.ts';
import { recordType, type Stored } from '#kernel/record.ts';
import { list } from '#kernel/stored.ts';
import { CONTRIBUTIONS } from './contribution.ts';
import { VARIABLE_PAY } from './pay-facts.ts';
import { VARIANCE_CAUSES } from './variance.ts';

const Earning = z.object({
  kind: z.enum(['salary', 'extra-pay', 'sick-pay', ...VARIABLE_PAY]),
  text: z.exactOptional(z.string()),
  days: z.exactOptional(z.number()),
  percent: z.exactOptional(z.string()),
  payer: z.exactOptional(z.enum(['none', 'company', 'delegated'])),
  amount: z.int(),
  contributes: z.exactOptional(z.boolean()),
  taxed: z.exactOptional(z.boolean()),
});
const Contribution = z.object({
  kind: z.enum(CONTRIBUTIONS),
  base: z.int(),
  rate: z.object({ worker: z.string(), company: z.string() }),
  worker: z.int(),
  company: z.int(),
  row: z.string(),
  norm: z.string(),
});
const amounts = { earnings: list(Earning), contributions: list(Contribution) };
const Steps = z.object({
  net: z.int(),
  expenses: z.int(),
  reduction: z.int(),
  base: z.int(),
  minimum: z.int(),
  quota: z.int(),
  exemptBelow: z.int(),
  limited: z.boolean(),
  rate: z.int(),
  row: z.string(),
});

/** A slip as it was worked out, for whom, and by which run. It is final with its run, and never changes from then on. */
export const StoredSlip = z.object({
  employeeId: z.string(),
  runId: z.string(),
  month: z.string(),
  /** As they stood. */
  name: z.string(),
  taxId: z.string(),
  socialSecurityNumber: z.exactOptional(z.string()),
  iban: z.exactOptional(z.string()),
  position: z.string(),
  department: z.exactOptional(z.string()),
  group: z.string(),
  startDate: z.string(),
  /** The account of the TGSS that it contributes by. */
  contributionAccount: z.exactOptional(z.string()),
  ...amounts,
  bases: z.exactOptional(list(z.object({ group: z.string(), days: z.int(), pay: z.int(), extraPays: z.int(), absences: z.int() }))),
  arrears: z.exactOptional(list(z.object({ month: z.string(), ...amounts }))),
  rate: z.object({ value: z.int(), facts: z.string(), steps: z.exactOptional(Steps) }),
  gross: z.int(),
  taxed: z.int(),
  worker: z.int(),
  company: z.int(),
  withheld: z.int(),
  net: z.int(),
  cost: z.int(),
  delegated: z.int(),
  inKind: z.int(),
  advance: z.int(),
  garnished: z.int(),
  garnishedBy: z.exactOptional(z.string()),
  payable: z.int(),
  /** Against the slip of the month before. */
  variance: list(z.object({ line: z.string(), before: z.int(), now: z.int(), cause: z.enum(VARIANCE_CAUSES) })),
  /** That whose it is has read it: their signature of receipt. */
  received: z.exactOptional(z.object({ by: z.string(), at: z.string() })),
});
export type StoredSlip = Readonly<z.output<typeof StoredSlip>>;
export type StoredPayslip = Stored<StoredSlip>;

/** Those of one person stand together, by month. */
export const Payslips = recordType<StoredSlip>({
  kind: 'payslip',
  prefix: 'psl',
  data: StoredSlip,
  short: {
    contributions: 'c',
    earnings: 'e',
    company: 'p',
    worker: 'w',
    amount: 'a',
    base: 'b',
    kind: 'k',
    rate: 'r',
    row: 'o',
    norm: 'n',
    employeeId: 'i',
    month: 'm',
    variance: 'v',
    steps: 's',
  },
  history: 'ends',
  partitioned: true,
  person: ({ employeeId }) => employeeId,
  sealed: true,
  screen: { none: "It is shown on the employee's page, and on that of its run." },
  read: 'pay.read',
});
export const payslipShelf = (employeeId: string): string => `psl_${employeeId.slice(4)}`;

/** @param place `2026-11`, and of a correction of that month `2026-11.2`. */
export const payslipId = (employeeId: string, place: string): string => `${payslipShelf(employeeId)}/${place}`;
export const payslipPlaceOf = (slipId: string): string => slipId.slice(slipId.indexOf('/') + 1);

/** The place of the next slip of a month: the month itself, or that of its next correction. */
export function nextPlace(slips: readonly { readonly month: Month }[], month: Month, kind: 'regular' | 'correction'): string {
  const there = slips.filter((slip) => slip.month === month).length;
  return kind === 'regular' ? month : `${month}.${there + 1}`;
}
