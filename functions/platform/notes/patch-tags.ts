import { notes } from '#api/platform/notes.ts';
import { RecordTags, retagged } from '#domain/platform/notes/record-tags.ts';
import { create, update } from '#kernel/record.ts';
import { upserts } from '#runtime/action.ts';
import { readableOrThrow, requireSubject } from '../readable.ts';
import { command } from '../service.ts';
import { tagsId } from './tags-id.ts';

export const patchTags = command(
  notes.actions.patchTags,
  upserts(RecordTags, ({ tenant, body }) => tagsId(tenant, body.record)),
  async ({ body: { record, ...change }, caller, records, tenant, now }, before) => {
    requireSubject(caller, record, (await readableOrThrow(records, caller, record, 'body.record')).record);
    const tags = retagged(before?.tags ?? [], change);
    if (before && tags.join() === before.tags.join()) return before;
    const data = { record, tags, taggedAt: now.toISOString() };
    return [before ? update(RecordTags, before, { ...before, ...data }) : create(RecordTags, tagsId(tenant, record), data)];
  },
  ({ record, tags }) => ({ record, tags: [...tags] }),
);
