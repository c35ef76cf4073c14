import type { Minor } from '#kernel/money.ts';
import { defined } from '#kernel/optional.ts';
import { ACCOUNT } from '../ledger/accounts.ts';
import { type EntryLine, lineIn, linesByPlace, reversed } from '../ledger/entry.ts';
import { payableOf } from '../open-items/purchase-entry.ts';
import type { Totals } from '../tax/totals.ts';
import type { InvoiceLine } from './invoice.ts';
import type { PaymentMethod } from './receipt.ts';
import type { SaleWithheld } from './sale-withheld.ts';

/** What a document is in its own currency, where that is another than that of the books. */
interface InCurrency {
  readonly currency: string;
  readonly amount: Minor;
}

const SOLD_ON = { stocked: ACCOUNT.sales, service: ACCOUNT.services, advance: ACCOUNT.advances } as const;

/** Dr 430 customer, Dr 473 what the customer withholds, Cr 700 goods, Cr 705 services (Cr 438 money in advance, Dr where it is taken off), each by what its lines are told of; Cr 477 VAT by code, rounding where there is any. */
export function invoiceLines(
  customerId: string,
  lines: readonly InvoiceLine[],
  totals: Totals,
  { foreign, withheld }: { readonly foreign?: InCurrency | undefined; readonly withheld?: SaleWithheld | undefined } = {},
): EntryLine[] {
  const sales = lines.map(({ kind, net, dimensions }) => ({
    account: SOLD_ON[kind],
    amount: -net,
    ...(dimensions ? { dimensions } : {}),
  }));
  return [
    lineIn({ account: ACCOUNT.receivable, amount: payableOf({ totals, ...defined({ withheld }) }), party: customerId }, foreign),
    { account: ACCOUNT.withheldBySales, amount: withheld?.amount ?? 0 },
    ...linesByPlace(sales).sort((a, b) => Number(a.account) - Number(b.account)),
    ...totals.taxes.map((t) => ({ account: ACCOUNT.vatOutput, amount: -t.tax, tax: t.code })),
    { account: totals.rounding > 0 ? ACCOUNT.roundingGain : ACCOUNT.roundingLoss, amount: -totals.rounding },
  ].filter((line) => line.amount !== 0);
}

/** The mirror of {@link invoiceLines}; goods that came back are shown on 708, not netted out of 700. */
export const creditNoteLines = (...of: Parameters<typeof invoiceLines>): EntryLine[] =>
  reversed(invoiceLines(...of)).map((line) => (line.account === ACCOUNT.sales ? { ...line, account: ACCOUNT.salesReturns } : line));

/** What goods cost, and what the line that sold them is told of. */
export interface CostPart {
  readonly cost: Minor;
  readonly dimensions?: EntryLine['dimensions'];
}

/** Cost of goods that left: Dr 610 by what their lines are told of, Cr 300. Negative: goods that came back. */
export function costLinesBy(parts: readonly CostPart[]): EntryLine[] {
  const costs = parts.map(({ cost, dimensions }) => ({
    account: ACCOUNT.costOfSales,
    amount: cost,
    ...(dimensions ? { dimensions } : {}),
  }));
  const total = parts.reduce((sum, { cost }) => sum + cost, 0);
  return [...linesByPlace(costs), ...linesByPlace([{ account: ACCOUNT.stock, amount: -total }])];
}
export const costLines = (cost: Minor): EntryLine[] => costLinesBy([{ cost }]);

/** Where money comes to, and goes from. */
export const moneyAccount = (method: PaymentMethod): string => (method === 'cash' ? ACCOUNT.cash : ACCOUNT.bank);

/** Money of a customer: how, how much, and in which currency. */
interface Money {
  readonly method: PaymentMethod;
  readonly amount: Minor;
  readonly foreign?: InCurrency | undefined;
  readonly account?: string | undefined;
  /** Whether the account is kept in the currency of the money. */
  readonly keeps?: boolean | undefined;
}

/** Dr bank or cash, Cr 430 customer. */
export const receiptLines = (
  customerId: string,
  { method, amount, foreign, account = moneyAccount(method), keeps = false }: Money,
): EntryLine[] => [
  lineIn({ account, amount }, keeps ? foreign : undefined),
  lineIn(
    { account: ACCOUNT.receivable, amount: -amount, party: customerId },
    foreign && { currency: foreign.currency, amount: -foreign.amount },
  ),
];

/** Dr 430 customer, Cr bank or cash. */
export const refundLines = (customerId: string, money: Money): EntryLine[] => reversed(receiptLines(customerId, money));
