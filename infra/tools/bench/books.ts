import { BatchWriteItemCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { ACCOUNT } from '#domain/finance/ledger/accounts.ts';
import { type Entry, type EntryLine, entryDraft, SHARDS } from '#domain/finance/ledger/entry.ts';
import { PeriodSequences, sequenceId, sequencesOfYear } from '#domain/finance/ledger/period-sequence.ts';
import { balancesKey, type Checkpoint, checkpointPlace, piecesOf, project } from '#domain/finance/ledger/projection.ts';
import { addWithheld, type WithheldSum, WithheldSums, withheldSumsOf } from '#domain/finance/tax/withheld-sums.ts';
import { COMPANY_ID, Companies } from '#domain/platform/company/company.ts';
import { create, type TaxFact, update } from '#kernel/record.ts';
import { marshall } from '#runtime/dynamo.ts';
import { type BenchCompany, benchCompany, tenantOf, YEAR } from './company.ts';
import { dollars, readPrices, useOf } from './cost.ts';
import type { Call, Meter } from './meter.ts';
import { exponent } from './stats.ts';

/** Entries of the year before, which is over and can be closed; a tenth as many are of this one. */
export const BOOK_SIZES = [1000, 10_000, 100_000, 1_000_000] as const;
const BEFORE = String(Number(YEAR) - 1);

/** What reading or closing books of a size costs. */
export interface BookFigures {
  readonly action: string;
  readonly entries: number;
  readonly calls: number;
  readonly writes: number;
  readonly reads: number;
  readonly ms: number;
  /** Of a thousand times, by the prices of the price file. */
  readonly usdPerThousand: number;
}

const EXPENSES = [
  '621',
  '622',
  '623',
  '624',
  '625',
  '626',
  '627',
  '628',
  '629',
  '631',
  '640',
  '642',
  '649',
  '662',
  '669',
  '678',
  '681',
  '693',
];
const vat = (side: TaxFact['side'], base: number): TaxFact => ({ side, code: 'IVA-G', percent: '21', base, tax: Math.round(base * 0.21) });

/** What a trading company posts, in turns: a sale, its receipt, a purchase, its payment, an expense. */
function postingOf(i: number): { readonly lines: readonly EntryLine[]; readonly taxes: readonly TaxFact[] } {
  const base = 1000 + ((i * 7919) % 90_000);
  const tax = Math.round(base * 0.21);
  const line = (account: string, amount: number): EntryLine => ({ account, amount });
  const expense = EXPENSES[Math.floor(i / 5) % EXPENSES.length] ?? '629';
  const turns = [
    { lines: [line('430', base + tax), line(i % 2 ? '700' : '705', -base), line('477', -tax)], taxes: [vat('output', base)] },
    { lines: [line(i % 3 ? '572' : '570', base), line('430', -base)], taxes: [] },
    { lines: [line('600', base), line('472', tax), line(i % 2 ? '400' : '410', -base - tax)], taxes: [vat('input', base)] },
    { lines: [line('400', base), line('572', -base)], taxes: [] },
    { lines: [line(expense, base), line(expense === '681' ? '281' : i % 2 ? '572' : '476', -base)], taxes: [] },
  ];
  return turns[i % turns.length] ?? { lines: [], taxes: [] };
}

/** So many people and landlords of whom tax is withheld, in companies of all sizes; one of so many entries is a bill of theirs, paid a month later: of each at least one a month. */
const RECIPIENTS = 12;
const WITHHELD_EVERY = 7;
const LETTERS = 'TRWAGMYFPDXBNJZSQVHLCKE';

/** What a year of so many entries withheld: by the rule that every bill of theirs is kept by, and pay once a month. */
function withheldOfYear(year: string, count: number): Map<string, WithheldSum> {
  const sums = new Map<string, WithheldSum>();
  const entryOf = (date: string, amount: number): Entry => ({
    ...entryDraft(date, '', [
      { account: '629', amount },
      { account: ACCOUNT.withheld, amount: -amount },
    ]),
    ...{ period: date.slice(0, 7), shard: 0, seq: 1 },
  });
  const add = (id: string, date: string, amount: number, more: Partial<Parameters<typeof withheldSumsOf>[0]>) =>
    addWithheld(
      sums,
      withheldSumsOf({
        ...{ kind: 'supplier-bill', id, entry: entryOf(date, amount), taxes: [], paper: undefined, withheld: [] },
        ...more,
      }),
    );
  for (let i = 0; i < count / WITHHELD_EVERY; i += 1) {
    const no = i % RECIPIENTS;
    const month = Math.floor((i * WITHHELD_EVERY * 12) / count);
    const [date, on] = [month, Math.min(month + 1, 11)].map((at) => `${year}-${String(at + 1).padStart(2, '0')}-15`) as [string, string];
    const [code, percent] = no % 6 === 5 ? ['RENT19', '19'] : ['PRO15', '15'];
    const [base, tax] = [100_000, 1000 * Number(percent)];
    const party = { name: `Perito Tasador ${no}, Asesores`, taxId: `${String(no).padStart(8, '0')}${LETTERS[no % 23]}` };
    const withheld = { code, percent, amount: tax, at: 'payment' as const };
    const paper = {
      ...{ book: 'received' as const, number: `F-${i}`, date, form: 'full' as const, sign: 1 as const },
      party,
      taxes: [],
      withheld,
    };
    add(`bil_${i}`, date, tax, { paper, withheld: [{ on, code, percent, base, tax }] });
  }
  for (let month = 1; month <= 12; month += 1)
    add(`man_${month}`, `${year}-${String(month).padStart(2, '0')}-28`, 250_000, { kind: 'manual-entry' });
  return sums;
}

type Rows = Map<string, Record<string, unknown>>;

/** Folds as many entries of a year as the projection would, piece by piece by its own arithmetic, into rows of balances. */
function fold(tenant: string, year: string, days: number, count: number, rows: Rows): ReadonlyMap<string, Checkpoint> {
  const checkpoints = new Map<string, Checkpoint>();
  const numbers = new Map<string, number>();
  const BATCH = 500;
  for (let at = 0; at < count; at += BATCH) {
    const pieces = Array.from({ length: Math.min(BATCH, count - at) }, (_, k) => {
      const i = at + k;
      const date = new Date(Date.UTC(Number(year), 0, 1 + Math.floor((i * days) / count))).toISOString().slice(0, 10);
      const { lines, taxes } = postingOf(i);
      const sequence = sequenceId(date.slice(0, 7), i % SHARDS);
      numbers.set(sequence, (numbers.get(sequence) ?? 0) + 1);
      const entry: Entry = { ...entryDraft(date, '', lines), period: date.slice(0, 7), shard: i % SHARDS, seq: numbers.get(sequence) ?? 0 };
      return piecesOf({ tenant, entry, taxes });
    }).flat();
    const { increments, checkpoints: after } = project(pieces, checkpoints);
    for (const [shard, checkpoint] of after) checkpoints.set(shard, checkpoint);
    for (const { span, account, sums } of increments) {
      const key = { pk: balancesKey(tenant, span), sk: account };
      const row: Record<string, unknown> = rows.get(`${key.pk} ${account}`) ?? key;
      for (const [field, amount] of Object.entries(sums)) row[field] = Number(row[field] ?? 0) + Number(amount);
      rows.set(`${key.pk} ${account}`, row);
    }
  }
  return checkpoints;
}

const raw = new DynamoDBClient({});
async function putRows(rows: readonly Record<string, unknown>[]): Promise<void> {
  const table = process.env.TABLE_RECORDS ?? '';
  for (let at = 0; at < rows.length; at += 25)
    await raw.send(
      new BatchWriteItemCommand({
        RequestItems: { [table]: rows.slice(at, at + 25).map((row) => ({ PutRequest: { Item: marshall(row) } })) },
      }),
    );
}

async function setYears({ records }: BenchCompany, fiscalYears: string[]): Promise<void> {
  const stored = await records.getOrThrow(Companies, COMPANY_ID);
  await records.commit([update(Companies, stored, { ...stored, fiscalYears })]);
}

/** A company of which so many entries were counted: balances, checkpoints and sequences as they would be; its entries are left out, nothing here reads them. What was withheld is there by recipient. */
async function foldedCompany(entries: number): Promise<BenchCompany> {
  const company = await benchCompany(tenantOf(`books${entries}`), 1);
  const { records, tenant } = company;
  await records.commit(sequencesOfYear(BEFORE).map(({ id, data }) => create(PeriodSequences, id, data)));
  await setYears(company, [BEFORE, YEAR]);
  const rows: Rows = new Map();
  const counted = new Map([...fold(tenant, BEFORE, 365, entries, rows), ...fold(tenant, YEAR, 318, Math.ceil(entries / 10), rows)]);
  await putRows([
    ...rows.values(),
    ...[...counted].map(([shard, { contiguousTo, ahead }]) => ({ ...checkpointPlace(shard), contiguousTo, ahead, rev: 1 })),
  ]);
  const ids = [...counted.keys()].map((key) => `per_${key.slice(key.lastIndexOf('#') + 1)}`);
  const sequences = await records.getMany(PeriodSequences, ids);
  const changes = [...counted.values()].flatMap(({ contiguousTo }, i) => {
    const sequence = sequences[i];
    return sequence ? [update(PeriodSequences, sequence, { ...sequence, seq: contiguousTo })] : [];
  });
  for (let at = 0; at < changes.length; at += 90) await records.commit(changes.slice(at, at + 90));
  const withheld = [...withheldOfYear(BEFORE, entries), ...withheldOfYear(YEAR, Math.ceil(entries / 10))];
  for (let at = 0; at < withheld.length; at += 90)
    await records.commit(withheld.slice(at, at + 90).map(([id, sum]) => create(WithheldSums, id, sum)));
  return company;
}

const compared = { date: `${YEAR}-11-14`, comparedDate: `${BEFORE}-11-14` };
const READINGS: readonly (readonly [action: string, route: string, query: Readonly<Record<string, string>>])[] = [
  ['Trial balance', 'GET /trial-balance', { date: compared.date }],
  ['Balance sheet, compared', 'GET /statements/balance-sheet', compared],
  ['Profit and loss, compared', 'GET /statements/income-statement', compared],
  ['Cash flow, indirect, compared', 'GET /statements/cash-flow-indirect', compared],
  ['Cash flow, direct, compared', 'GET /statements/cash-flow-direct', compared],
  ['Changes in equity, compared', 'GET /statements/equity-changes', compared],
  ['Form 303, draft of a quarter', 'GET /tax-returns/303', { period: `${YEAR}-3T` }],
  ['Form 111, draft of a quarter', 'GET /tax-returns/111', { period: `${BEFORE}-3T` }],
  ['Form 115, draft of a quarter', 'GET /tax-returns/115', { period: `${BEFORE}-3T` }],
  ['Form 190, draft of a year', 'GET /tax-returns/190', { period: `${BEFORE}-0A` }],
  ['Form 180, draft of a year', 'GET /tax-returns/180', { period: `${BEFORE}-0A` }],
];

/** What statements, form 303 and the year end cost with ledgers of all sizes. */
export async function measureBookSizes(meter: Meter): Promise<BookFigures[]> {
  const prices = await readPrices();
  const figures: BookFigures[] = [];
  for (const entries of BOOK_SIZES) {
    const company = await meter.uncounted(() => foldedCompany(entries));
    const measured = async (action: string, work: () => Promise<unknown>): Promise<void> => {
      const began = performance.now();
      const { calls } = await meter.during(work);
      const ms = performance.now() - began;
      const total = (of: (call: Call) => number): number => calls.reduce((sum, call) => sum + of(call), 0);
      const usd = dollars(prices, useOf([{ name: action, by: 'http', calls }]), 0).Total ?? 0;
      figures.push({
        action,
        entries,
        calls: calls.length,
        writes: total((c) => c.writes + c.indexWrites),
        reads: total((c) => c.reads),
        ms,
        usdPerThousand: usd,
      });
    };
    for (const [action, route, query] of READINGS) await measured(action, () => company.ask(route, undefined, query));
    // The same ledger as a company has it that began this year: sequences and checkpoints are of one year.
    await meter.uncounted(() => setYears(company, [YEAR]));
    await measured('Balance sheet, one fiscal year', () =>
      company.ask('GET /statements/balance-sheet', undefined, { date: compared.date }),
    );
    await measured('Form 303, one fiscal year', () => company.ask('GET /tax-returns/303', undefined, { period: `${YEAR}-3T` }));
    await meter.uncounted(() => setYears(company, [BEFORE, YEAR]));
    await measured('Year end of the year before', () => company.ask(`POST /year-ends/${BEFORE}/closing`, {}));
  }
  meter.takeChanges();
  return figures.sort((a, b) => (a.action === b.action ? a.entries - b.entries : 0));
}

/** The exponent of an action's reads and writes against the entries of the ledger. */
export const bookExponent = (rows: readonly BookFigures[]): number =>
  Math.max(
    exponent(rows.map((row) => [row.entries, row.reads])),
    exponent(rows.map((row) => [row.entries, row.writes])),
    exponent(rows.map((row) => [row.entries, row.calls])),
  );
