import { Link } from '@tanstack/react-router';
import { $api } from '../../api/client.ts';
import { useFormats } from '../../i18n/format.ts';
import { useT } from '../../i18n/i18n.ts';
import { date, money, quantity, text } from '../../list/columns.tsx';
import { numberOf } from '../../record/kinds.ts';
import { amounts, LinesTable } from '../../record/lines-table.tsx';
import { RecentDocuments } from '../../record/recent-documents.tsx';
import { Section } from '../../record/record-page.tsx';
import { ProblemNote } from '../../ui/problem-note.tsx';
import { useWarehouseName } from './use-warehouses.ts';

type ItemStockData = NonNullable<ReturnType<typeof useStock>['data']>;
const useStock = (itemId: string) => $api.useQuery('get', '/stock/{itemId}', { params: { path: { itemId } } });

interface Props {
  readonly itemId: string;
}

/** What there is of an item in every warehouse, and what it is worth. */
export function ItemStock({ itemId, linked = true }: Props & { readonly linked?: boolean }) {
  const t = useT();
  const query = useStock(itemId);
  const { data: stock } = query;
  return (
    <Section
      title={t('stock.inWarehouses')}
      actions={linked && stock ? <Link to={`/stock/${itemId}` as never}>{t('stock.open')}</Link> : undefined}
    >
      <ProblemNote error={query.error} />
      {!stock && !query.error && <p className="dimmed">{t('shell.loading')}</p>}
      {stock && stock.warehouses.length === 0 && <p className="dimmed">{t('stock.never')}</p>}
      {stock && stock.warehouses.length > 0 && <StockTable stock={stock} />}
      {stock && <WaitingOrders stock={stock} />}
    </Section>
  );
}

function StockTable({ stock }: { readonly stock: ItemStockData }) {
  const t = useT();
  const { decimal, money, price } = useFormats();
  const nameOf = useWarehouseName();
  const waits = Number(stock.backordered) > 0;
  return (
    <LinesTable
      heads={[
        t('stock.warehouse'),
        ...amounts(
          t('stock.onHand'),
          t('stock.reserved'),
          ...(waits ? [t('stock.committed'), t('stock.backordered')] : []),
          t('stock.available'),
          t('stock.averageCost'),
          t('stock.value'),
        ),
      ]}
    >
      <tbody>
        {stock.warehouses.map((row) => (
          <tr key={row.warehouse}>
            <td>{nameOf(row.warehouse)}</td>
            <td className="amount">{decimal(row.onHand)}</td>
            <td className="amount">{decimal(row.reserved)}</td>
            {waits && <Waiting of={row} />}
            <td className="amount">{decimal(row.available)}</td>
            <td className="amount">{price(row.averageCost)}</td>
            <td className="amount">{money(row.value)}</td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">{t('stock.total')}</th>
          <td className="amount">{decimal(stock.onHand)}</td>
          <td className="amount">{decimal(stock.reserved)}</td>
          {waits && <Waiting of={stock} />}
          <td className="amount">{decimal(stock.available)}</td>
          <td />
          <td className="amount">{money(stock.value)}</td>
        </tr>
      </tfoot>
    </LinesTable>
  );
}

/** The orders that wait for what comes in, in their turn. */
function WaitingOrders({ stock: { warehouses } }: { readonly stock: ItemStockData }) {
  const t = useT();
  const { decimal } = useFormats();
  const nameOf = useWarehouseName();
  const rows = warehouses.flatMap(({ warehouse, waiting }) => waiting.map((order) => ({ ...order, warehouse })));
  if (rows.length === 0) return null;
  return (
    <LinesTable heads={[t('stock.waitingOrder'), t('stock.warehouse'), [t('stock.backordered'), 'amount']]}>
      <tbody>
        {rows.map(({ orderId, quantity, warehouse }) => (
          <tr key={`${orderId} ${warehouse}`}>
            <td>
              <Link to={`/orders/${orderId}` as never}>{numberOf(orderId)}</Link>
            </td>
            <td>{nameOf(warehouse)}</td>
            <td className="amount">{decimal(quantity)}</td>
          </tr>
        ))}
      </tbody>
    </LinesTable>
  );
}

/** Of what is reserved, what is there and what orders wait for. */
function Waiting({ of }: { readonly of: Pick<ItemStockData, 'committed' | 'backordered'> }) {
  const { decimal } = useFormats();
  return (
    <>
      <td className="amount">{decimal(of.committed)}</td>
      <td className="amount">{decimal(of.backordered)}</td>
    </>
  );
}

/** The last corrections of an item's count. */
export function ItemAdjustments({ itemId }: Props) {
  const t = useT();
  const nameOf = useWarehouseName();
  return (
    <RecentDocuments
      title={t('stock.adjustments')}
      query={$api.useQuery('get', '/stock-adjustments', { params: { query: { itemId, limit: 5 } } })}
      all={{ to: '/stock-adjustments', search: { itemId } }}
      none={t('stock.noAdjustments')}
      columns={[
        date(),
        text('reason', ({ reason }) => t(`stock.reasons.${reason}`)),
        text('warehouse', ({ warehouse }) => nameOf(warehouse)),
        quantity('quantity', (adjustment) => adjustment.quantity),
        money('value', ({ value }) => value),
      ]}
    />
  );
}
