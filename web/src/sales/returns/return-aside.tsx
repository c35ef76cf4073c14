import machine from '../../../../statemachines/sales/order-return.asl.json';
import type { Schemas } from '../../api/client.ts';
import { useFormats } from '../../i18n/format.ts';
import { useT } from '../../i18n/i18n.ts';
import { Execution } from '../../record/execution.tsx';
import { FlowDocuments } from '../../record/flow.tsx';
import { Timeline } from '../../record/timeline.tsx';

interface Props {
  readonly ret: Schemas['Return'];
}

/** Beside the return: its order, its credit notes and refunds with their entries, its execution, its story. */
export function ReturnAside({ ret }: Props) {
  const t = useT();
  const { moment } = useFormats();
  const { execution } = ret;
  const waiting = execution?.status === 'waiting' ? execution.state : undefined;
  return (
    <>
      <FlowDocuments record={ret} />
      {execution && (
        <Execution
          machine={machine}
          current={waiting}
          names={t('returns.machine', { returnObjects: true })}
          {...(waiting ? { note: t('orders.waitingUntil', { since: moment(execution.since), until: moment(execution.until) }) } : {})}
        />
      )}
      <Timeline id={ret.id} />
    </>
  );
}
