import { COMPANY_ID, Companies, RETURN_DAYS } from '#domain/platform/company/company.ts';
import type { StoredReturn } from '#domain/sales/returns/return.ts';
import { addDays } from '#kernel/date.ts';
import type { Records } from '#runtime/records.ts';
import { fail, nextName, startOnce, succeed } from '#runtime/task-tokens.ts';
import { timerAt } from '#runtime/timers.ts';
import type { Wait } from '#runtime/waits.ts';

export const WORKFLOW = 'order-return';
const MAX_WAIT_DAYS = 300;

/** Starts the return's execution, under the return's id or, after others, the next name. False when it had been started. */
export async function start(records: Records, ret: StoredReturn, now: Date, after?: string): Promise<boolean> {
  const { policies } = await records.need(Companies, COMPANY_ID);
  const timer = timerAt(addDays(ret.date, policies.returnWithinDays ?? RETURN_DAYS), now, MAX_WAIT_DAYS);
  return startOnce(WORKFLOW, after === undefined ? ret.id : nextName(after), { tenant: records.tenant, returnId: ret.id, timer });
}

/** Answers the execution that waits for goods, where they have come or will not. */
export async function answer(ret: StoredReturn, wait: Wait): Promise<void> {
  if (ret.state === 'cancelled') await fail(wait.token, 'ReturnCancelled', ret.cancelled?.reason ?? '');
  else if (ret.state !== 'announced') await succeed(wait.token, { tenant: wait.tenant, returnId: ret.id });
}
