import { Invoices } from '#domain/finance/receivables/invoice.ts';
import { Stocks } from '#domain/inventory/stock/stock.ts';
import { Imports } from '#domain/sales/imports/import.ts';
import { Orders } from '#domain/sales/orders/order.ts';
import { Returns } from '#domain/sales/returns/return.ts';
import { addDays, type IsoDate } from '#kernel/date.ts';
import { type OpenWork, openWork } from '#runtime/open-work.ts';

type List = { operation: string; query: Record<string, string> };

/** For so long an import that left rows out is shown. */
const IMPORT_DAYS = 30;

/** A queue sorted by date, with the list that shows the same records. */
const dated = ({ count, capped, sorts }: OpenWork, operation: string, query: Record<string, string>) => ({
  count,
  capped,
  list: { operation, query } satisfies List,
  ...(sorts[0] ? { oldest: sorts[0].slice(0, 10) } : {}),
});

/** What waits for somebody: one query a queue. Without `money`, that of the warehouse alone. */
export async function waitingFor(tenant: string, today: IsoDate, money: boolean) {
  const [ship, short, receive, rest] = await Promise.all([
    openWork(tenant, Orders, 'ship'),
    openWork(tenant, Stocks, 'short'),
    openWork(tenant, Returns, 'receive'),
    money ? officeWork(tenant, today) : {},
  ]);
  return {
    ordersToShip: dated(ship, 'listOrders', { status: 'placed,partly-shipped' }),
    stockShort: shortIn(short),
    returnsToReceive: dated(receive, 'listReturns', { awaits: 'receive' }),
    ...rest,
  };
}

async function officeWork(tenant: string, today: IsoDate) {
  const from = addDays(today, -IMPORT_DAYS);
  const [invoice, overdue, imports, refund] = await Promise.all([
    openWork(tenant, Orders, 'invoice'),
    // Due texts begin with the date: those of today sort after it alone.
    openWork(tenant, Invoices, 'pay', { to: today }),
    openWork(tenant, Imports, 'look', { from }),
    openWork(tenant, Returns, 'refund'),
  ]);
  return {
    ordersToInvoice: dated(invoice, 'listOrders', { status: 'shipped' }),
    overdueInvoices: { ...dated(overdue, 'listInvoices', { state: 'overdue' }), amount: overdue.amount },
    failedImports: dated(imports, 'listImports', { problems: 'true', from }),
    returnsToRefund: dated(refund, 'listReturns', { awaits: 'refund' }),
  };
}

/** Short stock by warehouse; its list is that of one warehouse, the one with most. */
function shortIn({ count, capped, sorts }: OpenWork) {
  const found = Map.groupBy(sorts, (sort) => sort.slice(0, sort.indexOf('#')));
  const warehouses = [...found].map(([warehouse, mine]) => ({ warehouse, count: mine.length })).sort((a, b) => b.count - a.count);
  const list: List = { operation: 'listStock', query: { warehouse: warehouses[0]?.warehouse ?? 'main', short: 'true' } };
  return { count, capped, list, warehouses };
}
