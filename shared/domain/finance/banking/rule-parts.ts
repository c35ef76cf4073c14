import type { LineDimensions } from '#kernel/line-dimensions.ts';
import { allocate, type Minor, shareOf } from '#kernel/money.ts';
import { hundredths, type RuleAction } from './rule-action.ts';
import type { BillPart } from './rule-bill.ts';

/** What a rule makes of a line: parts that come to its amount, as `POST …/match` takes them. */
export interface RulePart {
  readonly as: 'entry';
  readonly account: string;
  readonly amount: Minor;
  readonly text?: string;
  readonly dimensions?: LineDimensions;
}

/** Gross of what came less so many hundredths of a percent, rounded half up: what is kept and what came add up to it. */
const grossOf = (net: Minor, kept: number): Minor => shareOf(net, 10_000n, BigInt(10_000 - kept));

/** Parts of an entry, signed as the line; none of a rule that is about differences. */
export function entryPartsOf({ entry, commission }: RuleAction, amount: Minor): RulePart[] {
  if (commission) {
    const gross = grossOf(amount, hundredths(commission.percent));
    return [
      { as: 'entry' as const, account: commission.takings, amount: gross },
      { as: 'entry' as const, account: commission.account, amount: amount - gross },
    ].filter((part) => part.amount !== 0);
  }
  const lines = entry?.lines ?? [];
  const shares = allocate(amount, lines.length === 0 ? [1] : lines.map(({ percent }) => hundredths(percent ?? '100')));
  return lines.flatMap(({ account, text, dimensions }, i) => {
    const share = shares[i] ?? 0;
    return share === 0
      ? []
      : [{ as: 'entry' as const, account, amount: share, ...(text ? { text } : {}), ...(dimensions ? { dimensions } : {}) }];
  });
}

/** What a rule makes of a line: a bill, which was paid out, or parts of an entry. */
export const partsOfRule = (action: RuleAction, amount: Minor): readonly (RulePart | BillPart)[] =>
  action.bill ? (amount < 0 ? [{ as: 'bill', ...action.bill, amount: -amount }] : []) : entryPartsOf(action, amount);
