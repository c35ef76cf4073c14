import { type EInvoiceSyntax, withoutAccount } from '#domain/finance/einvoice/einvoice.ts';
import { einvoiceFile } from '#domain/finance/einvoice/einvoice-file.ts';
import { refusalOfBrought } from '#domain/finance/ledger/opening-record.ts';
import { Invoices, type StoredCreditNote, type StoredInvoice } from '#domain/finance/receivables/invoice.ts';
import { Companies, type StoredCompany } from '#domain/platform/company/company.ts';
import { Orders } from '#domain/sales/orders/order.ts';
import { throwIf } from '#kernel/errors.ts';
import { numberOf } from '#kernel/record.ts';
import { asAt } from '#kernel/stamps.ts';
import { type Caller, may } from '#runtime/caller.ts';
import type { Records } from '#runtime/records.ts';
import { debitOfBill } from '../receivables/bill-debit.ts';

interface Asked {
  readonly caller: Caller;
  readonly records: Records;
  readonly company: StoredCompany;
  readonly syntax: EInvoiceSyntax;
  readonly field: string;
}

/** The electronic invoice of a document, of the company as it was when that was issued; with the account that is debited for who may see mandates. */
export async function billFile(bill: StoredInvoice | StoredCreditNote, { caller, records, company, syntax, field }: Asked) {
  throwIf(refusalOfBrought(bill, field));
  const corrects = 'corrects' in bill ? bill.corrects : undefined;
  const [history, corrected] = await Promise.all([
    records.historyOf(Companies, company),
    corrects ? records.get(Invoices, corrects) : undefined,
  ]);
  const issuer = asAt({ ...company, history }, bill.history[0]?.at ?? '');
  const order = bill.orderId && numberOf(Orders, bill.orderId);
  const debit = await debitOfBill(records, bill, issuer);
  return einvoiceFile(
    { bill, issuer, corrected, order, debit: may(caller, 'payables.read') ? debit : debit && withoutAccount(debit) },
    syntax,
    field,
  );
}

/** A file as the API answers it. */
export const fileView = (syntax: EInvoiceSyntax, { fileName, text }: { readonly fileName: string; readonly text: string }) => ({
  ...{ syntax, fileName, contentType: 'application/xml' as const },
  content: Buffer.from(text).toString('base64'),
});
