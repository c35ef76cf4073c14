import type { Minor } from '#kernel/money.ts';
import type { CandidateIndex, MatchCandidate } from './match-model.ts';
import { nameKeys, nameTokens, referenceKeys } from './match-text.ts';

/** A word or count that so many have tells nothing of any. */
const MAX_BUCKET = 60;

type Buckets = Map<string, Map<string, MatchCandidate>>;

/** Candidates in memory, by all that they are looked up by; what is settled goes out of it, or stays with what is left. */
export class MemoryCandidateIndex implements CandidateIndex {
  readonly #byId = new Map<string, MatchCandidate>();
  readonly #amounts: Buckets = new Map();
  readonly #parties: Buckets = new Map();
  readonly #references: Buckets = new Map();
  readonly #ibans: Buckets = new Map();
  readonly #names: Buckets = new Map();

  constructor(candidates: Iterable<MatchCandidate> = []) {
    for (const candidate of candidates) this.add(candidate);
  }

  add(candidate: MatchCandidate): void {
    this.#byId.set(candidate.id, candidate);
    for (const [buckets, key] of this.#keysOf(candidate)) {
      const bucket = buckets.get(key) ?? new Map<string, MatchCandidate>();
      buckets.set(key, bucket.set(candidate.id, candidate));
    }
  }

  remove(id: string): void {
    const candidate = this.#byId.get(id);
    if (!candidate) return;
    this.#byId.delete(id);
    for (const [buckets, key] of this.#keysOf(candidate)) buckets.get(key)?.delete(id);
  }

  /** So much of it is settled. */
  settle(id: string, amount: Minor): void {
    const candidate = this.#byId.get(id);
    if (!candidate) return;
    this.remove(id);
    const open = candidate.open - amount;
    if (open !== 0 && open < 0 === candidate.open < 0) this.add({ ...candidate, open });
  }

  /** So much of it was not settled after all. */
  giveBack(candidate: MatchCandidate, amount: Minor): void {
    const left = this.#byId.get(candidate.id);
    this.remove(candidate.id);
    this.add({ ...candidate, open: (left?.open ?? 0) + amount });
  }

  get = (id: string): MatchCandidate | undefined => this.#byId.get(id);
  byAmount = (minor: Minor, currency: string): readonly MatchCandidate[] => this.#short(this.#amounts, `${minor} ${currency}`);
  byParty = (partyId: string): readonly MatchCandidate[] => [...(this.#parties.get(partyId)?.values() ?? [])];
  byReference = (token: string): readonly MatchCandidate[] => this.#short(this.#references, token);
  byIban = (iban: string): readonly MatchCandidate[] => [...(this.#ibans.get(iban)?.values() ?? [])];
  byNameToken = (token: string): readonly MatchCandidate[] => this.#short(this.#names, token);

  #short(buckets: Buckets, key: string): readonly MatchCandidate[] {
    const bucket = buckets.get(key);
    return bucket && bucket.size <= MAX_BUCKET ? [...bucket.values()] : [];
  }

  #keysOf({ open, currency, partyId, numbers, partyIbans, partyNames, habit, endToEndId }: MatchCandidate): (readonly [Buckets, string])[] {
    const names = [...partyNames, ...(habit?.texts ?? [])].flatMap((name) => nameKeys(nameTokens(name)));
    return [
      [this.#amounts, `${open} ${currency}`],
      ...(partyId === undefined ? [] : [[this.#parties, partyId] as const]),
      ...[...new Set(numbers.flatMap(referenceKeys))].map((key) => [this.#references, key] as const),
      ...(endToEndId === undefined ? [] : [[this.#references, endToEndId] as const]),
      ...partyIbans.map((iban) => [this.#ibans, iban] as const),
      ...[...new Set(names)].map((token) => [this.#names, token] as const),
    ];
  }
}
