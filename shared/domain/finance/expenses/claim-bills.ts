import { addDays, type IsoDate } from '#kernel/date.ts';
import { decimal, divideHalfUp } from '#kernel/decimal.ts';
import { allocate, type Minor } from '#kernel/money.ts';
import { numberOf } from '#kernel/record.ts';
import type { Posting } from '../ledger/posting.ts';
import { billLines, type PurchaseLine } from '../open-items/purchase-entry.ts';
import type { SupplierBill } from '../payables/supplier-bill.ts';
import type { StoredSupplier } from '../suppliers/supplier.ts';
import { registered } from '../tax/received-register.ts';
import { summed, type TaxLine } from '../tax/totals.ts';
import { taxPercent } from '../tax/vat-es.ts';
import { type ClaimLine, ExpenseClaims, type StoredClaim } from './expense-claim.ts';

/** In place of a tax code on lines of receipts that name no recipient: no tax of them is deducted (RD 1619/2012 art. 7.2). */
const NOT_DEDUCTED = 'NO-DEDUCIBLE';

/** Lines of one paper: an invoice of one issuer, or all receipts together. */
export interface ClaimPaper {
  readonly invoice?: ClaimLine['invoice'];
  readonly date: IsoDate;
  readonly lines: readonly ClaimLine[];
}

/** The papers of a claim: an invoice may have several lines, at several rates. */
export function papersOf({ lines, submittedOn }: StoredClaim): ClaimPaper[] {
  const keyOf = ({ invoice, date }: ClaimLine): string => (invoice ? `${invoice.taxId} ${invoice.number} ${date}` : '');
  return [...Map.groupBy(lines, keyOf).values()].map((theirs) => {
    const [{ invoice, date } = { date: submittedOn }] = theirs as readonly Partial<ClaimLine>[];
    return invoice ? { invoice, date: date ?? submittedOn, lines: theirs } : { date: submittedOn, lines: theirs };
  });
}

/** The tax within what was paid: the base is rounded, and the tax is the rest, as tills print it. */
function taxWithin(gross: Minor, code: string, percent: string): TaxLine {
  const rate = decimal(percent);
  const hundred = 100n * 10n ** BigInt(rate.scale);
  const base = Number(divideHalfUp(BigInt(gross) * hundred, hundred + rate.units));
  return { code, percent, base, tax: gross - base };
}

const plainLine = ({ account, text, dimensions }: ClaimLine) => ({
  account,
  ...(text ? { text } : {}),
  ...(dimensions ? { dimensions } : {}),
});

/** Lines net of tax, and the taxes: of a rate the lines share its base. */
function taxed({ lines, date }: ClaimPaper): { lines: PurchaseLine[]; taxes: TaxLine[] } {
  const codes = [...Map.groupBy(lines, ({ invoice }) => invoice?.taxCode ?? '')];
  const parts = codes.map(([code, theirs]) => {
    const percent = taxPercent(code, date);
    const amounts = theirs.map(({ amount }) => amount);
    const tax = taxWithin(
      amounts.reduce((sum, amount) => sum + amount, 0),
      code,
      percent,
    );
    const nets = allocate(tax.base, amounts);
    return { tax, lines: theirs.map((line, i) => ({ ...plainLine(line), net: nets[i] ?? 0, taxCode: code, percent })) };
  });
  return { lines: parts.flatMap((part) => part.lines), taxes: parts.map(({ tax }) => tax) };
}

/** Lines of receipts: all that was paid is a cost. */
const untaxed = ({ lines }: ClaimPaper): { lines: PurchaseLine[]; taxes: TaxLine[]; net: Minor } => ({
  lines: lines.map((line) => ({ ...plainLine(line), net: line.amount, taxCode: NOT_DEDUCTED, percent: '0' })),
  taxes: [],
  net: lines.reduce((sum, { amount }) => sum + amount, 0),
});

/**
 * What a paper of a claim is owed as: Dr the expense, Dr 472 the tax of an invoice in the company's name, Cr the employee. An invoice
 * enters the register of what was received with its issuer; receipts enter none.
 */
export function claimBill(posting: Posting, employee: StoredSupplier, claim: StoredClaim, paper: ClaimPaper): SupplierBill {
  const { invoice, date } = paper;
  const { lines, taxes, net } = invoice ? { ...taxed(paper), net: undefined } : untaxed(paper);
  const totals = net === undefined ? summed(taxes, 0) : { net, tax: 0, rounding: 0, gross: net, taxes };
  const number = numberOf(ExpenseClaims, claim.id);
  const document = {
    ...{ supplierId: employee.id, supplierName: employee.name, reference: invoice?.number ?? number, date, receivedOn: posting.date },
    ...{ lines, totals, notes: claim.text, open: totals.gross, allocations: [] },
    claim: { id: claim.id, by: claim.submittedBy },
    ...(invoice ? { issuer: { name: invoice.issuer, taxId: invoice.taxId } } : {}),
  };
  const text = invoice ? `Gasto ${number} ${employee.name}: ${invoice.issuer} ${invoice.number}` : `Gasto ${number} ${employee.name}`;
  const entry = posting.add(text, billLines(employee.id, employee.account, document), taxes.length > 0);
  const dueDate = addDays(posting.date, employee.paymentDays);
  return { ...document, ...(invoice ? { register: registered(posting) } : {}), dueDate, entry };
}
