import { type Preferences, requireKeepable, requireVersion, type SharedViews } from '#domain/platform/members/preferences.ts';
import { assert } from '#kernel/assert.ts';
import { canonical } from '#kernel/canonical.ts';
import { createNext, plain, type RecordType, type Stored, update } from '#kernel/record.ts';
import type { Decision } from '#runtime/action.ts';
import type { Caller } from '#runtime/caller.ts';
import { idFrom } from '#runtime/fingerprint.ts';

/** Made of the company and of the user in the verified token: nobody can name another's. */
export function preferencesIdOf({ tenant, sub }: Caller): string {
  assert(sub !== '', 'the token names its user');
  return idFrom('prf', tenant, sub);
}

/**
 * Keeps the whole of it in place of what was there. What is kept already is not written again: the same request once more,
 * after an answer that got lost, is no conflict with itself.
 * @throws DomainError `view.same_name`, `preferences.too_large`, `preferences.changed`.
 */
export function keep<T extends Preferences | SharedViews>(
  type: RecordType<T>,
  id: string,
  before: Stored<T> | undefined,
  content: T,
  version: number,
): Decision<T> {
  requireKeepable(content);
  if (before && canonical(plain(before)) === canonical(content)) return before;
  requireVersion(before, version);
  return [before ? update(type, before, content as Stored<T>) : createNext(type, id, content)];
}
