import type { LineDecision } from '#domain/finance/banking/auto-match.ts';
import { BankLines, type StoredBankLine } from '#domain/finance/banking/bank-line.ts';
import type { MatchPart } from '#domain/finance/banking/match-input.ts';
import { PeriodSequences } from '#domain/finance/ledger/period-sequence.ts';
import { DomainError } from '#kernel/errors.ts';
import type { Change } from '#kernel/record.ts';
import { AlreadyThere, WriteConflict } from '#runtime/conflicts.ts';
import { idFrom } from '#runtime/fingerprint.ts';
import { learnFrom, type MadeMatch } from './habit-store.ts';
import { matchChanges, matchingOf } from './line-posting.ts';
import { isFaultOfCode } from './line-refusal.ts';
import type { RunWorld } from './match-world.ts';
import { RecordsAfter } from './records-after.ts';

type Posted = Extract<LineDecision, { as: 'post' }>;
/** A line that is to be posted as was decided. */
export interface LineToPost {
  readonly line: StoredBankLine;
  readonly decision: Posted;
}

/** Lines that one transaction posts at most: a usual one changes four records, and a transaction holds a hundred. */
export const MOST_TOGETHER = 10;
/** Changes of a transaction at most: sums that are kept of its records, and their older steps, come on top. */
const MOST_CHANGES = 70;
/** Times that a transaction is tried, where others write to the same sequence meanwhile. */
const ATTEMPTS = 3;

/**
 * Parts whose lines are posted with others. A bill is numbered by its month's own sequence, a run goes on behind its posting, a transfer is
 * of two lines, and what was returned changes a run: those are posted by themselves.
 */
const TOGETHER: ReadonlySet<MatchPart['as']> = new Set(['receipt', 'payment', 'refund', 'supplier-refund', 'entry', 'document']);
export const maySharePosting = ({ decision }: LineToPost): boolean => decision.parts.every(({ as }) => TOGETHER.has(as));

const idOf = (change: Change): string => (change.op === 'create' ? change.id : change.before.id);

/**
 * Changes of one more line beside those of others: what counts the entries of a period goes on counting, and what both only look at is
 * looked at once. Undefined where a record would be changed by both: the line is none of their own, and waits until they are posted.
 */
function beside(all: readonly Change[], own: readonly Change[]): Change[] | undefined {
  const known = new Map(all.map((change) => [idOf(change), change] as const));
  const later = new Map<string, Change>();
  const added: Change[] = [];
  for (const change of own) {
    const earlier = known.get(idOf(change));
    if (!earlier) added.push(change);
    else if (change.type.kind === PeriodSequences.kind && change.op === 'update' && earlier.op === 'update')
      later.set(idOf(change), change);
    else if (change.op !== 'check' || earlier.op !== 'check') return undefined;
  }
  const changes = [...all.map((change) => later.get(idOf(change)) ?? change), ...added];
  return changes.length > MOST_CHANGES ? undefined : changes;
}

/** What a line's match changes, its entries numbered behind those of lines before; undefined where it is refused. */
async function changesOf(world: RunWorld, { line, decision }: LineToPost, before: readonly Change[], document: string) {
  const { records, account, caller, company, today, run } = world;
  const counted = before.filter(({ type }) => type.kind === PeriodSequences.kind);
  const newId = (prefix: string, part = '') => idFrom(prefix, records.tenant, 'match', line.id, String(line.rev), part);
  try {
    const after = new RecordsAfter(records, counted);
    const matching = await matchingOf({ records: after, today, caller, company, newId }, line, decision, { account, document });
    return await matchChanges(matching, decision.parts, { by: caller.email, run: run.id, ...decision.match });
  } catch (error) {
    // By itself it is refused once more, and says so.
    if (error instanceof DomainError || isFaultOfCode(error)) return undefined;
    throw error;
  }
}

/** What the matches of some lines change together, and the lines that are among them. */
interface Together {
  readonly changes: readonly Change[];
  readonly made: readonly MadeMatch[];
}

async function togetherOf(world: RunWorld, lines: readonly LineToPost[], document: string): Promise<Together> {
  let changes: readonly Change[] = [];
  const made: MadeMatch[] = [];
  for (const { line, decision } of lines) {
    const own = await changesOf(world, { line, decision }, changes, document);
    const together = own && beside(changes, own);
    if (!together) continue;
    changes = together;
    made.push({ line, parts: decision.parts, changes: own, date: line.date });
  }
  return { changes, made };
}

/** Those of some lines that are as they were when it was decided what they are. */
async function unchanged({ records }: RunWorld, lines: readonly LineToPost[]): Promise<LineToPost[]> {
  const now = await records.getMany(
    BankLines,
    lines.map(({ line }) => line.id),
  );
  return lines.filter(({ line }, i) => now[i]?.rev === line.rev);
}

/** Whether the transaction went through; not where somebody else was quicker. @throws DomainError what is refused of one is refused of all. */
async function committed({ records }: RunWorld, changes: readonly Change[]): Promise<boolean> {
  try {
    await records.commit(changes);
    return true;
  } catch (error) {
    if (error instanceof WriteConflict) return false;
    throw error;
  }
}

/**
 * Posts lines that have nothing to do with each other in one transaction: each has its own documents and entries, and is undone by itself;
 * the sequence of their period is written once.
 * @param document by which their entries are counted: of groups that post at once, each its own.
 * @returns ids of the lines that are posted. The others are to be posted by themselves: what is refused, what changes a record that another
 * changes too, and all of them where somebody else is quicker time and again.
 */
export async function postTogether(world: RunWorld, lines: readonly LineToPost[], document: string): Promise<ReadonlySet<string>> {
  try {
    for (let [attempt, left] = [1, lines]; left.length > 1 && attempt <= ATTEMPTS; attempt += 1) {
      const { changes, made } = await togetherOf(world, left, document);
      if (made.length === 0) break;
      if (await committed(world, changes)) {
        await learnFrom(world.records, made);
        return new Set(made.map(({ line }) => line.id));
      }
      left = await unchanged(world, left);
    }
  } catch (error) {
    // By themselves they tell which of them it was.
    if (!(error instanceof AlreadyThere || error instanceof DomainError || isFaultOfCode(error))) throw error;
  }
  return new Set();
}
