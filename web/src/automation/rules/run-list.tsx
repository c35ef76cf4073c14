import { RULE_RUN_STATES } from '#domain/automation/rules/rule-run.ts';
import { load } from '../../list/api-list.ts';
import { moment, money, state, text } from '../../list/columns.tsx';
import { dates, states } from '../../list/filter-kinds.ts';
import { RecordList } from '../../list/record-list.tsx';
import { type ListContext, type ListPlan, useList } from '../../list/use-list.ts';
import { numberOf } from '../../record/kinds.ts';
import type { Run } from './rule-words.ts';

const plan = ({ t }: ListContext): ListPlan<Run> => ({
  id: 'runs',
  title: t('automation.runs'),
  load: load('/automation/runs', { ordered: false }),
  href: '/automation/runs',
  columns: [
    moment('at', ({ at }) => at, { header: t('automation.at') }),
    text('rule', ({ ruleName }) => ruleName, { header: t('automation.rule') }),
    text('subject', ({ subject }) => subject && numberOf(subject), { header: t('automation.subject') }),
    state('rule-run', (run) => run.state),
    money('amount', ({ amount }) => amount, { header: t('automation.amount'), hide: 'narrow' }),
  ],
  filters: [states('rule-run', RULE_RUN_STATES), dates()],
  views: [{ name: t('states.rule-run.failed'), search: { state: 'failed' } }],
  empty: { title: t('automation.noRunsTitle'), text: t('automation.noRuns') },
});

/** What rules did, newest first. */
export const Screen = () => <RecordList spec={useList(plan)} />;
