import { members } from '#api/platform/members.ts';
import { serveModule } from '../service.ts';
import { patchApiClient } from './patch-api-client.ts';
import { patchMember } from './patch-member.ts';
import { putPreferences } from './put-preferences.ts';
import { putSharedViews } from './put-shared-views.ts';
import { createRole, patchRole, retireRole } from './roles.ts';

export const handler = serveModule(members, {
  patchMember,
  patchApiClient,
  createRole,
  patchRole,
  retireRole,
  putPreferences,
  putSharedViews,
});
