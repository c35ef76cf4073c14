import { addDays, addMonths, daysBetween, earliest, type IsoDate, latest } from '#kernel/date.ts';
import { shareOf } from '#kernel/money.ts';
import { type LeaveHolding, type LeaveOpening, type TakenByMonth, takenIn } from './leave-account.ts';

/** Since when, and until when, somebody is employed. */
export interface Employed {
  readonly from: IsoDate;
  readonly to?: IsoDate | undefined;
}

/** How a company gives holiday: days of a year, how they count, and for how many months those of a year may still be taken in the next. */
export interface HolidayPolicy {
  readonly days: number;
  readonly count: 'natural' | 'working';
  readonly carryMonths: number;
}

/** What a company's settings say of holiday. */
interface HolidaySettings {
  readonly holidays?: `${'natural' | 'working'}-${number}` | undefined;
  readonly holidayCarryMonths?: number | undefined;
}
/** As the law has it, and until the end of March. */
const USUAL = { holidays: 'natural-30', holidayCarryMonths: 3 } as const;

export function holidayPolicyOf({
  holidays = USUAL.holidays,
  holidayCarryMonths = USUAL.holidayCarryMonths,
}: HolidaySettings): HolidayPolicy {
  const [count, days] = holidays.split('-') as ['natural' | 'working', string];
  return { count, days: Number(days), carryMonths: holidayCarryMonths };
}

const daysOfYear = (year: number): number => daysBetween(`${year}-01-01`, `${year + 1}-01-01`);

/** Days employed between two days, both included. */
function employedDays({ from, to }: Employed, first: IsoDate, last: IsoDate): number {
  const begin = latest(from, first);
  const end = to === undefined ? last : earliest(to, last);
  return begin > end ? 0 : daysBetween(begin, end) + 1;
}

/**
 * Holiday earned from the first day of a year to a day of it, in hundredths of a day: by days employed of the year's (ET 38). What is
 * earned of parts of a year adds up to what is earned of the whole, wherever it is cut.
 */
export function earnedUntil(perYear: number, employed: Employed, until: IsoDate): number {
  const year = Number(until.slice(0, 4));
  return shareOf(perYear * 100, BigInt(employedDays(employed, `${year}-01-01`, until)), BigInt(daysOfYear(year)));
}

/** Holiday earned between two days of one year, both included, in hundredths. */
export const earnedBetween = (perYear: number, employed: Employed, from: IsoDate, to: IsoDate): number =>
  earnedUntil(perYear, employed, to) - (from.endsWith('-01-01') ? 0 : earnedUntil(perYear, employed, addDays(from, -1)));

/** How somebody's holiday of a year stands: days in hundredths. */
export interface LeaveBalance {
  readonly year: number;
  /** Of the whole year, or of what they are employed of it. */
  readonly entitled: number;
  /** Earned until the day of the balance. */
  readonly earned: number;
  /** Brought forward, and the last day for taking it. */
  readonly carried: number;
  readonly carriedUntil?: IsoDate;
  /** What of that was not taken in time. */
  readonly expired: number;
  readonly taken: number;
  readonly requested: number;
  /** What may still be asked for. */
  readonly available: number;
}

interface Facts {
  readonly employed: Employed;
  readonly policy: HolidayPolicy;
  readonly holdings: readonly LeaveHolding[];
  /** What was brought forward when holiday was first kept here. */
  readonly opening?: LeaveOpening | undefined;
  /** The first year that is kept here: nothing is known of those before. */
  readonly since: number;
  readonly today: IsoDate;
}

const HUNDREDTHS_OF_HALF = 50;
const hundredths = (byMonth: TakenByMonth): number => [...byMonth.values()].reduce((sum, halves) => sum + halves * HUNDREDTHS_OF_HALF, 0);

/** How a year stands, given what was brought into it. */
function balanceOfYear(facts: Facts, year: number, carried: number): LeaveBalance {
  const { policy, employed, today } = facts;
  const last = `${year}-12-31`;
  const entitled = earnedUntil(policy.days, employed, last);
  // What was brought forward by hand is taken in the first month at least.
  const lastCarry = addMonths(`${year}-01`, Math.max(1, policy.carryMonths) - 1);
  const used = takenIn(facts.holdings, 'holiday', String(year));
  const early = hundredths(new Map([...used].filter(([month]) => month <= lastCarry)));
  const all = hundredths(used);
  const fromCarried = Math.min(carried, early);
  const carriedUntil = addDays(`${addMonths(lastCarry, 1)}-01`, -1);
  const expired = carried > 0 && today > carriedUntil ? carried - fromCarried : 0;
  const approved = hundredths(
    takenIn(
      facts.holdings.filter(({ state }) => state === 'approved'),
      'holiday',
      String(year),
    ),
  );
  return {
    ...{ year, entitled, carried, expired, taken: approved, requested: all - approved },
    earned: earnedUntil(policy.days, employed, today < `${year}-01-01` ? `${year}-01-01` : earliest(today, last)),
    ...(carried > 0 ? { carriedUntil } : {}),
    available: entitled + carried - expired - all,
  };
}

/** Holiday of a year, with what the years before it left over. */
export function leaveBalance(facts: Facts, year: number): LeaveBalance {
  const { opening, since, policy } = facts;
  let carried = opening && opening.year === since ? opening.halves * HUNDREDTHS_OF_HALF : 0;
  for (let each = Math.min(since, year); each < year; each += 1) {
    const { entitled, carried: into, taken, requested, expired } = balanceOfYear(facts, each, carried);
    const left = entitled + into - expired - taken - requested;
    carried = policy.carryMonths > 0 ? Math.max(0, left) : 0;
  }
  return balanceOfYear(facts, year, year < since ? 0 : carried);
}
