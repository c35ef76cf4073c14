import { BANK_FILE_STATES } from '#domain/finance/banking/bank-file.ts';
import type { Schemas } from '../../api/client.ts';
import { load } from '../../list/api-list.ts';
import { count, dayOf, number, state, text } from '../../list/columns.tsx';
import { states } from '../../list/filter-kinds.ts';
import { NewRecord } from '../../list/new-record.tsx';
import { RecordList } from '../../list/record-list.tsx';
import { type ListContext, type ListPlan, useList } from '../../list/use-list.ts';

const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0);

const plan = ({ t }: ListContext): ListPlan<Schemas['BankFileRow']> => ({
  id: 'bank-files',
  title: t('menu.bankFiles'),
  load: load('/banking/files'),
  href: '/banking/files',
  columns: [
    number(),
    text('file', ({ fileName }) => fileName, { header: t('banking.statements.file') }),
    state('bank-file', (file) => file.state),
    dayOf('came', ({ madeAt }) => madeAt.slice(0, 10), { header: t('bankFiles.came'), hide: 'narrow', indexed: true }),
    count('statements', ({ statements }) => statements.length, { header: t('menu.bankStatements'), hide: 'medium' }),
    count('lines', ({ statements }) => sum(statements.map(({ lines }) => lines)), {
      header: t('banking.statements.lines'),
      hide: 'medium',
    }),
  ],
  searchLabel: t('bankFiles.search'),
  filters: [states('bank-file', BANK_FILE_STATES)],
  views: [{ name: t('states.bank-file.failed' as 'lists.columns.state'), search: { state: 'failed' } }],
  actions: (
    <NewRecord needs="createBankFile" to="/banking/statements/new">
      {t('banking.statements.new')}
    </NewRecord>
  ),
  empty: t('banking.statements.empty', { returnObjects: true }),
});

/** What was sent of banks: also what was refused, until it is read. */
export const Screen = () => <RecordList spec={useList(plan)} />;
