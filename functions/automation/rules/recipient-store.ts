import type { Effect } from '#domain/automation/rules/effect.ts';
import { ALL_RECIPIENTS, MAX_RECIPIENTS, MailRecipients, type StoredRecipient } from '#domain/automation/rules/mail-recipient.ts';
import { refused } from '#kernel/errors.ts';
import { idFrom } from '#runtime/fingerprint.ts';
import { openWork } from '#runtime/open-work.ts';
import type { Records } from '#runtime/records.ts';

/** One of each address, however it is written. */
export const recipientId = (tenant: string, address: string): string => idFrom('mrc', tenant, address.toLowerCase());

export const recipientRecords = (records: Records, addresses: readonly string[]): Promise<(StoredRecipient | undefined)[]> =>
  records.getMany(
    MailRecipients,
    addresses.map((address) => recipientId(records.tenant, address)),
  );

/** @throws DomainError `recipient.too_many` (422). */
export async function requireRecipientRoom(records: Records): Promise<void> {
  const { count } = await openWork(records.tenant, MailRecipients, ALL_RECIPIENTS);
  if (count >= MAX_RECIPIENTS)
    throw refused('recipient.too_many', `${MAX_RECIPIENTS} addresses are the most.`, 'body.address', { most: MAX_RECIPIENTS });
}

/** Nothing goes to who has not asked for it. @throws DomainError `rule.unconfirmed` (422). */
export async function requireConfirmed(records: Records, effects: readonly Effect[]): Promise<void> {
  const addresses = effects.flatMap((effect) => (effect.do === 'report' ? effect.addresses : []));
  const recipients = await recipientRecords(records, addresses);
  for (const [at, address] of addresses.entries())
    if (recipients[at]?.state !== 'confirmed')
      throw refused('rule.unconfirmed', `${address} has not confirmed that it wants reports: ask it first.`, 'path.ruleId', { address });
}
