import * as z from 'zod/mini';
import { addDays, addMonths, type IsoDate, type Month, monthOf } from '#kernel/date.ts';
import { Money, PositiveMoney } from '#kernel/money.ts';
import { recordType, type Stored } from '#kernel/record.ts';
import { stamped, stampFields } from '#kernel/stamps.ts';
import { storedOf } from '#kernel/stored.ts';
import { isWorkday } from '#kernel/workday.ts';
import { MOST_OWN_CHECKS, OWN_CONDITIONS, OWN_MEASURES, OwnCheckInput } from './own-check.ts';
import { VARIANCE_LIMIT } from './variance.ts';

const LimitInput = z.strictObject({
  amount: PositiveMoney,
  percent: z.int().check(z.minimum(1), z.maximum(1000)),
});

/** How a company closes its months. */
export const CloseSettingsInput = z.strictObject({
  /** The working day of the month on which the close of the one before begins by itself: no Saturday, Sunday or national holiday. Absent: a person begins it. */
  workday: z.optional(z.int().check(z.minimum(1), z.maximum(15))),
  /** What a change from the month before has to come to, both of them, before somebody has to say why. */
  variance: LimitInput,
  /** The same of a change from that month of the year before, and from the budget. Absent: as of the month before. */
  lastYear: z.optional(LimitInput),
  budget: z.optional(LimitInput),
  /** What the company itself wants to be so at the end of a month. */
  own: z.optional(z.array(OwnCheckInput).check(z.maxLength(MOST_OWN_CHECKS))),
});
export type CloseSettingsInput = z.output<typeof CloseSettingsInput>;
export const CloseSettings = storedOf(CloseSettingsInput);
export type CloseSettings = Readonly<z.output<typeof CloseSettings>>;

export const CloseSettingsOf = recordType<CloseSettings>({
  kind: 'close-settings',
  prefix: 'mcs',
  data: CloseSettings,
  history: 'all',
  screen: { none: 'They are shown with the closes.' },
  read: 'books.read',
});
export const CLOSE_SETTINGS_ID = 'mcs_main';
export const NO_CLOSE_SETTINGS: CloseSettings = { variance: { ...VARIANCE_LIMIT } };

const LimitView = z.object({ amount: Money, percent: z.int() });
export const CloseSettingsView = z.object({
  workday: z.optional(z.int()),
  variance: LimitView,
  lastYear: z.optional(LimitView),
  budget: z.optional(LimitView),
  own: z.optional(
    z.array(
      z.object({
        name: z.string(),
        accounts: z.string(),
        measure: z.enum(OWN_MEASURES),
        words: z.optional(z.string()),
        condition: z.enum(OWN_CONDITIONS),
        amount: Money,
      }),
    ),
  ),
  id: z.string(),
  ...stampFields,
});
export const closeSettingsView = (settings: Stored<CloseSettings>) => stamped(settings);

/** The n-th day of a month on which people work. */
export function workdayOfMonth(month: Month, n: number): IsoDate {
  let day: IsoDate = `${month}-01`;
  for (let left = isWorkday(day) ? n - 1 : n; left > 0; ) {
    day = addDays(day, 1);
    if (isWorkday(day)) left -= 1;
  }
  return day;
}

/** From that hour of its day on. */
export const CLOSES_FROM_HOUR = '06';

/**
 * The month whose close a company's schedule begins now: the first in which anybody may still post, and that is over. Late rather than
 * never, where nobody looked at that hour.
 * @param now `2026-04-01T08`, in the company's time zone. @param open months before this one in which anybody may still post, in order.
 */
export function scheduledClose({ workday }: CloseSettings, now: string, open: readonly Month[]): Month | undefined {
  const today = now.slice(0, 10);
  if (workday === undefined || now.slice(11) < CLOSES_FROM_HOUR || today < workdayOfMonth(monthOf(today), workday)) return undefined;
  const last = addMonths(monthOf(today), -1);
  return open.find((month) => month <= last);
}
