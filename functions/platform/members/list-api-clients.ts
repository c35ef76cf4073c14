import { ApiClients } from '#domain/platform/members/api-client.ts';
import { apiClientView } from '#domain/platform/members/wire.ts';
import { query } from '#runtime/action.ts';
import { listRecords } from '#runtime/lists.ts';
import { members } from './module.ts';

export const listApiClients = query(members.actions.listApiClients, async ({ query: { q, state, ...asked }, records }) => {
  const where = state && ((client: { state: string }) => client.state === state);
  const page = await listRecords(records, ApiClients, { ...asked, buckets: ['all'], words: q, where });
  return { ...page, items: page.items.map(apiClientView) };
});
