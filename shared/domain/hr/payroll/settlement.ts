import * as z from 'zod/mini';
import { earliest, type IsoDate, latest } from '#kernel/date.ts';
import { Money, minorText } from '#kernel/money.ts';
import { accrualOf, earnedExtraPay, type HolidayRounding, unusedHoliday } from './extra-pay.ts';
import { extraPayAmount, type PayTerms, termsBetween } from './pay-terms.ts';
import { LEAVING_CAUSES, type LeavingCause, type SeverancePolicies, severanceOf } from './severance-es.ts';

/** What a leaving is settled with beside the days worked: extra pays earned, holiday not taken, severance (ET 49, 38, 31). */
export const SettlementView = z.object({
  cause: z.enum(LEAVING_CAUSES),
  /** The norm of the severance. */
  norm: z.string(),
  daily: Money,
  severanceDays: z.string(),
  capped: z.boolean(),
  severance: Money,
  extraPays: z.array(z.object({ month: z.string(), from: z.string(), to: z.string(), amount: Money })),
  /** Days, with two decimals. */
  holidayDays: z.string(),
  holiday: Money,
});

interface Leaving {
  readonly cause: LeavingCause;
  readonly start: IsoDate;
  readonly date: IsoDate;
  readonly terms: PayTerms;
  /** Days of holiday taken this year, in hundredths. */
  readonly taken: number;
  readonly rounding: HolidayRounding;
  readonly severance: SeverancePolicies;
}
const HOLIDAY_OF_A_YEAR = 30;

/** The extra pays that are earned and not yet paid: those of months after the last; what that month pays is on its slip. */
function earnedExtraPays({ terms, start, date }: Leaving) {
  const year = Number(date.slice(0, 4));
  const months = [year, year + 1].flatMap((of) => terms.extraMonths.map((no) => `${of}-${String(no).padStart(2, '0')}`));
  return months.flatMap((month) => {
    const accrual = accrualOf(month, terms.accrual, terms.extraMonths.length);
    if (month <= date.slice(0, 7) || accrual.from > date) return [];
    const amount = earnedExtraPay(extraPayAmount(terms, month), accrual, { from: start, to: date });
    return [{ month, from: latest(accrual.from, start), to: earliest(accrual.to, date), amount }];
  });
}

export function settlementOf(leaving: Leaving): z.output<typeof SettlementView> {
  const { cause, start, date, terms, taken, rounding } = leaving;
  const severance = severanceOf(cause, { from: start, to: date, annual: terms.annual }, leaving.severance);
  const employed = { from: start > `${date.slice(0, 4)}-01-01` ? start : `${date.slice(0, 4)}-01-01`, to: date };
  const holiday = unusedHoliday({ perYear: HOLIDAY_OF_A_YEAR, employed, annual: terms.annual, taken }, rounding);
  return {
    ...{ cause, norm: severance.norm, daily: severance.daily, severanceDays: severance.days, capped: severance.capped },
    severance: severance.amount,
    extraPays: earnedExtraPays(leaving),
    holidayDays: minorText(holiday.days),
    holiday: holiday.amount,
  };
}

/** The terms of a day. */
export const termsOn = (terms: readonly PayTerms[], day: IsoDate): PayTerms | undefined => termsBetween(terms, day, day)[0];
