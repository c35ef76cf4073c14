import { CompanyViews, MemberPreferences, SHARED_ID } from '#domain/platform/members/preferences.ts';
import { ownView, sharedView } from '#domain/platform/members/preferences-wire.ts';
import { query } from '#runtime/action.ts';
import { members } from './module.ts';
import { preferencesIdOf } from './preferences-store.ts';

export const getPreferences = query(members.actions.getPreferences, async ({ caller, records }) => {
  const [own, shared] = await Promise.all([records.get(MemberPreferences, preferencesIdOf(caller)), records.get(CompanyViews, SHARED_ID)]);
  return { own: ownView(own), shared: sharedView(shared) };
});
