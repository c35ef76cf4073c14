import { oldestDueFirst } from '#domain/finance/receivables/ageing.ts';
import { type Allocation, Invoices } from '#domain/finance/receivables/invoice.ts';
import { applied, settle, unsettle } from '#domain/finance/receivables/open-item.ts';
import { COMPANY_ID, Companies } from '#domain/platform/company/company.ts';
import type { IsoDate } from '#kernel/date.ts';
import { invalid, refused } from '#kernel/errors.ts';
import { type Minor, minorText } from '#kernel/money.ts';
import { type Change, update } from '#kernel/record.ts';
import type { Records } from '#runtime/records.ts';
import { openItems } from './open-items.ts';

export interface Asked {
  readonly invoiceId: string;
  readonly amount: number;
}

interface Source {
  readonly id: string;
  readonly open: number;
  readonly allocations: readonly Allocation[];
  readonly customerId: string;
}

/** Invoices that one request may pay. */
const MAX_PER_REQUEST = 40;
/** Invoices that one receipt or credit note may pay in all: taking it back must fit into one transaction. */
const MAX_PER_SOURCE = 90;

/**
 * Takes unapplied credit of one document to invoices: both sides get the allocation, neither more than it has open.
 * Nothing is posted: the credit and the invoices stand on the same account, 430, for the same customer.
 * @returns the source after, and the changes of the invoices.
 * @throws DomainError `allocation.customer`, `allocation.twice`, `allocation.too_much`, `allocation.too_many`, `invoice.not_found`.
 */
export async function allocateTo<S extends Source>(
  records: Records,
  source: S,
  asked: readonly Asked[],
  date: IsoDate,
): Promise<{ source: S; changes: Change[] }> {
  const invoices = await records.getMany(
    Invoices,
    asked.map((a) => a.invoiceId),
  );
  let after = source;
  const changes = asked.map(({ invoiceId, amount }, i) => {
    const field = `body.allocations.${i}`;
    const invoice = invoices[i];
    if (!invoice)
      throw invalid('invoice.not_found', `There is no invoice ${invoiceId}: choose one that is open.`, `${field}.invoiceId`, {
        invoice: invoiceId,
      });
    if (asked.findIndex((a) => a.invoiceId === invoiceId) !== i)
      throw invalid('allocation.twice', `${invoiceId} stands twice: name it once.`, `${field}.invoiceId`, { invoice: invoiceId });
    if (invoice.customerId !== source.customerId)
      throw refused('allocation.customer', `${invoiceId} is another customer's: take it off.`, `${field}.invoiceId`, {
        invoice: invoiceId,
      });
    after = settle(after, invoiceId, date, amount, `${field}.amount`);
    return update(Invoices, invoice, settle(invoice, source.id, date, amount, `${field}.amount`));
  });
  if (applied(after).size > MAX_PER_SOURCE)
    throw refused(
      'allocation.too_many',
      `One document pays at most ${MAX_PER_SOURCE} invoices; this would make ${applied(after).size}. Use several documents.`,
      'body.allocations',
      {
        limit: MAX_PER_SOURCE,
        asked: applied(after).size,
      },
    );
  return { source: after, changes };
}

/**
 * Undoes all that a document has paid of one invoice: both are open again by that amount. Nothing is posted here either.
 * @throws DomainError `allocation.none` (422).
 */
export async function takeBack<S extends Source>(
  records: Records,
  source: S,
  invoiceId: string,
  date: IsoDate,
): Promise<{ source: S; change: Change }> {
  const invoice = await records.need(Invoices, invoiceId, 'path.invoiceId');
  const amount = applied(source).get(invoiceId) ?? 0;
  if (amount === 0)
    throw refused('allocation.none', `${source.id} has paid nothing of ${invoiceId}: there is nothing to take back.`, 'path.invoiceId', {
      invoice: invoiceId,
      source: source.id,
    });
  return {
    source: unsettle(source, invoiceId, date, amount),
    change: update(Invoices, invoice, unsettle(invoice, source.id, date, amount)),
  };
}

/** Allocations never come to more than the receipt. @throws DomainError `allocation.over_receipt` (422). */
export function requireCovered(asked: readonly Asked[], amount: Minor): void {
  const total = asked.reduce((sum, a) => sum + a.amount, 0);
  if (total > amount)
    throw refused(
      'allocation.over_receipt',
      `The allocations come to ${minorText(total)} EUR, more than the receipt of ${minorText(amount)}: allocate less.`,
      'body.allocations',
      { asked: minorText(total), amount: minorText(amount) },
    );
}

/** What an amount pays, oldest due invoice first. */
export async function oldestFirst(records: Records, customerId: string, amount: number): Promise<Asked[]> {
  const { fiscalYears } = await records.need(Companies, COMPANY_ID);
  return oldestDueFirst(await openItems(records, Invoices, fiscalYears, customerId), amount, MAX_PER_REQUEST);
}
