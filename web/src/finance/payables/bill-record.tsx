import { useParams } from '@tanstack/react-router';
import { $api, type Schemas } from '../../api/client.ts';
import { useFormats } from '../../i18n/format.ts';
import { useT } from '../../i18n/i18n.ts';
import { DocumentPage, type PageAction } from '../../record/document-page.tsx';
import { BoughtAssets, CapitalCodes } from '../assets/bought-assets.tsx';
import { EInvoiceStatus } from '../einvoice/einvoice-status.tsx';
import { SupplierLink } from '../suppliers/supplier-link.tsx';
import { PurchaseBody } from './purchase-parts.tsx';
import { approveBill, reverseBill } from './steps.ts';

type Bill = Schemas['SupplierBill'];

/** One bill, whole: what it asks for, who let it be paid, what paid it, what it did to the books; its paper beside it. */
export function Screen() {
  const t = useT();
  const { billId } = useParams({ strict: false }) as { billId: string };
  return (
    <DocumentPage
      query={$api.useQuery('get', '/payables/bills/{billId}', { params: { path: { billId } } })}
      parent={{ to: '/payables/bills', label: t('menu.supplierBills') }}
      title={({ reference }) => t('payables.bills.one', { reference })}
      subtitle={(bill) => <Subtitle bill={bill} />}
      actions={({ state }) => actionsOf(state === 'waiting', t)}
      paper
    >
      {(bill) => (
        <>
          <CapitalCodes bill={bill} />
          <BillBody bill={bill} />
          <BoughtAssets bill={bill} />
          <EInvoiceStatus id={bill.id} />
        </>
      )}
    </DocumentPage>
  );
}

const actionsOf = (waiting: boolean, t: ReturnType<typeof useT>): PageAction<Bill>[] => [
  { id: 'approve', label: t('payables.approve.action'), needs: 'approveSupplierBill', primary: waiting, step: approveBill },
  {
    id: 'pay',
    label: t('payables.payments.new'),
    needs: 'recordSupplierPayment',
    primary: !waiting,
    key: 'p',
    to: ({ id: bill, supplierId }) => ({ to: '/payables/payments/new', search: { supplierId, bill } }),
  },
  {
    id: 'credit',
    label: t('payables.credits.new'),
    needs: 'recordSupplierCreditNote',
    to: ({ id: corrects, supplierId }) => ({ to: '/payables/credit-notes/new', search: { supplierId, corrects } }),
  },
  { id: 'reverse', label: t('payables.reverse.action'), needs: 'reverseSupplierBill', danger: true, step: reverseBill },
];

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
