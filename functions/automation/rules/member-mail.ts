import { unsubscribeText } from '#domain/automation/rules/consent-text.ts';
import { linkOf } from '#domain/automation/rules/mail-recipient.ts';
import { MAIL_STOPS_ID, MailStops } from '#domain/automation/rules/mail-stop.ts';
import type { RunMail } from '#domain/automation/rules/rule-run.ts';
import { COMPANY_ID, Companies } from '#domain/platform/company/company.ts';
import { Members } from '#domain/platform/members/member.ts';
import type { Letter } from '#runtime/mail.ts';
import type { Records } from '#runtime/records.ts';
import { blockedOf } from './failure-store.ts';
import { recipientRecords } from './recipient-store.ts';
import { mailSent } from './sent-mail.ts';

export type Language = 'es' | 'en';
export type Written = Pick<Letter, 'subject' | 'text' | 'files' | 'headers'>;

/** What is to be sent to whom; `earlier`: what an earlier try has kept of it. */
export interface Mailing {
  /** The run that sends it. */
  readonly run: string;
  readonly memberIds: readonly string[];
  readonly addresses?: readonly string[];
  readonly write: (language: Language) => Written;
  readonly earlier?: readonly RunMail[] | undefined;
}

/** Who is written to, and what; without a letter nobody is. */
interface Addressee {
  readonly to: string;
  readonly letter: Written | undefined;
}

/** The letter as who belongs to no company gets it: with a link, and headers (RFC 2369, RFC 8058), by which they get no more. */
const unsubscribable = (letter: Written, link: string): Written => ({
  ...letter,
  text: `${letter.text}${unsubscribeText('es', link)}${unsubscribeText('en', link)}`,
  headers: { 'List-Unsubscribe': `<${link}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' },
});

/**
 * Sends members (who work here still) a mail in their language, and other addresses that have confirmed that they want it; answers go to the company. Each is kept
 * before it leaves: of one that was cut off in between nobody knows whether it was sent, and it is not sent again.
 * @param keep keeps what became of them, without the one that has not left after all (`dropped`). @returns whether the run is still under
 * way here: if not, nothing more is sent.
 * @returns what became of each; undefined where the run is not under way any more.
 * @throws Error where SES takes none just now: what is left may go another time.
 */
export async function mailTo(
  records: Records,
  { run, memberIds, addresses = [], write, earlier = [] }: Mailing,
  keep: (mails: readonly RunMail[], dropped?: string) => Promise<boolean>,
): Promise<readonly RunMail[] | undefined> {
  const [company, members, stops, recipients] = await Promise.all([
    records.getOrThrow(Companies, COMPANY_ID),
    records.getMany(Members, memberIds),
    records.get(MailStops, MAIL_STOPS_ID),
    recipientRecords(records, addresses),
  ]);
  const stopped = new Set(stops?.addresses);
  const people = members.flatMap((member): Addressee[] => {
    if (!member || member.state === 'removed') return [];
    return [{ to: member.email, letter: write(member.locale ?? 'es') }];
  });
  const others = addresses.map((to, at): Addressee => {
    const recipient = recipients[at];
    return { to, letter: recipient?.state === 'confirmed' ? unsubscribable(write('es'), linkOf(records.tenant, recipient)) : undefined };
  });
  const blocked = await blockedOf(
    records,
    [...people, ...others].map(({ to }) => to),
  );
  const mails = new Map(earlier.map((mail) => [mail.to, mail.state === 'sending' ? { to: mail.to, state: 'unknown' as const } : mail]));
  for (const { to, letter } of [...people, ...others]) {
    if (stopped.has(to.toLowerCase()) || mails.has(to)) continue;
    if (!letter || blocked.has(to.toLowerCase())) {
      mails.set(to, { to, state: letter ? 'blocked' : 'unconfirmed' });
      continue;
    }
    if (!(await keep([...mails.values(), { to, state: 'sending' }]))) return undefined;
    const mail = await mailSent({ to, replyTo: company.email, about: { tenant: records.tenant, record: run }, ...letter });
    if (mail) mails.set(to, mail);
    else {
      await keep([...mails.values()], to);
      throw new Error('SES takes no mail just now');
    }
  }
  return [...mails.values()];
}
