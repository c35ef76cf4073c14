import { BankAccounts, type StoredBankAccount } from '#domain/finance/banking/bank-account.ts';
import { addDays, type IsoDate } from '#kernel/date.ts';
import type { Records } from '#runtime/records.ts';
import { type PostedAmounts, postedAmounts } from './match-documents.ts';
import { APART } from './transfer-candidates.ts';

/** Another account of the company, and what is in its books that no line of it tells of. */
interface OtherAccount {
  readonly account: StoredBankAccount;
  readonly posted: PostedAmounts;
}
export type OtherAccounts = (bankAccountId: string) => Promise<OtherAccount>;

/** The other accounts of lines of some days, each read once and only where a transfer wants it. */
export function otherAccountsOf(records: Records, [from, to]: readonly [IsoDate, IsoDate]): OtherAccounts {
  const known = new Map<string, Promise<OtherAccount>>();
  const read = async (id: string): Promise<OtherAccount> => {
    const account = await records.getOrThrow(BankAccounts, id);
    return { account, posted: await postedAmounts(records, account, [addDays(from, -APART), addDays(to, APART)]) };
  };
  return (id) => {
    const found = known.get(id) ?? read(id);
    known.set(id, found);
    return found;
  };
}
