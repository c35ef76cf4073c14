import * as z from 'zod/mini';
import { type Refusal, refusal } from '#kernel/errors.ts';
import type { Minor } from '#kernel/money.ts';
import { recordType, type Stored } from '#kernel/record.ts';
import { ACCOUNT } from '../ledger/accounts.ts';
import type { EntryLine } from '../ledger/entry.ts';
import { TaxPeriod } from './tax-period.ts';

/** Boxes of form 303 that a person works out: regularisations (Ley 37/1992, arts. 105, 107–110). */
export const SET_BOXES = ['43', '44'] as const;
export type SetBox = (typeof SET_BOXES)[number];

/** What a person sets of a box, in place of what was set before. */
export const BoxSettingInput = z.strictObject({
  period: TaxPeriod,
  /** Euros: above zero more is deducted, below it less. Zero: nothing is set any more. */
  amount: z.string().check(z.regex(/^-?\d{1,10}(\.\d{1,2})?$/, 'must be an amount such as -300.00')),
  /** How it was worked out. */
  reason: z.string().check(z.trim(), z.minLength(1), z.maxLength(200)),
});

/** A box of a period as a person set it. Minor units. */
export const BoxSetting = z.object({
  period: z.string(),
  box: z.enum(SET_BOXES),
  amount: z.int(),
  reason: z.string(),
  by: z.string(),
  on: z.string(),
});
export type BoxSetting = Readonly<z.output<typeof BoxSetting>>;
export type StoredBoxSetting = Stored<BoxSetting>;

export const boxSettingId = (period: string, box: SetBox): string => `txb_303.${period}.${box}`;

export const BoxSettings = recordType<BoxSetting>({
  kind: 'tax-box',
  prefix: 'txb',
  data: BoxSetting,
  history: 'all',
  screen: { none: 'It is shown on the page of its form and period.' },
  read: 'books.read',
});

/** Why a box is not set for a period: 44 is regularised once a year, in its last return (Ley 37/1992, art. 105.Cuatro). */
export const refusalOfBox = (box: SetBox, period: string): Refusal | undefined =>
  box === '44' && !/-(4T|12)$/.test(period)
    ? refusal(
        'tax_return.box_period',
        `Box 44 is of the last return of the year: set it for ${period.slice(0, 4)}-4T, or for December where returns are monthly.`,
        'body.period',
        { box, period, year: period.slice(0, 4) },
      )
    : undefined;

/** Where a regularisation is posted beside 472: of investments, or of what is used up; against the company, or in its favour. */
const ACCOUNTS: Readonly<Record<SetBox, readonly [against: string, inFavour: string]>> = {
  43: [ACCOUNT.vatAdjustedInvestmentLoss, ACCOUNT.vatAdjustedInvestmentGain],
  44: [ACCOUNT.vatAdjustedLoss, ACCOUNT.vatAdjustedGain],
};

/**
 * What boxes 43 and 44 come to on 472, beside 634 where less is deducted, and 639 where more is (PGC, part five). Of a return that
 * rectifies another, what it changes of each account.
 */
export function regularisationLines(amountOf: (box: string) => Minor, before: (box: string) => Minor): EntryLine[] {
  return SET_BOXES.flatMap((box) => {
    const [now, was] = [amountOf(box), before(box)];
    const [against, inFavour] = ACCOUNTS[box];
    return [
      { account: ACCOUNT.vatInput, amount: now - was },
      { account: against, amount: Math.max(0, -now) - Math.max(0, -was) },
      { account: inFavour, amount: Math.max(0, was) - Math.max(0, now) },
    ];
  });
}
