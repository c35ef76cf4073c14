import { receivables } from '#api/finance/receivables.ts';
import { Customers } from '#domain/crm/customers/customer.ts';
import { creditAll, creditedLines, creditTotals } from '#domain/finance/receivables/credit.ts';
import { CreditNotes, Invoices } from '#domain/finance/receivables/invoice.ts';
import { invoiceActions } from '#domain/finance/receivables/receivables-actions.ts';
import { creditNoteView } from '#domain/finance/receivables/wire.ts';
import { assertDefined } from '#kernel/assert.ts';
import { throwIf } from '#kernel/errors.ts';
import { createdBy } from '#kernel/record.ts';
import { on } from '#runtime/action.ts';
import { command } from '../../platform/service.ts';
import { adjustExposure, issueCreditForInvoice, openPosting } from '../service.ts';

export const creditInvoice = command(
  receivables.actions.creditInvoice,
  on(Invoices, (path) => path.invoiceId),
  async ({ body, today, records, caller }, invoice) => {
    throwIf(invoiceActions.creditInvoice(invoice));
    const { date = today, reason } = body;
    const credited = body.lines ? creditedLines(invoice, body.lines) : creditAll(invoice);
    const [customer, posting] = await Promise.all([
      records.getOrThrow(Customers, invoice.customerId),
      openPosting(records, { date, today, document: invoice.id, caller }),
    ]);
    const [{ invoiceChange, changes }, relieved] = await Promise.all([
      issueCreditForInvoice(posting, { invoice, credited, reason }),
      adjustExposure(records, customer, -creditTotals(invoice, credited).gross),
    ]);
    return [invoiceChange, ...changes, ...posting.changes(), ...relieved];
  },
  async (invoice, { records, request }) =>
    creditNoteView(
      assertDefined(createdBy(request, await records.getMany(CreditNotes, invoice.creditNoteIds ?? []))[0], 'the credit note'),
    ),
);
