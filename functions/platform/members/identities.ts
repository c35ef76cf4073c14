import { members } from '#api/platform/members.ts';
import { serveModule } from '../service.ts';
import { createApiClient } from './create-api-client.ts';
import { inviteMember } from './invite-member.ts';
import { recordSecondFactor } from './record-second-factor.ts';
import { removeApiClient } from './remove-api-client.ts';
import { removeMember } from './remove-member.ts';
import { renewSecret } from './renew-secret.ts';
import { resendInvitation } from './resend-invitation.ts';
import { returnMember } from './return-member.ts';

export const handler = serveModule(members, {
  inviteMember,
  resendInvitation,
  removeMember,
  returnMember,
  recordSecondFactor,
  createApiClient,
  renewSecret,
  removeApiClient,
});
