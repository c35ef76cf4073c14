import * as z from 'zod/mini';
import type { Minor } from '#kernel/money.ts';
import { ACCOUNT } from '../ledger/accounts.ts';
import { type EntryLine, type LinePart, lineIn, linesByPlace } from '../ledger/entry.ts';
import { ReceiptMatch } from '../received-goods/receipt-part.ts';
import { costsOf, inputTaxLines } from '../tax/purchase-tax.ts';
import type { Totals } from '../tax/totals.ts';
import { TaxedLine } from './document.ts';

/** A line of what is bought: of a bill, a supplier's credit note, an employee's claim. */
export const PurchaseLine = z.extend(TaxedLine, {
  account: z.string(),
  text: z.exactOptional(z.string()),
  match: z.exactOptional(ReceiptMatch),
});
export type PurchaseLine = Readonly<z.output<typeof PurchaseLine>>;

/** What is bought, as far as its entry tells it. */
interface Purchase {
  readonly lines: readonly PurchaseLine[];
  readonly totals: Totals;
  readonly withheld?: { readonly code: string; readonly amount: Minor };
  readonly foreign?: { readonly currency: string; readonly payable: Minor };
}

/** What is owed of it: its total less what is withheld. */
export const payableOf = ({ totals, withheld }: Pick<Purchase, 'totals' | 'withheld'>): Minor => totals.gross - (withheld?.amount ?? 0);

/** What a line stands on: an account; or 4009 with the cost of the goods that it is for, and 6108 with the difference. */
const partsOf = ({ match, ...line }: PurchaseLine): LinePart[] =>
  match
    ? [
        { ...line, amount: match.value },
        { ...line, account: ACCOUNT.priceDifferences, amount: line.net - match.value },
      ]
    : [{ ...line, amount: line.net }];

/**
 * Dr expense by account, with the tax that is not deducted, or 4009 and the difference to the cost of goods; Dr 472 by code, Cr 477 what its buyer charges itself; Cr 4751 what is
 * withheld, Cr 400 or 410 what is owed.
 */
export function billLines(supplierId: string, account: string, document: Purchase): EntryLine[] {
  const { lines, totals, withheld } = document;
  const costs = costsOf(totals.taxes, lines);
  return [
    ...linesByPlace([
      ...lines.flatMap(partsOf),
      // What stood on 4009 is known: tax that is a cost comes on top of it.
      ...lines.map((line, i) => ({ ...line, amount: costs[i] ?? 0, ...(line.match ? { account: ACCOUNT.priceDifferences } : {}) })),
    ]),
    ...inputTaxLines(totals.taxes),
    ...(withheld ? [{ account: ACCOUNT.withheld, amount: -withheld.amount, tax: withheld.code }] : []),
    lineIn({ account, amount: -payableOf(document), party: supplierId }, owedIn(document)),
  ].filter(({ amount }) => amount !== 0);
}

/** What is owed in the currency of a paper, where that is another: a credit. */
const owedIn = ({ foreign }: Pick<Purchase, 'foreign'>) => foreign && { currency: foreign.currency, amount: -foreign.payable };
