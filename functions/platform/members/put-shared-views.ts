import { members } from '#api/platform/members.ts';
import { CompanyViews, SHARED_ID } from '#domain/platform/members/preferences.ts';
import { sharedView } from '#domain/platform/members/preferences-wire.ts';
import { upserts } from '#runtime/action.ts';
import { command } from '../service.ts';
import { keep } from './preferences-store.ts';

export const putSharedViews = command(
  members.actions.putSharedViews,
  upserts(CompanyViews, () => SHARED_ID),
  ({ body: { version, views } }, before) => keep(CompanyViews, SHARED_ID, before, { views }, version),
  sharedView,
);
