import { dateReasons, namingOf, partyReasons, type ReadLine, weightOf } from './match-evidence.ts';
import type { MatchCandidate, MatchProposal, MatchReason } from './match-model.ts';
import { combinations, subsetsOf } from './match-subsets.ts';

/** Documents that one payment settles at most. */
const MAX_TOGETHER = 12;
/** So many amounts are about equally likely: how probable it is that a sum comes out by chance. */
const LIKELY_AMOUNTS = 20_000;
/** Payments of several documents are rarer than of one. */
const SEVERAL = -0.7;

type SetProposal = Omit<MatchProposal, 'score' | 'weight'>;

/** Documents of one party that may be settled together. */
export const settlesTogether = ({ kind, currency }: MatchCandidate, of: string): boolean =>
  currency === of && kind !== 'transfer' && kind !== 'pos' && kind !== 'run-payment';

/** What a sum is worth that comes out: little, where many sums might have. */
export const sumWeight = (ways: number): number => Math.max(-2, Math.min(4, Math.log(LIKELY_AMOUNTS / ways)));

interface PartyDocuments {
  readonly documents: readonly MatchCandidate[];
  readonly named: ReadonlySet<string>;
  readonly party: readonly MatchReason[];
}

function together(read: ReadLine, of: PartyDocuments, set: readonly MatchCandidate[], ways: number): SetProposal {
  const { line } = read;
  const named = set.filter(({ id }) => of.named.has(id));
  const reasons: MatchReason[] = [
    {
      code: 'amount_of_documents',
      weight: sumWeight(ways) + SEVERAL,
      params: { count: set.length, amount: line.amount, currency: line.currency },
    },
  ];
  // Who names some documents and not others names what is paid, mostly.
  if (named.length > 0)
    reasons.push({
      code: 'reference_found',
      weight: named.length === set.length ? 6 : 4,
      params: { number: named.map(({ numbers }) => numbers[0]).join(', ') },
    });
  if (of.named.size > named.length) reasons.push({ code: 'other_reference', weight: -4, params: {} });
  if (set.length === of.documents.length && named.length === 0)
    reasons.push({ code: 'all_open', weight: 1, params: { count: set.length } });
  const dates = set.flatMap((document) => dateReasons(read, document));
  const worst = dates.toSorted((a, b) => a.weight - b.weight)[0];
  return {
    shape: '1:n',
    lineIds: [line.id],
    parts: set.map(({ id, open, currency }) => ({ candidateId: id, amount: open, currency })),
    reasons: [...reasons, ...of.party, ...(worst ? [worst] : [])],
  };
}

/** What goes out pays no invoice, and what comes in no bill: a set that takes these off credit notes is a person's to settle. */
const isPayable = (amount: number, set: readonly MatchCandidate[]): boolean =>
  !set.some(({ kind }) => kind === (amount > 0 ? 'bill' : 'invoice'));

function setsOf(read: ReadLine, of: PartyDocuments): SetProposal[] {
  const { documents, named } = of;
  const { amount } = read.line;
  const [known, others] = [documents.filter(({ id }) => named.has(id)), documents.filter(({ id }) => !named.has(id))];
  const left = amount - known.reduce((sum, { open }) => sum + open, 0);
  if (known.length > 1 && left === 0) return isPayable(amount, known) ? [together(read, of, known, 1)] : [];
  if (known.length > 0) {
    // What is named, and documents that are not.
    const single = others.filter(({ open }) => open === left).map((other) => [...known, other]);
    const more = subsetsOf(
      others.map(({ open }) => open),
      left,
      MAX_TOGETHER,
    ).found.map((places) => [...known, ...at(others, places)]);
    const sets = [...single, ...more].filter((set) => isPayable(amount, set));
    return sets.map((set) => together(read, of, set, combinations(others.length, set.length - known.length)));
  }
  const search = subsetsOf(
    documents.map(({ open }) => open),
    amount,
    MAX_TOGETHER,
  );
  const sets = search.found.map((places) => at(documents, places)).filter((set) => isPayable(amount, set));
  return sets.map((set) => together(read, of, set, search.complete ? combinations(documents.length, set.length) : LIKELY_AMOUNTS * 10));
}

const at = (documents: readonly MatchCandidate[], places: readonly number[]): MatchCandidate[] =>
  places.flatMap((place) => documents[place] ?? []);

/** Documents of one party that come to the line together, credit notes taken off. */
export function setProposals(read: ReadLine, candidates: readonly MatchCandidate[], parties: ReadonlySet<string>): SetProposal[] {
  if (read.line.returnReason !== undefined) return [];
  return [...parties].flatMap((partyId) => {
    const documents = candidates.filter((candidate) => candidate.partyId === partyId && settlesTogether(candidate, read.line.currency));
    const [first] = documents;
    if (!first || documents.length < 2) return [];
    const party = partyReasons(read, first);
    const named = new Set(documents.filter((document) => namingOf(read, document) === 'exact').map(({ id }) => id));
    return weightOf(party) <= 0 && named.size === 0 ? [] : setsOf(read, { documents, named, party });
  });
}
