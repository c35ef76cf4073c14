import { serve } from '#runtime/http.ts';
import { members } from './module.ts';
import { putPreferences } from './put-preferences.ts';
import { putSharedViews } from './put-shared-views.ts';

export const handler = serve(members, { putPreferences, putSharedViews });
