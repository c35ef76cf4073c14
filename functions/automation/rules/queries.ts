import { rules } from '#api/automation/rules.ts';
import { EFFECT_NAMES } from '#domain/automation/rules/effect.ts';
import { ALL_FAILURES, failureView, MailFailures } from '#domain/automation/rules/mail-failure.ts';
import { ALL_RECIPIENTS, MailRecipients, recipientView } from '#domain/automation/rules/mail-recipient.ts';
import { MAIL_STOPS_ID, MailStops } from '#domain/automation/rules/mail-stop.ts';
import { REPORTS, reportSpec, spansOf } from '#domain/automation/rules/report.ts';
import { Rules, ruleActions } from '#domain/automation/rules/rule.ts';
import { type RuleRun, RuleRuns, ruleRunActions } from '#domain/automation/rules/rule-run.ts';
import { ruleView } from '#domain/automation/rules/wire.ts';
import { TRIGGERS } from '#domain/triggers.ts';
import { yearOf, yearsBetween } from '#kernel/date.ts';
import { isOfRecords } from '#kernel/trigger.ts';
import { plainQuery } from '#runtime/action.ts';
import { mayRead } from '#runtime/caller.ts';
import { listDated } from '#runtime/dated-list.ts';
import { listRecords } from '#runtime/lists.ts';
import { openRecords } from '#runtime/open-work.ts';
import { actionsOf, query, serveModule } from '../../platform/service.ts';
import { mayHave, mayHaveReport, shownRun, takes } from './rule-permission.ts';

const { actions } = rules;

export const getAutomationOptions = plainQuery(actions.getAutomationOptions, async ({ caller }) => ({
  triggers: TRIGGERS.filter((trigger) => mayRead(caller, trigger)).map((trigger) => ({
    name: trigger.name,
    ...(isOfRecords(trigger) ? { kind: trigger.type.kind } : {}),
    fields: Object.entries(trigger.fields).map(([field, { type: of, choices }]) => ({
      name: field,
      type: of,
      ...(choices ? { choices: [...choices] } : {}),
    })),
    effects: EFFECT_NAMES.filter((effect) => takes(effect, trigger) && mayHave(caller, effect)),
  })),
  reports: REPORTS.filter((report) => mayHaveReport(caller, report)).map((name) => {
    const { area, formats } = reportSpec(name);
    return { name, area, formats: [...formats], spans: [...spansOf(name)] };
  }),
}));

export const getMailStops = plainQuery(actions.getMailStops, async ({ records }) => ({
  addresses: [...((await records.get(MailStops, MAIL_STOPS_ID))?.addresses ?? [])],
}));

export const listMailFailures = plainQuery(actions.listMailFailures, async ({ records }) => {
  const items = [];
  for await (const failure of openRecords(records, MailFailures, ALL_FAILURES)) items.push(failureView(failure));
  return { items };
});

export const listMailRecipients = plainQuery(actions.listMailRecipients, async ({ records }) => {
  const items = [];
  for await (const recipient of openRecords(records, MailRecipients, ALL_RECIPIENTS)) items.push(recipientView(recipient));
  return { items };
});

export const getRule = plainQuery(actions.getRule, async ({ path, records, caller }) => {
  const rule = await records.getOrThrow(Rules, path.ruleId, 'path.ruleId');
  return { ...ruleView(rule), actions: actionsOf(caller, actions, ruleActions, rule) };
});

export const listRules = plainQuery(actions.listRules, async ({ query: { q, state, ...request }, records, caller }) => {
  const where = state && ((rule: { state: string }) => rule.state === state);
  const page = await listRecords(records, Rules, { ...request, buckets: ['all'], words: q, where });
  return { ...page, items: page.items.map((rule) => ({ ...ruleView(rule), actions: actionsOf(caller, actions, ruleActions, rule) })) };
});

export const getRuleRun = plainQuery(actions.getRuleRun, async ({ path, records, caller }) => {
  const run = await records.getOrThrow(RuleRuns, path.runId, 'path.runId');
  return { ...shownRun(caller, run), actions: actionsOf(caller, actions, ruleRunActions, run) };
});

export const listRuleRuns = query(
  actions.listRuleRuns,
  async ({ query: { rule, state, ...input }, records, caller, company, today, now }) => {
    // A run is dated by the day on which it began, which no fiscal year need cover.
    const founded = company.history[0]?.at ?? now.toISOString();
    const where = state ? (run: RuleRun) => state.includes(run.state) : undefined;
    const page = await listDated(records, RuleRuns, yearsBetween(yearOf(founded), yearOf(today)), input, {
      where,
      ...(rule ? { party: rule } : {}),
    });
    return { ...page, items: page.items.map((run) => shownRun(caller, run)) };
  },
);

export const handler = serveModule(rules, {
  getMailStops,
  listMailFailures,
  listMailRecipients,
  getAutomationOptions,
  listRules,
  getRule,
  listRuleRuns,
  getRuleRun,
});
