import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { otherDocument } from '../../../../functions/finance/banking/match-transfer.ts';
import { mayBeSides } from '../../../../shared/domain/finance/banking/transfer-sides.ts';
import { sequenceIdFor } from '../../../../shared/domain/finance/ledger/period-sequence.ts';
import { Invoices } from '../../../../shared/domain/finance/receivables/invoice.ts';
import { idFrom } from '../../../../shared/runtime/fingerprint.ts';
import { BANK_IBAN, norma43 } from '../../../support/bank-samples.ts';
import { bankingOf } from '../../../support/banking.ts';
import { newTenant } from '../../../support/call.ts';
import { newCompany } from '../../../support/company.ts';
import { books as ledger, postLines } from '../../../support/ledger.ts';
import { useMemoryTable } from '../../../support/memory-table.ts';
import { eur, receivablesOf } from '../../../support/receivables.ts';

const table = useMemoryTable({ openWork: true, lists: true });
beforeAll(() => void vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-04-02T10:00:00Z') }));
afterAll(() => void vi.useRealTimers());
beforeEach(() => table.clear());

const MARCH = { opening: 10_000_000, from: '2026-03-01', to: '2026-03-31' };
const [SAVINGS_IBAN, THIRD_IBAN] = ['ES7921000813610123456789', 'ES6621000418401234567891'];
type Movements = Parameters<typeof norma43>[0];
const on9 = (amount: number, text: string) => ({ date: '2026-03-09', amount, text });

/** A company that has posted what the engine is sure of, with three accounts. */
async function company() {
  const tenant = newTenant();
  const { customerId } = await newCompany(tenant, { bankMatching: 'post' }, 100_000_000);
  const bank = bankingOf(tenant);
  await bank.ask('ana', 'GET /banking/accounts', undefined, { roles: ['accountant'] });
  for (const code of ['5720001', '5720002']) await ledger(tenant, 'createAccount', { body: { code, name: code } });
  const accounts = [
    await bank.account(),
    await bank.account({ name: 'Ahorro', iban: SAVINGS_IBAN, account: '5720001' }),
    await bank.account({ name: 'Nóminas', iban: THIRD_IBAN, account: '5720002' }),
  ];
  const told = async (...of: Movements[]) => {
    for (const [i, movements] of of.entries())
      if (movements.length > 0) await bank.take(norma43(movements, { ...MARCH, iban: [BANK_IBAN, SAVINGS_IBAN, THIRD_IBAN][i] as string }));
  };
  /** What a run of an account posts by itself, and what it leaves as a tie. */
  const runOf = async (i: number) => {
    const { byEngine, ties } = (await bank.run(accounts[i].id)).counts;
    return [byEngine, ties];
  };
  return { tenant, customerId, bank, accounts, told, runOf, sales: receivablesOf(tenant) };
}

const OUT = on9(-50_000, 'TRASPASO A AHORRO');

describe('a transfer is posted by itself only where the other side may be it', () => {
  it('not where the other side tells of a customer, whose invoice may be open or not', async () => {
    const { told, runOf, bank, accounts } = await company();
    await told([OUT], [on9(50_000, 'TRANSFERENCIA DE CAFES LEVANTE SL')]);
    expect(await runOf(0)).toEqual([0, 1]);
    expect(await bank.lines(accounts[1].id)).toHaveLength(1);
  });

  it('not where what is open explains the other side, however little the bank tells', async () => {
    const { told, runOf, sales, customerId, bank } = await company();
    const invoice = await sales.invoice(customerId, '413.22', { date: '2026-03-02' });
    await told([OUT], [on9(50_000, `TRASPASO ${invoice.number}`)]);
    expect((await bank.records.getOrThrow(Invoices, invoice.id)).open).toBe(50_000);
    expect(await runOf(0)).toEqual([0, 1]);
  });

  it('not where the money of the other side was entered by hand', async () => {
    const { tenant, told, runOf } = await company();
    const posted = await postLines(tenant, '2026-03-09', 'Ingreso', ['5720001', '500.00'], ['555', '-500.00']);
    expect(posted.status).toBeLessThan(300);
    await told([OUT], [on9(50_000, 'TRASPASO')]);
    expect(await runOf(0)).toEqual([0, 1]);
  });

  it('not where a line of a third account may be the other side as well, until there are two of them', async () => {
    const { told, runOf, bank, accounts } = await company();
    await told([OUT], [on9(50_000, 'TRASPASO')], [OUT]);
    expect([await runOf(0), await runOf(2)]).toEqual([
      [0, 1],
      [0, 1],
    ]);
    const [third] = await bank.lines(accounts[2].id);
    await bank.match('ana', third.id, [{ as: 'entry', account: '555', amount: eur('-500.00') }]);
    expect(await runOf(0)).toEqual([1, 0]);
  });

  it('not where a person has undone what the other side was', async () => {
    const { told, runOf, bank, accounts } = await company();
    await told([OUT], [on9(50_000, 'TRASPASO')]);
    const [theirs] = await bank.lines(accounts[1].id);
    await bank.match('ana', theirs.id, [{ as: 'entry', account: '555', amount: eur('500.00') }]);
    await bank.unmatch('ana', theirs.id);
    expect(await runOf(0)).toEqual([0, 1]);
  });

  it('where the other side tells a transfer, our name, or nothing', async () => {
    for (const text of ['TRASPASO ENTRE CUENTAS', 'TRANSFERENCIA RECIBIDA']) {
      const { told, runOf } = await company();
      await told([OUT], [on9(50_000, text)]);
      expect(await runOf(0)).toEqual([1, 0]);
    }
  });
});

it('two lines may be one transfer by what each tells', () => {
  const [ours, theirs] = [{ iban: BANK_IBAN }, { iban: SAVINGS_IBAN }];
  const may = (line: object, other: object) =>
    mayBeSides({ text: 'TRASPASO', ...line }, { text: 'TRANSFERENCIA', ...other }, [ours, theirs], 'Lumbre Herramientas, S.L.');
  expect(may({}, {})).toBe(true);
  expect(may({ partyIban: SAVINGS_IBAN }, { partyIban: BANK_IBAN, partyName: 'X' })).toBe(true);
  expect(may({}, { partyName: 'LUMBRE HERRAMIENTAS SL' })).toBe(true);
  expect(may({}, { text: 'TRANSFERENCIA DE LUMBRE HERRAMIENTAS SL' })).toBe(true);
  // To another account than that of the other line, or from one.
  expect(may({ partyIban: THIRD_IBAN }, {})).toBe(false);
  expect(may({}, { partyIban: THIRD_IBAN, text: 'TRASPASO' })).toBe(false);
  // Another's name, also one that has a word of ours; what is paid.
  expect(may({}, { partyName: 'CAFES LEVANTE SL' })).toBe(false);
  expect(may({}, { partyName: 'CAFES LUMBRE SL' })).toBe(false);
  expect(may({}, { text: 'TRANSFERENCIA DE CAFES LUMBRE' })).toBe(false);
  expect(may({}, { reference: 'F2026-000001' })).toBe(false);
  expect(may({}, { text: 'TRANSFERENCIA 4711' })).toBe(false);
  // Another file's line perhaps, or one that a person has undone.
  expect(may({}, { like: 'bkl_1' })).toBe(false);
  expect(may({}, { undone: [] })).toBe(false);
});

it('two days of one month count by two shards, whatever the posting is numbered by', () => {
  for (let i = 0; i < 400; i += 1) {
    const id = idFrom('bkl', 'lumbre', String(i));
    const document = otherDocument('2026-03-09', '2026-03-10', id, 'received-bills');
    expect(sequenceIdFor('2026-03-10', document)).not.toBe(sequenceIdFor('2026-03-09', 'received-bills'));
  }
});

it('a line of which two documents tell as well is no part of a third with another', async () => {
  const { told, bank, accounts, sales, customerId } = await company();
  // 360.00 and 21 % are 435.60, twice; 977.99 and 21 % are 1,183.37 = 435.60 + 747.77.
  for (const net of ['360.00', '360.00', '977.99']) await sales.invoice(customerId, net, { date: '2026-03-02' });
  const text = 'TRANSFERENCIA DE CLIENTE DE PRUEBA';
  await told([
    { date: '2026-03-28', amount: 43_560, text },
    { date: '2026-03-30', amount: 74_777, text },
  ]);
  expect((await bank.run(accounts[0].id)).counts).toMatchObject({ lines: 2, byEngine: 0, ties: 1 });
  expect(await bank.lines(accounts[0].id)).toHaveLength(2);
});
