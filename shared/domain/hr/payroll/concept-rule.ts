import * as z from 'zod/mini';
import { type Month, MonthText } from '#kernel/date.ts';
import { type Minor, PositiveMoney } from '#kernel/money.ts';
import { storedOf } from '#kernel/stored.ts';
import { normalise } from '#kernel/text.ts';
import { writtenText as text } from '#kernel/written-text.ts';
import type { VariableKind, VariablePay } from './pay-facts.ts';

/**
 * What a pay concept of the company's own bears from a month on: whether it contributes (what is left out is in LGSS art. 147.2 alone)
 * and whether it bears income tax (exempt: LIRPF art. 42.3, RIRPF art. 9), up to so much a month.
 */
export const ConceptRuleInput = z.strictObject({
  /** As the line of the month is named: case and accents do not count. */
  name: text(80),
  /** The first month: those before are paid, and replayed, as they were. */
  from: MonthText,
  contributes: z.boolean(),
  taxed: z.boolean(),
  /** Of one month: what is beyond it contributes and bears tax. Absent: the whole amount is as said. */
  upTo: z.optional(PositiveMoney),
  /** The norm that says so. */
  source: text(160),
});
const ConceptRule = storedOf(ConceptRuleInput);
export type ConceptRule = Readonly<z.output<typeof ConceptRule>>;

/** Kinds whose lines a concept may rule: overtime contributes by a rate of its own, and what improves sick pay as the law says. */
const RULED: ReadonlySet<VariableKind> = new Set(['bonus', 'commission', 'in-kind', 'allowance']);

export const conceptKey = ({ name }: Pick<ConceptRule, 'name'>): string => normalise(name).replaceAll(/\s+/g, ' ').trim();

const ruleIn = (rules: readonly ConceptRule[], key: string, month: Month): ConceptRule | undefined =>
  rules
    .filter((rule) => rule.from <= month && conceptKey(rule) === key)
    .toSorted((a, b) => (a.from < b.from ? -1 : 1))
    .at(-1);

/**
 * Lines of a month by the rules of their concepts: each as the rule says up to its amount, and what is beyond as a line of its own. Lines
 * without a rule stay, and bear what their kind does.
 */
export function ruledPay(variable: readonly VariablePay[], rules: readonly ConceptRule[], month: Month): readonly VariablePay[] {
  const used = new Map<string, Minor>();
  return variable.flatMap((line) => {
    const key = conceptKey({ name: line.text });
    const rule = RULED.has(line.kind) ? ruleIn(rules, key, month) : undefined;
    if (!rule) return [line];
    const before = used.get(key) ?? 0;
    const within = rule.upTo === undefined ? line.amount : Math.min(line.amount, rule.upTo - before);
    used.set(key, before + within);
    const part = (amount: Minor, contributes: boolean, taxed: boolean) => (amount > 0 ? [{ ...line, amount, contributes, taxed }] : []);
    return [...part(within, rule.contributes, rule.taxed), ...part(line.amount - within, true, true)];
  });
}
