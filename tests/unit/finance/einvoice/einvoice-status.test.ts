import { beforeEach, describe, expect, it } from 'vitest';
import { CreditExposures, Customers, exposureId } from '../../../../shared/domain/crm/customers/customer.ts';
import { reportBy } from '../../../../shared/domain/finance/einvoice/report-days.ts';
import { create } from '../../../../shared/kernel/record.ts';
import { newTenant } from '../../../support/call.ts';
import { newCompany } from '../../../support/company.ts';
import { einvoicingOf } from '../../../support/einvoicing.ts';
import { useMemoryTable } from '../../../support/memory-table.ts';
import { of, payablesOf } from '../../../support/payables.ts';
import { eur, receivablesOf } from '../../../support/receivables.ts';

const table = useMemoryTable({ openWork: true, lists: true });
const BUYER = `cus_${'1'.repeat(26)}`;
let books: ReturnType<typeof payablesOf>;
let sales: ReturnType<typeof receivablesOf>;
let einvoices: ReturnType<typeof einvoicingOf>;

beforeEach(async () => {
  table.clear();
  const tenant = newTenant();
  const company = await newCompany(tenant, {}, 100_000_000);
  await company.records.commit([
    create(Customers, BUYER, { name: 'Librería Cervantes, S.L.', taxId: 'B58378431', paymentDays: 30, creditLimit: 100_000_000 }),
    create(CreditExposures, exposureId(BUYER), { exposure: 0 }),
  ]);
  [books, sales, einvoices] = [payablesOf(tenant), receivablesOf(tenant), einvoicingOf(tenant)];
  await einvoices.done('PATCH /e-invoicing/settings', { followedFrom: '2026-01-01' });
});

const billOf = async (reference: string, net = '100', more: object = {}) =>
  books.bill((await books.supplier({ name: `Robla ${reference}`, taxId: 'B58378431', ...more })).id, reference, net);

describe('the days for telling an issuer', () => {
  // By hand, on a calendar of 2026: 4 April is Saturday after Good Friday, 8 December a Tuesday.
  it.each([
    ['2026-03-02', '2026-03-06'],
    ['2026-03-06', '2026-03-12'],
    ['2026-04-01', '2026-04-08'],
    ['2026-12-04', '2026-12-11'],
    ['2026-12-23', '2026-12-30'],
    ['2026-12-31', '2027-01-08'],
  ])('of what happened on %s end on %s', (on, by) => expect(reportBy(on)).toBe(by));
});

describe('what becomes of a bill', () => {
  it('is accepted as it is entered, and paid once a payment has taken all: then the issuer is to be told', async () => {
    const bill = await billOf('A-1');
    await einvoices.told(bill.id);
    expect(await einvoices.statusOf(bill.id)).toMatchObject({
      ...{ direction: 'received', number: 'A-1', state: 'accepted', compulsory: false, gross: { amount: '121.00' } },
      steps: [{ status: 'accepted', on: '2026-03-03', from: 'books' }],
    });
    expect((await einvoices.done('GET /e-invoicing/queue')).counts).toEqual({ overdue: 0, due: 0, unsent: 0 });

    await books.pay('bea', bill.supplierId, '100', [of(bill.id, '100')]);
    await einvoices.told(bill.id);
    // Partial payments are not told.
    expect((await einvoices.statusOf(bill.id)).state).toBe('accepted');
    const payment = await books.pay('bea', bill.supplierId, '21', [of(bill.id, '21')]);
    await einvoices.told(bill.id, bill.id);
    // Paid on Friday 20 March 2026: four days that count end on Thursday 26.
    expect(await einvoices.statusOf(bill.id)).toMatchObject({ state: 'paid', reportBy: '2026-03-26', warning: 'overdue' });
    const queue = await einvoices.done('GET /e-invoicing/queue');
    expect([queue.counts, queue.items.map((item: { documentId: string }) => item.documentId)]).toEqual([
      { overdue: 1, due: 0, unsent: 0 },
      [bill.id],
    ]);

    await einvoices.done(`POST /e-invoicing/documents/${bill.id}/reports`, { how: 'by-hand', on: '2026-03-24' });
    expect((await einvoices.done('GET /e-invoicing/queue')).items).toEqual([]);
    expect(await einvoices.refused(`POST /e-invoicing/documents/${bill.id}/reports`, { how: 'by-hand' })).toMatchObject({
      status: 422,
      code: 'einvoice.nothing_to_report',
    });

    // The payment is undone: a step forward, and what was told is to be told again.
    await books.done('bea', `POST /payables/payments/${payment.id}/reversal`, { reason: 'Devuelta por el banco' });
    await einvoices.told(bill.id);
    const undone = await einvoices.statusOf(bill.id);
    expect([undone.state, undone.warning, undone.steps.map(({ status }: { status: string }) => status)]).toEqual([
      'unpaid',
      'due',
      ['accepted', 'paid', 'unpaid'],
    ]);
  });

  it('a payment that is undone before anybody was told leaves nothing to tell', async () => {
    const bill = await billOf('A-2');
    const payment = await books.pay('bea', bill.supplierId, '121', [of(bill.id, '121')]);
    await einvoices.told(bill.id);
    await books.done('bea', `POST /payables/payments/${payment.id}/reversal`, { reason: 'Error' });
    await einvoices.told(bill.id);
    expect(await einvoices.statusOf(bill.id)).toMatchObject({ state: 'unpaid' });
    expect((await einvoices.done('GET /e-invoicing/queue')).items).toEqual([]);
  });

  it('is rejected with the reason for which it was taken back; of what was no rejection, nobody is told', async () => {
    const bill = await billOf('A-3');
    await einvoices.told(bill.id);
    await books.done('ana', `POST /payables/bills/${bill.id}/reversal`, { date: '2026-03-05', reason: 'Precio equivocado' });
    await einvoices.told(bill.id);
    const rejected = await einvoices.statusOf(bill.id);
    expect(rejected).toMatchObject({ state: 'rejected', reportBy: '2026-03-11' });
    expect(rejected.steps.at(-1)).toMatchObject({ reason: 'Precio equivocado', on: '2026-03-05', from: 'books' });
    const route = `POST /e-invoicing/documents/${bill.id}/reports`;
    expect(await einvoices.refused(route, { how: 'not-needed' })).toMatchObject({ code: 'einvoice.reason_missing', field: 'body.note' });
    expect(await einvoices.refused(route, { how: 'by-hand', on: '2026-03-04' })).toMatchObject({ code: 'einvoice.status_date' });
    await einvoices.done(route, { how: 'not-needed', note: 'Se había registrado dos veces' });
    expect((await einvoices.done('GET /e-invoicing/queue')).counts.overdue).toBe(0);
  });

  it('a corrective one is followed too: accepted as it is entered, rejected when it is taken back, and never paid', async () => {
    const supplier = await books.supplier({ name: 'Robla', taxId: 'B58378431' });
    const note = await books.done('ana', 'POST /payables/credit-notes', {
      ...{ supplierId: supplier.id, reference: 'AB-5', date: '2026-03-04', receivedOn: '2026-03-04' },
      lines: [{ net: eur('50') }],
    });
    await einvoices.told(note.id);
    expect(await einvoices.statusOf(note.id)).toMatchObject({
      ...{ direction: 'received', number: 'AB-5', state: 'accepted', gross: { amount: '60.50' } },
      steps: [{ status: 'accepted', on: '2026-03-04', from: 'books' }],
    });
    await books.done('ana', `POST /payables/credit-notes/${note.id}/reversal`, { date: '2026-03-05', reason: 'No es nuestra' });
    await einvoices.told(note.id);
    // Thursday 5 March: Friday, Monday, Tuesday and Wednesday 11 count.
    const rejected = await einvoices.statusOf(note.id);
    expect([rejected.state, rejected.reportBy, rejected.steps.map(({ status }: { status: string }) => status)]).toEqual([
      ...['rejected', '2026-03-11'],
      ['accepted', 'rejected'],
    ]);
  });

  it('is not typed: it follows from the books', async () => {
    const bill = await billOf('A-4');
    await einvoices.told(bill.id);
    expect(await einvoices.refused(`POST /e-invoicing/documents/${bill.id}/statuses`, { status: 'paid' })).toMatchObject({
      status: 422,
      code: 'einvoice.status_of_books',
    });
  });

  it('is followed only from the day on, and of suppliers of Spain', async () => {
    await einvoices.done('PATCH /e-invoicing/settings', { followedFrom: '2026-03-02' });
    const [early, foreign] = [await billOf('A-5'), await billOf('A-6', '100', { taxId: 'US123456789', country: 'US', taxCode: 'EXS-G' })];
    await einvoices.told(early.id, foreign.id);
    for (const { id } of [early, foreign]) expect(await einvoices.statusOf(id)).toBeUndefined();
    expect((await einvoices.ask('GET /e-invoicing/documents/inv_F2026-000099')).body.code).toBe('document.not_found');
    await einvoices.done('PATCH /e-invoicing/settings', { followedFrom: null, isLarge: true });
    expect(await einvoices.done('GET /e-invoicing/settings')).toMatchObject({
      ...{ isLarge: true, followedFrom: '2027-10-06' },
      duties: { invoices: '2027-10-06', statuses: '2027-10-06', verifactu: '2027-01-01' },
    });
  });
});

describe('what becomes of an invoice', () => {
  it('waits to be sent, and goes by what the customer says; its payment is known of its receipts', async () => {
    const { id, number } = await sales.invoice(BUYER, '100');
    await einvoices.told(id);
    expect(await einvoices.statusOf(id)).toMatchObject({ direction: 'issued', number, state: 'unsent', warning: 'unsent', steps: [] });
    const route = `POST /e-invoicing/documents/${id}/statuses`;
    expect(await einvoices.refused(route, { status: 'accepted' })).toMatchObject({ code: 'einvoice.status_order', field: 'body.status' });
    expect(await einvoices.refused(route, { status: 'sent', on: '2026-03-09' })).toMatchObject({ code: 'einvoice.status_date' });
    await einvoices.done(route, { status: 'sent', on: '2026-03-10' });
    expect(await einvoices.refused(route, { status: 'sent' })).toMatchObject({ code: 'einvoice.status_order' });
    expect(await einvoices.refused(route, { status: 'rejected' })).toMatchObject({ code: 'einvoice.reason_missing', field: 'body.reason' });
    await einvoices.done(route, { status: 'rejected', on: '2026-03-12', reason: 'Falta el pedido' });
    expect(await einvoices.done(route, { status: 'accepted', on: '2026-03-13' })).toMatchObject({ state: 'accepted' });

    const receipt = await sales.receipt(BUYER, '121', { allocations: [{ invoiceId: id, amount: { amount: '121.00', currency: 'EUR' } }] });
    await einvoices.told(id);
    expect(await einvoices.statusOf(id)).toMatchObject({ state: 'paid' });
    await sales.done(`POST /receipts/${receipt.id}/reversal`, { reason: 'Devuelto' });
    await einvoices.told(id);
    const { state, steps } = await einvoices.statusOf(id);
    expect([state, steps.map((step: { status: string }) => step.status)]).toEqual([
      'unpaid',
      ['sent', 'rejected', 'accepted', 'paid', 'unpaid'],
    ]);
    // What an issuer does with it is nobody's to be told of.
    expect(steps.some((step: object) => 'reportBy' in step)).toBe(false);
  });

  it('a credit note takes what is open, and pays nothing', async () => {
    const { id } = await sales.invoice(BUYER, '100');
    const note = await sales.done(`POST /invoices/${id}/credit-notes`, { reason: 'Anulada' });
    await einvoices.told(id, note.id);
    expect((await einvoices.statusOf(id)).state).toBe('unsent');
    expect(await einvoices.statusOf(note.id)).toMatchObject({ direction: 'issued', state: 'unsent', gross: { amount: '121.00' } });
    const { items } = await einvoices.done('GET /e-invoicing/documents', undefined, { warning: 'unsent', direction: 'issued' });
    expect(items).toHaveLength(2);
  });
});
