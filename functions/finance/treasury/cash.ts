import { treasury } from '#api/finance/treasury.ts';
import { RECUR, RecurringEntries } from '#domain/finance/ledger/recurring-entry.ts';
import { exactly, type TrialRow } from '#domain/finance/ledger/trial-balance.ts';
import { APPROVE, dueDateIn, PAY } from '#domain/finance/open-items/queues.ts';
import { PAYABLES } from '#domain/finance/payables/payables-actions.ts';
import { type Invoice, Invoices } from '#domain/finance/receivables/invoice.ts';
import { type Dated, forecastOf } from '#domain/finance/treasury/forecast.ts';
import { PaymentHabits } from '#domain/finance/treasury/lateness.ts';
import { PaymentRuns } from '#domain/finance/treasury/payment-run.ts';
import { type RecurrenceFlow, recurrenceFlows } from '#domain/finance/treasury/recurrence-flows.ts';
import { addDays, type IsoDate } from '#kernel/date.ts';
import { type Sum, sumOf } from '#kernel/money.ts';
import { listDated } from '#runtime/dated-list.ts';
import { openRecords, openRows } from '#runtime/open-work.ts';
import type { Records } from '#runtime/records.ts';
import { query } from '../../platform/service.ts';
import { readChart } from '../ledger/account-store.ts';
import { readTrialBalances } from '../ledger/trial-store.ts';
import { openCharges } from '../open-items.ts';
import { MONEY } from './cash-days.ts';
import { expectedTaxes } from './expected-taxes.ts';

const { actions } = treasury;
const YEAR = 365;
/** Paid invoices that habits are told from: the newest ones of a year. */
const MOST_INVOICES = 500;

const total = (rows: readonly TrialRow[], of: (row: TrialRow) => Sum): Sum => sumOf(rows.reduce((sum, row) => sum + exactly(of(row)), 0n));
const within = (rows: readonly TrialRow[], ...accounts: string[]) =>
  rows.filter(({ account }) => accounts.some((above) => account.startsWith(above)));

export const getCashPosition = query(
  actions.getCashPosition,
  async ({ query: { date: asked, consistent }, records, company: { fiscalYears }, today }) => {
    const date = asked ?? today;
    const [{ value, complete }, chart] = await Promise.all([
      readTrialBalances(records, fiscalYears, [{ from: date, to: date }], consistent === 'true'),
      readChart(records),
    ]);
    const names = new Map(chart.map(({ code, name }) => [code, name]));
    const rows = within(value[0] ?? [], MONEY);
    const accounts = rows.map(({ account, closing }) => ({ account, name: names.get(account) ?? '', balance: closing }));
    return { date, accounts, total: total(rows, (row) => row.closing), complete };
  },
);

/** What customers have open, from the index alone. */
async function openInvoices(records: Records, without: string | undefined) {
  const rows = (await Array.fromAsync(openRows(records.tenant, Invoices, PAY))).flat();
  return rows.flatMap(({ sort, amount, party = '' }) =>
    party === without ? [] : [{ customerId: party, dueDate: dueDateIn(sort), open: amount }],
  );
}

/** The newest invoices of the last year, as many as tell how customers pay. */
async function habitsOf(records: Records, fiscalYears: readonly string[], today: IsoDate): Promise<PaymentHabits> {
  const paid: Invoice[] = [];
  let cursor: string | undefined;
  do {
    const asked = { limit: 100, order: 'desc' as const, from: addDays(today, -YEAR), to: today, cursor };
    const page = await listDated(records, Invoices, fiscalYears, asked);
    paid.push(...page.items);
    cursor = page.nextCursor;
  } while (cursor && paid.length < MOST_INVOICES);
  return new PaymentHabits(paid);
}

/** What leaves for bills, by due date: what is overdue leaves tomorrow. */
async function billFlows(records: Records, today: IsoDate): Promise<Dated[]> {
  const { parts } = await openCharges(records, PAYABLES, [PAY, APPROVE]);
  return parts.map(({ dueDate, open }) => ({ date: dueDate > today ? dueDate : addDays(today, 1), amount: -open }));
}

/** What leaves with payment runs that the bank has not paid yet. */
async function runFlows(records: Records, today: IsoDate): Promise<Dated[]> {
  const queues = ['approve', 'send', 'execute'].map((queue) => Array.fromAsync(openRows(records.tenant, PaymentRuns, queue)));
  const rows = (await Promise.all(queues)).flat(2);
  return rows.map(({ sort, amount }) => ({ date: dueDateIn(sort) > today ? dueDateIn(sort) : addDays(today, 1), amount: -amount }));
}

/** What recurring entries move in the weeks. */
async function recurringFlows(records: Records, today: IsoDate, last: IsoDate): Promise<RecurrenceFlow[]> {
  const entries = await Array.fromAsync(openRecords(records, RecurringEntries, RECUR, { to: `${last}~` }, new Set()));
  return recurrenceFlows(entries, addDays(today, 1), last);
}

const byEntry = (flows: readonly RecurrenceFlow[]) =>
  [...Map.groupBy(flows, ({ id }) => id).values()].flatMap((all) =>
    all[0] ? [{ id: all[0].id, text: all[0].text, amount: all[0].amount, dates: all.map(({ date }) => date) }] : [],
  );

export const getCashForecast = query(
  actions.getCashForecast,
  async ({ query: { weeks, delayDays, withoutParty, extra = [] }, records, company, today }) => {
    const { fiscalYears } = company;
    const last = addDays(today, weeks * 7);
    const [{ value }, receivables, habits, bills, paymentRuns, recurring, taxReturns] = await Promise.all([
      readTrialBalances(records, fiscalYears, [{ from: today, to: today }], false),
      openInvoices(records, withoutParty),
      habitsOf(records, fiscalYears, today),
      billFlows(records, today),
      runFlows(records, today),
      recurringFlows(records, today, last),
      expectedTaxes({ records, company, today }, last),
    ]);
    const opening = total(within(value[0] ?? [], MONEY), (row) => row.closing);
    const taxes = taxReturns.map(({ due: date, low, expected, high }) => ({
      ...{ date, amount: -expected, cases: { low: -low, expected: -expected, high: -high } },
    }));
    const flows = { bills, paymentRuns, recurring, taxes, extra };
    const lateness = habits.of;
    return {
      ...{ date: today, opening, lateness: habits.company, ownHabits: habits.customers, recurringEntries: byEntry(recurring) },
      taxReturns: taxReturns.map(({ form, period, due, low, expected, high }) => ({ form, period, due, amount: expected, low, high })),
      weeks: forecastOf({ today, weeks, opening: Number(opening), receivables, lateness, delayDays, flows }),
    };
  },
);
