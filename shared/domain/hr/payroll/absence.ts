import { defined } from '#kernel/optional.ts';
import type { LeaveHolding } from '../time/leave-account.ts';
import { LEAVE_ES } from '../time/leave-kinds-es.ts';
import type { UnpaidDays } from './pay-facts.ts';
import type { PayInput } from './pay-input.ts';

/** Absences of somebody as pay takes them: sickness, days without pay, and births, whose days Social Security pays by itself. */
export interface Absences {
  readonly sick: PayInput['sick'];
  readonly unpaid: readonly UnpaidDays[];
  readonly birth: readonly { readonly from: string; readonly to: string }[];
}

interface Days {
  readonly from: string;
  readonly to?: string | undefined;
}
const meets = (a: Days, b: Days): boolean => a.from <= (b.to ?? '9999') && b.from <= (a.to ?? '9999');

/**
 * What approved leave says, beside what was told of the months: nothing is typed twice. Where both tell of the same days, what was told
 * for pay holds, since it knows of relapses and bases.
 */
export function absencesOf(inputs: readonly PayInput[], leave: readonly LeaveHolding[]): Absences {
  const told = { sick: inputs.flatMap(({ sick }) => sick), unpaid: inputs.flatMap(({ unpaid }) => unpaid) };
  const known: readonly Days[] = [...told.sick, ...told.unpaid];
  const of = (...pays: readonly string[]) =>
    leave.filter((held) => held.state === 'approved' && pays.includes(LEAVE_ES[held.kind].pay) && !known.some((each) => meets(each, held)));
  return {
    sick: [
      ...told.sick,
      ...of('sickness', 'work-accident').map(({ kind, from, to }) => ({
        ...{ kind: LEAVE_ES[kind].pay === 'sickness' ? ('common' as const) : ('work' as const), from, to },
      })),
    ],
    unpaid: [
      ...told.unpaid,
      ...of('unpaid').map(({ from, to, fromNoon, untilNoon }) => ({
        kind: 'unpaid-leave' as const,
        from,
        to,
        ...defined({ fromNoon, untilNoon }),
      })),
    ],
    birth: of('birth').map(({ from, to }) => ({ from, to })),
  };
}
