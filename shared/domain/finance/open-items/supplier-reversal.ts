import * as z from 'zod/mini';
import { assertDefined } from '#kernel/assert.ts';
import { latest } from '#kernel/date.ts';
import { defined } from '#kernel/optional.ts';
import { create, dated, type RecordType, recordType, type Stored, update } from '#kernel/record.ts';
import { list } from '#kernel/stored.ts';
import { amountOf, Entry } from '../ledger/entry.ts';
import type { Posting } from '../ledger/posting.ts';
import { takenBackPaper, takenBackTaxes } from '../tax/received-register.ts';
import { TaxLine } from '../tax/totals.ts';
import { WITHHELD_ACCUMULATOR } from '../tax/withheld-sums.ts';
import { takeBackDraft, Withheld } from './document.ts';
import { notBefore, type OpenItem, openOf, settle } from './open-item.ts';

/** The entry that takes a bill, a credit note or a payment back. */
export const PayablesReversal = z.object({
  date: z.string(),
  documentId: z.string(),
  supplierId: z.string(),
  supplierName: z.string(),
  reason: z.string(),
  entry: Entry,
  /** How the register shows what it takes back. */
  paper: z.exactOptional(
    z.object({
      book: z.literal('received'),
      form: z.enum(['full', 'correction']),
      sign: z.union([z.literal(1), z.literal(-1)]),
      number: z.string(),
      date: z.string(),
      register: z.string(),
      party: z.object({ name: z.string(), taxId: z.exactOptional(z.string()) }),
      taxes: list(TaxLine),
      withheld: z.exactOptional(Withheld),
    }),
  ),
  /** What the document that it takes back posted of each tax, with the opposite sign. */
  taxes: z.exactOptional(
    list(
      z.object({
        side: z.enum(['output', 'input', 'withheld']),
        code: z.string(),
        percent: z.string(),
        base: z.int(),
        tax: z.int(),
        corrects: z.exactOptional(z.boolean()),
      }),
    ),
  ),
});
export type PayablesReversal = Readonly<z.output<typeof PayablesReversal>>;

export const PayablesReversals = recordType<PayablesReversal>({
  kind: 'payables-reversal',
  prefix: 'prv',
  letter: 'NP',
  data: PayablesReversal,
  history: 'all',
  list: dated({ date: (r) => r.date, party: (r) => r.supplierId, words: (r) => [r.supplierName, r.reason] }),
  related: (r) => [r.documentId],
  summary: (r) => ({ subtitle: [r.supplierName, r.reason], date: r.date, amount: amountOf(r.entry) }),
  posts: {
    undo: 'Enter the document again instead.',
    links: ({ documentId, reason }) => ({ reverses: documentId, reason }),
    taxes: ({ taxes }) => taxes ?? [],
    paper: ({ paper, date, documentId: corrects }) => paper && { ...paper, receivedOn: date, corrects },
  },
  accumulates: WITHHELD_ACCUMULATOR,
  screen: { none: 'It is shown on the document that it takes back.' },
  icon: 'return',
  read: 'payables.read',
});

type Reversible = OpenItem & { readonly supplierId: string; readonly supplierName: string; readonly date: string; readonly entry?: Entry };
/** What is in the register, or might be. */
type Registered = Reversible & Parameters<typeof takenBackPaper>[0];

/**
 * The document that takes another back, with the entry of that one with debits and credits exchanged.
 * @param sign −1 of what a supplier gave back. @throws DomainError `reversal.too_early`, `period.…` (422).
 */
export function reversalOf(
  posting: Posting,
  document: Stored<Reversible | Registered>,
  reason: string,
  sign: 1 | -1 = 1,
): PayablesReversal {
  const { supplierId, supplierName, entry, id: documentId, date: dated, allocations } = document;
  const paper = 'totals' in document ? document : undefined;
  notBefore(posting.date, latest(paper?.receivedOn ?? dated, ...allocations.map(({ date }) => date)), 'reversal');
  const { text, lines } = takeBackDraft(assertDefined(entry, 'the entry of what is taken back'), posting.date);
  return {
    ...{ date: posting.date, documentId, supplierId, supplierName, reason, entry: posting.add(text, lines, paper !== undefined) },
    ...(paper ? { taxes: takenBackTaxes(paper, sign < 0, posting.date), ...defined({ paper: takenBackPaper(paper, sign < 0) }) } : {}),
  };
}

/** Takes a paper back: nothing of it is open. @param told the id of what does, and {@link reversalOf} why. */
export function reversePaper<T extends Registered>(
  type: RecordType<T>,
  posting: Posting,
  document: Stored<T>,
  { id, reason, sign }: { readonly id: string; readonly reason: string; readonly sign?: 1 | -1 },
) {
  const reversal = reversalOf(posting, document, reason, sign);
  const settled = settle(document, id, posting.date, openOf(document), 'path');
  return [
    update(type, document, { ...settled, reversal: { id, date: posting.date, reason } }),
    create(PayablesReversals, id, reversal),
  ] as const;
}
