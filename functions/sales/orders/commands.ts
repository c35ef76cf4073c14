import { serve } from '#runtime/http.ts';
import { orders } from './module.ts';
import { placeOrder } from './place-order.ts';
import { shipOrder } from './ship-order.ts';

export const handler = serve(orders, { placeOrder, shipOrder });
