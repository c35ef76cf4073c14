import { type IsoDate, type Month, monthOf, monthsBetween } from '#kernel/date.ts';
import type { Minor } from '#kernel/money.ts';
import type { Contribution } from './contribution.ts';
import type { Payslip } from './payslip.ts';

/** A month of somebody's employment, and what it contributed by; `paid` is absent where no final slip tells it. */
export interface ContributedMonth {
  readonly month: Month;
  readonly paid?: {
    /** As the slip of the month counted them: of groups 1 to 7 thirty in a whole month, of 8 to 11 its own. */
    readonly days: number;
    /** Bases in cents: of common contingencies; of accidents at work and unemployment, which have overtime in them. */
    readonly common: Minor;
    readonly professional: Minor;
  };
}
type Told = Pick<Payslip, 'month' | 'contributions' | 'bases' | 'arrears'>;

/** Days that unemployment benefit is worked out by (LGSS art. 270.1). */
const CERTIFIED_DAYS = 180;
/** How many days a month counts as that no slip tells. */
const DAYS_OF_MONTH = 30;

/** What a month contributed by: its slip, and what later slips paid of it. */
function paidIn(slips: readonly Told[], month: Month): ContributedMonth['paid'] {
  const own = slips.filter((slip) => slip.month === month);
  const bases = own.flatMap((slip) => slip.bases ?? []);
  if (bases.length === 0) return undefined;
  const late = slips.flatMap(({ arrears = [] }) => arrears.filter((each) => each.month === month));
  const all = [...own, ...late].flatMap(({ contributions }) => contributions);
  const baseOf = (kind: Contribution['kind']) => all.reduce((sum, each) => (each.kind === kind ? sum + each.base : sum), 0);
  return { days: bases.reduce((sum, { days }) => sum + days, 0), common: baseOf('common'), professional: baseOf('unemployment') };
}

/**
 * The months of an employment, from its last one back until they come to 180 days: whole months, as the company certificate lists them.
 * @param slips of runs that are posted; in any order.
 */
export function contributedMonths(
  slips: readonly Told[],
  { since, until }: { readonly since: IsoDate; readonly until: IsoDate },
): ContributedMonth[] {
  const months: ContributedMonth[] = [];
  let days = 0;
  for (const month of monthsBetween(monthOf(since), monthOf(until)).toReversed()) {
    if (days >= CERTIFIED_DAYS) break;
    const paid = paidIn(slips, month);
    months.push({ month, ...(paid ? { paid } : {}) });
    days += paid?.days ?? DAYS_OF_MONTH;
  }
  return months;
}
