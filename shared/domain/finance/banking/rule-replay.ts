import type { Minor } from '#kernel/money.ts';
import type { StoredBankLine } from './bank-line.ts';
import type { BankRule } from './bank-rule.ts';
import { MemoryCandidateIndex } from './match-index.ts';
import type { MatchCandidate, ProposedPart } from './match-model.ts';
import { matchLine } from './matching.ts';
import { differencesLet, writesOff } from './written-off.ts';

/** What lines of the past were matched with, and what is open still. */
export interface PastDocuments {
  /** Each as it was before the first of the lines settled any of it. */
  readonly candidates: readonly MatchCandidate[];
  /** What a line's match took of them. */
  readonly settledBy: (line: StoredBankLine) => readonly ProposedPart[];
}

/** From here on the engine's proposal is likelier right than not. */
const LIKELY = 0.5;

/**
 * What a rule about differences would have written off of each line, had it been on: the engine looks at each line of the past as it would
 * have on its day, at documents as they were open then, whatever became of the line.
 * @param lines in their order. @returns signed as the line, by its id.
 */
export function writtenOffBy(
  rule: Pick<BankRule, 'action'>,
  lines: readonly StoredBankLine[],
  { candidates, settledBy }: PastDocuments,
  isOf: (line: StoredBankLine) => boolean,
): ReadonlyMap<string, Minor> {
  const index = new MemoryCandidateIndex();
  const coming = candidates.toSorted((a, b) => (a.date < b.date ? -1 : 1));
  const differences = new Map<string, Minor>();
  let next = 0;
  for (const line of lines) {
    for (let candidate = coming[next]; candidate && candidate.date <= line.date; candidate = coming[next]) {
      index.add(candidate);
      next += 1;
    }
    if (isOf(line)) {
      const { proposals, tie } = matchLine(line, index, [], differencesLet([rule]));
      const [first] = proposals;
      if (first?.difference && !tie && first.score >= LIKELY && writesOff(rule, first.difference, line))
        differences.set(line.id, first.difference.amount);
    }
    for (const { candidateId, amount } of settledBy(line)) index.settle(candidateId, amount);
  }
  return differences;
}
