import machine from '../../../../statemachines/sales/order-to-cash.asl.json';
import type { Schemas } from '../../api/client.ts';
import { useFormats } from '../../i18n/format.ts';
import { useT } from '../../i18n/i18n.ts';
import { Execution } from '../../record/execution.tsx';
import { FlowDocuments } from '../../record/flow.tsx';
import { Timeline } from '../../record/timeline.tsx';

interface Props {
  readonly order: Schemas['Order'];
}

/** Beside the order: what came of it, where its execution waits, who did what. */
export function OrderAside({ order }: Props) {
  const t = useT();
  const { date, moment } = useFormats();
  const { execution } = order;
  const waiting = execution?.status === 'waiting' ? execution.state : undefined;
  const shipments = order.shipments.map(({ id, date: day }) => ({
    id,
    kind: 'shipment',
    label: t('orders.shipmentOf', { date: date(day) }),
    href: `/orders/${order.id}#${id}`,
  }));
  return (
    <>
      <FlowDocuments record={order} more={shipments} />
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
