import { Returns } from '#domain/sales/returns/return.ts';
import { Records } from '#runtime/records.ts';
import { followStream, type RecordChange } from '#runtime/stream.ts';
import { readWait } from '#runtime/waits.ts';
import { answer, start } from './execution.ts';

const returnOf = ({ tenant, id }: RecordChange): string | undefined => (id.startsWith('ret_') ? `${tenant} ${id}` : undefined);

/** A return has just been announced. One that is made when the goods are here already has nothing to wait for. */
const isAnnounced = ({ kind, before, after }: RecordChange): boolean =>
  kind === 'return' && before === undefined && after.state === 'announced';

/** Starts and answers the executions of returns, from what the table's stream tells of them. */
export const handler = followStream('follow-returns', returnOf, async (key, changes) => {
  const [tenant = '', returnId = ''] = key.split(' ');
  const now = new Date();
  const records = new Records(tenant, { by: 'workflow', request: returnId, action: 'followReturns', at: now });
  const ret = await records.get(Returns, returnId);
  if (!ret) return;
  if (changes.some(isAnnounced)) await start(records, ret, now);
  const wait = await readWait(tenant, returnId);
  if (wait) await answer(ret, wait);
});
