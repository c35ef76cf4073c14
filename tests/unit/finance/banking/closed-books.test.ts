import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { handler as ledger } from '../../../../functions/finance/ledger/commands.ts';
import type { CsvMapping } from '../../../../shared/domain/finance/banking/csv-columns.ts';
import type { BankStatement } from '../../../../shared/domain/finance/banking/statement.ts';
import { readStatements } from '../../../../shared/domain/finance/banking/statement-file.ts';
import { journalRows } from '../../../../shared/domain/finance/ledger/export.ts';
import { withoutFormulas } from '../../../../shared/kernel/text.ts';
import { readXml } from '../../../../shared/runtime/xml.ts';
import { norma43 } from '../../../support/bank-samples.ts';
import { bankingOf } from '../../../support/banking.ts';
import { call, newTenant } from '../../../support/call.ts';
import { newCompany } from '../../../support/company.ts';
import { useMemoryTable } from '../../../support/memory-table.ts';
import { eur } from '../../../support/receivables.ts';

const table = useMemoryTable({ openWork: true, lists: true });
beforeAll(() => void vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-04-02T10:00:00Z') }));
afterAll(() => void vi.useRealTimers());
beforeEach(() => table.clear());

const OTHERS_IBAN = 'ES7921000813610123456789';
const MARCH = { opening: 100_000, from: '2026-01-01', to: '2026-03-31' };
const FEES = {
  name: 'Comisiones',
  conditions: { direction: 'out', texts: ['comision'] },
  action: { entry: { lines: [{ account: '626' }] } },
};

async function company(iban?: string) {
  const tenant = newTenant();
  await newCompany(tenant);
  const bank = bankingOf(tenant);
  await bank.ask('ana', 'GET /banking/accounts', undefined, { roles: ['accountant'] });
  const account = await bank.account(iban ? { iban } : {});
  const period = async (month: string, state: string) => {
    const { status, body } = await call(ledger, `PUT /periods/${month}`, 'PUT /periods/{period}', { tenant, body: { state } });
    expect(status, JSON.stringify(body)).toBe(200);
  };
  return { tenant, bank, account, period };
}

it('a statement of another company is refused in ours, and so is a file that has an account of each: nothing of it is taken', async () => {
  const [ours, theirs] = [await company(), await company(OTHERS_IBAN)];
  const told = (iban: string) => norma43([{ date: '2026-03-10', amount: -350, text: 'COMISION' }], { ...MARCH, iban });
  await expect(ours.bank.take(told(OTHERS_IBAN))).rejects.toMatchObject({
    code: 'statement.unknown_account',
    params: { account: '…6789' },
  });
  // One file with a statement for each of two companies: records of the end (88) count all of them.
  const [own = '', other = ''] = [told('ES9121000418450200051332'), told(OTHERS_IBAN)];
  const records = (text: string) => text.split('\r\n').filter((line) => line !== '' && !line.startsWith('88'));
  const all = [...records(own), ...records(other)];
  const both = [...all, `88${'9'.repeat(18)}${String(all.length).padStart(6, '0')}`.padEnd(80)].join('\r\n');
  for (const { bank } of [ours, theirs]) await expect(bank.take(both)).rejects.toMatchObject({ code: 'statement.unknown_account' });
  for (const { bank, account } of [ours, theirs]) {
    expect((await bank.done('ana', 'GET /banking/statements')).items).toEqual([]);
    expect(await bank.lines(account.id)).toEqual([]);
  }
  // Each company's own file is taken where it belongs, whatever was dropped beside it.
  expect((await ours.bank.take(own))[0]?.lines).toBe(1);
  expect((await theirs.bank.take(other))[0]?.lines).toBe(1);
});

it('lines of a locked month are taken and told, posted on a later day alone, and by no rule', async () => {
  const { bank, account, period } = await company();
  await period('2026-01', 'locked');
  await bank.take(
    norma43(
      [
        { date: '2026-01-15', amount: -350, text: 'COMISION ENERO' },
        { date: '2026-03-15', amount: -450, text: 'COMISION MARZO' },
      ],
      MARCH,
    ),
  );
  const [january] = await bank.lines(account.id);
  const parts = [{ as: 'entry', account: '626', amount: eur('-3.50') }];
  expect((await bank.refused('ana', `POST /banking/lines/${january.id}/match`, { parts })).slice(0, 2)).toEqual([422, 'period.locked']);
  await bank.ruleOn(FEES);
  const run = await bank.run(account.id);
  expect(run).toMatchObject({ counts: { lines: 2, byRule: 1, refused: 1 }, refused: [{ lineId: january.id, code: 'period.locked' }] });
  const line = await bank.match('ana', january.id, parts, { date: '2026-03-31' });
  expect(line).toMatchObject({ state: 'matched', date: '2026-01-15', match: { on: '2026-03-31' } });
});

it('a rule does not begin in a period that is closed, and does not go on where that was closed meanwhile', async () => {
  const { bank, period } = await company();
  await period('2026-01', 'locked');
  await period('2026-02', 'closed');
  const post = (activeFrom: string) => bank.refused('ana', 'POST /banking/rules', { ...FEES, activeFrom });
  for (const day of ['2026-01-31', '2026-02-01', '2025-06-01'])
    expect(await post(day)).toEqual([422, 'bank_rule.closed_period', 'body.activeFrom']);
  const rule = await bank.done('ana', 'POST /banking/rules', { ...FEES, activeFrom: '2026-03-01' });
  await bank.done('ana', 'POST /banking/rules', { ...FEES, name: 'Del año que viene', activeFrom: '2027-01-01' });
  expect(await bank.refused('ana', `PATCH /banking/rules/${rule.id}`, { activeFrom: '2026-01-01' })).toEqual([
    ...[422, 'bank_rule.closed_period', 'body.activeFrom'],
  ]);
  await bank.backTest(rule.id);
  await period('2026-03', 'closed');
  expect(await bank.refused('ana', `POST /banking/rules/${rule.id}/on`)).toEqual([422, 'bank_rule.closed_period', 'body.activeFrom']);
  // What is not about its day is changed all the same.
  await bank.done('ana', `PATCH /banking/rules/${rule.id}`, { name: 'Comisiones y gastos' });
  await bank.done('ana', `PATCH /banking/rules/${rule.id}`, { activeFrom: null });
  await bank.backTest(rule.id);
  expect(await bank.done('ana', `POST /banking/rules/${rule.id}/on`)).toMatchObject({ state: 'on' });
});

it('formulas in the CSV of a bank are texts here, and texts in what is exported', async () => {
  const { bank, account } = await company();
  const csv: CsvMapping = {
    ...{ delimiter: ';', decimal: ',', dateFormat: 'DD/MM/YYYY', skip: 0, header: true, currency: 'EUR', account: { number: '1' } },
    columns: { date: 'Fecha', amount: 'Importe', text: ['Concepto'], partyName: 'Nombre' },
  };
  const rows = ['=1+1', '+SUM(A1:A9)', '-2+3', '@SUM(A1)', '=HYPERLINK("http://example.com";"x")', '\t=1', 'x;=cmd()'];
  const text = [
    'Fecha;Concepto;Importe;Nombre',
    ...rows.map((each) => `02/03/2026;"${each.replaceAll('"', '""')}";-1,00;"${each.replaceAll('"', '""')}"`),
  ].join('\r\n');
  const { lines } = readStatements(new TextEncoder().encode(text), {
    xml: readXml,
    csv,
  })[0] as BankStatement;
  expect(lines.map((line) => line.text)).toEqual(rows.map((each) => each.trim()));
  for (const { text: told, partyName = '' } of lines) {
    const entry = { date: '2026-03-02', text: told, lines: [{ account: '626', amount: 100, text: partyName }] };
    const [, , , first = '', , , , , , , last = ''] = parse(
      journalRows({ id: 'man_1', entry: entry as never }, () => 'Servicios bancarios'),
      {
        relax_quotes: true,
      },
    )[0] as string[];
    for (const cell of [first, last]) {
      expect(cell).not.toMatch(/^[=+\-@\t\r\n]/);
      // Nor what is left of it where a program separates by semicolons.
      for (const part of cell.split(';').slice(1)) expect(part).not.toMatch(/^["\s]*[=+\-@]/);
      expect(withoutFormulas(told)).toBe(cell);
    }
  }
  // An amount that is a formula is none, and nothing of its file is taken.
  expect(() =>
    readStatements(new TextEncoder().encode(text.replace('-1,00', '=1+1')), {
      xml: readXml,
      csv,
    }),
  ).toThrow('Line 2');
  expect(await bank.lines(account.id)).toEqual([]);
});
