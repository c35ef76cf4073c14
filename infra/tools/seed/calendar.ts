import { addDays, addMonths, type IsoDate, monthOf, monthsBetween, yearOf } from '../../../shared/kernel/date.ts';

/** Days that the history reaches back. */
export const HISTORY_DAYS = 150;
/** The year of the shop files that come with the product: dropped into the import, they need its periods. */
const SHOP_FILE_YEAR = '2010';

const SUNDAY = 0;

/** The day itself, or the Monday after a Sunday. */
export const workday = (date: IsoDate): IsoDate => (new Date(`${date}T00:00:00Z`).getUTCDay() === SUNDAY ? addDays(date, 1) : date);

export interface Calendar {
  readonly today: IsoDate;
  readonly first: IsoDate;
  /** `days` before today, on a workday, and today at the latest. */
  ago(days: number): IsoDate;
  readonly fiscalYears: readonly string[];
  /** Months that are over, the earliest first. */
  readonly months: readonly string[];
}

/** @param importsShop whether the company can take in the files of a shop that come with the product. */
export function calendar(today: IsoDate, importsShop = false): Calendar {
  const first = workday(addDays(today, -HISTORY_DAYS));
  const years = [...(importsShop ? [SHOP_FILE_YEAR] : []), String(Number(yearOf(today)) - 1), yearOf(today)];
  return {
    today,
    first,
    ago: (days) => [workday(addDays(today, -days)), today].sort()[0] ?? today,
    fiscalYears: [...new Set(years)].sort(),
    months: monthsBetween(monthOf(first), addMonths(monthOf(today), -1)),
  };
}
