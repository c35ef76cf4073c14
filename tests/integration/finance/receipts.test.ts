import { describe, expect, it } from 'vitest';
import { CreditExposures, Customers, exposureId } from '../../../shared/domain/crm/customers/customer.ts';
import { Invoices } from '../../../shared/domain/finance/receivables/invoice.ts';
import { ReceiptReversals, Receipts } from '../../../shared/domain/finance/receivables/receipt.ts';
import { create } from '../../../shared/kernel/record.ts';
import { idFrom } from '../../../shared/runtime/fingerprint.ts';
import type { Records } from '../../../shared/runtime/records.ts';
import { newTenant } from '../../support/call.ts';
import { newCompany } from '../../support/company.ts';
import { eur, postings, receivablesOf } from '../../support/receivables.ts';

const setUp = async (creditLimit?: number) => {
  const company = await newCompany(newTenant(), {}, creditLimit);
  return { ...company, of: receivablesOf(company.tenant) };
};
/** A second customer of the company. */
async function newCustomer(records: Records): Promise<string> {
  const id = idFrom('cus', records.tenant, 'another');
  await records.commit([create(Customers, id, { name: 'Otro cliente', paymentDays: 0 })]);
  return id;
}
const part = (invoiceId: string, amount: string) => ({ invoiceId, amount: eur(amount) });

describe('a receipt', () => {
  it('pays one invoice in part and another in full, and keeps the rest as credit', async () => {
    const { of, customerId } = await setUp();
    const [a, b] = [await of.invoice(customerId, '100'), await of.invoice(customerId, '50')];
    const receipt = await of.receipt(customerId, '100', {
      reference: 'Transferencia 4711',
      allocations: [part(a.id, '30'), part(b.id, '60.50')],
    });
    expect(receipt).toMatchObject({
      open: { amount: '9.50' },
      method: 'bank',
      allocations: [
        { with: a.id, amount: { amount: '30.00' } },
        { with: b.id, amount: { amount: '60.50' } },
      ],
    });
    expect(postings(receipt.entry)).toEqual([
      ['572', '100.00', '0.00'],
      ['430', '0.00', '100.00'],
    ]);
    expect(await of.done(`GET /invoices/${a.id}`)).toMatchObject({ open: { amount: '91.00' }, allocations: [{ with: receipt.id }] });
    expect(await of.done(`GET /invoices/${b.id}`)).toMatchObject({ open: { amount: '0.00' }, state: 'paid', daysOverdue: 0 });
    const ids = async (route: string, query: Record<string, string>) =>
      (await of.done(route, undefined, { query })).items.map((x: { id: string }) => x.id);
    expect(await ids('GET /invoices', { state: 'paid' })).toEqual([b.id]);
    expect(await ids('GET /invoices', { state: 'open', customerId })).toEqual([a.id]);
    expect(await ids('GET /receipts', { q: 'transferencia 4711', open: 'true' })).toEqual([receipt.id]);
    expect(await ids('GET /receipts', { from: '2026-03-21' })).toEqual([]);
  });

  it('pays the oldest due invoices by itself', async () => {
    const { of, customerId } = await setUp();
    const late = await of.invoice(customerId, '100', { date: '2026-03-01', paymentDays: 90 });
    const soon = await of.invoice(customerId, '100', { date: '2026-03-05', paymentDays: 0 });
    const receipt = await of.receipt(customerId, '130', { auto: true, method: 'cash' });
    expect(receipt.allocations.map((x: { with: string; amount: { amount: string } }) => [x.with, x.amount.amount])).toEqual([
      [soon.id, '121.00'],
      [late.id, '9.00'],
    ]);
    expect(postings(receipt.entry)[0]).toEqual(['570', '130.00', '0.00']);
  });

  it('is refused where it would pay too much, twice, another’s or nothing that is there', async () => {
    const { of, customerId, records } = await setUp();
    const { id } = await of.invoice(customerId, '100');
    const other = await of.invoice(await newCustomer(records), '10');
    const ask = (amount: string, allocations: unknown, more: object = {}) =>
      of.refused('POST /receipts', { customerId, date: '2026-03-20', amount: eur(amount), allocations, ...more });
    expect(await ask('200', [part(id, '121.01')])).toEqual({
      status: 422,
      code: 'allocation.too_much',
      field: 'body.allocations.0.amount',
    });
    expect(await ask('10', [part(id, '10.01')])).toEqual({ status: 422, code: 'allocation.over_receipt', field: 'body.allocations' });
    expect(await ask('10', [part(id, '1'), part(id, '1')])).toEqual({
      status: 400,
      code: 'allocation.twice',
      field: 'body.allocations.1.invoiceId',
    });
    expect(await ask('10', [part(other.id, '1')])).toMatchObject({ status: 422, code: 'allocation.party' });
    expect(await ask('10', [part('inv_F2026-000999', '1')])).toMatchObject({ status: 400, code: 'invoice.not_found' });
    expect(await ask('10', [part(id, '1')], { auto: true })).toMatchObject({ status: 400, code: 'allocation.auto' });
    expect(await ask('0', undefined)).toMatchObject({ status: 400, field: 'body.amount' });
    expect(await ask('1.005', undefined)).toMatchObject({ status: 400, field: 'body.amount' });
    expect(await of.refused('POST /receipts', { customerId, amount: { amount: '1', currency: 'QQQ' } })).toMatchObject({
      status: 400,
      field: 'body.amount.currency',
    });
    // In a currency there is no rate of.
    expect(await of.refused('POST /receipts', { customerId, amount: { amount: '1', currency: 'USD' } })).toMatchObject({
      status: 422,
      code: 'rate.missing',
    });
    expect(
      await ask(
        '10',
        Array.from({ length: 41 }, () => part(id, '0.01')),
      ),
    ).toMatchObject({ status: 400, field: 'body.allocations' });
    expect((await of.done(`GET /invoices/${id}`)).open.amount).toBe('121.00');
    expect((await of.done('GET /receipts')).items).toEqual([]);
  });

  it('lowers what the customer has at risk, and shows on a dry run what it would do', async () => {
    const { of, customerId, records } = await setUp(100_000);
    const { id } = await of.invoice(customerId, '100');
    const body = { customerId, date: '2026-03-20', amount: eur('21'), auto: true };
    const shown = await of.ask('POST /receipts', body, { query: { dryRun: 'true' } });
    expect(shown).toMatchObject({ status: 200, body: { allocations: [{ with: id }], open: { amount: '0.00' } } });
    expect(await records.getOrThrow(CreditExposures, exposureId(customerId))).toMatchObject({ exposure: 12_100 });
    await of.done('POST /receipts', body);
    expect(await records.getOrThrow(CreditExposures, exposureId(customerId))).toMatchObject({ exposure: 10_000 });
  });

  it('is recorded by an integration, not by sales', async () => {
    const { of, customerId } = await setUp();
    const body = { customerId, date: '2026-03-20', amount: eur('1') };
    expect((await of.ask('POST /receipts', body, { roles: ['integration'] })).status).toBe(201);
    expect(await of.refused('POST /receipts', body, { roles: ['sales'] })).toMatchObject({ status: 403 });
    expect((await of.ask('GET /receipts', undefined, { roles: ['auditor'] })).status).toBe(200);
  });
});

describe('receipts at once', () => {
  it('never take more from an invoice than it has open', async () => {
    const { of, customerId, records } = await setUp();
    const { id } = await of.invoice(customerId, '100'); // 121.00 open
    const answers = await Promise.all(
      Array.from({ length: 20 }, () =>
        of.ask('POST /receipts', { customerId, date: '2026-03-20', amount: eur('10'), allocations: [part(id, '10')] }),
      ),
    );
    expect(answers.filter((a) => a.status === 201)).toHaveLength(12);
    expect(new Set(answers.filter((a) => a.status !== 201).map((a) => a.body.code))).toEqual(new Set(['allocation.too_much']));
    const invoice = await records.getOrThrow(Invoices, id);
    expect(invoice.open).toBe(100);
    expect(invoice.open + invoice.allocations.reduce((sum, a) => sum + a.amount, 0)).toBe(12_100);
  });

  it('never use the same credit twice', async () => {
    const { of, customerId, records } = await setUp();
    const invoices = await Promise.all(Array.from({ length: 8 }, () => of.invoice(customerId, '10')));
    const receipt = await of.receipt(customerId, '60.50'); // five invoices of 12.10
    const answers = await Promise.all(
      invoices.map((i) => of.ask(`POST /receipts/${receipt.id}/allocations`, { allocations: [part(i.id, '12.10')] })),
    );
    expect(answers.filter((a) => a.status === 201)).toHaveLength(5);
    expect((await records.getOrThrow(Receipts, receipt.id)).open).toBe(0);
    const open = await records.getMany(
      Invoices,
      invoices.map((i) => i.id),
    );
    expect(open.reduce((sum, i) => sum + (i?.open ?? 0), 0)).toBe(3 * 1210);
  });

  it('that are one request sent fifty times are one receipt with one answer', async () => {
    const { of, customerId, records } = await setUp();
    const { id } = await of.invoice(customerId, '100');
    const body = { customerId, date: '2026-03-20', amount: eur('100'), allocations: [part(id, '50')] };
    const answers = await Promise.all(Array.from({ length: 50 }, () => of.ask('POST /receipts', body, { key: 'same' })));
    expect(new Set(answers.map((a) => `${a.status} ${JSON.stringify(a.body)}`)).size).toBe(1);
    expect(answers[0]?.status).toBe(201);
    expect((await records.getOrThrow(Invoices, id)).open).toBe(7100);
    expect((await of.done('GET /receipts')).items).toHaveLength(1);
    expect(await of.refused('POST /receipts', { ...body, amount: eur('99') }, { key: 'same' })).toMatchObject({
      status: 409,
      code: 'idempotency.key_reused',
    });
  });
});

describe('a receipt’s credit', () => {
  it('is used later and taken back, and a repeat of each request shows the receipt as it stands', async () => {
    const { of, customerId, records } = await setUp();
    const [a, b] = [await of.invoice(customerId, '100'), await of.invoice(customerId, '50')];
    const body = { customerId, date: '2026-03-20', amount: eur('200'), allocations: [part(a.id, '121')] };
    const first = await of.done('POST /receipts', body, { key: 'make' });
    const used = await of.done(`POST /receipts/${first.id}/allocations`, { allocations: [part(b.id, '60.50')] }, { key: 'use' });
    expect(used).toMatchObject({ open: { amount: '18.50' }, rev: 2 });
    const back = await of.done(`POST /receipts/${first.id}/allocations/${b.id}/removal`, {}, { key: 'back' });
    expect(back).toMatchObject({ open: { amount: '79.00' }, rev: 3 });
    expect((await records.getOrThrow(Invoices, b.id)).open).toBe(6050);
    expect(await of.refused(`POST /receipts/${first.id}/allocations/${b.id}/removal`, {})).toMatchObject({
      status: 422,
      code: 'allocation.none',
    });
    const reversed = await of.done(`POST /receipts/${first.id}/reversal`, { reason: 'Devuelto' }, { key: 'reverse' });
    expect(reversed).toMatchObject({ id: first.id, open: { amount: '0.00' }, rev: 4 });
    expect(await of.done('POST /receipts', body, { key: 'make' })).toEqual(reversed);
    expect(await of.done(`POST /receipts/${first.id}/allocations`, { allocations: [part(b.id, '60.50')] }, { key: 'use' })).toEqual(
      reversed,
    );
    expect(await of.done(`POST /receipts/${first.id}/allocations/${b.id}/removal`, {}, { key: 'back' })).toEqual(reversed);
    expect(await of.done(`POST /receipts/${first.id}/reversal`, { reason: 'Devuelto' }, { key: 'reverse' })).toEqual(reversed);
  });
});

describe('a receipt that the bank returned', () => {
  it('opens its invoices again and posts the contrary, once', async () => {
    const { of, customerId, records } = await setUp(100_000);
    const { id } = await of.invoice(customerId, '100');
    const receipt = await of.receipt(customerId, '150', { allocations: [part(id, '121')] });
    expect(await of.refused(`POST /receipts/${receipt.id}/reversal`, { reason: 'x', date: '2026-03-19' })).toEqual({
      status: 422,
      code: 'reversal.too_early',
      field: 'body.date',
    });
    const reversed = await of.done(`POST /receipts/${receipt.id}/reversal`, { reason: 'Sin fondos', date: '2026-03-25' });
    expect(reversed).toMatchObject({ open: { amount: '0.00' }, reversal: { reason: 'Sin fondos', date: '2026-03-25' } });
    expect(postings(reversed.reversal.entry)).toEqual([
      ['572', '0.00', '150.00'],
      ['430', '150.00', '0.00'],
    ]);
    const stored = await records.getOrThrow(ReceiptReversals, reversed.reversal.id);
    expect(stored.entry.lines.map((l) => [l.account, l.amount])).toEqual([
      ['572', -15_000],
      ['430', 15_000],
    ]);
    expect(await of.done(`GET /invoices/${id}`)).toMatchObject({ open: { amount: '121.00' } });
    expect(await records.getOrThrow(CreditExposures, exposureId(customerId))).toMatchObject({ exposure: 12_100 });
    expect(await of.refused(`POST /receipts/${receipt.id}/reversal`, { reason: 'x' })).toMatchObject({
      status: 422,
      code: 'receipt.reversed',
    });
    expect(await of.refused('POST /refunds', { from: receipt.id, amount: eur('1') })).toMatchObject({
      status: 422,
      code: 'allocation.nothing_open',
    });
  });

  it('may have paid as many invoices as one transaction can open again, and no more', async () => {
    const { of, customerId, records } = await setUp(1_000_000);
    const ids: string[] = [];
    for (let i = 0; i < 91; i += 1) ids.push((await of.invoice(customerId, '10')).id);
    const receipt = await of.receipt(customerId, '1000', { auto: true }); // the oldest 40
    const use = (from: number, to: number) =>
      of.ask(`POST /receipts/${receipt.id}/allocations`, { allocations: ids.slice(from, to).map((id) => part(id, '0.10')) });
    expect([(await use(40, 80)).status, (await use(80, 90)).status]).toEqual([201, 201]);
    expect((await use(90, 91)).body).toMatchObject({ status: 422, code: 'allocation.too_many', field: 'body.allocations' });
    await of.done(`POST /receipts/${receipt.id}/reversal`, { reason: 'Sin fondos' });
    expect(new Set((await records.getMany(Invoices, ids)).map((i) => i?.open))).toEqual(new Set([1210]));
  });

  it('was not paid back meanwhile', async () => {
    const { of, customerId } = await setUp();
    const receipt = await of.receipt(customerId, '50');
    await of.done('POST /refunds', { from: receipt.id, amount: eur('20') });
    expect(await of.refused(`POST /receipts/${receipt.id}/reversal`, { reason: 'x' })).toMatchObject({
      status: 422,
      code: 'receipt.refunded',
    });
  });
});
