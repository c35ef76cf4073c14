import { serve } from '#runtime/http.ts';
import { getOrder } from './get-order.ts';
import { listOrders } from './list-orders.ts';
import { orders } from './module.ts';

export const handler = serve(orders, { getOrder, listOrders });
