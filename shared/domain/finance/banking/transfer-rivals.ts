import { daysBetween, type IsoDate } from '#kernel/date.ts';
import type { CandidateIndex, MatchCandidate, MatchLine, MatchOptions, MatchProposal, MatchRule } from './match-model.ts';
import { matchLine } from './matching.ts';

/** Days within which two lines may be of one transfer. */
export const NEAR = 3;
/** From here on something is likelier what a line is than not. */
const LIKELY = 0.5;

type Moved = { readonly amount: number; readonly date: IsoDate };

const isNear = (a: IsoDate, b: IsoDate): boolean => Math.abs(daysBetween(a, b)) <= NEAR;

/** The account's lines that wait, by amount: two of them may want the one line of another account. */
export class WaitingLines {
  readonly #byAmount: ReadonlyMap<number, readonly (Moved & { readonly id: string })[]>;
  readonly #taken = new Set<string>();

  constructor(lines: readonly (Moved & { readonly id: string })[]) {
    this.#byAmount = Map.groupBy(lines, ({ amount }) => amount);
  }

  take = (id: string): void => void this.#taken.add(id);
  giveBack = (id: string): void => void this.#taken.delete(id);

  /** How many lines of an amount wait about a day. */
  about({ amount, date }: Moved): number {
    return (this.#byAmount.get(amount) ?? []).filter((each) => !this.#taken.has(each.id) && isNear(each.date, date)).length;
  }
}

/**
 * Where as many lines of one amount, of this account or of others, want a line as there are of these, or a person chooses.
 * @param open what waits of other accounts, and may be settled since. @param other the line of another account that is wanted.
 */
export function isRivalled(
  amount: number,
  other: MatchCandidate | undefined,
  { open, index, waiting }: { open: Iterable<MatchCandidate>; index: CandidateIndex; waiting: WaitingLines },
): boolean {
  if (!other) return true;
  const near = [...open].filter(({ kind, date, id }) => kind === 'transfer' && isNear(date, other.date) && index.get(id));
  const wanted = near.filter((each) => each.open === amount).length;
  // What is open of them is turned about: a line of −500 stands there with 500.
  const elsewhere = near.filter((each) => each.open === -amount && each.partyIbans[0] !== other.partyIbans[0]).length;
  return waiting.about({ amount, date: other.date }) + elsewhere > wanted;
}

/** Whether what is open, or a rule, tells what a line of another account is: it is no transfer then. */
export function isExplainedBy(
  line: MatchLine,
  index: CandidateIndex,
  rules: readonly MatchRule[],
  options: Partial<MatchOptions>,
): boolean {
  const isTransfer = ({ parts }: MatchProposal) => parts.some(({ candidateId }) => index.get(candidateId)?.kind === 'transfer');
  return matchLine(line, index, rules, options).proposals.some((proposal) => proposal.score >= LIKELY && !isTransfer(proposal));
}
