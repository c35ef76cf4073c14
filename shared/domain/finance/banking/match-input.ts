import * as z from 'zod/mini';
import { BusinessDate } from '#kernel/date.ts';
import { invalid, refused } from '#kernel/errors.ts';
import { AnyId, idWith } from '#kernel/id.ts';
import { LineDimensionsInput } from '#kernel/line-dimensions.ts';
import { type Minor, minorText, NonZeroMoney, PositiveMoney, unlessBase } from '#kernel/money.ts';
import { AccountCode } from '../ledger/own-account.ts';
import { InvoiceId } from '../receivables/invoice.ts';
import { CreditNoteId } from '../receivables/wire.ts';
import { RETURN_CODES } from '../treasury/mandate.ts';

const text = (max: number) => z.string().check(z.trim(), z.minLength(1), z.maxLength(max));
const few = <S extends z.ZodMiniType>(element: S) => z.array(element).check(z.minLength(1), z.maxLength(40));

/** What a part of a line's money is. Amounts of money that came in are above zero by their kind, and so are those that went out. */
export const MatchPart = z.discriminatedUnion('as', [
  /** Of a customer: what no invoice takes stays to be used. */
  z.strictObject({
    as: z.literal('receipt'),
    customerId: idWith('cus'),
    amount: PositiveMoney,
    allocations: z.optional(few(z.strictObject({ invoiceId: InvoiceId, amount: PositiveMoney }))),
    reference: z.optional(text(80)),
  }),
  /** To a supplier. */
  z.strictObject({
    as: z.literal('payment'),
    supplierId: idWith('sup'),
    amount: PositiveMoney,
    allocations: z.optional(few(z.strictObject({ billId: idWith('bil'), amount: PositiveMoney }))),
    reference: z.optional(text(80)),
    /** The supplier's IBAN is of today or yesterday, and was checked with them by another way. */
    confirmed: z.optional(z.boolean()),
  }),
  /** Paid back to a customer, of a receipt or a credit note. */
  z.strictObject({ as: z.literal('refund'), from: z.union([idWith('rcp'), CreditNoteId]), amount: PositiveMoney }),
  /** Anything else: a fee, interest, wages, taxes, a transfer to another account of one's own. Above zero what came in. */
  z.strictObject({
    as: z.literal('entry'),
    account: AccountCode,
    amount: NonZeroMoney,
    text: z.optional(text(140)),
    party: z.optional(text(60)),
    dimensions: z.optional(LineDimensionsInput),
  }),
  /** A run that the bank has: it is executed. With a number, that payment of it alone is on the line. */
  z.strictObject({ as: z.literal('run'), runId: idWith('pyr'), no: z.optional(z.int().check(z.minimum(1), z.maximum(9999))) }),
  /** A direct debit that the bank gave back, with what it took for that. */
  z.strictObject({
    as: z.literal('return'),
    runId: idWith('pyr'),
    no: z.int().check(z.minimum(1), z.maximum(9999)),
    code: z.enum(RETURN_CODES),
    fee: z.optional(PositiveMoney),
    recharge: z._default(z.boolean(), false),
  }),
  /** A receipt or a payment that the bank gave back: it is reversed. */
  z.strictObject({ as: z.literal('reversal'), documentId: z.union([idWith('rcp'), idWith('spa')]), reason: z.optional(text(200)) }),
  /** What is in the books already. */
  z.strictObject({ as: z.literal('document'), documentId: AnyId }),
]);
export type MatchPart = z.output<typeof MatchPart>;
export type PartOf<K extends MatchPart['as']> = Extract<MatchPart, { as: K }>;

export const MatchBankLine = z.strictObject({
  parts: z.array(MatchPart).check(z.minLength(1), z.maxLength(20)),
  /** The day of the entry, where that of the line cannot be posted on any more. */
  date: z.optional(BusinessDate),
});

export const UnmatchBankLine = z.strictObject({ date: z.optional(BusinessDate), reason: z._default(text(200), 'Conciliación deshecha') });
export const IgnoreBankLine = z.strictObject({ reason: text(200) });

/** All parts together are what is on the line. @throws DomainError `bank_line.sum` (422). */
export function requireSum(
  line: { readonly amount: Minor; readonly currency: string },
  parts: readonly { readonly amount: Minor }[],
): void {
  const sum = parts.reduce((total, { amount }) => total + amount, 0);
  if (sum === line.amount) return;
  const [amount, told, left] = [line.amount, sum, line.amount - sum].map((minor) => minorText(minor, line.currency)) as [
    string,
    string,
    string,
  ];
  throw refused(
    'bank_line.sum',
    `The parts come to ${told} ${line.currency}, and the line is of ${amount}: ${left} is missing. Change an amount, or add a part.`,
    'body.parts',
    { sum: told, amount, left, ...unlessBase(line.currency) },
  );
}

const subjectOf = (part: MatchPart): string | undefined => {
  switch (part.as) {
    case 'receipt':
      return part.customerId;
    case 'payment':
      return part.supplierId;
    case 'refund':
      return part.from;
    case 'run':
    case 'return':
      return 'run';
    case 'reversal':
    case 'document':
      return part.documentId;
    case 'entry':
      return undefined;
  }
};

/** Each party and document once: what a line is of one customer is one receipt, whatever it pays. @throws DomainError `bank_line.parts` (400). */
export function requireWhole(parts: readonly MatchPart[]): void {
  const seen = new Set<string>();
  for (const [i, part] of parts.entries()) {
    const subject = subjectOf(part);
    if (subject !== undefined && seen.has(subject))
      throw invalid('bank_line.parts', 'Two parts are of the same party, document or run: put them together.', `body.parts.${i}`, {
        no: i + 1,
      });
    if (subject !== undefined) seen.add(subject);
  }
}
