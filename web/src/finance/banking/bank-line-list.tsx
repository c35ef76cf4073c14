import { Button } from '@mantine/core';
import { Link, useParams } from '@tanstack/react-router';
import { LINE_STATES } from '#domain/finance/banking/bank-line.ts';
import { $api, type Schemas } from '../../api/client.ts';
import { load } from '../../list/api-list.ts';
import { dayOf, money, state, text } from '../../list/columns.tsx';
import { dates, states } from '../../list/filter-kinds.ts';
import { RecordList } from '../../list/record-list.tsx';
import { type ListContext, type ListPlan, useList } from '../../list/use-list.ts';
import { hrefOf } from '../../record/kinds.ts';

type Line = Schemas['BankLineRow'];
type Statement = Schemas['BankStatement'];

/** Where a line leads: to what it is matched with, else to where it is matched. */
const leadsTo = ({ match, state: of, bankAccountId }: Line): string | undefined => {
  const [first] = match?.parts ?? [];
  if (first) return hrefOf(first.id);
  return of === 'open' ? `/banking/matching?account=${bankAccountId}` : undefined;
};

const plan = ({ t }: ListContext, { id, number, accountName, bankAccountId }: Statement): ListPlan<Line> => ({
  id: `bank-lines.${bankAccountId}`,
  title: t('banking.lines.title', { number }),
  load: ({ query, ...request }) => load('/banking/lines')({ ...request, query: { ...query, bankAccountId, statementId: id } }),
  order: 'asc',
  href: leadsTo,
  columns: [
    dayOf('date', ({ date }) => date, { header: t('banking.check.day'), indexed: true }),
    money('amount', ({ amount }) => amount, { header: t('banking.check.amount') }),
    dayOf('valueDate', ({ valueDate }) => valueDate, { header: t('banking.lines.valueDate'), hide: 'medium' }),
    text('party', ({ partyName }) => partyName, { header: t('banking.lines.party'), hide: 'narrow' }),
    text('text', (line) => line.text, { header: t('banking.check.what') }),
    text('reference', ({ reference }) => reference, { header: t('banking.lines.reference'), hide: 'medium' }),
    text('matched', ({ match }) => match?.parts.map((part) => part.number).join(', '), {
      header: t('banking.lines.matched'),
      hide: 'medium',
    }),
    state('bank-line', (line) => line.state, { hide: 'narrow' }),
  ],
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
