import { PAY_RUN_KINDS, PAY_RUN_STATES } from '#domain/hr/payroll/payroll-run.ts';
import type { Schemas } from '../../api/client.ts';
import { load } from '../../list/api-list.ts';
import { count, dayOf, money, number, state, text } from '../../list/columns.tsx';
import { choice, dates, states } from '../../list/filter-kinds.ts';
import { NewRecord } from '../../list/new-record.tsx';
import { RecordList } from '../../list/record-list.tsx';
import { type ListContext, type ListPlan, useList } from '../../list/use-list.ts';

const plan = ({ t }: ListContext): ListPlan<Schemas['PayrollRunRow']> => ({
  id: 'payroll-runs',
  title: t('menu.payrollRuns'),
  load: load('/payroll/runs'),
  href: '/payroll/runs',
  columns: [
    number(),
    text('month', ({ month }) => month, { header: t('payroll.runs.month') }),
    state('payroll-run', (run) => run.state),
    text('kind', ({ kind }) => t(`payroll.runs.kinds.${kind}`), { header: t('payroll.runs.kind'), hide: 'narrow' }),
    dayOf('payDate', (run) => run.payDate, { header: t('payroll.runs.payDate'), hide: 'medium' }),
    count('people', (run) => run.people, { header: t('payroll.runs.people'), hide: 'narrow' }),
    money('gross', ({ totals }) => totals.gross, { header: t('payroll.gross') }),
    money('cost', ({ totals }) => totals.cost, { header: t('payroll.runs.cost') }),
  ],
  searchLabel: t('payroll.runs.search'),
  filters: [
    states('payroll-run', PAY_RUN_STATES),
    choice('kind', t('payroll.runs.kind'), PAY_RUN_KINDS, (kind) => t(`payroll.runs.kinds.${kind}`)),
    dates(),
  ],
  views: (['proposed', 'posted'] as const).map((name) => ({ name: t(`payroll.runs.views.${name}`), search: { state: name } })),
  actions: (
    <NewRecord needs="proposePayrollRun" to="/payroll/runs/new">
      {t('commands.newPayrollRun')}
    </NewRecord>
  ),
  empty: { title: t('payroll.runs.empty.title'), text: t('payroll.runs.empty.text') },
});

/** Pay month by month: those that wait for an approval one click away. */
export const Screen = () => <RecordList spec={useList(plan)} />;
