import { Customers } from '#domain/crm/customers/customer.ts';
import { Gates, gateIdFor } from '#domain/finance/ledger/gate.ts';
import { creditAll, creditedLines } from '#domain/finance/receivables/credit.ts';
import { creditInvoice as credit, creditNoteIdOf } from '#domain/finance/receivables/crediting.ts';
import { asCredited, CreditNotes, Invoices } from '#domain/finance/receivables/invoice.ts';
import { creditNoteView } from '#domain/finance/receivables/wire.ts';
import { COMPANY_ID, Companies } from '#domain/platform/company/company.ts';
import { present } from '#kernel/assert.ts';
import { dateIn } from '#kernel/date.ts';
import { update } from '#kernel/record.ts';
import { stampedAtBirth } from '#kernel/stamps.ts';
import { command } from '#runtime/action.ts';
import { nextNumber } from '#runtime/sequence.ts';
import { exposeBy, mayAdjust } from './issuing.ts';
import { receivables } from './module.ts';

export const creditInvoice = command(receivables.actions.creditInvoice, {
  evidence: ({ path }) => ({ type: Invoices, id: path.invoiceId, how: 'on' as const }),
  answer: async (invoice, { records, made }) => {
    const id = present(invoice.creditNotes?.find((c) => c.request === made('crq'))?.id, 'the credit note');
    return creditNoteView(stampedAtBirth(asCredited(await records.need(CreditNotes, id))));
  },
  run: async ({ body, records, now, made, caller }, invoice) => {
    const [company, customer] = await Promise.all([records.need(Companies, COMPANY_ID), records.need(Customers, invoice.customerId)]);
    const date = body.date ?? dateIn(company.timeZone, now);
    const credited = body.lines ? creditedLines(invoice, body.lines) : creditAll(invoice);
    const count = await nextNumber(records, CreditNotes, (n) => creditNoteIdOf({ date, count: n }));
    const gate = await records.get(Gates, gateIdFor(date, creditNoteIdOf({ date, count })));
    const { note, after, changes } = credit(
      { invoice, credited, date, reason: body.reason, costs: [], count, request: made('crq') },
      gate,
      mayAdjust(caller.roles),
    );
    const relieved = await exposeBy(records, customer, -note.totals.gross);
    return (await records.commit<typeof invoice>([update(Invoices, invoice, after), ...changes, ...relieved]))[0];
  },
});
