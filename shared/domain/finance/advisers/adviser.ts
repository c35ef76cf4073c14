import * as z from 'zod/mini';
import { invalid, refused } from '#kernel/errors.ts';
import { named, recordType, type Stored } from '#kernel/record.ts';
import { list } from '#kernel/stored.ts';
import { writtenText as text } from '#kernel/written-text.ts';
import { ACCOUNT } from '../ledger/accounts.ts';
import { AccountCode } from '../ledger/own-account.ts';
import { Layout, LayoutInput, requireLayout } from './layout.ts';

const Prefix = z.string().check(z.regex(/^[1-7]\d{2,4}$/, 'must be the first digits of subaccounts, such as 430'));
const Digits = z.int().check(z.minimum(8), z.maximum(12));

/** Accounts whose subaccounts are those of customers and suppliers. */
export const PARTY_ACCOUNTS = [ACCOUNT.receivable, ACCOUNT.payable, ACCOUNT.servicesPayable] as const;
export type PartyAccount = (typeof PARTY_ACCOUNTS)[number];

const settings = {
  /** Length of its subaccounts. */
  digits: Digits,
  prefixes: z.strictObject({ 430: Prefix, 400: Prefix, 410: Prefix }),
  /** How customers and suppliers get theirs: by the digits of their tax id, or 1, 2, 3…. */
  numbering: z.enum(['running', 'tax-id']),
  /** Whether an account that the table does not name becomes its code and zeros. */
  padding: z.boolean(),
};
export const AdviserInput = z.strictObject({
  name: text(120),
  digits: z._default(Digits, 8),
  prefixes: z._default(settings.prefixes, { 430: '430', 400: '400', 410: '410' }),
  numbering: z._default(settings.numbering, 'running'),
  padding: z._default(z.boolean(), true),
  /** Absent: columns that every program reads. */
  layout: z.optional(LayoutInput),
});
export const PatchAdviser = z.strictObject({
  name: z.optional(text(120)),
  digits: z.optional(Digits),
  prefixes: z.optional(settings.prefixes),
  numbering: z.optional(settings.numbering),
  padding: z.optional(z.boolean()),
  /** Null: the neutral columns again. */
  layout: z.optional(z.nullable(LayoutInput)),
});

/** Rows of the table of accounts: the longest that a file may hold. */
export const MAX_ADVISER_ACCOUNTS = 1500;
export const AdviserAccountRow = z.strictObject({
  account: AccountCode,
  subaccount: z.string().check(z.regex(/^\d{3,12}$/, 'must be digits')),
});
/** The whole table, in place of what there was: rows, or the text of a file with the columns `cuenta` and `subcuenta`. */
export const AdviserAccountsInput = z.strictObject({
  rows: z.optional(z.array(AdviserAccountRow).check(z.maxLength(MAX_ADVISER_ACCOUNTS))),
  csv: z.optional(z.string().check(z.minLength(1), z.maxLength(100_000))),
});

/** A firm that keeps the company's books outside (gestoría): how it numbers accounts, how its program reads, and what it has got. */
export const Adviser = z.object({
  name: z.string(),
  ...settings,
  prefixes: z.object({ 430: z.string(), 400: z.string(), 410: z.string() }),
  accounts: list(z.object({ account: z.string(), subaccount: z.string() })),
  layout: z.exactOptional(Layout),
  /** Who set the layout, and when. */
  layoutBy: z.exactOptional(z.string()),
  layoutOn: z.exactOptional(z.string()),
  /** The last number of each period's shard that it has got: `2026-04.1` → 17. */
  sent: z.record(z.string(), z.int()),
  /** The last number that an entry of a year has in its files. */
  numbers: z.record(z.string(), z.int()),
});
export type Adviser = Readonly<z.output<typeof Adviser>>;
export type StoredAdviser = Stored<Adviser>;

export const Advisers = recordType<Adviser>({
  kind: 'adviser',
  prefix: 'adv',
  data: Adviser,
  history: 'all',
  list: named({ by: (a) => a.name, words: (a) => [a.name] }),
  summary: (a) => ({ title: a.name }),
  screen: '/advisers',
  icon: 'building',
  read: 'books.read',
});

/** Subaccounts that customers and suppliers of one account were given, for good: a sixteenth of them in each record. */
export const AdviserParties = recordType<{ readonly parties: Readonly<Record<string, string>> }>({
  kind: 'adviser-parties',
  prefix: 'adp',
  data: z.object({ parties: z.record(z.string(), z.string()) }),
  history: 'ends',
  screen: { none: 'It only keeps the numbers that a firm was given.' },
  read: 'books.read',
});
const BUCKETS = 16;
export const partiesId = (adviserId: string, account: string, bucket: number): string =>
  `adp_${adviserId.slice('adv_'.length)}.${account}.${bucket}`;
export const partiesIds = (adviserId: string): string[] =>
  PARTY_ACCOUNTS.flatMap((account) => Array.from({ length: BUCKETS }, (_, bucket) => partiesId(adviserId, account, bucket)));
/** Where the number of a customer or supplier is kept: always in the same record. */
export function partiesIdOf(adviserId: string, account: string, party: string): string {
  let hash = 0;
  for (const char of party) hash = (hash * 31 + char.charCodeAt(0)) >>> 0;
  return partiesId(adviserId, account, hash % BUCKETS);
}

interface SetBy {
  readonly by: string;
  readonly on: string;
}

/** @throws DomainError `adviser.layout` (400). */
const withLayout = (layout: LayoutInput | undefined, { by, on }: SetBy): Pick<Adviser, 'layout' | 'layoutBy' | 'layoutOn'> => {
  if (!layout) return {};
  requireLayout(layout);
  return { layout: layout as Layout, layoutBy: by, layoutOn: on };
};

export function newAdviser({ layout, ...input }: z.output<typeof AdviserInput>, set: SetBy): Adviser {
  return { ...input, ...withLayout(layout, set), accounts: [], sent: {}, numbers: {} };
}

/** @throws DomainError `adviser.layout` (400); `adviser.fixed` (422) where what was sent would be numbered otherwise. */
export function patchedAdviser(adviser: StoredAdviser, { layout, ...patch }: z.output<typeof PatchAdviser>, set: SetBy): StoredAdviser {
  const changes = patch.digits !== undefined && patch.digits !== adviser.digits;
  const moves = patch.prefixes !== undefined && PARTY_ACCOUNTS.some((account) => patch.prefixes?.[account] !== adviser.prefixes[account]);
  if ((changes || moves) && Object.keys(adviser.sent).length > 0)
    throw refused(
      'adviser.fixed',
      'Entries were sent with these subaccounts: length and prefixes stay. Enter the firm again to begin anew.',
      changes ? 'body.digits' : 'body.prefixes',
    );
  const { layout: old, layoutBy, layoutOn, ...rest } = adviser;
  const kept = old ? { layout: old, ...(layoutBy ? { layoutBy } : {}), ...(layoutOn ? { layoutOn } : {}) } : {};
  const given = Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== undefined));
  return { ...rest, ...given, ...(layout === undefined ? kept : withLayout(layout ?? undefined, set)) } as StoredAdviser;
}

type AccountRow = z.output<typeof AdviserAccountRow>;
/** What is wrong with a row. */
function faultOfRow({ account, subaccount }: AccountRow, row: number, digits: number, field: string, seen: ReadonlySet<string>) {
  if (seen.has(account))
    return invalid('adviser.accounts', `Row ${row}: ${account} is listed already.`, field, { row, account, why: 'twice' });
  if ((PARTY_ACCOUNTS as readonly string[]).includes(account))
    return invalid('adviser.accounts', `Row ${row}: ${account} is of customers or suppliers, who have subaccounts of their own.`, field, {
      row,
      account,
      why: 'party',
    });
  return subaccount.length === digits
    ? undefined
    : invalid('adviser.accounts', `Row ${row}: the subaccount of ${account} has not ${digits} digits.`, field, {
        row,
        account,
        digits,
        why: 'length',
      });
}

/** The table of accounts as it is told. @throws DomainError `adviser.accounts` (400), naming the row. */
export function requireRows(rows: readonly AccountRow[], digits: number, fieldOf: (row: number) => string): void {
  const seen = new Set<string>();
  for (const [at, row] of rows.entries()) {
    const fault = faultOfRow(row, at + 1, digits, fieldOf(at), seen);
    if (fault) throw fault;
    seen.add(row.account);
  }
}
