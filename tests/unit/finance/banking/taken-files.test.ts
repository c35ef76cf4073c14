import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { handler as takeBankStatements } from '../../../../functions/finance/banking/take-bank-statements.task.ts';
import { BankFiles, newBankFile, statementKey } from '../../../../shared/domain/finance/banking/bank-file.ts';
import { create } from '../../../../shared/kernel/record.ts';
import { idFrom } from '../../../../shared/runtime/fingerprint.ts';
import { norma43 } from '../../../support/bank-samples.ts';
import { bankingOf } from '../../../support/banking.ts';
import { newTenant } from '../../../support/call.ts';
import { chanceOf, changed, FUZZ_MINUTES } from '../../../support/changed-bytes.ts';
import { newCompany } from '../../../support/company.ts';
import { useMemoryBucket } from '../../../support/memory-bucket.ts';
import { useMemoryTable } from '../../../support/memory-table.ts';
import { camt053, mt940 } from '../../../support/statement-files.ts';

const table = useMemoryTable({ openWork: true, lists: true });
let bucket: ReturnType<typeof useMemoryBucket>;
beforeAll(() => void vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-04-02T10:00:00Z') }));
afterAll(() => void vi.useRealTimers());
beforeEach(() => {
  table.clear();
  bucket = useMemoryBucket();
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
});

const SAVINGS_IBAN = 'ES7921000813610123456789';
const COLUMNS = {
  ...{ delimiter: ';', decimal: ',', dateFormat: 'DD/MM/YYYY', skip: 0, header: true },
  columns: { date: 'Fecha', amount: 'Importe', text: ['Concepto'], balance: 'Saldo' },
};

async function company() {
  const tenant = newTenant();
  await newCompany(tenant);
  const bank = bankingOf(tenant);
  await bank.ask('ana', 'GET /banking/accounts', undefined, { roles: ['accountant'] });
  let count = 0;
  /** What the task makes of a file that was dropped without an account. */
  const drop = async (bytes: Uint8Array, fileName = 'extracto.csv') => {
    count += 1;
    const id = idFrom(BankFiles.prefix, tenant, String(count));
    const key = statementKey(tenant, id);
    bucket.put(key, bytes);
    await bank.records.commit([create(BankFiles, id, { ...newBankFile({ fileName, key, madeAt: '2026-04-02T10:00:00Z' }), version: '1' })]);
    await takeBankStatements({ tenant, fileId: id, execution: `x-${id}`, version: '1' });
    return bank.records.getOrThrow(BankFiles, id);
  };
  const taskOf = (id: string) => takeBankStatements({ tenant, fileId: id, execution: `y-${id}`, version: '1' });
  return { bank, drop, taskOf };
}
const csv = (...rows: string[]) => Buffer.from(['Fecha;Concepto;Importe;Saldo', ...rows].join('\r\n'));
const MARCH = csv('05/03/2026;COMISION;-3,50;996,50', '06/03/2026;COMPRA;-20,00;976,50');

describe('a CSV that names no account', () => {
  it('is of the one account whose columns and balances prove it', async () => {
    const { bank, drop } = await company();
    const { id } = await bank.account({ csv: COLUMNS });
    expect(await drop(MARCH)).toMatchObject({ state: 'done', statements: [{ lines: 2 }] });
    expect(await bank.lines(id)).toHaveLength(2);
    // The next goes on from it; one that does not may be another account's.
    expect(await drop(csv('05/04/2026;COMISION;-3,50;973,00', '06/04/2026;COMPRA;-3,00;970,00'))).toMatchObject({ state: 'done' });
    expect(await drop(csv('05/04/2026;COMISION;-3,50;73,00', '06/04/2026;COMPRA;-3,00;70,00'))).toMatchObject({ state: 'failed' });
  });

  it('is of none where two read it, where balances do not prove it, or where no columns of balances are told', async () => {
    const { bank, drop } = await company();
    const { balance: _, ...without } = COLUMNS.columns;
    await bank.account({ csv: { ...COLUMNS, columns: without } });
    expect(await drop(MARCH)).toMatchObject({ state: 'failed', fault: { params: { why: 'unknown_format' } } });
    const { bank: other, drop: dropThere } = await company();
    await other.account({ csv: COLUMNS });
    expect(await dropThere(csv('05/03/2026;COMISION;-3,50;996,50', '06/03/2026;COMPRA;-20,00;900,00'))).toMatchObject({ state: 'failed' });
    await other.done('ana', 'POST /banking/accounts', { name: 'Ahorro', iban: SAVINGS_IBAN, account: '573', csv: COLUMNS });
    expect(await dropThere(MARCH)).toMatchObject({ state: 'failed' });
  });

  it('is not of a new account where one that has statements reads it, which may lack a month', async () => {
    const { bank, drop } = await company();
    const { id } = await bank.account({ csv: COLUMNS });
    expect(await drop(MARCH)).toMatchObject({ state: 'done' });
    const savings = { name: 'Ahorro', iban: SAVINGS_IBAN, account: '573', csv: COLUMNS };
    const { id: other } = await bank.done('ana', 'POST /banking/accounts', savings);
    // 976.50 was the end of March; nobody has sent April.
    const may = csv('05/05/2026;COMISION;-3,50;873,00', '06/05/2026;COMPRA;-3,00;870,00');
    expect(await drop(may)).toMatchObject({ state: 'failed' });
    // One that goes on from the first account's may be the new one's as well: balances of 0.00 are alike.
    expect(await drop(csv('05/04/2026;COMISION;-3,50;973,00', '06/04/2026;COMPRA;-3,00;970,00'))).toMatchObject({ state: 'failed' });
    expect([(await bank.lines(id)).length, (await bank.lines(other)).length]).toEqual([2, 0]);
  });
});

it('a file that was refused for lack of an account is read again as of one, whenever it is told; one that was read is not', async () => {
  const { bank, drop, taskOf } = await company();
  const { balance: _, ...without } = COLUMNS.columns;
  const { id: account } = await bank.account({ csv: { ...COLUMNS, columns: without } });
  const { id } = await drop(MARCH);
  const again = `POST /banking/files/${id}/reading`;
  expect(await bank.done('ana', `GET /banking/files/${id}`)).toMatchObject({ state: 'failed', actions: { readBankFileAgain: null } });
  // Nobody has named an account: it is refused as before.
  expect(await bank.done('ana', again, {})).toMatchObject({ state: 'waiting' });
  await taskOf(id);
  expect(await bank.done('ana', `GET /banking/files/${id}`)).toMatchObject({ state: 'failed', error: { code: 'statement.unreadable' } });
  expect(await bank.refused('ana', again, { bankAccountId: 'bka_00000000000000000000000000' })).toEqual([
    404,
    'bank-account.not_found',
    'body.bankAccountId',
  ]);
  const waiting = await bank.done('ana', again, { bankAccountId: account });
  expect(waiting).toMatchObject({ state: 'waiting', bankAccountId: account, statements: [] });
  expect([waiting.error, waiting.finishedAt]).toEqual([undefined, undefined]);
  await taskOf(id);
  expect(await bank.done('ana', `GET /banking/files/${id}`)).toMatchObject({ state: 'done', statements: [{ lines: 2, already: 0 }] });
  expect(await bank.lines(account)).toHaveLength(2);
  expect(await bank.refused('ana', again, { bankAccountId: account })).toEqual([422, 'bank_file.state', 'path.fileId']);
});

interface Told {
  readonly id: string;
  readonly opening?: { readonly amount: string };
  readonly closing?: { readonly amount: string };
}
interface Line {
  readonly statementId: string;
  readonly amount: { readonly amount: string };
}
const cents = ({ amount }: { readonly amount: string }): number => Math.round(Number(amount) * 100);

/** Its lines lead from its first balance to its last, where it tells both. */
function isProved({ id, opening, closing }: Told, lines: readonly Line[]): void {
  if (!opening || !closing) return;
  const moved = lines.filter(({ statementId }) => statementId === id).reduce((sum, { amount }) => sum + cents(amount), 0);
  expect(cents(opening) + moved).toBe(cents(closing));
}

/** Files that are tried at least. */
const LEAST = 60;

it(
  'a file of a bank that was changed is taken whole or not at all, and the books are as they were',
  async () => {
    const movements = Array.from({ length: 12 }, (_, i) => ({
      date: `2026-03-${String(i + 1).padStart(2, '0')}`,
      amount: 100 * (i - 5) - 7,
      text: `MOV ${i}`,
    }));
    const told = { opening: 100_000, from: '2026-03-01', to: '2026-03-31' };
    const files = [norma43(movements, told), camt053(movements, told), mt940(movements, told)].map((text) => Buffer.from(text, 'latin1'));
    const chance = chanceOf('extractos');
    const seen = { done: 0, failed: 0 };
    const end = performance.now() + FUZZ_MINUTES * 60_000;
    for (let tried = 0; tried < LEAST || performance.now() < end; tried += 1) {
      table.clear();
      const { bank, drop } = await company();
      const { id } = await bank.account();
      const bytes = changed(files[tried % files.length] ?? Buffer.of(), chance, tried < 6 ? 0 : 1 + Math.floor(chance() * 3));
      const file = await drop(bytes, 'cambiado');
      const { items: statements } = await bank.done('ana', 'GET /banking/statements');
      const lines = await bank.lines(id, {});
      expect(['done', 'failed']).toContain(file.state);
      seen[file.state as 'done' | 'failed'] += 1;
      if (file.state === 'failed') expect([statements, lines, file.fault?.code]).toEqual([[], [], expect.stringMatching(/^statement\./)]);
      else {
        const count = file.statements?.reduce((sum, one) => sum + one.lines, 0);
        expect([lines.length, statements.map(({ state }: { state: string }) => state)]).toEqual([count, statements.map(() => 'taken')]);
        for (const statement of statements) isProved(statement, lines);
      }
    }
    expect(seen.done).toBeGreaterThan(5);
    expect(seen.failed).toBeGreaterThan(20);
  },
  60_000 + FUZZ_MINUTES * 70_000,
);
