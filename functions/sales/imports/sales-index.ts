import { CustomerSales, customerSaleId } from '#domain/sales/imports/shop-document.ts';
import type { Order } from '#domain/sales/orders/order.ts';
import { type Change, createNext } from '#kernel/record.ts';
import type { DocumentImport } from './import-context.ts';

/** Where a document's sale stands among those of its customer. */
export const salePlaceOf = ({ importedAt, document, customer }: DocumentImport): string =>
  customerSaleId(customer.id, { date: document.head.date, importedAt, line: document.rows[0]?.line ?? 0 });

/** Enters a sale into the index of what its customer bought: an item of its own, so that no sale makes the next one dearer. */
export const saleEntered = (context: DocumentImport, { lines }: Pick<Order, 'lines'>): Change =>
  createNext(CustomerSales, salePlaceOf(context), {
    orderId: context.idOf('ord'),
    lines: lines.map((line) => [line.no, line.code, line.price] as const),
  });
