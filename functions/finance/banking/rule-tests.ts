import { banking } from '#api/finance/banking.ts';
import { BankRules } from '#domain/finance/banking/bank-rule.ts';
import { newRuleTest, RuleTests, ruleTestView } from '#domain/finance/banking/rule-test.ts';
import { create } from '#kernel/record.ts';
import { creates } from '#runtime/action.ts';
import { required } from '#runtime/reads.ts';
import { command, query } from '../../platform/service.ts';
import { requireRuleIn } from './bank-rules.ts';

const { actions } = banking;

export const testBankRule = command(
  actions.testBankRule,
  creates(RuleTests, 'brt', ({ path }) => ({ rule: required(BankRules, path.ruleId, 'path.ruleId') })),
  ({ rule, newId, now }) => {
    const { id: ruleId, version, name, conditions, action, order, activeFrom } = rule;
    const tested = { name, conditions, action, order, ...(activeFrom ? { activeFrom } : {}) };
    return [create(RuleTests, newId('brt'), newRuleTest(tested, { ruleId, version }, now.toISOString()))];
  },
  ruleTestView,
);

export const testNewBankRule = command(
  actions.testNewBankRule,
  creates(RuleTests, 'brt'),
  async ({ body, records, today, newId, now }) => {
    await requireRuleIn(records, body, today);
    return [create(RuleTests, newId('brt'), newRuleTest(body, {}, now.toISOString()))];
  },
  ruleTestView,
);

export const getRuleTest = query(
  actions.getRuleTest,
  ({ path }) => ({ test: required(RuleTests, path.testId, 'path.testId') }),
  ({ test }) => ruleTestView(test),
);
