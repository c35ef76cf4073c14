import { BankStatements } from '#domain/finance/banking/bank-statement.ts';
import { UNDER_WAY } from '#kernel/record.ts';
import { sweep } from '#runtime/sweep.ts';
import { deletion } from './delete-statement.ts';

/** A deletion takes seconds; after this long nobody is at it any more. */
const ABANDONED_MS = 15 * 60_000;

/** Ends deletions that a crash cut off and whose request nobody sent again. */
export const handler = sweep('finish-bank-deletions', {
  type: BankStatements,
  queues: [UNDER_WAY],
  wants: ({ state, history }, now) => state === 'deleting' && now.getTime() - Date.parse(history.at(-1)?.at ?? '') > ABANDONED_MS,
  handle: async (records, statement) => void (await records.save(await deletion(records, statement))),
});
