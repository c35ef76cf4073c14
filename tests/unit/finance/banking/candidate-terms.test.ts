import { afterAll, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { norma43 } from '../../../support/bank-samples.ts';
import { bankingOf } from '../../../support/banking.ts';
import { newTenant } from '../../../support/call.ts';
import { newCompany } from '../../../support/company.ts';
import { currenciesOf, money } from '../../../support/currencies.ts';
import { useMemoryTable } from '../../../support/memory-table.ts';
import { receivablesOf } from '../../../support/receivables.ts';

const table = useMemoryTable({ openWork: true, lists: true });
beforeAll(() => void vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-04-02T10:00:00Z') }));
afterAll(() => void vi.useRealTimers());
beforeEach(() => table.clear());

const MARCH = { opening: 10_000_000, from: '2026-03-01', to: '2026-03-31' };
const eur = (amount: string) => money(amount, 'EUR');
const usd = (amount: string) => money(amount, 'USD');

/** A company whose runs post by rules alone: what the engine is sure of waits for a person. */
async function company(policies: Parameters<typeof newCompany>[1] = {}) {
  const tenant = newTenant();
  const { customerId } = await newCompany(tenant, policies, 100_000_000);
  const bank = bankingOf(tenant);
  for (const by of ['ana', 'bea']) await bank.ask(by, 'GET /banking/accounts', undefined, { roles: ['accountant'] });
  const current = await bank.account();
  const told = async (...movements: Parameters<typeof norma43>[0]) => {
    await bank.take(norma43(movements, MARCH));
    return bank.lines(current.id);
  };
  const candidates = async (lineId: string) => (await bank.done('ana', `GET /banking/lines/${lineId}/candidates`)).items;
  return { tenant, customerId, bank, current, told, candidates };
}

it('an invoice in dollars that a run would propose is proposed to a person, each amount in its own currency, and settled as it is sent', async () => {
  const { tenant, customerId, bank, current, told, candidates } = await company();
  const [books, sales] = [currenciesOf(tenant), receivablesOf(tenant)];
  await books.rate('2026-03-02', { USD: '1.10' });
  await books.rate('2026-03-16', { USD: '1.00' });
  const draft = await sales.draft(customerId, '1', {
    ...{ date: '2026-03-02', currency: 'USD' },
    lines: [{ name: 'Consulting', quantity: '1', price: '1100', taxCode: 'EXENTO' }],
  });
  const invoice = await sales.done(`POST /invoice-drafts/${draft.id}/issue`, {});
  const text = `TRANSFERENCIA DE CLIENTE DE PRUEBA ${invoice.number}`;
  const [line] = await told({ date: '2026-03-16', amount: 108_900, text });
  expect((await bank.run(current.id)).counts).toMatchObject({ proposed: 1, byEngine: 0 });
  const [first] = await candidates(line.id);
  // Worth 1,100.00 euros on the day, of which the bank gave 1,089.00.
  expect(first).toMatchObject({ amount: eur('1089.00'), documents: [{ id: invoice.id, open: usd('1100.00'), amount: usd('1100.00') }] });
  expect(first.parts).toEqual([
    {
      ...{ as: 'receipt', customerId, amount: eur('1089.00'), paid: usd('1100.00') },
      allocations: [{ invoiceId: invoice.id, amount: usd('1100.00') }],
    },
  ]);
  expect((await bank.match('ana', line.id, first.parts)).state).toBe('matched');
  expect((await sales.done(`GET /invoices/${invoice.id}`)).open).toEqual(eur('0.00'));
});

it.each([
  // 1,100.00 euros on the day: 8 percent are 88.00, 1 percent is 11.00.
  ['8', 102_300, 1],
  ['1', 106_700, 0],
])(
  'with %s percent of difference by the rate, an invoice in dollars is shown as a run takes it',
  async (bankMatchingRate, amount, proposed) => {
    const { tenant, customerId, bank, current, told, candidates } = await company({ bankMatchingRate });
    const [books, sales] = [currenciesOf(tenant), receivablesOf(tenant)];
    await books.rate('2026-03-02', { USD: '1.10' });
    await books.rate('2026-03-16', { USD: '1.00' });
    const draft = await sales.draft(customerId, '1', {
      ...{ date: '2026-03-02', currency: 'USD' },
      lines: [{ name: 'Consulting', quantity: '1', price: '1100', taxCode: 'EXENTO' }],
    });
    const invoice = await sales.done(`POST /invoice-drafts/${draft.id}/issue`, {});
    const [line] = await told({ date: '2026-03-16', amount, text: `TRANSFERENCIA DE CLIENTE DE PRUEBA ${invoice.number}` });
    expect((await bank.run(current.id)).counts).toMatchObject({ proposed, byEngine: 0 });
    const found = await candidates(line.id);
    expect(found).toHaveLength(proposed);
  },
);

it('what a rule took and a person has undone is proposed by the rule, as the run says', async () => {
  const { bank, current, told, candidates } = await company();
  const [line] = await told({ date: '2026-03-05', amount: -350, text: 'COMISION MANTENIMIENTO' });
  await bank.ruleOn({
    name: 'Comisiones',
    conditions: { direction: 'out', texts: ['comision'] },
    action: { entry: { lines: [{ account: '626' }] } },
  });
  expect((await bank.run(current.id)).counts).toMatchObject({ byRule: 1 });
  await bank.unmatch('ana', line.id);
  expect((await bank.run(current.id)).counts).toMatchObject({ byRule: 0, proposed: 1 });
  const [first] = await candidates(line.id);
  expect(first).toMatchObject({ tie: false, amount: eur('-3.50'), documents: [] });
  expect(first.parts).toEqual([{ as: 'entry', account: '626', amount: eur('-3.50') }]);
});

it('what a rule lets differ stands against the account of the rule', async () => {
  const { tenant, customerId, bank, current, told, candidates } = await company();
  const invoice = await receivablesOf(tenant).invoice(customerId, '1000.00', { date: '2026-03-02' });
  const text = `TRANSFERENCIA DE CLIENTE DE PRUEBA ${invoice.number}`;
  // 1,210.00 less 25.00: as if the bank had kept a fee, which is 626 where no rule says otherwise.
  const [line] = await told({ date: '2026-03-16', amount: 118_500, text });
  const differenceOf = async () => (await candidates(line.id))[0].parts.find(({ as }: { as: string }) => as === 'entry');
  expect(await differenceOf()).toMatchObject({ account: '626', amount: eur('-25.00') });
  await bank.ruleOn({
    name: 'Gastos',
    conditions: { direction: 'in' },
    action: { difference: { of: 'fee', upTo: eur('30.00'), account: '669' } },
  });
  expect((await bank.run(current.id)).counts).toMatchObject({ proposed: 1 });
  expect(await differenceOf()).toMatchObject({ account: '669', amount: eur('-25.00') });
});
