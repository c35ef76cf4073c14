import { type BankFile, BankFiles, type StoredBankFile } from '#domain/finance/banking/bank-file.ts';
import { update } from '#kernel/record.ts';
import type { Records } from '#runtime/records.ts';

export const BANK_STATEMENT = 'bank-statement';

export const hasEnded = ({ state }: StoredBankFile): boolean => state === 'done' || state === 'failed';

/** Saves a step of a file, and gives it as it then stands. */
export const stepOfFile = async (records: Records, before: StoredBankFile, data: Partial<BankFile>): Promise<StoredBankFile> =>
  await records.save<BankFile>([update(BankFiles, before, { ...before, ...data })]);
