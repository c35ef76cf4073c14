import * as z from 'zod/mini';
import { BusinessDate, type Month, monthOf } from '#kernel/date.ts';
import { invalid, refused } from '#kernel/errors.ts';
import { Money, NonNegativeMoney, PositiveMoney } from '#kernel/money.ts';
import { recordType, type Stored } from '#kernel/record.ts';
import { stampFields } from '#kernel/stamps.ts';
import { storedOf } from '#kernel/stored.ts';
import { writtenText as text } from '#kernel/written-text.ts';
import { VARIABLE_PAY } from './pay-facts.ts';
import { SICKNESS_KINDS } from './sick-pay-es.ts';

const Sickness = z.strictObject({
  kind: z.enum(SICKNESS_KINDS),
  from: BusinessDate,
  /** Absent: it goes on. */
  to: z.optional(BusinessDate),
  /** Days of an earlier leave that it relapses from. */
  daysBefore: z.optional(z.int().check(z.minimum(0), z.maximum(545))),
  /** The base of a day, where no slip of the month before tells it. */
  dailyBase: z.optional(PositiveMoney),
});
const Unpaid = z.strictObject({ kind: z.enum(['unpaid-leave', 'strike']), from: BusinessDate, to: BusinessDate });

/** What a month of somebody's pay has beside the salary. Absences stand in the month in which they begin, and go on from there. */
export const PayInputBody = z.strictObject({
  variable: z._default(
    z.array(z.strictObject({ kind: z.enum(VARIABLE_PAY), text: text(80), amount: PositiveMoney })).check(z.maxLength(20)),
    [],
  ),
  sick: z._default(z.array(Sickness).check(z.maxLength(6)), []),
  unpaid: z._default(z.array(Unpaid).check(z.maxLength(10)), []),
  /** Of pay, that was paid before and is taken off. */
  advance: z._default(NonNegativeMoney, 0),
  /** What an authority seizes from this month on, until it has what is owed (0: it is lifted), and the points that a judge takes off each percentage (LEC 607.4). */
  garnishment: z.optional(
    z.strictObject({ owed: NonNegativeMoney, familyPoints: z._default(z.int().check(z.minimum(0), z.maximum(15)), 0) }),
  ),
});
export type PayInputBody = Readonly<z.output<typeof PayInputBody>>;

export const PayInput = z.extend(storedOf(PayInputBody), { employeeId: z.string(), month: z.string() });
export type PayInput = Readonly<z.output<typeof PayInput>>;
export type StoredPayInput = Stored<PayInput>;

/** A month of somebody's inputs: those of one person stand together. */
export const PayInputs = recordType<PayInput>({
  kind: 'pay-input',
  prefix: 'pin',
  data: PayInput,
  history: 'ends',
  partitioned: true,
  person: ({ employeeId }) => employeeId,
  screen: { none: "It is shown on the employee's page." },
  read: 'pay.read',
});
export const payInputShelf = (employeeId: string): string => `pin_${employeeId.slice(4)}`;
export const payInputId = (employeeId: string, month: Month): string => `${payInputShelf(employeeId)}/${month}`;

/** @throws DomainError `pay_input.dates` (400) where an absence ends before it begins, or begins in another month. */
export function requireInMonth({ sick, unpaid }: PayInputBody, month: Month): void {
  for (const [field, all] of [
    ['sick', sick],
    ['unpaid', unpaid],
  ] as const)
    for (const [i, { from, to }] of all.entries()) {
      if (to !== undefined && to < from)
        throw invalid('pay_input.dates', 'The absence ends before it begins.', `body.${field}.${i}.to`, { why: 'backwards' });
      if (monthOf(from) !== month)
        throw invalid(
          'pay_input.dates',
          `The absence begins on ${from}: enter it in ${monthOf(from)}, from where it goes on.`,
          `body.${field}.${i}.from`,
          { why: 'month', month: monthOf(from) },
        );
    }
}

/** Whether a month of somebody's pay is still worked out, waits for its approvals, or is paid: then what is told goes into the next. */
export const PAY_INPUT_STATES = ['open', 'calculated', 'paid'] as const;

/**
 * What is taken off pay is of the month that was paid: later it changes nothing, whereas pay and absences come as a difference.
 * @throws DomainError `pay_input.frozen` (422).
 */
export function requireUnfrozen(
  before: Pick<PayInput, 'advance' | 'garnishment'> | undefined,
  { advance, garnishment }: PayInputBody,
  month: Month,
): void {
  const same =
    (before?.advance ?? 0) === advance &&
    before?.garnishment?.owed === garnishment?.owed &&
    (before?.garnishment?.familyPoints ?? 0) === (garnishment?.familyPoints ?? 0);
  if (!same)
    throw refused(
      'pay_input.frozen',
      `${month} is paid: what is taken off pay goes into the next month. Pay and absences may still be told: they come as a difference.`,
      garnishment?.owed === before?.garnishment?.owed ? 'body.advance' : 'body.garnishment.owed',
      { month },
    );
}

export const PayInputView = z.object({
  id: z.string(),
  employeeId: z.string(),
  month: z.string(),
  variable: z.array(z.object({ kind: z.enum(VARIABLE_PAY), text: z.string(), amount: Money })),
  advance: Money,
  garnishment: z.optional(z.object({ owed: Money, familyPoints: z.int() })),
  sick: z.array(z.extend(Sickness, { from: z.string(), to: z.optional(z.string()) })),
  unpaid: z.array(z.extend(Unpaid, { from: z.string(), to: z.string() })),
  ...stampFields,
});

const Days = z.object({ from: z.string(), to: z.optional(z.string()) });
/** Somebody of a month, with what was told of it and what their approved leave says. */
export const PayInputRow = z.object({
  employeeId: z.string(),
  name: z.string(),
  department: z.optional(z.string()),
  state: z.enum(PAY_INPUT_STATES),
  input: PayInputView,
  /** Of approved leave, as far as it is of the month. */
  leave: z.object({
    sick: z.array(z.extend(Days, { kind: z.enum(SICKNESS_KINDS) })),
    unpaid: z.array(z.extend(Days, { fromNoon: z.optional(z.boolean()), untilNoon: z.optional(z.boolean()) })),
    birth: z.array(Days),
  }),
});
