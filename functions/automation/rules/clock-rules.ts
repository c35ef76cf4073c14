import { meets } from '#domain/automation/rules/condition.ts';
import type { StoredAutomationRule } from '#domain/automation/rules/rule.ts';
import { addressOfRule } from '#domain/automation/rules/rule-address.ts';
import { hourIn, ringing } from '#domain/automation/rules/schedule.ts';
import { ALL_MONEY } from '#domain/finance/treasury/cash-triggers.ts';
import { decimal } from '#kernel/decimal.ts';
import { toMinor } from '#kernel/money.ts';
import type { ClockTrigger } from '#kernel/trigger.ts';
import type { Records } from '#runtime/records.ts';
import { enterDoor } from './door-gateway.ts';
import { afterRun } from './rule-health.ts';
import type { Moment } from './rule-start.ts';
import { beginAtEdge, beginRun } from './run-store.ts';

type Rule = StoredAutomationRule;

/** Begins the run of a schedule's ringing of today, once. */
export async function ringSchedule(
  records: Records,
  rule: Rule,
  trigger: ClockTrigger,
  { now, timeZone, ...moment }: Moment & { readonly now: string; readonly timeZone: string },
): Promise<void> {
  const rings = rule.schedule && ringing(rule.schedule, now, hourIn(timeZone, new Date(rule.since ?? records.stamp.at)));
  const values = { date: moment.date };
  if (rings && meets(rule.conditions, trigger, values))
    await beginRun(records, rule, rings, { ...moment, trigger, values, amount: 0, tags: [] });
}

interface CashPosition {
  readonly accounts: readonly { readonly account: string; readonly name: string; readonly balance: { readonly amount: string } }[];
  readonly total: { readonly amount: string };
}

/** Looks at banks and cash as whoever switched the rule on sees them: each account, and all together. */
export async function lookAtCash(records: Records, rule: Rule, trigger: ClockTrigger, moment: Moment): Promise<void> {
  const caller = { tenant: records.tenant, email: addressOfRule(rule.id), request: `${rule.id} ${moment.at}`.replace(' ', '.') };
  const answer = await enterDoor({ door: 'getCashPosition' }, caller);
  if (!answer.ok) {
    const changes = await afterRun(records, rule.id, answer.code);
    if (changes.length > 0) await records.commit(changes);
    return;
  }
  const { accounts, total } = answer.body as unknown as CashPosition;
  for (const { account, name, balance } of [...accounts, { account: ALL_MONEY, name: '', balance: total }]) {
    const values = { account, name, balance: toMinor(decimal(balance.amount)) };
    const met = meets(rule.conditions, trigger, values);
    await beginAtEdge(records, rule, account, met, { ...moment, trigger, values, amount: 0, tags: [] });
  }
}
