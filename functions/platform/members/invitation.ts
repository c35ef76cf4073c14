import { countInvitation, entryText, INVITATION_COUNT_ID, InvitationCounts } from '#domain/platform/members/invitation.ts';
import { env } from '#runtime/env.ts';
import { sendMail } from '#runtime/mail.ts';
import type { Records } from '#runtime/records.ts';
import type { CompanyWorld } from '../service.ts';

/** Counts an invitation before it goes. @throws DomainError `member.too_many_invitations` (422). */
export async function takeInvitation(records: Records, { today }: Pick<CompanyWorld, 'today'>): Promise<void> {
  const before = await records.get(InvitationCounts, INVITATION_COUNT_ID);
  await records.commit([countInvitation(before, today, Number(env('INVITATIONS_A_DAY')))]);
}

/** Tells somebody who has a password already that one company more has invited them; nobody where no mail leaves. */
export const tellOfEntry = async (email: string, { company }: Pick<CompanyWorld, 'company'>): Promise<boolean> =>
  (await sendMail({ to: email, replyTo: company.email, ...entryText(company.name) })) !== undefined;
