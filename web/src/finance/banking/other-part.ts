import { centsOf, inCurrency, typedCents } from '../../api/money.ts';
import type { Candidate, MatchPart } from './match-draft.ts';

export type OtherKind = 'invoice' | 'supplier-bill' | 'credit-note' | 'supplier-credit-note' | 'customer' | 'supplier';

/** What a line pays and nobody proposed: a document, or money on account of a customer or a supplier. */
export interface OtherPart {
  readonly kind: OtherKind;
  /** Of the document; on account, of the customer or the supplier. */
  readonly id: string;
  readonly number?: string;
  readonly partyId: string;
  readonly partyName: string;
  readonly date?: string;
  /** What is open of it, in hundredths; on account, as much as one likes. */
  readonly open?: number;
  /** Decimal text, above zero; '' is what is left of the line, up to what is open. */
  readonly amount: string;
}

interface Line {
  readonly amount: { readonly amount: string; readonly currency: string };
}

/** What each takes of a line, in hundredths above zero: what is typed, else what those before it have left. @param left signed as the line. */
export function othersFilled(line: Line, left: number, others: readonly OtherPart[]): readonly number[] {
  const side = line.amount.amount.startsWith('-') ? -1 : 1;
  let rest = Math.max(0, side * left - others.reduce((sum, { amount }) => sum + typedCents(amount), 0));
  return others.map(({ amount, open = Number.POSITIVE_INFINITY }) => {
    if (amount !== '') return typedCents(amount);
    const taken = Math.min(open, rest);
    rest -= taken;
    return taken;
  });
}

function partOf({ kind, id, partyId }: OtherPart, cents: number, currency: string): MatchPart {
  const amount = inCurrency(cents, currency);
  switch (kind) {
    case 'invoice':
      return { as: 'receipt', customerId: partyId, amount, allocations: [{ invoiceId: id, amount }] };
    case 'supplier-bill':
      return { as: 'payment', supplierId: partyId, amount, allocations: [{ billId: id, amount }] };
    case 'credit-note':
      return { as: 'refund', from: id, amount };
    case 'supplier-credit-note':
      return { as: 'supplier-refund', supplierId: partyId, credits: [{ creditNoteId: id, amount }] };
    case 'customer':
      return { as: 'receipt', customerId: partyId, amount };
    case 'supplier':
      return { as: 'payment', supplierId: partyId, amount };
  }
}

/** As if it had been proposed with that amount: it is added up and sent as all that is chosen. Nothing where it takes nothing. */
export function othersChosen(line: Line, others: readonly OtherPart[], cents: readonly number[]): readonly Candidate[] {
  const { currency } = line.amount;
  const sign = line.amount.amount.startsWith('-') ? -1 : 1;
  return others.flatMap((other, i): Candidate[] => {
    const taken = cents[i] ?? 0;
    if (taken === 0) return [];
    const amount = inCurrency(sign * taken, currency);
    const { id, kind, number = '', date = '' } = other;
    const documents = number ? [{ kind, id, number, date, open: inCurrency(other.open ?? 0, currency), amount }] : [];
    return [{ score: 0, tie: false, reasons: [], documents, amount, parts: [partOf(other, taken, currency)] }];
  });
}

/** Money of a row of a list, in its own currency. */
interface Row {
  readonly open: { readonly amount: string };
  readonly foreign?: { readonly currency: string; readonly open: { readonly amount: string } } | undefined;
}

/** What is open of a row in a currency; undefined where it is in another, or nothing is. */
export function openIn({ open, foreign }: Row, currency: string): number | undefined {
  if ((foreign?.currency ?? 'EUR') !== currency) return undefined;
  const cents = centsOf(foreign?.open ?? open);
  return cents > 0 ? cents : undefined;
}
