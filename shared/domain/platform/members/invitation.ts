import * as z from 'zod/mini';
import type { IsoDate } from '#kernel/date.ts';
import { refused } from '#kernel/errors.ts';
import { type Change, createNext, recordType, type Stored, update } from '#kernel/record.ts';

/** How many invitations a company has sent on the day of the last one: what mails the pool sends, all companies share. */
export const InvitationCount = z.object({ day: z.string(), count: z.number() });
export type InvitationCount = Readonly<z.output<typeof InvitationCount>>;

export const InvitationCounts = recordType<InvitationCount>({
  kind: 'invitation-count',
  prefix: 'inc',
  data: InvitationCount,
  history: 'ends',
  screen: { none: 'It only keeps a company from sending too many mails.' },
  read: 'nobody',
});
export const INVITATION_COUNT_ID = 'inc_main';

/**
 * Counts one more invitation of a company's day.
 * @param most a day. @throws DomainError `member.too_many_invitations` (422).
 */
export function countInvitation(before: Stored<InvitationCount> | undefined, day: IsoDate, most: number): Change {
  const count = before?.day === day ? before.count + 1 : 1;
  if (count > most)
    throw refused('member.too_many_invitations', `A company sends ${most} invitations a day at most: go on tomorrow.`, undefined, { most });
  return before ? update(InvitationCounts, before, { day, count }) : createNext(InvitationCounts, INVITATION_COUNT_ID, { day, count });
}

/** What somebody is told who has a password already, in both languages: the pool mails to new users alone. */
export const entryText = (company: string) => ({
  subject: 'Invitación a Trastienda · Invitation to Trastienda',
  text: `${company} te ha invitado a Trastienda. Entra como siempre, con tu contraseña, y elige la empresa en el menú de tu cuenta.

${company} has invited you to Trastienda. Sign in as ever, with your password, and choose the company in the menu of your account.
`,
});
