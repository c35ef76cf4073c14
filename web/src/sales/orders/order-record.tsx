import { Alert } from '@mantine/core';
import { Link, useParams } from '@tanstack/react-router';
import { $api, type Schemas } from '../../api/client.ts';
import { useFormats } from '../../i18n/format.ts';
import { useT } from '../../i18n/i18n.ts';
import { FlowEntries } from '../../record/flow.tsx';
import { Facts, RecordPage, Section } from '../../record/record-page.tsx';
import { refusalText } from '../../ui/problem-text.ts';
import { StateBadge } from '../../ui/state-badge.tsx';
import { useOrderActions } from './order-actions.ts';
import { OrderAside } from './order-aside.tsx';
import { OrderDialog } from './order-dialog.tsx';
import { OrderLines } from './order-lines.tsx';
import { OrderShipments } from './order-shipments.tsx';

/** One order, whole: where it is, what comes next, all that came of it. */
export function Screen() {
  const t = useT();
  const { date, money } = useFormats();
  const { orderId } = useParams({ strict: false }) as { orderId: string };
  const query = $api.useQuery('get', '/orders/{orderId}', { params: { path: { orderId } } });
  const { data: order } = query;
  const { actions, activeDialog, close } = useOrderActions(order);
  return (
    <RecordPage
      query={query}
      parent={{ to: '/orders', label: t('menu.orders') }}
      title={order ? t(order.status === 'quote' ? 'orders.oneQuote' : 'orders.one', { number: order.number }) : ''}
      badges={order && <StateBadge kind="order" state={order.status} />}
      subtitle={order && [order.customerName, date(order.date), money(order.totals.gross)].join(' · ')}
      answered={order?.actions}
      actions={actions}
      aside={order && <OrderAside order={order} />}
    >
      {order && (
        <>
          {order.warnings?.map((warning) => (
            <Alert key={warning.code} color="yellow">
              {refusalText(warning)}
            </Alert>
          ))}
          <OrderFacts order={order} />
          <Section title={t('records.lines')}>
            <OrderLines order={order} />
          </Section>
          <OrderShipments order={order} />
          <FlowEntries entries={order.entries} />
          {activeDialog && <OrderDialog dialog={activeDialog} order={order} onClose={close} />}
        </>
      )}
    </RecordPage>
  );
}

function OrderFacts({ order }: { readonly order: Schemas['Order'] }) {
  const t = useT();
  const { date } = useFormats();
  return (
    <Section title={t('orders.facts')}>
      <Facts
        facts={[
          [
            t('orders.customer'),
            <Link key="customer" to={`/customers/${order.customerId}` as never}>
              {order.customerName}
            </Link>,
          ],
          [t('orders.date'), date(order.date)],
          [t('orders.reference'), order.reference],
          [t('orders.paymentDays'), t('orders.days', { count: order.paymentDays })],
          [t('orders.warehouse'), order.warehouseName],
          [t('orders.invoicing'), t(`orders.invoiceOn.${order.invoiceOn}`)],
          [t('orders.prices'), order.pricesIncludeTax ? t('orders.new.pricesIncludeTax') : undefined],
          [t('orders.notes'), order.notes],
          [t('orders.short'), order.short && `${date(order.short.date)}: ${order.short.reason}`],
          [t('orders.cancelled'), order.cancelled && `${date(order.cancelled.date)}: ${order.cancelled.reason}`],
        ]}
      />
    </Section>
  );
}
