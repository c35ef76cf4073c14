import { type Effect, filled, filledLine, MAX_TOLD } from '#domain/automation/rules/effect.ts';
import { Rules } from '#domain/automation/rules/rule.ts';
import { addressOfRule } from '#domain/automation/rules/rule-address.ts';
import { RuleRuns, type RunEffect, type RunMail, type StoredRuleRun, wasCutOff } from '#domain/automation/rules/rule-run.ts';
import { isBegun, mergedMails } from '#domain/automation/rules/run-mail.ts';
import { triggerNamed } from '#domain/triggers.ts';
import { type Change, update } from '#kernel/record.ts';
import { untilCommitted } from '#runtime/conflicts.ts';
import type { Records } from '#runtime/records.ts';
import { callerBy } from '../../platform/service.ts';
import { enterDoor } from './door-gateway.ts';
import { doorRequestOf, madeBy } from './effect-requests.ts';
import { mailTo } from './member-mail.ts';
import { makeReport } from './report-file.ts';
import { sendReport } from './report-mail.ts';
import { afterRun } from './rule-health.ts';
import { seesAll } from './rule-permission.ts';
import { tellsPeople, toldBy } from './told-members.ts';

/**
 * Carries out what is planned of a run, in order, up to the first that is refused; each is kept with the run at once, so that what is
 * taken up again goes on after it. Each is repeated harmlessly under its own key, and each mail is kept before it leaves. Whether all
 * may still be done is asked before each.
 */
export async function carryOut(records: Records, run: StoredRuleRun): Promise<void> {
  for (const [at, planned] of run.effects.entries()) {
    if (planned.state === 'failed') break;
    if (planned.state !== 'planned') continue;
    const refusal = await refusalOfRun(records, run);
    const after = refusal ? { ...planned, ...refusal } : await done(records, run, planned, at);
    const isLast = after?.state === 'failed' || at === run.effects.length - 1;
    if (!after || !(await kept(records, run.id, at, after, isLast))) return;
    if (isLast) return;
  }
  await untilCommitted(async () => {
    const now = await records.get(RuleRuns, run.id);
    if (now?.state === 'running') await records.commit(await endOf(records, now, now.effects));
  });
}

/** An effect as it is known here, beside what was told of its mails meanwhile; undefined where another process has begun the mail that is about to leave. */
function besideNews({ mails: stored = [] }: RunEffect, known: RunEffect, dropped: string | undefined): RunEffect | undefined {
  const { mails } = known;
  if (!mails) return known;
  return isBegun(stored, mails) ? undefined : { ...known, mails: mergedMails(stored, mails, dropped) };
}

/**
 * Keeps what became of an effect, the last with the run's end.
 * @param dropped the address of a mail that has not left after all. @returns whether the run is still under way, and no other process
 * has begun the mail that is about to leave.
 */
const kept = (records: Records, runId: string, at: number, known: RunEffect, isLast: boolean, dropped?: string): Promise<boolean> =>
  untilCommitted(async () => {
    const now = await records.get(RuleRuns, runId);
    const before = now?.effects[at];
    if (!now || !before) return false;
    const after = besideNews(before, known, dropped);
    if (!after) return false;
    const effects = now.effects.with(at, after);
    if (now.state !== 'running' || before.state !== 'planned') {
      // The run had been given up while this was done: what it says now is true, and can be taken back.
      if (wasCutOff(before) && after.state === 'done') await records.commit([update(RuleRuns, now, { ...now, effects })]);
      return false;
    }
    await records.commit(isLast ? await endOf(records, now, effects) : [update(RuleRuns, now, { ...now, effects })]);
    return true;
  });

async function endOf(records: Records, run: StoredRuleRun, effects: readonly RunEffect[]): Promise<Change[]> {
  const failed = effects.find(({ state }) => state === 'failed');
  return [
    update(RuleRuns, run, { ...run, effects: [...effects], state: failed ? 'failed' : 'done' }),
    ...(failed?.code === RULE_CHANGED ? [] : await afterRun(records, run.ruleId, failed?.code)),
  ];
}

/** Says nothing about the rule as it is now, and so counts as none of its failures. */
const RULE_CHANGED = 'rule.changed';

type Failed = Required<Pick<RunEffect, 'state' | 'code' | 'message'>>;
const failedBy = (code: string, message: string): Failed => ({ state: 'failed', code, message });

/** Why nothing (more) of a run is done: its rule is off, or who switched it on may not see any more what it is about. */
async function refusalOfRun(records: Records, run: StoredRuleRun): Promise<Failed | undefined> {
  const rule = await records.get(Rules, run.ruleId);
  if (rule?.state !== 'active' || rule.enabledBy === undefined) return failedBy('rule.inactive', 'The rule was switched off.');
  // Whoever switched it on since has agreed to what it says now, not to what this run holds.
  if (run.version !== rule.version) return failedBy(RULE_CHANGED, 'The rule was changed or switched on anew since this was planned.');
  const [behind, trigger] = [await callerBy(records, rule.enabledBy), triggerNamed(run.trigger)];
  if (!behind) return failedBy('member.no_access', `${rule.enabledBy} has no access to the company any more.`);
  return trigger && seesAll(behind, trigger) ? undefined : failedBy('role.not_allowed', `${rule.enabledBy} may not see this any more.`);
}

/** What mails come to: an address that takes none fails the effect, one that may have got it is told. */
function mailed(mails: readonly RunMail[]): Pick<RunEffect, 'state' | 'code' | 'message' | 'mails'> {
  const to = (wanted: RunMail['state']) => mails.flatMap(({ to: address, state }) => (state === wanted ? [address] : []));
  const [refused, unknown, unconfirmed, blocked] = [to('refused'), to('unknown'), to('unconfirmed'), to('blocked')];
  if (refused.length > 0) return { ...failedBy('mail.refused', `These addresses took no mail: ${refused.join(', ')}.`), mails };
  if (blocked.length > 0) {
    const left = `An earlier mail to these came back or was called unwanted: ${blocked.join(', ')}.`;
    return { state: 'done', code: 'mail.blocked', message: left, mails };
  }
  if (unconfirmed.length > 0) {
    const left = `These addresses have not confirmed that they want it, or want no more: ${unconfirmed.join(', ')}.`;
    return { state: 'done', code: 'mail.unconfirmed', message: left, mails };
  }
  if (unknown.length === 0) return { state: 'done', mails };
  const message = `It was cut off: these may have got it, and get it no second time: ${unknown.join(', ')}.`;
  return { state: 'done', code: 'mail.unknown', message, mails };
}

/** An effect with whoever has its roles now by name; or why that cannot be. */
async function withPeople(records: Records, effect: Effect): Promise<Effect | Failed> {
  if (!tellsPeople(effect) || !effect.roles?.length) return effect;
  const { ids, count } = await toldBy(records, effect);
  if (count > MAX_TOLD) return failedBy('rule.too_many_told', `${count} members have these roles: a rule tells ${MAX_TOLD} at most.`);
  if (count === 0 && !('addresses' in effect && effect.addresses.length > 0))
    return failedBy('rule.nobody', 'Nobody has the roles that it tells.');
  return { ...effect, members: [...ids] };
}

/** Does an effect. @returns it with what became of it; undefined where its run is not under way any more. */
async function done(records: Records, run: StoredRuleRun, planned: RunEffect, at: number): Promise<RunEffect | undefined> {
  const { mails: earlier } = planned;
  const effect = await withPeople(records, planned.effect);
  if ('state' in effect) return { ...planned, ...effect };
  const fields = triggerNamed(run.trigger)?.fields ?? {};
  const keep = (more: Pick<RunEffect, 'mails' | 'file'>, dropped?: string) =>
    kept(records, run.id, at, { ...planned, ...more }, false, dropped);
  if (effect.do === 'mail') {
    const letter = { subject: filledLine(effect.subject, fields, run.values), text: filled(effect.text, fields, run.values) };
    const mails = await mailTo(records, { run: run.id, memberIds: effect.members, write: () => letter, earlier }, (sent, dropped) =>
      keep({ mails: sent }, dropped),
    );
    return mails && { ...planned, ...mailed(mails) };
  }
  const caller = { tenant: records.tenant, email: addressOfRule(run.ruleId), run: run.id, request: `${run.id}.${at}` };
  if (effect.do === 'report') {
    const report = await makeReport(records, effect, run.date, caller);
    // Whoever makes it tells when it is there, and the run goes on.
    if (report === 'preparing') return undefined;
    if (!('made' in report)) return { ...planned, ...failedBy(report.code, report.message) };
    const { file, mails } = await sendReport(records, run, { effect, at, earlier }, report.made, keep);
    return mails && { ...planned, ...mailed(mails), file };
  }
  const request = doorRequestOf(effect, run, fields);
  if (!request) return { ...planned, ...failedBy('rule.effect', 'This is not known any more.') };
  const answer = await enterDoor(request, caller);
  if (!answer.ok) return { ...planned, ...failedBy(answer.code, answer.message) };
  const record = madeBy(request.door, answer.body);
  return { ...planned, state: 'done', ...(record ? { record } : {}) };
}
