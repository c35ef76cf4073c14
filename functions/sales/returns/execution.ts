import { CreditNotes, type StoredCreditNote } from '#domain/finance/receivables/invoice.ts';
import { COMPANY_ID, Companies } from '#domain/platform/company/company.ts';
import { type Policies, RETURN_DAYS } from '#domain/platform/company/policies.ts';
import { creditNotesOf, moneyState, type Return, Returns, type StoredReturn } from '#domain/sales/returns/return.ts';
import { addDays } from '#kernel/date.ts';
import { update } from '#kernel/record.ts';
import type { Records } from '#runtime/records.ts';
import { fail, firstName, nextName, startOnce, succeed } from '#runtime/task-tokens.ts';
import { timerAt } from '#runtime/timers.ts';
import type { Wait } from '#runtime/waits.ts';
import { maySelfPay } from '../../finance/service.ts';

export const ORDER_RETURN = 'order-return';
const MAX_WAIT_DAYS = 300;

/** Starts the return's execution: the first or, after one of that name, the next. False when it had been started. */
export async function startOrderReturn(records: Records, ret: StoredReturn, now: Date, after?: string): Promise<boolean> {
  const { policies } = await records.getOrThrow(Companies, COMPANY_ID);
  const timer = timerAt(addDays(ret.date, policies.returnWithinDays ?? RETURN_DAYS), now, MAX_WAIT_DAYS);
  return startOnce(ORDER_RETURN, after === undefined ? firstName(records.tenant, ret.id) : nextName(after), {
    tenant: records.tenant,
    returnId: ret.id,
    timer,
  });
}

/** Answers the execution that waits for goods, where they have come or will not; whether it did. */
export async function answerReturnWait(ret: StoredReturn, wait: Wait): Promise<boolean> {
  if (ret.state === 'cancelled') return fail(wait.token, 'ReturnCancelled', ret.cancelled?.reason ?? '');
  return ret.state !== 'authorised' && succeed(wait.token, { tenant: wait.tenant, returnId: ret.id });
}

/** Whether a return must have an execution that runs: while goods are to come, and where its money is to go back by itself. */
export async function returnWantsExecution(records: Records, ret: StoredReturn): Promise<boolean> {
  if (ret.state === 'authorised') return true;
  if (ret.state !== 'received') return false;
  const { policies } = await records.getOrThrow(Companies, COMPANY_ID);
  return refundsItself(records, ret, await creditNotesOfReturn(records, ret), policies);
}

/** Whether the program pays what a return's credit notes have open: the company wants it so, and the rules of payments allow it. */
export async function refundsItself(
  records: Records,
  { keepsCredit }: StoredReturn,
  notes: readonly StoredCreditNote[],
  policies: Policies,
): Promise<boolean> {
  const amount = notes.reduce((sum, note) => sum + note.open, 0);
  return policies.refunds === 'automatic' && !keepsCredit && amount > 0 && maySelfPay(records, { sources: notes, amount, policies });
}

/** The return, in the state that its credit notes give it now: they are paid back and used by ways of their own. */
export async function withMoneyState(records: Records, ret: StoredReturn): Promise<StoredReturn> {
  const open = (await creditNotesOfReturn(records, ret)).reduce((sum, note) => sum + note.open, 0);
  const state = moneyState(ret.state, open);
  return state === ret.state ? ret : records.save<Return>([update(Returns, ret, { ...ret, state })]);
}

/** The return's credit notes, as they stand now. */
export const creditNotesOfReturn = async (records: Records, ret: StoredReturn): Promise<StoredCreditNote[]> =>
  (await records.getMany(CreditNotes, creditNotesOf(ret))).filter((note) => note !== undefined);
