import { CompanyViews, SHARED_ID, type SharedViews } from '#domain/platform/members/preferences.ts';
import { sharedView } from '#domain/platform/members/preferences-wire.ts';
import type { Stored } from '#kernel/record.ts';
import { command } from '#runtime/action.ts';
import { members } from './module.ts';
import { keep } from './preferences-store.ts';

export const putSharedViews = command(members.actions.putSharedViews, {
  evidence: () => ({ type: CompanyViews, id: SHARED_ID, how: 'put' as const }),
  answer: (kept) => sharedView(kept),
  run: ({ body: { version, views }, records }, before: Stored<SharedViews> | undefined) =>
    keep(records, CompanyViews, SHARED_ID, before, { views }, version),
});
