import { afterAll, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { PeriodSequences, sequencesOfYear } from '../../../../shared/domain/finance/ledger/period-sequence.ts';
import { COMPANY_ID, Companies } from '../../../../shared/domain/platform/company/company.ts';
import { create, update } from '../../../../shared/kernel/record.ts';
import { norma43 } from '../../../support/bank-samples.ts';
import { bankingOf } from '../../../support/banking.ts';
import { newTenant } from '../../../support/call.ts';
import { newCompany, recordsOf } from '../../../support/company.ts';
import { money } from '../../../support/currencies.ts';
import { books } from '../../../support/ledger.ts';
import { useMemoryTable } from '../../../support/memory-table.ts';
import { projectCompany } from '../../../support/projection.ts';

const table = useMemoryTable({ openWork: true, lists: true });
beforeAll(() => void vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-04-20T10:00:00Z') }));
afterAll(() => void vi.useRealTimers());
beforeEach(() => table.clear());

const eur = (amount: string) => money(amount, 'EUR');
const FEE = { as: 'entry', account: '626' };

/** A bank that had nothing on 1 January, with three statements: fees of 10.00, 20.00 and 30.00 on the 15th of each month. */
async function company() {
  const tenant = newTenant();
  await newCompany(tenant, {}, 100_000_000);
  const bank = bankingOf(tenant);
  for (const by of ['ana', 'bea']) await bank.ask(by, 'GET /banking/accounts', undefined, { roles: ['accountant'] });
  const account = await bank.account();
  const month = (no: number, days: number, amount: number, opening: number) =>
    bank.take(
      norma43([{ date: `2026-0${no}-15`, amount, text: `COMISION ${no}` }], { opening, from: `2026-0${no}-01`, to: `2026-0${no}-${days}` }),
    );
  await month(1, 31, -1000, 0);
  await month(2, 28, -2000, -1000);
  await month(3, 31, -3000, -3000);
  const lines = await bank.lines(account.id);
  const accept = (i: number) => bank.match('ana', lines[i].id, [{ ...FEE, amount: lines[i].amount }]);
  const post = (date: string, amount: string) =>
    books(tenant, 'postEntry', {
      body: {
        date,
        text: 'A mano',
        lines: [
          { account: '572', debit: eur(amount) },
          { account: '769', credit: eur(amount) },
        ],
      },
    });
  const check = async () => {
    await projectCompany(tenant);
    return bank.done('ana', `GET /banking/accounts/${account.id}/reconciliation`);
  };
  return { bank, account, accept, post, check };
}

it('begins after the last statement at whose end both agreed, but for the lines that waited then', async () => {
  const { accept, check } = await company();
  // The books of a new company have nothing on 572: all three fees wait.
  expect(await check()).toMatchObject({
    since: '2026-03-01',
    bank: eur('-60.00'),
    ledger: eur('0.00'),
    before: eur('0.00'),
    unexplained: eur('0.00'),
  });
  await accept(0);
  expect(await check()).toMatchObject({ since: '2026-03-01', before: eur('0.00'), ledger: eur('-10.00'), unexplained: eur('0.00') });
  // That of February waits still, and is told with the others.
  await accept(2);
  expect(await check()).toMatchObject({
    since: '2026-03-01',
    before: eur('0.00'),
    openLines: { count: 1, amount: eur('-20.00') },
    unexplained: eur('0.00'),
  });
  await accept(1);
  // The last statement itself is always looked at.
  expect(await check()).toMatchObject({ since: '2026-03-01', ledger: eur('-60.00'), entries: [], unexplained: eur('0.00') });
});

it('goes back behind what somebody posts into an older month later on', async () => {
  const { accept, post, check } = await company();
  for (const i of [0, 1, 2]) await accept(i);
  expect((await check()).since).toBe('2026-03-01');
  expect((await post('2026-02-10', '7.00')).body).toMatchObject({ date: '2026-02-10' });
  const found = await check();
  expect(found).toMatchObject({ since: '2026-02-01', entriesAmount: eur('7.00'), before: eur('0.00'), unexplained: eur('0.00') });
  expect(found.entries).toMatchObject([{ date: '2026-02-10', amount: eur('7.00') }]);
});

it('two years after a month-end whose line is in the books of the next month, nothing is unexplained', async () => {
  const tenant = newTenant();
  await newCompany(tenant, {}, 100_000_000);
  const records = recordsOf(tenant);
  const old = await records.getOrThrow(Companies, COMPANY_ID);
  const gates = ['2024', '2025'].flatMap((year) => sequencesOfYear(year));
  await records.commit([
    update(Companies, old, { ...old, fiscalYears: ['2024', '2025', '2026'] }),
    ...gates.map(({ id, data }) => create(PeriodSequences, id, data)),
  ]);
  const bank = bankingOf(tenant);
  for (const by of ['ana', 'bea']) await bank.ask(by, 'GET /banking/accounts', undefined, { roles: ['accountant'] });
  const account = await bank.account();
  const month = (date: string, opening: number, amount: number) =>
    bank.take(norma43([{ date, amount, text: `COMISION ${date}` }], { opening, from: `${date.slice(0, 7)}-01`, to: date }));
  await month('2024-01-31', 0, -1000);
  await month('2024-02-29', -1000, -2000);
  await month('2026-03-31', -3000, -3000);
  const lines = await bank.lines(account.id);
  // The first is put aside and waits for good; the second is in the books two days later.
  await bank.done('ana', `POST /banking/lines/${lines[0].id}/ignored`, { reason: 'Nadie sabe' });
  await bank.match('ana', lines[1].id, [{ ...FEE, amount: lines[1].amount }], { date: '2024-03-02' });
  await bank.match('ana', lines[2].id, [{ ...FEE, amount: lines[2].amount }]);
  await projectCompany(tenant);
  // 1,000 is before the first of March 2024 in the bank and nowhere in the books: 50.00 are booked of 60.00.
  expect(await bank.done('ana', `GET /banking/accounts/${account.id}/reconciliation`)).toMatchObject({
    ...{ since: '2024-02-01', bank: eur('-60.00'), ledger: eur('-50.00'), before: eur('0.00') },
    ...{ openLines: { count: 1, amount: eur('-10.00') }, unexplained: eur('0.00') },
  });
});
