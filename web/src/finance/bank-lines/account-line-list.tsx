import { Select } from '@mantine/core';
import { LINE_STATES } from '#domain/finance/banking/bank-line.ts';
import { $api, type Schemas } from '../../api/client.ts';
import { load } from '../../list/api-list.ts';
import { dates, states } from '../../list/filter-kinds.ts';
import { RecordList } from '../../list/record-list.tsx';
import type { OwnFilterProps } from '../../list/spec.ts';
import { type ListContext, type ListPlan, useList } from '../../list/use-list.ts';
import { hrefOf } from '../../record/kinds.ts';
import { lineColumns } from './bank-line-columns.ts';

type Line = Schemas['BankLineRow'];

const useAccounts = () => $api.useQuery('get', '/banking/accounts', { params: { query: { limit: 100 } } });

/** The account whose lines are shown: one of them always is. */
function AccountFilter({ label, id, onChange }: OwnFilterProps) {
  const { data } = useAccounts();
  const accounts = data?.items ?? [];
  return (
    <Select
      aria-label={label}
      data={accounts.map((account) => ({ value: account.id, label: account.name }))}
      value={id ?? accounts[0]?.id ?? null}
      onChange={(chosen) => onChange(chosen ?? undefined)}
      allowDeselect={false}
    />
  );
}

const plan = ({ t }: ListContext, first: string | undefined): ListPlan<Line> => ({
  id: 'bank-lines',
  title: t('banking.lines.every'),
  load: async ({ query, ...request }) => {
    const bankAccountId = query.bankAccountId ?? first;
    return bankAccountId ? load('/banking/lines')({ ...request, query: { ...query, bankAccountId } }) : { items: [] };
  },
  href: ({ id }) => hrefOf(id),
  columns: lineColumns(t),
  searchLabel: t('banking.lines.search'),
  filters: [
    () => ({ kind: 'own', id: 'bankAccountId', label: t('banking.statements.account'), input: (props) => <AccountFilter {...props} /> }),
    states('bank-line', LINE_STATES),
    dates(),
  ],
  empty: t('banking.lines.none', { returnObjects: true }),
});

/** Every line of an account, also what was matched long ago or put aside. */
export function Screen() {
  const { data } = useAccounts();
  return data ? <Lines first={data.items[0]?.id} /> : null;
}

const Lines = ({ first }: { readonly first: string | undefined }) => (
  <RecordList spec={useList<Line>((context) => plan(context, first), [first])} />
);
