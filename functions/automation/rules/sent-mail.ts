import type { RunMail } from '#domain/automation/rules/rule-run.ts';
import { type Letter, sendMail } from '#runtime/mail.ts';

/** SES takes no mail for that address, or not this one: however often it is tried. */
const FOR_GOOD = ['MessageRejected', 'BadRequestException', 'NotFoundException'];
/** SES has not taken it, and may another time. */
const NOT_YET = ['TooManyRequestsException', 'ThrottlingException', 'LimitExceededException', 'SendingPausedException'];
const isOneOf = (names: readonly string[], error: unknown): boolean => error instanceof Error && names.includes(error.name);

/** Sends a mail. @returns what became of it; undefined where it was not taken, and may be another time. */
export async function mailSent(letter: Letter): Promise<RunMail | undefined> {
  const { to } = letter;
  try {
    const taken = await sendMail(letter);
    return taken ? { to, state: 'sent', ...(taken.id ? { id: taken.id } : {}) } : { to, state: 'off' };
  } catch (error) {
    if (isOneOf(NOT_YET, error)) return undefined;
    return { to, state: isOneOf(FOR_GOOD, error) ? 'refused' : 'unknown' };
  }
}
