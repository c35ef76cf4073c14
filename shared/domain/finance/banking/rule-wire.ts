import * as z from 'zod/mini';
import { idWith } from '#kernel/id.ts';
import { pageQuery } from '#kernel/page.ts';
import { stamped, stampFields } from '#kernel/stamps.ts';
import { BANK_RULE_STATES, BankRuleInput, RuleTested, type StoredBankRule } from './bank-rule.ts';
import { OFFER_KEYS } from './offer-keys.ts';
import { RuleAction } from './rule-action.ts';
import { RuleConditions } from './rule-conditions.ts';

const { limit, cursor } = pageQuery;

export const ListBankRules = z.strictObject({
  limit,
  cursor,
  order: z._default(z.enum(['asc', 'desc']), 'asc'),
  q: z.optional(z.string().check(z.maxLength(80))),
  state: z.optional(z.enum(BANK_RULE_STATES)),
});
export const BankRulePath = z.strictObject({ ruleId: idWith('bru') });
export const RuleTestPath = z.strictObject({ testId: idWith('brt') });
export const MatchRunPath = z.strictObject({ runId: idWith('bmr') });

export const BankRuleView = z.object({
  id: z.string(),
  ...BankRuleInput.shape,
  order: z.int(),
  state: z.enum(BANK_RULE_STATES),
  version: z.int(),
  /** What its last test has come to; absent where it was not tested as it is now. */
  tested: z.optional(RuleTested),
  ...stampFields,
});
export const bankRuleView = ({ tested, ...rule }: StoredBankRule) => ({
  ...stamped(rule),
  tested: tested?.version === rule.version ? tested : undefined,
});

/** A rule that any company may take, with how many of the company's last lines it would have taken. */
export const RuleOfferView = z.object({
  key: z.enum(OFFER_KEYS),
  conditions: RuleConditions,
  action: RuleAction,
  order: z.int(),
  taken: z.int(),
  /** The rule that the company has made of it. */
  ruleId: z.optional(z.string()),
});
