import { type Minor, percentOf } from '#kernel/money.ts';

/** Percent that may be seized of each part of pay, by minimum wages: none of the first (LEC 607.1 and 607.2). */
const PERCENT_BY_WAGE = ['0', '30', '50', '60', '75', '90'] as const;
export const GARNISHMENT_ROW = 'LEC 607';

/** What a part of a net pay bears. */
export interface GarnishedPart {
  readonly from: Minor;
  readonly to: Minor;
  readonly percent: string;
  readonly amount: Minor;
}

/**
 * What is seized of a month's net pay (of several, added). @param wage the minimum wage that is left: of the month, doubled where an
 * extra pay is paid (policy). @param familyPoints what the judge lowers each percentage by, 10 to 15 (LEC 607.4). Never more than is owed.
 */
export function garnishedOf(
  net: Minor,
  wage: Minor,
  { owed = Number.POSITIVE_INFINITY, familyPoints = 0 }: { readonly owed?: Minor; readonly familyPoints?: number } = {},
): { readonly amount: Minor; readonly parts: readonly GarnishedPart[] } {
  const parts = PERCENT_BY_WAGE.flatMap((percent, i) => {
    const from = wage * i;
    const to = i === PERCENT_BY_WAGE.length - 1 ? net : Math.min(net, wage * (i + 1));
    if (to <= from) return [];
    const lowered = String(Math.max(0, Number(percent) - familyPoints));
    return [{ from, to, percent: lowered, amount: percentOf(to - from, lowered) }];
  });
  return {
    amount: Math.min(
      owed,
      parts.reduce((sum, { amount }) => sum + amount, 0),
    ),
    parts,
  };
}
