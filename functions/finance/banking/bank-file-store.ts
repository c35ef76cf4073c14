import { type BankFile, BankFiles, type StoredBankFile } from '#domain/finance/banking/bank-file.ts';
import { update } from '#kernel/record.ts';
import { listRecords } from '#runtime/lists.ts';
import type { Records } from '#runtime/records.ts';

export const BANK_STATEMENT = 'bank-statement';

export const hasEnded = ({ state }: StoredBankFile): boolean => state === 'done' || state === 'failed';

/** Saves a step of a file, and gives it as it then stands. */
export const stepOfFile = async (records: Records, before: StoredBankFile, data: Partial<BankFile>): Promise<StoredBankFile> =>
  await records.save<BankFile>([update(BankFiles, before, { ...before, ...data })]);

/** The first file that came by a key of the documents bucket. @param since ISO instant from which on it came. */
export async function bankFileAt(records: Records, key: string, since: string): Promise<StoredBankFile | undefined> {
  const where = (file: BankFile) => file.key === key;
  const { items } = await listRecords(records, BankFiles, { buckets: ['all'], order: 'asc', limit: 1, from: since, where });
  return items[0];
}
