import { DIRECTIONS, FOLLOW_UP_STATES } from '#domain/finance/einvoice/einvoice-status.ts';
import type { Schemas } from '../../api/client.ts';
import { load } from '../../list/api-list.ts';
import { date, dayOf, money, number, state, text } from '../../list/columns.tsx';
import { choice, dates, states } from '../../list/filter-kinds.ts';
import { RecordList } from '../../list/record-list.tsx';
import { type ListContext, type ListPlan, useList } from '../../list/use-list.ts';
import { hrefOf } from '../../record/kinds.ts';

const WARNINGS = ['overdue', 'due', 'unsent'] as const;

const plan = ({ t }: ListContext): ListPlan<Schemas['EInvoiceRow']> => ({
  id: 'e-invoices',
  title: t('menu.einvoices'),
  load: load('/e-invoicing/documents'),
  href: ({ documentId }) => hrefOf(documentId),
  columns: [
    number(),
    date(),
    text('direction', ({ direction }) => t(`einvoice.directions.${direction}`), { header: t('einvoice.direction'), hide: 'narrow' }),
    text('party', ({ partyName }) => partyName, { header: t('einvoice.party') }),
    state('e-invoice', (followUp) => followUp.state),
    text('warning', ({ warning }) => warning && t(`einvoice.warnings.${warning}`), { header: t('einvoice.warning') }),
    dayOf('reportBy', ({ reportBy }) => reportBy, { header: t('einvoice.reportBy'), hide: 'medium' }),
    money('gross', ({ gross }) => gross),
  ],
  searchLabel: t('einvoice.search'),
  filters: [
    choice('warning', t('einvoice.warning'), WARNINGS, (warning) => t(`einvoice.warnings.${warning}`)),
    states('e-invoice', FOLLOW_UP_STATES),
    choice('direction', t('einvoice.direction'), DIRECTIONS, (direction) => t(`einvoice.directions.${direction}`)),
    dates(),
  ],
  views: [
    { name: t('einvoice.views.report'), search: { warning: 'overdue,due' } },
    { name: t('einvoice.views.unsent'), search: { warning: 'unsent' } },
  ],
  empty: t('einvoice.empty', { returnObjects: true }),
});

/** Invoices among businesses with what became of them: who is still to be told, and what nobody has sent. */
export const Screen = () => <RecordList spec={useList(plan)} />;
