import { BankAccounts } from '#domain/finance/banking/bank-account.ts';
import { listRecords } from '#runtime/lists.ts';
import type { Records } from '#runtime/records.ts';

/** The company's own accounts, as far as it has told them: nobody is paid on these. */
export async function ownIbans(records: Records): Promise<string[]> {
  const { items } = await listRecords(records, BankAccounts, { buckets: ['all'], order: 'asc', limit: 100 });
  return items.map(({ iban }) => iban);
}
