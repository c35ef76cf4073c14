import { BankAccounts } from '#domain/finance/banking/bank-account.ts';
import { BankFiles, type StoredBankFile } from '#domain/finance/banking/bank-file.ts';
import { type BankLine, BankLines, lineBucket, type StoredBankLine } from '#domain/finance/banking/bank-line.ts';
import { BankStatements } from '#domain/finance/banking/bank-statement.ts';
import { MatchRuns, type StoredMatchRun } from '#domain/finance/banking/match-run.ts';
import { type IsoDate, yearOf, yearsBetween } from '#kernel/date.ts';
import { prefixOf } from '#kernel/id.ts';
import { UNDER_WAY } from '#kernel/record.ts';
import { idFrom } from '#runtime/fingerprint.ts';
import { everyRecord, listRecords, type Page } from '#runtime/lists.ts';
import { openRecords } from '#runtime/open-work.ts';
import type { Records } from '#runtime/records.ts';

const PAGE = 100;

/** The run over what a file has brought of a statement, once: of a statement that was there, the file tells them apart. */
export const runIdOf = (
  records: Records,
  statementId: string,
  { id, same }: { readonly id: string; readonly same?: boolean | undefined },
) => idFrom(MatchRuns.prefix, records.tenant, statementId, ...(same ? [id] : []));

interface DaysAsked {
  readonly from: IsoDate;
  readonly to: IsoDate;
  readonly limit: number;
  readonly cursor?: string | undefined;
}

const isReading = (file: StoredBankFile | undefined): boolean => file?.state === 'waiting' || file?.state === 'running';
const isMatching = (run: StoredMatchRun | undefined): boolean => run?.state === 'running';

/**
 * Whether a line may yet be matched by itself: its file is still read, or a run over it is under way. The file and the run that came with
 * its statement are read as they are; other runs by the index of what is under way.
 */
export async function isBeingMatched(records: Records, { statementId, bankAccountId }: StoredBankLine): Promise<boolean> {
  const statement = await records.get(BankStatements, statementId);
  if (!statement) return false;
  const [file, run] = await Promise.all([
    records.get(BankFiles, statement.fileId),
    records.get(MatchRuns, runIdOf(records, statementId, { id: statement.fileId })),
  ]);
  if (statement.state === 'taking' || isReading(file) || isMatching(run)) return true;
  for await (const other of openRecords(records, BankFiles, UNDER_WAY))
    if (other.statements?.some((one) => one.statementId === statementId)) return true;
  for await (const other of openRecords(records, MatchRuns, UNDER_WAY))
    if (isMatching(other) && other.bankAccountId === bankAccountId && (other.statementId ?? statementId) === statementId) return true;
  return false;
}

type Place = { readonly bankAccountId: string; readonly statementId?: string | undefined; readonly from: string; readonly to: string };

async function* linesAt(
  records: Records,
  { bankAccountId, statementId: party, from, to }: Place,
): AsyncGenerator<readonly StoredBankLine[]> {
  // A line may be of a day beside those that its statement is of.
  const years = yearsBetween(String(Number(yearOf(from)) - 1), String(Number(yearOf(to)) + 1));
  const buckets = years.map((year) => lineBucket(bankAccountId, year as IsoDate));
  const within = party === undefined ? { from, to } : {};
  let cursor: string | undefined;
  do {
    const page = await listRecords(records, BankLines, { buckets, order: 'asc', limit: PAGE, party, ...within, cursor });
    yield page.items;
    cursor = page.nextCursor;
  } while (cursor);
}

async function* linesOfStatement(records: Records, id: string): AsyncGenerator<readonly StoredBankLine[]> {
  const statement = await records.get(BankStatements, id);
  if (statement?.state === 'taken') yield* linesAt(records, { ...statement, statementId: id });
}

/** The lines that a run was over. */
async function* linesOver(records: Records, { state, statementId, bankAccountId, from, after }: StoredMatchRun) {
  if (state === 'running') return;
  if (statementId !== undefined) yield* linesOfStatement(records, statementId);
  else if (from !== undefined && after !== undefined) yield* linesAt(records, { bankAccountId, from, to: after });
}

/** The lines of a file's statements that no run was over. */
async function* linesWithoutRun(records: Records, { id, state, statements = [] }: StoredBankFile) {
  if (state !== 'done') return;
  const runs = await records.getMany(
    MatchRuns,
    statements.map(({ statementId, same }) => runIdOf(records, statementId, { id, same })),
  );
  for (const [i, { statementId, lines, already }] of statements.entries())
    if (!runs[i] && lines > already) yield* linesOfStatement(records, statementId);
}

/** Lines that nothing is under way with any more, when a file was read or a run has ended: a page at a time. */
async function* linesEndedWith(records: Records, id: string): AsyncGenerator<readonly StoredBankLine[]> {
  if (prefixOf(id) === MatchRuns.prefix) {
    const run = await records.get(MatchRuns, id);
    if (run) yield* linesOver(records, run);
  } else {
    const file = await records.get(BankFiles, id);
    if (file) yield* linesWithoutRun(records, file);
  }
}

/** Lines of all accounts of some days, account by account: a page, and where the next begins. */
async function linesOfDays(records: Records, { from, to, limit, cursor }: DaysAsked): Promise<Page<BankLine>> {
  const accounts = await Array.fromAsync(everyRecord(records, BankAccounts));
  const years = yearsBetween(yearOf(from), yearOf(to));
  const buckets = accounts
    .map(({ id }) => id)
    .toSorted()
    .flatMap((id) => years.map((year) => lineBucket(id, year)));
  return listRecords(records, BankLines, { buckets, order: 'asc', limit, from, to: `${to}~`, cursor });
}

/** Lines come by files and are matched in runs: what they are is known when those have ended. */
export const bankLineBatches = { isUnderWay: isBeingMatched, endedWith: linesEndedWith, ofDays: linesOfDays };
