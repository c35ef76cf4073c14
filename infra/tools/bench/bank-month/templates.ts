import { ExchangeRateDays, ratesId } from '#domain/finance/currencies/exchange-rate.ts';
import { SupplierBills } from '#domain/finance/payables/supplier-bill.ts';
import { CreditNotes, Invoices } from '#domain/finance/receivables/invoice.ts';
import { Suppliers } from '#domain/finance/suppliers/supplier.ts';
import { createNext, plain } from '#kernel/record.ts';
import type { BenchCompany } from '../company.ts';

/** Documents that the product has made once, to be copied: nobody enters a thousand of each. */
export interface Templates {
  readonly invoice: object;
  readonly dollars: object;
  readonly creditNote: object;
  readonly bill: object;
  readonly supplier: object;
}

const DAY = '2026-03-02';

/** One of each document, in a company of their own. */
export async function templatesOf({ records, customerId, ask }: BenchCompany): Promise<Templates> {
  await records.commit([createNext(ExchangeRateDays, ratesId(DAY), { date: DAY, rates: { USD: { rate: '1.08', source: 'manual' } } })]);
  const issued = async (currency: string): Promise<{ readonly id: string }> => {
    const lines = [{ name: 'Asesoría', quantity: '1', price: '100', ...(currency === 'EUR' ? {} : { taxCode: 'EXENTO' }) }];
    const draft = await ask('POST /invoice-drafts', { customerId, date: DAY, lines, ...(currency === 'EUR' ? {} : { currency }) });
    return ask(`POST /invoice-drafts/${draft.id}/issue`, {});
  };
  const [invoice, dollars, returned] = [await issued('EUR'), await issued('USD'), await issued('EUR')];
  const money = { amount: '121.00', currency: 'EUR' };
  await ask('POST /receipts', {
    customerId,
    date: DAY,
    method: 'bank',
    amount: money,
    allocations: [{ invoiceId: returned.id, amount: money }],
  });
  const note = await ask(`POST /invoices/${returned.id}/credit-notes`, { reason: 'Error' });
  const body = { name: 'Talleres Robla, S.L.', account: '410', expenseAccount: '622', paymentDays: 30 };
  const supplier = await ask('POST /payables/suppliers', body);
  const lines = [{ net: { amount: '100.00', currency: 'EUR' } }];
  const bill = await ask('POST /payables/bills', { supplierId: supplier.id, reference: 'T-1', date: DAY, receivedOn: DAY, lines });
  return {
    invoice: plain(await records.getOrThrow(Invoices, invoice.id)),
    dollars: plain(await records.getOrThrow(Invoices, dollars.id)),
    creditNote: plain(await records.getOrThrow(CreditNotes, note.id)),
    bill: plain(await records.getOrThrow(SupplierBills, bill.id)),
    supplier: plain(await records.getOrThrow(Suppliers, supplier.id)),
  };
}
