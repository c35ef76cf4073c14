import * as z from 'zod/mini';
import type { IsoDate } from '#kernel/date.ts';
import { idWith } from '#kernel/id.ts';
import { LineDimensionsInput } from '#kernel/line-dimensions.ts';
import { type Minor, percentOf, shareOf } from '#kernel/money.ts';
import { defined } from '#kernel/optional.ts';
import { ACCOUNT } from '../ledger/accounts.ts';
import { AccountCode } from '../ledger/own-account.ts';
import { billLines } from '../open-items/purchase-entry.ts';
import { purchaseTotals } from '../tax/purchase-tax.ts';
import { INPUT_TAX_CODES, taxCodeOf, taxPercent } from '../tax/vat-es.ts';
import { WITHHOLDING_CODES, withholdingPercent } from '../tax/withholding-es.ts';

/** A supplier's bill that the bank has paid: what a line of it tells is its total. */
export const PAID_BILL = {
  supplierId: idWith('sup'),
  /** Of the expense. */
  account: AccountCode,
  taxCode: z.enum(INPUT_TAX_CODES),
  /** Income tax that was withheld of it, as of rents. Absent: none, whatever the supplier usually has. */
  withholding: z.optional(z.enum(WITHHOLDING_CODES)),
  text: z.optional(z.string().check(z.trim(), z.minLength(1), z.maxLength(140))),
  dimensions: z.optional(LineDimensionsInput),
};
const PaidBill = z.strictObject(PAID_BILL);
export type PaidBill = Readonly<z.output<typeof PaidBill>>;

/** A total taken apart: what was paid is base, tax and rest less what was withheld. */
export interface BillSplit {
  readonly net: Minor;
  readonly tax: Minor;
  readonly withheld: Minor;
  /** A cent that no base comes to, as where a paper has several lines: it goes on a line of its own. */
  readonly rest: Minor;
}

const hundredths = (percent: string): number => Math.round(Number(percent) * 100);

/** What a supplier adds on the paper: tax that its buyer charges itself is not on it. */
const chargedPercent = (taxCode: string, date: IsoDate): string =>
  taxCodeOf(taxCode)?.owed === undefined ? taxPercent(taxCode, date) : '0';

/** The base whose total is what was paid. @throws DomainError `tax.no_rate` (422). */
export function billSplit({ taxCode, withholding }: Pick<PaidBill, 'taxCode' | 'withholding'>, paid: Minor, date: IsoDate): BillSplit {
  const percent = chargedPercent(taxCode, date);
  const kept = (withholding && withholdingPercent(withholding, date)) ?? '0';
  const split = (net: Minor): BillSplit => {
    const [tax, withheld] = [percentOf(net, percent), percentOf(net, kept)];
    return { net, tax, withheld, rest: paid - net - tax + withheld };
  };
  const nearest = shareOf(paid, 10_000n, BigInt(10_000 + hundredths(percent) - hundredths(kept)));
  const [first, ...others] = [nearest, nearest - 1, nearest + 1].map(split);
  return [first, ...others].find((one) => one?.rest === 0) ?? (first as BillSplit);
}

/** Lines of the bill: the expense, and the cent that no base comes to. */
export const linesOfBill = ({ account, taxCode, text, dimensions }: PaidBill, { net, rest }: Pick<BillSplit, 'net' | 'rest'>) => [
  { account, taxCode, net, ...defined({ text, dimensions }) },
  ...(rest === 0 ? [] : [{ account: ACCOUNT.roundingLoss, taxCode: 'EXENTO' as const, net: rest }]),
];

/** What the bill posts beside what is owed, by account: signed as the bank's line, which is paid out. */
export function effectOfBill(bill: PaidBill, paid: Minor, date: IsoDate): Record<string, Minor> {
  const { net, withheld, rest } = billSplit(bill, paid, date);
  const lines = linesOfBill(bill, { net, rest }).map((line) => ({ ...line, percent: taxPercent(line.taxCode, date) }));
  const totals = purchaseTotals(lines.map(({ net: amount, taxCode, percent }) => ({ amount, taxCode, percent })));
  const kept = bill.withholding && withheld !== 0 ? { withheld: { code: bill.withholding, percent: '0', amount: withheld } } : {};
  const by: Record<string, Minor> = {};
  for (const { account, amount, party } of billLines(bill.supplierId, ACCOUNT.payable, { lines, totals, ...kept }))
    if (party === undefined) by[account] = (by[account] ?? 0) - amount;
  return by;
}

/** The part of a match that a rule makes of a line: the total above zero. */
export interface BillPart extends PaidBill {
  readonly as: 'bill';
  readonly amount: Minor;
}
