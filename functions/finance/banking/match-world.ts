import type { AutoWorld } from '#domain/finance/banking/auto-match.ts';
import { BankAccounts, type StoredBankAccount } from '#domain/finance/banking/bank-account.ts';
import { BankLines } from '#domain/finance/banking/bank-line.ts';
import { BankRules, type StoredBankRule } from '#domain/finance/banking/bank-rule.ts';
import { BankStatements } from '#domain/finance/banking/bank-statement.ts';
import type { StoredMatchRun } from '#domain/finance/banking/match-run.ts';
import { NEAR, WaitingLines } from '#domain/finance/banking/transfer-rivals.ts';
import type { StoredCompany } from '#domain/platform/company/company.ts';
import { BANK_MATCHING_RATE } from '#domain/platform/company/policies.ts';
import { addDays, type IsoDate } from '#kernel/date.ts';
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

async function waitingLines(records: Records, { id }: StoredBankAccount, [from, to]: readonly [IsoDate, IsoDate]): Promise<WaitingLines> {
  const range = { from: addDays(from, -2 * NEAR), to: `${addDays(to, 2 * NEAR)}~` };
  const rows = (await Array.fromAsync(openRows(records.tenant, BankLines, id, range))).flat();
  return new WaitingLines(rows.map(({ id: lineId, sort, amount }) => ({ id: lineId, amount, date: sort.slice(0, 10) })));
}

/** By how much a payment may differ from a document at the rate of the day, in percent, as the company has it. */
export const mostFxOf = ({ policies: { bankMatchingRate = BANK_MATCHING_RATE } }: Pick<StoredCompany, 'policies'>): number =>
  Number(bankMatchingRate);

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
  const terms = { mode: run.mode, threshold: run.threshold / 100, mostFx: mostFxOf(company) };
  const auto = { ...documents, rules, terms, ratesOn: await ratesOf(records, documents, account, days) };
  const others = otherAccountsOf(records, days);
  return { records, run, company, today, account, caller, documents, posted, others, waiting, auto };
}
