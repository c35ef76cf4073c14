import type * as z from 'zod/mini';
import { receivables } from '#api/finance/receivables.ts';
import { Customers } from '#domain/crm/customers/customer.ts';
import { gainedBy } from '#domain/finance/currencies/exchange-difference.ts';
import { oneCurrency } from '#domain/finance/currencies/exchange-rate.ts';
import { currencyOf } from '#domain/finance/open-items/open-item.ts';
import { withSharesBack } from '#domain/finance/receivables/adjustment.ts';
import { creditAll, creditable, creditedLines, creditOf } from '#domain/finance/receivables/credit.ts';
import { inOwnCurrency } from '#domain/finance/receivables/foreign-sale.ts';
import { CreditNotes, Invoices } from '#domain/finance/receivables/invoice.ts';
import { invoiceActions } from '#domain/finance/receivables/receivables-actions.ts';
import { creditedWithheld } from '#domain/finance/receivables/sale-withheld.ts';
import { type CreditInput, creditNoteView } from '#domain/finance/receivables/wire.ts';
import { assertDefined } from '#kernel/assert.ts';
import { throwIf } from '#kernel/errors.ts';
import { createdBy } from '#kernel/record.ts';
import { on } from '#runtime/action.ts';
import { command } from '../../platform/service.ts';
import { differenceChanges } from '../currencies/differences.ts';
import { adjustExposure, issueCreditForInvoice, openPosting, restoreAdvances } from '../service.ts';

type Requested = NonNullable<z.output<typeof CreditInput>['lines']>;

/** Lines with what is taken off them in the currency of the invoice. @throws DomainError `currency.mixed` (400). */
function netsIn(currency: string, lines: Requested) {
  oneCurrency({ invoice: { currency, minor: 0 }, lines });
  return lines.map(({ net, ...line }) => ({ ...line, net: net?.minor }));
}

export const creditInvoice = command(
  receivables.actions.creditInvoice,
  on(Invoices, (path) => path.invoiceId),
  async (world, invoice) => {
    const { body, today, records, caller, company } = world;
    throwIf(invoiceActions.creditInvoice(invoice));
    const { date = today, reason } = body;
    const own = inOwnCurrency(invoice);
    const named = body.lines && creditedLines(own, netsIn(currencyOf(invoice), body.lines));
    const credited = named ? withSharesBack(own.lines, creditable(own), named) : creditAll(own);
    const [customer, posting] = await Promise.all([
      records.getOrThrow(Customers, invoice.customerId),
      openPosting(records, { date, today, document: invoice.id, caller, company }),
    ]);
    // In euros nothing is gained by rates: the limit has it back beside the look for the number.
    const credit = invoice.foreign ? undefined : creditOf(invoice, credited);
    const relief = credit && (creditedWithheld(invoice, credit.invoice)?.amount ?? 0) - credit.totals.gross;
    const [{ note, invoiceChange, changes, settlements }, given] = await Promise.all([
      issueCreditForInvoice(posting, { invoice, credited, reason }),
      relief === undefined ? undefined : adjustExposure(records, customer, relief),
    ]);
    const [relieved, differences, restored] = await Promise.all([
      given ?? adjustExposure(records, customer, gainedBy('receivable', settlements) - note.totals.gross),
      differenceChanges(world, { side: 'receivable', settlements, document: note, posting }),
      restoreAdvances(records, [note]),
    ]);
    return [invoiceChange, ...changes, ...restored, ...differences, ...posting.changes(), ...relieved];
  },
  async (invoice, { records, request }) =>
    creditNoteView(
      assertDefined(createdBy(request, await records.getMany(CreditNotes, invoice.creditNoteIds ?? []))[0], 'the credit note'),
    ),
);
