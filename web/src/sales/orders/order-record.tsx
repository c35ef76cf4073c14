import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import machine from '../../../../statemachines/sales/order-to-cash.asl.json';
import { $api, type Schemas } from '../../api/client.ts';
import { useFormats } from '../../i18n/format.ts';
import { useT } from '../../i18n/i18n.ts';
import { Execution } from '../../record/execution.tsx';
import { type LinkedDocument, LinkedDocuments } from '../../record/linked-documents.tsx';
import { Facts, RecordPage, Section } from '../../record/record-page.tsx';
import { Timeline } from '../../record/timeline.tsx';
import { StateBadge } from '../../ui/state-badge.tsx';
import { CancelOrderDialog } from './cancel-order.tsx';
import { OrderLines } from './order-lines.tsx';
import { whyNotCancel, whyNotShip } from './order-rules.ts';
import { ShipOrderDialog } from './ship-order.tsx';

type Order = Schemas['Order'];

/** One order, whole: where it is, what comes next, all that came of it. */
export function Screen() {
  const t = useT();
  const { orderId } = useParams({ strict: false }) as { orderId: string };
  const query = $api.useQuery('get', '/orders/{orderId}', { params: { path: { orderId } } });
  const [doing, setDoing] = useState<'ship' | 'cancel'>();
  const { data: order } = query;
  const actions = order
    ? [
        {
          id: 'ship',
          label: t('orders.ship.action'),
          needs: 'shipOrder' as const,
          blocked: whyNotShip(order, t),
          primary: true,
          key: 's',
          start: () => setDoing('ship'),
        },
        {
          id: 'cancel',
          label: t('orders.cancel.action'),
          needs: 'cancelOrder' as const,
          blocked: whyNotCancel(order, t),
          danger: true,
          start: () => setDoing('cancel'),
        },
      ]
    : [];
  return (
    <RecordPage
      query={query}
      parent={{ to: '/orders', label: t('shell.nav.orders') }}
      title={order ? t('orders.one', { number: order.number }) : ''}
      badges={order && <StateBadge kind="order" state={order.status} />}
      actions={actions}
      aside={order && <Aside order={order} />}
    >
      {order && (
        <>
          <OrderFacts order={order} />
          <Section title={t('records.lines')}>
            <OrderLines order={order} />
          </Section>
          {doing === 'ship' && <ShipOrderDialog order={order} onClose={() => setDoing(undefined)} />}
          {doing === 'cancel' && <CancelOrderDialog order={order} onClose={() => setDoing(undefined)} />}
        </>
      )}
    </RecordPage>
  );
}

function OrderFacts({ order }: { readonly order: Order }) {
  const t = useT();
  const { date } = useFormats();
  return (
    <Section title={t('orders.facts')}>
      <Facts
        facts={[
          [
            t('orders.customer'),
            <a key="customer" href={`/customers/${order.customerId}`}>
              {order.customerName}
            </a>,
          ],
          [t('orders.date'), date(order.date)],
          [t('orders.reference'), order.reference],
          [t('orders.paymentDays'), t('orders.days', { count: order.paymentDays })],
          [t('orders.warehouse'), order.warehouse],
          [t('orders.notes'), order.notes],
          [t('orders.cancelled'), order.cancelled && `${date(order.cancelled.date)}: ${order.cancelled.reason}`],
        ]}
      />
    </Section>
  );
}

function Aside({ order }: { readonly order: Order & { execution?: Schemas['Execution'] } }) {
  const t = useT();
  const { moment } = useFormats();
  const { execution } = order;
  const waiting = execution?.status === 'waiting' ? execution.state : undefined;
  return (
    <>
      <LinkedDocuments documents={documentsOf(order, t)} />
      {execution && (
        <Execution
          machine={machine}
          current={waiting}
          names={t('orders.machine', { returnObjects: true })}
          {...(waiting ? { note: t('orders.waitingUntil', { since: moment(execution.since), until: moment(execution.until) }) } : {})}
        />
      )}
      <Timeline id={order.id} />
    </>
  );
}

const documentsOf = ({ shipments, invoiceIds, returnIds }: Order, t: ReturnType<typeof useT>): LinkedDocument[] => [
  ...shipments.map(({ id, date }) => ({ id, kind: 'shipment', label: t('orders.shipmentOf', { date }) })),
  ...invoiceIds.map((id) => ({ id, kind: 'invoice', label: t('orders.invoiceOne', { number: id.slice(4) }) })),
  ...returnIds.map((id) => ({ id, kind: 'return', label: t('orders.returnOne') })),
];
