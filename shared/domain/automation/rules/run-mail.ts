import type { RunMail } from './rule-run.ts';

/** How much is known of a mail: what says more stands, whoever comes later. */
const KNOWN = {
  sending: 0,
  unknown: 1,
  sent: 2,
  refused: 2,
  off: 2,
  unconfirmed: 2,
  blocked: 2,
  undelivered: 3,
  bounced: 4,
  complained: 4,
} as const satisfies Record<RunMail['state'], number>;

/** Whether a state says no less than another: what came back for good is not merely undelivered. */
export const saysMore = (state: RunMail['state'], before: RunMail['state']): boolean => KNOWN[state] >= KNOWN[before];

/** Whether somebody else has begun one of those that are about to be sent, which then is theirs. */
export const isBegun = (stored: readonly RunMail[], mails: readonly RunMail[]): boolean =>
  mails.some(({ to, state }) => state === 'sending' && stored.some((mail) => mail.to === to));

/**
 * The mails of an effect by what is kept and by what is known now: what was told of one meanwhile stands, and none is forgotten.
 * @param dropped the address of one that has not left after all, and may go another time.
 */
export function mergedMails(stored: readonly RunMail[], mails: readonly RunMail[], dropped?: string): RunMail[] {
  const merged = new Map(stored.flatMap((mail) => (mail.to === dropped && mail.state === 'sending' ? [] : [[mail.to, mail] as const])));
  for (const mail of mails) {
    const before = merged.get(mail.to);
    if (!before || saysMore(mail.state, before.state)) merged.set(mail.to, mail);
    else if (mail.id && !before.id) merged.set(mail.to, { ...before, id: mail.id });
  }
  return [...merged.values()];
}

/**
 * Which mail of an effect an event of SES is about: the one with its id; else, where no id is kept since it was cut off, the one to its
 * address.
 * @param mayLackId false while ids are being noted. @returns its places: of the effect, and of the mail in it.
 */
export function mailTold(
  effects: readonly { readonly mails?: readonly RunMail[] }[],
  { address, messageId }: { readonly address: string; readonly messageId: string },
  mayLackId: boolean,
): readonly [effect: number, mail: number] | undefined {
  const find = (isIt: (mail: RunMail) => boolean) => {
    for (const [at, { mails = [] }] of effects.entries()) {
      const place = mails.findIndex((mail) => mail.to.toLowerCase() === address && isIt(mail));
      if (place >= 0) return [at, place] as const;
    }
    return undefined;
  };
  const isCutOff = ({ id, state }: RunMail) => id === undefined && (state === 'unknown' || state === 'sending');
  return find(({ id }) => id === messageId) ?? (mayLackId ? find(isCutOff) : undefined);
}
