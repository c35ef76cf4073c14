import { RETURN_STATES } from '#domain/sales/returns/return.ts';
import type { Schemas } from '../../api/client.ts';
import { load } from '../../list/api-list.ts';
import { date, number, party, state, text } from '../../list/columns.tsx';
import { customer, dates, states } from '../../list/filter-kinds.ts';
import { RecordList } from '../../list/record-list.tsx';
import { type ListContext, type ListPlan, useList } from '../../list/use-list.ts';
import { numberOf } from '../../record/kinds.ts';

const plan = ({ t }: ListContext): ListPlan<Schemas['ReturnRow']> => ({
  id: 'returns',
  title: t('menu.returns'),
  load: load('/returns'),
  href: '/returns',
  columns: [
    number(),
    date(),
    party({ hide: 'narrow' }),
    state('return', (ret) => ret.state),
    text('order', ({ orderId }) => numberOf(orderId), { hide: 'medium' }),
    text('reason', ({ reason }) => reason, { hide: 'medium' }),
  ],
  searchLabel: t('returns.search'),
  filters: [states('return', RETURN_STATES), customer(), dates()],
  views: [
    { name: t('returns.toReceive'), search: { awaits: 'receive' } },
    { name: t('returns.toRefund'), search: { awaits: 'refund' } },
  ],
  empty: { title: t('returns.empty.title'), text: t('returns.empty.text') },
});

/** Goods that customers send back: those on their way, and those whose credit waits to be paid back. */
export const Screen = () => <RecordList spec={useList(plan)} />;
