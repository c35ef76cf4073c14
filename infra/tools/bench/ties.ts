import { execFileSync, spawnSync } from 'node:child_process';
import { COMPANY_ID, Companies } from '#domain/platform/company/company.ts';
import { writeExport } from '../../../functions/finance/ledger/export-writer.ts';
import { walkBook } from '../../../functions/finance/tax/book-reader.ts';
import { Failure } from '../local/failure.ts';
import { type BenchCompany, benchCompany, tenantOf } from './company.ts';
import type { Meter } from './meter.ts';
import { type Kept, tradedBooks } from './traded-books.ts';

const cents = ({ amount }: { readonly amount: string }): number => Math.round(Number(amount) * 100);
type Sums = ReadonlyMap<string, number>;

/** What differs between two sets of sums, by name; zero and absent are the same. */
function differences(what: string, a: Sums, b: Sums): string[] {
  const keys = [...new Set([...a.keys(), ...b.keys()])].sort();
  return keys.flatMap((key) =>
    (a.get(key) ?? 0) === (b.get(key) ?? 0) ? [] : [`${what}: ${key} is ${a.get(key) ?? 0} and ${b.get(key) ?? 0}`],
  );
}

/** Closing balances of the trial balance at the end of a month: debit positive. */
async function trialAt({ ask }: BenchCompany, month: string): Promise<Sums> {
  const { rows } = await ask('GET /trial-balance', undefined, {
    date: `${month}-${lastDay(month)}`,
    from: '2026-01-01',
    consistent: 'true',
  });
  return new Map(rows.map((row: { account: string; closing: { amount: string } }) => [row.account, cents(row.closing)]));
}
const lastDay = (month: string): string => String(new Date(Date.UTC(2026, Number(month.slice(5)), 0)).getUTCDate());

interface Line {
  readonly id: string;
  readonly accounts: readonly { readonly account: string; readonly amounts: readonly { readonly amount: string }[] }[];
}

/** What the lines of a statement hold of each account: debit positive, whatever sign the line has. */
async function statementAt({ ask }: BenchCompany, name: string, month: string): Promise<Sums> {
  const query = { from: '2026-01-01', date: `${month}-${lastDay(month)}`, consistent: 'true' };
  const { lines, balanced, unassigned } = await ask(`GET /statements/${name}`, undefined, query);
  if (!balanced || unassigned.length > 0) throw new Failure(`the ${name} of ${month} does not balance`);
  const sums = new Map<string, number>();
  for (const { id, accounts } of lines as Line[])
    for (const { account, amounts } of accounts)
      sums.set(account, (sums.get(account) ?? 0) + (id.startsWith('1') ? 1 : -1) * cents(amounts[0] ?? { amount: '0' }));
  return sums;
}

/** Every account of the trial balance stands in one of the two statements with its balance. */
async function statementsTie(company: BenchCompany, month: string): Promise<string[]> {
  const trial = await trialAt(company, month);
  const [sheet, result] = [await statementAt(company, 'balance-sheet', month), await statementAt(company, 'income-statement', month)];
  const both = new Map([...[...sheet].filter(([account]) => !/^[67]/.test(account)), ...result]);
  return differences(`trial balance and statements of ${month}`, trial, both);
}

interface Posting {
  readonly month: string;
  readonly account: string;
  readonly currency: string;
  /** Minor units of the currency, and cents of euros. */
  readonly amount: number;
  readonly cost: number;
}

/** Reads the hledger journal back: no line of it is taken that this does not know. */
function postingsIn(journal: string): Posting[] {
  let month = '';
  return journal.split('\n').flatMap((line) => {
    if (/^\d{4}-\d\d-\d\d /.test(line)) month = line.slice(0, 7);
    if (!line.startsWith('    ')) return [];
    const [, account = '', amount = '', currency = '', cost] =
      /^ {4}(\d+) .*? {2}(-?[\d.]+) ([A-Z]{3})(?: @@ ([\d.]+) EUR)?(?: {2};.*)?$/.exec(line) ?? [];
    if (!account) throw new Failure(`the journal has a line that reads as nothing: ${line}`);
    const minor = Math.round(Number(amount) * 100);
    return [
      { month, account, currency, amount: minor, cost: cost === undefined ? minor : Math.sign(minor) * Math.round(Number(cost) * 100) },
    ];
  });
}

const summed = (postings: readonly Posting[], keyOf: (posting: Posting) => string, of: (posting: Posting) => number): Sums => {
  const sums = new Map<string, number>();
  for (const posting of postings) sums.set(keyOf(posting), (sums.get(keyOf(posting)) ?? 0) + of(posting));
  return sums;
};

const hasHledger = spawnSync('hledger', ['--version']).status === 0;
const hledger = (journal: string, ...args: readonly string[]): string =>
  execFileSync('hledger', ['-f', '-', ...args], {
    input: journal,
    env: { ...process.env, LANG: 'C.UTF-8', LC_ALL: 'C.UTF-8' },
    encoding: 'utf8',
    maxBuffer: 200_000_000,
  });

/** What hledger makes of the journal before a day: cents of euros by account, at cost. */
function hledgerAt(journal: string, before: string): Sums {
  const rows = hledger(journal, 'balance', '-B', '--flat', '--no-total', '-e', before, '-O', 'csv').trim().split('\n').slice(1);
  return new Map(
    rows.map((row) => {
      const [, account = '', amount = ''] = /^"(\d+) .*","(.*)"$/.exec(row) ?? [];
      return [account, Math.round(Number(amount.replace(' EUR', '')) * 100)];
    }),
  );
}

/** The export as a journal for hledger, and what this reads back of it. */
async function exported(company: BenchCompany): Promise<{ journal: string; entries: number; postings: Posting[] }> {
  const stored = await company.records.getOrThrow(Companies, COMPANY_ID);
  const asked = { kind: 'journal-hledger' as const, range: { from: '2026-01-01', to: '2026-12-31' } };
  const { text = '', entries = 0 } = (await writeExport(company.records, stored, asked, { on: '2026-12-31', most: 1_000_000 })) ?? {};
  return { journal: text, entries, postings: postingsIn(text) };
}

/** The export has every balance of the books, by account, currency and date. */
async function exportTies(company: BenchCompany, kept: Kept, months: readonly string[]): Promise<string[]> {
  const { journal, entries, postings } = await exported(company);
  const inCurrency = summed(
    postings.filter(({ currency }) => currency !== 'EUR'),
    ({ account, currency }) => `${account} ${currency}`,
    ({ amount }) => amount,
  );
  const byMonth = summed(
    postings,
    ({ account, month }) => `${account} ${month}`,
    ({ cost }) => cost,
  );
  if (hasHledger) hledger(journal, 'check', '--strict');
  const faults = [
    ...(entries === kept.entries ? [] : [`the export has ${entries} entries, and ${kept.entries} were posted`]),
    ...differences('export by currency', inCurrency, kept.foreign),
    ...differences('export by month', byMonth, kept.moved),
  ];
  for (const month of months) {
    const trial = await trialAt(company, month);
    const until = postings.filter((posting) => posting.month <= month);
    const own = summed(
      until,
      ({ account }) => account,
      ({ cost }) => cost,
    );
    const next = `2026-${String(Number(month.slice(5)) + 1).padStart(2, '0')}-01`;
    faults.push(...differences(`trial balance and export at the end of ${month}`, trial, own));
    if (hasHledger) faults.push(...differences(`trial balance and hledger before ${next}`, trial, hledgerAt(journal, next)));
  }
  return faults;
}

/** Bases and taxes of both registers of the third quarter: what is sold by rate, what is bought in all. */
async function registers({ records }: BenchCompany): Promise<{ sums: Sums; lines: number }> {
  const sums = new Map<string, number>();
  let lines = 0;
  for (const book of ['issued', 'received'] as const)
    for await (const rows of walkBook(records, book, '2026-3T'))
      for (const { percent, base, tax, deductible } of rows) {
        lines += 1;
        const [rate, amount] = book === 'issued' ? [` ${percent}`, tax] : ['', deductible];
        sums.set(`base${rate}`, (sums.get(`base${rate}`) ?? 0) + base);
        sums.set(`tax${rate}`, (sums.get(`tax${rate}`) ?? 0) + amount);
      }
  return { sums, lines };
}

const BOXES = { '07': 'base 21', '09': 'tax 21', '04': 'base 10', '06': 'tax 10', 28: 'base', 29: 'tax' } as const;

/** Form 303 of the third quarter is the sum of its registers, rate by rate, and both are what 477 and 472 moved by. */
async function returnTies(company: BenchCompany, kept: Kept): Promise<{ faults: string[]; lines: number }> {
  const form = await company.ask('GET /tax-returns/303', undefined, { period: '2026-3T', consistent: 'true' });
  const boxes = new Map<string, number>(form.boxes.map((one: { box: string; amount: { amount: string } }) => [one.box, cents(one.amount)]));
  const { sums, lines } = await registers(company);
  const box = (names: readonly string[]): Sums => new Map(names.map((name) => [name, boxes.get(name) ?? 0]));
  const told = new Map(Object.entries(BOXES).map(([name, key]) => [name, sums.get(key) ?? 0]));
  const posted = (account: string) => kept.balance(account, '2026-09') - kept.balance(account, '2026-06');
  const accounts = new Map([
    ['27', -posted('477')],
    ['45', posted('472')],
  ]);
  const disagrees = form.unassigned.length > 0 || form.ties.some(({ agrees }: { agrees: boolean }) => !agrees);
  const faults = [
    ...differences('form 303 and its registers', box(Object.keys(BOXES)), told),
    ...differences('form 303 and the accounts', box(['27', '45']), accounts),
    ...(disagrees ? ['form 303 says itself that it does not agree'] : []),
  ];
  return { faults, lines };
}

/** What was looked at, and how long it took. */
export interface Ties {
  readonly entries: number;
  readonly vatLines: number;
  readonly hledger: boolean;
  readonly seconds: { readonly posting: number; readonly reading: number };
}

/**
 * A company of 20,000 postings whose books agree with themselves, whoever adds them up.
 * @throws Failure naming what does not, the first twenty of it.
 */
export async function measureTies(meter: Pick<Meter, 'uncounted'>, share = 1): Promise<Ties> {
  return meter.uncounted(async () => {
    const began = performance.now();
    const company = await benchCompany(tenantOf('ties'), 1);
    const kept = await tradedBooks(company, share);
    const posted = performance.now();
    const months = ['2026-03', '2026-08', '2026-11'];
    const faults = await exportTies(company, kept, months);
    for (const month of months) faults.push(...(await statementsTie(company, month)));
    const { faults: ofReturn, lines } = await returnTies(company, kept);
    faults.push(...ofReturn);
    if (kept.entries < 20_000 * share || (share === 1 && lines < 10_000))
      faults.push(`only ${kept.entries} postings and ${lines} lines of VAT`);
    if (faults.length > 0) throw new Failure(`the books do not agree:\n  ${faults.slice(0, 20).join('\n  ')}`);
    const seconds = { posting: (posted - began) / 1000, reading: (performance.now() - posted) / 1000 };
    return { entries: kept.entries, vatLines: lines, hledger: hasHledger, seconds };
  });
}
