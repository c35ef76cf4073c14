import { type AutoWorld, decided, type LineDecision } from '#domain/finance/banking/auto-match.ts';
import { BankAccounts, type StoredBankAccount } from '#domain/finance/banking/bank-account.ts';
import { BankLines, lineBucket, type StoredBankLine } from '#domain/finance/banking/bank-line.ts';
import { BankRules, type StoredBankRule } from '#domain/finance/banking/bank-rule.ts';
import { BankStatements } from '#domain/finance/banking/bank-statement.ts';
import {
  type LeftLine,
  type MatchCounts,
  type MatchRun,
  MatchRuns,
  MOST_KEPT,
  type StoredMatchRun,
} from '#domain/finance/banking/match-run.ts';
import { BrokenInvariant } from '#kernel/assert.ts';
import { yearOf, yearsBetween } from '#kernel/date.ts';
import { DomainError } from '#kernel/errors.ts';
import { update } from '#kernel/record.ts';
import type { Caller } from '#runtime/caller.ts';
import { untilCommitted } from '#runtime/conflicts.ts';
import { idFrom } from '#runtime/fingerprint.ts';
import { everyRecord, listRecords } from '#runtime/lists.ts';
import { fault } from '#runtime/log.ts';
import { openRows } from '#runtime/open-work.ts';
import type { Records } from '#runtime/records.ts';
import type { CompanyWorld } from '../../platform/service.ts';
import { habitsOf } from './habit-store.ts';
import { matchChanges, matchingOf } from './line-posting.ts';
import { callerOfRun } from './match-authority.ts';
import { type OpenDocuments, openDocuments, type PostedAmounts, postedAmounts } from './match-documents.ts';

/** Lines between two notes of how far a run is, and how many of them are posted at once. */
const [STEP, AT_ONCE] = [50, 6];

interface RunWorld extends CompanyWorld {
  readonly records: Records;
  readonly run: StoredMatchRun;
  readonly account: StoredBankAccount;
  readonly caller: Caller;
  readonly documents: OpenDocuments;
  readonly auto: AutoWorld;
  readonly posted: PostedAmounts;
}

export const saveRun = (records: Records, run: StoredMatchRun, data: Partial<MatchRun>): Promise<StoredMatchRun> =>
  records.save<MatchRun>([update(MatchRuns, run, { ...run, ...data })]);

/** The places of an account's lines that wait, behind where the run is. */
async function placesLeft(records: Records, { bankAccountId, statementId, after }: StoredMatchRun) {
  const range = { ...(after ? { from: `${after}\u0000` } : {}), party: statementId };
  return (await Array.fromAsync(openRows(records.tenant, BankLines, bankAccountId, range))).flat();
}

/**
 * Goes on with a run where it is, until it is through or the time is over. Each line is posted in a transaction of its own that
 * says so on the line: whatever is cut off, no line is posted twice.
 * @returns the run; `running` where lines are left.
 */
export async function goOn(
  records: Records,
  started: StoredMatchRun,
  on: CompanyWorld & { isOver: () => boolean },
): Promise<StoredMatchRun> {
  const places = await placesLeft(records, started);
  const first = places[0]?.sort;
  let run = started.from === undefined && first !== undefined ? await saveRun(records, started, { from: first }) : started;
  const world = places.length === 0 ? undefined : await worldOf(records, run, on, places);
  if (typeof world === 'string')
    return saveRun(records, run, {
      state: 'failed',
      fault: world,
      counts: await exactCounts(records, run),
      finishedAt: new Date().toISOString(),
    });
  for (let at = 0; world && at < places.length; at += STEP) {
    if (on.isOver()) return run;
    const step = places.slice(at, at + STEP);
    const lines = await records.getMany(
      BankLines,
      step.map(({ id }) => id),
    );
    const open = lines.filter((line) => line?.state === 'open') as StoredBankLine[];
    const habits = await habitsOf(records, open);
    // Who switches a rule off stops it in a run that goes on, too.
    const auto = at === 0 ? world.auto : { ...world.auto, rules: await rulesOn(records) };
    const results = await matchStep({ ...world, auto }, open, habits);
    run = await saveRun(records, run, {
      ...counted(run, results),
      after: step.at(-1)?.sort ?? '',
    });
  }
  return saveRun(records, run, { state: 'done', counts: await exactCounts(records, run), finishedAt: new Date().toISOString() });
}

/** What a run has matched, a page at a time, from where it began: what was cut off may lie behind where it is. */
export async function* linesOfRun(records: Records, { id, bankAccountId, statementId, from, after }: StoredMatchRun) {
  if (from === undefined) return;
  const buckets = yearsBetween(yearOf(from), String(Number(yearOf(after ?? from)) + 1)).map((year) => lineBucket(bankAccountId, year));
  const list = { buckets, order: 'asc', limit: STEP, from, party: statementId } as const;
  let cursor: string | undefined;
  do {
    const page = await listRecords(records, BankLines, { ...list, cursor, where: ({ match }) => match?.run === id });
    yield page.items;
    cursor = page.nextCursor;
  } while (cursor);
}

/** The counts at the end, by what the lines say: a step that was cut off was not noted, and some of its lines were posted. */
export async function exactCounts(records: Records, run: StoredMatchRun): Promise<MatchCounts> {
  const { counts } = run;
  let [byRule, byEngine] = [0, 0];
  for await (const lines of linesOfRun(records, run))
    for (const { match } of lines) {
      if (match?.score === undefined) byRule += 1;
      else byEngine += 1;
    }
  return { ...counts, byRule, byEngine, lines: counts.lines - counts.byRule - counts.byEngine + byRule + byEngine };
}

const rulesOn = (records: Records): Promise<StoredBankRule[]> =>
  Array.fromAsync(everyRecord(records, BankRules, { where: ({ state }) => state === 'on' }));

/** What a run works with; the code of what keeps it from working. */
async function worldOf(
  records: Records,
  run: StoredMatchRun,
  { company, today }: CompanyWorld,
  places: readonly { readonly sort: string }[],
): Promise<RunWorld | string> {
  const account = await records.getOrThrow(BankAccounts, run.bankAccountId);
  const statement = run.statementId === undefined ? undefined : await records.get(BankStatements, run.statementId);
  if (run.statementId !== undefined && statement?.state !== 'taken') return 'bank_statement.state';
  const days = [places[0]?.sort.slice(0, 10) ?? today, places.at(-1)?.sort.slice(0, 10) ?? today] as const;
  const [caller, documents, rules, posted] = await Promise.all([
    callerOfRun(records, run),
    openDocuments(records, account),
    rulesOn(records),
    postedAmounts(records, account, days),
  ]);
  if (!caller) return 'member.no_access';
  const terms = { mode: run.mode, threshold: run.threshold / 100 };
  return { records, run, company, today, account, caller, documents, posted, auto: { ...documents, rules, terms } };
}

type Habits = Awaited<ReturnType<typeof habitsOf>>;

interface Outcome {
  readonly line: StoredBankLine;
  readonly decision: LineDecision;
  readonly refused?: string | undefined;
}

/** Decides line by line, since what one settles is nothing for the next; then posts several at once. */
async function matchStep(world: RunWorld, lines: readonly StoredBankLine[], habits: Habits): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  for (let at = 0; at < lines.length; at += AT_ONCE) {
    const chosen = lines.slice(at, at + AT_ONCE).map((line) => ({ line, decision: decisionOn(world, line, habits) }));
    // All of them have ended before a fault is told: none goes on behind it.
    const ended = await Promise.allSettled(chosen.map((each) => carriedOut(world, each)));
    const failed = ended.find((each) => each.status === 'rejected');
    if (failed) throw failed.reason;
    outcomes.push(...ended.flatMap((each) => (each.status === 'fulfilled' ? [each.value] : [])));
  }
  return outcomes;
}

function decisionOn({ auto, posted, documents }: RunWorld, line: StoredBankLine, habits: Habits): LineDecision {
  const decision = decided({ ...line, learnt: habits.get(line.id) }, auto);
  if (decision.as !== 'post') return decision;
  // The money may have been recorded by hand before the bank told of it: that is as good.
  if (posted(line)) return { as: 'tie' };
  for (const { candidateId, amount } of decision.settles) documents.index.settle(candidateId, amount);
  return decision;
}

/**
 * Why a line is left; undefined of what may be over when it is tried again. A fault of our own code is the same each time: no other line
 * waits for it. One with a cause came from beneath, as of the network.
 */
function codeLeft(error: unknown): string | undefined {
  if (error instanceof DomainError) return error.kind === 'retry' || error.code === 'write.contention' ? undefined : error.code;
  const isOurs = error instanceof BrokenInvariant || error instanceof TypeError || error instanceof RangeError;
  if (!isOurs || error.cause !== undefined) return undefined;
  fault('bank_line.fault', error);
  return 'bank_line.fault';
}

/** Posts what was decided. What is refused stays for a person. */
async function carriedOut(world: RunWorld, { line, decision }: Outcome): Promise<Outcome> {
  if (decision.as !== 'post') return { line, decision };
  const { index } = world.documents;
  const before = decision.settles.flatMap(({ candidateId }) => world.documents.open.get(candidateId)?.candidate ?? []);
  try {
    await untilCommitted((count) => postLine(world, line, decision, count));
    return { line, decision };
  } catch (error) {
    const code = codeLeft(error);
    if (code === undefined) throw error;
    for (const candidate of before) {
      index.remove(candidate.id);
      index.add(candidate);
    }
    return { line, decision, refused: code };
  }
}

async function postLine(world: RunWorld, first: StoredBankLine, { parts, match }: Extract<LineDecision, { as: 'post' }>, count: number) {
  const { records, account, caller, company, today, run } = world;
  const line = count === 1 ? first : await records.getOrThrow(BankLines, first.id);
  // Somebody was quicker.
  if (line.state !== 'open') return;
  const newId = (prefix: string, part = '') => idFrom(prefix, records.tenant, 'match', line.id, String(line.rev), part);
  const matching = await matchingOf({ records, today, caller, company, newId }, line, { parts }, account);
  await records.commit(await matchChanges(matching, parts, { by: caller.email, run: run.id, ...match }));
}

const isPosted = ({ decision, refused }: Outcome): boolean => decision.as === 'post' && refused === undefined;

/** The run's counts after some more lines. */
function counted({ counts, refused }: StoredMatchRun, outcomes: readonly Outcome[]): { counts: MatchCounts; refused: readonly LeftLine[] } {
  const of = (wanted: (outcome: Outcome) => boolean): number => outcomes.filter(wanted).length;
  const byRule = of((each) => isPosted(each) && each.decision.as === 'post' && each.decision.match.score === undefined);
  const kept = outcomes.flatMap(({ line: { id }, refused: code }) => (code === undefined ? [] : [{ lineId: id, code }]));
  return {
    counts: {
      lines: counts.lines + outcomes.length,
      byRule: counts.byRule + byRule,
      byEngine: counts.byEngine + of(isPosted) - byRule,
      ties: counts.ties + of(({ decision }) => decision.as === 'tie'),
      proposed: counts.proposed + of(({ decision }) => decision.as === 'proposed'),
      refused: counts.refused + kept.length,
    },
    refused: [...refused, ...kept].slice(0, MOST_KEPT),
  };
}
