import type { IsoDate } from '#kernel/date.ts';
import type { Minor } from '#kernel/money.ts';

/** What a document did to a party's account: debit positive, as in the ledger. */
export interface Movement {
  readonly id: string;
  readonly date: IsoDate;
  readonly amount: Minor;
}

export interface StatementLine extends Movement {
  readonly balance: Minor;
}

/** A party's account over a range of days, both included: the balance before, each document with the balance after it, the balance at the end. */
export function statementOf(
  movements: readonly Movement[],
  { from, to }: { readonly from: IsoDate; readonly to: IsoDate },
): { opening: Minor; lines: StatementLine[]; closing: Minor } {
  const opening = movements.reduce((sum, { date, amount }) => sum + (date < from ? amount : 0), 0);
  const within = movements.filter(({ date }) => date >= from && date <= to);
  let balance = opening;
  const lines = within
    .toSorted((a, b) => (a.date === b.date ? (a.id < b.id ? -1 : 1) : a.date < b.date ? -1 : 1))
    .map((movement) => {
      balance += movement.amount;
      return { ...movement, balance };
    });
  return { opening, lines, closing: balance };
}
