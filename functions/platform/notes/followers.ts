import { Followers, type StoredFollower } from '#domain/platform/notes/follower.ts';
import { type Change, create, update } from '#kernel/record.ts';
import type { Caller } from '#runtime/caller.ts';
import { idFrom } from '#runtime/fingerprint.ts';
import { several } from '#runtime/reads.ts';
import { memberIdOf } from '../members/presence-store.ts';

/** One of each member and record: following twice is following. */
export const followerId = (tenant: string, record: string, memberId: string): string => idFrom('fol', tenant, record, memberId);

/** Reads how members stand to a record: the caller first, then those that a note mentions. */
export const standing = ({ tenant, email }: Pick<Caller, 'tenant' | 'email'>, record: string, mentions: readonly string[] = []) =>
  several(
    Followers,
    [memberIdOf(tenant, email), ...mentions].map((memberId) => followerId(tenant, record, memberId)),
  );

/**
 * What makes members follow a record: whoever writes, and whoever is mentioned for the first time. Who has said that they
 * follow it no more is told of mentions, and follows it again only by writing.
 */
export function newFollowers(
  { tenant, memberId: own }: Caller,
  { record, mentions = [], now }: { readonly record: string; readonly mentions?: readonly string[]; readonly now: Date },
  existing: readonly (StoredFollower | undefined)[],
): Change[] {
  const people = new Set([...(own?.startsWith('mem_') ? [own] : []), ...mentions]);
  return [...people].flatMap((memberId) => {
    const before = existing.find((follower) => follower?.memberId === memberId);
    if (before && memberId !== own) return [];
    return followChange(tenant, before, { record, memberId, following: true, since: now.toISOString() }) ?? [];
  });
}

/** The change that begins or ends it; undefined where it stands so already. */
export function followChange(tenant: string, before: StoredFollower | undefined, after: Omit<StoredFollower, 'id' | 'rev' | 'history'>) {
  if (before?.following === after.following) return undefined;
  const { record, memberId } = after;
  return before ? update(Followers, before, { ...before, ...after }) : create(Followers, followerId(tenant, record, memberId), after);
}
