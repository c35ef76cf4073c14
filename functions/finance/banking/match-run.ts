import { decidedTogether } from '#domain/finance/banking/auto-match.ts';
import { BankLines, lineBucket, type StoredBankLine } from '#domain/finance/banking/bank-line.ts';
import {
  type LeftLine,
  type MatchCounts,
  type MatchRun,
  MatchRuns,
  MOST_KEPT,
  type StoredMatchRun,
} from '#domain/finance/banking/match-run.ts';
import { yearOf, yearsBetween } from '#kernel/date.ts';
import { update } from '#kernel/record.ts';
import { listRecords } from '#runtime/lists.ts';
import { type OpenRow, openRows } from '#runtime/open-work.ts';
import type { Records } from '#runtime/records.ts';
import type { CompanyWorld } from '../../platform/service.ts';
import { carriedOut, decideLines, isPosted, type LineOutcome } from './decided-lines.ts';
import { habitsOf } from './habit-store.ts';
import { type RunWorld, rulesOn, runWorld } from './match-world.ts';

/** Lines between two notes of how far a run is. */
const STEP = 50;

/** The company and its day, and whether the time of a call is over. */
type Slice = CompanyWorld & { isOver: () => boolean };

export const saveRun = (records: Records, run: StoredMatchRun, data: Partial<MatchRun>): Promise<StoredMatchRun> =>
  records.save<MatchRun>([update(MatchRuns, run, { ...run, ...data })]);

const failed = async (records: Records, run: StoredMatchRun, fault: string): Promise<StoredMatchRun> =>
  saveRun(records, run, { state: 'failed', fault, counts: await exactCounts(records, run), finishedAt: new Date().toISOString() });

/** The places of an account's lines that wait: behind where the run is, or once more all that it has been at. */
async function placesLeft(records: Records, { bankAccountId, statementId, after, from, again }: StoredMatchRun): Promise<OpenRow[]> {
  const part = again ? { ...(from ? { from } : {}), ...(after ? { to: after } : {}) } : after ? { from: `${after}\u0000` } : {};
  return (await Array.fromAsync(openRows(records.tenant, BankLines, bankAccountId, { ...part, party: statementId }))).flat();
}

/** Those of some lines that wait still, with what is known of who is on the other side. */
async function openLines(records: Records, places: readonly OpenRow[]) {
  const found = await records.getMany(
    BankLines,
    places.map(({ id }) => id),
  );
  const open = found.filter((line) => line?.state === 'open') as StoredBankLine[];
  const habits = await habitsOf(records, open);
  return open.map((line) => ({ ...line, learnt: habits.get(line.id) }));
}

/**
 * Goes on with a run where it is, until it is through or the time is over. Each line is posted in a transaction of its own that
 * says so on the line: whatever is cut off, no line is posted twice.
 * @returns the run; `running` where lines are left.
 */
export async function goOn(records: Records, started: StoredMatchRun, on: Slice): Promise<StoredMatchRun> {
  const { run, world: known, isOver }: Look = started.again ? { run: started } : await firstLook(records, started, on);
  if (run.state !== 'running' || isOver) return run;
  // Rules take what they take: only what the engine has settled is a rival no more.
  if (run.mode !== 'post' || run.from === undefined) return ended(records, run, {});
  const again = run.again ? run : await saveRun(records, run, { again: true });
  const places = await placesLeft(records, again);
  if (places.length === 0) return ended(records, again, {});
  const world = known ?? (await runWorld(records, again, on, places));
  if (typeof world === 'string') return failed(records, again, world);
  const { outcomes, isOver: isCut } = await lookAgain({ ...world, run: again }, { places, on });
  if (!isCut) return ended(records, again, countedAgain(again, outcomes));
  const posted = { counts: withPosted(again.counts, outcomes) };
  // It is one call's work, and begins anew in the next: where a whole call was too short, so is another.
  return started.again ? ended(records, again, { ...posted, fault: 'bank_match_run.unfinished' }) : saveRun(records, again, posted);
}

/** Where the lines are that are looked at, and until when. */
interface Places {
  readonly places: readonly OpenRow[];
  readonly on: Slice;
}

/** The run after a look at its lines, and what it worked with. */
interface Look {
  readonly run: StoredMatchRun;
  readonly world?: RunWorld;
  /** The time was over. */
  readonly isOver?: true;
}

/** The first look at the lines that are left of a run. */
async function firstLook(records: Records, started: StoredMatchRun, on: Slice): Promise<Look> {
  const places = await placesLeft(records, started);
  const first = places[0]?.sort;
  if (first === undefined) return { run: started };
  const run = started.from === undefined ? await saveRun(records, started, { from: first }) : started;
  const world = await runWorld(records, run, on, places);
  if (typeof world === 'string') return { run: await failed(records, run, world) };
  return { ...(await lookThrough(run, world, { places, on })), world };
}

async function ended(records: Records, run: StoredMatchRun, counted: Partial<Counted & Pick<MatchRun, 'fault'>>): Promise<StoredMatchRun> {
  const counts = await exactCounts(records, { ...run, ...counted });
  return saveRun(records, run, { ...counted, state: 'done', counts, finishedAt: new Date().toISOString() });
}

/** Looks at the lines one after the other, and notes how far it is. */
async function lookThrough(started: StoredMatchRun, world: RunWorld, { places, on }: Places): Promise<Look> {
  const { records } = world;
  let run = started;
  for (let at = 0; at < places.length; at += STEP) {
    if (on.isOver()) return { run, isOver: true };
    const step = places.slice(at, at + STEP);
    const lines = await openLines(records, step);
    // Who switches a rule off stops it in a run that goes on, too.
    const auto = at === 0 ? world.auto : { ...world.auto, rules: await rulesOn(records) };
    const outcomes = await decideLines({ ...world, auto }, lines);
    run = await saveRun(records, run, { ...counted(run, outcomes), after: step.at(-1)?.sort ?? '' });
  }
  return { run };
}

/**
 * Looks once more at what is left, all of it in one call: at lines by themselves, then at those that come to one document together.
 * @returns what became of them; where the time was over, of those that were looked at.
 */
async function lookAgain(world: RunWorld, { places, on }: Places): Promise<{ outcomes: LineOutcome[]; isOver?: true }> {
  const { records } = world;
  const outcomes: LineOutcome[] = [];
  for (let at = 0; at < places.length; at += STEP) {
    if (on.isOver()) return { outcomes, isOver: true };
    outcomes.push(...(await decideLines(world, await openLines(records, places.slice(at, at + STEP)))));
  }
  // A line of which two tell as well, or that a person accepts, is a person's: what is nothing by itself may be a part.
  const left = outcomes.filter((outcome) => outcome.decision.as === 'none' && !world.posted(outcome.line));
  const together = new Map<string, LineOutcome>();
  for (const grouped of decidedTogether(
    left.map(({ line }) => line),
    world.auto,
  )) {
    if (on.isOver()) return { outcomes: outcomesWith(outcomes, together), isOver: true };
    for (const { candidateId, amount } of grouped.decision.settles) world.documents.index.settle(candidateId, amount);
    together.set(grouped.line.id, await carriedOut(world, grouped));
  }
  return { outcomes: outcomesWith(outcomes, together) };
}

const outcomesWith = (outcomes: readonly LineOutcome[], together: ReadonlyMap<string, LineOutcome>): LineOutcome[] =>
  outcomes.map((outcome) => together.get(outcome.line.id) ?? outcome);

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

interface Looked {
  readonly byRule: number;
  readonly byEngine: number;
  readonly ties: number;
  readonly proposed: number;
  readonly refused: readonly LeftLine[];
}

/** What became of some lines. */
function looked(outcomes: readonly LineOutcome[]): Looked {
  const of = (wanted: (outcome: LineOutcome) => boolean): number => outcomes.filter(wanted).length;
  const byRule = of((each) => isPosted(each) && each.decision.as === 'post' && each.decision.match.score === undefined);
  return {
    ...{ byRule, byEngine: of(isPosted) - byRule },
    ...{ ties: of(({ decision }) => decision.as === 'tie'), proposed: of(({ decision }) => decision.as === 'proposed') },
    refused: outcomes.flatMap(({ line: { id }, refused: code }) => (code === undefined ? [] : [{ lineId: id, code }])),
  };
}

type Counted = Pick<MatchRun, 'counts' | 'refused'>;

/** The run's counts after some more lines. */
function counted({ counts, refused }: StoredMatchRun, outcomes: readonly LineOutcome[]): Counted {
  const more = looked(outcomes);
  return {
    counts: {
      lines: counts.lines + outcomes.length,
      byRule: counts.byRule + more.byRule,
      byEngine: counts.byEngine + more.byEngine,
      ties: counts.ties + more.ties,
      proposed: counts.proposed + more.proposed,
      refused: counts.refused + more.refused.length,
    },
    refused: [...refused, ...more.refused].slice(0, MOST_KEPT),
  };
}

/** The counts with what a second look that was cut off has posted: what else was left is as the first look found it. */
function withPosted(counts: MatchCounts, outcomes: readonly LineOutcome[]): MatchCounts {
  const { byRule, byEngine } = looked(outcomes);
  return { ...counts, byRule: counts.byRule + byRule, byEngine: counts.byEngine + byEngine };
}

/** The run's counts after what was left was looked at again: of that, it is what stands. */
function countedAgain({ counts }: StoredMatchRun, outcomes: readonly LineOutcome[]): Counted {
  const { byRule, byEngine, ties, proposed, refused } = looked(outcomes);
  return {
    counts: {
      ...{ lines: counts.lines, byRule: counts.byRule + byRule, byEngine: counts.byEngine + byEngine },
      ...{ ties, proposed, refused: refused.length },
    },
    refused: refused.slice(0, MOST_KEPT),
  };
}
