import { MailFailures } from '#domain/automation/rules/mail-failure.ts';
import { refused } from '#kernel/errors.ts';
import { idFrom } from '#runtime/fingerprint.ts';
import type { Records } from '#runtime/records.ts';

/** One of each address, however it is written. */
export const failureId = (tenant: string, address: string): string => idFrom('mfl', tenant, address.toLowerCase());

/** Which of these addresses take no mails of rules, in small letters. */
export async function blockedOf(records: Records, addresses: readonly string[]): Promise<ReadonlySet<string>> {
  if (addresses.length === 0) return new Set();
  const found = await records.getMany(
    MailFailures,
    addresses.map((address) => failureId(records.tenant, address)),
  );
  return new Set(found.flatMap((failure) => (failure && !failure.cleared ? [failure.address] : [])));
}

/** @throws DomainError `recipient.blocked` (422) of an address from which a mail came back. */
export async function requireDeliverable(records: Records, address: string): Promise<void> {
  if ((await blockedOf(records, [address])).size > 0)
    throw refused('recipient.blocked', `A mail to ${address} came back: clear that first, once it works again.`, 'body.address', {
      address,
    });
}
