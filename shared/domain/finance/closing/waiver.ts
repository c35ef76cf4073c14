import * as z from 'zod/mini';
import { addDays, type IsoDate } from '#kernel/date.ts';
import { denial, type Refusal, refusal } from '#kernel/errors.ts';

/** Why a check is left as it is, for the fault that it was given for. */
export const Waiver = z.object({
  by: z.string(),
  on: z.string(),
  reason: z.string(),
  /** The last day on which it holds. */
  until: z.string(),
  /** What it was given for: of any other fault it says nothing. */
  of: z.string(),
  /** The first month that was closed with it, where it is older than the month. */
  since: z.exactOptional(z.string()),
});
export type Waiver = Readonly<z.output<typeof Waiver>>;

/** What a check of the month before was left as it was by: nobody has said so of this month. */
export const CarriedWaiver = z.object({ by: z.string(), on: z.string(), reason: z.string(), until: z.string(), since: z.string() });

/** Nothing is left as it is for longer. */
export const WAIVED_FOR_DAYS = 92;

export const waiverHolds = (waiver: Waiver | undefined, fault: string, today: IsoDate): boolean =>
  waiver !== undefined && waiver.of === fault && waiver.until >= today;

interface Asked {
  readonly today: IsoDate;
  readonly until: IsoDate;
  /** Who has posted in the month. */
  readonly hasPosted: boolean;
}

/** Why a waiver is not given: for ever or for yesterday, or by who has posted in the month. */
export function refusalOfWaiver({ today, until, hasPosted }: Asked): Refusal | undefined {
  const latest = addDays(today, WAIVED_FOR_DAYS);
  if (until < today || until > latest)
    return refusal('month_close.waiver_days', `A waiver holds from today to ${latest} at the latest.`, 'body.until', { latest });
  return hasPosted
    ? denial(
        'month_close.waiver_own',
        'You have posted in this month: somebody else has to say that the check may be left as it is.',
        'path.check',
      )
    : undefined;
}
