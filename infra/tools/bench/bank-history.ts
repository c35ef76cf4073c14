import { createHash } from 'node:crypto';
import { BankAccounts, BankIbans, bankIbanId } from '#domain/finance/banking/bank-account.ts';
import { BankFiles, newBankFile, statementKey } from '#domain/finance/banking/bank-file.ts';
import { BankStatements, type KeptStatement } from '#domain/finance/banking/bank-statement.ts';
import { newRuleTest, RuleTests, takenOf } from '#domain/finance/banking/rule-test.ts';
import { readStatements } from '#domain/finance/banking/statement-file.ts';
import { addDays } from '#kernel/date.ts';
import { create } from '#kernel/record.ts';
import { idFrom } from '#runtime/fingerprint.ts';
import type { Records } from '#runtime/records.ts';
import { readXml } from '#runtime/xml.ts';
import { testOn } from '../../../functions/finance/banking/rule-history.ts';
import { takeLines } from '../../../functions/finance/banking/statement-lines.ts';
import { planStatements } from '../../../functions/finance/banking/statement-plan.ts';
import { type Movement, norma43 } from '../seed/norma43.ts';
import { benchCompany, tenantOf } from './company.ts';
import type { Meter } from './meter.ts';

const IBAN = 'ES9121000418450200051332';
/** A month of a busy shop, as often as makes the history. */
const STATEMENT = 10_000;
const STATEMENTS = 5;

/** What a history of bank lines takes on the emulator: to be there, and to be gone through. */
export interface BankHistoryFigures {
  readonly lines: number;
  /** Seconds of one statement of {@link STATEMENT} lines: reading and proving, and taking. */
  readonly read: number;
  readonly taken: number;
  /** The same of the last one, with all others there. */
  readonly takenLast: number;
  readonly tests: readonly {
    readonly lines: number;
    readonly takes: number;
    readonly seconds: number;
    readonly calls: number;
    readonly reads: number;
    readonly writes: number;
  }[];
}

const FEES = ['COMISION MANTENIMIENTO', 'TRANSFERENCIA DE CLIENTE', 'RECIBO SUMINISTROS', 'COMPRA TARJETA', 'ABONO TPV COMERCIO'];

const movements = (month: number): Movement[] =>
  Array.from({ length: STATEMENT }, (_, i) => ({
    date: addDays(`2026-0${month}-01`, Math.floor((i * 28) / STATEMENT)),
    amount: i % 3 === 0 ? -(i + 100) : i * 7 + 100,
    text: `${FEES[i % FEES.length]} ${i % 97} SL CONCEPTO FACTURA F2026-${String(i).padStart(6, '0')}`,
  }));

async function seconds<T>(work: () => Promise<T> | T): Promise<{ value: T; time: number }> {
  const start = performance.now();
  const value = await work();
  return { value, time: (performance.now() - start) / 1000 };
}

/** A month's statement of the account, as the task takes it beside its storage. */
async function take(records: Records, month: number) {
  const told = { iban: IBAN, opening: 0, from: `2026-0${month}-01`, to: `2026-0${month}-28` };
  const bytes = Buffer.from(norma43(movements(month), told), 'latin1');
  const { value: found, time: read } = await seconds(() => readStatements(bytes, { xml: readXml }));
  const id = idFrom(BankFiles.prefix, records.tenant, String(month));
  const made = newBankFile({ fileName: `${month}.n43`, key: statementKey(records.tenant, id), madeAt: new Date().toISOString() });
  const file = await records.save([create(BankFiles, id, made)]);
  const { time: taken } = await seconds(async () => {
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    for (const plan of await planStatements(records, { ...file, sha256 }, found))
      await takeLines(records, await records.save<KeptStatement>([create(BankStatements, plan.id, plan.data)]), plan.lines);
  });
  return { read, taken };
}

/** Tests a rule on all that there is, as its worker does. */
async function test(meter: Meter, records: Records, no: number) {
  const rule = {
    ...{ name: 'Comisiones', order: 100, action: { entry: { lines: [{ account: '626' }] } } },
    conditions: { direction: 'out' as const, texts: ['comision'], without: ['devolucion'] },
  };
  const id = idFrom(RuleTests.prefix, records.tenant, String(no));
  const begun = await records.save([create(RuleTests, id, newRuleTest(rule, {}, new Date().toISOString()))]);
  const { value, time } = await seconds(() => meter.during(() => testOn(records, begun, () => false)));
  const sum = (of: 'reads' | 'writes' | 'indexWrites') => value.calls.reduce((total, call) => total + call[of], 0);
  return {
    ...{ lines: value.value.lines, takes: takenOf(value.value), seconds: time, calls: value.calls.length },
    ...{ reads: sum('reads'), writes: sum('writes') + sum('indexWrites') },
  };
}

/** A history of {@link STATEMENTS} × {@link STATEMENT} lines: a rule is tested after the first statement, and on all of them. */
export async function measureBankHistory(meter: Meter): Promise<BankHistoryFigures> {
  const { records } = await meter.uncounted(async () => {
    const company = await benchCompany(tenantOf('bnk'), 1);
    const id = idFrom(BankAccounts.prefix, company.tenant, 'bench');
    await company.records.commit([
      create(BankAccounts, id, { name: 'CaixaBank', iban: IBAN, currency: 'EUR', account: '572' }),
      create(BankIbans, bankIbanId(IBAN), { bankAccountId: id }),
    ]);
    return company;
  });
  const first = await meter.uncounted(() => take(records, 1));
  const small = await test(meter, records, 1);
  let last = first;
  for (let month = 2; month <= STATEMENTS; month += 1) last = await meter.uncounted(() => take(records, month));
  const whole = await test(meter, records, 2);
  meter.takeChanges();
  return { lines: whole.lines, read: first.read, taken: first.taken, takenLast: last.taken, tests: [small, whole] };
}
