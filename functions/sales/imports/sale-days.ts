import { type DaySale, SaleCalendars, SaleDays, saleCalendarId, saleDayId } from '#domain/sales/imports/shop-document.ts';
import type { Order } from '#domain/sales/orders/order.ts';
import type { IsoDate } from '#kernel/date.ts';
import { type Change, createNext, update } from '#kernel/record.ts';
import type { Records } from '#runtime/records.ts';

/** Days looked through at once for the sale that a return belongs to. */
const DAYS_AT_ONCE = 20;

/** Enters a sale into what its customer bought on the day. */
export async function saleDayChanges(
  records: Records,
  customerId: string,
  order: Pick<Order, 'date' | 'lines'>,
  ids: { readonly orderId: string; readonly invoiceId: string },
): Promise<Change[]> {
  const [day, calendar] = await Promise.all([
    records.get(SaleDays, saleDayId(customerId, order.date)),
    records.get(SaleCalendars, saleCalendarId(customerId)),
  ]);
  const sale: DaySale = { ...ids, lines: order.lines.map((line) => [line.no, line.code, line.price] as const) };
  const entered = day
    ? update(SaleDays, day, { ...day, sales: [...day.sales, sale] })
    : createNext(SaleDays, saleDayId(customerId, order.date), { sales: [sale] });
  if (calendar?.days.includes(order.date)) return [entered];
  const days = [...(calendar?.days ?? []), order.date].sort();
  return [
    entered,
    calendar ? update(SaleCalendars, calendar, { ...calendar, days }) : createNext(SaleCalendars, saleCalendarId(customerId), { days }),
  ];
}

/** A customer's sales up to a day, newest first. */
export async function* salesBefore(records: Records, customerId: string, until: IsoDate): AsyncGenerator<DaySale> {
  const calendar = await records.get(SaleCalendars, saleCalendarId(customerId));
  const days = (calendar?.days ?? []).filter((day) => day <= until).reverse();
  for (let at = 0; at < days.length; at += DAYS_AT_ONCE) {
    const found = await records.getMany(
      SaleDays,
      days.slice(at, at + DAYS_AT_ONCE).map((day) => saleDayId(customerId, day)),
    );
    for (const day of found) yield* (day?.sales ?? []).toReversed();
  }
}
