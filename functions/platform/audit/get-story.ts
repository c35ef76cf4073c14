import { missing } from '#kernel/errors.ts';
import type { RecordType } from '#kernel/record.ts';
import { query } from '#runtime/action.ts';
import { kindOf } from './kinds.ts';
import { audit } from './module.ts';

export const getStory = query(audit.actions.getStory, async ({ query: { record: id }, records }) => {
  const type = kindOf(id);
  const record = type && (await records.get(type as RecordType<object>, id));
  if (!record) throw missing('record.not_found', `There is no record ${id}.`, 'query.record', { id });
  const steps = record.history.map(({ rev, at, by, request, action, was }) => ({
    rev,
    at,
    by,
    requestId: request,
    action,
    ...(was ? { was: { ...was } } : {}),
  }));
  return { record: id, kind: type.kind, complete: type.history === 'all' || record.rev <= 2, steps };
});
