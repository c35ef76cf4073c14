import { CLAIM_STATES } from '#domain/finance/expenses/expense-claim.ts';
import type { Schemas } from '../../api/client.ts';
import { load } from '../../list/api-list.ts';
import { dayOf, money, number, state, text } from '../../list/columns.tsx';
import { dates, states } from '../../list/filter-kinds.ts';
import { NewRecord } from '../../list/new-record.tsx';
import { RecordList } from '../../list/record-list.tsx';
import { type ListContext, type ListPlan, useList } from '../../list/use-list.ts';

function plan({ t }: ListContext): ListPlan<Schemas['ExpenseClaimRow']> {
  const add = (
    <NewRecord needs="submitExpenseClaim" to="/expenses/new">
      {t('expenses.new')}
    </NewRecord>
  );
  return {
    id: 'expenses',
    title: t('menu.expenses'),
    load: load('/expense-claims'),
    href: '/expenses',
    columns: [
      number(),
      dayOf('submittedOn', (claim) => claim.submittedOn, { header: t('expenses.submittedOn'), indexed: true }),
      text('employee', (claim) => claim.employeeName, { header: t('expenses.employee') }),
      text('text', (claim) => claim.text, { header: t('expenses.text'), hide: 'medium' }),
      state('expense-claim', (claim) => claim.state),
      money('total', ({ total }) => total, { header: t('expenses.total') }),
    ],
    searchLabel: t('expenses.search'),
    filters: [states('expense-claim', CLAIM_STATES), dates()],
    views: [{ name: t('expenses.views.submitted'), search: { state: 'submitted' } }],
    actions: add,
    empty: { ...t('expenses.empty', { returnObjects: true }), action: add },
  };
}

/** What employees have paid for the company: of everybody, or one's own. */
export const Screen = () => <RecordList spec={useList(plan)} />;
