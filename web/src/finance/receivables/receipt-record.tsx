import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { $api, type Schemas } from '../../api/client.ts';
import { useFormats } from '../../i18n/format.ts';
import { useT } from '../../i18n/i18n.ts';
import { EntryTable } from '../../record/entry-table.tsx';
import { LinkedDocuments } from '../../record/linked-documents.tsx';
import type { RecordAction } from '../../record/record-actions.tsx';
import { Facts, RecordPage, Section } from '../../record/record-page.tsx';
import { Timeline } from '../../record/timeline.tsx';
import { useCan } from '../../session/session.ts';
import { StateBadge } from '../../ui/state-badge.tsx';
import { AllocateDialog } from './allocate.tsx';
import { Allocations, appliedBy } from './allocations.tsx';
import { CustomerLink, linkedDocument, linkedEntry } from './documents.tsx';
import { receiptState, whyNotReverse, whyNotUse } from './receipt-rules.ts';
import own from './receivables.module.css';
import { RecordRefundDialog } from './record-refund.tsx';
import { RemoveAllocationDialog } from './remove-allocation.tsx';
import { ReverseReceiptDialog } from './reverse-receipt.tsx';

type Receipt = Schemas['Receipt'];
type Doing = 'allocate' | 'refund' | 'reverse';

/** One receipt, whole: what it paid, what is left of it, what it did to the books. */
export function Screen() {
  const t = useT();
  const { receiptId } = useParams({ strict: false }) as { receiptId: string };
  const query = $api.useQuery('get', '/receipts/{receiptId}', { params: { path: { receiptId } } });
  const { data: receipt } = query;
  const [doing, setDoing] = useState<Doing>();
  const stop = () => setDoing(undefined);
  return (
    <RecordPage
      query={query}
      parent={{ to: '/receipts', label: t('shell.nav.receipts') }}
      title={receipt ? t('billing.documents.receipt', { number: receipt.number }) : ''}
      badges={receipt && <StateBadge kind="receipt" state={receiptState(receipt)} />}
      subtitle={receipt && <CustomerLink id={receipt.customerId} name={receipt.customerName} />}
      actions={receipt ? actionsOf(receipt, t, setDoing) : []}
      aside={receipt && <Aside receipt={receipt} />}
    >
      {receipt && (
        <>
          <ReceiptBody receipt={receipt} />
          {doing === 'allocate' && <AllocateDialog source={receipt} onClose={stop} />}
          {doing === 'refund' && <RecordRefundDialog source={receipt} onClose={stop} />}
          {doing === 'reverse' && <ReverseReceiptDialog receipt={receipt} onClose={stop} />}
        </>
      )}
    </RecordPage>
  );
}

const actionsOf = (receipt: Receipt, t: ReturnType<typeof useT>, start: (doing: Doing) => void): RecordAction[] => [
  {
    id: 'allocate',
    label: t('billing.allocations.action'),
    needs: 'allocateReceipt',
    blocked: whyNotUse(receipt, t),
    primary: true,
    start: () => start('allocate'),
  },
  { id: 'refund', label: t('billing.refunds.action'), needs: 'recordRefund', blocked: whyNotUse(receipt, t), start: () => start('refund') },
  {
    id: 'reverse',
    label: t('billing.receipts.reverse.action'),
    needs: 'reverseReceipt',
    blocked: whyNotReverse(receipt, t),
    danger: true,
    start: () => start('reverse'),
  },
];

function ReceiptBody({ receipt }: { readonly receipt: Receipt }) {
  const t = useT();
  const { date, money } = useFormats();
  const can = useCan();
  const [removing, setRemoving] = useState<string>();
  const { reversal } = receipt;
  return (
    <>
      <Section title={t('billing.facts')}>
        <Facts
          facts={[
            [t('billing.amount'), money(receipt.amount)],
            [t('billing.date'), date(receipt.date)],
            [t('billing.method'), t(`billing.methods.${receipt.method}`)],
            [t('billing.reference'), receipt.reference],
            [t('billing.receipts.reversed'), reversal && `${date(reversal.date)}: ${reversal.reason}`],
          ]}
        />
      </Section>
      <Allocations
        title={t('billing.allocations.ofCredit')}
        allocations={receipt.allocations}
        open={receipt.open}
        openLabel={t('billing.allocations.unapplied')}
        none={t('billing.allocations.noneOfCredit')}
        onRemove={can('unallocateReceipt') && !reversal ? setRemoving : undefined}
      />
      <Section title={t('records.entries')}>
        <div className={own.entries}>
          <EntryTable entry={receipt.entry} />
          {reversal && <EntryTable entry={reversal.entry} />}
        </div>
      </Section>
      {removing && <RemoveAllocationDialog source={receipt} invoiceId={removing} onClose={() => setRemoving(undefined)} />}
    </>
  );
}

function Aside({ receipt }: { readonly receipt: Receipt }) {
  const t = useT();
  const { money } = useFormats();
  const paid = appliedBy(receipt.allocations).filter(({ id }) => !id.startsWith('rcv_'));
  return (
    <>
      <LinkedDocuments
        documents={[
          ...paid.map(({ id, amount }) => linkedDocument(id, t, money({ amount, currency: 'EUR' }))),
          linkedEntry(receipt.id, t),
          ...(receipt.reversal ? [linkedEntry(receipt.reversal.id, t)] : []),
        ]}
      />
      <Timeline id={receipt.id} />
    </>
  );
}
