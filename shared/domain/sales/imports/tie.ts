import { lineNet, type Minor, shareOf } from '#kernel/money.ts';
import { isZero, minus, plus, type Quantity, thousandths } from '#kernel/quantity.ts';
import type { Order } from '../orders/order.ts';

/** How much of an order line can still come back: what was shipped less what has come back; undefined where there is no such line. */
export function returnable(order: Pick<Order, 'lines'>, no: number): Quantity | undefined {
  const line = order.lines[no - 1];
  return line && minus(line.shipped, line.returned);
}

/**
 * The order with a quantity of a line taken back, and the cost that comes back with it: its share of what is left of the
 * line's cost, so that the last piece takes the rest to the cent.
 */
export function returnedTo<O extends Pick<Order, 'lines'>>(order: O, no: number, quantity: Quantity): { order: O; cost: Minor } {
  let back: Minor = 0;
  const lines = order.lines.map((line) => {
    if (line.no !== no) return line;
    const left = minus(line.shipped, line.returned);
    back = shareOf(line.cost - line.returnedCost, thousandths(quantity), thousandths(left));
    const rest = line.net - line.returnedNet;
    const net = isZero(minus(left, quantity)) ? rest : Math.min(lineNet(quantity, line.price), rest);
    return {
      ...line,
      returned: plus(line.returned, quantity),
      returnedNet: line.returnedNet + net,
      returnedCost: line.returnedCost + back,
    };
  });
  return { order: { ...order, lines }, cost: back };
}
