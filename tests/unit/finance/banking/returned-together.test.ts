import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { CreditExposures, Customers, exposureId } from '../../../../shared/domain/crm/customers/customer.ts';
import { onlySum } from '../../../../shared/domain/finance/banking/returned-together.ts';
import { Invoices } from '../../../../shared/domain/finance/receivables/invoice.ts';
import { create } from '../../../../shared/kernel/record.ts';
import { idFrom } from '../../../../shared/runtime/fingerprint.ts';
import { norma43 } from '../../../support/bank-samples.ts';
import { bankingOf } from '../../../support/banking.ts';
import { newTenant } from '../../../support/call.ts';
import { newCompany } from '../../../support/company.ts';
import { useMemoryTable } from '../../../support/memory-table.ts';
import { eur, postings, receivablesOf } from '../../../support/receivables.ts';
import { IBAN, OTHER_IBAN, treasuryOf } from '../../../support/treasury.ts';

const table = useMemoryTable({ openWork: true, lists: true });
const on = (day: string) => vi.setSystemTime(new Date(`${day}T10:00:00Z`));
beforeAll(() => void vi.useFakeTimers({ toFake: ['Date'] }));
afterAll(() => void vi.useRealTimers());
beforeEach(() => {
  table.clear();
  on('2026-03-02');
});
const MARCH = { opening: 1_000_000, from: '2026-03-01', to: '2026-03-31' };
const address = { street: 'Mayor 1', postalCode: '28001', city: 'Madrid', country: 'ES' };

/** Customers whom the bank has debited with each amount net of 21 % VAT, and a line of what came back. */
async function debited(nets: Readonly<Record<string, string>>, back: number, text = 'DEVOLUCION REMESA') {
  const tenant = newTenant();
  await newCompany(tenant);
  const [bank, sales, runs] = [bankingOf(tenant), receivablesOf(tenant), treasuryOf(tenant)];
  for (const by of ['ana', 'bea', 'carlos']) await bank.ask(by, 'GET /banking/accounts', undefined, { roles: ['accountant'] });
  const account = await bank.account();
  const invoices: string[] = [];
  for (const [name, net] of Object.entries(nets)) {
    const id = idFrom('cus', tenant, name);
    const limit = { creditLimit: 1_000_000 };
    await bank.records.commit([
      create(Customers, id, { name, taxId: 'B58378431', paymentDays: 0, address, ...limit }),
      create(CreditExposures, exposureId(id), { exposure: 0 }),
    ]);
    await runs.done('ana', 'POST /treasury/mandates', { customerId: id, iban: OTHER_IBAN, signedOn: '2026-03-01' });
    invoices.push((await sales.invoice(id, net, { date: '2026-03-02' })).id);
  }
  on('2026-03-10');
  const run = await runs.done('ana', 'POST /treasury/debit-runs', { iban: IBAN });
  await runs.approve('bea', run.id);
  await runs.send(run.id);
  on('2026-03-31');
  const all = run.payments.reduce((sum: number, { amount }: { amount: { amount: string } }) => sum + Number(amount.amount) * 100, 0);
  await bank.take(
    norma43(
      [
        { date: '2026-03-11', amount: Math.round(all), text: 'REMESA DE ADEUDOS' },
        { date: '2026-03-16', amount: back, text },
      ],
      MARCH,
    ),
  );
  const [collected, line] = await bank.lines(account.id);
  await bank.match('ana', collected.id, [{ as: 'run', runId: run.id }]);
  const open = () => Promise.all(invoices.map(async (id) => (await bank.records.getOrThrow(Invoices, id)).open));
  const states = async () =>
    (await runs.done('ana', `GET /treasury/payment-runs/${run.id}`)).payments.map(({ state }: { state: string }) => state);
  const noOf = (name: string): number => run.payments.find(({ partyName }: { partyName: string }) => partyName === name).no;
  const offered = async () => (await bank.done('ana', `GET /banking/lines/${line.id}/candidates`)).items;
  const exposure = (name: string) => bank.records.getOrThrow(CreditExposures, exposureId(idFrom('cus', tenant, name)));
  return { bank, runs, run, line, open, states, noOf, offered, exposure };
}

it('returns that were booked together are proposed with their fee where one set alone fits, and each invoice is open again', async () => {
  // 121.00 + 242.00 + 7.00 of fee; 60.50 stays paid. Other pairs come to 181.50 and 302.50, all three to 423.50.
  const shop = await debited({ Uno: '100.00', Dos: '200.00', Tres: '50.00' }, -37_000);
  const { bank, run, line, open, states, noOf, offered, exposure } = shop;
  expect(await open()).toEqual([0, 0, 0]);
  const [proposed, ...singles] = await offered();
  const part = (name: string) => ({ as: 'return', runId: run.id, no: noOf(name), code: 'MS03', recharge: false });
  expect(proposed.parts).toHaveLength(3);
  expect(proposed.parts).toEqual(expect.arrayContaining([part('Uno'), part('Dos'), { as: 'entry', account: '626', amount: eur('-7.00') }]));
  expect([proposed.amount, proposed.tie, proposed.reasons]).toEqual([
    eur('-370.00'),
    false,
    [{ code: 'returned_together', params: { count: 2 } }],
  ]);
  // Each by itself is there to be picked.
  expect(
    singles.map(({ amount }: { amount: { amount: string } }) => Number(amount.amount)).toSorted((a: number, b: number) => a - b),
  ).toEqual([-242, -121, -60.5]);
  const matched = await bank.match('ana', line.id, proposed.parts);
  expect(matched.entries.flatMap(postings).toSorted()).toEqual([
    ['430', '121.00', '0.00'],
    ['430', '242.00', '0.00'],
    ['572', '0.00', '121.00'],
    ['572', '0.00', '242.00'],
    ['572', '0.00', '7.00'],
    ['626', '7.00', '0.00'],
  ]);
  expect(await open()).toEqual([12_100, 24_200, 0]);
  expect((await states()).toSorted()).toEqual(['paid', 'returned', 'returned']);
  expect([(await exposure('Uno')).exposure, (await exposure('Dos')).exposure, (await exposure('Tres')).exposure]).toEqual([
    12_100, 24_200, 0,
  ]);
  // Undone, all of it is paid as before.
  const undone = await bank.unmatch('ana', line.id);
  expect(undone.undone.map(({ as, how }: { as: string; how: string }) => [as, how]).toSorted()).toEqual([
    ['entry', 'reversed'],
    ['return', 'reversed'],
    ['return', 'reversed'],
  ]);
  expect(await open()).toEqual([0, 0, 0]);
  expect(await states()).toEqual(['paid', 'paid', 'paid']);
});

it('where two sets fit nothing is proposed: a person picks the debits, and what they leave is the fee', async () => {
  // 121.00 twice and 121.50: every pair is within 30 EUR of 250.00.
  const shop = await debited({ Uno: '100.00', Dos: '100.00', Tres: '100.41' }, -25_000);
  const { bank, line, open, offered } = shop;
  const items = await offered();
  expect(items.map(({ parts }: { parts: { as: string }[] }) => parts.map(({ as }) => as))).toEqual([['return'], ['return'], ['return']]);
  const twice = [...items[0].parts, ...items[0].parts];
  expect((await bank.refused('ana', `POST /banking/lines/${line.id}/match`, { parts: twice })).slice(0, 2)).toEqual([
    400,
    'bank_line.parts',
  ]);
  expect(
    (await bank.refused('ana', `POST /banking/lines/${line.id}/match`, { parts: [...items[0].parts, ...items[1].parts] })).slice(0, 2),
  ).toEqual([422, 'bank_line.sum']);
  const sum = [items[0], items[1]].reduce((total, { amount }) => total - Number(amount.amount) * 100, 0);
  const fee = ((25_000 - Math.round(sum)) / 100).toFixed(2);
  const parts = [...items[0].parts, ...items[1].parts, { as: 'entry', account: '626', amount: eur(`-${fee}`) }];
  await bank.match('ana', line.id, parts);
  expect((await open()).filter((each) => each > 0)).toHaveLength(2);
});

it('one set alone: as trying every set says', () => {
  const [amount, fee] = [fc.integer({ min: 1, max: 60 }), fc.integer({ min: 0, max: 6 })];
  fc.assert(
    fc.property(fc.array(amount, { maxLength: 8 }), fc.integer({ min: 1, max: 200 }), fee, (amounts, total, most) => {
      const sets = Array.from({ length: 2 ** amounts.length }, (_, bits) => amounts.map((__, i) => i).filter((i) => (bits >> i) & 1));
      const fitting = sets.filter((set) => {
        const left = total - set.reduce((sum, i) => sum + (amounts[i] ?? 0), 0);
        return set.length > 1 && left >= 0 && left <= most;
      });
      expect(onlySum(amounts, total, most)).toEqual(fitting.length === 1 ? fitting[0] : undefined);
    }),
  );
});
