import { Button, NativeSelect } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { addDays, addMonths, monthsBetween } from '#kernel/date.ts';
import { isWorkday } from '#kernel/workday.ts';
import { api, dataOf, type Schemas } from '../../api/client.ts';
import { today, useFormats } from '../../i18n/format.ts';
import { useT } from '../../i18n/i18n.ts';
import { useAddress } from '../../list/address.ts';
import lists from '../../list/list.module.css';
import { ProblemNote } from '../../ui/problem-note.tsx';
import { useTitle } from '../../ui/title.ts';
import styles from './time.module.css';

const PAGE = '50';
type Row = Schemas['TeamCalendar']['items'][number];

const daysOfMonth = (month: string): string[] => {
  const next = `${addMonths(month, 1)}-01`;
  const days: string[] = [];
  for (let day = `${month}-01`; day < next; day = addDays(day, 1)) days.push(day);
  return days;
};

/** Who is away in a month, person by person: leave that was approved, and what is still asked for. */
export function Screen() {
  const t = useT();
  useTitle(t('leave.calendar.title'));
  const { month: monthText } = useFormats();
  const { search, change } = useAddress();
  const month = search.month ?? today().slice(0, 7);
  const query = useInfiniteQuery({
    queryKey: ['get', '/time/team-calendar', month],
    queryFn: async ({ pageParam }) =>
      dataOf(
        await api.GET('/time/team-calendar', {
          params: { query: { month, limit: PAGE, ...(pageParam ? { cursor: pageParam } : {}) } },
        } as never),
      ) as Schemas['TeamCalendar'],
    initialPageParam: '',
    getNextPageParam: ({ nextCursor }) => nextCursor,
  });
  const rows = query.data?.pages.flatMap(({ items }) => items) ?? [];
  const now = today().slice(0, 7);
  return (
    <div className={lists.list}>
      <div className={lists.head}>
        <h1 id="list-title">{t('leave.calendar.title')}</h1>
      </div>
      <search className={lists.filters}>
        <NativeSelect
          aria-label={t('time.register.month')}
          data={monthsBetween(addMonths(now, -12), addMonths(now, 12)).map((value) => ({ value, label: monthText(value) }))}
          value={month}
          onChange={(event) => change({ month: event.currentTarget.value }, true)}
        />
      </search>
      <ProblemNote error={query.error} />
      {query.data && rows.length === 0 && <p>{t('leave.calendar.nobody')}</p>}
      {rows.length > 0 && <Grid rows={rows} days={daysOfMonth(month)} />}
      {rows.length > 0 && <Away rows={rows} month={month} />}
      {query.hasNextPage && (
        <Button variant="default" loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
          {t('leave.calendar.more')}
        </Button>
      )}
    </div>
  );
}

function Grid({ rows, days }: { readonly rows: readonly Row[]; readonly days: readonly string[] }) {
  const t = useT();
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by the keyboard too.
    <section className={`${styles.scroll} ${styles.month}`} tabIndex={0} aria-label={t('leave.calendar.title')}>
      <table className={styles.calendar}>
        <thead>
          <tr>
            <th scope="col">{t('time.register.employee')}</th>
            {days.map((day) => (
              <th key={day} scope="col" data-free={!isWorkday(day) || undefined}>
                {Number(day.slice(8))}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.employeeId}>
              <th scope="row">{row.name}</th>
              {days.map((day) => (
                <Cell key={day} row={row} day={day} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** The same on a phone: who is away, day by day as it begins. A grid of a month would have to be pushed sideways there. */
function Away({ rows, month }: { readonly rows: readonly Row[]; readonly month: string }) {
  const t = useT();
  const { date } = useFormats();
  const [first, last] = [`${month}-01`, `${month}-31`];
  const away = rows
    .flatMap(({ employeeId, name, leave }) => leave.map((each) => ({ ...each, employeeId, name })))
    .filter(({ from, to }) => from <= last && to >= first)
    .sort((a, b) => (a.from < b.from ? -1 : 1));
  return (
    <ul className={styles.away} aria-label={t('leave.calendar.title')}>
      {away.length === 0 && <li className="dimmed">{t('leave.calendar.allHere')}</li>}
      {away.map(({ id, name, kind, state, from, to }) => (
        <li key={id}>
          <Link to={`/time/leave/${id}` as never}>{name}</Link>
          <div>{from === to ? date(from) : `${date(from)} – ${date(to)}`}</div>
          <div className="dimmed">{`${t(`leave.kinds.${kind}`)}, ${t(`states.leave.${state}`)}`}</div>
        </li>
      ))}
    </ul>
  );
}

function Cell({ row, day }: { readonly row: Row; readonly day: string }) {
  const t = useT();
  const away = row.leave.find(({ from, to }) => from <= day && to >= day);
  const holiday = row.holidays.find(({ date }) => date === day);
  if (!away) return <td data-free={!isWorkday(day) || holiday !== undefined || undefined} title={holiday?.name} />;
  const kind = t(`leave.kinds.${away.kind}`);
  const label = `${kind}, ${t(`states.leave.${away.state}`)}`;
  return (
    <td data-state={away.state} title={label}>
      <Link to={`/time/leave/${away.id}` as never} aria-label={`${row.name}, ${day}: ${label}`}>
        {kind.slice(0, 1)}
      </Link>
    </td>
  );
}
