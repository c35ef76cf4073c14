import machine from '../../../../statemachines/sales/order-return.asl.json';
import type { Schemas } from '../../api/client.ts';
import { useFormats } from '../../i18n/format.ts';
import { useT } from '../../i18n/i18n.ts';
import { Execution } from '../../record/execution.tsx';
import { type LinkedDocument, LinkedDocuments } from '../../record/linked-documents.tsx';
import { Timeline } from '../../record/timeline.tsx';
import { useReturnPapers } from './return-papers.ts';

interface Props {
  readonly ret: Schemas['Return'] & { readonly execution?: Schemas['ReturnExecution'] };
  readonly order: Schemas['Order'] | undefined;
}

/** Beside the return: its order, its credit notes and refunds with their entries, its execution, its story. */
export function ReturnAside({ ret, order }: Props) {
  const t = useT();
  const { moment } = useFormats();
  const documents = useDocuments(ret, order);
  const { execution } = ret;
  const waiting = execution?.status === 'waiting' ? execution.state : undefined;
  return (
    <>
      <LinkedDocuments documents={documents} />
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

function useDocuments(ret: Schemas['Return'], order: Schemas['Order'] | undefined): LinkedDocument[] {
  const t = useT();
  const { money } = useFormats();
  const { notes, refunds } = useReturnPapers(ret);
  const open = (amount: Schemas['Money']) =>
    Number(amount.amount) > 0 ? t('returns.openNote', { amount: money(amount) }) : t('returns.settled');
  const invoices = [...new Set(notes.map(({ corrects }) => corrects).filter((id) => id !== undefined))];
  return [
    { id: ret.orderId, kind: 'order', label: t('orders.one', { number: order?.number ?? `P-${ret.orderId.slice(4, 12)}` }) },
    ...invoices.map((id) => ({ id, kind: 'invoice', label: t('orders.invoiceOne', { number: id.slice(4) }) })),
    ...ret.creditNoteIds.map((id) => {
      const note = notes.find((each) => each.id === id);
      return {
        id,
        kind: 'credit-note',
        label: t('orders.creditNoteOne', { number: id.slice(4) }),
        note: note && <span className="nowrap">{open(note.open)}</span>,
      };
    }),
    ...ret.refundIds.map((id) => {
      const refund = refunds.find((each) => each.id === id);
      const label = t('returns.refundOne', { number: refund?.number ?? '' });
      return { id, kind: 'refund', label, note: refund && money(refund.amount) };
    }),
    ...[...ret.creditNoteIds, ...ret.refundIds].map((id) => ({
      id: `je_${id}`,
      kind: 'entry',
      label: t('orders.invoiceEntry', { number: refunds.find((each) => each.id === id)?.number ?? id.slice(4) }),
      href: `/journal/je_${id}`,
    })),
  ];
}
