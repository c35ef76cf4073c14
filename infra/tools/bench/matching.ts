import { matchTogether } from '#domain/finance/banking/match-groups.ts';
import { MemoryCandidateIndex } from '#domain/finance/banking/match-index.ts';
import type { MatchCandidate, MatchLine, MatchProposal, MatchResult } from '#domain/finance/banking/match-model.ts';
import { matchLine } from '#domain/finance/banking/matching.ts';
import { isExplainedBy, isRivalled, WaitingLines } from '#domain/finance/banking/transfer-rivals.ts';
import { mayBeSides } from '#domain/finance/banking/transfer-sides.ts';
import type { TrueLine } from './bank-month/events.ts';
import { HOLD_OUT, HOLD_OUT_SEEDS } from './bank-month/hold-out.ts';
import { type BankMonth, bankMonth, MONTH_RATES } from './bank-month/month.ts';
import { OWN, sideOf } from './bank-month/other-account.ts';
import type { MonthProfile } from './bank-month/profile.ts';
import { SECOND_HOLD_OUT, SECOND_HOLD_OUT_SEEDS } from './bank-month/second-hold-out.ts';
import { classesText, isTrue, type MatchedMonth, type Outcome } from './match-classes.ts';
import { measureRuleTest } from './rule-history.ts';

const outcomeOf = (line: TrueLine, result: MatchResult): Outcome => ({
  ...{ true: line, result, right: result.automatic !== undefined && isTrue(result.automatic, line) },
});

/** What a run of one account works with: the lines of the other, and what waits of both. */
interface Sides {
  readonly rules: BankMonth['rules'];
  readonly index: MemoryCandidateIndex;
  readonly waiting: WaitingLines;
  readonly others: ReadonlyMap<string, MatchLine>;
  readonly open: readonly MatchCandidate[];
  /** Of the run, and of the other. */
  readonly ibans: readonly [string, string];
}

/** Whether both sides of a transfer tell one, as a run of the product has it; what is no transfer is as sure as it is. */
function isSure(
  line: MatchLine,
  { automatic }: MatchResult,
  { rules, index, waiting, others, open, ibans: [ours, theirs] }: Sides,
): boolean {
  const other = automatic?.parts.flatMap(({ candidateId }) => others.get(candidateId) ?? [])[0];
  if (!other) return true;
  if (isRivalled(line.amount, index.get(other.id), { open, index, waiting })) return false;
  return (
    mayBeSides(line, other, [{ iban: ours }, { iban: theirs }], OWN.name) && !isExplainedBy(other, index, rules, { rates: MONTH_RATES })
  );
}

/** What a line is, as a run has it: of a transfer that the other side does not tell, a person chooses. */
function matchSurely(line: MatchLine, sides: Sides): MatchResult {
  const found = matchLine(line, sides.index, sides.rules, { rates: MONTH_RATES });
  if (isSure(line, found, sides)) return found;
  const { automatic: _, ...left } = found;
  return { ...left, tie: true };
}

/**
 * The run of the company's other account, behind that of this one: a transfer of which the bank tells more there is posted from there.
 * @returns what was posted, by the line here.
 */
function matchOther(month: BankMonth, left: readonly Outcome[], index: MemoryCandidateIndex): ReadonlyMap<string, MatchResult> {
  const others = new Map(left.map(({ true: { line } }) => [line.id, line] as const));
  const open = [...others.values()].map((line) => sideOf(line, { iban: OWN.iban, name: 'Corriente' }));
  const documents = month.candidates.flatMap(({ id, kind }) => (kind === 'transfer' ? [] : (index.get(id) ?? [])));
  const theirs = [...month.otherLines.values()].filter(({ id }) => index.get(id));
  const sides: Sides = {
    ...{ rules: month.rules, others, open, ibans: [OWN.other, OWN.iban] },
    ...{ index: new MemoryCandidateIndex([...documents, ...open]), waiting: new WaitingLines(theirs) },
  };
  const posted = new Map<string, MatchResult>();
  for (const line of theirs) {
    const { automatic, ...found } = matchSurely(line, sides);
    for (const { candidateId, amount } of automatic?.parts ?? []) sides.index.settle(candidateId, amount);
    if (automatic) sides.waiting.take(line.id);
    const own = automatic?.parts.flatMap(({ candidateId }) => others.get(candidateId) ?? [])[0];
    if (!automatic || !own) continue;
    const parts = [{ candidateId: line.id, amount: own.amount, currency: own.currency }];
    const proposal = { ...automatic, lineIds: [own.id], parts };
    posted.set(own.id, { ...found, proposals: [proposal], automatic: proposal });
  }
  return posted;
}

export function matchMonth(month: BankMonth): MatchedMonth {
  const index = new MemoryCandidateIndex(month.candidates);
  const sides: Sides = {
    ...{ rules: month.rules, others: month.otherLines, open: month.candidates, ibans: [OWN.iban, OWN.other] },
    ...{ index, waiting: new WaitingLines(month.lines.map(({ line }) => line)) },
  };
  const start = performance.now();
  let looked = 0;
  const look = (each: TrueLine): Outcome => {
    const result = matchSurely(each.line, sides);
    looked += result.compared;
    for (const { candidateId, amount } of result.automatic?.parts ?? []) index.settle(candidateId, amount);
    if (result.automatic) sides.waiting.take(each.line.id);
    return outcomeOf(each, result);
  };
  const first = month.lines.map(look);
  // What the others have settled is no rival any more: who had one looks again, once, as a run does.
  const outcomes = first.map((outcome) => (outcome.result.tie ? look(outcome.true) : outcome));
  // A line of which two tell as well stays with a person, as in a run.
  const together = matchTogether(
    outcomes.filter(({ result }) => !(result.automatic || result.tie)).map(({ true: { line } }) => line),
    index,
  );
  const grouped = outcomes.map((outcome) => withGroup(outcome, outcomes, together.automatic));
  const fromThere = matchOther(
    month,
    grouped.filter(({ result }) => !result.automatic),
    index,
  );
  return {
    seed: month.seed,
    outcomes: grouped.map((outcome) => {
      const result = fromThere.get(outcome.true.line.id);
      return result ? outcomeOf(outcome.true, result) : outcome;
    }),
    compared: looked + together.compared,
    milliseconds: performance.now() - start,
  };
}

/** A line that was posted together with others is right where all that they are is what was posted. */
function withGroup(outcome: Outcome, outcomes: readonly Outcome[], groups: readonly MatchProposal[]): Outcome {
  const group = groups.find(({ lineIds }) => lineIds.includes(outcome.true.line.id));
  if (!group) return outcome;
  const lines = outcomes.filter(({ true: { line } }) => group.lineIds.includes(line.id)).map(({ true: line }) => line);
  const sums = new Map<string, number>();
  for (const { candidateId, amount } of lines.flatMap(({ truth }) => truth)) sums.set(candidateId, (sums.get(candidateId) ?? 0) + amount);
  const whole = { ...outcome.true, truth: [...sums].map(([candidateId, amount]) => ({ candidateId, amount })) };
  const right = lines.every(({ truth, undecidable }) => truth.length > 0 && !undecidable) && isTrue(group, whole);
  return { ...outcome, result: { ...outcome.result, automatic: group }, right };
}

interface MatchFigures {
  readonly seed: string;
  readonly lines: number;
  readonly posted: number;
  readonly wrong: number;
  /** Of what was posted by itself, how much is right. */
  readonly precision: number;
  /** Of the lines that are of something open, or of a rule, and can be told: how many were posted right. */
  readonly recall: number;
  /** The same, where a person looks at the first three proposals. */
  readonly proposed: number;
  /** Lines that nobody can tell, posted all the same. */
  readonly tiesPosted: number;
  readonly comparedPerLine: number;
  readonly milliseconds: number;
  readonly recallByKind: Readonly<Record<string, string>>;
}

export function matchFigures({ seed, outcomes, compared, milliseconds }: MatchedMonth): MatchFigures {
  const posted = outcomes.filter(({ result }) => result.automatic);
  const tellable = outcomes.filter(
    ({ true: { truth, ruleId, undecidable } }) => !undecidable && (truth.length > 0 || ruleId !== undefined),
  );
  const right = (of: readonly Outcome[]) => of.filter((outcome) => outcome.right).length;
  const shown = tellable.filter(({ result, true: line }) => result.proposals.slice(0, 3).some((proposal) => isTrue(proposal, line)));
  const kinds = Map.groupBy(tellable, ({ true: { kind } }) => kind);
  return {
    ...{ seed, lines: outcomes.length, posted: posted.length, wrong: posted.length - right(posted) },
    precision: right(posted) / Math.max(1, posted.length),
    recall: right(tellable) / Math.max(1, tellable.length),
    proposed: shown.length / Math.max(1, tellable.length),
    tiesPosted: posted.filter(({ true: { undecidable } }) => undecidable).length,
    comparedPerLine: compared / Math.max(1, outcomes.length),
    milliseconds,
    recallByKind: Object.fromEntries([...kinds].map(([kind, of]) => [kind, `${right(of)}/${of.length}`])),
  };
}

/** Months of these seeds are measured, and one against more and more that is open. */
const SEEDS = ['enero', 'febrero', 'marzo', 'abril', 'mayo'];
const OPEN = [1000, 3000, 10_000];

interface MatchGrowth {
  readonly open: number;
  readonly comparedPerLine: number;
  readonly milliseconds: number;
}

/** Candidates that are compared with a line where all is open: nothing is settled in between, as that would leave fewer of few. */
export function matchGrowth(seed: string, open: number): MatchGrowth {
  const month = bankMonth(seed, { open });
  const index = new MemoryCandidateIndex(month.candidates);
  const start = performance.now();
  const compared = month.lines.reduce((sum, { line }) => sum + matchLine(line, index, month.rules, { rates: MONTH_RATES }).compared, 0);
  return { open, comparedPerLine: compared / month.lines.length, milliseconds: performance.now() - start };
}

interface MatchingReport {
  /** A rule over fifty thousand lines of the past. */
  readonly ruleTest: ReturnType<typeof measureRuleTest>;
  /** Months of two other banks, on which nothing was tuned. */
  readonly heldOut: readonly MatchFigures[];
  readonly secondHeldOut: readonly MatchFigures[];
  /** What became of the lines of all held out months, by kind. */
  readonly classes: string;
  readonly months: readonly MatchFigures[];
  readonly growth: readonly MatchGrowth[];
}

const matchedMonths = (seeds: readonly string[], profile?: MonthProfile): MatchedMonth[] =>
  seeds.map((seed) => matchMonth(bankMonth(seed, profile ? { profile } : {})));

export function measureMatching(): MatchingReport {
  const heldOut = matchedMonths(HOLD_OUT_SEEDS, HOLD_OUT);
  const secondHeldOut = matchedMonths(SECOND_HOLD_OUT_SEEDS, SECOND_HOLD_OUT);
  return {
    months: matchedMonths(SEEDS).map(matchFigures),
    heldOut: heldOut.map(matchFigures),
    secondHeldOut: secondHeldOut.map(matchFigures),
    classes: classesText([...heldOut, ...secondHeldOut]),
    ruleTest: measureRuleTest(),
    growth: OPEN.map((open) => matchGrowth('crecimiento', open)),
  };
}

const share = (value: number): string => value.toFixed(4);
const row = (cells: readonly (string | number)[]): string =>
  cells.map((cell, place) => String(cell).padStart(place === 0 ? 12 : 10)).join('');

const monthRow = (of: MatchFigures): string =>
  row([
    ...[of.seed, of.posted, of.wrong, share(of.precision), share(of.recall), share(of.proposed), of.tiesPosted],
    ...[of.comparedPerLine.toFixed(1), Math.round(of.milliseconds)],
  ]);

/** Of all months together. */
function kindsText(months: readonly MatchFigures[]): string {
  const sums = new Map<string, [number, number]>();
  for (const [kind, text] of months.flatMap(({ recallByKind }) => Object.entries(recallByKind))) {
    const [right = 0, of = 0] = text.split('/').map(Number);
    const before = sums.get(kind) ?? [0, 0];
    sums.set(kind, [before[0] + right, before[1] + of]);
  }
  return [...sums].map(([kind, [right, of]]) => `${kind} ${(right / of).toFixed(2)}`).join(', ');
}

export function matchingText({ months, heldOut, secondHeldOut, classes, growth, ruleTest }: MatchingReport): string {
  const [least, most] = [growth[0], growth.at(-1)];
  const grown = (most?.comparedPerLine ?? 0) / (least?.comparedPerLine ?? 1);
  return [
    'Months of some 1,000 bank lines against 1,000 open items (goals: precision ≥ 0.995, recall ≥ 0.90, none posted on a tie)',
    row(['seed', 'posted', 'wrong', 'precision', 'recall', 'in three', 'on a tie', 'compared', 'ms']),
    ...months.map(monthRow),
    'The same of two other banks, on whose months nothing was tuned',
    ...heldOut.map(monthRow),
    ...secondHeldOut.map(monthRow),
    `recall by kind, usual: ${kindsText(months)}`,
    `recall by kind, held out: ${kindsText([...heldOut, ...secondHeldOut])}`,
    '',
    classes,
    '',
    'The same lines against more that is open: candidates compared with each line (goal: 1.1 times as many at most)',
    row(['open', 'compared', 'ms']),
    ...growth.map((of) => row([of.open, of.comparedPerLine.toFixed(2), Math.round(of.milliseconds)])),
    `A rule over ${ruleTest.lines} lines of the past, without the reads: ${ruleTest.taken} taken in ${Math.round(ruleTest.milliseconds)} ms`,
    `${grown.toFixed(3)} times as many with ${most?.open} as with ${least?.open}`,
  ].join('\n');
}
