import * as z from 'zod/mini';
import { type ActionRules, refusal } from '#kernel/errors.ts';
import { recordType, type Stored } from '#kernel/record.ts';

/** `bounce`: whoever keeps that mailbox says that it takes no mail, for good. `complaint`: whoever reads it called a mail unwanted. */
export const FAILURE_REASONS = ['bounce', 'complaint'] as const;

/** What a mail of a run is then. */
export const FAILED_STATE = { bounce: 'bounced', complaint: 'complained', undelivered: 'undelivered' } as const;

/** All that are not cleared stand together, by address. */
export const ALL_FAILURES = 'all';
export const MAX_DETAIL = 200;

/** An address to which rules send nothing, since a mail came back from there, until a person clears it. */
export const MailFailure = z.object({
  address: z.string(),
  why: z.enum(FAILURE_REASONS),
  /** What the mail server said, as it said it. */
  detail: z.exactOptional(z.string()),
  /** ISO instant of the last one, and SES's id of what told it. */
  at: z.string(),
  feedback: z.string(),
  /** The rule and run whose mail it was, if one's. */
  ruleId: z.exactOptional(z.string()),
  runId: z.exactOptional(z.string()),
  ruleName: z.exactOptional(z.string()),
  cleared: z.exactOptional(z.literal(true)),
});
export type MailFailure = Readonly<z.output<typeof MailFailure>>;
export type StoredMailFailure = Stored<MailFailure>;

export const MailFailures = recordType<MailFailure, 'blocked' | 'cleared'>({
  kind: 'mail-failure',
  prefix: 'mfl',
  data: MailFailure,
  history: 'all',
  open: (f, id) => (f.cleared ? undefined : { queue: ALL_FAILURES, sort: `${f.address}#${id}` }),
  state: (f) => (f.cleared ? 'cleared' : 'blocked'),
  tones: { blocked: 'bad', cleared: 'plain' },
  screen: { none: 'All of them stand on the page of mails of rules.' },
  read: 'nobody',
});

export const mailFailureActions = {
  clearMailFailure: ({ cleared }) =>
    cleared ? refusal('mail_failure.cleared', 'Mails are sent to this address again.', 'path.mailFailureId') : undefined,
} as const satisfies ActionRules<StoredMailFailure>;

export const FailureView = z.object({
  id: z.string(),
  address: z.string(),
  why: z.enum(FAILURE_REASONS),
  detail: z.optional(z.string()),
  at: z.string(),
  ruleId: z.optional(z.string()),
  runId: z.optional(z.string()),
  ruleName: z.optional(z.string()),
  cleared: z.optional(z.boolean()),
});
export const failureView = ({
  id,
  address,
  why,
  detail,
  at,
  ruleId,
  runId,
  ruleName,
  cleared,
}: StoredMailFailure): z.output<typeof FailureView> => ({
  ...{ id, address, why, at },
  ...(detail ? { detail } : {}),
  ...(ruleId ? { ruleId } : {}),
  ...(runId ? { runId } : {}),
  ...(ruleName ? { ruleName } : {}),
  ...(cleared ? { cleared } : {}),
});
