import { describe, expect, it } from 'vitest';
import { rebuildBalances } from '../../../functions/finance/ledger/balance-rebuild-store.ts';
import { handler } from '../../../functions/finance/tax/queries.ts';
import { call } from '../../support/call.ts';
import { recordsOf } from '../../support/company.ts';
import { books, postLines } from '../../support/ledger.ts';
import { payablesOf } from '../../support/payables.ts';
import { projectCompany } from '../../support/projection.ts';
import { newSeller } from '../../support/seller.ts';
import { eur } from '../../support/shop.ts';

/** Asks for getTaxReturn. */
const draft = (tenant: string, query: Readonly<Record<string, string>>, roles?: readonly string[]) =>
  call(handler, 'GET /tax-returns/303', 'GET /tax-returns/{form}', { tenant, query, ...(roles ? { roles } : {}) });
const boxesOf = (body: { boxes: { box: string; amount: { amount: string } }[] }) =>
  Object.fromEntries(body.boxes.flatMap(({ box, amount }) => (amount.amount === '0.00' ? [] : [[box, amount.amount]])));

/**
 * The first quarter of 2026: invoices of 100.00 and 200.00 at 21 %, of which 50.00 are credited, and one of 30.00 exempt; bills of
 * 80.00 and 40.00 at 21 %, of which the second is reversed in April, and a supplier's credit of 10.00.
 */
async function quarter() {
  const s = await newSeller([]);
  const invoice = async (date: string, price: string, taxCode = 'IVA21') => {
    const lines = [{ name: 'Asesoría', quantity: '1', price, taxCode }];
    const { id } = await s.done('createDraft', { body: { customerId: s.customerId, date, lines } });
    return s.done('issueDraft', { path: [id], body: {} });
  };
  await invoice('2026-01-15', '100');
  const second = await invoice('2026-02-10', '200');
  await invoice('2026-03-20', '30', 'EXENTO');
  await s.done('creditInvoice', {
    path: [second.id],
    body: { date: '2026-03-31', reason: 'Descuento', lines: [{ line: 1, quantity: '0.25' }] },
  });
  const api = payablesOf(s.tenant);
  await api.ask('ana', 'GET /payables', undefined, { roles: ['accountant'] });
  const supplier = await api.supplier();
  await api.bill(supplier.id, 'A-1', '80.00');
  const wrong = await api.bill(supplier.id, 'A-2', '40.00');
  const paper = { supplierId: supplier.id, reference: 'R-1', date: '2026-03-15', receivedOn: '2026-03-16', lines: [{ net: eur('10.00') }] };
  await api.done('ana', 'POST /payables/credit-notes', paper);
  await api.done('ana', `POST /payables/bills/${wrong.id}/reversal`, { date: '2026-04-02', reason: 'No es nuestra' });
  await projectCompany(s.tenant);
  return s;
}

describe('the draft of form 303', () => {
  it('is what invoices and bills of the period come to, and agrees with the accounts', async () => {
    const { tenant } = await quarter();
    const first = await draft(tenant, { period: '2026-1T', pending: '5.00', consistent: 'true' });
    expect(first.status, JSON.stringify(first.body)).toBe(200);
    // 21.00 + 42.00 − 10.50; 16.80 + 8.40 − 2.10; 52.50 − 23.10 − 5.00
    expect(boxesOf(first.body)).toEqual({
      '07': '300.00',
      '09': '63.00',
      14: '-50.00',
      15: '-10.50',
      27: '52.50',
      28: '120.00',
      29: '25.20',
      40: '-10.00',
      41: '-2.10',
      45: '23.10',
      46: '29.40',
      64: '29.40',
      66: '29.40',
      110: '5.00',
      78: '5.00',
      69: '24.40',
      71: '24.40',
    });
    expect(first.body.ties.map(({ agrees }: { agrees: boolean }) => agrees)).toEqual([true, true]);
    expect(first.body.unassigned).toEqual([]);
    // What was reversed in April is taken back in April: the first quarter stays as it was.
    const april = await draft(tenant, { period: '2026-04', consistent: 'true' });
    expect(boxesOf(april.body)).toMatchObject({ 28: '-40.00', 29: '-8.40', 71: '8.40' });
    expect(april.body.ties.map(({ agrees }: { agrees: boolean }) => agrees)).toEqual([true, true]);
  });

  it('is the same after the balances were folded again', async () => {
    const { tenant } = await quarter();
    const before = await draft(tenant, { period: '2026-1T', consistent: 'true' });
    for (const month of ['2026-01', '2026-02', '2026-03'])
      expect((await rebuildBalances(recordsOf(tenant), month)).differences).toEqual([]);
    expect((await draft(tenant, { period: '2026-1T', consistent: 'true' })).body.boxes).toEqual(before.body.boxes);
  });

  it('tells a total that is not what its account holds', async () => {
    const { tenant } = await quarter();
    await books(tenant, 'createAccount', { body: { code: '4770001', name: 'IVA repercutido, otros' } });
    await postLines(tenant, '2026-03-31', 'Ajuste', ['4770001', '3.00'], ['572', '-3.00']);
    await projectCompany(tenant);
    const { body } = await draft(tenant, { period: '2026-1T', consistent: 'true' });
    expect(body.ties[0]).toMatchObject({ box: '27', amount: { amount: '52.50' }, posted: { amount: '49.50' }, agrees: false });
  });

  it('is refused for periods without a form, and to who may not read the books', async () => {
    const { tenant } = await newSeller([]);
    expect((await draft(tenant, { period: '2025-4T' })).body).toMatchObject({ code: 'tax_return.no_form', field: 'query.period' });
    expect((await draft(tenant, { period: '2026-5T' })).status).toBe(400);
    expect((await draft(tenant, { period: '2026-1T', pending: '-1' })).status).toBe(400);
    expect((await draft(tenant, { period: '2026-1T' }, ['warehouse'])).status).toBe(403);
  });
});
