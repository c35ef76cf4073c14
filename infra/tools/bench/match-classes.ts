import type { MatchProposal, MatchResult } from '#domain/finance/banking/match-model.ts';
import { MATCH_OPTIONS } from '#domain/finance/banking/matching.ts';
import type { TrueLine } from './bank-month/events.ts';

/** How a month was matched, line by line in the order of the statement: what is posted by itself is settled for the next. */
export interface MatchedMonth {
  readonly seed: string;
  readonly outcomes: readonly Outcome[];
  readonly compared: number;
  readonly milliseconds: number;
}

export interface Outcome {
  readonly true: TrueLine;
  readonly result: MatchResult;
  /** What was posted by itself is what the line is. */
  readonly right: boolean;
}

/** Whether a proposal is what the line really is: the same rule, or the same documents with the same amounts. */
export function isTrue(proposal: MatchProposal, { truth, ruleId, undecidable }: TrueLine): boolean {
  if (undecidable) return false;
  if (ruleId !== undefined) return proposal.ruleId === ruleId;
  const text = (parts: readonly { readonly candidateId: string; readonly amount: number }[]) =>
    parts
      .map(({ candidateId, amount }) => `${candidateId} ${amount}`)
      .toSorted()
      .join(', ');
  return proposal.ruleId === undefined && truth.length > 0 && text(proposal.parts) === text(truth);
}

/** Why a line stays with a person, or what became of it. `unsure`: over the threshold, and of a kind that is not posted by itself. */
const CLASSES = ['right', 'wrong', 'tie', 'low', 'unsure', 'behind', 'absent'] as const;
type MatchClass = (typeof CLASSES)[number];

function classOf({ true: line, result: { automatic, proposals, tie }, right }: Outcome): MatchClass {
  if (automatic) return right ? 'right' : 'wrong';
  const place = proposals.findIndex((proposal) => isTrue(proposal, line));
  if (place < 0) return 'absent';
  if (tie) return 'tie';
  if (place > 0) return 'behind';
  return (proposals[0]?.score ?? 0) < MATCH_OPTIONS.threshold ? 'low' : 'unsure';
}

/** Lines of each kind by what became of them: those that can be told. */
export function classesText(months: readonly MatchedMonth[]): string {
  const lines = months
    .flatMap(({ outcomes }) => outcomes)
    .filter(({ true: { truth, ruleId, undecidable } }) => !undecidable && (truth.length > 0 || ruleId !== undefined));
  const row = (cells: readonly (string | number)[]) =>
    cells.map((cell, i) => (i === 0 ? String(cell).padEnd(12) : String(cell).padStart(8))).join('');
  const kinds = [...Map.groupBy(lines, ({ true: { kind } }) => kind)].map(([kind, of]) => {
    const counts = Map.groupBy(of, classOf);
    return row([kind, of.length, ...CLASSES.map((each) => counts.get(each)?.length ?? 0)]);
  });
  return [
    'What became of lines that are of something: posted right or wrong; first of what is proposed, but a tie, below the threshold, or',
    'unsure by its kind; behind something else; not proposed',
    row(['', 'lines', ...CLASSES]),
    ...kinds,
  ].join('\n');
}
