import { decided, type LineDecision } from '#domain/finance/banking/auto-match.ts';
import { BankLines, type StoredBankLine } from '#domain/finance/banking/bank-line.ts';
import type { MatchPart, PartOf } from '#domain/finance/banking/match-input.ts';
import type { MatchLine } from '#domain/finance/banking/match-model.ts';
import type { StoredRun } from '#domain/finance/treasury/payment-run.ts';
import { DomainError } from '#kernel/errors.ts';
import { untilCommitted } from '#runtime/conflicts.ts';
import { idFrom } from '#runtime/fingerprint.ts';
import { fault } from '#runtime/log.ts';
import { executeRun } from '../treasury/run-operations.ts';
import { learnFrom } from './habit-store.ts';
import { matchChanges, matchingOf } from './line-posting.ts';
import { codeLeft } from './line-refusal.ts';
import { MOST_TOGETHER, maySharePosting, postTogether } from './lines-together.ts';
import { begunRun } from './match-tied.ts';
import type { RunWorld } from './match-world.ts';
import { isSureTransfer } from './transfer-partner.ts';

/** Lines that are posted at once: two transactions of several, beside those that are posted by themselves. */
const AT_ONCE = 2 * MOST_TOGETHER;

type Posted = Extract<LineDecision, { as: 'post' }>;

/** A line with what its counterparty was matched with before. */
type KnownLine = StoredBankLine & Pick<MatchLine, 'learnt'>;

/** What was decided of a line, and why it was left where it should have been posted. */
export interface LineOutcome {
  readonly line: KnownLine;
  readonly decision: LineDecision;
  readonly refused?: string | undefined;
}

export const isPosted = ({ decision, refused }: LineOutcome): boolean => decision.as === 'post' && refused === undefined;

/** Decides line by line, since what one settles is nothing for the next; then posts several at once, and those together that may be. */
export async function decideLines(world: RunWorld, lines: readonly KnownLine[]): Promise<LineOutcome[]> {
  const outcomes: LineOutcome[] = [];
  for (let at = 0; at < lines.length; at += AT_ONCE) {
    const chosen: LineOutcome[] = [];
    for (const line of lines.slice(at, at + AT_ONCE)) chosen.push({ line, decision: await decisionOn(world, line) });
    const posted = new Map((await postedOf(world, chosen.filter(isToPost))).map((outcome) => [outcome.line.id, outcome] as const));
    outcomes.push(...chosen.map((outcome) => posted.get(outcome.line.id) ?? outcome));
  }
  return outcomes;
}

type OutcomeToPost = LineOutcome & { readonly decision: Posted };
const isToPost = (outcome: LineOutcome): outcome is OutcomeToPost => outcome.decision.as === 'post';

const isOfPay = ({ decision: { parts } }: OutcomeToPost): boolean => parts.some(({ as }) => as === 'pay');

/** What became of lines that were to be posted. All of them have ended before a fault is told: none goes on behind it. */
async function postedOf(world: RunWorld, chosen: readonly OutcomeToPost[]): Promise<LineOutcome[]> {
  const [shared, alone] = [chosen.filter(maySharePosting), chosen.filter((outcome) => !maySharePosting(outcome))];
  const groups = Array.from({ length: Math.ceil(shared.length / MOST_TOGETHER) }, (_, i) =>
    shared.slice(i * MOST_TOGETHER, (i + 1) * MOST_TOGETHER),
  );
  // Lines of one payment of pay all change that: one after the other they do not wait for each other.
  const [pay, others] = [alone.filter(isOfPay), alone.filter((outcome) => !isOfPay(outcome))];
  const all = [...groups, ...others.map((outcome) => [outcome]), ...(pay.length > 0 ? [pay] : [])];
  // A digit behind an id moves it to the next shard of its period: groups do not wait for each other.
  const ended = await Promise.allSettled(all.map((group, i) => groupPosted(world, group, `${chosen[0]?.line.id}${i}`)));
  const failed = ended.find((each) => each.status === 'rejected');
  if (failed) throw failed.reason;
  return ended.flatMap((each) => (each.status === 'fulfilled' ? each.value : []));
}

/** Posts lines together, and by itself each that could not be among them. */
async function groupPosted(world: RunWorld, group: readonly OutcomeToPost[], document: string): Promise<LineOutcome[]> {
  const posted = group.every(maySharePosting) ? await postTogether(world, group, document) : new Set<string>();
  const outcomes: LineOutcome[] = [];
  for (const outcome of group) outcomes.push(posted.has(outcome.line.id) ? outcome : await carriedOut(world, outcome));
  return outcomes;
}

async function decisionOn(world: RunWorld, line: KnownLine): Promise<LineDecision> {
  const { auto, posted, documents, waiting } = world;
  const decision = decided(line, auto);
  if (decision.as !== 'post') return decision;
  // The money may have been recorded by hand before the bank told of it: that is as good. So is another line that wants the same one.
  if (posted(line) || !(await isSureTransfer(world, line, decision.parts))) return { as: 'tie' };
  for (const { candidateId, amount } of decision.settles) documents.index.settle(candidateId, amount);
  waiting.take(line.id);
  return decision;
}

/** Posts what was decided. What is refused stays for a person, and what it would have settled is open for the next. */
export async function carriedOut(world: RunWorld, { line, decision }: LineOutcome): Promise<LineOutcome> {
  if (decision.as !== 'post') return { line, decision };
  const { index, open } = world.documents;
  const begun: StoredRun[] = [];
  try {
    begun.push(...(await untilCommitted((count) => postLine(world, line, decision, count))));
  } catch (error) {
    const code = codeLeft(error);
    if (code === undefined) throw error;
    world.waiting.giveBack(line.id);
    for (const { candidateId, amount } of decision.settles) {
      const candidate = open.get(candidateId)?.candidate;
      if (candidate) index.giveBack(candidate, amount);
    }
    return { line, decision, refused: code };
  }
  for (const run of begun) await carryOn(world, run);
  return { line, decision };
}

/** The line is matched and the payment run set going at once: what is left of its posting ends by itself, and is no reason to leave the line. */
async function carryOn({ records }: RunWorld, run: StoredRun): Promise<void> {
  try {
    await executeRun(records, run);
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    fault('payment_run.fault', error);
  }
}

const isRun = (part: MatchPart): part is PartOf<'run'> => part.as === 'run';

/** Posts a line. @returns the payment run that it has set going, where it has. */
async function postLine(world: RunWorld, first: KnownLine, { parts, match }: Posted, count: number): Promise<StoredRun[]> {
  const { records, account, caller, company, today, run } = world;
  const { learnt: _, ...known } = first;
  const line = count === 1 ? known : await records.getOrThrow(BankLines, first.id);
  // Somebody was quicker.
  if (line.state !== 'open') return [];
  const newId = (prefix: string, part = '') => idFrom(prefix, records.tenant, 'match', line.id, String(line.rev), part);
  const matching = await matchingOf({ records, today, caller, company, newId }, line, { parts }, { account });
  const changes = await matchChanges(matching, parts, { by: caller.email, run: run.id, ...match });
  await records.commit(changes);
  await learnFrom(records, [{ line, parts, changes, date: matching.date }]);
  const begun = await begunRun(matching, parts.filter(isRun));
  return begun ? [begun] : [];
}
