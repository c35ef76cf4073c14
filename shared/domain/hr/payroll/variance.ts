import type { Minor } from '#kernel/money.ts';
import type { Contribution } from './contribution.ts';
import type { Earning } from './month-pay.ts';
import type { Payslip } from './payslip.ts';

/** Why a slip is not what that of the month before was. */
export const VARIANCE_CAUSES = [
  ...(['first', 'annual', 'days', 'extra-pay', 'variable', 'sick', 'arrears', 'rate', 'contribution-rates', 'pay'] as const),
  ...(['advance', 'garnishment', 'account'] as const),
] as const;
export type VarianceCause = (typeof VARIANCE_CAUSES)[number];

/** A line that moved: of earnings, of contributions of a side, what was withheld, what is taken off. */
export interface Variance {
  readonly line: string;
  readonly before: Minor;
  readonly now: Minor;
  readonly cause: VarianceCause;
}

type Comparable = Pick<Payslip, 'earnings' | 'contributions' | 'arrears' | 'worker' | 'company' | 'withheld' | 'advance' | 'garnished'> & {
  readonly rate: { readonly value: number };
};

const CAUSE_OF: Readonly<Partial<Record<Earning['kind'], VarianceCause>>> = { 'extra-pay': 'extra-pay', 'sick-pay': 'sick' };
const sumOf = ({ earnings }: Comparable, kind: string): Minor =>
  earnings.reduce((sum, each) => (each.kind === kind ? sum + each.amount : sum), 0);
const daysOf = ({ earnings }: Comparable): number =>
  earnings.reduce((sum, { kind, days = 0 }) => (kind === 'salary' ? sum + days : sum), 0);
const ratesOf = (all: readonly Contribution[]): string => JSON.stringify(all.map(({ kind, rate, row }) => [kind, rate, row]));
const lateOf = ({ arrears = [] }: Comparable): Minor =>
  arrears.reduce((sum, { earnings }) => sum + earnings.reduce((all, { amount }) => all + amount, 0), 0);

function causeOfEarning(kind: Earning['kind'], before: Comparable, now: Comparable): VarianceCause {
  if (kind !== 'salary') return CAUSE_OF[kind] ?? 'variable';
  if (daysOf(before) === daysOf(now)) return 'annual';
  return sumOf(now, 'sick-pay') !== sumOf(before, 'sick-pay') ? 'sick' : 'days';
}

/** What differs from the slip of the month before, line by line, each with its cause; all of a first slip is its first. */
export function varianceOf(before: Comparable | undefined, now: Comparable): readonly Variance[] {
  const kinds = [...new Set([...(before?.earnings ?? []), ...now.earnings].map(({ kind }) => kind))];
  const line = (name: string, of: (slip: Comparable) => Minor, cause: VarianceCause): Variance[] => {
    const [then, today] = [before ? of(before) : 0, of(now)];
    return then === today ? [] : [{ line: name, before: then, now: today, cause: before ? cause : 'first' }];
  };
  const contributes = before && ratesOf(before.contributions) !== ratesOf(now.contributions) ? 'contribution-rates' : 'pay';
  const contribution = lateOf(now) !== 0 ? 'arrears' : contributes;
  return [
    ...kinds.flatMap((kind) => line(kind, (slip) => sumOf(slip, kind), before ? causeOfEarning(kind, before, now) : 'first')),
    ...line('arrears', lateOf, 'arrears'),
    ...line('worker', ({ worker }) => worker, contribution),
    ...line('company', ({ company }) => company, contribution),
    ...line('withheld', ({ withheld }) => withheld, before?.rate.value === now.rate.value ? 'pay' : 'rate'),
    ...line('advance', ({ advance }) => advance, 'advance'),
    ...line('garnished', ({ garnished }) => garnished, 'garnishment'),
  ];
}
