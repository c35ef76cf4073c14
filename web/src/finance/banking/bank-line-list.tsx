import { Button } from '@mantine/core';
import { Link, useParams } from '@tanstack/react-router';
import { LINE_STATES } from '#domain/finance/banking/bank-line.ts';
import { $api, type Schemas } from '../../api/client.ts';
import { load } from '../../list/api-list.ts';
import { dates, states } from '../../list/filter-kinds.ts';
import { RecordList } from '../../list/record-list.tsx';
import { type ListContext, type ListPlan, useList } from '../../list/use-list.ts';
import { hrefOf } from '../../record/kinds.ts';
import { lineColumns } from '../bank-lines/bank-line-columns.ts';

type Line = Schemas['BankLineRow'];
type Statement = Schemas['BankStatement'];

const plan = ({ t }: ListContext, { id, number, accountName, bankAccountId }: Statement): ListPlan<Line> => ({
  id: `bank-lines.${bankAccountId}`,
  title: t('banking.lines.title', { number }),
  load: ({ query, ...request }) => load('/banking/lines')({ ...request, query: { ...query, bankAccountId, statementId: id } }),
  order: 'asc',
  href: ({ id }) => hrefOf(id),
  columns: lineColumns(t),
  searchLabel: t('banking.lines.search'),
  filters: [states('bank-line', LINE_STATES), dates()],
  actions: (
    <Button component={Link} to={`/banking/statements/${id}` as never} variant="default">
      {accountName}
    </Button>
  ),
  empty: t('banking.lines.empty', { returnObjects: true }),
});

/** Every line of a statement, to be searched, narrowed and taken along. */
export function Screen() {
  const { statementId } = useParams({ strict: false }) as { readonly statementId: string };
  const { data } = $api.useQuery('get', '/banking/statements/{statementId}', { params: { path: { statementId } } });
  return data ? <Lines statement={data} /> : null;
}

const Lines = ({ statement }: { readonly statement: Statement }) => (
  <RecordList spec={useList<Line>((context) => plan(context, statement), [statement.id])} />
);
