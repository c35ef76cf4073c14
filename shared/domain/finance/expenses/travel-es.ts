import type { IsoDate } from '#kernel/date.ts';
import { decimal, divideHalfUp, multiply } from '#kernel/decimal.ts';
import type { Minor } from '#kernel/money.ts';

/** What of a kilometre by a car of one's own is no pay, in cents. */
interface MileageLimit {
  readonly from: IsoDate;
  readonly cents: Minor;
  readonly source: string;
}

/** By day of the journey; what is older is not known here. */
const MILEAGE_ES: readonly MileageLimit[] = [
  { from: '2023-07-17', cents: 26, source: 'RD 439/2007 (RIRPF) art. 9.A.2.b, Orden HFP/792/2023; confidence: high' },
];

/** The limit of a day, in cents a kilometre; undefined where none is known. */
export const exemptMileage = (date: IsoDate): MileageLimit | undefined => MILEAGE_ES.findLast(({ from }) => from <= date);

/** So many kilometres at so many cents each, rounded half up. @param km decimal text */
export function mileage(km: string, cents: Minor): Minor {
  const { units, scale } = multiply(decimal(km), { units: BigInt(cents), scale: 0 });
  return Number(divideHalfUp(units, 10n ** BigInt(scale)));
}
