import { ACCOUNT } from '#domain/finance/ledger/accounts.ts';
import { balancesKey } from '#domain/finance/ledger/projection.ts';
import { TAX_ACCOUNTS, type TaxTotal, taxTotals } from '#domain/finance/ledger/tax-fold.ts';
import { exactly, spansFor, type TrialRow, trialRows } from '#domain/finance/ledger/trial-balance.ts';
import { type Draft303, draft303, type Given, M303_FROM, type TaxSum } from '#domain/finance/tax/m303.ts';
import { refusalOfTerritory } from '#domain/finance/tax/recipient.ts';
import type { Receivable } from '#domain/finance/tax/return-warnings.ts';
import { BoxSettings, boxSettingId, SET_BOXES, type StoredBoxSetting } from '#domain/finance/tax/tax-box.ts';
import { daysOfTaxPeriod, monthsOfTaxPeriod, periodBefore } from '#domain/finance/tax/tax-period.ts';
import {
  boxOfReturn,
  carriedOver,
  inFavour,
  MOST_TURNS,
  missingFor,
  type StoredTaxReturn,
  settledBefore,
  TaxReturnReversals,
  TaxReturns,
  type Tie,
  taxReturnId,
  taxReturnState,
} from '#domain/finance/tax/tax-return.ts';
import type { CompanyData } from '#domain/platform/company/company.ts';
import type { IsoDate, Month } from '#kernel/date.ts';
import { decimal } from '#kernel/decimal.ts';
import { type Refusal, refused } from '#kernel/errors.ts';
import { toMinor } from '#kernel/money.ts';
import type { TaxFact } from '#kernel/record.ts';
import { readPartition } from '#runtime/partition.ts';
import type { Records } from '#runtime/records.ts';
import { readBalances } from '../ledger/balance-store.ts';
import { walkJournal } from '../ledger/journal-store.ts';
import { readProjected } from '../ledger/trial-store.ts';

/** What some months posted of each tax: a query a month, of the rows of one group of accounts. */
export async function readTaxes(tenant: string, months: readonly Month[]): Promise<TaxTotal[]> {
  return taxTotals((await Promise.all(months.map((month) => readPartition(balancesKey(tenant, month), TAX_ACCOUNTS)))).flat());
}

/** The returns of a period that were filed, in their order. The first is looked for alone: where there is none, no other was. */
export async function readFilings(records: Records, period: string): Promise<StoredTaxReturn[]> {
  const first = await records.get(TaxReturns, taxReturnId(period, 0));
  if (!first) return [];
  const ids = Array.from({ length: MOST_TURNS - 1 }, (_, turn) => taxReturnId(period, turn + 1));
  return [first, ...(await records.getMany(TaxReturns, ids)).filter((filed) => filed !== undefined)];
}

/** The one of them that stands. */
export const standingReturn = (filings: readonly StoredTaxReturn[]): StoredTaxReturn | undefined =>
  filings.findLast((filed) => taxReturnState(filed) !== 'reversed');

/** The totals of the form beside what their accounts moved: 27 = 477, 45 = 472. What settled the period is no part of it. */
function tiesOf({ boxes }: Draft303, rows: readonly TrialRow[], filings: readonly StoredTaxReturn[]): Tie[] {
  const settled = filings.flatMap((filed) => (filed.reversal ? [] : (filed.entry?.lines ?? [])));
  return (
    [
      ['27', '477', -1n],
      ['45', '472', 1n],
    ] as const
  ).map(([box, account, sign]) => {
    const moved = rows
      .filter((row) => row.account.startsWith(account))
      .reduce((sum, row) => sum + exactly(row.debit) - exactly(row.credit), 0n);
    const settlement = settled.reduce((sum, line) => (line.account === account ? sum + BigInt(line.amount) : sum), 0n);
    const amountOf = (name: string): bigint => exactly(boxes.find((each) => each.box === name)?.amount);
    const adjusted = box === '45' ? amountOf('43') + amountOf('44') : 0n;
    return { box, account, amount: amountOf(box), posted: sign * (moved - settlement), adjusted };
  });
}

/** What 4700 holds at the end of a period, before the period is settled; and what of it the return before asked back. */
function receivableOf(rows: readonly TrialRow[], filings: readonly StoredTaxReturn[], earlier: StoredTaxReturn | undefined): Receivable {
  const isOf = ({ account }: { readonly account: string }) => account.startsWith(ACCOUNT.vatReceivable);
  const settled = filings.flatMap((filed) => (filed.reversal ? [] : (filed.entry?.lines ?? []))).filter(isOf);
  const closing = rows.filter(isOf).reduce((sum, row) => sum + exactly(row.closing), 0n);
  return {
    balance: settled.reduce((sum, { amount }) => sum - BigInt(amount), closing),
    asked: BigInt(earlier?.type === 'D' ? inFavour(earlier.boxes) : 0),
  };
}

export interface ReturnRequest {
  readonly records: Records;
  readonly company: Pick<CompanyData, 'fiscalYears' | 'address'>;
  readonly period: string;
  readonly pending?: string | undefined;
  /** Whether what the return that is rectified asked back was paid; absent: it was. */
  readonly refunded?: boolean | undefined;
  readonly consistent: boolean;
  readonly today: IsoDate;
}

export interface ReadReturn {
  readonly from: IsoDate;
  readonly to: IsoDate;
  readonly complete: boolean;
  readonly entries: number;
  readonly taxes: readonly TaxSum[];
  readonly draft: Draft303;
  readonly ties: readonly Tie[];
  readonly receivable: Receivable;
  readonly missing: readonly Refusal[];
  readonly filings: readonly StoredTaxReturn[];
  /** Boxes that a person set. */
  readonly settings: readonly StoredBoxSetting[];
}

/** The boxes of periods that people set. */
export async function readSettings(records: Records, periods: readonly string[]): Promise<StoredBoxSetting[]> {
  const ids = periods.flatMap((period) => SET_BOXES.map((box) => boxSettingId(period, box)));
  return (await records.getMany(BoxSettings, ids)).filter((setting) => setting !== undefined && setting.amount !== 0) as StoredBoxSetting[];
}

/** The draft of form 303 and all that belongs to it. @throws DomainError `tax_return.no_form`, `balances.behind`. */
export async function readReturn(request: ReturnRequest): Promise<ReadReturn> {
  const { records, company, period, consistent, today } = request;
  const { fiscalYears } = company;
  const abroad = refusalOfTerritory(company.address);
  const { from, to } = daysOfTaxPeriod(period);
  if (from < M303_FROM)
    throw refused('tax_return.no_form', `Form 303 is known from 2026 on: ${period} is of before.`, 'query.period', { period });
  const [{ value, complete, entries }, filings, earlier, settings] = await Promise.all([
    readProjected(records, fiscalYears, to, consistent, async () => {
      const [taxes, { sumsOf, accounts }] = await Promise.all([
        readTaxes(records.tenant, monthsOfTaxPeriod(period)),
        readBalances(records.tenant, spansFor(fiscalYears, from, to)),
      ]);
      return { taxes: taxes.filter(({ side }) => side !== 'withheld'), rows: trialRows(sumsOf, fiscalYears, accounts, from, to) };
    }),
    readFilings(records, period),
    readFilings(records, periodBefore(period)),
    readSettings(records, [period]),
  ]);
  const set = Object.fromEntries(settings.map(({ box, amount }) => [box, BigInt(amount)]));
  const draft = draft303(value.taxes, { ...givenOf(request, standingReturn(filings), standingReturn(earlier)), ...set });
  const ties = tiesOf(draft, value.rows, filings);
  return {
    ...{ from, to, complete, entries, taxes: value.taxes, draft, ties, filings, settings },
    receivable: receivableOf(value.rows, filings, standingReturn(earlier)),
    missing: [...(abroad ? [abroad] : []), ...missingFor(draft, ties, { period, to, today, complete })],
  };
}

/** Boxes that the books do not tell: 110 of the return before, and where the period was filed already what was paid (70) or refunded (109). */
function givenOf(
  { pending, refunded = true }: Pick<ReturnRequest, 'pending' | 'refunded'>,
  filed: StoredTaxReturn | undefined,
  earlier: StoredTaxReturn | undefined,
): Given {
  const carried = filed ? boxOfReturn(filed, '110') : earlier ? carriedOver(earlier) : 0;
  const before =
    // One that stands though another rectified it: that other was taken back.
    filed && taxReturnState(filed) !== 'filed'
      ? settledBefore(filed, refunded)
      : { 70: BigInt(filed ? boxOfReturn(filed, '70') : 0), 109: BigInt(filed ? boxOfReturn(filed, '109') : 0) };
  return { 110: BigInt(pending === undefined ? carried : toMinor(decimal(pending))), ...before };
}

/** Documents that are looked at for one that differs. */
const MOST_LOOKED = 5000;
/** Documents that are named. */
export const MOST_NAMED = 20;

export interface TieDifference {
  readonly kind: string;
  readonly id: string;
  readonly posted: bigint;
  readonly declared: bigint;
}

/** The documents of a period whose lines on an account are not what they declare of it. */
export async function differencesOn(records: Records, period: string, account: string): Promise<TieDifference[]> {
  const side = account === '477' ? 'output' : 'input';
  const sign = account === '477' ? -1n : 1n;
  const skipped: ReadonlySet<string> = new Set([TaxReturns.kind, TaxReturnReversals.kind]);
  const found: TieDifference[] = [];
  let looked = 0;
  for await (const step of walkJournal(records, { months: monthsOfTaxPeriod(period), order: 'asc', pace: 400 })) {
    for (const { document } of step.items) {
      const posted =
        sign * document.entry.lines.reduce((sum, line) => (line.account.startsWith(account) ? sum + BigInt(line.amount) : sum), 0n);
      const declared = declaredOf(document.taxes, side);
      if (posted !== declared && !skipped.has(document.kind)) found.push({ kind: document.kind, id: document.id, posted, declared });
    }
    looked += step.looked;
    if (found.length >= MOST_NAMED || looked >= MOST_LOOKED) break;
  }
  return found.slice(0, MOST_NAMED);
}

/** What a document declares of one side; import VAT of the return stands on 4750. */
const declaredOf = (taxes: readonly TaxFact[], side: TaxFact['side']): bigint =>
  taxes.reduce(
    (sum, fact) => (fact.side === side && !(side === 'output' && fact.code.startsWith('IMPD')) ? sum + BigInt(fact.tax) : sum),
    0n,
  );
