import { compareBalances, type MonthComparison, rebuildBalances } from '../../../functions/finance/ledger/balance-rebuild-store.ts';
import { periodsOf } from '../../../functions/finance/ledger/period-store.ts';
import { compareWithheld, rebuildWithheld } from '../../../functions/finance/tax/withheld-rebuild-store.ts';
import { COMPANY_ID, Companies } from '../../../shared/domain/platform/company/company.ts';
import { Records } from '../../../shared/runtime/records.ts';

/** The balances of a company's month before and after they were folded again. */
export interface Rebuilt {
  readonly before: MonthComparison;
  /** Absent where there was nothing to put right, or nothing was to be. */
  readonly after?: MonthComparison;
}

/** Compares the balances of all months with their entries, and puts right those that differ unless it is to look alone. */
export async function* rebuiltMonths(tenant: string, { onlyCompare = false } = {}): AsyncGenerator<Rebuilt> {
  const records = new Records(tenant, { by: 'operator', request: 'operate', action: 'rebuildBalances', at: new Date() });
  const { fiscalYears } = await records.getOrThrow(Companies, COMPANY_ID);
  for (const month of periodsOf(fiscalYears)) {
    const before = onlyCompare ? await compareBalances(records, month) : await rebuildBalances(records, month);
    const isRight = before.differences.length + before.shards.length === 0;
    yield onlyCompare || isRight ? { before } : { before, after: await compareBalances(records, month) };
  }
}

/** What is kept as withheld of recipients, beside its documents: what differed, put right unless it is to look alone. */
export async function rebuiltWithheld(tenant: string, { onlyCompare = false } = {}): Promise<readonly string[]> {
  const records = new Records(tenant, { by: 'operator', request: 'operate', action: 'rebuildWithheld', at: new Date() });
  const { fiscalYears } = await records.getOrThrow(Companies, COMPANY_ID);
  const differences = await (onlyCompare ? compareWithheld : rebuildWithheld)(records, fiscalYears);
  const state = differences.length > 0 ? `: ${onlyCompare ? 'nothing put right' : 'put right'}` : '';
  return [
    `withheld  ${differences.length} figures differ${state}`,
    ...differences.map(({ id, figure, stored, expected }) => `  ${id} ${figure}: ${stored}, documents say ${expected}`),
  ];
}

/** A month in a line, and each figure that differs below it. */
export function monthText({ before, after }: Rebuilt): string[] {
  const { month, entries, missing, differences, shards } = before;
  const state = after ? `put right; ${after.differences.length + after.shards.length} differ now` : 'nothing put right';
  return [
    `${month}  ${entries} entries  ${differences.length} figures and ${shards.length} checkpoints differ${differences.length + shards.length > 0 ? `: ${state}` : ''}`,
    ...differences.map(({ pk, sk, field, stored, expected }) => `  ${pk.split('#')[2]} ${sk} ${field}: ${stored}, entries say ${expected}`),
    ...missing.map((no) => `  ${no} has a number and no document`),
  ];
}
