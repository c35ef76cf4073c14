import * as z from 'zod/mini';
import { conflict, invalid, type Refusal, refusal, refused } from '#kernel/errors.ts';
import { named, recordType, type Stored } from '#kernel/record.ts';
import { ForeignCode } from '../currencies/exchange-rate.ts';
import { ACCOUNT } from './accounts.ts';
import { Account, type AccountType, PGC_VALID_FROM, pgcAccount } from './chart-pgc.ts';
import { subgroupOf } from './subgroups-pgc.ts';

export const AccountCode = z.string().check(z.regex(/^[1-7]\d{2,8}$/, 'must be an account code of 3 to 9 digits, groups 1 to 7'));
/** A bank account of the chart: 572 or 573, or below them. */
export const BankCode = z.string().check(z.regex(/^57[23]\d{0,6}$/, 'must be a bank account of the chart: 572, 573 or below them'));
export const ACCOUNT_TYPES = ['asset', 'liability', 'equity', 'income', 'expense'] as const satisfies readonly AccountType[];

const name = z.string().check(z.trim(), z.minLength(1), z.maxLength(120));
export const CreateAccount = z.strictObject({
  code: AccountCode,
  name,
  nameEn: z.optional(name),
  type: z.optional(z.enum(ACCOUNT_TYPES)),
  /** Of a bank account below 573: what is posted on it is told in this currency too. It never changes. */
  currency: z.optional(ForeignCode),
});
export const PatchAccount = z.strictObject({ name: z.optional(name), nameEn: z.optional(name), active: z.optional(z.boolean()) });

/** An account that the company added below one of the chart. */
export const OwnAccount = z.extend(Account, {
  active: z.boolean(),
  currency: z.exactOptional(z.string()),
});
export type OwnAccount = Readonly<z.output<typeof OwnAccount>>;

export const OwnAccounts = recordType<OwnAccount, 'active' | 'inactive'>({
  kind: 'account',
  prefix: 'acc',
  data: OwnAccount,
  history: 'all',
  list: named({ by: (a) => a.code, words: (a) => [a.code, a.name] }),
  state: (a) => (a.active ? 'active' : 'inactive'),
  tones: { active: 'good', inactive: 'plain' },
  summary: (a) => ({ title: a.name, subtitle: [a.code] }),
  screen: '/accounts',
  shownAs: ':number',
  icon: 'sitemap',
  read: 'books.chart',
});
export const accountId = (code: string): string => `acc_${code}`;
export type StoredAccount = Stored<OwnAccount>;

/** The codes that an account may hang below, nearest first: 43001 → 4300, 430. */
export const codesAbove = (code: string): string[] => Array.from({ length: code.length - 3 }, (_, i) => code.slice(0, code.length - 1 - i));

/**
 * A new own account below its nearest account, or below its subgroup. The type is the parent's unless it is given.
 * @throws DomainError `account.exists` (409), `account.no_parent` (422), `account.type`, `account.currency` (400).
 */
export function ownAccount({ code, currency, ...input }: z.output<typeof CreateAccount>, parent: Account | undefined): OwnAccount {
  if (pgcAccount(code)) throw conflict('account.exists', `${code} is an account of the chart already.`, 'body.code', { account: code });
  const above = parent ?? subgroupOf(code);
  if (!above)
    throw refused('account.no_parent', `The chart has no subgroup ${code.slice(0, 2)} for ${code}.`, 'body.code', {
      account: code,
      subgroup: code.slice(0, 2),
    });
  const type = input.type ?? above.type;
  if (isResult(code) !== (type === 'income' || type === 'expense'))
    throw invalid(
      'account.type',
      `An account of group ${code.charAt(0)} is ${isResult(code) ? 'income or expense' : 'an asset, a liability or equity'}, not ${type}.`,
      'body.type',
      { group: code.charAt(0), type, why: isResult(code) ? 'result' : 'balance' },
    );
  if (currency && !code.startsWith(ACCOUNT.bankAbroad))
    throw invalid('account.currency', 'An account in a foreign currency is a bank account: give it a code below 573.', 'body.currency', {
      account: code,
      currency,
      why: 'place',
    });
  const names = { name: input.name, nameEn: input.nameEn ?? input.name };
  return { code, ...names, type, validFrom: parent?.validFrom ?? PGC_VALID_FROM, active: true, ...(currency ? { currency } : {}) };
}

/** Groups 6 and 7 make the result of the year; 1 to 5 the balance sheet. */
const isResult = (code: string): boolean => code >= '6';

/**
 * What is posted on an account in a foreign currency is told in that, and on no other. @param told the currency of what is posted on it.
 */
export function refusalOfCurrency(
  { code, currency }: { readonly code: string; readonly currency?: string | undefined },
  told: string | undefined,
  field: string,
): Refusal | undefined {
  if (currency === told) return undefined;
  if (currency === undefined)
    return refusal('account.currency', `Account ${code} is in euros: leave the amount in ${told} out.`, field, {
      account: code,
      other: told ?? '',
      why: 'none',
    });
  if (told === undefined)
    return refusal('account.currency', `Account ${code} is in ${currency}: give the amount in that too.`, field, {
      account: code,
      currency,
      why: 'missing',
    });
  return refusal('account.currency', `Account ${code} is in ${currency}, and not in ${told}.`, field, {
    account: code,
    currency,
    other: told,
    why: 'other',
  });
}
