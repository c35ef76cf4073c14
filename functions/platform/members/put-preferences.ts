import { MemberPreferences, type Preferences } from '#domain/platform/members/preferences.ts';
import { ownView } from '#domain/platform/members/preferences-wire.ts';
import type { Stored } from '#kernel/record.ts';
import { command } from '#runtime/action.ts';
import { members } from './module.ts';
import { keep, preferencesIdOf } from './preferences-store.ts';

export const putPreferences = command(members.actions.putPreferences, {
  evidence: ({ caller }) => ({ type: MemberPreferences, id: preferencesIdOf(caller), how: 'put' as const }),
  answer: (kept) => ownView(kept),
  run: ({ body: { version, ...content }, caller, records }, before: Stored<Preferences> | undefined) =>
    keep(records, MemberPreferences, preferencesIdOf(caller), before, content, version),
});
