import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { $api, api, dataOf, type Schemas } from '../../api/client.ts';
import type { Search } from '../../app/root-route.tsx';
import { useFormats } from '../../i18n/format.ts';
import { useT } from '../../i18n/i18n.ts';
import { EntryTable } from '../../record/entry-table.tsx';
import { LinkedDocuments } from '../../record/linked-documents.tsx';
import type { RecordAction } from '../../record/record-actions.tsx';
import { Facts, RecordPage, Section } from '../../record/record-page.tsx';
import { Timeline } from '../../record/timeline.tsx';
import { StateBadge } from '../../ui/state-badge.tsx';
import { Allocations, appliedBy } from './allocations.tsx';
import { BillLines } from './bill-lines.tsx';
import { CreditInvoiceDialog } from './credit-invoice.tsx';
import { CustomerLink, linkedDocument, linkedEntry } from './documents.tsx';
import { whyNotCredit, whyNotPay } from './invoice-rules.ts';
import { PdfSection } from './pdf-section.tsx';
import { ReceivePaymentDialog } from './receive-payment.tsx';

type Invoice = Schemas['Invoice'];
type Doing = 'pay' | 'credit' | undefined;

/** One invoice, whole: what it asks for, what has paid it, what it did to the books. */
export function Screen() {
  const t = useT();
  const { invoiceId } = useParams({ strict: false }) as { invoiceId: string };
  const query = $api.useQuery('get', '/invoices/{invoiceId}', { params: { path: { invoiceId } } });
  const { data: invoice } = query;
  const { doing, start, stop } = useDoing();
  return (
    <RecordPage
      query={query}
      parent={{ to: '/invoices', label: t('shell.nav.invoices') }}
      title={invoice ? t('billing.documents.invoice', { number: invoice.number }) : ''}
      badges={invoice && <StateBadge kind="invoice" state={invoice.state} />}
      subtitle={invoice && <Subtitle invoice={invoice} />}
      actions={invoice ? actionsOf(invoice, t, start) : []}
      aside={invoice && <Aside invoice={invoice} />}
    >
      {invoice && (
        <>
          <InvoiceBody invoice={invoice} />
          {doing === 'pay' && !whyNotPay(invoice, t) && <ReceivePaymentDialog invoice={invoice} onClose={stop} />}
          {doing === 'credit' && <CreditInvoiceDialog invoice={invoice} onClose={stop} />}
        </>
      )}
    </RecordPage>
  );
}

/** What is being done; `?pay` in the address starts with the payment, and is gone with its dialog. */
function useDoing() {
  const search = useSearch({ strict: false }) as Search;
  const navigate = useNavigate();
  const [doing, setDoing] = useState<Doing>('pay' in search ? 'pay' : undefined);
  const stop = () => {
    setDoing(undefined);
    if ('pay' in search) void navigate({ to: '.', search: {}, replace: true } as never);
  };
  return { doing, start: setDoing, stop };
}

const actionsOf = (invoice: Invoice, t: ReturnType<typeof useT>, start: (doing: Doing) => void): RecordAction[] => [
  {
    id: 'pay',
    label: t('billing.pay.action'),
    needs: 'recordReceipt',
    blocked: whyNotPay(invoice, t),
    primary: true,
    key: 'p',
    start: () => start('pay'),
  },
  {
    id: 'credit',
    label: t('billing.credit.action'),
    needs: 'creditInvoice',
    blocked: whyNotCredit(invoice, t),
    start: () => start('credit'),
  },
];

function Subtitle({ invoice: { customerId, customer, open, daysOverdue } }: { readonly invoice: Invoice }) {
  const t = useT();
  const { money } = useFormats();
  return (
    <>
      <CustomerLink id={customerId} name={customer.name} />
      {Number(open.amount) > 0 && <> · {t('billing.openIs', { amount: money(open) })}</>}
      {daysOverdue > 0 && <> · {t('billing.daysOverdue', { count: daysOverdue })}</>}
    </>
  );
}

function InvoiceBody({ invoice }: { readonly invoice: Invoice }) {
  const t = useT();
  const { date } = useFormats();
  return (
    <>
      <Section title={t('billing.facts')}>
        <Facts
          facts={[
            [t('billing.date'), date(invoice.date)],
            [t('billing.dueDate'), date(invoice.dueDate)],
            [t('billing.operationDate'), invoice.operationDate && date(invoice.operationDate)],
            [t('billing.taxId'), invoice.customer.taxId],
            [t('billing.reminders'), invoice.reminders > 0 ? invoice.reminders : undefined],
            [t('billing.pricesIncludeTax'), invoice.pricesIncludeTax ? t('billing.yes') : undefined],
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
        openLabel={t('billing.open')}
        none={t('billing.allocations.noneOfInvoice')}
      />
      <Section title={t('records.entries')}>
        <EntryTable entry={invoice.entry} />
      </Section>
      <PdfSection
        id={invoice.id}
        number={invoice.number}
        link={() => api.GET('/invoices/{invoiceId}/pdf', { params: { path: { invoiceId: invoice.id } } }).then(dataOf)}
      />
    </>
  );
}

function Aside({ invoice }: { readonly invoice: Invoice }) {
  const t = useT();
  const { money } = useFormats();
  const paid = new Map(appliedBy(invoice.allocations).map(({ id, amount }) => [id, money({ amount, currency: 'EUR' })]));
  const ids = [
    ...(invoice.orderId ? [invoice.orderId] : []),
    ...(invoice.shipmentId && !invoice.orderId ? [invoice.shipmentId] : []),
    ...new Set([...invoice.creditNoteIds, ...paid.keys()]),
  ];
  return (
    <>
      <LinkedDocuments documents={[...ids.map((id) => linkedDocument(id, t, paid.get(id))), linkedEntry(invoice.id, t)]} />
      <Timeline id={invoice.id} />
    </>
  );
}
