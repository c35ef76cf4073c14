import { SupplierBills, SupplierCredits } from '#domain/finance/payables/supplier-bill.ts';
import type { PaidPart } from '#domain/finance/tax/form-lines.ts';
import type { TaxSum } from '#domain/finance/tax/m303.ts';
import { daysOfTaxPeriod, monthsOfTaxPeriod } from '#domain/finance/tax/tax-period.ts';
import { POSTING_KINDS } from '#domain/kinds.ts';
import type { Records } from '#runtime/records.ts';
import { walkJournal } from '../ledger/journal-store.ts';
import { periodsOf } from '../ledger/period-store.ts';

const KINDS = POSTING_KINDS.filter(({ kind }) => kind === SupplierBills.kind || kind === SupplierCredits.kind);

/**
 * What was withheld of purchases as they were paid within a period, of those that are declared so. A bill may be paid long after it
 * came: those of all months of the books until then are looked at.
 */
export async function readPaidParts(records: Records, fiscalYears: readonly string[], period: string): Promise<PaidPart[]> {
  const { from, to } = daysOfTaxPeriod(period);
  const last = monthsOfTaxPeriod(period).at(-1) ?? '';
  const months = periodsOf(fiscalYears).filter((month) => month <= last);
  const parts: PaidPart[] = [];
  for await (const { items } of walkJournal(records, { months, order: 'asc', pace: 400, kinds: KINDS }))
    for (const { document } of items)
      for (const part of document.withheld)
        if (part.on >= from && part.on <= to && document.paper) parts.push({ ...part, party: document.paper.party });
  return parts;
}

/** The sums of taxes with what was withheld as it was paid: one for each code and rate. */
export function withPaidParts(taxes: readonly TaxSum[], parts: readonly PaidPart[]): TaxSum[] {
  const sums = new Map<string, TaxSum>();
  const add = (sum: TaxSum) => {
    const at = [sum.side, sum.code, sum.percent, sum.corrects ?? false].join(' ');
    const had = sums.get(at);
    sums.set(at, had ? { ...had, base: had.base + sum.base, tax: had.tax + sum.tax } : sum);
  };
  for (const sum of taxes) add(sum);
  for (const { code, percent, base, tax } of parts) add({ side: 'withheld', code, percent, base: BigInt(base), tax: BigInt(tax) });
  return [...sums.values()];
}
