import { beforeEach, describe, expect, it } from 'vitest';
import { newTenant } from '../../../support/call.ts';
import { newCompany, type TestCompany } from '../../../support/company.ts';
import { currenciesOf, money } from '../../../support/currencies.ts';
import { books as ledger, line } from '../../../support/ledger.ts';
import { useMemoryTable } from '../../../support/memory-table.ts';
import { payablesOf } from '../../../support/payables.ts';
import { projectCompany } from '../../../support/projection.ts';
import { postings, receivablesOf } from '../../../support/receivables.ts';

const table = useMemoryTable({ openWork: true, lists: true });
let tenant = '';
let company: TestCompany;
let sales: ReturnType<typeof receivablesOf>;
let books: ReturnType<typeof currenciesOf>;
beforeEach(async () => {
  table.clear();
  tenant = newTenant();
  company = await newCompany(tenant);
  [sales, books] = [receivablesOf(tenant), currenciesOf(tenant)];
  const made = await ledger(tenant, 'createAccount', { body: { code: '5730001', name: 'Bank of Maine', currency: 'USD' } });
  expect([made.status, made.body.currency]).toEqual([201, 'USD']);
});

const usd = (amount: string) => money(amount, 'USD');
const eur = (amount: string) => money(amount, 'EUR');
const receive = (amount: string, more: object = {}) =>
  sales.done('POST /receipts', { customerId: company.customerId, date: '2026-03-10', amount: usd(amount), account: '5730001', ...more });
const value = async (month: string) => {
  await projectCompany(tenant);
  const { result, items, entry, returnedBy } = await books.done('bea', 'POST /revaluations', { month });
  const back = await books.done('bea', `GET /exchange-differences/${returnedBy}`);
  return { result: result.amount, items, postings: postings(entry), back: back.result.amount };
};
const closing = async (to: string) => {
  await projectCompany(tenant);
  const { body } = await ledger(tenant, 'getTrialBalance', { query: { date: to } });
  return Object.fromEntries(body.rows.map((row: { account: string; closing: { amount: string } }) => [row.account, row.closing.amount]));
};

describe('a bank account in a foreign currency', () => {
  it('keeps what comes in its currency, is valued at the end of each month, and keeps what it gained', async () => {
    await books.rate('2026-03-10', { USD: '1.10' });
    await books.rate('2026-03-31', { USD: '1.00' });
    await books.rate('2026-04-30', { USD: '1.25' });
    const receipt = await receive('1100.00');
    expect(receipt.entry.lines.map(({ account, foreign }: Record<string, unknown>) => [account, foreign])).toEqual([
      ['5730001', usd('1100.00')],
      ['430', usd('-1100.00')],
    ]);
    expect(receipt.amount).toEqual(eur('1000.00'));
    // 1,100 dollars stood at 1,000.00, and are worth 1,100.00; the advance of the customer keeps its own rate.
    expect(await value('2026-03')).toMatchObject({
      ...{ result: '100.00', back: '0.00' },
      postings: [
        ['5730001', '100.00', '0.00'],
        ['7689', '0.00', '100.00'],
      ],
    });
    // On 20 April 550 of them are sold for 500.00 euros. The other 550 stand at 600.00, and are worth 440.00.
    const sold = [line('572', '500.00'), line('5730001', '-500.00', { foreign: usd('550.00') })];
    const entry = await ledger(tenant, 'postEntry', { body: { date: '2026-04-20', text: 'Venta de divisa', lines: sold } });
    expect(entry.status).toBe(201);
    const april = await value('2026-04');
    expect([april.result, april.back, april.items[0].foreign, april.items[0].before]).toEqual([
      '-160.00',
      '0.00',
      usd('550.00'),
      eur('600.00'),
    ]);
    expect(await closing('2026-04-30')).toMatchObject({ 5730001: '440.00', 572: '500.00', 6689: '160.00', 7689: '-100.00' });
  });

  it('whose receipt is taken back, and that pays what it holds, holds nothing in either', async () => {
    const bills = payablesOf(tenant);
    await books.rate('2026-03-10', { USD: '1.10' });
    await books.rate('2026-03-31', { USD: '1.10' });
    const supplier = { name: 'Chennai Looms', country: 'IN', account: '400', expenseAccount: '600', taxCode: 'EXENTO' };
    const { id: supplierId } = await bills.supplier(supplier);
    const { id } = await receive('220.00');
    await receive('110.00');
    await sales.done(`POST /receipts/${id}/reversal`, { date: '2026-03-20', reason: 'Devuelto' });
    await books.rate('2026-03-25', { USD: '1.20' });
    const paid = { supplierId, date: '2026-03-25', amount: usd('110.00'), account: '5730001' };
    await bills.done('carlos', 'POST /payables/payments', paid);
    // 110 dollars came at 100.00 and left at 91.67: what is left in euros is a loss with the month's end, though no dollar is there.
    const march = await value('2026-03');
    expect([march.result, march.items[0].foreign, march.items[0].before, march.items[0].rate]).toEqual([
      '-8.33',
      usd('0.00'),
      eur('8.33'),
      undefined,
    ]);
    expect((await closing('2026-03-31'))[5730001]).toBe('0.00');
    const undone = await books.done('bea', 'POST /revaluations/2026-03/reversal');
    expect(undone.undoneBy).toBeDefined();
    expect((await closing('2026-03-31'))[5730001]).toBe('8.33');
    expect((await value('2026-03')).result).toBe('-8.33');
  });

  it('takes no other currency, no entry without its own, and no cash; an account in euros takes no other', async () => {
    await books.rate('2026-03-10', { USD: '1.10', GBP: '0.85' });
    const receipt = (more: object) =>
      sales.ask('POST /receipts', {
        customerId: company.customerId,
        date: '2026-03-10',
        amount: usd('10.00'),
        account: '5730001',
        ...more,
      });
    const told = async (answer: ReturnType<typeof receipt>) => {
      const { status, body } = await answer;
      return [status, body.code, body.field, body.params?.why];
    };
    expect(await told(receipt({ amount: money('10.00', 'GBP') }))).toEqual([422, 'account.currency', 'body.account', 'other']);
    expect(await told(receipt({ amount: eur('10.00') }))).toEqual([422, 'account.currency', 'body.account', 'other']);
    expect(await told(receipt({ method: 'cash' }))).toEqual([400, 'account.bank', 'body.account', undefined]);
    expect(await told(receipt({ account: '5739999' }))).toEqual([422, 'account.unknown', 'body.account', undefined]);
    expect(await told(receipt({ account: '430' }))).toEqual([400, 'input.invalid', 'body.account', undefined]);
    expect((await receipt({ account: '572' })).status).toBe(201);
    const entry = (lines: object[]) => ledger(tenant, 'postEntry', { body: { date: '2026-03-10', text: 'X', lines } });
    expect(await told(entry([line('5730001', '10.00'), line('572', '-10.00')]))).toEqual([
      ...[422, 'account.currency', 'body.lines.0.account', 'missing'],
    ]);
    expect(await told(entry([line('570', '10.00', { foreign: usd('9.00') }), line('572', '-10.00')]))).toEqual([
      ...[422, 'account.currency', 'body.lines.0.account', 'none'],
    ]);
    const below = await ledger(tenant, 'createAccount', { body: { code: '5720001', name: 'X', currency: 'USD' } });
    expect([below.status, below.body.code, below.body.params.why]).toEqual([400, 'account.currency', 'place']);
  });
});
