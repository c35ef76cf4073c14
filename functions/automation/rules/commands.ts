import { randomBytes } from 'node:crypto';
import { rules } from '#api/automation/rules.ts';
import { failureView, MailFailures, mailFailureActions } from '#domain/automation/rules/mail-failure.ts';
import { asked, MailRecipients, recipientView } from '#domain/automation/rules/mail-recipient.ts';
import { MAIL_STOPS_ID, MailStops, requireOwnAddress, stoppedAfter } from '#domain/automation/rules/mail-stop.ts';
import { Rules, ruleActions } from '#domain/automation/rules/rule.ts';
import { activated, boardWith, boardWithout, newRule, patchedRule, paused } from '#domain/automation/rules/rule-change.ts';
import { RuleRuns, ruleRunActions } from '#domain/automation/rules/rule-run.ts';
import { ruleView } from '#domain/automation/rules/wire.ts';
import { throwIf } from '#kernel/errors.ts';
import { create, remove, update } from '#kernel/record.ts';
import { creates, on, upserts } from '#runtime/action.ts';
import { may } from '#runtime/caller.ts';
import { required } from '#runtime/reads.ts';
import { command, query, serveModule } from '../../platform/service.ts';
import { dryRun } from './dry-run.ts';
import { requireDeliverable } from './failure-store.ts';
import { recipientId, requireConfirmed, requireRecipientRoom } from './recipient-store.ts';
import { boardChange, NO_RULES, withBoard } from './rule-board.ts';
import { requireAllowed, requireUndoAllowed, requireWritten, shownRun } from './rule-permission.ts';
import { requireTold } from './told-members.ts';

export const createRule = command(
  rules.actions.createRule,
  creates(Rules, 'rul'),
  async ({ body, newId, records }) => {
    const rule = newRule(body);
    requireWritten(rule);
    await requireTold(records, rule.effects);
    return [create(Rules, newId('rul'), rule)];
  },
  ruleView,
);

export const patchRule = command(
  rules.actions.patchRule,
  on(Rules, (path) => path.ruleId, withBoard),
  async ({ body, records, board }, rule) => {
    const after = patchedRule(rule, body);
    requireWritten(after);
    await requireTold(records, after.effects);
    const off = rule.state === 'active' && after.state !== 'active' && board;
    return [update(Rules, rule, after), ...(off ? [boardChange(board, boardWithout(board, rule.id))] : [])];
  },
  ruleView,
);

export const deleteRule = command(
  rules.actions.deleteRule,
  on(Rules, (path) => path.ruleId),
  (_, rule) => {
    throwIf(ruleActions.deleteRule(rule));
    return [remove(Rules, rule)];
  },
  ({ id }) => ({ id, deleted: true as const }),
);

export const activateRule = command(
  rules.actions.activateRule,
  on(Rules, (path) => path.ruleId, withBoard),
  async ({ caller, board, records, now }, rule) => {
    throwIf(ruleActions.activateRule(rule));
    requireWritten(rule);
    requireAllowed(caller, rule);
    await requireTold(records, rule.effects);
    await requireConfirmed(records, rule.effects);
    return [
      update(Rules, rule, activated(rule, caller.email, now.toISOString())),
      boardChange(board, boardWith(board ?? NO_RULES, rule.id, rule.trigger)),
    ];
  },
  ruleView,
);

export const pauseRule = command(
  rules.actions.pauseRule,
  on(Rules, (path) => path.ruleId, withBoard),
  ({ board }, rule) => {
    throwIf(ruleActions.pauseRule(rule));
    return [update(Rules, rule, paused(rule, 'person')), boardChange(board, boardWithout(board ?? NO_RULES, rule.id))];
  },
  ruleView,
);

export const undoRun = command(
  rules.actions.undoRun,
  on(RuleRuns, (path) => path.runId),
  ({ caller }, run) => {
    throwIf(ruleRunActions.undoRun(run));
    requireUndoAllowed(caller, run);
    return [update(RuleRuns, run, { ...run, state: 'undoing' as const })];
  },
  (run, { caller }) => shownRun(caller, run),
);

export const askMailRecipient = command(
  rules.actions.askMailRecipient,
  upserts(MailRecipients, ({ tenant, body }) => recipientId(tenant, body.address)),
  async ({ body, records, now, domain }, before) => {
    if (!before) await requireRecipientRoom(records);
    await requireDeliverable(records, body.address);
    const address = body.address.toLowerCase();
    const after = asked(before, { address, secret: randomBytes(32).toString('base64url'), domain, at: now.toISOString() });
    return [before ? update(MailRecipients, before, after) : create(MailRecipients, recipientId(records.tenant, address), after)];
  },
  recipientView,
);

export const clearMailFailure = command(
  rules.actions.clearMailFailure,
  on(MailFailures, (path) => path.mailFailureId),
  (_, failure) => {
    throwIf(mailFailureActions.clearMailFailure(failure));
    return [update(MailFailures, failure, { ...failure, cleared: true as const })];
  },
  failureView,
);

export const putMailStop = command(
  rules.actions.putMailStop,
  upserts(MailStops, () => MAIL_STOPS_ID),
  ({ body, caller }, before) => {
    const address = (body.address ?? caller.email).toLowerCase();
    requireOwnAddress(address, caller.email, may(caller, 'automation.write'));
    const after = { addresses: stoppedAfter(before?.addresses ?? [], address, body.stopped) };
    return [before ? update(MailStops, before, after) : create(MailStops, MAIL_STOPS_ID, after)];
  },
  // Whom else the company sends nothing is for whoever may see rules.
  ({ addresses }, { caller }) => ({
    addresses: addresses.filter((address) => may(caller, 'automation.read') || address === caller.email.toLowerCase()),
  }),
);

export const dryRunRule = query(
  rules.actions.dryRunRule,
  ({ path }) => ({ rule: required(Rules, path.ruleId, 'path.ruleId') }),
  ({ rule, records, caller, body, company }) => dryRun(records, { caller, ...company }, rule, body),
);

export const dryRunUnsaved = query(rules.actions.dryRunUnsaved, ({ body: { rule, ...range }, records, caller, company }) =>
  dryRun(records, { caller, ...company }, newRule(rule), range),
);

export const handler = serveModule(rules, {
  clearMailFailure,
  putMailStop,
  dryRunRule,
  dryRunUnsaved,
  createRule,
  patchRule,
  deleteRule,
  activateRule,
  pauseRule,
  undoRun,
  askMailRecipient,
});
