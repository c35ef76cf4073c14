import { tax } from '#api/finance/tax.ts';
import { balancesKey, taxSpan } from '#domain/finance/ledger/projection.ts';
import { exactly, spansFor, type TrialRow, trialRows } from '#domain/finance/ledger/trial-balance.ts';
import { type Draft303, draft303, M303, M303_FROM, operationOf, type TaxSum } from '#domain/finance/tax/m303.ts';
import { daysOfTaxPeriod, monthsOfTaxPeriod } from '#domain/finance/tax/tax-period.ts';
import { type Month, yearOf } from '#kernel/date.ts';
import { decimal } from '#kernel/decimal.ts';
import { refused } from '#kernel/errors.ts';
import { sumOf, toMinor } from '#kernel/money.ts';
import { readPartition } from '#runtime/partition.ts';
import { query, serveModule } from '../../platform/service.ts';
import { readBalances } from '../ledger/balance-store.ts';
import { readProjected } from '../ledger/trial-store.ts';

/** What some months of one year posted of each tax: one query of as many rows as there are taxes. */
async function readTaxes(tenant: string, months: readonly Month[]): Promise<TaxSum[]> {
  const rows = await readPartition(balancesKey(tenant, taxSpan(yearOf(months[0] ?? ''))));
  return rows.flatMap(({ sk, ...sums }) => {
    const [side, code = '', percent = '', corrects] = String(sk).split(':');
    const total = (letter: string) => months.reduce((sum, month) => sum + exactly(sums[`${letter}${month.slice(5)}`]), 0n);
    const [base, amount] = [total('b'), total('q')];
    if ((base === 0n && amount === 0n) || side === 'withheld') return [];
    return [{ side: side as TaxSum['side'], code, percent, base, tax: amount, ...(corrects ? { corrects: true } : {}) }];
  });
}

/** The totals of the form beside what their accounts moved: 27 = 477, 45 = 472. */
function tiesOf({ boxes }: Draft303, rows: readonly TrialRow[]) {
  return (
    [
      ['27', '477', -1n],
      ['45', '472', 1n],
    ] as const
  ).map(([box, account, sign]) => {
    const amount = exactly(boxes.find((each) => each.box === box)?.amount);
    const moved = rows
      .filter((row) => row.account.startsWith(account))
      .reduce((sum, row) => sum + exactly(row.debit) - exactly(row.credit), 0n);
    return { box, account, amount: sumOf(amount), posted: sumOf(sign * moved), agrees: amount === sign * moved };
  });
}

const taxView = ({ base, tax: amount, corrects = false, ...of }: TaxSum) => ({ ...of, corrects, base: sumOf(base), tax: sumOf(amount) });
const boxesOf = (sum: TaxSum) => M303.filter(({ operations }) => operations.includes(operationOf(sum) ?? '')).map(({ box }) => box);

export const getTaxReturn = query(
  tax.actions.getTaxReturn,
  async ({ path: { form }, query: { period, pending = '0', consistent }, records, company: { fiscalYears } }) => {
    const { from, to } = daysOfTaxPeriod(period);
    if (from < M303_FROM)
      throw refused('tax_return.no_form', `Form 303 is known from 2026 on: ${period} is of before.`, 'query.period', { period });
    const { value, complete, entries } = await readProjected(records, fiscalYears, to, consistent === 'true', async () => {
      const [taxes, { sumsOf, accounts }] = await Promise.all([
        readTaxes(records.tenant, monthsOfTaxPeriod(period)),
        readBalances(records.tenant, spansFor(fiscalYears, from, to)),
      ]);
      return { taxes, rows: trialRows(sumsOf, fiscalYears, accounts, from, to) };
    });
    const draft = draft303(value.taxes, { 110: BigInt(toMinor(decimal(pending))) });
    return {
      ...{ form, period, from, to, complete, entries },
      boxes: [...draft.boxes],
      taxes: value.taxes.map((sum) => ({ ...taxView(sum), boxes: boxesOf(sum) })),
      ties: tiesOf(draft, value.rows),
      unassigned: draft.unassigned.map(taxView),
    };
  },
);

export const handler = serveModule(tax, { getTaxReturn });
