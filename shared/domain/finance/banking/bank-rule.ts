import * as z from 'zod/mini';
import { BusinessDate, type IsoDate, monthOf } from '#kernel/date.ts';
import { type ActionRules, invalid, type Refusal, refusal } from '#kernel/errors.ts';
import { minorText } from '#kernel/money.ts';
import { recordType, type Stored } from '#kernel/record.ts';
import { storedOf } from '#kernel/stored.ts';
import { writtenText as text } from '#kernel/written-text.ts';
import { isShut, type PeriodSequence } from '../ledger/period-sequence.ts';
import { MOST_PERCENT, MOST_WRITTEN_OFF } from './match-amounts.ts';
import { OFFER_KEYS } from './offer-keys.ts';
import { hundredths, RuleAction } from './rule-action.ts';
import { isTelling, RuleConditions } from './rule-conditions.ts';

const shape = {
  name: text(80),
  conditions: RuleConditions,
  action: RuleAction,
  /** The first that takes a line has it. */
  order: z._default(z.int().check(z.minimum(1), z.maximum(999)), 100),
  /** The offer that it was taken from. */
  offer: z.optional(z.enum(OFFER_KEYS)),
  /** Lines of earlier days it leaves alone. */
  activeFrom: z.optional(BusinessDate),
};
export const BankRuleInput = z.strictObject(shape);
export type BankRuleInput = Readonly<z.output<typeof BankRuleInput>>;
export const PatchBankRule = z.strictObject({
  name: z.optional(shape.name),
  conditions: z.optional(RuleConditions),
  action: z.optional(RuleAction),
  order: z.optional(z.int().check(z.minimum(1), z.maximum(999))),
  activeFrom: z.optional(z.nullable(BusinessDate)),
});

/** What the last test of a rule on the past has come to: it stands for that version alone. */
export const RuleTested = z.object({ testId: z.string(), version: z.int(), lines: z.int(), taken: z.int(), wrong: z.int() });

export const BANK_RULE_STATES = ['off', 'on'] as const;

/** What a bank's lines are by themselves, as a person has told it. A change of what it takes or does is a version of its own. */
export const BankRule = z.extend(storedOf(BankRuleInput), {
  state: z.enum(BANK_RULE_STATES),
  version: z.int(),
  tested: z.exactOptional(RuleTested),
});
export type BankRule = Readonly<z.output<typeof BankRule>>;
export type StoredBankRule = Stored<BankRule>;

export const BankRules = recordType<BankRule, (typeof BANK_RULE_STATES)[number]>({
  kind: 'bank-rule',
  prefix: 'bru',
  data: BankRule,
  history: 'all',
  list: {
    buckets: 'all',
    key: ({ order, name }, id) => ({ bucket: 'all', sort: `${String(order).padStart(3, '0')}#${id}`, label: name }),
  },
  state: ({ state }) => state,
  tones: { off: 'plain', on: 'good' },
  summary: ({ name, conditions: { texts } }) => ({ title: name, subtitle: texts ?? [] }),
  screen: '/banking/rules',
  icon: 'sitemap',
  read: 'books.read',
});

/** Whether a rule takes lines of a day. */
export const isRuleInForce = ({ state, activeFrom }: BankRule, date: IsoDate): boolean =>
  state === 'on' && (activeFrom === undefined || activeFrom <= date);

/** @throws DomainError `bank_rule.no_condition`, `bank_rule.amounts`, `bank_rule.action`, `bank_rule.percent`, `bank_rule.up_to` (400). */
export function requireBankRule({ conditions, action }: Pick<BankRuleInput, 'conditions' | 'action'>): void {
  const { least, most } = conditions;
  // A rule of an amount or a side alone would take whatever has that; differences are of documents that were found already.
  if (!isTelling(conditions) && !action.difference)
    throw invalid('bank_rule.no_condition', 'A rule needs a text, a name, an IBAN or a code of the bank to go by.', 'body.conditions');
  if (least !== undefined && most !== undefined && least > most)
    throw invalid('bank_rule.amounts', 'The least amount is more than the most.', 'body.conditions.least');
  if ([action.entry, action.bill, action.commission, action.difference].filter(Boolean).length !== 1)
    throw invalid('bank_rule.action', 'A rule does one thing: an entry, a bill, card takings, or a difference.', 'body.action');
  if (action.bill && conditions.direction === 'in')
    throw invalid('bank_rule.action', 'A bill is paid out: choose that side.', 'body.conditions.direction');
  if (action.commission && conditions.direction === 'out')
    throw invalid('bank_rule.action', 'Card takings come in: choose that side.', 'body.conditions.direction');
  if (action.difference && action.difference.upTo > MOST_WRITTEN_OFF)
    throw invalid(
      'bank_rule.up_to',
      `A rule lets lines differ by ${minorText(MOST_WRITTEN_OFF)} EUR at most, and never by more than ${MOST_PERCENT} % of the documents: who lacks more has paid a part.`,
      'body.action.difference.upTo',
      { most: minorText(MOST_WRITTEN_OFF), percent: MOST_PERCENT },
    );
  requirePercents(action);
}

function requirePercents({ entry, commission }: RuleAction): void {
  const lines = entry?.lines ?? [];
  const sum = lines.reduce((total, { percent }) => total + hundredths(percent ?? (lines.length === 1 ? '100' : '0')), 0);
  if (entry && sum !== 10_000)
    throw invalid(
      'bank_rule.percent',
      'The shares of the accounts come to 100 together, or there is one account.',
      'body.action.entry.lines',
    );
  if (commission && hundredths(commission.percent) > 5000)
    throw invalid('bank_rule.percent', 'A commission is at most half of the takings.', 'body.action.commission.percent');
}

/**
 * Why a rule does not begin on a day, or undefined: in a period that is closed nothing is posted by itself, so it would leave every line of
 * it to people, one by one. @param period that of the day; absent: the books had not begun, or have not come to it.
 */
export function refusalOfBegin(
  activeFrom: IsoDate | undefined,
  period: Pick<PeriodSequence, 'state' | 'yearEnd' | 'monthClose'> | undefined,
  today: IsoDate,
): Refusal | undefined {
  const isOpen = period?.state === 'open' && !isShut(period);
  if (activeFrom === undefined || isOpen || (!period && activeFrom > today)) return undefined;
  return refusal(
    'bank_rule.closed_period',
    `The period ${monthOf(activeFrom)} is closed: nothing is posted in it by itself. Let the rule begin in one that is open.`,
    'body.activeFrom',
    { period: monthOf(activeFrom) },
  );
}

const isTested = ({ tested, version }: BankRule): boolean => tested?.version === version;

/** Why a rule takes an action now or not. */
export const bankRuleActions = {
  patchBankRule: () => undefined,
  testBankRule: () => undefined,
  switchBankRuleOn: (rule) =>
    rule.state === 'on'
      ? refusal('bank_rule.state', 'The rule is on already.', 'path.ruleId', { state: 'on' })
      : isTested(rule)
        ? undefined
        : refusal('bank_rule.untested', 'Test the rule on the past first, as it is now: then it can be switched on.', 'path.ruleId'),
  switchBankRuleOff: ({ state }) =>
    state === 'off' ? refusal('bank_rule.state', 'The rule is off already.', 'path.ruleId', { state: 'off' }) : undefined,
  deleteBankRule: ({ state }) =>
    state === 'on' ? refusal('bank_rule.state', 'The rule is on: switch it off first.', 'path.ruleId', { state: 'on' }) : undefined,
} as const satisfies ActionRules<StoredBankRule>;
