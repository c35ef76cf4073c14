import { describe, expect, it } from 'vitest';
import { CreditExposures, exposureId } from '../../../shared/domain/crm/customers/customer.ts';
import { CreditNotes, Invoices } from '../../../shared/domain/finance/receivables/invoice.ts';
import { newTenant } from '../../support/call.ts';
import { newCompany } from '../../support/company.ts';
import { eur, postings, receivablesOf } from '../../support/receivables.ts';

const setUp = async (creditLimit?: number) => {
  const company = await newCompany(newTenant(), {}, creditLimit);
  return { ...company, of: receivablesOf(company.tenant) };
};
const two = {
  lines: [
    { name: 'Taza', kind: 'stocked', quantity: '2', price: '5.005' },
    { name: 'Montaje', quantity: '1', price: '40' },
  ],
};

describe('a credit note', () => {
  it('gives a piece back, then all that is left, to the cent', async () => {
    const { of, customerId, records } = await setUp(100_000);
    const invoice = await of.invoice(customerId, '0', two); // 10.01 + 40.00 = 50.01; 10.50 VAT; 60.51
    const piece = await of.done(`POST /invoices/${invoice.id}/credit-notes`, {
      date: '2026-03-15',
      reason: 'Rota',
      lines: [{ line: 1, quantity: '1' }],
    });
    expect(piece).toMatchObject({
      id: 'crn_R2026-000001',
      number: 'R2026-000001',
      corrects: invoice.id,
      reason: 'Rota',
      open: { amount: '0.00' },
      allocations: [{ with: invoice.id, amount: { amount: '6.06' } }],
    });
    expect(postings(piece.entry)).toEqual([
      ['430', '0.00', '6.06'],
      ['708', '5.01', '0.00'],
      ['477', '1.05', '0.00'],
    ]);
    const rest = await of.done(`POST /invoices/${invoice.id}/credit-notes`, { reason: 'Anulada' });
    expect(rest.totals).toMatchObject({ net: { amount: '45.00' }, tax: { amount: '9.45' }, gross: { amount: '54.45' } });
    expect(await of.done(`GET /invoices/${invoice.id}`)).toMatchObject({
      open: { amount: '0.00' },
      state: 'paid',
      creditNoteIds: [piece.id, rest.id],
      lines: [{ credited: { amount: '10.01' } }, { credited: { amount: '40.00' } }],
    });
    expect(await of.refused(`POST /invoices/${invoice.id}/credit-notes`, { reason: 'x' })).toMatchObject({
      status: 422,
      code: 'credit.nothing_left',
    });
    expect(await records.getOrThrow(CreditExposures, exposureId(customerId))).toMatchObject({ exposure: 0 });
  });

  it('over a paid invoice stays as credit, which pays another or is paid back', async () => {
    const { of, customerId, records } = await setUp(100_000);
    const [paid, other] = [await of.invoice(customerId, '100'), await of.invoice(customerId, '50')];
    await of.receipt(customerId, '121', { allocations: [{ invoiceId: paid.id, amount: eur('121') }] });
    const body = { date: '2026-03-21', reason: 'Anulada' };
    const note = await of.done(`POST /invoices/${paid.id}/credit-notes`, body, { key: 'credit' });
    expect(note).toMatchObject({ open: { amount: '121.00' }, allocations: [] });
    await of.done(`POST /credit-notes/${note.id}/allocations`, { allocations: [{ invoiceId: other.id, amount: eur('60.50') }] });
    expect(await of.refused('POST /refunds', { from: note.id, amount: eur('60.51') })).toEqual({
      status: 422,
      code: 'allocation.too_much',
      field: 'body.amount',
    });
    expect(await of.refused('POST /refunds', { from: note.id, amount: eur('1'), date: '2026-03-20' })).toMatchObject({
      status: 422,
      code: 'refund.too_early',
    });
    const refund = await of.done(
      'POST /refunds',
      { from: note.id, amount: eur('60.50'), method: 'cash', date: '2026-03-22' },
      { key: 'refund' },
    );
    expect(postings(refund.entry)).toEqual([
      ['570', '0.00', '60.50'],
      ['430', '60.50', '0.00'],
    ]);
    expect(await of.done(`GET /credit-notes/${note.id}`)).toMatchObject({
      open: { amount: '0.00' },
      allocations: [{ with: other.id }, { with: refund.id }],
    });
    expect(await of.done(`GET /refunds/${refund.id}`)).toMatchObject(refund);
    expect((await of.done('GET /refunds', undefined, { query: { customerId } })).items).toHaveLength(1);
    expect((await records.getOrThrow(CreditExposures, exposureId(customerId))).exposure).toBe(0);
    // Repeats make nothing: they show the documents as they stand, the credit used up.
    const again = await of.done(`POST /invoices/${paid.id}/credit-notes`, body, { key: 'credit' });
    expect(await of.done(`GET /credit-notes/${note.id}`)).toMatchObject(again);
    expect(
      await of.done('POST /refunds', { from: note.id, amount: eur('60.50'), method: 'cash', date: '2026-03-22' }, { key: 'refund' }),
    ).toEqual(refund);
    const back = await of.done(`POST /credit-notes/${note.id}/allocations/${other.id}/removal`, {});
    expect(back.open.amount).toBe('60.50');
    expect((await records.getOrThrow(Invoices, other.id)).open).toBe(6050);
  });

  it('over what is paid in part takes the open amount first', async () => {
    const { of, customerId } = await setUp();
    const invoice = await of.invoice(customerId, '100');
    await of.receipt(customerId, '100', { auto: true });
    expect(
      await of.done(`POST /invoices/${invoice.id}/credit-notes`, { reason: 'Anulada', lines: [{ line: 1, net: eur('50') }] }),
    ).toMatchObject({
      totals: { gross: { amount: '60.50' } },
      open: { amount: '39.50' },
      allocations: [{ amount: { amount: '21.00' } }],
      lines: [{ quantity: '1', price: '50.00' }],
    });
  });

  it('shows on a dry run what it would do, and leaves no trace', async () => {
    const { of, customerId, records } = await setUp();
    const invoice = await of.invoice(customerId, '100');
    const shown = await of.ask(`POST /invoices/${invoice.id}/credit-notes`, { reason: 'x' }, { query: { dryRun: 'true' } });
    expect(shown).toMatchObject({ status: 200, body: { number: 'R2026-000001', totals: { gross: { amount: '121.00' } } } });
    expect(await records.get(CreditNotes, 'crn_R2026-000001')).toBeUndefined();
    expect((await records.getOrThrow(Invoices, invoice.id)).open).toBe(12_100);
  });

  it('is refused with the field at fault', async () => {
    const { of, customerId, tenant } = await setUp();
    const { id } = await of.invoice(customerId, '100');
    const ask = (lines: unknown, more: object = {}) => of.refused(`POST /invoices/${id}/credit-notes`, { reason: 'x', lines, ...more });
    expect(await ask([{ line: 2, quantity: '1' }])).toEqual({ status: 400, code: 'credit.line', field: 'body.lines.0.line' });
    expect(await ask([{ line: 1, quantity: '2' }])).toEqual({ status: 422, code: 'credit.too_much', field: 'body.lines.0.quantity' });
    expect(await ask([{ line: 1, net: eur('100.01') }])).toEqual({ status: 422, code: 'credit.too_much', field: 'body.lines.0' });
    expect(await ask([{ line: 1, quantity: '0.00' }])).toMatchObject({ status: 400, field: 'body.lines.0.quantity' });
    expect(await ask(undefined, { date: '2026-03-09' })).toEqual({ status: 422, code: 'credit_note.too_early', field: 'body.date' });
    expect(await ask(undefined, { date: '2031-03-09' })).toMatchObject({ status: 422, code: 'period.not_open' });
    expect(await of.refused(`POST /invoices/${id}/credit-notes`, { reason: 'x' }, { roles: ['integration'] })).toMatchObject({
      status: 403,
    });
    expect(await receivablesOf(`${tenant}x`).refused(`POST /invoices/${id}/credit-notes`, { reason: 'x' })).toMatchObject({
      status: 404,
      code: 'invoice.not_found',
    });
  });
});

describe('credit notes at once', () => {
  it('never give back more than the invoice asked for, and number without gaps', async () => {
    const { of, customerId, records } = await setUp();
    const { id } = await of.invoice(customerId, '0', { lines: [{ name: 'Hora', quantity: '10', price: '10' }] });
    const answers = await Promise.all(
      Array.from({ length: 16 }, () => of.ask(`POST /invoices/${id}/credit-notes`, { reason: 'x', lines: [{ line: 1, quantity: '1' }] })),
    );
    expect(
      answers
        .filter((a) => a.status === 201)
        .map((a) => a.body.number)
        .sort(),
    ).toEqual(Array.from({ length: 10 }, (_, i) => `R2026-${String(i + 1).padStart(6, '0')}`));
    expect(new Set(answers.filter((a) => a.status !== 201).map((a) => a.body.code))).toEqual(new Set(['credit.nothing_left']));
    expect(await records.getOrThrow(Invoices, id)).toMatchObject({ open: 0, credited: [10_000], creditedQuantities: ['10'] });
  });

  it('that are one request are one credit note', async () => {
    const { of, customerId, records } = await setUp();
    const { id } = await of.invoice(customerId, '100');
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => of.ask(`POST /invoices/${id}/credit-notes`, { reason: 'x' }, { key: 'same' })),
    );
    expect(new Set(answers.map((a) => JSON.stringify(a.body))).size).toBe(1);
    expect(await records.get(CreditNotes, 'crn_R2026-000002')).toBeUndefined();
  });
});

describe('refunds at once', () => {
  it('never pay out more than there is', async () => {
    const { of, customerId } = await setUp();
    const receipt = await of.receipt(customerId, '100');
    const answers = await Promise.all(Array.from({ length: 8 }, () => of.ask('POST /refunds', { from: receipt.id, amount: eur('30') })));
    expect(answers.map((a) => a.status).sort()).toEqual([201, 201, 201, 422, 422, 422, 422, 422]);
    expect((await of.done(`GET /receipts/${receipt.id}`)).open.amount).toBe('10.00');
  });
});
