import { RUN_KINDS, RUN_STATES } from '#domain/finance/treasury/payment-run.ts';
import type { Schemas } from '../../api/client.ts';
import { load } from '../../list/api-list.ts';
import { count, date, dayOf, money, number, state, text } from '../../list/columns.tsx';
import { choice, dates, states } from '../../list/filter-kinds.ts';
import { NewRecord } from '../../list/new-record.tsx';
import { RecordList } from '../../list/record-list.tsx';
import { type ListContext, type ListPlan, useList } from '../../list/use-list.ts';

const plan = ({ t }: ListContext): ListPlan<Schemas['PaymentRunRow']> => ({
  id: 'payment-runs',
  title: t('menu.paymentRuns'),
  load: load('/treasury/payment-runs'),
  href: '/treasury/payment-runs',
  columns: [
    number(),
    date({ header: t('treasury.payOn') }),
    state('payment-run', (run) => run.state),
    text('kind', ({ kind }) => t(`treasury.kinds.${kind}`), { header: t('treasury.kind') }),
    dayOf('proposedOn', (run) => run.proposedOn, { header: t('treasury.proposedOn'), hide: 'medium' }),
    count('count', (run) => run.count, { header: t('treasury.payments'), hide: 'narrow' }),
    money('total', ({ total }) => total, { header: t('treasury.total') }),
  ],
  searchLabel: t('treasury.search'),
  filters: [
    states('payment-run', RUN_STATES),
    choice('kind', t('treasury.kind'), RUN_KINDS, (kind) => t(`treasury.kinds.${kind}`)),
    dates(),
  ],
  views: (['proposed', 'sent', 'executed'] as const).map((name) => ({ name: t(`treasury.views.${name}`), search: { state: name } })),
  actions: (
    <>
      <NewRecord needs="proposeDebitRun" to="/treasury/debit-runs/new">
        {t('treasury.debits.new')}
      </NewRecord>
      <NewRecord needs="proposePaymentRun" to="/treasury/payment-runs/new">
        {t('treasury.new')}
      </NewRecord>
    </>
  ),
  empty: { title: t('treasury.empty.title'), text: t('treasury.empty.text') },
});

/** Payments to suppliers that leave together, and debits of customers; those that wait for an approval, or for the bank, one click away. */
export const Screen = () => <RecordList spec={useList(plan)} />;
