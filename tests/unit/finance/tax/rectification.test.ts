import { beforeEach, expect, it } from 'vitest';
import { handler as commands } from '../../../../functions/finance/tax/commands.ts';
import { handler as queries } from '../../../../functions/finance/tax/queries.ts';
import { call } from '../../../support/call.ts';
import { useMemoryTable } from '../../../support/memory-table.ts';
import { payablesOf } from '../../../support/payables.ts';
import { projectCompany } from '../../../support/projection.ts';
import { postings } from '../../../support/receivables.ts';
import { newSeller } from '../../../support/seller.ts';
import { eur } from '../../../support/shop.ts';

const table = useMemoryTable({ lists: true });
beforeEach(() => table.clear());

/** A company that sells and buys in the second quarter of 2026, and files it. */
async function quarter() {
  const s = await newSeller([]);
  const { tenant } = s;
  const api = payablesOf(tenant);
  await api.ask('ana', 'GET /payables', undefined, { roles: ['accountant'] });
  const supplier = await api.supplier({ taxId: 'B58378431', expenseAccount: '600', account: '400' });
  const bought = (reference: string, net: string) =>
    api.done('ana', 'POST /payables/bills', {
      ...{ supplierId: supplier.id, reference, date: '2026-05-02', receivedOn: '2026-05-04' },
      lines: [{ net: eur(net), taxCode: 'IVA-G', account: '600' }],
    });
  const sold = async (price: string) => {
    const lines = [{ name: 'Asesoría', quantity: '1', price, taxCode: 'IVA-G' }];
    const { id } = await s.done('createDraft', { body: { customerId: s.customerId, date: '2026-04-15', lines } });
    return s.done('issueDraft', { path: [id], body: {} });
  };
  const draft = async (period = '2026-2T', more: object = {}) => {
    await projectCompany(tenant);
    const query = { period, consistent: 'true', ...more };
    const { body } = await call(queries, 'GET /tax-returns/303', 'GET /tax-returns/{form}', { tenant, query });
    const at = (box: string) => body.boxes.find((each: { box: string }) => each.box === box).amount.amount;
    return { ...body, at };
  };
  const file = async (more: object = {}) => {
    await projectCompany(tenant);
    const body = { period: '2026-2T', justificante: '3032026000017', filedOn: '2026-07-20', ...more };
    const filed = await call(commands, 'POST /tax-returns/303/filings', 'POST /tax-returns/{form}/filings', { tenant, body });
    expect(filed.status, JSON.stringify(filed.body)).toBe(201);
    return filed.body;
  };
  const reopen = async (id: string) => {
    const route = 'POST /tax-returns/filings/{taxReturnId}/correction';
    const opened = await call(commands, `POST /tax-returns/filings/${id}/correction`, route, { tenant, body: { reason: 'Una venta más' } });
    expect(opened.body.state).toBe('correcting');
  };
  return { bought, sold, draft, file, reopen, tenant };
}

it('what was refunded too much is paid back: −525.00 refunded, −420.00 right, 105.00 to pay', async () => {
  const { bought, sold, draft, file, reopen, tenant } = await quarter();
  await bought('A-1', '2500.00');
  const first = await file({ refund: true, iban: 'ES9121000418450200051332' });
  expect([first.type, first.result.amount]).toEqual(['D', '-525.00']);
  await reopen(first.id);
  await sold('500');
  const { at } = await draft();
  expect(['69', '70', '109', '71', '111'].map(at)).toEqual(['-420.00', '0.00', '525.00', '105.00', '0.00']);
  const waiting = await draft('2026-2T', { refunded: 'false' });
  expect(['109', '71'].map(waiting.at)).toEqual(['0.00', '-420.00']);
  const query = { period: '2026-2T' };
  const { body } = await call(queries, 'GET /tax-returns/303/file', 'GET /tax-returns/{form}/file', { tenant, query });
  expect([body.faults, body.text.slice(body.text.indexOf('<T30301000>'))[12]]).toEqual([[], 'I']);
  const second = await file({ follows: first.id });
  expect(second.type).toBe('I');
  expect(postings(second.entry)).toEqual([
    ['477', '105.00', '0.00'],
    ['4750', '0.00', '105.00'],
  ]);
  expect((await draft()).at('109')).toBe('525.00');
  // The refund stands on 4700 until its receipt is posted: it is no compensation.
  expect((await draft()).warnings).toEqual([]);
});

it('a refund that was not paid gives way to the new one', async () => {
  const { bought, sold, file, reopen } = await quarter();
  await bought('A-1', '2500.00');
  const first = await file({ refund: true });
  await reopen(first.id);
  await sold('500');
  const second = await file({ follows: first.id, refund: true, refunded: false });
  expect([second.type, second.result.amount]).toEqual(['D', '-420.00']);
  expect(postings(second.entry)).toEqual([
    ['477', '105.00', '0.00'],
    ['4700', '0.00', '105.00'],
  ]);
});

it('what is compensated is carried over, though something was paid before: +100.00 paid, −250.00 right', async () => {
  const { bought, sold, draft, file, reopen } = await quarter();
  await sold('476.19');
  const first = await file();
  expect([first.type, first.result.amount]).toEqual(['I', '100.00']);
  await reopen(first.id);
  await bought('A-1', '1666.67');
  const second = await file({ follows: first.id });
  expect([second.type, second.result.amount]).toEqual(['C', '-350.00']);
  expect(postings(second.entry)).toEqual([
    ['472', '0.00', '350.00'],
    ['4709', '100.00', '0.00'],
    ['4700', '250.00', '0.00'],
  ]);
  const next = await draft('2026-3T');
  expect([next.at('110'), next.warnings]).toEqual(['250.00', []]);
  const told = await draft('2026-3T', { pending: '100' });
  expect(told.warnings).toMatchObject([{ code: 'pending', params: { amount: '100.00', balance: '250.00' } }]);
});

it('a rectifying return that was taken back leaves the one before it to be rectified again', async () => {
  const { bought, sold, draft, file, reopen, tenant } = await quarter();
  await sold('476.19');
  const first = await file();
  await reopen(first.id);
  await bought('A-1', '100.00');
  const second = await file({ follows: first.id });
  const route = 'POST /tax-returns/filings/{taxReturnId}/reversal';
  const taken = await call(commands, `POST /tax-returns/filings/${second.id}/reversal`, route, { tenant, body: { reason: 'No llegó' } });
  expect(taken.body.state).toBe('reversed');
  const { at } = await draft();
  expect(['69', '70', '71', '111'].map(at)).toEqual(['79.00', '100.00', '-21.00', '21.00']);
  const third = await file({ follows: second.id });
  expect([third.rectifies, third.type]).toEqual([first.id, 'D']);
  expect(postings(third.entry)).toEqual([
    ['472', '0.00', '21.00'],
    ['4709', '21.00', '0.00'],
  ]);
});
