import * as z from 'zod/mini';
import { forbidden, refused } from '#kernel/errors.ts';
import { recordType } from '#kernel/record.ts';
import { list } from '#kernel/stored.ts';

const MAX_STOPS = 500;

/** Addresses to which rules send no mail any more: one record of a company, that every mail looks at. */
export const MailStopList = z.object({ addresses: list(z.string()) });
export type MailStopList = Readonly<z.output<typeof MailStopList>>;
export const MailStops = recordType<MailStopList>({
  kind: 'mail-stops',
  prefix: 'mst',
  data: MailStopList,
  history: 'all',
  screen: { none: 'It is a part of the list of rules.' },
  read: 'nobody',
});
export const MAIL_STOPS_ID = 'mst_main';

export const MailStopInput = z.strictObject({
  /** Absent: one's own. */
  address: z.optional(z.email().check(z.maxLength(120))),
  stopped: z.boolean(),
});

/** @throws DomainError `mail_stop.other` (403): the address of somebody else is for whoever makes rules. */
export function requireOwnAddress(address: string, own: string, mayWrite: boolean): void {
  if (address !== own.toLowerCase() && !mayWrite)
    throw forbidden('mail_stop.other', 'Only whoever makes rules may stop the mails of somebody else.', 'body.address');
}

/** The addresses after a change, in the order of the alphabet. @throws DomainError `mail_stop.too_many` (422). */
export function stoppedAfter(before: readonly string[], address: string, stopped: boolean): readonly string[] {
  const others = before.filter((other) => other !== address);
  if (stopped && others.length >= MAX_STOPS)
    throw refused('mail_stop.too_many', `${MAX_STOPS} addresses are the most.`, 'body.address', { most: MAX_STOPS });
  return (stopped ? [...others, address] : others).toSorted();
}
