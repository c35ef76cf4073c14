import type { StoredBankAccount } from '#domain/finance/banking/bank-account.ts';
import { BankFiles, newBankFile, statementKey } from '#domain/finance/banking/bank-file.ts';
import { BankLines, lineBucket, type StoredBankLine } from '#domain/finance/banking/bank-line.ts';
import { BankRules } from '#domain/finance/banking/bank-rule.ts';
import { BankStatements, type KeptStatement } from '#domain/finance/banking/bank-statement.ts';
import { MatchRuns, NO_COUNTS, type StoredMatchRun } from '#domain/finance/banking/match-run.ts';
import type { BankStatement } from '#domain/finance/banking/statement.ts';
import { Receipts } from '#domain/finance/receivables/receipt.ts';
import { SupplierPayments } from '#domain/finance/supplier-payments/supplier-payment.ts';
import { create } from '#kernel/record.ts';
import { idFrom } from '#runtime/fingerprint.ts';
import { everyRecord } from '#runtime/lists.ts';
import type { Records } from '#runtime/records.ts';
import { handler as matchBankLines } from '../../../functions/finance/banking/match-bank-lines.task.ts';
import { takeLines } from '../../../functions/finance/banking/statement-lines.ts';
import { planStatements } from '../../../functions/finance/banking/statement-plan.ts';
import type { TrueLine } from './bank-month/events.ts';
import { bankMonth } from './bank-month/month.ts';
import { accountsOf, IBANS, type MonthBooks, monthInBooks } from './bank-month/month-books.ts';
import { USUAL } from './bank-month/profile.ts';
import { type Templates, templatesOf } from './bank-month/templates.ts';
import { benchCompany, tenantOf } from './company.ts';
import type { Call, Meter } from './meter.ts';

type Line = BankStatement['lines'][number];

/** Takes a statement as the task does, its file read already. */
export async function takeStatement(records: Records, iban: string, lines: readonly Omit<Line, 'no' | 'at'>[]): Promise<void> {
  const told = lines
    .toSorted((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0))
    .map((line, i) => ({ ...line, no: i + 1, at: i + 1 }));
  const [first, last] = [told[0]?.date ?? '', told.at(-1)?.date ?? ''];
  const closing = told.reduce((sum, { amount }) => sum + amount, 0);
  const statement: BankStatement = {
    ...{ format: 'camt.053', account: { iban }, currency: 'EUR', from: first, to: last, opening: 0, closing },
    lines: told,
  };
  const id = idFrom(BankFiles.prefix, records.tenant, iban);
  const made = newBankFile({ fileName: 'extracto.xml', key: statementKey(records.tenant, id), madeAt: new Date().toISOString() });
  const file = await records.save([create(BankFiles, id, made)]);
  for (const plan of await planStatements(records, { ...file, sha256: `${iban}-${first}` }, [statement])) {
    const begun = await records.save<KeptStatement>([create(BankStatements, plan.id, plan.data)]);
    await takeLines(records, begun, plan.lines);
  }
}

/** What the bank tells of the month: of both accounts. */
export async function takeMonth(records: Records, { month, account, other, lines }: MonthBooks): Promise<void> {
  const theirs = [...month.otherLines.values()].toSorted((a, b) => (a.date < b.date ? -1 : 1));
  await takeStatement(
    records,
    other.iban,
    theirs.map(({ id, currency: _, learnt: __, parts: ___, ...line }) => ({ ...line, bankReference: id })),
  );
  await takeStatement(
    records,
    account.iban,
    lines.map(({ id, currency: _, learnt: __, parts: ___, ...line }) => ({ ...line, bankReference: id })),
  );
}

/** A run of the engine over the lines of an account, by nobody's hand: however often its task has to be called. */
export async function runEngine(records: Records, { account }: Pick<MonthBooks, 'account'>): Promise<StoredMatchRun> {
  const id = idFrom(MatchRuns.prefix, records.tenant, account.id, String(Date.now()));
  const told = { bankAccountId: account.id, accountName: account.name, madeAt: new Date().toISOString() };
  await records.commit([create(MatchRuns, id, { ...told, state: 'running', mode: 'post', threshold: 95, counts: NO_COUNTS, refused: [] })]);
  for (let left = true; left; )
    ({ left } = (await matchBankLines({ tenant: records.tenant, runId: id, execution: id } as never, {} as never)) as { left: boolean });
  return records.getOrThrow(MatchRuns, id);
}

/** All lines of an account in a year. */
const linesOf = (records: Records, { id }: StoredBankAccount, year: string): Promise<StoredBankLine[]> =>
  Array.fromAsync(everyRecord(records, BankLines, { bucket: lineBucket(id, year) }));

type Sums = readonly (readonly [candidate: string, amount: number])[];
type Part = NonNullable<StoredBankLine['match']>['parts'][number];

/** The documents that a receipt or a payment has settled, signed as the bank has them; with the credit notes beside it. */
async function moneySettled(records: Records, { as, id, credits = [] }: Part): Promise<Sums> {
  const sign = as === 'receipt' ? 1 : -1;
  const money = await (as === 'receipt' ? records.getOrThrow(Receipts, id) : records.getOrThrow(SupplierPayments, id));
  return [
    ...money.allocations.map((each) => [each.with, sign * (each.foreign ?? each.amount)] as const),
    ...credits.flatMap(({ note, invoice, amount = 0 }) => [[invoice, sign * amount] as const, [note, -sign * amount] as const]),
  ];
}

async function partSettled(records: Records, part: Part, transfers: ReadonlyMap<string, string>): Promise<Sums> {
  const { as, id, no, amount, line } = part;
  if (as === 'receipt' || as === 'payment') return moneySettled(records, part);
  if (as === 'transfer') return [[transfers.get(line ?? '') ?? '', amount]];
  if (as === 'run') return [[`${(await records.getOrThrow(SupplierPayments, id)).paymentRunId}#${no}`, amount]];
  return [];
}

const textOf = (sums: Sums): string => {
  const all = new Map<string, number>();
  for (const [id, amount] of sums) all.set(id, (all.get(id) ?? 0) + amount);
  return [...all]
    .map(([id, amount]) => `${id} ${amount}`)
    .toSorted()
    .join(', ');
};

export interface MatchedBooks {
  readonly lines: number;
  readonly posted: number;
  readonly wrong: number;
  /** Lines that nobody can tell, posted all the same. */
  readonly ties: number;
  readonly precision: number;
  readonly recall: number;
}

/** What became of the month's lines in the books, beside what they are. */
export async function figuresOf(records: Records, books: MonthBooks): Promise<MatchedBooks> {
  const { month, account, other, documents } = books;
  const year = (month.lines[0]?.line.date ?? '').slice(0, 4);
  const [mine, theirs] = await Promise.all([linesOf(records, account, year), linesOf(records, other, year)]);
  const transfers = new Map(theirs.map(({ id, bankReference = '' }) => [id, bankReference]));
  const own = new Map(mine.map((line) => [line.bankReference, line]));
  const isRight = async ({ kind, truth, ruleId }: TrueLine, { match }: StoredBankLine): Promise<boolean> => {
    const rule = kind === 'pos' ? 'pos' : ruleId;
    if (rule !== undefined) return match?.rule === idFrom(BankRules.prefix, records.tenant, rule);
    const settled = await Promise.all((match?.parts ?? []).map((part) => partSettled(records, part, transfers)));
    const wanted = truth.map(({ candidateId, amount }) => [documents.get(candidateId) ?? candidateId, amount] as const);
    return truth.length > 0 && textOf(settled.flat()) === textOf(wanted);
  };
  const outcomes = await Promise.all(
    month.lines.map(async (line) => {
      const stored = own.get(line.line.id);
      const isPosted = stored?.match !== undefined;
      return { line, isPosted, right: isPosted && (await isRight(line, stored)) };
    }),
  );
  const posted = outcomes.filter(({ isPosted }) => isPosted);
  const tellable = outcomes.filter(
    ({ line: { undecidable, truth, ruleId } }) => !undecidable && (truth.length > 0 || ruleId !== undefined),
  );
  const ties = posted.filter(({ line }) => line.undecidable).length;
  const wrong = posted.filter(({ right, line }) => !right || line.undecidable).length;
  const right = tellable.filter((each) => each.right).length;
  return {
    ...{ lines: outcomes.length, posted: posted.length, wrong, ties },
    ...{ precision: 1 - wrong / Math.max(1, posted.length), recall: right / Math.max(1, tellable.length) },
  };
}

/** What a month of so many lines took against so much that is open. */
interface MonthFigures extends MatchedBooks {
  readonly open: number;
  /** `processor`: what this process worked for it, whatever else the machine had to do. */
  readonly seconds: { readonly take: number; readonly match: number; readonly processor: number };
}

export interface BankingFigures {
  readonly months: readonly MonthFigures[];
  /** Of a smaller month, counted: write units of each line that was matched, of the line itself and its list, and of all that it posts. */
  readonly units: { readonly lines: number; readonly own: number; readonly all: number; readonly index: number; readonly reads: number };
  /** A statement of ten thousand lines, its file read already. */
  readonly statement: { readonly lines: number; readonly seconds: number };
}

const seconds = async (work: () => Promise<unknown>): Promise<number> => {
  const began = performance.now();
  await work();
  return (performance.now() - began) / 1000;
};

const SEED = 'libros';

async function measureMonth(
  name: string,
  templates: Templates,
  of: { readonly lines: number; readonly open: number },
): Promise<MonthFigures> {
  const { records } = await benchCompany(tenantOf(name), 1);
  const books = await monthInBooks(records, bankMonth(SEED, { ...of, profile: USUAL }), templates);
  const take = await seconds(() => takeMonth(records, books));
  const before = process.cpuUsage();
  const match = await seconds(() => runEngine(records, books));
  const { user, system } = process.cpuUsage(before);
  return { ...(await figuresOf(records, books)), open: of.open, seconds: { take, match, processor: (user + system) / 1e6 } };
}

/** Kinds of records that are a line's own: what it posts costs as much by whichever way it is posted. */
const OWN = new Set(['bank-line', 'bank-link', 'bank-habit', 'bank-match-run']);

async function measureUnits(meter: Meter, templates: Templates) {
  const { records, books } = await meter.uncounted(async () => {
    const company = await benchCompany(tenantOf('banco-u'), 1);
    const made = await monthInBooks(company.records, bankMonth(SEED, { lines: 120, open: 120, profile: USUAL }), templates);
    await takeMonth(company.records, made);
    return { records: company.records, books: made };
  });
  meter.takeChanges();
  const { value: run, calls } = await meter.during(() => runEngine(records, books));
  const changes = meter.takeChanges();
  const matched = run.counts.byRule + run.counts.byEngine;
  const own = changes.filter(({ dynamodb }) => OWN.has(String(dynamodb?.NewImage?.kind?.S ?? dynamodb?.OldImage?.kind?.S))).length;
  const sum = (of: (call: Call) => number): number => calls.reduce((total, call) => total + of(call), 0) / matched;
  return {
    lines: matched,
    own: (2 * own) / matched,
    all: sum(({ writes }) => writes),
    index: sum(({ indexWrites }) => indexWrites),
    reads: sum(({ reads }) => reads),
  };
}

async function measureStatement(lines: number): Promise<BankingFigures['statement']> {
  const { records } = await benchCompany(tenantOf('banco-x'), 1);
  const month = bankMonth('extracto', { lines, open: 1000, profile: USUAL });
  const told = month.lines.map(({ line: { id: _, currency: __, learnt: ___, parts: ____, ...line } }) => line);
  await records.commit(accountsOf(records.tenant));
  return { lines: told.length, seconds: await seconds(() => takeStatement(records, IBANS.current, told)) };
}

/** Months of bank lines from their statement to their entries, on the emulator. */
export async function measureBanking(meter: Meter): Promise<BankingFigures> {
  const templates = await meter.uncounted(async () => templatesOf(await benchCompany(tenantOf('banco-t'), 1)));
  const months = await meter.uncounted(async () => [
    await measureMonth('banco-1', templates, { lines: 1000, open: 1000 }),
    await measureMonth('banco-3', templates, { lines: 1000, open: 3000 }),
  ]);
  const statement = await meter.uncounted(() => measureStatement(10_000));
  return { months, units: await measureUnits(meter, templates), statement };
}

export function bankingText({ months, units, statement }: BankingFigures): string {
  const rows = months.map(({ lines, open, posted, wrong, ties, precision, recall, seconds: { take, match, processor } }) =>
    [
      `${lines} lines against ${open} open: taken in ${take.toFixed(1)} s, matched in ${match.toFixed(1)} s (${processor.toFixed(1)} of them the processor's);`,
      `${posted} posted, ${wrong} wrong, ${ties} on a tie, precision ${precision.toFixed(4)}, recall ${recall.toFixed(4)}`,
    ].join(' '),
  );
  const [few, many] = [months[0], months.at(-1)];
  const grown = few && many ? many.seconds.processor / few.seconds.processor : Number.NaN;
  return [
    'Months of bank lines in the books of a company, from their statement to their entries (goals: 60 s for 1,000 lines, growth 1.1)',
    ...rows.map((row) => `  ${row}`),
    `  ${grown.toFixed(2)} times the processor's time with ${many?.open} open as with ${few?.open}`,
    `  a statement of ${statement.lines} lines is taken in ${statement.seconds.toFixed(1)} s (goal: 300)`,
    `  each of ${units.lines} lines matched: ${units.own.toFixed(1)} write units of its own (goal: 8), ${units.all.toFixed(1)} with all that it posts, ${units.index.toFixed(1)} of indexes; ${units.reads.toFixed(1)} read units`,
  ].join('\n');
}
