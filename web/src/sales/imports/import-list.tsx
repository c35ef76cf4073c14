import { STATUSES } from '#domain/sales/imports/import.ts';
import type { Schemas } from '../../api/client.ts';
import { load } from '../../list/api-list.ts';
import { count, dayOf, money, state, text } from '../../list/columns.tsx';
import { dates, flag, states } from '../../list/filter-kinds.ts';
import { RecordList } from '../../list/record-list.tsx';
import { type ListContext, type ListPlan, useList } from '../../list/use-list.ts';
import { documentsMade } from './import-stage.ts';

const plan = ({ t }: ListContext): ListPlan<Schemas['ImportRow']> => ({
  id: 'imports',
  title: t('menu.imports'),
  load: load('/imports', { ordered: false }),
  href: '/imports',
  columns: [
    text('fileName', ({ fileName }) => fileName, { header: t('imports.fileName') }),
    state('import', ({ status }) => status),
    dayOf('date', ({ date }) => date, { hide: 'narrow' }),
    count('rows', ({ rows }) => rows, { header: t('imports.rows'), hide: 'medium' }),
    count('made', documentsMade, { header: t('imports.made'), hide: 'medium' }),
    count('notTaken', ({ rowsByOutcome }) => rowsByOutcome.notTaken, { header: t('imports.notTaken') }),
    money('sales', ({ totals }) => totals.sales.gross, { header: t('imports.sales'), hide: 'narrow' }),
  ],
  filters: [states('import', STATUSES, 'status'), flag('problems', t('imports.problems')), dates()],
  views: [
    { name: t('imports.problems'), search: { problems: 'true' } },
    { name: t('states.import.running'), search: { status: 'running' } },
  ],
  create: { needs: 'createImport', to: '/imports/new', label: t('imports.new.title'), whenEmpty: true },
  empty: { title: t('imports.empty.title'), text: t('imports.empty.text') },
});

/** All files that came from web shops, newest first. */
export const Screen = () => <RecordList spec={useList(plan)} />;
