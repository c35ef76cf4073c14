import * as z from 'zod/mini';
import { cut } from '#kernel/text.ts';
import { MAX_DETAIL, type MailFailure } from './mail-failure.ts';

const Address = z.string().check(z.maxLength(320));
const Id = z.string().check(z.maxLength(200), z.regex(/^[\w.+@-]+$/));
const Tag = z.array(z.string().check(z.maxLength(256))).check(z.maxLength(10));

/** What of a mail stands in each event: what it was sent with (`tags`), and to whom. */
const Mail = z.object({
  messageId: Id,
  destination: z.array(Address).check(z.maxLength(50)),
  tags: z._default(z.record(z.string(), Tag), {}),
});

/**
 * What SES tells of a mail, of the kinds that are listened to. Shapes: "Contents of event data that Amazon SES publishes to Amazon SNS",
 * Amazon SES Developer Guide.
 */
const MailEvent = z.discriminatedUnion('eventType', [
  z.object({
    eventType: z.literal('Bounce'),
    mail: Mail,
    bounce: z.object({
      bounceType: z.enum(['Permanent', 'Transient', 'Undetermined']),
      bounceSubType: z.optional(z.string()),
      bouncedRecipients: z.array(z.object({ emailAddress: Address, diagnosticCode: z.optional(z.string()) })).check(z.maxLength(50)),
      timestamp: z.string().check(z.maxLength(40)),
      feedbackId: Id,
    }),
  }),
  z.object({
    eventType: z.literal('Complaint'),
    mail: Mail,
    complaint: z.object({
      complainedRecipients: z.array(z.object({ emailAddress: Address })).check(z.maxLength(50)),
      complaintFeedbackType: z.optional(z.nullable(z.string())),
      timestamp: z.string().check(z.maxLength(40)),
      feedbackId: Id,
    }),
  }),
]);

/** What became of a mail to one address after SES had taken it. */
export interface MailNews {
  readonly tenant: string;
  /** What the mail was about: a run of a rule, a recipient who was asked, a customer. */
  readonly about: string;
  readonly messageId: string;
  readonly address: string;
  /** `undelivered`: it did not arrive, and another may. */
  readonly what: MailFailure['why'] | 'undelivered';
  readonly feedback: string;
  readonly detail?: string;
}

const TENANT = /^[a-z][a-z0-9-]{1,30}$/;
const ABOUT = /^(rrn|mrc|cus)_[0-9A-Z]{26}$/;

/**
 * What an event tells of each address that it was sent to; undefined of what is no event of a mail that this deployment has sent for a
 * company.
 * @param set the name of the configuration set that mails are sent by, where there is one.
 */
export function newsOf(event: unknown, set: string | undefined): MailNews[] | undefined {
  const read = MailEvent.safeParse(event);
  if (!read.success) return undefined;
  const { mail } = read.data;
  const [tenant = '', about = ''] = [mail.tags.tenant?.[0], mail.tags.about?.[0]];
  if (!TENANT.test(tenant) || !ABOUT.test(about)) return undefined;
  if (set !== undefined && mail.tags['ses:configuration-set']?.[0] !== set) return undefined;
  const sentTo = new Map(mail.destination.map((address) => [plain(address), address]));
  const common = { tenant, about, messageId: mail.messageId };
  const known = <T extends { readonly emailAddress: string }>(all: readonly T[]) =>
    all.flatMap((one) => {
      const address = sentTo.get(plain(one.emailAddress));
      return address === undefined ? [] : [{ ...one, address: plain(address) }];
    });
  if (read.data.eventType === 'Bounce') {
    const { bounceType, bouncedRecipients, feedbackId: feedback } = read.data.bounce;
    const what = bounceType === 'Permanent' ? 'bounce' : 'undelivered';
    return known(bouncedRecipients).map(({ address, diagnosticCode }) => ({
      ...common,
      address,
      what,
      feedback,
      ...detailOf(diagnosticCode),
    }));
  }
  const { complainedRecipients, complaintFeedbackType, feedbackId: feedback } = read.data.complaint;
  return known(complainedRecipients).map(({ address }) => ({
    ...common,
    address,
    what: 'complaint',
    feedback,
    ...detailOf(complaintFeedbackType),
  }));
}

/** `Ana <ana@x.example>` and `ana@X.example` are one address. */
const plain = (address: string): string => (/<([^<>]*)>\s*$/.exec(address)?.[1] ?? address).trim().toLowerCase();

/** What a stranger's mail server said, on one line. */
const detailOf = (text: string | null | undefined) => {
  const line = cut((text ?? '').replace(/[\s\p{Cc}]+/gu, ' ').trim(), MAX_DETAIL);
  return line === '' ? {} : { detail: line };
};
