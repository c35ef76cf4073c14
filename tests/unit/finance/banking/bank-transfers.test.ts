import { afterAll, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { otherDocument } from '../../../../functions/finance/banking/match-transfer.ts';
import { sequenceIdFor } from '../../../../shared/domain/finance/ledger/period-sequence.ts';
import { idFrom } from '../../../../shared/runtime/fingerprint.ts';
import { norma43 } from '../../../support/bank-samples.ts';
import { bankingOf } from '../../../support/banking.ts';
import { newTenant } from '../../../support/call.ts';
import { newCompany } from '../../../support/company.ts';
import { currenciesOf, money } from '../../../support/currencies.ts';
import { books as ledger } from '../../../support/ledger.ts';
import { useMemoryTable } from '../../../support/memory-table.ts';
import { projectCompany } from '../../../support/projection.ts';
import { eur, postings } from '../../../support/receivables.ts';

const table = useMemoryTable({ openWork: true, lists: true });
beforeAll(() => void vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-04-02T10:00:00Z') }));
afterAll(() => void vi.useRealTimers());
beforeEach(() => table.clear());

const MARCH = { opening: 1_000_000, from: '2026-03-01', to: '2026-03-31' };
const SAVINGS_IBAN = 'ES7921000813610123456789';

/** A company with a current account on 572 and another account; what each bank tells of March. */
async function company(currency = 'EUR') {
  const tenant = newTenant();
  await newCompany(tenant);
  const bank = bankingOf(tenant);
  await bank.ask('ana', 'GET /banking/accounts', undefined, { roles: ['accountant'] });
  const code = currency === 'EUR' ? '5720001' : '5730001';
  await ledger(tenant, 'createAccount', { body: { code, name: 'Otra', ...(currency === 'EUR' ? {} : { currency }) } });
  const [current, other] = [await bank.account(), await bank.account({ name: 'Otra', iban: SAVINGS_IBAN, account: code, currency })];
  const told = async (mine: Parameters<typeof norma43>[0], theirs: Parameters<typeof norma43>[0]) => {
    await bank.take(norma43(mine, MARCH));
    await bank.take(norma43(theirs, { ...MARCH, iban: SAVINGS_IBAN, currency: currency === 'EUR' ? '978' : '840' }));
    return [(await bank.lines(current.id))[0], (await bank.lines(other.id))[0]];
  };
  const stateOf = async (id: string) => (await bank.done('ana', `GET /banking/lines/${id}`)).state;
  return { tenant, bank, current, other, told, stateOf };
}

it('two lines of one day are one entry, and undone from either side both are open', async () => {
  const { bank, current, told, stateOf, tenant } = await company();
  const [out, back] = await told(
    [{ date: '2026-03-09', amount: -50_000, text: 'TRASPASO' }],
    [{ date: '2026-03-09', amount: 50_000, text: 'TRASPASO' }],
  );
  const [first] = (await bank.done('ana', `GET /banking/lines/${out.id}/candidates`)).items;
  expect(first).toMatchObject({
    tie: false,
    documents: [{ kind: 'bank-line', id: back.id }],
    parts: [{ as: 'transfer', lineId: back.id }],
  });
  const matched = await bank.match('ana', out.id, first.parts);
  expect(matched.entries.map(postings)).toEqual([
    [
      ['572', '0.00', '500.00'],
      ['5720001', '500.00', '0.00'],
    ],
  ]);
  expect(await stateOf(back.id)).toBe('matched');
  await projectCompany(tenant);
  expect(await bank.done('ana', `GET /banking/accounts/${current.id}/reconciliation`)).toMatchObject({
    entries: [],
    openLines: { count: 0 },
  });
  expect((await bank.unmatch('ana', back.id)).undone).toMatchObject([{ as: 'transfer', how: 'reversed' }]);
  expect([await stateOf(out.id), await stateOf(back.id)]).toEqual(['open', 'open']);
  await bank.match('ana', back.id, [{ as: 'transfer', lineId: out.id }]);
  expect(await bank.refused('ana', `POST /banking/lines/${out.id}/match`, { parts: [{ as: 'transfer', lineId: back.id }] })).toEqual([
    ...[422, 'bank_line.state', 'path.lineId'],
  ]);
});

it('two days are two entries by way of what is in transit, which comes to nothing', async () => {
  const { bank, told, tenant, stateOf } = await company();
  const [out, back] = await told(
    [{ date: '2026-03-30', amount: -50_100, text: 'TRASPASO' }],
    [{ date: '2026-04-01', amount: 50_000, text: 'TRASPASO' }],
  );
  // What the bank kept of it is told beside.
  const matched = await bank.match('ana', out.id, [
    { as: 'transfer', lineId: back.id },
    { as: 'entry', account: '626', amount: eur('-1.00') },
  ]);
  expect(matched.entries.map(postings)).toEqual([
    [
      ['572', '0.00', '1.00'],
      ['626', '1.00', '0.00'],
    ],
    [
      ['572', '0.00', '500.00'],
      ['578', '500.00', '0.00'],
    ],
  ]);
  expect((await bank.done('ana', `GET /banking/lines/${back.id}`)).entries.map(postings)).toEqual([
    [
      ['5720001', '500.00', '0.00'],
      ['578', '0.00', '500.00'],
    ],
  ]);
  await projectCompany(tenant);
  const { body } = await ledger(tenant, 'getTrialBalance', { query: { date: '2026-03-31' } });
  const closing = Object.fromEntries(
    body.rows.map((row: { account: string; closing: { amount: string } }) => [row.account, row.closing.amount]),
  );
  expect(closing).toMatchObject({ 572: '-501.00', 578: '500.00', 626: '1.00' });
  const undone = await bank.unmatch('ana', out.id);
  expect(undone.undone.map(({ as, how }: { as: string; how: string }) => `${as} ${how}`).toSorted()).toEqual([
    'entry reversed',
    'transfer reversed',
  ]);
  expect(await stateOf(back.id)).toBe('open');
});

it('two days of one month count by two shards, whatever the id of the line', () => {
  for (let i = 0; i < 400; i += 1) {
    const id = idFrom('bkl', 'lumbre', String(i));
    const document = otherDocument('2026-03-09', '2026-03-10', id);
    expect(sequenceIdFor('2026-03-10', document)).not.toBe(sequenceIdFor('2026-03-09', id));
  }
});

it('between two currencies each account has what its bank tells: euros are what they were sold for', async () => {
  const { bank, told, tenant } = await company('USD');
  await currenciesOf(tenant).rate('2026-03-09', { USD: '1.10' });
  const [back, out] = await told(
    [{ date: '2026-03-10', amount: 49_200, text: 'COMPRA DIVISA' }],
    [{ date: '2026-03-09', amount: -55_000, text: 'FX SALE' }],
  );
  expect((await bank.done('ana', `GET /banking/lines/${back.id}/candidates`)).items).toMatchObject([
    { documents: [{ id: out.id }], amount: eur('492.00'), parts: [{ as: 'transfer', lineId: out.id }] },
  ]);
  const matched = await bank.match('ana', out.id, [{ as: 'transfer', lineId: back.id }]);
  expect(matched.match.parts).toMatchObject([{ as: 'transfer', amount: money('-550.00', 'USD') }]);
  expect(matched.entries.map(postings)).toEqual([
    [
      ['5730001', '0.00', '492.00'],
      ['578', '492.00', '0.00'],
    ],
  ]);
  expect(matched.entries[0].lines[0].foreign).toEqual(money('-550.00', 'USD'));
});

it('a line is no transfer with another of its account, nor with one of its own sign', async () => {
  const { bank, told, current } = await company();
  const [out, same] = await told(
    [
      { date: '2026-03-09', amount: -50_000, text: 'A' },
      { date: '2026-03-10', amount: 50_000, text: 'B' },
    ],
    [{ date: '2026-03-09', amount: -50_000, text: 'C' }],
  );
  const back = (await bank.lines(current.id))[1];
  const refusal = (lineId: string) => bank.refused('ana', `POST /banking/lines/${out.id}/match`, { parts: [{ as: 'transfer', lineId }] });
  expect(await refusal(back.id)).toEqual([422, 'bank_line.transfer', 'body.parts.0.lineId']);
  expect(await refusal(same.id)).toEqual([422, 'bank_line.transfer', 'body.parts.0.lineId']);
});

it('a transfer is what the other parts leave of the line, at a rate that may be', async () => {
  const { bank, told, tenant, stateOf } = await company('USD');
  await currenciesOf(tenant).rate('2026-03-09', { USD: '1.10' });
  const [back, out] = await told(
    [{ date: '2026-03-10', amount: 49_200, text: 'COMPRA DIVISA' }],
    [{ date: '2026-03-09', amount: -55_000, text: 'FX SALE' }],
  );
  const beside = (minor: string) => ({
    parts: [
      { as: 'entry', account: '626', amount: money(minor, 'USD') },
      { as: 'transfer', lineId: back.id },
    ],
  });
  const refusal = (minor: string) => bank.refused('ana', `POST /banking/lines/${out.id}/match`, beside(minor));
  // Nothing is left of 550.00; then what is left has come in; then 10.00 dollars are no 492.00 euros.
  expect(await refusal('-550.00')).toEqual([422, 'bank_line.transfer', 'body.parts.1.lineId']);
  expect(await refusal('-600.00')).toEqual([422, 'bank_line.transfer', 'body.parts.1.lineId']);
  expect((await refusal('-540.00')).slice(0, 2)).toEqual([400, 'rate.far']);
  expect(await stateOf(back.id)).toBe('open');
  expect((await bank.match('ana', out.id, beside('-5.00').parts)).state).toBe('matched');
});

it('the other side stands on the first open day where its month is locked since', async () => {
  const { bank, told, tenant, stateOf } = await company();
  const [out, back] = await told(
    [{ date: '2026-03-30', amount: -50_000, text: 'TRASPASO' }],
    [{ date: '2026-04-02', amount: 50_000, text: 'TRASPASO' }],
  );
  for (const month of ['01', '02', '03']) await ledger(tenant, 'setPeriod', { path: [`2026-${month}`], body: { state: 'locked' } });
  const matched = await bank.match('ana', back.id, [{ as: 'transfer', lineId: out.id }]);
  // The day of the line of March is the first of April: money is in transit for a day.
  expect(matched.entries.map(postings)).toEqual([
    [
      ['5720001', '500.00', '0.00'],
      ['578', '0.00', '500.00'],
    ],
  ]);
  const theirs = await bank.done('ana', `GET /banking/lines/${out.id}`);
  expect([theirs.date, theirs.match.on, ...theirs.entries.map(postings)]).toEqual([
    ...['2026-03-30', '2026-04-01'],
    [
      ['572', '0.00', '500.00'],
      ['578', '500.00', '0.00'],
    ],
  ]);
  await bank.unmatch('ana', back.id);
  expect([await stateOf(out.id), await stateOf(back.id)]).toEqual(['open', 'open']);
});
