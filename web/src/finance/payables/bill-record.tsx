import { useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import type { Step } from '../../actions/step-dialog.tsx';
import { $api, type Schemas } from '../../api/client.ts';
import { useFormats } from '../../i18n/format.ts';
import { useT } from '../../i18n/i18n.ts';
import { Paper } from '../../notes/paper.tsx';
import { FlowDocuments } from '../../record/flow.tsx';
import type { RecordAction } from '../../record/record-actions.tsx';
import { RecordPage } from '../../record/record-page.tsx';
import { Timeline } from '../../record/timeline.tsx';
import { StateBadge } from '../../ui/state-badge.tsx';
import { BoughtAssets, CapitalCodes } from './bought-assets.tsx';
import { OneStep, PurchaseBody, SupplierLink } from './purchase-parts.tsx';
import { approveBill, reverseBill } from './steps.ts';

type Bill = Schemas['SupplierBill'];

/** One bill, whole: what it asks for, who let it be paid, what paid it, what it did to the books; its paper beside it. */
export function Screen() {
  const t = useT();
  const { billId } = useParams({ strict: false }) as { billId: string };
  const query = $api.useQuery('get', '/payables/bills/{billId}', { params: { path: { billId } } });
  const { data: bill } = query;
  const [step, setStep] = useState<Step>();
  const [reading, setReading] = useState(false);
  const actions = useActions(bill, setStep);
  return (
    <RecordPage
      query={query}
      parent={{ to: '/payables/bills', label: t('menu.supplierBills') }}
      title={bill ? t('payables.bills.one', { reference: bill.reference }) : ''}
      badges={bill && <StateBadge kind="supplier-bill" state={bill.state} />}
      subtitle={bill && <Subtitle bill={bill} />}
      answered={bill?.actions}
      actions={actions}
      halves={reading}
      aside={
        bill && (
          <>
            <Paper id={bill.id} shown={reading} onShow={setReading} />
            <FlowDocuments record={bill} />
            <Timeline id={bill.id} />
          </>
        )
      }
    >
      {bill && <CapitalCodes bill={bill} />}
      {bill && <BillBody bill={bill} />}
      {bill && <BoughtAssets bill={bill} />}
      <OneStep step={step} onClose={() => setStep(undefined)} />
    </RecordPage>
  );
}

function useActions(bill: Bill | undefined, start: (step: Step) => void): RecordAction[] {
  const words = { t: useT(), formats: useFormats() };
  const { t } = words;
  const navigate = useNavigate();
  if (!bill) return [];
  const go = (to: string, search: object) => void navigate({ to, search } as never);
  const { id, supplierId } = bill;
  return [
    {
      id: 'approve',
      label: t('payables.approve.action'),
      needs: 'approveSupplierBill',
      primary: bill.state === 'waiting',
      start: () => start(approveBill(bill, words)),
    },
    {
      id: 'pay',
      label: t('payables.payments.new'),
      needs: 'recordSupplierPayment',
      primary: bill.state !== 'waiting',
      key: 'p',
      start: () => go('/payables/payments/new', { supplierId, bill: id }),
    },
    {
      id: 'credit',
      label: t('payables.credits.new'),
      needs: 'recordSupplierCreditNote',
      start: () => go('/payables/credit-notes/new', { supplierId, corrects: id }),
    },
    {
      id: 'reverse',
      label: t('payables.reverse.action'),
      needs: 'reverseSupplierBill',
      danger: true,
      start: () => start(reverseBill(bill, words)),
    },
  ];
}

function Subtitle({ bill: { supplierId, supplierName, number, open, daysOverdue } }: { readonly bill: Bill }) {
  const t = useT();
  const { money } = useFormats();
  return (
    <>
      <SupplierLink id={supplierId} name={supplierName} /> · {number}
      {Number(open.amount) > 0 && <> · {t('billing.openIs', { amount: money(open) })}</>}
      {daysOverdue > 0 && <> · {t('billing.daysOverdue', { count: daysOverdue })}</>}
    </>
  );
}

function BillBody({ bill }: { readonly bill: Bill }) {
  const t = useT();
  const { date, money } = useFormats();
  const { approval, needsApproval, credited } = bill;
  const reasons = bill.waitsFor.map((reason) => t(`payables.approve.reasons.${reason}`)).join('; ');
  const approved = approval ? `${approval.by}, ${date(approval.on)}` : t('payables.approve.waits');
  return (
    <PurchaseBody
      purchase={bill}
      facts={[
        [t('payables.issuer'), bill.issuer && `${bill.issuer.name} (${bill.issuer.taxId})`],
        [t('billing.dueDate'), bill.instalments ? undefined : date(bill.dueDate)],
        [t('payables.instalments'), bill.instalments?.map((part) => `${date(part.date)}: ${money(part.amount)}`).join('; ')],
        [t('payables.approve.by'), needsApproval ? `${approved} (${reasons})` : undefined],
        [t('payables.credited'), Number(credited.amount) > 0 ? money(credited) : undefined],
      ]}
      words={{ title: t('payables.bills.paidBy'), none: t('payables.bills.unpaid'), open: t('billing.open') }}
    />
  );
}
