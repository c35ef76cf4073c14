import { PAY_PAYMENT_STATES, PAY_PAYMENTS } from '#domain/hr/payroll/payroll-payment.ts';
import type { Schemas } from '../../api/client.ts';
import { load } from '../../list/api-list.ts';
import { dayOf, money, number, state, text } from '../../list/columns.tsx';
import { choice, dates, states } from '../../list/filter-kinds.ts';
import { NewRecord } from '../../list/new-record.tsx';
import { RecordList } from '../../list/record-list.tsx';
import { type ListContext, type ListPlan, useList } from '../../list/use-list.ts';

const plan = ({ t }: ListContext): ListPlan<Schemas['PayrollPaymentRow']> => ({
  id: 'payroll-payments',
  title: t('menu.payrollPayments'),
  load: load('/payroll/payments'),
  href: '/payroll/payments',
  columns: [
    number(),
    text('what', ({ what }) => t(`payroll.payments.kinds.${what}`), { header: t('payroll.payments.what') }),
    text('month', ({ month }) => month, { header: t('payroll.runs.month') }),
    state('payroll-payment', (payment) => payment.state),
    dayOf('date', (payment) => payment.date, { header: t('payroll.payments.date') }),
    dayOf('dueDate', (payment) => payment.dueDate, { header: t('payroll.payments.dueDate'), hide: 'medium' }),
    money('amount', ({ amount }) => amount, { header: t('payroll.amount') }),
  ],
  searchLabel: t('payroll.runs.search'),
  filters: [
    states('payroll-payment', PAY_PAYMENT_STATES),
    choice('what', t('payroll.payments.what'), PAY_PAYMENTS, (what) => t(`payroll.payments.kinds.${what}`)),
    dates(),
  ],
  views: [{ name: t('payroll.payments.views.proposed'), search: { state: 'proposed' } }],
  actions: (
    <NewRecord needs="proposePayrollPayment" to="/payroll/payments/new">
      {t('commands.newPayrollPayment')}
    </NewRecord>
  ),
  empty: { title: t('payroll.payments.empty.title'), text: t('payroll.payments.empty.text') },
});

/** What the bank has paid of pay: wages, garnishments, contributions. */
export const Screen = () => <RecordList spec={useList(plan)} />;
