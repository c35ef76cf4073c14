import * as z from 'zod/mini';
import { plain, type Stored } from '#kernel/record.ts';
import { Preferences, type SharedViews, Views } from './preferences.ts';

/** How often it was kept; 0 where it never was. */
const Version = z.int().check(z.minimum(0));

/** `version` is the one that the change was made from. */
export const PutPreferences = z.extend(Preferences, { version: Version });
export const PutSharedViews = z.strictObject({ version: Version, views: Views });

const OwnView = z.object({ version: z.int(), ...Preferences.shape });
export const SharedViewsView = z.object({ version: z.int(), views: Views });
export const PreferencesView = z.object({ own: OwnView, shared: SharedViewsView });
export { OwnView as OwnPreferencesView };

export const ownView = (kept: Stored<Preferences> | undefined): z.output<typeof OwnView> => ({
  ...(kept && plain(kept)),
  version: kept?.rev ?? 0,
  views: kept?.views ?? {},
});

export const sharedView = (kept: Stored<SharedViews> | undefined): z.output<typeof SharedViewsView> => ({
  version: kept?.rev ?? 0,
  views: kept?.views ?? {},
});
