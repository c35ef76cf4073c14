import { daysBetween } from '#kernel/date.ts';
import { namesAgree, namingOf, type ReadLine, WHOLE } from './match-evidence.ts';
import type { CandidateIndex, MatchCandidate } from './match-model.ts';
import { nameKeys } from './match-text.ts';

/** Documents of one party that are looked at; more open ones than that are for a person. */
const MAX_DOCUMENTS = 40;
/** Parties whose names are compared, and those whose documents are looked at. */
const [MAX_NAMES, MAX_PARTIES] = [8, 3];
/** How much of a name must agree for its party's documents to be looked at. */
const LEAST_SIMILAR = 0.6;
const NEAR_BEST = 0.05;
const MAX_ALIKE = 8;

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

/** Days from a transfer's own line: those of other days are others of that amount, and no rivals. */
const MAX_APART = 7;

/** An amount that many have tells nothing: those of the right party are found by that. So are those of which a count alone is named. */
function few({ line }: ReadLine, candidates: readonly MatchCandidate[]): readonly MatchCandidate[] {
  const near = candidates.filter(({ kind, date }) => kind !== 'transfer' || Math.abs(daysBetween(date, line.date)) <= MAX_APART);
  return near.length > MAX_ALIKE ? [] : near;
}

/** Candidates that a line may be: found by number, by amount, and by party. */
export function poolOf(read: ReadLine, index: CandidateIndex): Pool {
  const { line, references } = read;
  const { original, endToEndId } = line;
  const named = partiesNamed(read, index);
  const found = [
    ...[...references.keys, ...(endToEndId === undefined ? [] : [endToEndId])].flatMap((key) => index.byReference(key)),
    ...few(read, index.byAmount(line.amount, line.currency)),
    ...(original ? few(read, index.byAmount(original.amount, original.currency)) : []),
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
