import type { IsoDate } from '#kernel/date.ts';
import { BASE_CURRENCY } from '#kernel/money.ts';
import type { StoredBankLine } from './bank-line.ts';
import { type BankRule, isRuleInForce, type StoredBankRule } from './bank-rule.ts';
import { type LineCandidate, type LineLook, matchPartsOf } from './line-candidates.ts';
import { matchTogether } from './match-groups.ts';
import { isPostable, type MatchPart } from './match-input.ts';
import type { CandidateIndex, MatchLine, MatchOptions, MatchProposal, MatchReason, ProposedPart } from './match-model.ts';
import { MATCH_OPTIONS, matchLine } from './matching.ts';
import { partsOfRule } from './rule-parts.ts';
import { isExplainedBy } from './transfer-rivals.ts';
import { differenceRulesOf, differencesLet, ruleOfDifference } from './written-off.ts';

/** What may be posted by itself: as the company's settings say. */
export interface AutoTerms {
  readonly mode: 'rules' | 'post';
  /** From 0 to 1. */
  readonly threshold: number;
  /** By how much a payment may differ from a document at the rate of the day, in percent. */
  readonly mostFx?: number;
}

/** What matched a line, as it stands on it. */
export interface AutoMatch {
  readonly rule?: string;
  readonly version?: number;
  readonly score?: number;
  readonly reasons: readonly string[];
}

/** What is done with a line by itself. `proposed`: the engine is sure, and a person accepts it. */
export type LineDecision =
  | { readonly as: 'post'; readonly parts: readonly MatchPart[]; readonly match: AutoMatch; readonly settles: readonly ProposedPart[] }
  | { readonly as: 'tie' | 'proposed' | 'none' };

export interface AutoWorld {
  /** What a unit of a currency was worth in that of the account on a day. */
  readonly ratesOn?: ((date: IsoDate) => Readonly<Record<string, number>>) | undefined;
  readonly index: CandidateIndex;
  /** What the index has, with its documents. */
  readonly open: ReadonlyMap<string, LineCandidate>;
  /** In their order. */
  readonly rules: readonly StoredBankRule[];
  readonly terms: AutoTerms;
}

const isEntry = ({ action }: BankRule): boolean =>
  action.entry !== undefined || action.bill !== undefined || action.commission !== undefined;

/** As far as rules let a line differ from documents, the engine looks. */
function optionsOf(line: StoredBankLine, { rules, terms, ratesOn }: Pick<AutoWorld, 'rules' | 'terms' | 'ratesOn'>): Partial<MatchOptions> {
  if (line.currency !== BASE_CURRENCY) return { threshold: terms.threshold };
  return {
    ...{ threshold: terms.threshold, ...differencesLet(differenceRulesOf(line, rules)) },
    ...(ratesOn ? { rates: ratesOn(line.date), mostFx: terms.mostFx } : {}),
  };
}

/** Rules that take a line as a whole, in their order. */
const entriesOf = ({ date }: StoredBankLine, rules: readonly StoredBankRule[]): readonly StoredBankRule[] =>
  rules.filter((rule) => isRuleInForce(rule, date) && isEntry(rule));

/** What a person is shown of a line is looked at as a run looks at it: with the same rules, differences and rates. */
export function lineLook(line: StoredBankLine, world: Pick<AutoWorld, 'rules' | 'ratesOn'> & Pick<AutoTerms, 'mostFx'>): LineLook {
  const { mostFx } = world;
  const options = optionsOf(line, {
    ...world,
    terms: { mode: 'post', threshold: MATCH_OPTIONS.threshold, ...(mostFx === undefined ? {} : { mostFx }) },
  });
  return {
    options,
    rules: entriesOf(line, world.rules),
    accountOf: (difference) => ruleOfDifference(line, difference, world.rules)?.action.difference?.account,
  };
}

/** Strongest first: what the console says of it. */
const codesOf = (reasons: readonly MatchReason[]): string[] =>
  reasons
    .filter(({ weight }) => weight > 0)
    .toSorted((a, b) => b.weight - a.weight)
    .slice(0, 5)
    .map(({ code }) => code);

const NONE: LineDecision = { as: 'none' };

function byRule(line: StoredBankLine, rule: StoredBankRule | undefined, reasons: readonly MatchReason[]): LineDecision {
  if (!rule) return NONE;
  const parts = partsOfRule(rule.action, line.amount) as unknown as MatchPart[];
  if (parts.length === 0) return NONE;
  return !isPostable(parts)
    ? { as: 'proposed' }
    : { as: 'post', parts, settles: [], match: { rule: rule.id, version: rule.version, reasons: codesOf(reasons) } };
}

/** Documents of these kinds are settled by what a line brings. */
const SETTLED = new Set(['invoice', 'supplier-bill', 'credit-note', 'supplier-credit-note']);
/** These the bank tells of once more: a line is one of them, whole, or none. */
const TOLD_AGAIN = new Set(['payment-run', 'payroll-run', 'payroll-payment', 'bank-line']);
/** These are several payments: the bank tells of all of them, or of each. */
const OF_SEVERAL = new Set(['payment-run', 'payroll-run', 'payroll-payment']);

/** Whether what a proposal is of may be posted by itself; what came back, and several of what the bank tells again, are a person's to tie. */
function isOfItself({ difference }: MatchProposal, found: readonly LineCandidate[]): boolean {
  // A supplier's credit note is taken off bills; that it is paid back, a person says.
  const has = (wanted: string): boolean => found.some(({ document: { kind } }) => kind === wanted);
  if (has('supplier-credit-note') && !has('supplier-bill')) return false;
  if (found.every(({ document: { kind }, part }) => SETTLED.has(kind) && !part)) return true;
  const [first, second] = found;
  return first !== undefined && second === undefined && !difference && TOLD_AGAIN.has(first.document.kind);
}

/** What nothing else settles any more: of a run its payments with it, of a payment the run as a whole. */
function settledBy({ parts }: MatchProposal, found: readonly LineCandidate[], open: AutoWorld['open']): readonly ProposedPart[] {
  const runs = new Set(found.flatMap(({ document: { kind, id } }) => (OF_SEVERAL.has(kind) ? id : [])));
  if (runs.size === 0) return parts;
  const taken = new Set(parts.map(({ candidateId }) => candidateId));
  const isWhole = parts.some(({ candidateId }) => runs.has(candidateId));
  return [...open.values()].flatMap(({ document, candidate: { id: candidateId, open: amount, currency } }) =>
    taken.has(candidateId) || (runs.has(document.id) && (isWhole || candidateId === document.id))
      ? [{ candidateId, amount, currency }]
      : [],
  );
}

function byEngine(
  line: StoredBankLine,
  proposal: MatchProposal,
  { open, terms }: AutoWorld,
  rules: readonly StoredBankRule[],
): LineDecision {
  const found = proposal.parts.flatMap(({ candidateId }) => open.get(candidateId) ?? []);
  if (found.length < proposal.parts.length || !isOfItself(proposal, found)) return NONE;
  const documents = found.map(({ document, part }, i) => ({
    ...{ ...document, amount: proposal.parts[i]?.amount ?? 0, currency: proposal.parts[i]?.currency ?? line.currency },
    ...(part ? { part } : {}),
  }));
  // What a rate has left between a line and a document is posted with what settles that, and is no rule's to write off.
  const difference = proposal.difference?.kind === 'fx' ? undefined : proposal.difference;
  const rule = ruleOfDifference(line, difference, rules);
  const parts = matchPartsOf(line, documents, difference?.kind, rule?.action.difference?.account);
  // What is paid back to a customer has two people.
  const paidBack = parts.some(({ as }) => as === 'refund');
  if (terms.mode !== 'post' || paidBack || (difference && !rule) || !isPostable(parts)) return { as: 'proposed' };
  const match = {
    ...(rule ? { rule: rule.id, version: rule.version } : {}),
    ...{ score: Math.round(proposal.score * 100), reasons: codesOf(proposal.reasons) },
  };
  return { as: 'post', parts, match, settles: settledBy(proposal, found, open) };
}

/** Never where two explain a line about as well. */
function decisionOn(line: StoredBankLine & Pick<MatchLine, 'learnt'>, world: AutoWorld): LineDecision {
  // It may be a line that another file has brought: who posts it might post it twice.
  if (line.like !== undefined) return { as: 'tie' };
  const rules = world.rules.filter((rule) => isRuleInForce(rule, line.date));
  const entries = entriesOf(line, rules);
  const { proposals, automatic, tie } = matchLine(line, world.index, entries, optionsOf(line, world));
  const [first] = proposals;
  if (!first) return NONE;
  if (tie) return { as: 'tie' };
  if (first.shape === 'rule')
    return byRule(
      line,
      entries.find(({ id }) => id === first.ruleId),
      first.reasons,
    );
  return automatic ? byEngine(line, automatic, world, rules) : NONE;
}

/** Whether what is open, or a rule, tells what a line of another account is: it is no transfer then. */
export function isExplained(line: StoredBankLine, world: AutoWorld): boolean {
  const entries = entriesOf(line, world.rules);
  return isExplainedBy(line, world.index, entries, optionsOf(line, world));
}

/** What becomes of a line by itself: what a person has undone is never posted by itself again. */
export function decided(line: StoredBankLine & Pick<MatchLine, 'learnt'>, world: AutoWorld): LineDecision {
  const decision = decisionOn(line, world);
  return decision.as === 'post' && line.undone !== undefined ? { as: 'proposed' } : decision;
}

/** A line that was posted together with others, and what it pays of the document that they are of. */
export interface GroupedLine<L> {
  readonly line: L;
  readonly decision: Extract<LineDecision, { as: 'post' }>;
}

/**
 * Lines that nothing is found for by themselves and that come to one document together, each as a part of it. A line that may be another
 * file's, or was undone, is none of them.
 */
export function decidedTogether<L extends StoredBankLine & Pick<MatchLine, 'learnt'>>(
  lines: readonly L[],
  { index, open, terms }: AutoWorld,
): GroupedLine<L>[] {
  if (terms.mode !== 'post') return [];
  const free = new Map(lines.flatMap((line) => (line.like === undefined && line.undone === undefined ? [[line.id, line] as const] : [])));
  const { automatic } = matchTogether([...free.values()], index, { threshold: terms.threshold });
  return automatic.flatMap(({ lineIds, parts: [part], score, reasons }) => {
    const of = part && open.get(part.candidateId);
    if (!of || of.part || !SETTLED.has(of.document.kind)) return [];
    return lineIds.flatMap((id): GroupedLine<L>[] => {
      const line = free.get(id);
      const parts = line ? matchPartsOf(line, [{ ...of.document, amount: line.amount }]) : [];
      if (!line || !isPostable(parts) || parts.some(({ as }) => as === 'refund' || as === 'supplier-refund')) return [];
      const settles = [{ candidateId: of.candidate.id, amount: line.amount, currency: line.currency }];
      return [{ line, decision: { as: 'post', parts, match: { score: Math.round(score * 100), reasons: codesOf(reasons) }, settles } }];
    });
  });
}
