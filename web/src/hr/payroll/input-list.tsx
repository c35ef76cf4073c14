import { Button, NativeSelect } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { addMonths, monthsBetween } from '#kernel/date.ts';
import { api, dataOf, type Schemas } from '../../api/client.ts';
import { today, useFormats } from '../../i18n/format.ts';
import { useT } from '../../i18n/i18n.ts';
import { useAddress } from '../../list/address.ts';
import lists from '../../list/list.module.css';
import { RowsTable } from '../../record/rows-table.tsx';
import { useCan } from '../../session/session.ts';
import { ProblemNote } from '../../ui/problem-note.tsx';
import { useTitle } from '../../ui/title.ts';
import { InputDialog } from './input-dialog.tsx';

const PAGE = '100';
type InputRow = Schemas['PayInputRow'];

/** What a month has beside salaries, person by person: typed here, and come of approved leave. */
export function Screen() {
  const t = useT();
  useTitle(t('payroll.inputs.title'));
  const can = useCan();
  const { month: monthText } = useFormats();
  const { search, change } = useAddress();
  const now = today().slice(0, 7);
  const month = search.month ?? now;
  const [edited, setEdited] = useState<InputRow>();
  const query = useInfiniteQuery({
    queryKey: ['get', '/payroll/inputs', month],
    queryFn: async ({ pageParam }) =>
      dataOf(
        await api.GET('/payroll/inputs', {
          params: { query: { month, limit: PAGE, ...(pageParam ? { cursor: pageParam } : {}) } },
        } as never),
      ) as { readonly items: readonly InputRow[]; readonly nextCursor?: string },
    initialPageParam: '',
    getNextPageParam: ({ nextCursor }) => nextCursor,
  });
  const rows = query.data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <div className={lists.list}>
      <div className={lists.head}>
        <h1 id="list-title">{t('payroll.inputs.title')}</h1>
      </div>
      <p className="dimmed">{t('payroll.inputs.text')}</p>
      <search className={lists.filters}>
        <NativeSelect
          aria-label={t('payroll.runs.month')}
          data={monthsBetween(addMonths(now, -12), addMonths(now, 2)).map((value) => ({ value, label: monthText(value) }))}
          value={month}
          onChange={(event) => change({ month: event.currentTarget.value }, true)}
        />
      </search>
      <ProblemNote error={query.error} />
      {query.data && rows.length === 0 && <p>{t('payroll.inputs.nobody')}</p>}
      {rows.length > 0 && <Table rows={rows} onEdit={can('putPayInput') && setEdited} />}
      {query.hasNextPage && (
        <Button variant="default" loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
          {t('payroll.runs.more')}
        </Button>
      )}
      {edited && <InputDialog row={edited} month={month} onClose={() => setEdited(undefined)} />}
    </div>
  );
}

function Table({ rows, onEdit }: { readonly rows: readonly InputRow[]; readonly onEdit: ((row: InputRow) => void) | false }) {
  const t = useT();
  const { money } = useFormats();
  const summary = useSummary();
  return (
    <RowsTable
      rows={rows}
      columns={[
        [
          t('payroll.runs.person'),
          ({ name, department }) => (
            <>
              {name}
              {department && <small className="dimmed"> {department}</small>}
            </>
          ),
        ],
        [t('payroll.inputs.variable'), (row) => summary.variable(row)],
        [t('payroll.inputs.absences'), (row) => summary.absences(row)],
        [t('payroll.slip.advance'), ({ input: { advance } }) => advance.amount !== '0.00' && money(advance), 'amount'],
        [t('payroll.slip.garnished'), ({ input: { garnishment } }) => garnishment && money(garnishment.owed), 'amount'],
        [t('payroll.runs.state'), ({ state }) => t(`payroll.inputs.states.${state}`)],
        onEdit && [
          t('payroll.inputs.edit'),
          (row) => (
            <Button
              size="compact-xs"
              variant="default"
              aria-label={t('payroll.inputs.editOf', { name: row.name })}
              onClick={() => onEdit(row)}
            >
              {t('payroll.inputs.edit')}
            </Button>
          ),
        ],
      ]}
    />
  );
}

/** What a row has, in a few words. */
function useSummary() {
  const t = useT();
  const { money, date } = useFormats();
  const days = ({ from, to }: { readonly from: string; readonly to?: string | undefined }) => `${date(from)} – ${to ? date(to) : '…'}`;
  return {
    variable: ({ input: { variable } }: InputRow) => variable.map(({ text, amount }) => `${text}: ${money(amount)}`).join('; '),
    absences: ({ input: { sick, unpaid }, leave }: InputRow) =>
      [
        ...[...sick, ...leave.sick].map((each) => `${t(`payroll.inputs.sickness.${each.kind}`)}, ${days(each)}`),
        ...unpaid.map((each) => `${t(`payroll.inputs.unpaidKinds.${each.kind}`)}, ${days(each)}`),
        ...leave.unpaid.map((each) => `${t('payroll.inputs.unpaidKinds.unpaid-leave')}, ${days(each)}`),
        ...leave.birth.map((each) => `${t('payroll.inputs.birth')}, ${days(each)}`),
      ].join('; '),
  };
}
