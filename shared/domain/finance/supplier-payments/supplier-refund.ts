import * as z from 'zod/mini';
import { type Minor, shareOf } from '#kernel/money.ts';
import { dated, recordType, type Stored } from '#kernel/record.ts';
import { list } from '#kernel/stored.ts';
import { ForeignMoney, type ForeignPart } from '../currencies/exchange-rate.ts';
import { BANK_TIE } from '../ledger/bank-tie.ts';
import { Entry, lineIn, reversed } from '../ledger/entry.ts';
import type { Posting } from '../ledger/posting.ts';
import { Reversal } from '../open-items/document.ts';
import type { PayablesReversal } from '../open-items/supplier-reversal.ts';
import type { StoredSupplier } from '../suppliers/supplier.ts';

/** Money that a supplier has paid back, of credit notes that no bill had taken. All of it is used up by them. */
export const SupplierRefund = z.object({
  supplierId: z.string(),
  supplierName: z.string(),
  date: z.string(),
  /** In euros, above zero. */
  amount: z.int(),
  /** Paid back in a foreign currency: how much of that, and at which rate it came. */
  foreign: z.exactOptional(z.omit(ForeignMoney, { open: true })),
  /** The credit notes that it pays out. */
  from: list(z.string()),
  entry: Entry,
  /** The match of a line of the bank that made it was undone. */
  reversal: z.exactOptional(Reversal),
  ...BANK_TIE,
});
export type SupplierRefund = Readonly<z.output<typeof SupplierRefund>>;

export const refundState = ({ reversal }: Pick<SupplierRefund, 'reversal'>): 'received' | 'reversed' =>
  reversal ? 'reversed' : 'received';

export const SupplierRefunds = recordType<SupplierRefund, 'received' | 'reversed'>({
  kind: 'supplier-refund',
  prefix: 'srf',
  letter: 'RP',
  data: SupplierRefund,
  history: 'all',
  list: dated({ date: (r) => r.date, party: (r) => r.supplierId, words: (r) => [r.supplierName] }),
  state: refundState,
  tones: { received: 'good', reversed: 'plain' },
  related: (r) => [r.supplierId, ...r.from, r.reversal?.id],
  summary: (r) => ({ subtitle: [r.supplierName], date: r.date, amount: r.amount }),
  posts: {
    undo: 'Undo the match of the line of the bank that made it: POST /banking/lines/{lineId}/unmatch.',
    links: ({ reversal }) => ({ reversedBy: reversal?.id }),
  },
  screen: '/payables/refunds',
  icon: 'refund',
  read: 'payables.read',
});

interface Money {
  readonly amount: Minor;
  readonly foreign?: ForeignPart | undefined;
  readonly account: string;
  /** Whether that is kept in the currency of the money. */
  readonly keeps?: boolean | undefined;
}

/** A refund with its entry: Dr bank, Cr 400 or 410. @param from the credit notes that it pays out. */
export function newSupplierRefund(
  posting: Posting,
  { id: supplierId, name: supplierName, account: owed }: StoredSupplier,
  { amount, foreign, account, keeps, from }: Money & { readonly from: readonly string[] },
): SupplierRefund {
  const entry = posting.add(`Reembolso de ${supplierName}`, [
    lineIn({ account, amount }, keeps ? foreign : undefined),
    lineIn({ account: owed, amount: -amount, party: supplierId }, foreign && { currency: foreign.currency, amount: -foreign.amount }),
  ]);
  return { supplierId, supplierName, date: posting.date, amount, ...(foreign ? { foreign: cameIn(foreign) } : {}), from: [...from], entry };
}

const cameIn = ({ currency, amount, rate, date: rateOf, source }: ForeignPart) => ({ currency, amount, rate, rateOf, source });

/** What each of some amounts has of a total, in proportion and to the cent. */
export function refundShares(total: Minor, amounts: readonly Minor[]): Minor[] {
  const sum = amounts.reduce((all, amount) => all + amount, 0);
  let [before, given] = [0, 0];
  return amounts.map((amount) => {
    before += amount;
    const share = shareOf(total, BigInt(before), BigInt(sum)) - given;
    given += share;
    return share;
  });
}

/** The document that takes a refund back, with its entry with debits and credits exchanged. */
export const supplierRefundReversal = (
  posting: Posting,
  { id: documentId, supplierId, supplierName, entry: { text, lines } }: Stored<SupplierRefund>,
  reason: string,
): PayablesReversal => ({
  ...{ date: posting.date, documentId, supplierId, supplierName, reason },
  entry: posting.add(`Anulación: ${text}`, reversed(lines)),
});
