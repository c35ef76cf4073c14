import { BASE_CURRENCY, type Minor } from '#kernel/money.ts';
import type { StoredBankLine } from './bank-line.ts';
import { isRuleInForce, type StoredBankRule } from './bank-rule.ts';
import { CENTS, MOST_PERCENT, MOST_WRITTEN_OFF } from './match-amounts.ts';
import type { MatchDifference, MatchOptions, MatchProposal } from './match-model.ts';
import { MATCH_OPTIONS } from './matching.ts';
import { takesLine } from './rule-conditions.ts';

type Line = Pick<StoredBankLine, 'amount' | 'currency' | 'date' | 'text' | 'bankAccountId'> & Partial<StoredBankLine>;

/** Rules about differences that are on and take a line, in their order. What rules let differ is in the currency of the books. */
export const differenceRulesOf = (line: Line, rules: readonly StoredBankRule[]): readonly StoredBankRule[] =>
  line.currency === BASE_CURRENCY
    ? rules.filter((rule) => rule.action.difference && isRuleInForce(rule, line.date) && takesLine(rule.conditions, line))
    : [];

/** Rules that were made before there was a most have it as well. */
const mostOf = ({ upTo }: { readonly upTo: Minor }): Minor => Math.min(upTo, MOST_WRITTEN_OFF);

/** As far as rules let a line differ from documents, the engine looks. */
export function differencesLet(rules: readonly Pick<StoredBankRule, 'action'>[]): Pick<MatchOptions, 'tolerance' | 'maxFee'> {
  const most = (of: 'small' | 'fee', least: Minor): Minor =>
    rules.reduce((sum, { action: { difference } }) => (difference?.of === of ? Math.max(sum, mostOf(difference)) : sum), least);
  return { tolerance: most('small', MATCH_OPTIONS.tolerance), maxFee: most('fee', MATCH_OPTIONS.maxFee) };
}

/** Whether a rule writes off what is left between a line and its documents: so much of it, and no more than a part of what they come to. */
export function writesOff(
  { action: { difference: of } }: Pick<StoredBankRule, 'action'>,
  { amount, kind }: { readonly amount: Minor; readonly kind: MatchDifference },
  line: Pick<Line, 'amount'>,
): boolean {
  const size = Math.abs(amount);
  return of?.of === kind && size <= mostOf(of) && (size <= CENTS || size * 100 <= Math.abs(line.amount - amount) * MOST_PERCENT);
}

/** The rule by which the difference of a proposal is written off: to its account, by whoever matches the line; undefined where none says so. */
export const ruleOfDifference = (
  line: Line,
  difference: MatchProposal['difference'],
  rules: readonly StoredBankRule[],
): StoredBankRule | undefined => difference && differenceRulesOf(line, rules).find((rule) => writesOff(rule, difference, line));
