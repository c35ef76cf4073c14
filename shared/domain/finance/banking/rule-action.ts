import * as z from 'zod/mini';
import { LineDimensionsInput } from '#kernel/line-dimensions.ts';
import { PositiveMoney } from '#kernel/money.ts';
import { Percent } from '#kernel/quantity.ts';
import { AccountCode } from '../ledger/own-account.ts';
import { PAID_BILL } from './rule-bill.ts';

/** `12.5` as 1250: what shares are counted by. */
export const hundredths = (percent: string): number => Math.round(Number(percent) * 100);

/** A part of an entry that a rule posts: all of the line, or a share of it. */
const RuleLine = z.strictObject({
  account: AccountCode,
  /** Absent: all of it. */
  percent: z.optional(Percent),
  text: z.optional(z.string().check(z.trim(), z.minLength(1), z.maxLength(140))),
  dimensions: z.optional(LineDimensionsInput),
});

/** What a rule does with a line that it takes: one of these. */
export const RuleAction = z.strictObject({
  /** Posts it to accounts. */
  entry: z.optional(z.strictObject({ lines: z.array(RuleLine).check(z.minLength(1), z.maxLength(8)) })),
  /** Enters a supplier's bill that the bank has paid, with its base and tax, and pays it by the line. */
  bill: z.optional(z.strictObject(PAID_BILL)),
  /** Card takings that came less what the acquirer keeps of them. */
  commission: z.optional(z.strictObject({ percent: Percent, account: AccountCode, takings: AccountCode })),
  /**
   * Lets lines be matched with documents that they differ from by so much at most: cents, or what a bank has kept. Never more than 30 EUR
   * and 5 % of the documents: whoever lacks more has paid a part.
   */
  difference: z.optional(z.strictObject({ of: z.enum(['small', 'fee']), upTo: PositiveMoney, account: AccountCode })),
});
export type RuleAction = Readonly<z.output<typeof RuleAction>>;

/** The accounts that a rule posts to, each with the field that names it. */
export function accountsOf({
  entry,
  bill,
  commission,
  difference,
}: RuleAction): readonly { readonly account: string; readonly field: string }[] {
  return [
    ...(entry?.lines ?? []).map(({ account }, i) => ({ account, field: `body.action.entry.lines.${i}.account` })),
    ...(bill ? [{ account: bill.account, field: 'body.action.bill.account' }] : []),
    ...(commission
      ? [
          { account: commission.account, field: 'body.action.commission.account' },
          { account: commission.takings, field: 'body.action.commission.takings' },
        ]
      : []),
    ...(difference ? [{ account: difference.account, field: 'body.action.difference.account' }] : []),
  ];
}
