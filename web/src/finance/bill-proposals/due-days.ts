import { addDays, daysBetween } from '#kernel/date.ts';
import type { Currency } from '#kernel/money.ts';

/** `30, 60, 90` days after a date, in equal parts; `30=50.00, 60=71.00`, each its own. What cannot be read is sent as it is, and found wrong. */
export function instalments(date: string, days: string, currency: Currency) {
  const all = days
    .replaceAll(/\s*=\s*/g, '=')
    // The cents of an amount as Spanish keyboards write them, and not the next number of days.
    .replaceAll(/(=\d+),(\d{1,2})(?![\d=])/g, '$1.$2')
    .split(/[\s,;]+/)
    .filter(Boolean);
  if (!date || all.length === 0) return {};
  const dueDates = all.map((each) => {
    const [day = '', amount] = each.split('=');
    return {
      date: /^\d{1,3}$/.test(day) ? addDays(date, Number(day)) : day,
      ...(amount === undefined ? {} : { amount: { amount, currency } }),
    };
  });
  return { dueDates };
}

/** Due dates with their amounts, as they are typed. */
export const dueDaysOf = (date: string, dues: readonly { readonly date: string; readonly amount: { readonly amount: string } }[]): string =>
  dues.map((due) => `${daysBetween(date, due.date)}=${due.amount.amount}`).join(', ');
