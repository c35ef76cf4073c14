import { serve } from '#runtime/http.ts';
import { createApiClient } from './create-api-client.ts';
import { inviteMember } from './invite-member.ts';
import { members } from './module.ts';
import { patchMember } from './patch-member.ts';
import { removeApiClient } from './remove-api-client.ts';
import { removeMember } from './remove-member.ts';
import { renewSecret } from './renew-secret.ts';
import { resendInvitation } from './resend-invitation.ts';
import { returnMember } from './return-member.ts';

export const handler = serve(members, {
  inviteMember,
  patchMember,
  resendInvitation,
  removeMember,
  returnMember,
  createApiClient,
  renewSecret,
  removeApiClient,
});
