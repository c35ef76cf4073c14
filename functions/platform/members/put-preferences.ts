import { members } from '#api/platform/members.ts';
import { MemberPreferences } from '#domain/platform/members/preferences.ts';
import { ownView } from '#domain/platform/members/preferences-wire.ts';
import { upserts } from '#runtime/action.ts';
import { command } from '../service.ts';
import { keep, preferencesIdOf } from './preferences-store.ts';

export const putPreferences = command(
  members.actions.putPreferences,
  upserts(MemberPreferences, ({ caller }) => preferencesIdOf(caller)),
  ({ body: { version, ...content }, caller }, before) => keep(MemberPreferences, preferencesIdOf(caller), before, content, version),
  ownView,
);
