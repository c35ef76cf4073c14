import type { Schemas } from '../../api/client.ts';
import { load } from '../../list/api-list.ts';
import { dayOf, money, number, state, text } from '../../list/columns.tsx';
import { dates, flag } from '../../list/filter-kinds.ts';
import { RecordList } from '../../list/record-list.tsx';
import { type ListContext, type ListPlan, useList } from '../../list/use-list.ts';
import { supplierFilter } from '../suppliers/supplier-picker.tsx';

const plan = ({ t }: ListContext): ListPlan<Schemas['SupplierCreditNoteRow']> => ({
  id: 'supplier-credit-notes',
  title: t('menu.supplierCreditNotes'),
  load: load('/payables/credit-notes'),
  href: '/payables/credit-notes',
  columns: [
    number(),
    dayOf('receivedOn', (note) => note.receivedOn, { header: t('payables.receivedOn'), indexed: true, hide: 'narrow' }),
    text('supplier', (note) => note.supplierName, { header: t('payables.supplier') }),
    text('reference', (note) => note.reference, { header: t('payables.reference'), hide: 'medium' }),
    state('supplier-credit-note', (note) => note.state, { hide: 'narrow' }),
    money('gross', ({ totals }) => totals.gross, { hide: 'narrow' }),
    money('open', ({ open }) => open, { header: t('payables.unapplied') }),
  ],
  searchLabel: t('payables.bills.search'),
  filters: [supplierFilter(), dates(), flag('open', t('billing.onlyOpen'))],
  views: [{ name: t('billing.onlyOpen'), search: { open: 'true' } }],
  create: { needs: 'recordSupplierCreditNote', to: '/payables/credit-notes/new', label: t('payables.credits.new') },
  empty: { title: t('payables.credits.empty.title'), text: t('payables.credits.empty.text') },
});

/** What suppliers have given back. */
export const Screen = () => <RecordList spec={useList(plan)} />;
