import machine from '../../../../statemachines/sales/order-to-cash.asl.json';
import type { Schemas } from '../../api/client.ts';
import { type Formats, useFormats } from '../../i18n/format.ts';
import { useT } from '../../i18n/i18n.ts';
import { Execution } from '../../record/execution.tsx';
import { type LinkedDocument, LinkedDocuments } from '../../record/linked-documents.tsx';
import { Timeline } from '../../record/timeline.tsx';
import { StateBadge } from '../../ui/state-badge.tsx';
import type { OrderPapers } from './order-papers.ts';

interface Props {
  readonly order: Schemas['Order'] & { readonly execution?: Schemas['Execution'] };
  readonly papers: OrderPapers;
}

/** Beside the order: what came of it, where its execution waits, who did what. */
export function OrderAside({ order, papers }: Props) {
  const t = useT();
  const formats = useFormats();
  const { execution } = order;
  const waiting = execution?.status === 'waiting' ? execution.state : undefined;
  return (
    <>
      <LinkedDocuments documents={documentsOf(order, papers, t, formats)} />
      {execution && (
        <Execution
          machine={machine}
          current={waiting}
          names={t('orders.machine', { returnObjects: true })}
          {...(waiting
            ? { note: t('orders.waitingUntil', { since: formats.moment(execution.since), until: formats.moment(execution.until) }) }
            : {})}
        />
      )}
      <Timeline id={order.id} />
    </>
  );
}

type T = ReturnType<typeof useT>;

function documentsOf(order: Schemas['Order'], papers: OrderPapers, t: T, { date, money }: Formats): LinkedDocument[] {
  const { invoices, receipts, returns, issues } = papers;
  const byId = new Map(invoices.map((invoice) => [invoice.id, invoice]));
  const returnById = new Map(returns.map((each) => [each.id, each]));
  return [
    ...order.shipments.map(({ id, date: day }) => ({
      id,
      kind: 'shipment',
      label: t('orders.shipmentOf', { date: date(day) }),
      href: `/orders/${order.id}#${id}`,
    })),
    ...order.invoiceIds.map((id) => ({
      id,
      kind: 'invoice',
      label: t('orders.invoiceOne', { number: id.slice(4) }),
      note: byId.get(id) && <StateBadge kind="invoice" state={byId.get(id)?.state ?? ''} />,
    })),
    ...receipts.map(({ id, number, amount }) => ({ id, kind: 'receipt', label: t('orders.receiptOne', { number }), note: money(amount) })),
    ...invoices.flatMap(({ creditNoteIds }) =>
      creditNoteIds.map((id) => ({ id, kind: 'credit-note', label: t('orders.creditNoteOne', { number: id.slice(4) }) })),
    ),
    ...order.returnIds.map((id) => ({
      id,
      kind: 'return',
      label: t('orders.returnOne', { number: returnById.get(id)?.number ?? `D-${id.slice(4, 12)}` }),
      note: returnById.get(id) && <StateBadge kind="return" state={returnById.get(id)?.state ?? ''} />,
    })),
    ...[...issues.values()].map(({ id, date: day }) => ({
      id,
      kind: 'entry',
      label: t('orders.issueEntry', { date: date(day) }),
      href: `/journal/${id}`,
    })),
    ...invoices.map(({ id, number }) => ({
      id: `je_${id}`,
      kind: 'entry',
      label: t('orders.invoiceEntry', { number }),
      href: `/journal/je_${id}`,
    })),
  ];
}
