import * as z from 'zod/mini';
import { BusinessDate } from '#kernel/date.ts';
import { invalid, refused } from '#kernel/errors.ts';
import { AnyId, idWith } from '#kernel/id.ts';
import { LineDimensionsInput } from '#kernel/line-dimensions.ts';
import { type Amount, type Minor, minorText, NonZeroAmount, PositiveAmount, unlessBase } from '#kernel/money.ts';
import { writtenText as text } from '#kernel/written-text.ts';
import { RateText } from '../currencies/exchange-rate.ts';
import { AccountCode } from '../ledger/own-account.ts';
import { InvoiceId } from '../receivables/invoice.ts';
import { CreditNoteId } from '../receivables/wire.ts';
import { RETURN_CODES } from '../treasury/mandate.ts';
import { PAID_BILL } from './rule-bill.ts';

const [MAX_PARTS, MAX_ALLOCATIONS] = [20, 40];
const few = <S extends z.ZodMiniType>(element: S) => z.array(element).check(z.minLength(1), z.maxLength(MAX_ALLOCATIONS));

/**
 * What a part of a line's money is, in the currency of the line. Amounts of money that came in are above zero by their kind, and so are
 * those that went out.
 */
export const MatchPart = z.discriminatedUnion('as', [
  /** Of a customer: what no invoice takes stays to be used. */
  z.strictObject({
    as: z.literal('receipt'),
    customerId: idWith('cus'),
    amount: PositiveAmount,
    /** What was paid in a foreign currency, where the account is in euros: the invoices are in that. */
    paid: z.optional(PositiveAmount),
    allocations: z.optional(few(z.strictObject({ invoiceId: InvoiceId, amount: PositiveAmount }))),
    /** Credit notes that the customer has taken off: what of each goes to which invoice. No money of the line. */
    credits: z.optional(few(z.strictObject({ creditNoteId: CreditNoteId, invoiceId: InvoiceId, amount: PositiveAmount }))),
    reference: z.optional(text(80)),
  }),
  /** To a supplier. */
  z.strictObject({
    as: z.literal('payment'),
    supplierId: idWith('sup'),
    amount: PositiveAmount,
    /** As of a receipt: the bills are in that. */
    paid: z.optional(PositiveAmount),
    allocations: z.optional(few(z.strictObject({ billId: idWith('bil'), amount: PositiveAmount }))),
    /** Credit notes of the supplier that were taken off: what of each goes to which bill. No money of the line. */
    credits: z.optional(few(z.strictObject({ creditNoteId: idWith('scn'), billId: idWith('bil'), amount: PositiveAmount }))),
    reference: z.optional(text(80)),
    /** The supplier's IBAN is of today or yesterday, and was checked with them by another way. */
    confirmed: z.optional(z.boolean()),
  }),
  /** Paid back to a customer, of a receipt or a credit note. */
  z.strictObject({ as: z.literal('refund'), from: z.union([idWith('rcp'), CreditNoteId]), amount: PositiveAmount }),
  /** Paid back by a supplier, of credit notes that no bill has taken. */
  z.strictObject({
    as: z.literal('supplier-refund'),
    supplierId: idWith('sup'),
    credits: few(z.strictObject({ creditNoteId: idWith('scn'), amount: PositiveAmount })),
  }),
  /** Anything else: a fee, interest, wages, taxes, a transfer to another account of one's own. Above zero what came in. */
  z.strictObject({
    as: z.literal('entry'),
    account: AccountCode,
    amount: NonZeroAmount,
    text: z.optional(text(140)),
    party: z.optional(text(60)),
    dimensions: z.optional(LineDimensionsInput),
  }),
  /** A supplier's bill that nobody has entered and the bank has paid: it is entered, with its base and tax, and paid by the line. */
  z.strictObject({
    as: z.literal('bill'),
    ...PAID_BILL,
    amount: PositiveAmount,
    /** It is none of the supplier's open bills, and none of the papers that wait: whoever matches the line has looked. */
    confirmed: z.optional(z.boolean()),
  }),
  /** A run that the bank has: it is executed. With a number, that payment of it alone is on the line. */
  z.strictObject({ as: z.literal('run'), runId: idWith('pyr'), no: z.optional(z.int().check(z.minimum(1), z.maximum(9999))) }),
  /** Pay that the bank has paid: a payment of it, or a posted pay run whose wages wait for that. With a number, the transfer to that person alone. */
  z.strictObject({
    as: z.literal('pay'),
    documentId: z.union([idWith('ppy'), idWith('pyn')]),
    no: z.optional(z.int().check(z.minimum(1), z.maximum(99_999))),
  }),
  /** A direct debit that the bank gave back, with what it took for that. */
  z.strictObject({
    as: z.literal('return'),
    runId: idWith('pyr'),
    no: z.int().check(z.minimum(1), z.maximum(9999)),
    code: z.enum(RETURN_CODES),
    fee: z.optional(PositiveAmount),
    recharge: z._default(z.boolean(), false),
  }),
  /** A receipt or a payment that the bank gave back: it is reversed. */
  z.strictObject({ as: z.literal('reversal'), documentId: z.union([idWith('rcp'), idWith('spa')]), reason: z.optional(text(200)) }),
  /** To or from another account of the company's: the line that its bank tells of it is matched at once. */
  z.strictObject({
    as: z.literal('transfer'),
    lineId: idWith('bkl'),
    /** Where the money stands between two days. Absent: 578. */
    through: z.optional(AccountCode),
  }),
  /** What is in the books already. */
  z.strictObject({ as: z.literal('document'), documentId: AnyId }),
]);
/** A part as it is sent: each amount with its currency. */
export type SentPart = z.output<typeof MatchPart>;
/** The same with amounts in the currency of the line; what was paid in another keeps it. */
type InLine<T> = T extends Amount ? Minor : T extends readonly (infer E)[] ? InLine<E>[] : T extends object ? Fields<T> : T;
type Fields<T> = { [K in keyof T]: K extends 'paid' ? T[K] : InLine<T[K]> };
export type MatchPart = SentPart extends infer P ? (P extends SentPart ? Fields<P> : never) : never;
export type PartOf<K extends MatchPart['as']> = Extract<MatchPart, { as: K }>;

export const MatchBankLine = z.strictObject({
  parts: z.array(MatchPart).check(z.minLength(1), z.maxLength(MAX_PARTS)),
  /** The day of the entry, where that of the line cannot be posted on any more. */
  date: z.optional(BusinessDate),
  /** Of an account in a foreign currency: units of it for one euro, where that is not the rate of the day. */
  rate: z.optional(RateText),
});

export const UnmatchBankLine = z.strictObject({ date: z.optional(BusinessDate), reason: z._default(text(200), 'Conciliación deshecha') });
export const IgnoreBankLine = z.strictObject({ reason: text(200) });

/**
 * Parts as they are sent, in the currency of the line: what documents take is in that, or in what was paid.
 * @throws DomainError `bank_line.currency` (400) where an amount is in another.
 */
export function partsIn(sent: readonly SentPart[], currency: string): MatchPart[] {
  return sent.map((part, i) => {
    const minor = ({ minor, currency: told }: Amount, field: string, wanted = currency): Minor => {
      if (told !== wanted)
        throw invalid(
          'bank_line.currency',
          `The amount is in ${told}, and what it is compared with is in ${wanted}.`,
          `body.parts.${i}.${field}`,
          {
            currency: wanted,
            told,
          },
        );
      return minor;
    };
    const fields = { ...part } as Record<string, unknown>;
    if ('amount' in part && part.amount) fields.amount = minor(part.amount, 'amount');
    if ('fee' in part && part.fee) fields.fee = minor(part.fee, 'fee');
    if ('allocations' in part && part.allocations)
      fields.allocations = part.allocations.map((one, k) => ({
        ...one,
        amount: minor(one.amount, `allocations.${k}.amount`, part.paid?.currency ?? currency),
      }));
    if ('credits' in part && part.credits)
      fields.credits = part.credits.map((one, k) => ({
        ...one,
        amount: minor(one.amount, `credits.${k}.amount`, ('paid' in part ? part.paid?.currency : undefined) ?? currency),
      }));
    return fields as MatchPart;
  });
}

/** Parts as they are sent, with the currency of the line. */
export function sentParts(parts: readonly MatchPart[], currency: string): SentPart[] {
  return parts.map((part) => {
    const fields = { ...part } as Record<string, unknown>;
    for (const name of ['amount', 'fee']) if (typeof fields[name] === 'number') fields[name] = { minor: fields[name], currency };
    const theirs = ('paid' in part ? part.paid?.currency : undefined) ?? currency;
    if ('allocations' in part && part.allocations)
      fields.allocations = part.allocations.map((one) => ({ ...one, amount: { minor: one.amount, currency: theirs } }));
    if ('credits' in part && part.credits)
      fields.credits = part.credits.map((one) => ({ ...one, amount: { minor: one.amount, currency: theirs } }));
    return fields as SentPart;
  });
}

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

/** A transaction takes a hundred changes: a part has its document, its tie and what its party is told by. */
const MOST_CHANGES = 90;

/** Whether parts that nobody has looked at are what a match takes: amounts above zero, few enough, and not more than one transaction. */
export function isPostable(parts: readonly MatchPart[]): boolean {
  const isRight = (part: MatchPart): boolean => !('amount' in part) || (part.as === 'entry' ? part.amount !== 0 : part.amount > 0);
  const allocated = parts.map((part) => ('allocations' in part ? (part.allocations?.length ?? 0) : 0));
  const credited = parts.map((part) => ('credits' in part ? (part.credits?.length ?? 0) : 0));
  const sum = (of: readonly number[]): number => of.reduce((total, count) => total + count, 0);
  const isFew = parts.length > 0 && parts.length <= MAX_PARTS && [...allocated, ...credited].every((count) => count <= MAX_ALLOCATIONS);
  return isFew && parts.every(isRight) && 4 * parts.length + sum(allocated) + 2 * sum(credited) <= MOST_CHANGES;
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
      return 'run';
    case 'return':
      return `${part.runId} ${part.no}`;
    case 'reversal':
    case 'pay':
    case 'document':
      return part.documentId;
    case 'transfer':
      return 'transfer';
    case 'bill':
    case 'supplier-refund':
      return part.supplierId;
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
