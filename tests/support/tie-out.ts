import { expect } from 'vitest';
import { Stocks } from '../../shared/domain/inventory/stock/stock.ts';
import { listRecords } from '../../shared/runtime/lists.ts';
import type { TestCompany } from './company.ts';
import { entriesOf } from './projection.ts';

/** Balances of all accounts, from the entries of all documents. Minor units, debits positive. */
async function balancesOf(tenant: string): Promise<Record<string, number>> {
  const balances: Record<string, number> = {};
  for (const { entry } of await entriesOf(tenant))
    for (const { account, amount } of entry.lines) balances[account] = (balances[account] ?? 0) + amount;
  return balances;
}

/** What all stock of the main warehouse is worth. Minor units. */
async function stockValueOf({ records }: Pick<TestCompany, 'records'>): Promise<number> {
  let value = 0;
  for (let cursor: string | undefined, more = true; more; more = cursor !== undefined) {
    const page = await listRecords(records, Stocks, { buckets: ['main'], order: 'asc', limit: 100, cursor });
    value += page.items.reduce((sum, stock) => sum + stock.value, 0);
    cursor = page.nextCursor;
  }
  return value;
}

/**
 * The books balance, and the stock is worth what account 300 says.
 * @param opening what the stock was worth that came without an entry. @returns the balances.
 */
export async function expectTieOut(company: Pick<TestCompany, 'records' | 'tenant'>, opening: number): Promise<Record<string, number>> {
  const balances = await balancesOf(company.tenant);
  expect(Object.values(balances).reduce((sum, amount) => sum + amount, 0)).toBe(0);
  expect(await stockValueOf(company)).toBe(opening + (balances['300'] ?? 0));
  return balances;
}
