import { beforeEach, expect, it } from 'vitest';
import { habitsOf } from '../../../../functions/finance/banking/habit-store.ts';
import { handler as matchBankLines } from '../../../../functions/finance/banking/match-bank-lines.task.ts';
import { runWorld } from '../../../../functions/finance/banking/match-world.ts';
import { takeMonth } from '../../../../infra/tools/bench/bank-lines.ts';
import { HOLD_OUT } from '../../../../infra/tools/bench/bank-month/hold-out.ts';
import { bankMonth } from '../../../../infra/tools/bench/bank-month/month.ts';
import { type MonthBooks, monthInBooks } from '../../../../infra/tools/bench/bank-month/month-books.ts';
import { USUAL } from '../../../../infra/tools/bench/bank-month/profile.ts';
import { templatesOf } from '../../../../infra/tools/bench/bank-month/templates.ts';
import { benchCompany } from '../../../../infra/tools/bench/company.ts';
import { decided, lineLook } from '../../../../shared/domain/finance/banking/auto-match.ts';
import { BankLines } from '../../../../shared/domain/finance/banking/bank-line.ts';
import { MatchRuns, NO_COUNTS } from '../../../../shared/domain/finance/banking/match-run.ts';
import { matchLine } from '../../../../shared/domain/finance/banking/matching.ts';
import { COMPANY_ID, Companies } from '../../../../shared/domain/platform/company/company.ts';
import { create } from '../../../../shared/kernel/record.ts';
import { idFrom } from '../../../../shared/runtime/fingerprint.ts';
import { openRows } from '../../../../shared/runtime/open-work.ts';
import type { Records } from '../../../../shared/runtime/records.ts';
import { bankingOf } from '../../../support/banking.ts';
import { newTenant } from '../../../support/call.ts';
import { useMemoryTable } from '../../../support/memory-table.ts';

const table = useMemoryTable({ openWork: true, lists: true });
beforeEach(() => table.clear());

/** A run of a company that accepts everything itself. */
async function runByHand(records: Records, { account }: MonthBooks) {
  const id = idFrom(MatchRuns.prefix, records.tenant, account.id, 'by-hand');
  const told = { bankAccountId: account.id, accountName: account.name, madeAt: new Date().toISOString() };
  await records.commit([
    create(MatchRuns, id, { ...told, state: 'running', mode: 'rules', threshold: 95, counts: NO_COUNTS, refused: [] }),
  ]);
  for (let left = true; left; )
    ({ left } = (await matchBankLines({ tenant: records.tenant, runId: id, execution: id } as never, {} as never)) as { left: boolean });
  return records.getOrThrow(MatchRuns, id);
}

it.each([
  ['usual', USUAL],
  ['held out', HOLD_OUT],
] as const)('what a run has for nearly certain stands first among what a person is shown: %s', async (_, profile) => {
  const templates = await templatesOf(await benchCompany(newTenant(), 1));
  const tenant = newTenant();
  const { records } = await benchCompany(tenant, 1);
  const books = await monthInBooks(records, bankMonth('libros-1', { lines: 120, open: 250, profile }), templates);
  await takeMonth(records, books);
  const run = await runByHand(records, books);
  const places = (await Array.fromAsync(openRows(tenant, BankLines, books.account.id))).flat();
  const company = await records.getOrThrow(Companies, COMPANY_ID);
  const world = await runWorld(records, run, { company, today: '2026-12-01' }, places);
  if (typeof world === 'string') throw new Error(world);
  const { done } = bankingOf(tenant);
  const lines = await records.getMany(
    BankLines,
    places.map(({ id }) => id),
  );
  const habits = await habitsOf(records, lines as never);
  const others: string[] = [];
  let proposed = 0;
  for (const stored of lines) {
    if (!stored) continue;
    const line = { ...stored, learnt: habits.get(stored.id) };
    if (decided(line, world.auto).as !== 'proposed') continue;
    proposed += 1;
    const { rules, options } = lineLook(line, world.auto);
    const [first] = matchLine(line, world.auto.index, rules, options).proposals;
    const wanted = (first?.parts ?? []).map(({ candidateId, amount }) => `${candidateId} ${amount}`).toSorted();
    const { items } = await done('ana', `GET /banking/lines/${line.id}/candidates`);
    type Document = { readonly id: string; readonly no?: number; readonly amount: { readonly amount: string } };
    const shown = ((items[0]?.documents ?? []) as Document[])
      .map(({ id, no, amount }) => `${no === undefined ? id : `${id}#${no}`} ${Math.round(Number(amount.amount) * 100)}`)
      .toSorted();
    if (shown.join() !== wanted.join()) others.push(`${line.amount} ${line.text}: ${shown.join()} for ${wanted.join()}`);
  }
  expect(proposed).toBe(run.counts.proposed);
  expect(proposed).toBeGreaterThan(40);
  expect(others).toEqual([]);
});
