import { INVOICE_STATES } from '#domain/finance/receivables/invoice.ts';
import type { Schemas } from '../../api/client.ts';
import { load } from '../../list/api-list.ts';
import { date, dayOf, money, number, state, text } from '../../list/columns.tsx';
import { choice, customer, dates, flag, states } from '../../list/filter-kinds.ts';
import { RecordList } from '../../list/record-list.tsx';
import { type ListContext, type ListPlan, useList } from '../../list/use-list.ts';
import { inBoth } from '../currencies/in-both.tsx';
import { AGES, loadByAge } from './ages.ts';
import { InvoiceBadges } from './invoice-badges.tsx';
import { downloadAll, receiveAll } from './invoice-bulk.tsx';

type Invoice = Schemas['InvoiceRow'];

const plan = ({ t, formats, can }: ListContext): ListPlan<Invoice> => ({
  id: 'invoices',
  title: t('menu.invoices'),
  load: loadByAge(load('/invoices')),
  href: '/invoices',
  columns: [
    number(),
    date({ hide: 'narrow' }),
    text('customer', (invoice) => invoice.customer.name),
    state('invoice', (invoice) => invoice.state, { hide: 'narrow', cell: (invoice) => <InvoiceBadges invoice={invoice} /> }),
    dayOf('due', ({ dueDate }) => dueDate, { header: t('billing.dueDate'), hide: 'medium' }),
    money('gross', ({ totals }) => totals.gross, {
      hide: 'narrow',
      cell: ({ totals, foreign }, words) => inBoth(totals.gross, foreign?.gross, words),
    }),
    money('open', ({ open }) => open),
  ],
  searchLabel: t('billing.invoices.search'),
  filters: [
    states('invoice', INVOICE_STATES),
    choice('age', t('billing.ageing.filter'), AGES, (age) => t(`billing.ageing.ages.${age}`)),
    customer(),
    dates(),
    flag('simplified', t('billing.simplified.only')),
    flag('recipientMissing', t('billing.recipientMissing.only')),
    flag('disputed', t('disputes.only')),
  ],
  views: [
    { name: t('billing.invoices.views.open'), search: { state: 'open' } },
    { name: t('billing.invoices.views.overdue'), search: { state: 'overdue' } },
    { name: t('billing.invoices.views.paid'), search: { state: 'paid' } },
  ],
  bulk: [...(can('recordReceipt') ? [receiveAll(t, formats)] : []), downloadAll(t)],
  create: { needs: 'createDraft', to: '/invoice-drafts/new', label: t('billing.drafts.new') },
  empty: { title: t('billing.invoices.empty.title'), text: t('billing.invoices.empty.text') },
});

/** All invoices; what is overdue one click away, and paid from here. */
export const Screen = () => <RecordList spec={useList(plan)} />;
