import { DRAFT_STATES } from '#domain/finance/receivables/draft.ts';
import type { Schemas } from '../../api/client.ts';
import { load } from '../../list/api-list.ts';
import { moment, money, number, party, state, text } from '../../list/columns.tsx';
import { customer, dates, states } from '../../list/filter-kinds.ts';
import { RecordList } from '../../list/record-list.tsx';
import { type ListContext, type ListPlan, useList } from '../../list/use-list.ts';
import { numberOf } from '../../record/kinds.ts';
import { inBoth } from '../currencies/in-both.tsx';

const plan = ({ t }: ListContext): ListPlan<Schemas['DraftRow']> => ({
  id: 'invoice-drafts',
  title: t('menu.drafts'),
  load: load('/invoice-drafts'),
  href: '/invoice-drafts',
  columns: [
    number(),
    moment('made', ({ createdAt }) => createdAt, { header: t('billing.drafts.made'), indexed: true, hide: 'medium' }),
    party(),
    state('invoice-draft', (draft) => draft.state, { hide: 'narrow' }),
    text('invoice', ({ invoiceId }) => invoiceId && numberOf(invoiceId), { header: t('billing.drafts.issuedAs'), hide: 'medium' }),
    money('gross', ({ totals }) => totals.gross, { cell: ({ totals, foreign }, words) => inBoth(totals.gross, foreign?.gross, words) }),
  ],
  searchLabel: t('billing.drafts.search'),
  filters: [states('invoice-draft', DRAFT_STATES), customer(), dates()],
  views: [
    { name: t('billing.drafts.views.draft'), search: { state: 'draft' } },
    { name: t('billing.drafts.views.issued'), search: { state: 'issued' } },
  ],
  create: { needs: 'createDraft', to: '/invoice-drafts/new', label: t('billing.drafts.new') },
  empty: { title: t('billing.drafts.empty.title'), text: t('billing.drafts.empty.text') },
});

/** Invoices in the making, and what became of them. */
export const Screen = () => <RecordList spec={useList(plan)} />;
