import { daysBetween } from '#kernel/date.ts';
import { dateReasons, namingOf, partyReasons, type ReadLine, readLine, weightOf } from './match-evidence.ts';
import type { CandidateIndex, MatchCandidate, MatchLine, MatchOptions, MatchProposal, MatchReason } from './match-model.ts';
import { partiesNamed } from './match-pool.ts';
import { settlesTogether, sumWeight } from './match-sets.ts';
import { combinations, subsetsOf } from './match-subsets.ts';
import { MATCH_OPTIONS, proposalOf, touched } from './matching.ts';

/** Lines of one party that are put together at most, and the days between the first and the last. */
const [MAX_LINES, MAX_OF_ONE, MAX_DAYS] = [30, 6, 31];
/** Who a line is of must be plain before it is put together with others. */
const PARTY_LEAST = 3;
/** Payments in parts are rarer than whole ones. */
const IN_PARTS = -0.7;

export interface GroupResult {
  /** The best first. */
  readonly proposals: readonly MatchProposal[];
  /** Those that may be posted by themselves: over the threshold, and none of their lines and documents is wanted as well by another. */
  readonly automatic: readonly MatchProposal[];
  readonly compared: number;
}

/** The one party that a line is plainly of. */
function partyOf(read: ReadLine, index: CandidateIndex): { readonly partyId: string | undefined; readonly compared: number } {
  const { parties, compared } = partiesNamed(read, index);
  const weights = parties
    .flatMap((partyId) => {
      const [first] = index.byParty(partyId);
      return first ? [{ partyId, weight: weightOf(partyReasons(read, first)) }] : [];
    })
    .toSorted((a, b) => b.weight - a.weight);
  const [best, second] = weights;
  const plain = best !== undefined && best.weight >= PARTY_LEAST && best.weight - (second?.weight ?? 0) >= MATCH_OPTIONS.margin;
  return { partyId: plain ? best.partyId : undefined, compared: compared + weights.length };
}

/** Lines that pay one document together. */
function inParts(reads: readonly ReadLine[], document: MatchCandidate): MatchProposal[] {
  const near = reads.filter(({ line }) => line.currency === document.currency && line.amount < 0 === document.open < 0);
  if (near.length < 2) return [];
  const search = subsetsOf(
    near.map(({ line }) => line.amount),
    document.open,
    MAX_OF_ONE,
  );
  return search.found.flatMap((places) => {
    const of = places.flatMap((place) => near[place] ?? []).toSorted((a, b) => (a.line.date < b.line.date ? -1 : 1));
    const [first, last] = [of[0], of.at(-1)];
    if (!(first && last) || daysBetween(first.line.date, last.line.date) > MAX_DAYS) return [];
    const ways = search.complete ? combinations(near.length, of.length) : Number.POSITIVE_INFINITY;
    return [
      proposalOf({
        shape: 'n:1',
        lineIds: of.map(({ line }) => line.id),
        parts: [{ candidateId: document.id, amount: document.open, currency: document.currency }],
        reasons: groupReasons(of, document, ways),
      }),
    ];
  });
}

/** What speaks for lines that are put together: that of the one of which least is known, and the worst of what they name. */
function groupReasons(of: readonly ReadLine[], document: MatchCandidate, ways: number): MatchReason[] {
  const party = of.map((read) => partyReasons(read, document)).toSorted((a, b) => weightOf(a) - weightOf(b))[0] ?? [];
  const namings = of.map((read) => namingOf(read, document));
  const date = of.flatMap((read) => dateReasons(read, document)).toSorted((a, b) => a.weight - b.weight)[0];
  const params = { number: document.numbers[0] ?? document.id };
  const reasons: MatchReason[] = [
    {
      code: 'amount_of_lines',
      weight: sumWeight(ways) + IN_PARTS,
      params: { count: of.length, amount: document.open, currency: document.currency },
    },
  ];
  if (namings.includes('other')) reasons.push({ code: 'other_reference', weight: -4, params });
  else if (namings.includes('exact'))
    reasons.push({ code: 'reference_found', weight: namings.every((naming) => naming === 'exact') ? 6 : 4, params });
  return [...reasons, ...party, ...(date ? [date] : [])];
}

/** Those over the threshold that share no line and no document with another that is about as good. */
function automaticOf(order: readonly MatchProposal[], { threshold, margin }: MatchOptions): MatchProposal[] {
  const shares = (a: MatchProposal, b: MatchProposal) =>
    a.lineIds.some((id) => b.lineIds.includes(id)) ||
    a.parts.some(({ candidateId }) => b.parts.some((part) => part.candidateId === candidateId));
  const taken: MatchProposal[] = [];
  for (const proposal of order) {
    const rivals = order.filter(
      (other) => other !== proposal && shares(proposal, other) && Math.abs(other.weight - proposal.weight) < margin,
    );
    if (proposal.score >= threshold && rivals.length === 0 && !taken.some((other) => shares(proposal, other))) taken.push(proposal);
  }
  return taken;
}

/**
 * Lines that pay one document together: of those that nothing was found for by themselves, by party, sums of lines that come to what
 * a document has open.
 */
export function matchTogether(lines: readonly MatchLine[], index: CandidateIndex, asked: Partial<MatchOptions> = {}): GroupResult {
  const options = { ...MATCH_OPTIONS, ...asked };
  let compared = 0;
  const byParty = new Map<string, ReadLine[]>();
  for (const line of lines.filter(({ amount, returnReason }) => amount !== 0 && returnReason === undefined)) {
    const read = readLine(line, index);
    const party = partyOf(read, index);
    compared += party.compared;
    if (party.partyId !== undefined) byParty.set(party.partyId, [...(byParty.get(party.partyId) ?? []), read]);
  }
  const proposals = [...byParty].flatMap(([partyId, reads]) => {
    if (reads.length < 2 || reads.length > MAX_LINES) return [];
    const documents = index.byParty(partyId);
    compared += documents.length;
    return documents.filter((document) => settlesTogether(document, document.currency)).flatMap((document) => inParts(reads, document));
  });
  const order = proposals.toSorted((a, b) => b.weight - a.weight || (touched(a) < touched(b) ? -1 : 1));
  return { proposals: order, automatic: automaticOf(order, options), compared };
}
