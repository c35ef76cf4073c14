import * as z from 'zod/mini';
import { type ActionRules, conflict } from '#kernel/errors.ts';
import { Iban } from '#kernel/iban.ts';
import { BASE_CURRENCY, CURRENCIES } from '#kernel/money.ts';
import { named, recordType, type Stored } from '#kernel/record.ts';
import { stamped, stampFields } from '#kernel/stamps.ts';
import { storedOf } from '#kernel/stored.ts';
import { writtenText as text } from '#kernel/written-text.ts';
import { BankCode } from '../ledger/own-account.ts';
import { CsvMapping } from './csv-columns.ts';

const ONE_AMOUNT = 'must have one column of signed amounts, or columns of debits and credits';
const BY_NUMBER = 'columns go by number where there is no header';
const Bic = z.string().check(z.toUpperCase(), z.regex(/^[A-Z]{6}[A-Z0-9]{2}([A-Z0-9]{3})?$/, 'must be a BIC: 8 or 11 letters and digits'));

const { account: _account, currency: _currency, ...csvShape } = CsvMapping.shape;
/** How the CSV of the account's bank is read. The file tells neither the account nor its currency: this account has both. */
export const BankCsv = z.strictObject(csvShape).check(
  z.refine(
    ({ columns: { amount, debit, credit } }) => (amount === undefined) !== (debit === undefined && credit === undefined),
    ONE_AMOUNT,
  ),
  z.refine(
    ({ header, columns }) =>
      header ||
      Object.values(columns)
        .flat()
        .every((column) => typeof column !== 'string'),
    BY_NUMBER,
  ),
);

export const BankAccountInput = z.strictObject({
  name: text(80),
  iban: Iban,
  bic: z.optional(Bic),
  currency: z._default(z.enum(CURRENCIES as readonly [string, ...string[]], 'unknown or unsupported currency'), BASE_CURRENCY),
  /** Where it stands in the chart: 572 or below it, 573 where it is in a foreign currency. */
  account: BankCode,
  csv: z.optional(BankCsv),
});
export type BankAccountInput = z.output<typeof BankAccountInput>;
/** The IBAN, the currency and the account of the chart stay: what was read of it is told by them. */
export const PatchBankAccount = z.strictObject({
  name: z.optional(BankAccountInput.shape.name),
  bic: z.optional(z.nullable(Bic)),
  csv: z.optional(z.nullable(BankCsv)),
  /** Closed at the bank: its statements are kept. */
  closed: z.optional(z.boolean()),
});

/** An account that the company has at a bank. */
export const BankAccount = z.extend(storedOf(BankAccountInput), { closed: z.exactOptional(z.boolean()) });
export type BankAccount = Readonly<z.output<typeof BankAccount>>;
export type StoredBankAccount = Stored<BankAccount>;

export const BankAccounts = recordType<BankAccount, 'active' | 'closed'>({
  kind: 'bank-account',
  prefix: 'bka',
  data: BankAccount,
  history: 'all',
  list: named({ by: (a) => a.name, words: (a) => [a.name, a.iban, a.account] }),
  state: ({ closed }) => (closed ? 'closed' : 'active'),
  tones: { active: 'good', closed: 'plain' },
  summary: (a) => ({ title: a.name, subtitle: [a.iban, a.account] }),
  screen: '/banking/accounts',
  icon: 'building',
  read: 'books.read',
});

/** How a CSV of this account is read, where that was told. */
export const csvMappingOf = ({ csv, iban, currency }: BankAccount): CsvMapping | undefined =>
  csv && { ...csv, account: { iban }, currency };

/** Holds an IBAN: what finds the account that a statement is of, and keeps an account from being entered twice. */
export const BankIbans = recordType<{ readonly bankAccountId: string }>({
  kind: 'bank-iban',
  prefix: 'bki',
  data: z.object({ bankAccountId: z.string() }),
  history: 'ends',
  screen: { none: 'It only keeps an IBAN from being entered twice.' },
  read: 'books.read',
});
export const bankIbanId = (iban: string): string => `bki_${iban}`;

/** Holds an account of the chart: of two accounts at banks on one, no balance could be compared. */
export const BankLedgers = recordType<{ readonly bankAccountId: string }>({
  kind: 'bank-ledger',
  prefix: 'bkg',
  data: z.object({ bankAccountId: z.string() }),
  history: 'ends',
  screen: { none: 'It only keeps an account of the chart from standing for two accounts at banks.' },
  read: 'books.read',
});
export const bankLedgerId = (account: string): string => `bkg_${account}`;

/** @throws DomainError `bank_account.twice` (409). */
export function newBankAccount(input: BankAccountInput, taken: { readonly iban: boolean; readonly account: boolean }): BankAccount {
  if (taken.iban)
    throw conflict('bank_account.twice', `There is a bank account ${input.iban} already.`, 'body.iban', { iban: input.iban, why: 'iban' });
  if (taken.account)
    throw conflict(
      'bank_account.twice',
      `Another bank account stands on ${input.account} already: give this one an account of the chart of its own.`,
      'body.account',
      { account: input.account, why: 'account' },
    );
  return input;
}

/** Why a bank account takes an action now or not: its page shows these. */
export const bankAccountActions = { patchBankAccount: () => undefined } as const satisfies ActionRules<StoredBankAccount>;

export const BankAccountView = z.object({
  id: z.string(),
  ...storedOf(BankAccountInput).shape,
  closed: z.optional(z.boolean()),
  ...stampFields,
});
export const bankAccountView = (account: StoredBankAccount) => stamped(account);
