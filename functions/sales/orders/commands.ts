import { orders } from '#api/sales/orders.ts';
import { serveModule } from '../../platform/service.ts';
import { cancelOrder } from './cancel-order.ts';
import { cancelRest } from './cancel-rest.ts';
import { invoiceOrder } from './invoice-order.ts';
import { placeOrder } from './place-order.ts';
import { placeQuote } from './place-quote.ts';
import { restoreRest } from './restore-rest.ts';
import { shipOrder } from './ship-order.ts';

export const handler = serveModule(orders, { placeOrder, placeQuote, shipOrder, invoiceOrder, cancelOrder, cancelRest, restoreRest });
