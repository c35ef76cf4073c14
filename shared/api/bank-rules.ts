import * as z from 'zod/mini';
import { BankHabitView, HabitPath, ListBankHabits } from '#domain/finance/banking/bank-habit.ts';
import { BankRuleInput, bankRuleActions, PatchBankRule } from '#domain/finance/banking/bank-rule.ts';
import { CreateMatchRun, ListMatchRuns, MatchRunView, matchRunActions, UndoMatchRun } from '#domain/finance/banking/match-run.ts';
import { RuleTestView } from '#domain/finance/banking/rule-test.ts';
import { BankRulePath, BankRuleView, ListBankRules, MatchRunPath, RuleOfferView, RuleTestPath } from '#domain/finance/banking/rule-wire.ts';
import type { ActionSpec, WorkerSpec } from '#kernel/action.ts';
import { pageOf } from '#kernel/page.ts';
import { withActions } from './flow.ts';

/** What lines are by themselves: rules, tests of them, and runs. */
export const ruleWorkers = {
  followBankWork: {
    file: 'follow-bank-work.event',
    summary: 'Starts the executions of runs over bank lines, of tests of rules, and of files that are read once more',
    on: { changes: ['bank-match-run', 'bank-rule-test', 'bank-file'] },
    grants: ['records:read', 'starts:bank-match', 'starts:bank-rule-test', 'starts:bank-statement'],
    timeoutSeconds: 30,
  },
  reconcileBankWork: {
    file: 'reconcile-bank-work.event',
    summary: 'Restarts missing executions of runs over bank lines and of tests of rules',
    on: { schedule: 'rate(1 hour)' },
    grants: ['records:write', 'starts:bank-match', 'starts:bank-rule-test'],
    timeoutSeconds: 300,
  },
  matchBankLines: {
    file: 'match-bank-lines.task',
    summary: 'Matches the lines of an account that wait, or undoes what a run matched',
    grants: ['records:write'],
    timeoutSeconds: 600,
    memoryMb: 1024,
  },
  testBankRule: {
    file: 'test-bank-rule.task',
    summary: 'Tests a rule on all lines that there have been',
    grants: ['records:write'],
    timeoutSeconds: 600,
    memoryMb: 1024,
  },
  failBankWork: {
    file: 'fail-bank-work.task',
    summary: 'Says on a run or a test why it stopped',
    grants: ['records:write'],
    timeoutSeconds: 60,
  },
} as const satisfies Record<string, WorkerSpec>;

const RuleDetail = withActions(BankRuleView, bankRuleActions);
const RULE = [
  'bank_rule.no_condition',
  'bank_rule.amounts',
  'bank_rule.action',
  'bank_rule.percent',
  'bank_rule.up_to',
  'bank_rule.closed_period',
  'bank-account.not_found',
  'account.unknown',
  'account.inactive',
  'account.not_in_force',
  'account.control',
  'account.currency',
  'supplier.not_found',
  'role.not_allowed',
  'tax.supplier',
  'tax.company_withholding',
  'tax.no_rate',
  'tax.no_pack',
] as const;
const EXAMPLE = {
  name: 'Comisiones del banco',
  conditions: { direction: 'out', texts: ['comision'], most: { amount: '60.00', currency: 'EUR' } },
  action: { entry: { lines: [{ account: '626' }] } },
};

const rules = {
  createBankRule: {
    route: 'POST /banking/rules',
    summary: 'Make a rule of what lines of the bank are by themselves',
    description:
      'What it takes: a side, and words, a name, an IBAN or a code of the bank. Words begin a word of the text; `*` stands for anything between two. What it does: an entry, a supplier’s bill that was paid (with its base and tax), card takings less their commission, or a difference that lines may have from documents. It is off until it was tested on the past and switched on.',
    permission: 'books.post',
    body: BankRuleInput,
    output: RuleDetail,
    errors: RULE,
    example: { body: EXAMPLE },
  },
  patchBankRule: {
    route: 'PATCH /banking/rules/{ruleId}',
    summary: 'Change a rule: another version, off until it is tested, where it takes or does something else',
    permission: 'books.post',
    path: BankRulePath,
    body: PatchBankRule,
    output: RuleDetail,
    errors: ['bank-rule.not_found', ...RULE],
    example: { body: { order: 10 } },
  },
  deleteBankRule: {
    route: 'DELETE /banking/rules/{ruleId}',
    summary: 'Delete a rule that is off: what it matched stays',
    permission: 'books.post',
    path: BankRulePath,
    output: z.object({ id: z.string(), deleted: z.literal(true) }),
    errors: ['bank-rule.not_found', 'bank_rule.state'],
  },
  listRuleOffers: {
    route: 'GET /banking/rule-offers',
    summary: 'List ready-made rules for what every company has on its account, with the last lines that they take',
    description:
      'Taxes, social security, wages, fees, interest and card takings by the words that Spanish banks print. One is taken by making a rule of it (`offer`), and is off until it was tested on the past like any other.',
    permission: 'books.read',
    profile: 'queries',
    output: z.object({ lines: z.int(), items: z.array(RuleOfferView) }),
    errors: [],
  },
  listBankRules: {
    route: 'GET /banking/rules',
    summary: 'List rules, in the order in which they take lines',
    permission: 'books.read',
    query: ListBankRules,
    output: pageOf(BankRuleView),
  },
  getBankRule: {
    route: 'GET /banking/rules/{ruleId}',
    summary: 'Get a rule',
    permission: 'books.read',
    path: BankRulePath,
    output: RuleDetail,
    errors: ['bank-rule.not_found'],
  },
  switchBankRuleOn: {
    route: 'POST /banking/rules/{ruleId}/on',
    summary: 'Switch a rule on that was tested on the past as it is',
    permission: 'books.post',
    path: BankRulePath,
    output: RuleDetail,
    errors: ['bank-rule.not_found', 'bank_rule.state', 'bank_rule.untested', 'bank_rule.closed_period', 'role.not_allowed'],
  },
  switchBankRuleOff: {
    route: 'POST /banking/rules/{ruleId}/off',
    summary: 'Switch a rule off: what it matched stays',
    permission: 'books.post',
    path: BankRulePath,
    output: RuleDetail,
    errors: ['bank-rule.not_found', 'bank_rule.state'],
  },
  testBankRule: {
    route: 'POST /banking/rules/{ruleId}/back-test',
    summary: 'Test a rule on all lines that there have been',
    description:
      'Nothing is posted. The test tells how many lines it takes, which of those people matched otherwise, and what it would post by account.',
    permission: 'books.post',
    path: BankRulePath,
    output: RuleTestView,
    errors: ['bank-rule.not_found'],
  },
  testNewBankRule: {
    route: 'POST /banking/back-tests',
    summary: 'Test a rule that is not saved on all lines that there have been',
    permission: 'books.post',
    body: BankRuleInput,
    output: RuleTestView,
    errors: RULE,
    example: { body: EXAMPLE },
  },
  getRuleTest: {
    route: 'GET /banking/back-tests/{testId}',
    summary: 'Get a test of a rule: how far it is, and what it has come to',
    permission: 'books.read',
    path: RuleTestPath,
    output: RuleTestView,
    errors: ['bank-rule-test.not_found'],
  },
} as const satisfies Record<string, ActionSpec>;

const habits = {
  listBankHabits: {
    route: 'GET /banking/habits',
    summary: 'List what was learnt of counterparties: whom, or what account, their lines were matched with',
    permission: 'books.read',
    query: ListBankHabits,
    output: pageOf(BankHabitView),
  },
  forgetBankHabit: {
    route: 'DELETE /banking/habits/{habitId}',
    summary: 'Forget what was learnt of a counterparty',
    permission: 'books.post',
    path: HabitPath,
    output: z.object({ id: z.string(), deleted: z.literal(true) }),
    errors: ['bank-habit.not_found'],
  },
} as const satisfies Record<string, ActionSpec>;

const RunDetail = withActions(MatchRunView, matchRunActions);

const runs = {
  createMatchRun: {
    route: 'POST /banking/match-runs',
    summary: 'Match the lines of an account or a statement that wait, as far as they match by themselves',
    description:
      'Rules that are on, and what the engine is sure of where the settings have that posted; never where two explain a line as well. It works with the rights of whoever asks. The run tells how far it is.',
    permission: 'books.post',
    body: CreateMatchRun,
    output: RunDetail,
    errors: ['bank-account.not_found', 'bank-statement.not_found', 'bank_match_run.off'],
    example: { body: { bankAccountId: 'bka_01JDG8ZK5T7QWERTY2MNPQRSTV' } },
  },
  listMatchRuns: {
    route: 'GET /banking/match-runs',
    summary: 'List runs over lines of the bank, newest first',
    permission: 'books.read',
    query: ListMatchRuns,
    output: pageOf(MatchRunView),
  },
  getMatchRun: {
    route: 'GET /banking/match-runs/{runId}',
    summary: 'Get a run: how far it is, what it matched, and what it left',
    permission: 'books.read',
    path: MatchRunPath,
    output: RunDetail,
    errors: ['bank-match-run.not_found'],
  },
  undoMatchRun: {
    route: 'POST /banking/match-runs/{runId}/undo',
    summary: 'Undo what a run matched, line by line; what cannot be undone is named',
    permission: 'books.post',
    path: MatchRunPath,
    body: UndoMatchRun,
    output: RunDetail,
    errors: ['bank-match-run.not_found', 'bank_match_run.state'],
    example: { body: {} },
  },
} as const satisfies Record<string, ActionSpec>;

export const ruleTable = { ...rules, ...runs, ...habits };
