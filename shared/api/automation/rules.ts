import * as z from 'zod/mini';
import { FailureView } from '#domain/automation/rules/mail-failure.ts';
import { RecipientInput, RecipientView } from '#domain/automation/rules/mail-recipient.ts';
import { MailStopInput } from '#domain/automation/rules/mail-stop.ts';
import { ruleActions } from '#domain/automation/rules/rule.ts';
import { RULE_RUN_STATES, ruleRunActions } from '#domain/automation/rules/rule-run.ts';
import {
  DryRunInput,
  DryRunView,
  OptionsView,
  PatchRule,
  RuleInput,
  RulePath,
  RuleQuery,
  RuleView,
  RunEffectNo,
  RunPath,
  RunView,
  UnsavedDryRunInput,
} from '#domain/automation/rules/wire.ts';
import { TRIGGER_KINDS } from '#domain/triggers.ts';
import { defineModule, type WorkerSpec } from '#kernel/action.ts';
import { idWith } from '#kernel/id.ts';
import { anyOf, datedQuery, pageOf } from '#kernel/page.ts';
import { withActions } from '../flow.ts';
import { CLOCK_GRANTS, DOOR_GRANTS } from '../rule-effects.ts';

const workers = {
  evaluateRules: {
    file: 'evaluate-rules.event',
    summary: 'Finds the rules that a change starts, and begins their runs',
    on: { changes: TRIGGER_KINDS },
    grants: ['records:write'],
    // Of a statement it looks at all lines in one call.
    timeoutSeconds: 300,
  },
  carryOutRuns: {
    file: 'carry-out-runs.event',
    summary: 'Carries out runs of rules by the actions of the API, and takes them back',
    on: { changes: ['rule-run', 'tax-file', 'export'] },
    grants: ['records:write', 'mail:send', 'reports:write', ...DOOR_GRANTS],
    timeoutSeconds: 120,
  },
  askRecipients: {
    file: 'ask-recipients.event',
    summary: 'Sends addresses the mail that asks whether they want reports',
    on: { changes: ['mail-recipient'] },
    grants: ['records:write', 'mail:send'],
    timeoutSeconds: 60,
  },
  takeMailEvents: {
    file: 'on-mail-events.event',
    summary: 'Keeps which addresses take no mail, as SES tells it',
    on: { queue: 'mailEvents' },
    grants: ['records:write'],
    timeoutSeconds: 60,
  },
  ringRules: {
    file: 'ring-rules.event',
    summary: 'Begins the runs of rules that go by the clock, every hour',
    on: { schedule: 'cron(2 * * * ? *)' },
    grants: ['records:write', ...CLOCK_GRANTS],
    timeoutSeconds: 900,
  },
} as const satisfies Record<string, WorkerSpec>;

const RECIPIENT = ['recipient.blocked', 'recipient.confirmed', 'recipient.stopped', 'recipient.too_often', 'recipient.too_many'] as const;
const WRONG = [
  'rule.trigger',
  'rule.field',
  'rule.operator',
  'rule.value',
  'rule.effect',
  'rule.schedule',
  'rule.nobody',
  'rule.report',
  'rule.members',
] as const;
const DRY = ['rule.not_allowed', 'rule.no_past', 'rule.range', 'cursor.invalid'] as const;
const MailStopsView = z.object({ addresses: z.array(z.string()) });
const EXAMPLE = {
  name: 'Pedidos grandes',
  trigger: 'order.placed',
  conditions: { match: 'all', items: [{ field: 'amount', op: 'over', value: '1000.00' }] },
  effects: [{ do: 'tag', tags: ['grande'] }],
  limits: { perDay: 50 },
};

export const rules = defineModule(
  'automation/rules',
  { title: 'Automation', workers },
  {
    getAutomationOptions: {
      route: 'GET /automation/options',
      summary: 'What rules can begin with, ask for and do',
      permission: 'automation.read',
      output: OptionsView,
    },
    createRule: {
      route: 'POST /automation/rules',
      summary: 'Write a rule: when, if, then',
      description: 'It does nothing until somebody switches it on.',
      permission: 'automation.write',
      body: RuleInput,
      output: RuleView,
      errors: [...WRONG],
      example: { body: EXAMPLE },
    },
    listRules: {
      route: 'GET /automation/rules',
      summary: 'List the rules',
      permission: 'automation.read',
      query: RuleQuery,
      output: pageOf(withActions(RuleView, ruleActions)),
    },
    getRule: {
      route: 'GET /automation/rules/{ruleId}',
      summary: 'Get a rule',
      permission: 'automation.read',
      path: RulePath,
      output: withActions(RuleView, ruleActions),
      errors: ['automation-rule.not_found'],
    },
    patchRule: {
      route: 'PATCH /automation/rules/{ruleId}',
      summary: 'Change a rule',
      description: 'What changes what it does switches it off: look at its dry run, and switch it on again.',
      permission: 'automation.write',
      path: RulePath,
      body: PatchRule,
      output: RuleView,
      errors: ['automation-rule.not_found', ...WRONG],
      example: { body: { limits: { perDay: 20 } } },
    },
    deleteRule: {
      route: 'DELETE /automation/rules/{ruleId}',
      summary: 'Delete a rule that is not switched on: its runs stay',
      permission: 'automation.write',
      path: RulePath,
      output: z.object({ id: z.string(), deleted: z.literal(true) }),
      errors: ['automation-rule.not_found', 'rule.active'],
    },
    activateRule: {
      route: 'POST /automation/rules/{ruleId}/activation',
      summary: 'Switch a rule on',
      description:
        'It does from now on what it says, and nothing that whoever switches it on may not do; if they may not any more, it pauses.',
      permission: 'automation.write',
      path: RulePath,
      output: RuleView,
      status: 200,
      errors: ['automation-rule.not_found', 'rule.active', 'rule.too_many', 'rule.not_allowed', 'rule.unconfirmed', ...WRONG],
    },
    pauseRule: {
      route: 'POST /automation/rules/{ruleId}/pause',
      summary: 'Switch a rule off',
      permission: 'automation.write',
      path: RulePath,
      output: RuleView,
      status: 200,
      errors: ['automation-rule.not_found', 'rule.inactive'],
    },
    dryRunRule: {
      route: 'POST /automation/rules/{ruleId}/dry-run',
      summary: 'See what a rule would have done in the past',
      description:
        'By records dated from one day to another, as they stand now; nothing is written. A page looks at 200 of them: where there are more, ask again with `nextCursor`, and with the `days` that were answered, by which limits are counted on.',
      permission: 'automation.read',
      path: RulePath,
      body: DryRunInput,
      output: DryRunView,
      status: 200,
      errors: ['automation-rule.not_found', ...DRY],
      example: { body: { from: '2026-11-01', to: '2026-11-30' } },
    },
    dryRunUnsaved: {
      route: 'POST /automation/dry-run',
      summary: 'See what a rule that is not saved would have done in the past',
      permission: 'automation.write',
      body: UnsavedDryRunInput,
      output: DryRunView,
      status: 200,
      errors: [...WRONG, ...DRY],
      example: { body: { from: '2026-11-01', to: '2026-11-30', rule: EXAMPLE } },
    },
    listRuleRuns: {
      route: 'GET /automation/runs',
      summary: 'List what rules did, newest first',
      permission: 'automation.read',
      query: z.strictObject({
        ...datedQuery,
        rule: z.optional(idWith('rul')),
        state: z.optional(anyOf(RULE_RUN_STATES)),
      }),
      output: pageOf(RunView),
    },
    getRuleRun: {
      route: 'GET /automation/runs/{runId}',
      summary: 'Get a run of a rule: what started it, what it did, and how it can be undone',
      permission: 'automation.read',
      path: RunPath,
      output: withActions(RunView, ruleRunActions),
      errors: ['rule-run.not_found'],
    },
    getRunFile: {
      route: 'GET /automation/runs/{runId}/file',
      summary: 'Get a link to the report that a run has mailed, valid for 15 minutes',
      description:
        'For whoever may have the report made themselves. Of a run with several, `effect` says which: 1 is the first thing that it did.',
      permission: 'automation.read',
      profile: 'documents',
      path: RunPath,
      query: z.strictObject({ effect: RunEffectNo }),
      output: z.object({ url: z.string(), expiresAt: z.string() }),
      errors: ['rule-run.not_found', 'run.no_file', 'rule.not_allowed'],
    },
    getMailStops: {
      route: 'GET /automation/mail-stops',
      summary: 'Get the addresses to which rules send no mail',
      permission: 'automation.read',
      output: MailStopsView,
    },
    putMailStop: {
      route: 'PUT /automation/mail-stops',
      summary: 'Have no more mails of rules sent to an address, or have them sent again',
      description: 'To one’s own, where none is named; of others, for whoever makes rules.',
      permission: 'member',
      body: MailStopInput,
      output: MailStopsView,
      errors: ['mail_stop.other', 'mail_stop.too_many'],
      example: { body: { address: 'asesor@example.com', stopped: true } },
    },
    listMailFailures: {
      route: 'GET /automation/mail-failures',
      summary: 'List the addresses to which rules send nothing, since a mail came back or was called unwanted',
      permission: 'automation.read',
      output: z.object({ items: z.array(FailureView) }),
    },
    clearMailFailure: {
      route: 'POST /automation/mail-failures/{mailFailureId}/clearing',
      summary: 'Have mails sent again to an address from which one came back',
      description: 'An address outside that has called a mail unwanted gets none until it says so itself, by the link in its mails.',
      permission: 'automation.write',
      path: z.strictObject({ mailFailureId: idWith('mfl') }),
      output: FailureView,
      status: 200,
      errors: ['mail-failure.not_found', 'mail_failure.cleared'],
    },
    listMailRecipients: {
      route: 'GET /automation/mail-recipients',
      summary: 'List the addresses outside of the company that were asked whether they want reports',
      permission: 'automation.read',
      profile: 'queries',
      output: z.object({ items: z.array(RecipientView) }),
    },
    askMailRecipient: {
      route: 'PUT /automation/mail-recipients',
      summary: 'Ask an address outside of the company whether it wants reports',
      description:
        'It gets one mail with a link; rules send it nothing until it has said yes there, and nothing more once it says no. Three times at most.',
      permission: 'automation.write',
      profile: 'commands',
      body: RecipientInput,
      output: RecipientView,
      errors: [...RECIPIENT],
      example: { body: { address: 'asesor@example.com' } },
    },
    undoRun: {
      route: 'POST /automation/runs/{runId}/undo',
      summary: 'Take back what a run of a rule did, as far as it can be',
      description:
        'By the action’s own reversal, within a moment: tags and notes go, a document waits again. What cannot be taken back is said so on the run.',
      permission: 'automation.write',
      path: RunPath,
      output: RunView,
      status: 200,
      errors: ['rule-run.not_found', 'run.state', 'run.kept', 'rule.not_allowed'],
    },
  },
);
