import { MAIL_STOPS_ID, MailStops } from '#domain/automation/rules/mail-stop.ts';
import type { RunMail } from '#domain/automation/rules/rule-run.ts';
import { COMPANY_ID, Companies } from '#domain/platform/company/company.ts';
import { Members } from '#domain/platform/members/member.ts';
import { type Letter, sendMail } from '#runtime/mail.ts';
import type { Records } from '#runtime/records.ts';

export type Language = 'es' | 'en';
export type Written = Pick<Letter, 'subject' | 'text' | 'files'>;

/** What is to be sent to whom; `earlier`: what an earlier try has kept of it. */
export interface Mailing {
  readonly memberIds: readonly string[];
  readonly addresses?: readonly string[];
  readonly write: (language: Language) => Written;
  readonly earlier?: readonly RunMail[] | undefined;
}

/** SES takes no mail for that address, or not this one: however often it is tried. */
const FOR_GOOD = ['MessageRejected', 'BadRequestException', 'NotFoundException'];
/** SES has not taken it, and may another time. */
const NOT_YET = ['TooManyRequestsException', 'ThrottlingException', 'LimitExceededException', 'SendingPausedException'];
const isOneOf = (names: readonly string[], error: unknown): boolean => error instanceof Error && names.includes(error.name);

/**
 * Sends members (who work here still) and other addresses a mail, each in their language; answers go to the company. Each is kept
 * before it leaves: of one that was cut off in between nobody knows whether it was sent, and it is not sent again.
 * @param keep keeps what became of them. @returns whether the run is still under way: if not, nothing more is sent.
 * @returns what became of each; undefined where the run is not under way any more.
 * @throws Error where SES takes none just now: what is left may go another time.
 */
export async function mailTo(
  records: Records,
  { memberIds, addresses = [], write, earlier = [] }: Mailing,
  keep: (mails: readonly RunMail[]) => Promise<boolean>,
): Promise<readonly RunMail[] | undefined> {
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
  const mails = new Map(earlier.map((mail) => [mail.to, mail.state === 'sending' ? { to: mail.to, state: 'unknown' as const } : mail]));
  for (const { to, language } of [...people, ...others]) {
    if (stopped.has(to.toLowerCase()) || mails.has(to)) continue;
    if (!(await keep([...mails.values(), { to, state: 'sending' }]))) return undefined;
    const mail = await sent({ to, replyTo: company.email, ...write(language) });
    if (mail) mails.set(to, mail);
    else {
      await keep([...mails.values()]);
      throw new Error('SES takes no mail just now');
    }
  }
  return [...mails.values()];
}

/** What became of a mail; undefined where it was not taken, and may be another time. */
async function sent(letter: Letter): Promise<RunMail | undefined> {
  const { to } = letter;
  try {
    const taken = await sendMail(letter);
    return taken ? { to, state: 'sent', ...(taken.id ? { id: taken.id } : {}) } : { to, state: 'off' };
  } catch (error) {
    if (isOneOf(NOT_YET, error)) return undefined;
    return { to, state: isOneOf(FOR_GOOD, error) ? 'refused' : 'unknown' };
  }
}
