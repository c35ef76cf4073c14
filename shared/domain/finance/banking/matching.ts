import { daysBetween } from '#kernel/date.ts';
import {
  amountMatch,
  BASE_WEIGHT,
  dateReasons,
  mayBeFee,
  namesAgree,
  namingOf,
  namingReasons,
  partyReasons,
  type ReadLine,
  readLine,
  WHOLE,
  weightOf,
} from './match-evidence.ts';
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
import { setProposals } from './match-sets.ts';
import { nameKeys } from './match-text.ts';
import { shownPhrase, takesLine } from './rule-conditions.ts';
import type { StatementPart } from './statement.ts';

export const MATCH_OPTIONS: MatchOptions = { threshold: 0.9, margin: 1.5, tolerance: 5, maxFee: 3000 };

/** Documents of one party that are looked at; more open ones than that are for a person. */
const MAX_DOCUMENTS = 40;
/** Parties whose names are compared, and those whose documents are looked at. */
const [MAX_NAMES, MAX_PARTIES] = [8, 3];
/** How much of a name must agree for its party's documents to be looked at. */
const LEAST_SIMILAR = 0.6;
const NEAR_BEST = 0.05;
const MAX_PROPOSALS = 10;
const MAX_ALIKE = 8;
/** A rule that takes the line: over the threshold by itself. */
const RULE_WEIGHT = 7.6;

/** From log-odds to a score from 0 to 1. */
export const scoreOf = (weight: number): number => 1 / (1 + Math.exp(-weight));

/** Parties that a line may be of, the likeliest first: by account, then by name. */
export function partiesNamed(read: ReadLine, index: CandidateIndex): { readonly parties: readonly string[]; readonly compared: number } {
  const { name, text } = read.told;
  const hits = new Map<string, { count: number; candidate: MatchCandidate }>();
  for (const key of new Set([...nameKeys(name), ...nameKeys(text)]))
    for (const [partyId, candidate] of onePerParty(index.byNameToken(key)))
      hits.set(partyId, { count: (hits.get(partyId)?.count ?? 0) + 1, candidate });
  const likely = [...hits].toSorted(([, a], [, b]) => b.count - a.count).slice(0, MAX_NAMES);
  const similar = likely.map(([partyId, { candidate }]) => ({ partyId, similarity: namesAgree(read, candidate) }));
  const order = similar.toSorted((a, b) => b.similarity - a.similarity);
  // Where one has the whole name, those that have a part of it are not looked at; where the account is known, whole names alone.
  const least = Math.max(read.ibanParties.size > 0 ? WHOLE : LEAST_SIMILAR, (order[0]?.similarity ?? 0) - NEAR_BEST);
  const named = order.flatMap(({ partyId, similarity }) => (similarity >= least ? partyId : [])).slice(0, MAX_PARTIES);
  const before = (read.line.learnt ?? []).map(({ to }) => to);
  return { parties: [...new Set([...read.ibanParties, ...before, ...named])], compared: likely.length };
}

const onePerParty = (candidates: readonly MatchCandidate[]): ReadonlyMap<string, MatchCandidate> =>
  new Map(candidates.flatMap((candidate) => (candidate.partyId === undefined ? [] : [[candidate.partyId, candidate] as const])));

/** What a line is compared with. */
interface Pool {
  readonly candidates: readonly MatchCandidate[];
  readonly parties: ReadonlySet<string>;
  readonly compared: number;
}

/** An amount that many have tells nothing: those of the right party are found by that. So are those of which a count alone is named. */
const few = (candidates: readonly MatchCandidate[]): readonly MatchCandidate[] => (candidates.length > MAX_ALIKE ? [] : candidates);

/** Candidates that a line may be: found by number, by amount, and by party. */
function poolOf(read: ReadLine, index: CandidateIndex): Pool {
  const { line, references } = read;
  const { original, endToEndId } = line;
  const named = partiesNamed(read, index);
  const found = [
    ...[...references.keys, ...(endToEndId === undefined ? [] : [endToEndId])].flatMap((key) => index.byReference(key)),
    ...few(index.byAmount(line.amount, line.currency)),
    ...(original ? few(index.byAmount(original.amount, original.currency)) : []),
  ];
  const candidates = new Map(found.map((candidate) => [candidate.id, candidate] as const));
  // Whose document is named may pay more with it.
  const exact = [...candidates.values()].filter((candidate) => namingOf(read, candidate) === 'exact');
  const parties = [...new Set([...named.parties, ...exact.flatMap(({ partyId }) => partyId ?? [])])].slice(0, MAX_PARTIES);
  for (const party of parties) for (const candidate of nearest(read, index.byParty(party))) candidates.set(candidate.id, candidate);
  return { candidates: [...candidates.values()], parties: new Set(parties), compared: named.compared + candidates.size };
}

/** Documents of a party that are nearest by day, where it has many. */
function nearest({ line }: ReadLine, documents: readonly MatchCandidate[]): readonly MatchCandidate[] {
  if (documents.length <= MAX_DOCUMENTS) return documents;
  const days = ({ dueDate, date }: MatchCandidate) => Math.abs(daysBetween(dueDate ?? date, line.date));
  return documents.toSorted((a, b) => days(a) - days(b)).slice(0, MAX_DOCUMENTS);
}

/** A proposal with its score. */
export function proposalOf(fields: Omit<MatchProposal, 'score' | 'weight'>): MatchProposal {
  const weight = BASE_WEIGHT + weightOf(fields.reasons);
  return { ...fields, weight, score: scoreOf(weight) };
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
  const words: MatchReason[] =
    candidate.kind === 'transfer' && read.words.includes('traspaso')
      ? [{ code: 'rule_words', weight: 2.5, params: { words: 'traspaso' } }]
      : [];
  return [
    proposalOf({
      shape: '1:1',
      lineIds: [read.line.id],
      parts: [{ candidateId: candidate.id, amount: match.amount, currency: candidate.currency }],
      ...(match.difference ? { difference: match.difference } : {}),
      reasons: [...named, ...match.reasons, ...party, ...dateReasons(read, candidate), ...words],
    }),
  ];
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
  const maybeFee = partial !== undefined && mayBeFee(Number(partial.open), Number(partial.amount), maxFee);
  const named = has('reference_found', 'reference_count', 'end_to_end_equal');
  // What is left may be a fee that was kept, and what was paid then is the whole.
  if (has('amount_partial')) return named && !maybeFee && has('iban_known', 'name_similar', 'text_learnt');
  if (difference?.kind === 'fee' && !has('amount_equal'))
    return named || reasons.some(({ code, weight }) => code === 'fee_kept' && weight >= 2);
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
  const proposals = [
    ...candidates.flatMap((candidate) => oneToOne(read, candidate, options)),
    ...sets.map(proposalOf),
    ...ruleProposals(read, rules),
  ];
  return rankedProposals(proposals, compared, options);
}
