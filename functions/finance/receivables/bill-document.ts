import { COMPANY_ID, Companies } from '#domain/platform/company/company.ts';
import type { StoredCreditNote, StoredInvoice } from '#domain/finance/receivables/invoice.ts';
import { linkTo, putObject, sizeOf } from '#runtime/documents.ts';
import type { Records } from '#runtime/records.ts';
import { type Printed, renderBill, spanishDate } from './invoice-pdf.ts';

/**
 * The link to a document's PDF. It is printed when it is first asked for, from the record that never changes, and kept:
 * printing every invoice at once would cost more than all else that an order does.
 */
export async function billLink(records: Records, folder: 'invoices' | 'credit-notes', printed: Omit<Printed, 'company'>, now: Date) {
  const { number } = printed.bill;
  const key = `${records.tenant}/${folder}/${number}.pdf`;
  let bytes = await sizeOf('documents', key);
  if (bytes === undefined) {
    const pdf = await renderBill({ ...printed, company: await records.need(Companies, COMPANY_ID) });
    await putObject('documents', key, pdf, 'application/pdf');
    bytes = pdf.length;
  }
  return { ...(await linkTo('documents', key, `${number}.pdf`, now)), bytes };
}

const bornAt = (record: { readonly history: readonly { readonly at: string }[] }): Date => new Date(record.history[0]?.at ?? 0);

export const invoicePrint = (invoice: StoredInvoice): Omit<Printed, 'company'> => ({
  title: 'Factura',
  bill: invoice,
  facts: [
    ...(invoice.operationDate ? [['Fecha de operación', spanishDate(invoice.operationDate)] as const] : []),
    ['Vencimiento', spanishDate(invoice.dueDate)],
  ],
  issuedAt: bornAt(invoice),
});

export const creditNotePrint = (note: StoredCreditNote): Omit<Printed, 'company'> => ({
  title: 'Factura rectificativa',
  bill: note,
  facts: [...(note.corrects ? [['Rectifica la factura', note.corrects.slice(4)] as const] : []), ['Motivo', note.reason]],
  issuedAt: bornAt(note),
});
