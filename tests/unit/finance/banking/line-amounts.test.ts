import { afterAll, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { norma43 } from '../../../support/bank-samples.ts';
import { bankingOf } from '../../../support/banking.ts';
import { newTenant } from '../../../support/call.ts';
import { newCompany } from '../../../support/company.ts';
import { withFault } from '../../../support/faults.ts';
import { useMemoryTable } from '../../../support/memory-table.ts';

const table = useMemoryTable({ openWork: true, lists: true });
beforeAll(() => void vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-04-02T10:00:00Z') }));
afterAll(() => void vi.useRealTimers());
beforeEach(() => table.clear());

/** Fifteen lines that wait, of 1.00 to 15.00. */
async function company() {
  const tenant = newTenant();
  await newCompany(tenant);
  const bank = bankingOf(tenant);
  await bank.ask('ana', 'GET /banking/accounts', undefined, { roles: ['accountant'] });
  const { id: bankAccountId } = await bank.account();
  const days = Array.from({ length: 15 }, (_, i) => ({
    date: `2026-03-${String(i + 1).padStart(2, '0')}`,
    amount: -100 * (i + 1),
    text: 'X',
  }));
  await bank.take(norma43(days, { opening: 1_000_000, from: '2026-03-01', to: '2026-03-31' }));
  const query = { bankAccountId, state: 'open', amount: '15.00' };
  return { bank, query };
}

it('the lines of an amount are looked for in a part of a long queue, and the cursor goes on from there', async () => {
  const { bank, query } = await company();
  let pages = 0;
  const read = async (more: object = {}) => {
    pages = 0;
    const { result } = await withFault(
      (send, { input }) => {
        // The index gives two rows at once, where it would give a megabyte.
        const asked = input as { IndexName?: string; Limit?: number };
        if (asked.IndexName === 'open') {
          asked.Limit = 2;
          pages += 1;
        }
        return send();
      },
      (_, name) => name.startsWith('Query'),
      () => bank.done('ana', 'GET /banking/lines', undefined, { query: { ...query, ...more } }),
    );
    return result as { items: { amount: object }[]; nextCursor?: string };
  };
  const first = await read();
  expect([first.items, typeof first.nextCursor, pages]).toEqual([[], 'string', 4]);
  // Eight lines were looked at: the seven that are left have the fifteenth.
  const second = await read({ cursor: first.nextCursor });
  expect(second.items).toMatchObject([{ amount: { amount: '-15.00', currency: 'EUR' } }]);
  expect(pages).toBeLessThanOrEqual(4);
});

it('an amount with more decimals than the currency has is refused, and not rounded', async () => {
  const { bank, query } = await company();
  const asked = (amount: string) => bank.ask('ana', 'GET /banking/lines', undefined, { query: { ...query, amount } });
  expect((await asked('15.000')).body.items).toHaveLength(1);
  expect((await asked('14.999')).body).toMatchObject({ status: 400, code: 'input.invalid', field: 'query.amount' });
});
