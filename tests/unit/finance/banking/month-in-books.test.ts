import { beforeEach, expect, it } from 'vitest';
import { figuresOf, runEngine, takeMonth } from '../../../../infra/tools/bench/bank-lines.ts';
import { HOLD_OUT } from '../../../../infra/tools/bench/bank-month/hold-out.ts';
import { bankMonth } from '../../../../infra/tools/bench/bank-month/month.ts';
import { monthInBooks } from '../../../../infra/tools/bench/bank-month/month-books.ts';
import { USUAL } from '../../../../infra/tools/bench/bank-month/profile.ts';
import { templatesOf } from '../../../../infra/tools/bench/bank-month/templates.ts';
import { benchCompany } from '../../../../infra/tools/bench/company.ts';
import { newTenant } from '../../../support/call.ts';
import { useMemoryTable } from '../../../support/memory-table.ts';

const table = useMemoryTable({ openWork: true, lists: true });
beforeEach(() => table.clear());

it.each([
  ['usual', USUAL],
  ['held out', HOLD_OUT],
] as const)('a month in the books of a company is matched from its statement to its entries: %s', async (_, profile) => {
  const templates = await templatesOf(await benchCompany(newTenant(), 1));
  const { records } = await benchCompany(newTenant(), 1);
  const books = await monthInBooks(records, bankMonth('libros-1', { lines: 250, open: 250, profile }), templates);
  await takeMonth(records, books);
  const { state, counts } = await runEngine(records, books);
  const figures = await figuresOf(records, books);
  expect([state, counts.refused, counts.byRule + counts.byEngine]).toEqual(['done', 0, figures.posted]);
  expect(figures).toMatchObject({ ties: 0 });
  expect(figures.precision).toBeGreaterThanOrEqual(0.995);
  expect(figures.recall).toBeGreaterThanOrEqual(0.9);
});
