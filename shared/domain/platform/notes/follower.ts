import * as z from 'zod/mini';
import { recordType, type Stored } from '#kernel/record.ts';

/** Whether a member hears of what is written about a record. */
export const RecordFollower = z.object({
  record: z.string(),
  memberId: z.string(),
  following: z.boolean(),
  /** ISO instant. */
  since: z.string(),
});
export type RecordFollower = Readonly<z.output<typeof RecordFollower>>;
export type StoredFollower = Stored<RecordFollower>;

/** In the list of their member, and among the followers of their record. */
export const Followers = recordType<RecordFollower>({
  kind: 'follower',
  prefix: 'fol',
  data: RecordFollower,
  history: 'ends',
  list: { buckets: 'own', key: (f, id) => ({ bucket: f.following ? f.memberId : 'ended', sort: `${f.since}#${id}` }) },
  open: (f, id) => (f.following ? { queue: f.record, sort: id } : undefined),
  screen: { none: 'They are shown on the page of the record that they follow.' },
  read: 'nobody',
});

export const NOTIFICATION_REASONS = ['mention', 'note', 'file'] as const;

/** That somebody was mentioned, or that something was written about a record that they follow. */
export const Notification = z.object({
  memberId: z.string(),
  record: z.string(),
  /** The note or attachment that it is about. */
  about: z.string(),
  reason: z.enum(NOTIFICATION_REASONS),
  /** Address of who wrote. */
  by: z.string(),
  /** ISO instant. */
  at: z.string(),
  read: z.boolean(),
});
export type Notification = Readonly<z.output<typeof Notification>>;

export const Notifications = recordType<Notification>({
  kind: 'notification',
  prefix: 'ntf',
  data: Notification,
  history: 'ends',
  list: { buckets: 'own', key: (n, id) => ({ bucket: n.memberId, sort: `${n.at}#${id}` }) },
  open: (n, id) => (n.read ? undefined : { queue: n.memberId, sort: `${n.at}#${id}` }),
  screen: { none: 'Mentions and followed records are one page.' },
  read: 'nobody',
});
