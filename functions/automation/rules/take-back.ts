import { IntakeDocuments } from '#domain/automation/intake/intake-document.ts';
import { addressOfRule } from '#domain/automation/rules/rule-address.ts';
import { isUndoable, RuleRuns, type RunEffect, type StoredRuleRun } from '#domain/automation/rules/rule-run.ts';
import { BankLines } from '#domain/finance/banking/bank-line.ts';
import { update } from '#kernel/record.ts';
import { untilCommitted } from '#runtime/conflicts.ts';
import type { Records } from '#runtime/records.ts';
import { enterDoor } from './door-gateway.ts';
import { undoRequestOf } from './effect-requests.ts';

/** Takes back what a run did, the last first, each by its action's own reversal; what has none, or is refused it, stays and says so. */
export async function takeBack(records: Records, run: StoredRuleRun): Promise<void> {
  const after = [...run.effects];
  for (const [at, effect] of [...run.effects.entries()].reverse()) after[at] = await undone(records, run, effect, at);
  await untilCommitted(async () => {
    const now = await records.get(RuleRuns, run.id);
    if (now?.state !== 'undoing') return;
    // What was told of an effect meanwhile stays: nobody has taken it back yet.
    const effects = now.effects.map((effect, at) => (effect.state === run.effects[at]?.state ? (after[at] ?? effect) : effect));
    await records.commit([update(RuleRuns, now, { ...now, effects, state: 'undone' })]);
  });
}

type After = Pick<RunEffect, 'state' | 'code' | 'message'>;
const TOUCHED: After = { state: 'kept', code: 'run.touched', message: 'Somebody has dealt with it since: it was left as it is.' };

/** A document or line is opened again only as the rule left it: what somebody has done with it since is theirs. */
async function holdOn(
  records: Records,
  { effect }: RunEffect,
  { subject = '' }: StoredRuleRun,
  steps: { readonly done: string; readonly undone: string },
): Promise<After | undefined> {
  if (effect.do !== 'keepDocument' && effect.do !== 'ignoreBankLine') return undefined;
  const record = await (effect.do === 'keepDocument' ? records.get(IntakeDocuments, subject) : records.get(BankLines, subject));
  // By an earlier try that was cut off.
  if (record?.history.some(({ request }) => request === steps.undone)) return { state: 'undone' };
  return record && record.history.at(-1)?.request !== steps.done ? TOUCHED : undefined;
}

async function undone(records: Records, run: StoredRuleRun, effect: RunEffect, at: number): Promise<RunEffect> {
  if (effect.state !== 'done') return effect;
  const request = isUndoable(effect) ? undoRequestOf(effect, run) : undefined;
  // Nothing to take back: the tags were there before.
  if (!request) return { ...effect, state: effect.effect.do === 'tag' ? 'undone' : 'kept' };
  const asked = `${run.id}.${at}.undo`;
  const hold = await holdOn(records, effect, run, { done: `${run.id}.${at}`, undone: asked });
  if (hold) return { ...effect, ...hold };
  const answer = await enterDoor(request, { tenant: records.tenant, email: addressOfRule(run.ruleId), run: run.id, request: asked });
  // Gone already, by hand or by an earlier try that was cut off.
  if (answer.ok || answer.code.endsWith('.not_found')) return { ...effect, state: 'undone' };
  return { ...effect, state: 'kept', code: answer.code, message: answer.message };
}
