import { filled } from '#domain/automation/rules/effect.ts';
import { addressOfRule, Rules, type StoredAutomationRule } from '#domain/automation/rules/rule.ts';
import { RuleRuns, type RunEffect, type StoredRuleRun } from '#domain/automation/rules/rule-run.ts';
import { triggerNamed } from '#domain/triggers.ts';
import { update } from '#kernel/record.ts';
import { untilCommitted } from '#runtime/conflicts.ts';
import type { Records } from '#runtime/records.ts';
import { enterDoor } from './door-gateway.ts';
import { doorRequestOf, madeBy } from './effect-requests.ts';
import { mailTo } from './member-mail.ts';
import { type ReportFile, sendReport } from './report-mail.ts';
import { afterRun } from './rule-health.ts';

/**
 * Carries out what is planned of a run, in order, up to the first that is refused. Each is repeated harmlessly under its own key, so
 * that a crash between an effect and the run's record is taken up again; a mail alone may then come twice.
 */
export async function carryOut(records: Records, run: StoredRuleRun): Promise<void> {
  const rule = await records.get(Rules, run.ruleId);
  const effects: RunEffect[] = [];
  for (const [at, planned] of run.effects.entries()) {
    const isStopped = effects.some(({ state }) => state === 'failed');
    effects.push(isStopped || planned.state !== 'planned' ? planned : await done(records, run, rule, planned, at));
  }
  const failed = effects.find(({ state }) => state === 'failed');
  await untilCommitted(async () => {
    const now = await records.get(RuleRuns, run.id);
    if (now?.state !== 'running') return;
    await records.commit([
      update(RuleRuns, now, { ...now, effects, state: failed ? 'failed' : 'done' }),
      ...(await afterRun(records, run.ruleId, failed?.code)),
    ]);
  });
}

async function done(
  records: Records,
  run: StoredRuleRun,
  rule: StoredAutomationRule | undefined,
  planned: RunEffect,
  at: number,
): Promise<RunEffect> {
  const { effect } = planned;
  if (rule?.state !== 'active') return { ...planned, state: 'failed', code: 'rule.inactive', message: 'The rule was switched off.' };
  const fields = triggerNamed(run.trigger)?.fields ?? {};
  if (effect.do === 'mail') {
    const letter = { subject: filled(effect.subject, fields, run.values), text: filled(effect.text, fields, run.values) };
    await mailTo(records, effect.members, () => letter);
    return { ...planned, state: 'done' };
  }
  const request = doorRequestOf(effect, run, fields);
  if (!request) return { ...planned, state: 'failed', code: 'rule.effect', message: 'This is not known any more.' };
  const answer = await enterDoor(request, { tenant: records.tenant, email: addressOfRule(rule.id), request: `${run.id}.${at}` });
  if (!answer.ok) return { ...planned, state: 'failed', code: answer.code, message: answer.message };
  if (effect.do === 'report')
    return { ...planned, state: 'done', file: await sendReport(records, run, effect, answer.body as unknown as ReportFile, at) };
  const record = madeBy(request.door, answer.body);
  return { ...planned, state: 'done', ...(record ? { record } : {}) };
}
