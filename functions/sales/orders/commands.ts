import { serve } from '#runtime/http.ts';
import { cancelOrder } from './cancel-order.ts';
import { invoiceOrder } from './invoice-order.ts';
import { orders } from './module.ts';
import { placeOrder } from './place-order.ts';
import { placeQuote } from './place-quote.ts';
import { shipOrder } from './ship-order.ts';

export const handler = serve(orders, { placeOrder, placeQuote, shipOrder, invoiceOrder, cancelOrder });
