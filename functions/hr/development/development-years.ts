import { type IsoDate, yearsBetween } from '#kernel/date.ts';

/** Years of which courses are listed, around today: planned ahead, and kept for as long as certificates mostly last. */
export const yearsOfPlans = (today: IsoDate): string[] => {
  const year = Number(today.slice(0, 4));
  return yearsBetween(String(year - 10), String(year + 3));
};
