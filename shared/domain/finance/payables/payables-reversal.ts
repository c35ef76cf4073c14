import * as z from 'zod/mini';
import { dated, recordType } from '#kernel/record.ts';
import { list } from '#kernel/stored.ts';
import { amountOf, Entry } from '../ledger/entry.ts';
import { TaxLine } from '../tax/totals.ts';
import { WITHHELD_ACCUMULATOR } from '../tax/withheld-sums.ts';

/** The entry that takes a bill, a credit note or a payment back. */
export const PayablesReversal = z.object({
  date: z.string(),
  documentId: z.string(),
  supplierId: z.string(),
  supplierName: z.string(),
  reason: z.string(),
  entry: Entry,
  /** What the document that it takes back posted of each tax, with the opposite sign. */
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
      withheld: z.exactOptional(
        z.object({ code: z.string(), percent: z.string(), amount: z.int(), at: z.exactOptional(z.enum(['payment', 'due'])) }),
      ),
    }),
  ),
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
