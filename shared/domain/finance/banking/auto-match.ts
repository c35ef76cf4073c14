import { BASE_CURRENCY, type Minor } from '#kernel/money.ts';
import type { StoredBankLine } from './bank-line.ts';
import { type BankRule, isRuleInForce, type StoredBankRule } from './bank-rule.ts';
import { type LineCandidate, matchPartsOf } from './line-candidates.ts';
import { isPostable, type MatchPart } from './match-input.ts';
import type { CandidateIndex, MatchLine, MatchOptions, MatchProposal, MatchReason, ProposedPart } from './match-model.ts';
import { MATCH_OPTIONS, matchLine } from './matching.ts';
import { takesLine } from './rule-conditions.ts';
import { partsOfRule } from './rule-parts.ts';

/** What may be posted by itself: as the company's settings say. */
export interface AutoTerms {
  readonly mode: 'rules' | 'post';
  /** From 0 to 1. */
  readonly threshold: number;
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
  readonly index: CandidateIndex;
  /** What the index has, with its documents. */
  readonly open: ReadonlyMap<string, LineCandidate>;
  /** In their order. */
  readonly rules: readonly StoredBankRule[];
  readonly terms: AutoTerms;
}

const isEntry = ({ action }: BankRule): boolean =>
  action.entry !== undefined || action.bill !== undefined || action.commission !== undefined;

/** As far as rules let lines differ from documents, the engine looks. */
function optionsOf({ currency }: StoredBankLine, { rules, terms }: AutoWorld): Partial<MatchOptions> {
  // What rules let differ is in the currency of the books.
  if (currency !== BASE_CURRENCY) return { threshold: terms.threshold };
  const most = (of: 'small' | 'fee', least: Minor): Minor =>
    rules.reduce((sum, { action: { difference } }) => (difference?.of === of ? Math.max(sum, difference.upTo) : sum), least);
  return { threshold: terms.threshold, tolerance: most('small', MATCH_OPTIONS.tolerance), maxFee: most('fee', MATCH_OPTIONS.maxFee) };
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

/** The rule by which a difference is written off; undefined where none says so. */
const ruleOfDifference = (
  line: StoredBankLine,
  { amount, kind }: NonNullable<MatchProposal['difference']>,
  rules: readonly StoredBankRule[],
) =>
  line.currency === BASE_CURRENCY
    ? rules.find(
        ({ action: { difference }, conditions }) =>
          difference?.of === kind && Math.abs(amount) <= difference.upTo && takesLine(conditions, line),
      )
    : undefined;

/** Documents of these kinds are settled by what a line brings; what waits for the bank is a person's to tie. */
const SETTLED = new Set(['invoice', 'supplier-bill', 'credit-note']);

function byEngine(
  line: StoredBankLine,
  proposal: MatchProposal,
  { open, terms }: AutoWorld,
  rules: readonly StoredBankRule[],
): LineDecision {
  const documents = proposal.parts.flatMap(({ candidateId, amount }) => {
    const of = open.get(candidateId);
    return of && !of.part ? [{ ...of.document, amount }] : [];
  });
  if (documents.length < proposal.parts.length || !documents.every(({ kind }) => SETTLED.has(kind))) return NONE;
  const { difference } = proposal;
  const rule = difference && ruleOfDifference(line, difference, rules);
  const parts = matchPartsOf(line, documents, difference?.kind, rule?.action.difference?.account);
  // What is paid back to a customer has two people.
  const paidBack = parts.some(({ as }) => as === 'refund');
  if (terms.mode !== 'post' || paidBack || (difference && !rule) || !isPostable(parts)) return { as: 'proposed' };
  const match = {
    ...(rule ? { rule: rule.id, version: rule.version } : {}),
    ...{ score: Math.round(proposal.score * 100), reasons: codesOf(proposal.reasons) },
  };
  return { as: 'post', parts, match, settles: proposal.parts };
}

/** Never where two explain a line about as well. */
function decisionOn(line: StoredBankLine & Pick<MatchLine, 'learnt'>, world: AutoWorld): LineDecision {
  // It may be a line that another file has brought: who posts it might post it twice.
  if (line.like !== undefined) return { as: 'tie' };
  const rules = world.rules.filter((rule) => isRuleInForce(rule, line.date));
  const entries = rules.filter(isEntry);
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

/** What becomes of a line by itself: what a person has undone is never posted by itself again. */
export function decided(line: StoredBankLine & Pick<MatchLine, 'learnt'>, world: AutoWorld): LineDecision {
  const decision = decisionOn(line, world);
  return decision.as === 'post' && line.undone !== undefined ? { as: 'proposed' } : decision;
}
