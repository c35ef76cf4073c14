import { IntakeDocuments } from '#domain/automation/intake/intake-document.ts';
import { MEND, MonthCloses } from '#domain/finance/closing/month-close.ts';
import { EInvoiceFollowUps, REPORT } from '#domain/finance/einvoice/einvoice-status.ts';
import { ExpenseClaims } from '#domain/finance/expenses/expense-claim.ts';
import { APPROVE } from '#domain/finance/open-items/queues.ts';
import { SupplierBills } from '#domain/finance/payables/supplier-bill.ts';
import { Invoices } from '#domain/finance/receivables/invoice.ts';
import { PaymentRuns } from '#domain/finance/treasury/payment-run.ts';
import { Onboardings, RUNNING } from '#domain/hr/onboarding/onboarding.ts';
import { Stocks } from '#domain/inventory/stock/stock.ts';
import { Imports } from '#domain/sales/imports/import.ts';
import { Orders } from '#domain/sales/orders/order.ts';
import { Returns } from '#domain/sales/returns/return.ts';
import { addDays, type IsoDate } from '#kernel/date.ts';
import type { Permission } from '#kernel/permission.ts';
import { type OpenWork, openWork } from '#runtime/open-work.ts';

type List = { operation: string; query: Record<string, string> };

/** For so long an import that left rows out is shown. */
const IMPORT_DAYS = 30;

/** A queue, with the list that shows the same records. */
const inList = ({ count, capped }: OpenWork, operation: string, query: Record<string, string>) => ({
  count,
  capped,
  list: { operation, query } satisfies List,
});

/** A queue sorted by the day since when it waits. */
const dated = ({ sorts, ...work }: OpenWork, operation: string, query: Record<string, string>) => ({
  ...inList({ sorts, ...work }, operation, query),
  ...(sorts[0] ? { oldest: sorts[0].slice(0, 10) } : {}),
});

/** A queue sorted by the day until when its first is to be done. */
const dueIn = ({ sorts, ...work }: OpenWork, operation: string, query: Record<string, string>) => {
  const dueBy = sorts[0]?.slice(0, 10);
  return { ...inList({ sorts, ...work }, operation, query), ...(dueBy ? { dueBy } : {}) };
};

/** Whether all records that a permission speaks of may be seen. */
type Sees = (permission: Permission) => boolean;
const when = async <T>(seen: boolean, look: () => Promise<T>): Promise<T | undefined> => (seen ? look() : undefined);

/** What waits for somebody, as far as they may see it: one query a queue. Without `money`, that of the warehouse alone. */
export async function openWorkFor(tenant: string, today: IsoDate, sees: Sees, money: boolean) {
  const [ordersToShip, ordersBackordered, stockShort, returnsToReceive, duties, rest, papers] = await Promise.all([
    when(sees('orders.read'), async () => dated(await openWork(tenant, Orders, 'ship'), 'listOrders', { awaits: 'ship' })),
    when(sees('orders.read'), async () => dated(await openWork(tenant, Orders, 'goods'), 'listOrders', { awaits: 'goods' })),
    when(sees('stock.read'), async () => shortIn(await openWork(tenant, Stocks, 'short'))),
    when(sees('returns.read'), async () => dated(await openWork(tenant, Returns, 'receive'), 'listReturns', { awaits: 'receive' })),
    when(sees('people.read'), () => openWork(tenant, Onboardings, RUNNING, { to: today })),
    money ? officeWork(tenant, today, sees) : {},
    money ? paperWork(tenant, sees) : {},
  ]);
  return {
    ...(ordersToShip && { ordersToShip }),
    ...(ordersBackordered && { ordersBackordered }),
    ...(stockShort && { stockShort }),
    ...(returnsToReceive && { returnsToReceive }),
    ...(duties && { lateDuties: dueIn(duties, 'listOnboardings', { late: 'true' }) }),
    ...rest,
    ...papers,
  };
}

/** What came in and waits to be looked at, and the issuers who are still to be told what became of their invoices. */
async function paperWork(tenant: string, sees: Sees) {
  const [review, look, report, closes] = await Promise.all([
    when(sees('documents.read'), () => openWork(tenant, IntakeDocuments, 'review')),
    when(sees('documents.read'), () => openWork(tenant, IntakeDocuments, 'look')),
    when(sees('books.read'), () => openWork(tenant, EInvoiceFollowUps, REPORT)),
    when(sees('books.close'), () => openWork(tenant, MonthCloses, MEND)),
  ]);
  return {
    ...(review && { documentsToReview: dated(review, 'listDocuments', { state: 'review' }) }),
    ...(look && { documentsNotRead: dated(look, 'listDocuments', { state: 'quarantined,failed' }) }),
    ...(report && { issuersToTell: dueIn(report, 'listEInvoices', { warning: 'overdue,due' }) }),
    ...(closes && { monthCloses: inList(closes, 'listMonthCloses', { state: 'waiting' }) }),
  };
}

async function officeWork(tenant: string, today: IsoDate, sees: Sees) {
  const from = addDays(today, -IMPORT_DAYS);
  const [invoice, overdue, approve, claims, bills, runs, atBank, imports, refund] = await Promise.all([
    when(sees('orders.read'), () => openWork(tenant, Orders, 'invoice')),
    // Due texts begin with the date: those of today sort after it alone.
    when(sees('invoices.read'), () => openWork(tenant, Invoices, 'pay', { to: today })),
    when(sees('payables.read'), () => openWork(tenant, SupplierBills, APPROVE)),
    when(sees('expenses.read'), () => openWork(tenant, ExpenseClaims, 'approve')),
    when(sees('payables.read'), () => openWork(tenant, SupplierBills, 'pay', { to: today })),
    when(sees('payables.read'), () => openWork(tenant, PaymentRuns, 'approve')),
    when(sees('payables.read'), () => openWork(tenant, PaymentRuns, 'execute')),
    when(sees('imports.read'), () => openWork(tenant, Imports, 'look', { from })),
    when(sees('returns.read'), () => openWork(tenant, Returns, 'refund')),
  ]);
  return {
    ...(invoice && { ordersToInvoice: dated(invoice, 'listOrders', { status: 'shipped' }) }),
    ...(overdue && { overdueInvoices: { ...dated(overdue, 'listInvoices', { state: 'overdue' }), amount: overdue.amount } }),
    ...(approve && { billsToApprove: dueIn(approve, 'listSupplierBills', { state: 'waiting' }) }),
    ...(claims && { expensesToApprove: dated(claims, 'listExpenseClaims', { state: 'submitted' }) }),
    ...(bills && { overdueBills: { ...dated(bills, 'listSupplierBills', { state: 'overdue' }), amount: bills.amount } }),
    ...(runs && { paymentRunsToApprove: inList(runs, 'listPaymentRuns', { state: 'proposed' }) }),
    ...(atBank && { paymentRunsAtBank: inList(atBank, 'listPaymentRuns', { state: 'sent' }) }),
    ...(imports && { failedImports: dated(imports, 'listImports', { problems: 'true', from }) }),
    ...(refund && { returnsToRefund: dated(refund, 'listReturns', { awaits: 'refund' }) }),
  };
}

/** Short stock by warehouse; its list is that of one warehouse, the one with most. */
function shortIn({ count, capped, sorts }: OpenWork) {
  const found = Map.groupBy(sorts, (sort) => sort.slice(0, sort.indexOf('#')));
  const warehouses = [...found].map(([warehouse, mine]) => ({ warehouse, count: mine.length })).sort((a, b) => b.count - a.count);
  const list: List = { operation: 'listStock', query: { warehouse: warehouses[0]?.warehouse ?? 'main', short: 'true' } };
  return { count, capped, list, warehouses };
}
