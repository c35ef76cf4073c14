import { minus } from '#kernel/quantity.ts';
import type { Schemas } from '../../api/client.ts';
import { useFormats } from '../../i18n/format.ts';
import { useT } from '../../i18n/i18n.ts';
import { Concept, RowsTable } from '../../record/rows-table.tsx';

type Line = Schemas['OrderLine'];

/** What was ordered, what has gone out of it, and what it comes to. */
export function OrderLines({ order }: { readonly order: Schemas['Order'] }) {
  const t = useT();
  const { decimal, money, percent, price } = useFormats();
  const { lines, pricesIncludeTax, totals } = order;
  const waits = lines.some(({ backordered }) => backordered !== undefined);
  /** Of goods: services wait for nothing. */
  const ofGoods = (quantity: (line: Line, backordered: string) => string) => (line: Line) =>
    line.kind === 'stocked' && decimal(quantity(line, line.backordered ?? '0'));
  return (
    <RowsTable
      rows={lines}
      columns={[
        [t('orders.item'), Concept],
        [t('orders.quantity'), ({ quantity, unit }) => [decimal(quantity), unit].filter(Boolean).join(' '), 'amount'],
        order.status !== 'quote' && [t('orders.shipped'), ({ shipped }) => decimal(shipped), 'amount'],
        waits && [t('orders.committed'), ofGoods(({ open }, backordered) => minus(open, backordered)), 'amount'],
        waits && [t('orders.backordered'), ofGoods((_, backordered) => backordered), 'amount'],
        order.short !== undefined && [t('orders.givenUp'), ({ givenUp = '0' }) => decimal(givenUp), 'amount'],
        lines.some(({ returned }) => Number(returned) > 0) && [t('orders.returned'), ({ returned }) => decimal(returned), 'amount'],
        [
          t(pricesIncludeTax ? 'orders.priceWithTax' : 'orders.price'),
          ({ price: each, discount }) => (
            <>
              {price(each)}
              {Number(discount ?? 0) > 0 && <small className="dimmed"> −{percent(discount ?? '')}</small>}
            </>
          ),
          'amount',
        ],
        [t('orders.vat'), (line) => percent(line.percent), 'amount'],
        [t(pricesIncludeTax ? 'orders.netOfTax' : 'orders.net'), ({ net }) => money(net), 'amount'],
      ]}
      totals={totals}
    />
  );
}
