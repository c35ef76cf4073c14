import * as z from 'zod/mini';
import { type Stored, recordType } from '#kernel/record.ts';
import { type Account, parentOf, pgcAccount } from './chart-pgc.ts';
import { refused } from '#kernel/errors.ts';

export const AccountCode = z.string().check(z.regex(/^[1-7]\d{2,8}$/, 'must be an account code of 3 to 9 digits, groups 1 to 7'));

/** An account that the company added below one of the chart. */
export interface OwnAccount extends Account {
  readonly active: boolean;
}

export const OwnAccounts = recordType<OwnAccount>({
  kind: 'account', prefix: 'acc', history: 'all',
  list: (a, id) => ({ bucket: 'all', sort: `${a.code}#${id}`, label: `${a.code} ${a.name}`.toLowerCase() }),
});
export const accountId = (code: string): string => `acc_${code}`;
export type StoredAccount = Stored<OwnAccount>;

/** A new own account. @throws DomainError `account.in_chart`, `account.no_parent` (422). */
export function ownAccount(code: string, name: string, nameEn?: string): OwnAccount {
  if (pgcAccount(code)) throw refused('account.in_chart', `${code} is an account of the chart already.`, 'body.code');
  const parent = parentOf(code);
  if (!parent) throw refused('account.no_parent', `There is no account of the chart above ${code}.`, 'body.code');
  return { code, name, nameEn: nameEn ?? name, type: parent.type, active: true };
}
