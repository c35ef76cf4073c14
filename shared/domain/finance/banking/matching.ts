import { amountMatch, CENTS, mayBeFee } from './match-amounts.ts';
import { BASE_WEIGHT, dateReasons, namingReasons, partyReasons, type ReadLine, readLine, weightOf } from './match-evidence.ts';
import type {
  CandidateIndex,
  MatchCandidate,
  MatchLine,
  MatchOptions,
  MatchProposal,
  MatchReason,
  MatchResult,
  MatchRule,
} from './match-model.ts';
import { poolOf } from './match-pool.ts';
import { setProposals } from './match-sets.ts';
import { shownPhrase, takesLine } from './rule-conditions.ts';
import type { StatementPart } from './statement.ts';
import { TRANSFER_WORDS } from './transfer-sides.ts';

export const MATCH_OPTIONS: MatchOptions = { threshold: 0.95, margin: 1.5, tolerance: CENTS, maxFee: 3000 };

const MAX_PROPOSALS = 10;
/** A rule that takes the line: over the threshold by itself. */
const RULE_WEIGHT = 7.6;

/** How surely proposals of a weight were right in generated months, said with caution: of 2.2 it were 99 of 100, and the score says 95. */
const SCALE = { slope: 1.5, offset: -0.35 };

/** From log-odds to a score from 0 to 1. */
export const scoreOf = (weight: number): number => 1 / (1 + Math.exp(-(SCALE.slope * weight + SCALE.offset)));

/** A proposal with its score. */
export function proposalOf(fields: Omit<MatchProposal, 'score' | 'weight'>): MatchProposal {
  const weight = BASE_WEIGHT + weightOf(fields.reasons);
  return { ...fields, weight, score: scoreOf(weight) };
}

/** How banks call transfers, and orders that they book at once. */
const WORDS_OF: Readonly<Partial<Record<MatchCandidate['kind'], readonly string[]>>> = {
  transfer: TRANSFER_WORDS,
  'run-payment': ['remesa', 'remesas', 'orden de pago', 'ordenes de pago', 'pagos sepa', 'adeudos sepa', 'bulk payment', 'batch payment'],
};

/** What a line calls itself, where that tells its kind. */
function ownWords({ words }: ReadLine, { kind, partyNames }: MatchCandidate): MatchReason[] {
  // A payment of a run that is told by itself is known by whom it is to.
  if (kind === 'run-payment' && partyNames.length > 0) return [];
  const text = ` ${words.join(' ')} `;
  const found = WORDS_OF[kind]?.find((each) => text.includes(` ${each} `));
  return found === undefined ? [] : [{ code: 'rule_words', weight: 2.5, params: { words: found } }];
}

/** One candidate for one line. */
function oneToOne(read: ReadLine, candidate: MatchCandidate, options: MatchOptions): MatchProposal[] {
  const match = amountMatch(read, candidate, options);
  if (!match) return [];
  const party = partyReasons(read, candidate);
  const agrees = weightOf(party) >= (match.partial ? 3 : 1.5) || candidate.kind === 'pos';
  const named = namingReasons(read, candidate, agrees);
  // What came back is of the document that it names, not of another with its amount.
  if (read.line.returnReason !== undefined && !named.some(({ weight }) => weight > 5)) return [];
  return [
    proposalOf({
      shape: '1:1',
      lineIds: [read.line.id],
      parts: [{ candidateId: candidate.id, amount: match.amount, currency: candidate.currency }],
      ...(match.difference ? { difference: match.difference } : {}),
      reasons: [...named, ...match.reasons, ...party, ...dateReasons(read, candidate), ...ownWords(read, candidate)],
    }),
  ];
}

/** Where whole documents of a party come to the line, that it is a plain share of another is chance: credit notes are shares of invoices. */
function withoutShares(
  single: readonly MatchProposal[],
  sets: readonly Pick<MatchProposal, 'parts'>[],
  index: CandidateIndex,
): readonly MatchProposal[] {
  const partyOf = ({ parts: [first] }: Pick<MatchProposal, 'parts'>) => first && index.get(first.candidateId)?.partyId;
  const isPart = ({ reasons }: MatchProposal) => reasons.some(({ code }) => code === 'amount_partial');
  const whole = new Set([...sets, ...single.filter((each) => !isPart(each))].map(partyOf));
  return single.map((each) =>
    isPart(each) && whole.has(partyOf(each))
      ? proposalOf({ ...each, reasons: each.reasons.filter(({ code }) => code !== 'amount_share') })
      : each,
  );
}

/** What the first rule that takes a line says of it. */
function ruleProposals({ line }: ReadLine, rules: readonly MatchRule[]): MatchProposal[] {
  const rule = rules.find(({ conditions }) => takesLine(conditions, line));
  if (!rule) return [];
  return [
    proposalOf({
      ...{ shape: 'rule', lineIds: [line.id], parts: [], ruleId: rule.id },
      reasons: [{ code: 'rule_words', weight: RULE_WEIGHT, params: { words: shownPhrase(rule.conditions) } }],
    }),
  ];
}

/** What a proposal touches: documents, or a rule. */
export const touched = ({ parts, ruleId }: MatchProposal): string =>
  ruleId ??
  parts
    .map(({ candidateId }) => candidateId)
    .toSorted()
    .join(' ');

/** Whether a proposal may stand by itself: some are for a person, however sure. */
function isPlain({ reasons, difference, parts }: MatchProposal, { maxFee }: MatchOptions): boolean {
  const has = (...codes: readonly MatchReason['code'][]) => reasons.some(({ code }) => codes.includes(code));
  const partial = reasons.find(({ code }) => code === 'amount_partial')?.params;
  const maybeFee = partial !== undefined && mayBeFee(Number(partial.open), Number(partial.amount), maxFee, has('amount_share'));
  const named = has('reference_found', 'reference_count', 'end_to_end_equal');
  // What is left may be a fee that was kept, and what was paid then is the whole.
  if (has('amount_partial')) return (named || has('amount_share')) && !maybeFee && has('iban_known', 'name_similar', 'text_learnt');
  if (difference?.kind === 'fee' && !has('amount_equal'))
    return (named && !has('amount_share')) || reasons.some(({ code, weight }) => code === 'fee_kept' && weight >= 2);
  if (difference?.kind === 'fx' && !has('amount_equal')) return named;
  return parts.length === 0 || has('amount_equal', 'amount_of_documents', 'small_difference', 'fee_kept', 'fx_difference') || named;
}

/** The best first; what may be posted, and whether two are as good as each other. */
export function rankedProposals(proposals: readonly MatchProposal[], compared: number, options: MatchOptions): MatchResult {
  const best = new Map<string, MatchProposal>();
  for (const proposal of proposals) {
    const key = touched(proposal);
    if ((best.get(key)?.weight ?? Number.NEGATIVE_INFINITY) < proposal.weight) best.set(key, proposal);
  }
  const order = [...best.values()].toSorted((a, b) => b.weight - a.weight || (touched(a) < touched(b) ? -1 : 1));
  const [first, second] = order;
  const tie = first !== undefined && second !== undefined && first.weight - second.weight < options.margin;
  const automatic = first && !tie && first.score >= options.threshold && isPlain(first, options) ? { automatic: first } : {};
  return { proposals: order.slice(0, MAX_PROPOSALS), ...automatic, tie, compared };
}

/** The payments of a batch, each for itself: together they are as sure as the least sure of them. */
function matchBatch(
  line: MatchLine,
  parts: readonly StatementPart[],
  matchOne: (part: MatchLine) => MatchResult,
  options: MatchOptions,
): MatchResult {
  const { id, date, currency } = line;
  const results = parts.map((part) => matchOne({ ...part, id, date, currency }));
  const compared = results.reduce((sum, each) => sum + each.compared, 0);
  const tie = results.some((each) => each.tie);
  const best = results.flatMap(({ proposals }) => proposals[0] ?? []);
  const documents = best.flatMap((proposal) => proposal.parts);
  const [least] = best.toSorted((a, b) => a.weight - b.weight);
  const twice = new Set(documents.map(({ candidateId }) => candidateId)).size < documents.length;
  if (!least || best.length < parts.length || twice || best.some(({ shape }) => shape === 'rule')) return { proposals: [], tie, compared };
  const together: MatchProposal = {
    ...least,
    shape: '1:n',
    parts: documents,
    reasons: [...least.reasons, { code: 'batch_payments', weight: 0, params: { count: parts.length } }],
  };
  const sure = results.every(({ automatic }) => automatic) && together.score >= options.threshold;
  return { proposals: [together], ...(sure ? { automatic: together } : {}), tie, compared };
}

/**
 * What a movement may be: proposals with scores and reasons, the best first. Candidates are looked up by number, amount, account and
 * name, never compared all with all.
 */
export function matchLine(
  line: MatchLine,
  index: CandidateIndex,
  rules: readonly MatchRule[] = [],
  asked: Partial<MatchOptions> = {},
): MatchResult {
  const options = { ...MATCH_OPTIONS, ...asked };
  if (line.amount === 0) return { proposals: [], tie: false, compared: 0 };
  const { parts = [], ...whole } = line;
  if (parts.length > 1) {
    const batch = matchBatch(line, parts, (part) => matchLine(part, index, rules, asked), options);
    if (batch.proposals.length > 0) return batch;
  }
  const read = readLine(whole, index);
  const { candidates, parties, compared } = poolOf(read, index);
  const sets = setProposals(read, candidates, parties);
  const single = candidates.flatMap((candidate) => oneToOne(read, candidate, options));
  const proposals = [...withoutShares(single, sets, index), ...sets.map(proposalOf), ...ruleProposals(read, rules)];
  return rankedProposals(proposals, compared, options);
}
