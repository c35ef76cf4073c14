import { afterAll, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { Invoices } from '../../../../shared/domain/finance/receivables/invoice.ts';
import { norma43 } from '../../../support/bank-samples.ts';
import { bankingOf } from '../../../support/banking.ts';
import { newTenant } from '../../../support/call.ts';
import { newCompany } from '../../../support/company.ts';
import { currenciesOf, money } from '../../../support/currencies.ts';
import { books as ledger } from '../../../support/ledger.ts';
import { useMemoryTable } from '../../../support/memory-table.ts';
import { payablesOf } from '../../../support/payables.ts';
import { projectCompany } from '../../../support/projection.ts';
import { postings, receivablesOf } from '../../../support/receivables.ts';

const table = useMemoryTable({ openWork: true, lists: true });
beforeAll(() => void vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-04-02T10:00:00Z') }));
afterAll(() => void vi.useRealTimers());
beforeEach(() => table.clear());

const USD_IBAN = 'ES7921000813610123456789';
const usd = (amount: string) => money(amount, 'USD');
const eur = (amount: string) => money(amount, 'EUR');
const MARCH = { iban: USD_IBAN, opening: 0, from: '2026-03-01', to: '2026-03-31', currency: '840' };

/** A company with an account in dollars, and a customer who owes 1,100 of them: 1,000.00 euros on their day. */
async function company() {
  const tenant = newTenant();
  const { customerId } = await newCompany(tenant, {}, 100_000_000);
  const [bank, sales, books] = [bankingOf(tenant), receivablesOf(tenant), currenciesOf(tenant)];
  for (const by of ['ana', 'bea']) await bank.ask(by, 'GET /banking/accounts', undefined, { roles: ['accountant'] });
  await ledger(tenant, 'createAccount', { body: { code: '5730001', name: 'Bank of Maine', currency: 'USD' } });
  const account = await bank.account({ name: 'Dólares', iban: USD_IBAN, account: '5730001', currency: 'USD' });
  await books.rate('2026-03-02', { USD: '1.10' });
  await books.rate('2026-03-16', { USD: '1.00' });
  await books.rate('2026-03-20', { USD: '1.25' });
  const draft = await sales.draft(customerId, '1', {
    ...{ date: '2026-03-02', currency: 'USD' },
    lines: [{ name: 'Consulting', quantity: '1', price: '1100', taxCode: 'EXENTO' }],
  });
  const invoice = await sales.done(`POST /invoice-drafts/${draft.id}/issue`, {});
  /** The bank's lines of March. */
  const told = async (...movements: Parameters<typeof norma43>[0]) => {
    await bank.take(norma43(movements, MARCH));
    return bank.lines(account.id);
  };
  return { tenant, customerId, bank, sales, books, account, invoice, told };
}

const receipt = (customerId: string, invoiceId: string, amount: string) => ({
  ...{ as: 'receipt', customerId, amount: usd(amount) },
  allocations: [{ invoiceId, amount: usd(amount) }],
});

it('an account in dollars: each part paid settles at its own rate, and bank and books agree in dollars', async () => {
  const { bank, told, account, customerId, invoice, books, tenant } = await company();
  const [first, fee, rest] = await told(
    { date: '2026-03-16', amount: 440_00, text: 'PAYMENT ON ACCOUNT' },
    { date: '2026-03-20', amount: -10_00, text: 'WIRE FEE' },
    { date: '2026-03-20', amount: 660_00, text: `PAYMENT ${invoice.number}` },
  );
  expect(first.amount).toEqual(usd('440.00'));
  const one = await bank.match('ana', first.id, [receipt(customerId, invoice.id, '440.00')]);
  expect(one.match.parts).toMatchObject([{ as: 'receipt', amount: usd('440.00') }]);
  // 440 dollars were carried at 400.00 of the 1,000.00, and came at one to one.
  expect(one.entries.map(postings)).toEqual([
    [
      ['5730001', '440.00', '0.00'],
      ['430', '0.00', '440.00'],
    ],
  ]);
  const [proposal] = (await bank.done('ana', `GET /banking/lines/${rest.id}/candidates`)).items;
  expect(proposal).toMatchObject({ tie: false, amount: usd('660.00'), documents: [{ id: invoice.id, open: usd('660.00') }] });
  expect(proposal.parts).toEqual([receipt(customerId, invoice.id, '660.00')]);
  // 660 at 1.25 are 528.00, and were carried at 600.00.
  await bank.match('ana', rest.id, proposal.parts);
  const charged = await bank.match('ana', fee.id, [{ as: 'entry', account: '626', amount: usd('-10.00') }]);
  expect(charged.entries[0].lines.map(({ account: code, foreign }: Record<string, unknown>) => [code, foreign])).toEqual([
    ['5730001', usd('-10.00')],
    ['626', undefined],
  ]);
  expect(postings(charged.entries[0])).toEqual([
    ['5730001', '0.00', '8.00'],
    ['626', '8.00', '0.00'],
  ]);
  const results = (await books.done('bea', 'GET /exchange-differences')).items.map(({ result }: { result: object }) => result);
  expect(results.toSorted((a: { amount: string }, b: { amount: string }) => Number(a.amount) - Number(b.amount))).toEqual([
    eur('-72.00'),
    eur('40.00'),
  ]);
  expect((await bank.records.getOrThrow(Invoices, invoice.id)).open).toBe(0);
  await projectCompany(tenant);
  expect(await bank.done('ana', `GET /banking/accounts/${account.id}/reconciliation`)).toMatchObject({
    ...{ currency: 'USD', bank: usd('1090.00'), ledger: usd('1090.00'), ledgerInEuros: eur('960.00') },
    ...{ openLines: { count: 0 }, entries: [], unexplained: usd('0.00') },
  });
  // Undone, the invoice owes its dollars again at what the books carried.
  await bank.unmatch('ana', first.id);
  expect(await bank.records.getOrThrow(Invoices, invoice.id)).toMatchObject({ open: 400_00, foreign: { open: 440_00 } });
});

it('an account in euros has euros for an invoice in dollars: the difference is what the bank gave for them', async () => {
  const { bank, customerId, invoice, books } = await company();
  const account = await bank.account();
  await bank.take(
    norma43([{ date: '2026-03-16', amount: 1_050_00, text: 'TRANSFERENCIA EXTERIOR' }], {
      opening: 0,
      from: '2026-03-01',
      to: '2026-03-31',
    }),
  );
  const [line] = await bank.lines(account.id);
  const part = { ...receipt(customerId, invoice.id, '1100.00'), amount: eur('1050.00'), paid: usd('1100.00') };
  const matched = await bank.match('ana', line.id, [part]);
  expect(matched.match.parts).toMatchObject([{ amount: eur('1050.00') }]);
  expect((await bank.records.getOrThrow(Invoices, invoice.id)).open).toBe(0);
  expect((await books.done('bea', 'GET /exchange-differences')).items).toMatchObject([{ result: eur('50.00') }]);
});

it('pays a bill in dollars, at the rate that is told for the line', async () => {
  const { bank, tenant, told } = await company();
  const purchases = payablesOf(tenant);
  const supplier = await purchases.supplier({
    name: 'Maine Looms',
    country: 'US',
    account: '400',
    expenseAccount: '600',
    taxCode: 'EXENTO',
  });
  const bill = await purchases.done('carlos', 'POST /payables/bills', {
    ...{ supplierId: supplier.id, reference: 'ML-7', date: '2026-03-02', receivedOn: '2026-03-02' },
    lines: [{ text: 'Cloth', net: usd('550.00'), account: '600', taxCode: 'EXENTO' }],
  });
  const [line] = await told({ date: '2026-03-20', amount: -550_00, text: 'MAINE LOOMS ML-7' });
  const [proposal] = (await bank.done('ana', `GET /banking/lines/${line.id}/candidates`)).items;
  expect(proposal.documents).toMatchObject([{ kind: 'supplier-bill', id: bill.id, amount: usd('-550.00') }]);
  // 550 / 1.20 = 458.33, and were carried at 500.00.
  const matched = await bank.match('bea', line.id, proposal.parts, { rate: '1.20' });
  expect(matched.entries.map(postings)).toEqual([
    [
      ['400', '458.33', '0.00'],
      ['5730001', '0.00', '458.33'],
    ],
  ]);
});

it('takes no amount in another currency, and no day without a rate', async () => {
  const { bank, told } = await company();
  const [line, early] = await told(
    { date: '2026-03-16', amount: 1_00, text: 'INTEREST' },
    { date: '2026-03-31', amount: 1_00, text: 'INTEREST' },
  );
  const route = (id: string) => `POST /banking/lines/${id}/match`;
  const entry = (amount: object) => ({ parts: [{ as: 'entry', account: '769', amount }] });
  expect(await bank.refused('ana', route(line.id), entry(eur('1.00')))).toEqual([400, 'bank_line.currency', 'body.parts.0.amount']);
  expect(await bank.refused('ana', route(early.id), entry(usd('1.00')))).toEqual([422, 'rate.missing', 'body.rate']);
  expect((await bank.match('ana', early.id, entry(usd('1.00')).parts, { rate: '1.25' })).entries.map(postings)).toEqual([
    [
      ['5730001', '0.80', '0.00'],
      ['769', '0.00', '0.80'],
    ],
  ]);
});

it('a line in euros is offered what is open in dollars, at the rate of its day and as the bank tells it', async () => {
  const { bank, invoice } = await company();
  const current = await bank.account();
  await bank.take(
    norma43(
      [
        // 1,100 dollars at 1.25 are 880.00; the bank kept a little.
        { date: '2026-03-20', amount: 875_00, text: `TRANSFERENCIA ${invoice.number}` },
        { date: '2026-03-20', amount: 300_00, text: `TRANSFERENCIA ${invoice.number}` },
      ],
      { opening: 0, from: '2026-03-01', to: '2026-03-31' },
    ),
  );
  const [line, other] = await bank.lines(current.id);
  const candidates = async (id: string) => (await bank.done('ana', `GET /banking/lines/${id}/candidates`)).items;
  const [first] = await candidates(line.id);
  expect(first).toMatchObject({
    ...{ tie: false, amount: eur('875.00') },
    documents: [{ id: invoice.id, open: usd('1100.00'), amount: usd('1100.00') }],
    reasons: expect.arrayContaining([expect.objectContaining({ code: 'fx_difference' })]),
  });
  // Far from the rate, nobody says what is left of it.
  expect(await candidates(other.id)).toEqual([]);
  const matched = await bank.match('ana', line.id, first.parts);
  expect(matched.match.parts).toMatchObject([{ as: 'receipt', amount: eur('875.00') }]);
  // It was carried at 1,000.00.
  expect(await bank.records.getOrThrow(Invoices, invoice.id)).toMatchObject({ open: 0, foreign: { open: 0 } });
});
