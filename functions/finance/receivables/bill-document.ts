import type { StoredCreditNote, StoredInvoice } from '#domain/finance/receivables/invoice.ts';
import { Companies, type StoredCompany } from '#domain/platform/company/company.ts';
import { logoKey } from '#domain/platform/company/paper.ts';
import { type IsoDate, yearOf } from '#kernel/date.ts';
import { asAt } from '#kernel/stamps.ts';
import { linkTo, putObject, sizeOf } from '#runtime/documents.ts';
import { printInvoice } from '#runtime/paper/factur-x.ts';
import { loadLogo } from '#runtime/paper/load-logo.ts';
import type { Paper } from '#runtime/paper/paper.ts';

import type { Records } from '#runtime/records.ts';
import { debitOfBill } from './bill-debit.ts';
import type { Issuer } from './invoice-paper.ts';

/** Who asks for a document, and when. */
interface Asking {
  readonly tenant: string;
  readonly records: Records;
  readonly company: StoredCompany;
  readonly now: Date;
}

/**
 * The link to a document's PDF. It is printed when it is first asked for, and kept: printing every invoice at once would
 * cost more than all else that an order does. Nothing on it depends on when that is: the bill never changes, and the
 * issuer is printed as it was at issue.
 */
export async function billLink(
  folder: 'invoices' | 'credit-notes',
  bill: StoredInvoice | StoredCreditNote,
  paperOf: (issuer: Issuer) => Paper,
  asking: Asking,
) {
  const { key, bytes } = await printedBill(folder, bill, paperOf, asking);
  return { ...(await linkTo('issued', key, `${bill.number}.pdf`, asking.now)), bytes };
}

/** Where a document's PDF is kept, which is printed where it was not yet. */
export async function printedBill(
  folder: 'invoices' | 'credit-notes',
  bill: StoredInvoice | StoredCreditNote,
  paperOf: (issuer: Issuer) => Paper,
  { tenant, records, company, now }: Asking,
): Promise<{ readonly key: string; readonly bytes: number }> {
  const key = `${tenant}/${folder}/${bill.number}.pdf`;
  let bytes = await sizeOf('issued', key);
  if (bytes === undefined) {
    const pdf = printInvoice(paperOf(await issuerOf(bill, { ...company, history: await records.historyOf(Companies, company) }, records)));
    await putObject('issued', key, pdf, 'application/pdf', keptUntil(bill.date, now));
    bytes = pdf.length;
  }
  return { key, bytes };
}

/** The company as it was when a bill was issued, with the logo that it had, and by what it collects. */
async function issuerOf(bill: StoredInvoice | StoredCreditNote, now: StoredCompany, records: Records): Promise<Issuer> {
  const company = asAt(now, bill.history[0]?.at ?? '');
  const [logo, debit] = await Promise.all([
    company.logo && loadLogo(logoKey(records.tenant, company.logo.file), company.logo.format),
    debitOfBill(records, bill, company),
  ]);
  return { company, ...(logo ? { logo } : {}), ...(debit ? { debit } : {}) };
}

/** Books and their documents are kept for six years from the last entry in them (CCom art. 30). */
const YEARS_KEPT = 6;

/** Until the end of the sixth year after the document's own; undefined where that is over. */
function keptUntil(date: IsoDate, now: Date): Date | undefined {
  const until = new Date(`${Number(yearOf(date)) + YEARS_KEPT}-12-31T23:59:59Z`);
  return until > now ? until : undefined;
}
