import * as z from 'zod/mini';
import { refused } from '#kernel/errors.ts';
import { recordType, type Stored } from '#kernel/record.ts';
import { MAIL_STATES } from './rule-run.ts';

/**
 * - `asked`: it has got a mail that asks; it gets no other one until it answers.
 * - `confirmed`: whoever reads it wants the company's reports.
 * - `stopped`: whoever reads it wants no more; they alone can change that.
 */
export const RECIPIENT_STATES = ['asked', 'confirmed', 'stopped'] as const;
export type RecipientState = (typeof RECIPIENT_STATES)[number];

/** How often an address is asked, and how many of them a company has. */
const MAX_ASKS = 3;
export const MAX_RECIPIENTS = 100;
/** All of a company stand together, by address. */
export const ALL_RECIPIENTS = 'all';
/** Days in which the question can be answered with yes. */
export const ANSWER_DAYS = 14;

/** An address outside of the company to which rules may send reports, once it has said so itself. */
export const MailRecipient = z.object({
  address: z.string(),
  state: z.enum(RECIPIENT_STATES),
  /** ISO instant of the last question, and how many there were. */
  askedAt: z.string(),
  asks: z.int(),
  /** What the links in its mails prove: who has it reads that mailbox. */
  secret: z.string(),
  /** Where the API stands that the links lead to. */
  domain: z.string(),
  /** What became of the mail that asks: kept before it leaves. */
  mail: z.exactOptional(z.enum(MAIL_STATES)),
});
export type MailRecipient = Readonly<z.output<typeof MailRecipient>>;
export type StoredRecipient = Stored<MailRecipient>;

export const MailRecipients = recordType<MailRecipient, RecipientState>({
  kind: 'mail-recipient',
  prefix: 'mrc',
  data: MailRecipient,
  history: 'all',
  open: (r, id) => ({ queue: ALL_RECIPIENTS, sort: `${r.address}#${id}` }),
  state: (r) => r.state,
  tones: { asked: 'calm', confirmed: 'good', stopped: 'plain' },
  screen: { none: 'All of them stand on the page of mails of rules.' },
  read: 'nobody',
});

interface Question {
  readonly address: string;
  readonly secret: string;
  readonly domain: string;
  readonly at: string;
}

/**
 * The address as it is asked (again).
 * @throws DomainError `recipient.confirmed`, `recipient.stopped`, `recipient.too_often` (422).
 */
export function asked(before: MailRecipient | undefined, { address, secret, domain, at }: Question): MailRecipient {
  if (before?.state === 'confirmed') throw refused('recipient.confirmed', `${address} has confirmed already.`, 'body.address', { address });
  if (before?.state === 'stopped')
    throw refused('recipient.stopped', `Whoever reads ${address} wants no mails: they alone can change that.`, 'body.address', { address });
  const asks = (before?.asks ?? 0) + 1;
  if (asks > MAX_ASKS)
    throw refused('recipient.too_often', `${address} was asked ${MAX_ASKS} times, which is the most.`, 'body.address', {
      address,
      most: MAX_ASKS,
    });
  return { address, state: 'asked', askedAt: at, asks, secret: before?.secret ?? secret, domain };
}

/** Whether a question can still be answered with yes; who has stopped it may have it again. */
export const isAnswerable = ({ state, askedAt }: MailRecipient, now: Date): boolean =>
  state === 'stopped' || (state === 'asked' && now.getTime() < Date.parse(askedAt) + ANSWER_DAYS * 86_400_000);

/** What the links in mails name: company, recipient and secret. */
export const linkToken = (tenant: string, { id, secret }: Pick<StoredRecipient, 'id' | 'secret'>): string =>
  `${tenant}.${id.slice(4)}.${secret}`;
export const LINK_TOKEN = /^([a-z][a-z0-9-]{1,30})\.([0-9A-Z]{26})\.([A-Za-z0-9_-]{43})$/;
export const linkOf = (tenant: string, recipient: Pick<StoredRecipient, 'id' | 'secret' | 'domain'>): string =>
  `https://${recipient.domain}/mail-consents/${linkToken(tenant, recipient)}`;

export const RecipientInput = z.strictObject({ address: z.email().check(z.maxLength(120)) });
export const RecipientView = z.object({
  address: z.string(),
  state: z.enum(RECIPIENT_STATES),
  askedAt: z.string(),
  /** What became of the mail that asks. */
  mail: z.optional(z.enum(MAIL_STATES)),
});
export const recipientView = ({ address, state, askedAt, mail }: MailRecipient): z.output<typeof RecipientView> => ({
  address,
  state,
  askedAt,
  ...(mail ? { mail } : {}),
});
