import { isAssetAccount } from '#domain/finance/assets/fixed-asset.ts';
import { type CheckFinding, comparedSums, findingOf } from '#domain/finance/closing/check.ts';
import { ACCOUNT } from '#domain/finance/ledger/accounts.ts';
import { exactly, type TrialRow } from '#domain/finance/ledger/trial-balance.ts';
import { APPROVE, PAY, PAYING } from '#domain/finance/open-items/queues.ts';
import { PAYABLES } from '#domain/finance/payables/payables-actions.ts';
import { SupplierCredits } from '#domain/finance/payables/supplier-bill.ts';
import { CreditNotes } from '#domain/finance/receivables/invoice.ts';
import { Receipts } from '#domain/finance/receivables/receipt.ts';
import { RECEIVABLES } from '#domain/finance/receivables/subledger.ts';
import { SupplierPayments } from '#domain/finance/supplier-payments/supplier-payment.ts';
import { M303_FROM } from '#domain/finance/tax/m303.ts';
import { refusalOfTerritory } from '#domain/finance/tax/recipient.ts';
import { tieAgrees } from '#domain/finance/tax/tax-return.ts';
import { type Stock, Stocks } from '#domain/inventory/stock/stock.ts';
import { Warehouses } from '#domain/inventory/stock/warehouse.ts';
import type { StoredCompany } from '#domain/platform/company/company.ts';
import type { Month } from '#kernel/date.ts';
import { everyRecord } from '#runtime/lists.ts';
import { openCharges, unapplied } from '../open-items.ts';
import { readForm } from '../tax/form-reader.ts';
import { readReturn } from '../tax/return-reader.ts';
import type { CheckWorld } from './check-world.ts';

const balanceOf = (rows: readonly TrialRow[], is: (account: string) => boolean): number =>
  Number(rows.reduce((sum, { account, closing }) => (is(account) ? sum + exactly(closing) : sum), 0n));
const sumOpen = (parts: readonly { readonly open: number }[]): number => parts.reduce((sum, { open }) => sum + open, 0);

/** Open invoices less credit that nothing has used up, beside 430: both as they stand now, since neither may ever differ. */
export async function receivablesCheck(world: CheckWorld): Promise<CheckFinding> {
  const { records } = world;
  const [{ now }, { parts }, credit] = await Promise.all([
    world.books(),
    openCharges(records, RECEIVABLES),
    unapplied(records.tenant, [CreditNotes, Receipts]),
  ]);
  return comparedSums(
    ACCOUNT.receivable,
    balanceOf(now, (account) => account === ACCOUNT.receivable),
    sumOpen(parts) - credit,
  );
}

const OWED: readonly string[] = [ACCOUNT.payable, ACCOUNT.servicesPayable, ACCOUNT.expensesPayable];

/** The same of suppliers and of claims of expenses, beside 400, 410 and 4650. */
export async function payablesCheck(world: CheckWorld): Promise<CheckFinding> {
  const { records } = world;
  const [{ now }, { parts }, credit] = await Promise.all([
    world.books(),
    openCharges(records, PAYABLES, [PAY, APPROVE, PAYING]),
    unapplied(records.tenant, [SupplierCredits, SupplierPayments]),
  ]);
  return comparedSums(OWED.join(' + '), -balanceOf(now, (account) => OWED.includes(account)), sumOpen(parts) - credit);
}

async function* everyStock({ records }: CheckWorld): AsyncGenerator<Stock> {
  for await (const { code } of everyRecord(records, Warehouses)) yield* everyRecord(records, Stocks, { bucket: code });
}

/** What all goods on hand are worth, beside 300. */
export async function stockCheck(world: CheckWorld): Promise<CheckFinding> {
  let value = 0;
  for await (const each of everyStock(world)) value += each.value;
  return comparedSums(
    ACCOUNT.stock,
    balanceOf((await world.books()).now, (account) => account === ACCOUNT.stock),
    value,
  );
}

/** Goods of which there is less than nothing, or that are worth it. */
export async function negativeStockCheck(world: CheckWorld): Promise<CheckFinding> {
  const short: Stock[] = [];
  for await (const each of everyStock(world)) if (each.value < 0 || Number(each.onHand) < 0) short.push(each);
  return findingOf(short.map(({ itemId, code, name, value }) => ({ kind: 'item', id: itemId, text: `${code} ${name}`, amount: value })));
}

/** What assets are worth in their register, beside groups 20 to 22, 28 and 29. */
export async function assetsCheck(world: CheckWorld): Promise<CheckFinding> {
  const [{ now }, all] = await Promise.all([world.books(), world.assets()]);
  const registered = all
    .filter(({ disposedOn, withdrawn }) => disposedOn === undefined && withdrawn === undefined)
    .reduce((sum, { cost, depreciated, impaired }) => sum + cost - depreciated - impaired, 0);
  // Who keeps no register here has nothing to compare.
  if (all.length === 0) return comparedSums('20–22', 0, 0);
  return comparedSums(
    '20–22',
    balanceOf(now, (account) => isAssetAccount(account) || /^2[89][012]/.test(account)),
    registered,
  );
}

/** Whether form 303 is of a company and a month. */
export const declaresVat = ({ address }: Pick<StoredCompany, 'address'>, period: Month): boolean =>
  !refusalOfTerritory(address) && `${period}-01` >= M303_FROM;

/** Boxes 27 and 45 of form 303 beside what the month moved on 477 and 472. */
export async function vatCheck({ records, company, period, today }: CheckWorld): Promise<CheckFinding | undefined> {
  if (!declaresVat(company, period)) return undefined;
  const { ties } = await readReturn({ records, company, period, consistent: true, today });
  const wrong = ties.filter((tie) => !tieAgrees(tie));
  return findingOf(
    wrong.map(({ box, account, amount, posted, adjusted }) => ({
      kind: 'account',
      id: `acc_${account}`,
      text: `303: ${box} = ${account}`,
      amount: Number(amount - adjusted - posted),
    })),
  );
}

/** What forms 111 and 115 declare beside what documents put on 4751. */
export async function withheldCheck({ records, company, period }: CheckWorld): Promise<CheckFinding> {
  const { tie } = await readForm({ records, fiscalYears: company.fiscalYears, form: '111', period, consistent: true });
  if (!tie || tie.agrees) return findingOf([]);
  const { amount, unpaid, posted, documents } = tie;
  return {
    ...findingOf([{ kind: 'account', id: `acc_${ACCOUNT.withheld}`, text: ACCOUNT.withheld, amount: Number(posted - amount - unpaid) }]),
    ...(documents.length > 0 ? { count: documents.length } : {}),
  };
}
