import * as z from 'zod/mini';
import { BusinessDate, type IsoDate } from '#kernel/date.ts';
import { type ActionRules, type Refusal, refusal } from '#kernel/errors.ts';
import { Iban } from '#kernel/iban.ts';
import { type Minor, minorText } from '#kernel/money.ts';
import { dated, recordType, type Stored } from '#kernel/record.ts';
import { list } from '#kernel/stored.ts';
import { writtenText as text } from '#kernel/written-text.ts';
import { ACCOUNT } from '../ledger/accounts.ts';
import { Entry, type EntryLine } from '../ledger/entry.ts';
import type { Draft303 } from './m303.ts';
import { DECLARATION_TYPES, type DeclarationType, refusalOfNegative } from './m303-file.ts';
import { regularisationLines } from './tax-box.ts';
import { AmountText, TaxPeriod } from './tax-period.ts';

/** `txr_303.2026-2T.0`. */
export const TaxReturnId = z
  .string()
  .check(z.regex(/^txr_303\.20\d{2}-([1-4]T|0[1-9]|1[0-2])\.\d$/, 'must be an id such as txr_303.2026-2T.0'));
/** What a person tells of a return that AEAT has taken. */
export const FilingInput = z.strictObject({
  period: TaxPeriod,
  /** The number that AEAT gave it: 13 characters. */
  justificante: z.string().check(z.regex(/^[0-9A-Z]{13}$/, 'must be the 13 digits of the receipt')),
  filedOn: z.optional(BusinessDate),
  /** Box 110. Absent: what the return of the period before left to compensate. */
  pending: z.optional(AmountText),
  /** Of what the authority owes, whether it is asked back; absent: it is compensated. */
  refund: z._default(z.boolean(), false),
  /** Of a return that rectifies another: whether what that one asked back was paid. Absent: it was. */
  refunded: z._default(z.boolean(), true),
  iban: z.optional(Iban),
  /** The return of the same period that it comes after: one that is being rectified, or was taken back. */
  follows: z.optional(TaxReturnId),
});
export const CorrectionInput = z.strictObject({ reason: text(200) });

/** A return that was filed. Beside what became of it, nothing of it ever changes. */
export const TaxReturn = z.object({
  model: z.literal('303'),
  period: z.string(),
  /** 0, and one more for each that follows in the same period. */
  turn: z.int(),
  type: z.enum(DECLARATION_TYPES),
  boxes: list(z.object({ box: z.string(), amount: z.int() })),
  justificante: z.string(),
  filedOn: z.string(),
  iban: z.exactOptional(z.string()),
  /** The return of the same period that it rectifies. */
  rectifies: z.exactOptional(z.string()),
  /** What settles the accounts of VAT; absent where nothing was posted in the period. */
  entry: z.exactOptional(Entry),
  /** Its period is open for corrections, which another return will file. */
  correction: z.exactOptional(z.object({ on: z.string(), reason: z.string() })),
  rectifiedBy: z.exactOptional(z.string()),
  reversal: z.exactOptional(z.object({ id: z.string(), date: z.string(), reason: z.string() })),
});
export type TaxReturn = Readonly<z.output<typeof TaxReturn>>;
export type StoredTaxReturn = Stored<TaxReturn>;

export const TAX_RETURN_STATES = ['filed', 'correcting', 'rectified', 'reversed'] as const;
export type TaxReturnState = (typeof TAX_RETURN_STATES)[number];
export const taxReturnState = ({
  reversal,
  rectifiedBy,
  correction,
}: Pick<TaxReturn, 'reversal' | 'rectifiedBy' | 'correction'>): TaxReturnState =>
  reversal ? 'reversed' : rectifiedBy ? 'rectified' : correction ? 'correcting' : 'filed';

/** `txr_303.2026-2T.0`: a period is filed once, whoever is quicker. */
export const taxReturnId = (period: string, turn: number): string => `txr_303.${period}.${turn}`;
/** How often a period can be filed. */
export const MOST_TURNS = 10;
/** The turn of a return that follows another; 0 where it follows none. */
export const turnAfter = (follows: string | undefined): number => (follows ? Number(follows.slice(follows.lastIndexOf('.') + 1)) + 1 : 0);

export const boxOfReturn = ({ boxes }: Pick<TaxReturn, 'boxes'>, box: string): Minor => boxes.find((each) => each.box === box)?.amount ?? 0;

export const TaxReturns = recordType<TaxReturn, TaxReturnState>({
  kind: 'tax-return',
  prefix: 'txr',
  letter: 'MT',
  series: ['303'],
  data: TaxReturn,
  history: 'all',
  list: dated({ date: (r) => r.filedOn, words: (r) => [r.model, r.period, r.justificante] }),
  state: taxReturnState,
  tones: { filed: 'good', correcting: 'warn', rectified: 'plain', reversed: 'plain' },
  related: (r) => [r.rectifies, r.rectifiedBy, r.reversal?.id],
  summary: (r) => ({ title: `${r.model} ${r.period}`, subtitle: [r.justificante], date: r.filedOn, amount: boxOfReturn(r, '71') }),
  posts: {
    undo: 'Take the filing back: POST /tax-returns/filings/{taxReturnId}/reversal.',
    links: ({ reversal }) => ({ reversedBy: reversal?.id }),
  },
  screen: { none: 'It is shown on the page of its form and period.' },
  icon: 'book',
  read: 'books.read',
});

/** The entry that takes the settlement of a return back. */
export const TaxReturnReversal = z.object({ date: z.string(), taxReturnId: z.string(), reason: z.string(), entry: Entry });
export type TaxReturnReversal = Readonly<z.output<typeof TaxReturnReversal>>;
export const TaxReturnReversals = recordType<TaxReturnReversal>({
  kind: 'tax-return-reversal',
  prefix: 'txv',
  letter: 'AD',
  data: TaxReturnReversal,
  history: 'all',
  list: dated({ date: (r) => r.date, words: (r) => [r.taxReturnId, r.reason] }),
  related: (r) => [r.taxReturnId],
  summary: (r) => ({ subtitle: [r.taxReturnId.slice(4), r.reason], date: r.date }),
  posts: { undo: 'File the return again instead.', links: ({ taxReturnId: reverses, reason }) => ({ reverses, reason }) },
  screen: { none: 'It is shown on the page of the return that it takes back.' },
  read: 'books.read',
});

const stateRefusal = (filed: TaxReturn, ...fine: readonly TaxReturnState[]): Refusal | undefined => {
  const state = taxReturnState(filed);
  return fine.includes(state)
    ? undefined
    : refusal(
        'tax_return.state',
        `The return of ${filed.period} is ${state}: only the last one of its period changes.`,
        'path.taxReturnId',
        {
          period: filed.period,
          state,
        },
      );
};
/** Why a return takes an action now or not. */
export const taxReturnActions = {
  correctTaxReturn: (filed) => stateRefusal(filed, 'filed'),
  reverseTaxReturn: (filed) => stateRefusal(filed, 'filed', 'correcting'),
} as const satisfies ActionRules<StoredTaxReturn>;

/** A tax whose boxes are not what its account moved. */
export interface Tie {
  readonly box: string;
  readonly account: string;
  readonly amount: bigint;
  readonly posted: bigint;
  /** Of the amount, what boxes 43 and 44 bring: the filing posts it. */
  readonly adjusted: bigint;
}
export const tieAgrees = ({ amount, posted, adjusted }: Tie): boolean => amount === posted + adjusted;

/** Why a period is not filed yet, or undefined. */
export const refusalOfUnended = (period: string, to: IsoDate, today: IsoDate): Refusal | undefined =>
  to < today
    ? undefined
    : refusal('tax_return.not_over', `The period ${period} ends on ${to}: it can be filed from the day after.`, 'body.period', {
        period,
        to,
      });

/** What stands between a draft and its filing: all of it, so that nobody mends one thing to meet the next. */
export function missingFor(
  draft: Draft303,
  ties: readonly Tie[],
  { period, to, today, complete }: { readonly period: string; readonly to: IsoDate; readonly today: IsoDate; readonly complete: boolean },
): Refusal[] {
  const refusals: (Refusal | undefined)[] = [
    refusalOfUnended(period, to, today),
    complete
      ? undefined
      : refusal('tax_return.behind', 'The sums have not caught up with the latest postings: ask again in a moment.', 'body.period'),
    ...draft.unassigned.map(({ code, percent, tax }) =>
      refusal('tax_return.unassigned', `The form has no box for ${code} at ${percent} %: ${minorText(tax)} EUR.`, 'body.period', {
        taxCode: code,
        percent,
        amount: minorText(tax),
      }),
    ),
    ...ties
      .filter((tie) => !tieAgrees(tie))
      .map(({ box, account, amount, posted, adjusted }) =>
        refusal(
          'tax_return.tie',
          `Box ${box} comes to ${minorText(amount - adjusted)} EUR, and account ${account} to ${minorText(posted)}: put right what was posted on the account by hand.`,
          'body.period',
          { box, account, amount: minorText(amount - adjusted), posted: minorText(posted) },
        ),
      ),
    refusalOfNegative(draft.boxes),
  ];
  return refusals.filter((why) => why !== undefined);
}

/** What of a result is neither to pay nor paid before and not due: it is asked back, or compensated. */
export const inFavour = (boxes: TaxReturn['boxes']): Minor => Math.max(0, -boxOfReturn({ boxes }, '71') - boxOfReturn({ boxes }, '111'));

/** How a result is declared: what is to pay, is to pay; what is not, is asked back or compensated. What was paid and not due is asked back. */
export function declarationType(boxes: TaxReturn['boxes'], refund: boolean, iban: string | undefined): DeclarationType {
  const result = boxOfReturn({ boxes }, '71');
  if (result > 0) return iban ? 'U' : 'I';
  if (result < 0) return refund || inFavour(boxes) === 0 ? 'D' : 'C';
  return 'N';
}

/** What a return leaves to compensate in the next period: box 87, and its own result where it is compensated. */
export const carriedOver = (filed: TaxReturn): Minor => boxOfReturn(filed, '87') + (filed.type === 'C' ? inFavour(filed.boxes) : 0);

/**
 * Boxes 70 and 109 of the return that rectifies another: what the returns of the period came to be paid, or refunded.
 * @param refunded whether what the other asked back was paid; where it was not, the new one asks for all that is due in its place
 */
export function settledBefore(filed: TaxReturn, refunded: boolean): { readonly 70: bigint; readonly 109: bigint } {
  const at = (box: string): Minor => boxOfReturn(filed, box);
  const asked = filed.type === 'D' ? Math.max(0, -at('71')) : at('111');
  const paid = at('70') - at('109') + Math.max(0, at('71')) - (refunded ? asked : 0);
  return { 70: BigInt(Math.max(0, paid)), 109: BigInt(Math.max(0, -paid)) };
}

/**
 * What settles a period: Dr 477, Cr 472, Cr 4700 what is compensated, and the rest to 4750 or 4700 (477/472/4750/4700, PGC). What
 * boxes 43 and 44 regularise comes onto 472 first.
 * Of a return that rectifies another, what it changes; what was paid and not due is asked back on 4709. What the other left on 4709
 * and 4700 is taken off, but for what was refunded.
 */
export function settlementLines(boxes: TaxReturn['boxes'], before: TaxReturn | undefined, refunded = true): EntryLine[] {
  const [now, was] = [(box: string) => boxOfReturn({ boxes }, box), (box: string) => (before ? boxOfReturn(before, box) : 0)];
  const more = (box: string): Minor => now(box) - was(box);
  const lines: EntryLine[] = [
    ...regularisationLines(now, was),
    { account: ACCOUNT.vatOutput, amount: more('27') },
    { account: ACCOUNT.vatInput, amount: -more('45') },
    { account: ACCOUNT.vatReceivable, amount: -more('78') },
    { account: ACCOUNT.vatPayable, amount: more('77') },
  ];
  const undue = boxOfReturn({ boxes }, '111') - (refunded ? 0 : was('111'));
  const left = before && (before.type === 'C' || !refunded) ? inFavour(before.boxes) : 0;
  const receivable = inFavour(boxes) - left;
  const rest = lines.reduce((sum, { amount }) => sum + amount, undue + receivable);
  return [
    ...lines,
    { account: ACCOUNT.refundsReceivable, amount: undue },
    { account: ACCOUNT.vatReceivable, amount: receivable },
    { account: ACCOUNT.vatPayable, amount: -rest },
  ].filter(({ amount }) => amount !== 0);
}
