import { Alert } from '@mantine/core';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { StepDialog } from '../../actions/step-dialog.tsx';
import { $api, api, dataOf, type Schemas } from '../../api/client.ts';
import { today, useFormats } from '../../i18n/format.ts';
import { useT } from '../../i18n/i18n.ts';
import type { Search } from '../../list/address.ts';
import { FlowDocuments, FlowEntries } from '../../record/flow.tsx';
import type { RecordAction } from '../../record/record-actions.tsx';
import { Facts, RecordPage, Section } from '../../record/record-page.tsx';
import { Timeline } from '../../record/timeline.tsx';
import { useExchangeText } from '../currencies/exchange-text.ts';
import { disputeInvoice, resolveDispute } from '../disputes/dispute-steps.ts';
import { EInvoiceSection } from '../einvoice/einvoice-section.tsx';
import { EInvoiceStatus } from '../einvoice/einvoice-status.tsx';
import { LateInterest } from '../interest/late-interest.tsx';
import { BroughtNote } from '../opening/brought-note.tsx';
import { Allocations } from './allocations.tsx';
import { BillLines } from './bill-lines.tsx';
import { CreditInvoiceDialog } from './credit-invoice.tsx';
import { CustomerLink } from './documents.tsx';
import { InvoiceBadges } from './invoice-badges.tsx';
import { OutOfOrder } from './out-of-order.tsx';
import { PdfSection } from './pdf-section.tsx';
import { ReceivePaymentDialog } from './receive-payment.tsx';

type Invoice = Schemas['Invoice'];
type DialogName = 'pay' | 'credit' | 'dispute' | 'resolve' | undefined;

/** One invoice, whole: what it asks for, what has paid it, what it did to the books. */
export function Screen() {
  const t = useT();
  const formats = useFormats();
  const { invoiceId } = useParams({ strict: false }) as { invoiceId: string };
  const query = $api.useQuery('get', '/invoices/{invoiceId}', { params: { path: { invoiceId } } });
  const { data: invoice } = query;
  const { activeDialog, start, stop } = useActiveDialog();
  return (
    <RecordPage
      query={query}
      parent={{ to: '/invoices', label: t('menu.invoices') }}
      title={invoice ? t(invoice.simplified ? 'billing.simplified.title' : 'billing.documents.invoice', { number: invoice.number }) : ''}
      badges={invoice && <InvoiceBadges invoice={invoice} />}
      subtitle={invoice && <Subtitle invoice={invoice} />}
      answered={invoice?.actions}
      actions={invoice ? actionsOf(t, start, invoice.disputed) : []}
      aside={
        invoice && (
          <>
            <FlowDocuments record={invoice} />
            <Timeline id={invoice.id} />
          </>
        )
      }
    >
      {invoice && (
        <>
          <InvoiceBody invoice={invoice} />
          {activeDialog === 'pay' && invoice.actions.recordReceipt === null && <ReceivePaymentDialog invoice={invoice} onClose={stop} />}
          {activeDialog === 'credit' && <CreditInvoiceDialog invoice={invoice} onClose={stop} />}
          {activeDialog === 'dispute' && <StepDialog {...disputeInvoice(invoice, { t, formats })} onClose={stop} />}
          {activeDialog === 'resolve' && <StepDialog {...resolveDispute(invoice, { t, formats })} onClose={stop} />}
        </>
      )}
    </RecordPage>
  );
}

/** What is being done; `?pay` in the address starts with the payment, and is gone with its dialog. */
function useActiveDialog() {
  const search = useSearch({ strict: false }) as Search;
  const navigate = useNavigate();
  const [activeDialog, setActiveDialog] = useState<DialogName>('pay' in search ? 'pay' : undefined);
  const stop = () => {
    setActiveDialog(undefined);
    if ('pay' in search) void navigate({ to: '.', search: {}, replace: true } as never);
  };
  return { activeDialog, start: setActiveDialog, stop };
}

/** A dispute is begun or ended: the step that does not apply is not shown. */
const actionsOf = (t: ReturnType<typeof useT>, start: (dialog: DialogName) => void, disputed: boolean): RecordAction[] => [
  {
    id: 'pay',
    label: t('billing.pay.action'),
    needs: 'recordReceipt',
    primary: true,
    key: 'p',
    start: () => start('pay'),
  },
  {
    id: 'credit',
    label: t('billing.credit.action'),
    needs: 'creditInvoice',
    start: () => start('credit'),
  },
  disputed
    ? { id: 'resolve', label: t('disputes.end.action'), needs: 'resolveDispute', start: () => start('resolve') }
    : { id: 'dispute', label: t('disputes.action'), needs: 'disputeInvoice', start: () => start('dispute') },
];

function Subtitle({ invoice: { customerId, customer, open, foreign, daysOverdue } }: { readonly invoice: Invoice }) {
  const t = useT();
  const { money } = useFormats();
  return (
    <>
      <CustomerLink id={customerId} name={customer.name} />
      {Number(open.amount) > 0 && <> · {t('billing.openIs', { amount: money(foreign?.open ?? open) })}</>}
      {daysOverdue > 0 && <> · {t('billing.daysOverdue', { count: daysOverdue })}</>}
    </>
  );
}

/** How many reminders have gone out, and when the last did. */
const sentText = ({ reminders, remindedOn }: Invoice, t: ReturnType<typeof useT>, date: (day: string) => string) =>
  reminders === 0 ? undefined : remindedOn ? t('billing.remindersUntil', { count: reminders, date: date(remindedOn) }) : reminders;

/** The disputes over it, each with its days, its reason and what came of it. */
const disputesText = ({ disputes }: Invoice, t: ReturnType<typeof useT>, date: (day: string) => string) =>
  disputes
    .map(({ from, to, reason, outcome }) => {
      const days = to ? `${date(from)} – ${date(to)}` : t('disputes.since', { date: date(from) });
      return `${days}: ${reason}${outcome ? ` → ${outcome}` : ''}`;
    })
    .join(' · ');

function InvoiceBody({ invoice }: { readonly invoice: Invoice }) {
  const t = useT();
  const exchange = useExchangeText();
  const { date } = useFormats();
  return (
    <>
      <OutOfOrder document={invoice} />
      <BroughtNote brought={invoice.brought} />
      {invoice.recipientMissing && <Alert color="yellow">{t('billing.recipientMissing.text')}</Alert>}
      <Section title={t('billing.facts')}>
        <Facts
          facts={[
            [t('billing.date'), date(invoice.date)],
            [t('billing.dueDate'), date(invoice.dueDate)],
            [t('billing.operationDate'), invoice.operationDate && date(invoice.operationDate)],
            [t('billing.taxId'), invoice.customer.taxId],
            [t('currencies.inCurrency'), exchange(invoice.foreign, invoice.foreign?.gross)],
            [t('billing.reminders'), sentText(invoice, t, date)],
            [t('billing.nextReminder'), invoice.nextReminder && date(invoice.nextReminder)],
            [t('disputes.facts'), disputesText(invoice, t, date) || undefined],
            [t('billing.pricesIncludeTax'), invoice.pricesIncludeTax ? t('billing.yes') : undefined],
            [t('billing.drafts.issuedBy'), invoice.issuedBy?.name],
            [t('billing.notes'), invoice.notes],
          ]}
        />
      </Section>
      <Section title={t('records.lines')}>
        <BillLines bill={invoice} />
      </Section>
      <Allocations
        title={t('billing.allocations.ofInvoice')}
        allocations={invoice.allocations}
        open={invoice.open}
        foreignOpen={invoice.foreign?.open}
        openLabel={t('billing.open')}
        none={t('billing.allocations.noneOfInvoice')}
      />
      {!invoice.simplified && invoice.customer.taxId && invoice.dueDate < today() && <LateInterest invoiceId={invoice.id} />}
      <FlowEntries entries={invoice.entries} />
      {!invoice.brought && (
        <PdfSection
          id={invoice.id}
          number={invoice.number}
          link={() => api.GET('/invoices/{invoiceId}/pdf', { params: { path: { invoiceId: invoice.id } } }).then(dataOf)}
        />
      )}
      {!invoice.brought && <EInvoiceStatus id={invoice.id} />}
      {!invoice.brought && !invoice.simplified && (
        <EInvoiceSection
          number={invoice.number}
          signed={() => api.GET('/signed-invoices/{invoiceId}', { params: { path: { invoiceId: invoice.id } } }).then(dataOf)}
          file={(syntax) =>
            api.GET('/invoices/{invoiceId}/e-invoice', { params: { path: { invoiceId: invoice.id }, query: { syntax } } }).then(dataOf)
          }
        />
      )}
    </>
  );
}
