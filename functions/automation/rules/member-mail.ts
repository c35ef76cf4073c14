import { MAIL_STOPS_ID, MailStops } from '#domain/automation/rules/mail-stop.ts';
import { COMPANY_ID, Companies } from '#domain/platform/company/company.ts';
import { Members } from '#domain/platform/members/member.ts';
import { type Letter, sendMail } from '#runtime/mail.ts';
import type { Records } from '#runtime/records.ts';

export type Language = 'es' | 'en';
export type Written = Pick<Letter, 'subject' | 'text' | 'files'>;

/** Sends members (who work here still) and other addresses a mail, each in their language; answers go to the company. */
export async function mailTo(
  records: Records,
  memberIds: readonly string[],
  write: (language: Language) => Written,
  addresses: readonly string[] = [],
): Promise<void> {
  const [company, members, stops] = await Promise.all([
    records.getOrThrow(Companies, COMPANY_ID),
    records.getMany(Members, memberIds),
    records.get(MailStops, MAIL_STOPS_ID),
  ]);
  const stopped = new Set(stops?.addresses);
  const people = members.flatMap((member) =>
    member && member.state !== 'removed' ? [{ to: member.email, language: member.locale ?? ('es' as const) }] : [],
  );
  const others = addresses.map((to) => ({ to, language: 'es' as const }));
  for (const { to, language } of [...people, ...others])
    if (!stopped.has(to.toLowerCase())) await sendMail({ to, replyTo: company.email, ...write(language) });
}
