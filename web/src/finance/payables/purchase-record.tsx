import { Link, useParams } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { post, type Send, step } from '../../actions/step-dialog.tsx';
import { $api, type Schemas } from '../../api/client.ts';
import { useWords, type Words } from '../../list/columns.tsx';
import { DocumentPage, type PageAction } from '../../record/document-page.tsx';
import { Section } from '../../record/record-page.tsx';
import { Concept, RowsTable } from '../../record/rows-table.tsx';
import { BoughtAssets, CapitalCodes } from '../assets/bought-assets.tsx';
import { inBoth } from '../currencies/in-both.tsx';
import { EInvoiceStatus } from '../einvoice/einvoice-status.tsx';
import { allocateAction } from '../open-items/allocation-dialog.tsx';
import { DocumentBody, type DocumentBodyProps } from '../open-items/document-body.tsx';
import { removalOf, reverseAction } from '../open-items/undo-steps.ts';
import { DocumentLink } from '../receivables/documents.tsx';
import { ReceivedGoods } from '../received-goods/received-goods.tsx';
import { SupplierLink } from '../suppliers/supplier-link.tsx';
import { usePurchaseKind } from './purchase-kinds.ts';

type Bill = Schemas['SupplierBill'];
type Credit = Schemas['SupplierCreditNote'];

/** A bill or a credit note of a supplier, whole; its paper beside it. */
export const Screen = () => (usePurchaseKind().credit ? <OneCredit /> : <OneBill />);

/** What it asks for, who let it be paid, what paid it, what it did to the books. */
function OneBill() {
  const words = useWords();
  const { t, formats } = words;
  const { billId } = useParams({ strict: false }) as { billId: string };
  return (
    <DocumentPage
      query={$api.useQuery('get', '/payables/bills/{billId}', { params: { path: { billId } } })}
      parent={{ to: '/payables/bills', label: t('menu.supplierBills') }}
      title={({ reference }) => t('payables.bills.one', { reference })}
      subtitle={(bill) => (
        <>
          <Supplier of={bill} />
          {Number(bill.open.amount) > 0 && <> · {t('billing.openIs', { amount: formats.money(bill.open) })}</>}
          {bill.daysOverdue > 0 && <> · {t('billing.daysOverdue', { count: bill.daysOverdue })}</>}
        </>
      )}
      actions={({ state }) => billActions(state === 'waiting', t)}
      paper
    >
      {(bill) => (
        <>
          <CapitalCodes bill={bill} />
          <Body
            of={bill}
            facts={billFacts(bill, words)}
            words={{ title: t('payables.bills.paidBy'), none: t('payables.bills.unpaid'), open: t('billing.open') }}
          />
          <BoughtAssets bill={bill} />
          <EInvoiceStatus id={bill.id} />
        </>
      )}
    </DocumentPage>
  );
}

const billActions = (waiting: boolean, t: Words['t']): PageAction<Bill>[] => [
  { id: 'approve', label: t('payables.approve.action'), needs: 'approveSupplierBill', primary: waiting, step: approve },
  {
    ...{ id: 'pay', label: t('payables.payments.new'), needs: 'recordSupplierPayment', primary: !waiting, key: 'p' },
    to: ({ id: bill, supplierId }) => ({ to: '/payables/payments/new', search: { supplierId, bill } }),
  },
  {
    ...{ id: 'credit', label: t('payables.credits.new'), needs: 'recordSupplierCreditNote' },
    to: ({ id: corrects, supplierId }) => ({ to: '/payables/credit-notes/new', search: { supplierId, corrects } }),
  },
  reverseAction(t, {
    ...{ needs: 'reverseSupplierBill', says: 'payables.reverse.bill' },
    send: ({ id: billId }) => post('/payables/bills/{billId}/reversal', { billId }),
  }),
];

/** A second person lets a bill be paid. */
const approve = (bill: Bill, { t, formats }: Words) =>
  step(post('/payables/bills/{billId}/approval', { billId: bill.id }) as Send<never, unknown>, {
    title: t('payables.approve.title', { number: bill.number }),
    confirm: t('payables.approve.action'),
    says: t('payables.approve.text', { supplier: bill.supplierName, amount: formats.money(bill.payable), reference: bill.reference }),
    done: () => t('payables.approve.done', { number: bill.number }),
  });

function billFacts(bill: Bill, { t, formats: { date, money } }: Words): DocumentBodyProps['facts'] {
  const { issuer, instalments, needsApproval, approval, waitsFor, credited } = bill;
  const reasons = waitsFor.map((reason) => t(`payables.approve.reasons.${reason}`)).join('; ');
  const approved = approval ? `${approval.by}, ${date(approval.on)}` : t('payables.approve.waits');
  return [
    [t('payables.issuer'), issuer && `${issuer.name} (${issuer.taxId})`],
    [t('billing.dueDate'), instalments ? undefined : date(bill.dueDate)],
    [t('payables.instalments'), instalments?.map((part) => `${date(part.date)}: ${money(part.amount)}`).join('; ')],
    [t('payables.approve.by'), needsApproval ? `${approved} (${reasons})` : undefined],
    [t('payables.credited'), Number(credited.amount) > 0 ? money(credited) : undefined],
  ];
}

/** What it gives back and of what, which bills have taken it. */
function OneCredit() {
  const words = useWords();
  const { t, formats } = words;
  const { supplierCreditNoteId } = useParams({ strict: false }) as { supplierCreditNoteId: string };
  return (
    <DocumentPage
      query={$api.useQuery('get', '/payables/credit-notes/{supplierCreditNoteId}', { params: { path: { supplierCreditNoteId } } })}
      parent={{ to: '/payables/credit-notes', label: t('menu.supplierCreditNotes') }}
      title={({ reference }) => t('payables.credits.one', { reference })}
      subtitle={(note) => <Supplier of={note} />}
      actions={() => [
        allocateAction(t, 'allocateSupplierCreditNote'),
        reverseAction(t, {
          ...{ needs: 'reverseSupplierCreditNote', says: 'payables.reverse.bill' },
          send: ({ id }) => post('/payables/credit-notes/{supplierCreditNoteId}/reversal', { supplierCreditNoteId: id }),
        }),
      ]}
      paper
    >
      {(note, open) => (
        <>
          <Body
            of={note}
            facts={[
              [t('payables.credits.corrects'), note.corrects && <DocumentLink key="corrects" id={note.corrects} />],
              [t('payables.credits.correctedPeriod'), note.corrected?.period],
              [t('payables.credits.declaredBase'), note.corrected?.declared && formats.money(note.corrected.declared)],
            ]}
            words={{ title: t('payables.paid'), none: t('payables.paidNothing'), open: t('payables.unapplied') }}
            onRemove={note.actions.deallocateSupplierCreditNote === null ? (billId) => open(removalOf(note, billId, words)) : undefined}
          />
          <EInvoiceStatus id={note.id} />
        </>
      )}
    </DocumentPage>
  );
}

const Supplier = ({ of: { supplierId, supplierName, number } }: { readonly of: Bill | Credit }): ReactNode => (
  <>
    <SupplierLink id={supplierId} name={supplierName} /> · {number}
  </>
);

/** What both show: facts, lines, what stands against it, the entries. */
function Body({ of, facts, ...rest }: Omit<DocumentBodyProps, 'document' | 'children'> & { readonly of: Bill | Credit }) {
  const { t, formats } = useWords();
  const { date, money, percent } = formats;
  const { texts } = usePurchaseKind();
  return (
    <DocumentBody
      {...rest}
      document={of}
      facts={[
        [t('payables.reference'), of.reference],
        [t('payables.register'), of.register],
        [t(`${texts}.date`), date(of.date)],
        [t('payables.receivedOn'), date(of.receivedOn)],
        [t('payables.taxId'), of.supplierTaxId],
        ...facts,
        [t('payables.withheld'), of.withheld && `${money(of.withheld.amount)} (${of.withheld.code}, ${percent(of.withheld.percent)})`],
        [t(`${texts}.payable`), money(of.payable)],
        [t('billing.notes'), of.notes],
      ]}
    >
      <Section title={t('records.lines')}>
        <RowsTable
          rows={of.lines}
          columns={[
            [t('payables.account'), ({ account }) => <Link to={`/accounts/${account}` as never}>{account}</Link>],
            [t('billing.lines.concept'), ({ text, dimensions }) => <Concept name={text} dimensions={dimensions} />],
            [t('billing.lines.vat'), (line) => percent(line.percent), 'amount'],
            [t('billing.lines.net'), ({ net, foreign }) => inBoth(net, foreign, formats), 'amount'],
          ]}
          totals={of.totals}
        />
      </Section>
      <ReceivedGoods lines={of.lines} />
    </DocumentBody>
  );
}
