import type { Bill, Invoice, StoredCreditNote, StoredInvoice } from '#domain/finance/receivables/invoice.ts';
import { COMPANY_ID, Companies, type StoredCompany } from '#domain/platform/company/company.ts';
import { shortNumber } from '#kernel/id.ts';
import { asAt } from '#kernel/stamps.ts';
import { linkTo, putObject, sizeOf } from '#runtime/documents.ts';
import type { Records } from '#runtime/records.ts';
import { type Printed, renderBill } from './invoice-pdf.ts';
import { spanishDate } from './pdf-paper.ts';

/**
 * The link to a document's PDF. It is printed when it is first asked for, and kept: printing every invoice at once would
 * cost more than all else that an order does. Nothing on it depends on when that is: the bill never changes, and the
 * issuer is printed as it was at issue.
 */
export async function billLink(
  records: Records,
  folder: 'invoices' | 'credit-notes',
  number: string,
  print: (company: StoredCompany) => Printed,
  now: Date,
) {
  const key = `${records.tenant}/${folder}/${number}.pdf`;
  let bytes = await sizeOf('documents', key);
  if (bytes === undefined) {
    const pdf = await renderBill(print(await records.need(Companies, COMPANY_ID)));
    await putObject('documents', key, pdf, 'application/pdf');
    bytes = pdf.length;
  }
  return { ...(await linkTo('documents', key, `${number}.pdf`, now)), bytes };
}

const issuedAt = (record: { readonly history: readonly { readonly at: string }[] }): string => record.history[0]?.at ?? '';
const order = ({ orderId }: Pick<Bill, 'orderId'>) => (orderId ? [['Pedido', shortNumber('P', orderId)] as const] : []);

export function invoicePrint(invoice: StoredInvoice, now: StoredCompany): Printed {
  const company = asAt(now, issuedAt(invoice));
  const due = spanishDate(invoice.dueDate);
  return {
    title: 'Factura',
    bill: invoice,
    company,
    sign: 1,
    issuedAt: new Date(issuedAt(invoice)),
    facts: [
      ...(invoice.operationDate ? [['Fecha de operación', spanishDate(invoice.operationDate)] as const] : []),
      ['Vencimiento', due],
      ...order(invoice),
    ],
    remarks: company.iban
      ? [
          [
            'Forma de pago',
            `Transferencia a ${company.iban.replace(/(.{4})/g, '$1 ').trim()} antes del ${due}, indicando ${invoice.number}`,
          ],
        ]
      : [],
  };
}

/** @param corrected the invoice that it corrects, where there is one. */
export function creditNotePrint(
  note: StoredCreditNote,
  corrected: Pick<Invoice, 'number' | 'date'> | undefined,
  now: StoredCompany,
): Printed {
  return {
    title: 'Factura rectificativa',
    bill: note,
    company: asAt(now, issuedAt(note)),
    sign: -1,
    issuedAt: new Date(issuedAt(note)),
    facts: [
      ...(corrected ? [['Rectifica la factura', corrected.number] as const, ['De fecha', spanishDate(corrected.date)] as const] : []),
      ...order(note),
    ],
    remarks: [
      ['Motivo', note.reason],
      ['Rectificación', 'Por diferencias (art. 15 RD 1619/2012). El importe queda a favor del cliente.'],
    ],
  };
}
