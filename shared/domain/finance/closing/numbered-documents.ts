const NUMBERED = /^(.+?)-(\d+)$/;

/** Most of the numbers that are missing of one series are looked for one by one. */
const MOST_MISSING = 200;

/**
 * The ids that are missing between the first and the last number of each series: `inv_F2026-000123` between its neighbours. What
 * stands before the first and behind the last of them, other months say.
 */
export function missingNumbers(ids: readonly string[]): string[] {
  const series = new Map<string, { readonly digits: number; readonly numbers: number[] }>();
  for (const id of ids) {
    const [, name = '', digits = ''] = NUMBERED.exec(id) ?? [];
    if (name === '') continue;
    const of = series.get(name) ?? { digits: digits.length, numbers: [] };
    of.numbers.push(Number(digits));
    series.set(name, of);
  }
  return [...series].flatMap(([name, { digits, numbers }]) => {
    const there = new Set(numbers);
    const [first, last] = [Math.min(...numbers), Math.max(...numbers)];
    const missing: string[] = [];
    for (let no = first + 1; no < last && missing.length < MOST_MISSING; no += 1)
      if (!there.has(no)) missing.push(`${name}-${String(no).padStart(digits, '0')}`);
    return missing;
  });
}

/** A bill of a supplier, as far as another may be the same. */
export interface TwinBill {
  readonly id: string;
  readonly supplierId: string;
  readonly reference: string;
  readonly date: string;
  readonly gross: number;
}

const WEEK_MS = 7 * 86_400_000;

/** Pairs of bills of one supplier and amount within a week, each bill with the one before it. */
export function likelyTwins(bills: readonly TwinBill[]): { readonly bill: TwinBill; readonly twin: TwinBill }[] {
  const groups = Map.groupBy(bills, ({ supplierId, gross }) => `${supplierId} ${gross}`);
  return [...groups.values()].flatMap((all) => {
    const sorted = all.toSorted((a, b) => (a.date + a.id < b.date + b.id ? -1 : 1));
    return sorted.flatMap((bill, i) => {
      const twin = sorted[i - 1];
      return twin && Date.parse(bill.date) - Date.parse(twin.date) <= WEEK_MS ? [{ bill, twin }] : [];
    });
  });
}
