import { beforeEach, expect, it } from 'vitest';
import { readPayables, readReceivables } from '../../../../functions/finance/statements/ageing-reader.ts';
import { readWholeAccount } from '../../../../functions/finance/statements/ledger-reader.ts';
import { handler as print } from '../../../../functions/finance/statements/print.ts';
import { sheetFile } from '../../../../functions/finance/statements/statement-file.ts';
import { Customers } from '../../../../shared/domain/crm/customers/customer.ts';
import { ageingSheet } from '../../../../shared/domain/finance/statements/ageing-sheet.ts';
import { ledgerSheet } from '../../../../shared/domain/finance/statements/ledger-sheet.ts';
import { sheetCsv } from '../../../../shared/domain/finance/statements/sheet.ts';
import { create } from '../../../../shared/kernel/record.ts';
import { idFrom } from '../../../../shared/runtime/fingerprint.ts';
import { call, newTenant } from '../../../support/call.ts';
import { newCompany, recordsOf, type TestCompany } from '../../../support/company.ts';
import { useMemoryTable } from '../../../support/memory-table.ts';
import { payablesOf } from '../../../support/payables.ts';
import { readPdf } from '../../../support/pdf.ts';
import { projectCompany } from '../../../support/projection.ts';
import { eur, receivablesOf } from '../../../support/receivables.ts';
import { sheetOf } from '../../../support/xlsx.ts';

const table = useMemoryTable({ openWork: true, lists: true });
let company: TestCompany;
const DAY = '2026-06-15';
beforeEach(async () => {
  table.clear();
  company = await newCompany(newTenant(), { billApprovalLimit: 1000_00 });
});

const file = async (name: string, query: Readonly<Record<string, string>>) => {
  const route = 'GET /statements/{statement}/file';
  const { status, body } = await call(print, route.replace('{statement}', name), route, { tenant: company.tenant, query });
  return status === 200 ? { name: body.fileName, lines: String(Buffer.from(body.content, 'base64')).split('\r\n').slice(0, -1) } : body;
};

/** Of the first customer 1,210.00 due on 9 April and 210.00 received; of the second 121.00 due on 19 June. */
async function sold() {
  const api = receivablesOf(company.tenant);
  const other = idFrom('cus', company.tenant, 'other');
  await company.records.commit([create(Customers, other, { name: '=Ábaco', taxId: 'B12345674', paymentDays: 30 })]);
  await api.invoice(company.customerId, '1000');
  await api.receipt(company.customerId, '210.00');
  await api.invoice(other, '100', { date: '2026-05-20' });
  await projectCompany(company.tenant);
  return api;
}

it('has the lines of an account with the running balance, between what it opened and closed with', async () => {
  await sold();
  const { name, lines } = await file('account-ledger', {
    account: '430',
    from: '2026-03-15',
    date: '2026-06-30',
    format: 'csv',
    language: 'es',
  });
  expect(name).toBe('mayor-de-cuenta-430-2026-06-30.csv');
  expect(lines.map((line: string) => line.replace(/je_[^;]+/, 'je'))).toEqual([
    '\ufeffFecha;Asiento;Concepto;Debe;Haber;Saldo',
    '15/03/2026;;Saldo inicial;0,00;0,00;1210,00',
    expect.stringMatching(/^20\/03\/2026;je;[^;]+;0,00;210,00;1000,00$/),
    expect.stringMatching(/^20\/05\/2026;je;[^;]+;121,00;0,00;1121,00$/),
    '30/06/2026;;Totales y saldo final;121,00;210,00;1121,00',
  ]);
});

it('has no more lines than a file holds, and is of an account that there is', async () => {
  await sold();
  const asked = { account: '430', from: '2026-01-01', to: '2026-12-31' };
  await expect(readWholeAccount(company.records, ['2026'], asked, 2)).rejects.toMatchObject({
    code: 'statement.too_long',
    params: { limit: 2 },
  });
  expect((await readWholeAccount(company.records, ['2026'], asked, 3)).lines.map(({ amount }) => amount)).toEqual([
    1210_00, -210_00, 121_00,
  ]);
  const refused = async (name: string, query: Readonly<Record<string, string>>) => {
    const { status, code, field } = await file(name, { format: 'csv', ...query });
    return [status, code, field];
  };
  expect([
    await refused('account-ledger', {}),
    await refused('trial-balance', { account: '430' }),
    await refused('account-ledger', { account: '4309' }),
    await refused('account-ledger', { account: '430', from: '2026-02-01', date: '2026-01-01' }),
    await refused('receivables-ageing', { date: '2026-01-31' }),
  ]).toEqual([
    [400, 'statement.account', 'query.account'],
    [400, 'statement.account', 'query.account'],
    [404, 'account.not_found', 'query.account'],
    [400, 'range.backwards', 'query.from'],
    [400, 'statement.of_today', 'query.date'],
  ]);
});

it('has a row for each customer by name, which come to what the page says', async () => {
  const api = await sold();
  const csv = sheetCsv(ageingSheet('receivables-ageing', await readReceivables(company.records, DAY), 'es'));
  // On 15 June 9 April is 67 days ago.
  expect(csv.split('\r\n')).toEqual([
    '\ufeffNIF;Cliente;Sin vencer;1 a 30 días;31 a 60 días;61 a 90 días;Más de 90 días;Pendiente;A favor;Saldo',
    "B12345674;'=Ábaco;121,00;0,00;0,00;0,00;0,00;121,00;0,00;121,00",
    'B65410011;Cliente de prueba;0,00;0,00;0,00;1210,00;0,00;1210,00;-210,00;1000,00',
    ';Totales;121,00;0,00;0,00;1210,00;0,00;1331,00;-210,00;1121,00',
    '',
  ]);
  const { lines } = await file('receivables-ageing', { format: 'csv', language: 'en' });
  const { ageing, openInvoices, unappliedCredits, receivable } = await api.done('GET /receivables');
  const ages = ['notDue', 'days1to30', 'days31to60', 'days61to90', 'over90'].map((age) => ageing[age].amount);
  const sums = [...ages, openInvoices.amount, `-${unappliedCredits.amount}`, receivable.amount];
  expect(lines.at(-1)).toBe(`,Totals,${sums.join(',')}`);
});

it('has a row for each supplier, with what waits for approval and each part on its day', async () => {
  const api = payablesOf(company.tenant);
  for (const by of ['ana', 'bea']) await api.ask(by, 'GET /payables', undefined, { roles: ['accountant'] });
  const [one, two] = [await api.supplier(), await api.supplier({ name: 'Zinc, S.L.' })];
  // 121.00 due on 31 March; 2,420.00 above the limit, in two parts; 50.00 paid in advance.
  await api.bill(one.id, 'A-1', '100.00');
  const parts = [
    { date: '2026-05-31', amount: eur('1420.00') },
    { date: '2026-06-30', amount: eur('1000.00') },
  ];
  await api.bill(two.id, 'Z-1', '2000.00', { dueDates: parts });
  await api.pay('bea', one.id, '50.00');
  const sheet = ageingSheet('payables-ageing', await readPayables(recordsOf(company.tenant), DAY), 'en');
  expect(sheet.rows.map(({ text, amounts }) => [text, ...amounts])).toEqual([
    ['Talleres Robla', 0, 0, 0, 121_00, 0, 121_00, -50_00, 71_00],
    ['Zinc, S.L.', 1000_00, 1420_00, 0, 0, 0, 2420_00, 0, 2420_00],
    ['Totals', 1000_00, 1420_00, 0, 121_00, 0, 2541_00, -50_00, 2491_00],
  ]);
  const page = await api.done('ana', 'GET /payables');
  expect([page.openBills.amount, page.unappliedCredits.amount, page.payable.amount]).toEqual(['2541.00', '50.00', '2491.00']);
});

it('is a workbook and a page, with days and the account', async () => {
  const account = { code: '572', name: 'Bancos', nameEn: 'Banks' };
  const line = { date: '2026-02-03', entryId: 'je_x', text: '=1+1', amount: 12_34, balance: 22_34 };
  const days = { from: '2026-01-01', to: '2026-12-31' };
  const received = { ...line, entryId: 'je_rcp_8EBDFJX1MENX2X156YHH71Z1CK', text: 'Cobro', amount: 1_00, balance: 23_34 };
  const sheet = ledgerSheet({ account, ...days, opening: 10_00, closing: 23_34, lines: [line, received], unreadable: ['man_y'] }, 'es');
  const owner = {
    company: {
      name: 'Lumbre, S.L.',
      taxId: 'B12345674',
      address: { street: 'X', postalCode: '28013', city: 'Madrid', country: 'ES' as const },
    },
    ...days,
  };
  const [heads, , second] = sheetOf(Buffer.from(await sheetFile(sheet, 'xlsx', owner)));
  expect(heads).toEqual(['Fecha', 'Asiento', 'Concepto', 'Debe', 'Haber', 'Saldo']);
  // 3 February 2026, as days since 30 December 1899.
  expect(second).toEqual(['46056', 'je_x', '=1+1', '12.34', '0', '22.34']);
  const { text } = await readPdf(Buffer.from(await sheetFile(sheet, 'pdf', owner)));
  for (const part of ['572 Bancos', '03/02/2026', 'je_x', '12,34', '22,34', 'man_y']) expect(text).toContain(part);
  // On paper an entry has the number that people know it by: its id leaves the text no room.
  expect(text).toMatch(/03\/02\/2026 \S{1,3}-8EBDFJX1 Cobro/);
  expect(text).not.toContain('MENX2X156');
  const rows = Array.from({ length: 2001 }, () => sheet.rows[0] ?? expect.fail());
  await expect(sheetFile({ ...sheet, rows }, 'pdf', owner)).rejects.toMatchObject({
    code: 'statement.too_long',
    params: { why: 'pdf', limit: 2000, lines: 2001 },
  });
});
