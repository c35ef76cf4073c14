import { MAIL_STOPS_ID, MailStops } from '#domain/automation/rules/mail-stop.ts';
import { COMPANY_ID, Companies } from '#domain/platform/company/company.ts';
import { Members } from '#domain/platform/members/member.ts';
import { type Letter, sendMail } from '#runtime/mail.ts';
import type { Records } from '#runtime/records.ts';

export type Language = 'es' | 'en';
export type Written = Pick<Letter, 'subject' | 'text' | 'files'>;

/** SES takes no mail for that address, or not this one: however often it is tried. */
const FOR_GOOD = ['MessageRejected', 'BadRequestException', 'NotFoundException'];
const isForGood = (error: unknown): boolean => error instanceof Error && FOR_GOOD.includes(error.name);

/**
 * Sends members (who work here still) and other addresses a mail, each in their language; answers go to the company.
 * What fails once somebody has it is not tried again: they would get it twice.
 * @returns the addresses that it could not be sent to. @throws Error where it went to nobody yet, and may go another time.
 */
export async function mailTo(
  records: Records,
  memberIds: readonly string[],
  write: (language: Language) => Written,
  addresses: readonly string[] = [],
): Promise<readonly string[]> {
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
  const unsent: string[] = [];
  let sent = 0;
  for (const { to, language } of [...people, ...others])
    if (!stopped.has(to.toLowerCase())) {
      const sending = sendMail({ to, replyTo: company.email, ...write(language) });
      const refused = await sending.then(
        () => undefined,
        (error: unknown) => error,
      );
      if (refused === undefined) sent += 1;
      else if (sent > 0 || isForGood(refused)) unsent.push(to);
      else throw refused;
    }
  return unsent;
}
