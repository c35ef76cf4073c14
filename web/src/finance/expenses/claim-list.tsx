import { CLAIM_STATES } from '#domain/finance/expenses/expense-claim.ts';
import type { Schemas } from '../../api/client.ts';
import { load } from '../../list/api-list.ts';
import { dayOf, money, number, state, text } from '../../list/columns.tsx';
import { dates, states } from '../../list/filter-kinds.ts';
import { RecordList } from '../../list/record-list.tsx';
import { type ListContext, type ListPlan, useList } from '../../list/use-list.ts';

const plan = ({ t }: ListContext): ListPlan<Schemas['ExpenseClaimRow']> => ({
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
  create: { needs: 'submitExpenseClaim', to: '/expenses/new', label: t('expenses.new'), whenEmpty: true },
  empty: t('expenses.empty', { returnObjects: true }),
});

/** What employees have paid for the company: of everybody, or one's own. */
export const Screen = () => <RecordList spec={useList(plan)} />;
