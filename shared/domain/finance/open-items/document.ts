import * as z from 'zod/mini';
import type { IsoDate } from '#kernel/date.ts';
import { type Refusal, refusal } from '#kernel/errors.ts';
import type { ShortNames } from '#kernel/record.ts';
import { Entry, type EntryDraft, entryDraft, reversed } from '../ledger/entry.ts';
import { Totals } from '../tax/totals.ts';
import { OpenItem } from './open-item.ts';

/**
 * A document of another program that was open when the books began: no entry, no lines and no tax of its own. Its number is the one
 * that it had there.
 */
export const Brought = z.object({
  /** The opening that brought it, and the first day of the books: lists have it there. */
  opening: z.string(),
  on: z.string(),
});

/** How a document was taken back. */
export const Reversal = z.object({ id: z.string(), date: z.string(), reason: z.string() });

/** Income tax withheld: it cuts what is owed, never the base of the tax. */
export const Withheld = z.object({
  code: z.string(),
  percent: z.string(),
  amount: z.int(),
  /** It is declared as it is paid, or as it falls due. Absent: by the day on which it is posted. */
  at: z.exactOptional(z.enum(['payment', 'due'])),
});

/** What lines of both sides say of their amount and its tax. */
export const TaxedLine = z.object({
  net: z.int(),
  /** The net in the currency of the document, where that is another: its price is in that. */
  foreign: z.exactOptional(z.int()),
  taxCode: z.string(),
  percent: z.string(),
  /** Cost centre, project and the like: what it sells or buys is told of them. */
  dimensions: z.exactOptional(z.record(z.string(), z.string())),
});

/** What invoices, bills and the credit notes of both sides share (EN 16931). */
export const TradeDocument = z.extend(OpenItem, {
  date: z.string(),
  totals: Totals,
  notes: z.exactOptional(z.string()),
  /** Absent: it was open when the books began, and the opening entry has it. */
  entry: z.exactOptional(Entry),
  brought: z.exactOptional(Brought),
  /** The run that pays, collects or uses it: until that has ended, nothing else does. */
  paymentRunId: z.exactOptional(z.string()),
});

/** What lines, taxes and totals of commercial documents repeat. */
export const DOCUMENT_NAMES = {
  amount: 'm',
  base: 'B',
  code: 'c',
  customerId: 'K',
  date: 'D',
  discount: 'u',
  gross: 'g',
  kind: 'k',
  lines: 'l',
  name: 'd',
  net: 'e',
  percent: 'r',
  price: 'P',
  pricesIncludeTax: 'X',
  quantity: 'q',
  rounding: 'rg',
  shipmentId: 'G',
  tax: 'T',
  taxCode: 't',
  taxes: 'b',
  totals: 'o',
} as const satisfies ShortNames;
/** With what those with an entry and something open repeat. */
export const TRADE_NAMES = {
  ...DOCUMENT_NAMES,
  account: 'a',
  allocations: 'z',
  dueDate: 'f',
  open: 'h',
  party: 'p',
  paymentRunId: 'rn',
  period: 'E',
  shard: 'A',
  text: 'x',
  with: 'w',
} as const satisfies ShortNames;

/** What credit can be, of whoever it is: money that came or went, or what a supplier gave back. */
export const CREDIT_STATES = ['open', 'used', 'reversed'] as const;
export type CreditState = (typeof CREDIT_STATES)[number];
export const creditState = ({ open, reversal }: { readonly open: number; readonly reversal?: unknown }): CreditState =>
  reversal ? 'reversed' : open > 0 ? 'open' : 'used';
export const CREDIT_TONES = { open: 'warn', used: 'good', reversed: 'plain' } as const;

/** The entry that takes a document back: its own with debits and credits exchanged. */
export const takeBackDraft = ({ text, lines }: EntryDraft, date: IsoDate): EntryDraft =>
  entryDraft(date, `Anulación: ${text}`, reversed(lines));

interface Reversible {
  readonly id: string;
  readonly reversal?: Readonly<z.output<typeof Reversal>>;
}

export const refusalOfTakenBack = ({ reversal, id }: Reversible, field = 'path'): Refusal | undefined =>
  reversal &&
  refusal('document.reversed', `${id} was reversed on ${reversal.date}: nothing more is done with it.`, field, {
    document: id,
    date: reversal.date,
  });

/** What a payment run pays or uses is touched by nothing else meanwhile. */
export const refusalOfInRun = (
  { id, paymentRunId }: { readonly id: string; readonly paymentRunId?: string },
  field: string,
): Refusal | undefined =>
  paymentRunId === undefined
    ? undefined
    : refusal(
        'document.in_run',
        `${id} is in the payment run ${paymentRunId}, which pays it: reject its payment there, or cancel the run, first.`,
        field,
        { document: id, run: paymentRunId },
      );
