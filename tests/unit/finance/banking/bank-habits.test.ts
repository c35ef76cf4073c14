import { afterAll, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { norma43 } from '../../../support/bank-samples.ts';
import { bankingOf } from '../../../support/banking.ts';
import { newTenant } from '../../../support/call.ts';
import { newCompany } from '../../../support/company.ts';
import { useMemoryTable } from '../../../support/memory-table.ts';
import { eur, receivablesOf } from '../../../support/receivables.ts';

const table = useMemoryTable({ openWork: true, lists: true });
beforeAll(() => void vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-04-20T10:00:00Z') }));
afterAll(() => void vi.useRealTimers());
beforeEach(() => table.clear());

/** A bank that names neither the customer nor the invoice: `INGRESO GRUPO ZETA HOLDING`. */
const TEXT = 'INGRESO GRUPO ZETA HOLDING';

async function company() {
  const tenant = newTenant();
  const { customerId } = await newCompany(tenant);
  const [bank, sales] = [bankingOf(tenant), receivablesOf(tenant)];
  await bank.ask('ana', 'GET /banking/accounts', undefined, { roles: ['accountant'] });
  const account = await bank.account();
  /** A statement of one line a day, each of an amount of its own. */
  const pay = (amounts: readonly number[], text = TEXT) =>
    bank.take(
      norma43(
        amounts.map((amount, i) => ({ date: `2026-04-0${i + 1}`, amount, text })),
        { opening: 0, from: '2026-04-01', to: '2026-04-09' },
      ),
    );
  return { customerId, bank, sales, account, pay };
}

it('what the bank writes of a payer is learnt: the third time their invoice is the first, and says why', async () => {
  const { customerId, bank, sales, account, pay } = await company();
  const invoices = [];
  for (const net of ['100.00', '200.00', '300.00']) invoices.push(await sales.invoice(customerId, net, { date: '2026-03-02' }));
  await pay([12100, 24200, 36300]);
  const lines = await bank.lines(account.id);
  for (const [i, line] of lines.slice(0, 2).entries()) {
    const amount = eur(['121.00', '242.00'][i] ?? '');
    const allocations = [{ invoiceId: invoices[i]?.id, amount }];
    await bank.match('ana', line.id, [{ as: 'receipt', customerId, amount, allocations }]);
  }
  const { items } = await bank.done('ana', `GET /banking/lines/${lines[2].id}/candidates`);
  expect(items[0].documents[0].id).toBe(invoices[2]?.id);
  expect(items[0].reasons).toContainEqual({ code: 'matched_before', params: { count: 2 } });
  const { items: habits } = await bank.done('ana', 'GET /banking/habits');
  expect(habits).toMatchObject([{ of: 'text', label: 'ingreso grupo zeta holding', matched: [{ to: customerId, count: 2 }] }]);
  // What is undone is not learnt.
  await bank.unmatch('ana', lines[1].id);
  expect((await bank.done('ana', 'GET /banking/habits')).items[0].matched).toMatchObject([{ count: 1 }]);
  // Forgotten, the bank's text says nothing again.
  await bank.done('ana', `DELETE /banking/habits/${habits[0].id}`);
  const after = await bank.done('ana', `GET /banking/lines/${lines[2].id}/candidates`);
  expect(after.items[0].reasons.map(({ code }: { code: string }) => code)).not.toContain('matched_before');
});

it('an account that lines went to twice is proposed for the third, as it is matched', async () => {
  const { bank, account, pay } = await company();
  await pay([-1500, -1600, -1700], 'CUOTA ASOCIACION COMERCIANTES');
  const lines = await bank.lines(account.id);
  for (const [i, line] of lines.slice(0, 2).entries())
    await bank.match('ana', line.id, [{ as: 'entry', account: '629', amount: eur(['-15.00', '-16.00'][i] ?? '') }]);
  const { items } = await bank.done('ana', `GET /banking/lines/${lines[2].id}/candidates`);
  expect(items).toMatchObject([{ tie: false, documents: [], parts: [{ as: 'entry', account: '629', amount: eur('-17.00') }] }]);
  expect(await bank.match('ana', lines[2].id, items[0].parts)).toMatchObject({ state: 'matched' });
});
