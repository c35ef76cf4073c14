import type { AutoWorld } from '#domain/finance/banking/auto-match.ts';
import { BankAccounts, type StoredBankAccount } from '#domain/finance/banking/bank-account.ts';
import { BankLines } from '#domain/finance/banking/bank-line.ts';
import { BankRules, type StoredBankRule } from '#domain/finance/banking/bank-rule.ts';
import { BankStatements } from '#domain/finance/banking/bank-statement.ts';
import type { StoredMatchRun } from '#domain/finance/banking/match-run.ts';
import { addDays, daysBetween, type IsoDate } from '#kernel/date.ts';
import type { Caller } from '#runtime/caller.ts';
import { everyRecord } from '#runtime/lists.ts';
import { type OpenRow, openRows } from '#runtime/open-work.ts';
import type { Records } from '#runtime/records.ts';
import type { CompanyWorld } from '../../platform/service.ts';
import { callerOfRun } from './match-authority.ts';
import { type OpenDocuments, openDocuments, type PostedAmounts, postedAmounts, ratesOf } from './match-documents.ts';
import { type OtherAccounts, otherAccountsOf } from './other-accounts.ts';

/** What a run of matching works with. */
export interface RunWorld extends CompanyWorld {
  readonly records: Records;
  readonly run: StoredMatchRun;
  readonly account: StoredBankAccount;
  readonly caller: Caller;
  readonly documents: OpenDocuments;
  readonly auto: AutoWorld;
  readonly posted: PostedAmounts;
  readonly others: OtherAccounts;
  readonly waiting: WaitingLines;
}

export const rulesOn = (records: Records): Promise<StoredBankRule[]> =>
  Array.fromAsync(everyRecord(records, BankRules, { where: ({ state }) => state === 'on' }));

/** Days within which two lines may be of one transfer. */
const NEAR = 3;
type Moved = { readonly amount: number; readonly date: IsoDate };

/** The account's lines that wait, by amount: two of them may want the one line of another account. */
export class WaitingLines {
  readonly #byAmount: ReadonlyMap<number, readonly (Moved & { readonly id: string })[]>;
  readonly #taken = new Set<string>();

  constructor(rows: readonly OpenRow[]) {
    const lines = rows.map(({ id, sort, amount }) => ({ id, amount, date: sort.slice(0, 10) }));
    this.#byAmount = Map.groupBy(lines, ({ amount }) => amount);
  }

  take = (id: string): void => void this.#taken.add(id);
  giveBack = (id: string): void => void this.#taken.delete(id);

  /** How many lines of an amount wait about a day. */
  about({ amount, date }: Moved): number {
    return (this.#byAmount.get(amount) ?? []).filter((each) => !this.#taken.has(each.id) && isNear(each.date, date)).length;
  }
}

export const isNear = (a: IsoDate, b: IsoDate): boolean => Math.abs(daysBetween(a, b)) <= NEAR;

async function waitingLines(records: Records, { id }: StoredBankAccount, [from, to]: readonly [IsoDate, IsoDate]): Promise<WaitingLines> {
  const range = { from: addDays(from, -2 * NEAR), to: `${addDays(to, 2 * NEAR)}~` };
  return new WaitingLines((await Array.fromAsync(openRows(records.tenant, BankLines, id, range))).flat());
}

/** What a run works with; the code of what keeps it from working. @param places of its lines, in their order. */
export async function runWorld(
  records: Records,
  run: StoredMatchRun,
  { company, today }: CompanyWorld,
  places: readonly Pick<OpenRow, 'sort'>[],
): Promise<RunWorld | string> {
  const account = await records.getOrThrow(BankAccounts, run.bankAccountId);
  const statement = run.statementId === undefined ? undefined : await records.get(BankStatements, run.statementId);
  if (run.statementId !== undefined && statement?.state !== 'taken') return 'bank_statement.state';
  const days = [places[0]?.sort.slice(0, 10) ?? today, places.at(-1)?.sort.slice(0, 10) ?? today] as const;
  const [caller, documents, rules, posted, waiting] = await Promise.all([
    callerOfRun(records, run),
    openDocuments(records, account, { company, days }),
    rulesOn(records),
    postedAmounts(records, account, days),
    waitingLines(records, account, days),
  ]);
  if (!caller) return 'member.no_access';
  const terms = { mode: run.mode, threshold: run.threshold / 100 };
  const auto = { ...documents, rules, terms, ratesOn: await ratesOf(records, documents, account, days) };
  const others = otherAccountsOf(records, days);
  return { records, run, company, today, account, caller, documents, posted, others, waiting, auto };
}
