import { Customers } from '#domain/crm/customers/customer.ts';
import { Invoices, numberedId } from '#domain/finance/receivables/invoice.ts';
import { changedLetters, refusalOfIssuers } from '#domain/finance/receivables/outside-issuer.ts';
import type { StoredCompany } from '#domain/platform/company/company.ts';
import { yearOf } from '#kernel/date.ts';
import { throwIf } from '#kernel/errors.ts';
import type { OutsideIssuer } from '#kernel/outside-issuer.ts';
import type { Records } from '#runtime/records.ts';

/** @throws DomainError `invoice.issuer_…` (422) where issuers cannot be set so. */
export async function assertIssuers(records: Records, { einvoicing, fiscalYears }: StoredCompany, after: readonly OutsideIssuer[]) {
  const before = einvoicing?.issuers ?? [];
  const ids = [...new Set(after.flatMap(({ customerId }) => customerId ?? []))];
  const [used, customers] = await Promise.all([
    usedLetters(records, changedLetters(before, after), fiscalYears),
    records.getMany(Customers, ids, new Set()),
  ]);
  throwIf(refusalOfIssuers(before, after, { used, customers: new Map(customers.flatMap((each) => (each ? [[each.id, each]] : []))) }));
}

/** Those in whose series there is an invoice: the first of some kind, in some year of the company. */
async function usedLetters(records: Records, letters: readonly string[], fiscalYears: readonly string[]): Promise<Set<string>> {
  const years = [...new Set([...fiscalYears.map((year) => year.slice(0, 4)), yearOf(records.stamp.at.toISOString())])];
  // A fiscal year may begin within a calendar year and end in the next.
  const all = [...new Set(years.flatMap((year) => [year, String(Number(year) + 1)]))];
  const firsts = letters.flatMap((of) =>
    ['F', 'FS', 'FG'].flatMap((kind) => all.map((year) => ({ of, id: numberedId({ letter: `${kind}${of}`, prefix: 'inv', year }, 1) }))),
  );
  const found = await records.getMany(
    Invoices,
    firsts.map(({ id }) => id),
  );
  return new Set(firsts.flatMap(({ of }, i) => (found[i] ? [of] : [])));
}
