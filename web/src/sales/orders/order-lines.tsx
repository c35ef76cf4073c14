import { minus } from '#kernel/quantity.ts';
import type { Schemas } from '../../api/client.ts';
import { useFormats } from '../../i18n/format.ts';
import { useT } from '../../i18n/i18n.ts';
import { valuesText } from '../../lines/dimension-text.ts';
import { amounts, LinesTable } from '../../record/lines-table.tsx';
import { TotalRows } from '../../record/totals.tsx';

/** What was ordered, what has gone out of it, and what it comes to. */
export function OrderLines({ order }: { readonly order: Schemas['Order'] }) {
  const t = useT();
  const moves = order.status !== 'quote';
  const comesBack = order.lines.some(({ returned }) => Number(returned) > 0);
  const isShort = order.short !== undefined;
  const waits = order.lines.some(({ backordered }) => backordered !== undefined);
  const heads = [
    t('orders.quantity'),
    ...(moves ? [t('orders.shipped')] : []),
    ...(waits ? [t('orders.committed'), t('orders.backordered')] : []),
    ...(isShort ? [t('orders.givenUp')] : []),
    ...(comesBack ? [t('orders.returned')] : []),
    t(order.pricesIncludeTax ? 'orders.priceWithTax' : 'orders.price'),
    t('orders.vat'),
    t(order.pricesIncludeTax ? 'orders.netOfTax' : 'orders.net'),
  ];
  return (
    <LinesTable heads={[t('orders.item'), ...amounts(...heads)]}>
      <tbody>
        {order.lines.map((line) => (
          <Line key={line.no} line={line} moves={moves} waits={waits} isShort={isShort} comesBack={comesBack} />
        ))}
      </tbody>
      <TotalRows totals={order.totals} span={heads.length} />
    </LinesTable>
  );
}

interface LineProps {
  readonly line: Schemas['OrderLine'];
  readonly moves: boolean;
  readonly waits: boolean;
  readonly isShort: boolean;
  readonly comesBack: boolean;
}

function Line({ line, moves, waits, isShort, comesBack }: LineProps) {
  const { decimal, money, percent, price } = useFormats();
  const discount = line.discount !== undefined && Number(line.discount) > 0 ? line.discount : undefined;
  return (
    <tr>
      <td>
        <b>{line.code}</b> {line.name}
        {line.dimensions && <small className="dimmed"> {valuesText(line.dimensions)}</small>}
      </td>
      <td className="amount">{decimal(line.quantity)}</td>
      {moves && <td className="amount">{decimal(line.shipped)}</td>}
      {waits && <Waiting line={line} />}
      {isShort && <td className="amount">{decimal(line.givenUp ?? '0')}</td>}
      {comesBack && <td className="amount">{decimal(line.returned)}</td>}
      <td className="amount">
        {price(line.price)}
        {discount && <small className="dimmed"> −{percent(discount)}</small>}
      </td>
      <td className="amount">{percent(line.percent)}</td>
      <td className="amount">{money(line.net)}</td>
    </tr>
  );
}

/** What of a line is still to be shipped and there, and what it waits for. */
function Waiting({ line: { kind, open, backordered = '0' } }: Pick<LineProps, 'line'>) {
  const { decimal } = useFormats();
  return (
    <>
      <td className="amount">{kind === 'stocked' ? decimal(minus(open, backordered)) : ''}</td>
      <td className="amount">{kind === 'stocked' ? decimal(backordered) : ''}</td>
    </>
  );
}
