import { banking } from '#api/finance/banking.ts';
import { BankAccounts, type StoredBankAccount } from '#domain/finance/banking/bank-account.ts';
import { BankLines, BankLinks, bankLinkId, ignoredOf, type StoredBankLine } from '#domain/finance/banking/bank-line.ts';
import { gapsOf, type StoredStatement } from '#domain/finance/banking/bank-statement.ts';
import { bankLineView } from '#domain/finance/banking/wire.ts';
import { entryIdOf } from '#domain/finance/ledger/entry.ts';
import { Receipts } from '#domain/finance/receivables/receipt.ts';
import { SupplierPayments } from '#domain/finance/supplier-payments/supplier-payment.ts';
import { PayrollPayments } from '#domain/hr/payroll/payroll-payment.ts';
import { addMonths, type IsoDate, monthOf } from '#kernel/date.ts';
import { BASE_CURRENCY } from '#kernel/money.ts';
import { openRows } from '#runtime/open-work.ts';
import { required } from '#runtime/reads.ts';
import type { Records } from '#runtime/records.ts';
import { query } from '../../platform/service.ts';
import { readAccountPage } from '../ledger/account-ledger.ts';
import type { JournalDocument } from '../ledger/entry-store.ts';
import { statementsOf } from './bank-statements.ts';
import { tellingLines } from './bank-ties.ts';
import { naming } from './lines.ts';
import { movedOn } from './match-parts.ts';
import { heldOf, reconciliationStart } from './reconciliation-start.ts';

/** Lines and entries that are shown one by one; all of them are counted. */
const MOST_SHOWN = 100;
const PAGE = 500;

interface World {
  readonly records: Records;
  readonly company: { readonly fiscalYears: readonly string[] };
}
interface Window {
  readonly account: StoredBankAccount;
  readonly from: IsoDate;
  readonly to: IsoDate;
  readonly consistent: boolean;
}

/** Lines of the bank that the books do not have, by the index alone; the first of them whole. */
async function waitingLines(records: Records, { id }: StoredBankAccount, to: IsoDate) {
  const pages = await Promise.all(
    [id, ignoredOf(id)].map((queue) => Array.fromAsync(openRows(records.tenant, BankLines, queue, { to: `${to}~` }))),
  );
  const rows = pages.flat(2);
  const shown = await records.getMany(
    BankLines,
    rows.slice(0, MOST_SHOWN).map((row) => row.id),
  );
  const sumOf = (some: typeof rows): number => some.reduce((sum, { amount }) => sum + amount, 0);
  return {
    count: rows.length,
    amount: sumOf(rows),
    amountBefore: (date: IsoDate) => sumOf(rows.filter(({ sort }) => sort < date)),
    lines: shown.filter((line) => line !== undefined) as StoredBankLine[],
  };
}

/** What the books have on the account in some days: before, after, and each document with what it moved. */
async function postedIn({ records, company }: World, { account: of, from: first, to, consistent }: Window) {
  const { account, currency } = of;
  // What an account holds in a foreign currency is known at the end of each month.
  const from = currency === BASE_CURRENCY ? first : `${monthOf(first)}-01`;
  const documents = new Map<string, JournalDocument>();
  let [opening, closing, complete]: [number, number, boolean] = [0, 0, true];
  let cursor: string | undefined;
  do {
    const page = await readAccountPage(records, company.fiscalYears, { account, from, to, limit: PAGE, cursor, consistent });
    for (const { item } of page.lines) documents.set(item.document.id, item.document);
    [opening, closing, complete] = [Number(page.opening), Number(page.closing), complete && page.complete];
    cursor = page.nextCursor;
  } while (cursor);
  const all = [...documents.values()];
  if (currency === BASE_CURRENCY) return { documents: all, opening, closing, complete, inEuros: undefined };
  const moved = (some: readonly JournalDocument[]) => some.reduce((sum, { entry }) => sum + movedOn(entry.lines, of), 0);
  const before = all.filter(({ entry }) => entry.date < first);
  const heldAt = await heldOf(records, company.fiscalYears, of);
  const held = heldAt(addMonths(monthOf(first), -1)) + moved(before);
  // What a change of rates alone has moved the bank knows nothing of.
  const since = all.filter(({ entry }) => entry.date >= first && movedOn(entry.lines, of) !== 0);
  return { documents: since, opening: held, closing: held + moved(since), complete, inEuros: closing };
}

/** What lines tell of payments of pay, each of which several may tell of: above zero. */
async function toldOfPay(records: Records, documents: readonly JournalDocument[]): Promise<ReadonlyMap<string, number>> {
  const ids = documents.flatMap(({ id, kind }) => (kind === PayrollPayments.kind ? [id] : []));
  const payments = ids.length === 0 ? [] : await records.getMany(PayrollPayments, ids);
  return new Map(payments.flatMap((payment) => (payment ? [[payment.id, payment.told ?? 0] as const] : [])));
}

/**
 * Documents that no line tells of, with what each moved: not by themselves, nor by the run that they were paid with; of pay what is left.
 * What was taken back is none with what took it.
 */
async function untold(records: Records, of: StoredBankAccount, documents: readonly JournalDocument[]) {
  const { account } = of;
  const [lines, pay] = await Promise.all([tellingLines(records, documents, account), toldOfPay(records, documents)]);
  const leftOf = ({ id, entry }: JournalDocument): number => movedOn(entry.lines, of) + (pay.get(id) ?? 0);
  const left = documents.filter((document, i) => (pay.has(document.id) ? leftOf(document) !== 0 : !lines[i]));
  const ids = new Set(left.map(({ id }) => id));
  const byRun = await paidByToldRuns(records, account, left);
  return left
    .filter(({ id, reversedBy, reverses }) => !(reversedBy && ids.has(reversedBy)) && !(reverses && ids.has(reverses)) && !byRun.has(id))
    .map((document) => ({ document, amount: leftOf(document) }));
}

/** Receipts and payments of runs that a line tells of as a whole. */
async function paidByToldRuns(records: Records, account: string, documents: readonly JournalDocument[]): Promise<Set<string>> {
  const idsOf = (type: { readonly kind: string }) => documents.flatMap(({ id, kind }) => (kind === type.kind ? [id] : []));
  const found = await Promise.all([records.getMany(Receipts, idsOf(Receipts)), records.getMany(SupplierPayments, idsOf(SupplierPayments))]);
  const paid = found.flat().flatMap((money) => (money?.paymentRunId ? [{ id: money.id, runId: money.paymentRunId }] : []));
  const links = await records.getMany(
    BankLinks,
    paid.map(({ runId }) => bankLinkId(runId, account)),
  );
  return new Set(paid.filter((_, i) => links[i]).map(({ id }) => id));
}

const hasClosing = ({ state, closing }: StoredStatement): boolean => state === 'taken' && closing !== undefined;

interface AskedDay {
  readonly date?: IsoDate | undefined;
  readonly today: IsoDate;
  readonly consistent: boolean;
}

/** What the bank says of an account beside what the books do, and what makes the difference. @throws DomainError `balances.behind` (503). */
export async function readReconciliation(world: World, account: StoredBankAccount, { date: asked, today, consistent }: AskedDay) {
  const { records } = world;
  const statements = (await statementsOf(records, account.id)).filter(({ to }) => to <= (asked ?? today));
  const told = statements.filter(hasClosing);
  const [first, last] = [told.toSorted((a, b) => (a.from < b.from ? -1 : 1))[0], told.at(-1)];
  const to = last?.to ?? asked ?? today;
  const open = await waitingLines(records, account, to);
  const start = await reconciliationStart(world, account, told, open.amountBefore);
  const from = start?.from ?? first?.from ?? asked ?? today;
  const posted = await postedIn(world, { account, from, to, consistent });
  const moved = await untold(records, account, posted.documents);
  const entriesAmount = moved.reduce((sum, { amount }) => sum + amount, 0);
  const since = start ? told.filter((statement) => statement.to >= start.after.to) : told;
  const gaps = [...gapsOf(since).values()].reduce((sum, { amount }) => sum + amount, 0);
  // Lines that wait from before are told with the others: the books lack them before, too.
  const before = start ? posted.opening - start.bank + open.amountBefore(from) : posted.opening - (first?.opening ?? posted.opening);
  const bank = last?.closing;
  const explained = open.amount + gaps - entriesAmount - before;
  const unexplained = bank === undefined ? 0 : bank - posted.closing - explained;
  return { to, from, open, posted, moved, entriesAmount, gaps, before, bank, statementId: last?.id, unexplained };
}

export const getBankReconciliation = query(
  banking.actions.getBankReconciliation,
  ({ path }) => ({ account: required(BankAccounts, path.bankAccountId, 'path.bankAccountId') }),
  async (world) => {
    const { account, query: asked, today } = world;
    const read = await readReconciliation(world, account, { date: asked.date, today, consistent: asked.consistent === 'true' });
    const { open, posted, bank } = read;
    const money = (minor: number) => ({ minor, currency: account.currency });
    return {
      ...{ bankAccountId: account.id, account: account.account, currency: account.currency, date: read.to, since: read.from },
      bank: bank === undefined ? undefined : money(bank),
      statementId: read.statementId,
      ledger: money(posted.closing),
      ledgerInEuros: posted.inEuros,
      openLines: { count: open.count, amount: money(open.amount), lines: open.lines.map((line) => bankLineView(line, naming)) },
      entries: read.moved.slice(0, MOST_SHOWN).map(({ document: { id, kind, entry }, amount }) => ({
        ...{ entryId: entryIdOf(id), document: id, kind, date: entry.date, text: entry.text },
        amount: money(amount),
      })),
      ...{ entriesAmount: money(read.entriesAmount), before: money(read.before), gaps: money(read.gaps) },
      unexplained: money(read.unexplained),
      complete: posted.complete,
    };
  },
);
