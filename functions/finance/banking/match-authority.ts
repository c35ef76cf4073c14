import type { StoredMatchRun } from '#domain/finance/banking/match-run.ts';
import { grantsOfAll, type Permission } from '#kernel/permission.ts';
import { type Caller, unknownCaller } from '#runtime/caller.ts';
import { WORKER } from '#runtime/record-item.ts';
import type { Records } from '#runtime/records.ts';
import { callerBy } from '../../platform/service.ts';

/** What the company's setting gives to what comes with a statement: to record what the bank has moved already. No money leaves by it. */
const BOT: readonly Permission[] = ['books.read', 'books.post', 'payments.receive', 'payables.pay', 'payables.write'];
/** What nobody does by a run: posting into closed periods, and paying without a second person. */
const NEVER: readonly Permission[] = ['books.adjust', 'payments.alone'];

/** In whose name a run posts: whoever asked for it, or nobody's. Undefined where they may do nothing any more. */
export async function callerOfRun(records: Records, { by }: Pick<StoredMatchRun, 'by'>): Promise<Caller | undefined> {
  const { tenant } = records;
  if (by === undefined)
    return {
      ...unknownCaller({ tenant, companies: [tenant], email: WORKER, sub: '', founds: false }),
      grants: grantsOfAll([...BOT]),
    };
  const caller = await callerBy(records, by);
  return caller && { ...caller, grants: new Map([...caller.grants].filter(([permission]) => !NEVER.includes(permission))) };
}
