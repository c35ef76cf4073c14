import { audit } from '#api/platform/audit.ts';
import { plainQuery } from '#runtime/action.ts';
import { readableOrThrow } from '../readable.ts';
import { serveModule } from '../service.ts';
import { historyView } from './history.ts';

export const getHistory = plainQuery(audit.actions.getHistory, async ({ query: { record: id, before }, records, caller }) => {
  const { record } = await readableOrThrow(records, caller, id, 'query.record');
  return historyView(records, record, before);
});

export const handler = serveModule(audit, { getHistory });
