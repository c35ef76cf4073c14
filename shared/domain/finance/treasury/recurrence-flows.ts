import type { IsoDate } from '#kernel/date.ts';
import type { Minor } from '#kernel/money.ts';
import type { EntryLine } from '../ledger/entry.ts';
import { dayAfter, type StoredRecurringEntry } from '../ledger/recurring-entry.ts';

/** Banks and cash. */
const MONEY = /^57/;
/** What is owed and paid soon: suppliers and creditors, staff, social security, short debts. Taxes are the returns'. */
const OWED = /^(4[01]\d|465|466|476|52[0-7])/;
const MOST = 400;

/** What a recurring entry moves of money: by its lines on banks and cash, else what it adds to what is owed. Leaving is negative. */
export function moneyOf(lines: readonly EntryLine[]): Minor {
  const sum = (of: RegExp) => lines.reduce((total, { account, amount }) => (of.test(account) ? total + amount : total), 0);
  return lines.some(({ account }) => MONEY.test(account)) ? sum(MONEY) : Math.min(0, sum(OWED));
}

export interface RecurrenceFlow {
  readonly id: string;
  readonly text: string;
  readonly date: IsoDate;
  readonly amount: Minor;
}

/** The days after today, up to a last one, on which recurring entries move money. What could not be posted on its day is tried tomorrow. */
export function recurrenceFlows(entries: readonly StoredRecurringEntry[], tomorrow: IsoDate, last: IsoDate): RecurrenceFlow[] {
  return entries.flatMap(({ id, text, lines, every, day, next, until }) => {
    const amount = moneyOf(lines);
    const flows: RecurrenceFlow[] = [];
    if (amount === 0) return flows;
    for (let on = next, i = 0; on !== undefined && i < MOST; on = dayAfter(on, every, day), i += 1) {
      const date = on < tomorrow ? tomorrow : on;
      if (date > last || (until !== undefined && on > until)) break;
      flows.push({ id, text, date, amount });
    }
    return flows;
  });
}
