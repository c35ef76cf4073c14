import { GetItemCommand } from '@aws-sdk/client-dynamodb';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { openPosting } from '../../../../functions/finance/ledger/posting-session.ts';
import { handler as project } from '../../../../functions/finance/ledger/project-balances.event.ts';
import { readTrialBalance } from '../../../../functions/finance/ledger/trial-store.ts';
import { handler as statementQueries } from '../../../../functions/finance/statements/queries.ts';
import { ManualEntries } from '../../../../shared/domain/finance/ledger/manual-entry.ts';
import { PeriodSequences, sequencesOfYear } from '../../../../shared/domain/finance/ledger/period-sequence.ts';
import { corporateTax } from '../../../../shared/domain/finance/year-end/proposals.ts';
import { COMPANY_ID, Companies } from '../../../../shared/domain/platform/company/company.ts';
import { create, update } from '../../../../shared/kernel/record.ts';
import { dynamo, marshall, tableName } from '../../../../shared/runtime/dynamo.ts';
import { idFrom } from '../../../../shared/runtime/fingerprint.ts';
import { keyOf } from '../../../../shared/runtime/record-item.ts';
import { Records } from '../../../../shared/runtime/records.ts';
import { call, newTenant } from '../../../support/call.ts';
import { newCompany } from '../../../support/company.ts';
import { useMemoryBucket } from '../../../support/memory-bucket.ts';
import { useMemoryTable } from '../../../support/memory-table.ts';
import { closesOf } from '../../../support/month-close.ts';
import { readPdf } from '../../../support/pdf.ts';

useMemoryTable({ openWork: true, lists: true });
beforeAll(() => void vi.useFakeTimers({ toFake: ['Date'] }));
afterAll(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
});
const on = (instant: string) => vi.setSystemTime(new Date(instant));

type Lines = Readonly<Record<string, number>>;
/** The worked example of a year end (11) of the project's facts: balances before, adjustments, and the tax of a micro company. */
const BEFORE: Lines = {
  ...{ 100: -10_000, 113: -2000, 213: 20_000, 281: -4000, 300: 5000, 430: 9000, 473: 400, 572: 12_060, 400: -6000, 4750: -800 },
  ...{ 476: -400, 4751: -250, 600: 38_000, 621: 6000, 625: 1200, 640: 21_000, 642: 6800, 700: -96_000, 769: -10 },
};
const ADJUSTED: readonly Lines[] = [
  { 681: 2400, 281: -2400 },
  { 300: 1200, 610: -1200 },
  { 480: 595.07, 625: -595.07 },
  { 6300: 4256.96, 473: -400, 4752: -3856.96 },
];

const tenant = newTenant();
const closes = closesOf(tenant);
let posted = 0;
/** An entry as documents make it: also on accounts that no person posts to. */
async function post(by: string, date: string, text: string, lines: Lines): Promise<void> {
  const stamp = { by: `${by}@${tenant}.example`, request: `r${++posted}`, action: 'postEntry', at: new Date() };
  const records = new Records(tenant, stamp);
  const id = idFrom('man', tenant, String(posted));
  const posting = await openPosting(records, { date, document: id, canPostToClosed: true });
  const entry = posting.add(
    text,
    Object.entries(lines).map(([account, amount]) => ({ account, amount: Math.round(amount * 100) })),
  );
  await records.commit([create(ManualEntries, id, { date, text, entry }), ...posting.changes()]);
  const Key = marshall(keyOf(tenant, ManualEntries, id));
  const { Item } = await dynamo.send(new GetItemCommand({ TableName: tableName(), Key }));
  // As the table's stream tells it.
  await project({ Records: [{ eventName: 'INSERT', dynamodb: { NewImage: Item as never } }] }, {} as never);
}

const YEAR = { from: '2026-01-01', date: '2026-12-31' };
const statement = async (name: string, more: Record<string, string> = {}) => {
  const { body, status } = await call(statementQueries, `GET /statements/${name}`, 'GET /statements/{statement}', {
    tenant,
    query: { date: YEAR.date, ...more },
  });
  expect(status, JSON.stringify(body)).toBe(200);
  return new Map<string, string>(
    body.lines.map((line: { label: string; amounts: { amount: string }[] }) => [line.label, line.amounts[0]?.amount]),
  );
};
const lineOf = (lines: ReadonlyMap<string, string>, begins: RegExp) => [...lines].find(([label]) => begins.test(label))?.[1];

/** Closes December: what a company without sub-ledgers here has at fault is waived by bea, who has posted nothing. */
async function close(): Promise<string> {
  const { id } = await closes.start('bea', '2026-12');
  await closes.run(id);
  for (const check of await closes.checksIn(id, 'failed'))
    await closes.done('bea', `POST /month-closes/${id}/checks/${check}/waiver`, { reason: 'Se lleva fuera', until: '2027-03-01' });
  expect(await closes.run(id)).toBe('end');
  expect((await closes.read(id)).state).toBe('closed');
  return id;
}

it('example 11 closes to 41,455.07, and is reopened for a late bill: the pack stays, and both years are known', async () => {
  const { objects } = useMemoryBucket();
  on('2027-01-08T10:00:00Z');
  const { records } = await newCompany(tenant);
  for (const by of ['ana', 'bea']) await closes.ask(by, 'GET /month-closes', undefined, { roles: ['owner'] });
  await records.commit(sequencesOfYear('2027').map(({ id, data }) => create(PeriodSequences, id, data)));
  const company = await records.getOrThrow(Companies, COMPANY_ID);
  await records.commit([update(Companies, company, { ...company, fiscalYears: ['2026', '2027'] })]);
  await post('ana', '2026-12-01', 'Saldos antes de los ajustes', BEFORE);
  for (const lines of ADJUSTED) await post('ana', '2026-12-31', 'Ajuste de cierre', lines);
  const closeId = await close();
  const { packs } = await closes.read(closeId);
  const key = `reports/${tenant}/closes/${closeId}.1.zip`;
  const first = Buffer.from(objects.get(key) as Buffer);
  const sheet = await readPdf(Buffer.from(unzipSync(first)['balance-sheet.pdf'] as Uint8Array));
  expect(sheet.text).toContain('41.455,07');
  expect(lineOf(await statement('balance-sheet'), /^TOTAL ACTIVO/)).toBe('41455.07');
  const before = await statement('income-statement');
  expect([/^7\./, /impuestos? sobre beneficios/i].map((label) => lineOf(before, label))).toEqual(['-6604.93', '-4256.96']);

  on('2027-01-15T10:00:00Z');
  await closes.done('bea', `POST /month-closes/${closeId}/reopening`, { reason: 'Factura de diciembre', until: '2027-01-20' });
  await post('ana', '2026-12-20', 'Factura 77 Auditores', { 623: 100, 472: 21, 410: -121 });
  const { body: since } = await call(
    statementQueries,
    'GET /statements/income-statement/differences',
    'GET /statements/{statement}/differences',
    {
      tenant,
      query: { date: YEAR.date, knownAt: packs[0].knownAt },
    },
  );
  expect(since.entries.map(({ text, date }: { text: string; date: string }) => [text, date])).toEqual([
    ['Factura 77 Auditores', '2026-12-20'],
  ]);
  const line7 = since.lines.find(({ label }: { label: string }) => label.startsWith('7.'));
  expect([line7.before[0].amount, line7.after[0].amount]).toEqual(['-6604.93', '-6704.93']);

  const rows = (await readTrialBalance(records, ['2026', '2027'], { from: YEAR.from, to: YEAR.date }, true)).value;
  const untaxed = rows.filter(({ account }) => !['6300', '473', '4752'].includes(account));
  expect(corporateTax('2026', 'micro', [...untaxed, { account: '473', closing: 40_000 }] as never)?.tax).toBe(423_796);
  await post('ana', '2026-12-31', 'Impuesto, menos 19 % de 100,00', { 6300: -19, 4752: 19 });
  expect(lineOf(await statement('income-statement'), /impuestos? sobre beneficios/i)).toBe('-4237.96');
  expect(lineOf(await statement('income-statement', { knownAt: packs[0].knownAt }), /impuestos? sobre beneficios/i)).toBe('-4256.96');
  await close();
  expect(objects.get(key)?.equals(first)).toBe(true);
  expect((await closes.read(closeId)).packs.map(({ run }: { run: number }) => run)).toEqual([1, 2]);
});
