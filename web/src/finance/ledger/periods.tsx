import { Button, Loader } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { addDays, addMonths } from '#kernel/date.ts';
import { $api } from '../../api/client.ts';
import { today, useFormats } from '../../i18n/format.ts';
import { useT } from '../../i18n/i18n.ts';
import { LinesTable } from '../../record/lines-table.tsx';
import record from '../../record/record.module.css';
import { Section } from '../../record/record-page.tsx';
import { useCan } from '../../session/session.ts';
import { IconFileUpload, IconLock, IconPlus } from '../../ui/icons.ts';
import { ProblemNote } from '../../ui/problem-note.tsx';
import { StateBadge } from '../../ui/state-badge.tsx';
import { useTitle } from '../../ui/title.ts';
import { LaneButton, LaneNotes } from '../closing/lane-dialog.tsx';
import { OpenBooksDialog } from '../opening/open-books.tsx';
import { OpenYearDialog } from './open-year.tsx';
import { usePeriodCounts } from './period-counts.ts';
import { type Period, type PeriodAct, PeriodDialog } from './period-dialog.tsx';
import styles from './periods.module.css';
import { fiscalYearName, yearAt } from './ranges.ts';
import { useFiscalYears } from './use-fiscal-years.ts';

/** Fiscal years with their twelve periods: who may post in which, and until when. */
export function Screen() {
  const t = useT();
  const can = useCan();
  useTitle(t('books.periods.title'));
  const query = $api.useQuery('get', '/periods', {});
  const [opening, setOpening] = useState(false);
  const [bringing, setBringing] = useState(false);
  const [activeDialog, setActiveDialog] = useState<{ readonly period: Period; readonly act: PeriodAct }>();
  const known = useFiscalYears();
  const formats = useFormats();
  const years = [...Map.groupBy(query.data?.items ?? [], ({ period }) => yearAt(known, `${period}-01`).year)].reverse();
  const first = known[0]?.year;
  return (
    <section className={styles.page} aria-labelledby="periods-title">
      <div className={record.header}>
        <h1 id="periods-title">{t('books.periods.title')}</h1>
        <div className={record.actions}>
          {can('openBooks') && first && (
            <Button variant="default" leftSection={<IconFileUpload size={16} />} onClick={() => setBringing(true)}>
              {t('opening.start')}
            </Button>
          )}
          {can('openFiscalYear') && query.data && (
            <Button leftSection={<IconPlus size={16} />} onClick={() => setOpening(true)}>
              {t('books.periods.openYear')}
            </Button>
          )}
        </div>
      </div>
      <p className="dimmed">{t('books.periods.meaning')}</p>
      <ProblemNote error={query.error} />
      {query.isPending && <Loader aria-label={t('shell.loading')} />}
      {years.map(([year, periods]) => (
        <Year
          key={year}
          year={fiscalYearName(yearAt(known, `${periods[0]?.period}-01`), formats)}
          periods={periods}
          open={year === yearAt(known, today()).year}
          onAct={(period, act) => setActiveDialog({ period, act })}
        />
      ))}
      {opening && <OpenYearDialog years={known} onClose={() => setOpening(false)} />}
      {bringing && first && <OpenBooksDialog year={first} onClose={() => setBringing(false)} />}
      {activeDialog && <PeriodDialog {...activeDialog} onClose={() => setActiveDialog(undefined)} />}
    </section>
  );
}

type OnAct = (period: Period, act: PeriodAct) => void;

/** Where a year has ended long ago, one line tells of it until it is unfolded. */
function Year({
  year,
  periods,
  open,
  onAct,
}: {
  readonly year: string;
  readonly periods: readonly Period[];
  readonly open: boolean;
  readonly onAct: OnAct;
}) {
  const t = useT();
  const [shown, setShown] = useState(open);
  return (
    <Section title={t('books.periods.year', { year })} actions={<span className="dimmed">{usePeriodCounts(periods)}</span>}>
      <details open={open} onToggle={(event) => setShown(event.currentTarget.open)}>
        <summary>{t('books.periods.months')}</summary>
        {shown && <Months periods={periods} onAct={onAct} />}
      </details>
    </Section>
  );
}

function Months({ periods, onAct }: { readonly periods: readonly Period[]; readonly onAct: OnAct }) {
  const t = useT();
  const can = useCan();
  return (
    <LinesTable
      className={styles.months}
      heads={[
        t('books.periods.period'),
        t('books.periods.state'),
        [t('books.periods.entries'), `amount ${styles.last}`],
        [t('books.periods.last'), styles.last],
        can('setPeriod') && t('books.periods.actions'),
      ]}
    >
      <tbody>
        {periods.map((period) => (
          <Month key={period.period} period={period} onAct={onAct} />
        ))}
      </tbody>
    </LinesTable>
  );
}

function Month({ period, onAct }: { readonly period: Period; readonly onAct: OnAct }) {
  const can = useCan();
  const { month, whole } = useFormats();
  const { period: id, state, entries } = period;
  const days = { from: `${id}-01`, to: addDays(`${addMonths(id, 1)}-01`, -1) };
  return (
    <tr>
      <th scope="row" className={styles.name}>
        {month(id)}
      </th>
      <td>
        <StateBadge kind="period" state={state} />
        <LaneNotes period={period} />
      </td>
      <td className={`amount ${styles.last}`}>
        {entries === 0 ? (
          '0'
        ) : (
          <Link to={'/journal' as never} search={days as never}>
            {whole(entries)}
          </Link>
        )}
      </td>
      <td className={styles.last}>{state !== 'open' && <LastChange period={id} />}</td>
      {can('setPeriod') && (
        <td>
          <Acts period={period} onAct={onAct} />
        </td>
      )}
    </tr>
  );
}

/** What is refused for good, as of a locked period, has no buttons: its state says why. */
function Acts({ period, onAct }: { readonly period: Period; readonly onAct: OnAct }) {
  const t = useT();
  const can = useCan();
  const { month } = useFormats();
  const acts: readonly PeriodAct[] = period.actions.setPeriod ? [] : [period.state === 'open' ? 'close' : 'reopen', 'lock'];
  return (
    <div className={styles.acts}>
      {acts.map((act) => (
        <Button
          // Closing and reopening are one button: it keeps the focus when it turns.
          key={act === 'lock' ? 'lock' : 'turn'}
          size="compact-sm"
          variant={act === 'lock' ? 'subtle' : 'default'}
          {...(act === 'lock' ? { color: 'gray', leftSection: <IconLock size={14} aria-hidden /> } : {})}
          aria-label={t(`books.periods.${act}Of`, { period: month(period.period) })}
          onClick={() => onAct(period, act)}
        >
          {t(`books.periods.${act}`)}
        </Button>
      ))}
      {can('setPeriodLane') && !period.actions.setPeriod && <LaneButton period={period} />}
    </div>
  );
}

/** Who closed or locked it. A posting since then is the last step of the gate's story instead, and tells nothing of it. */
function LastChange({ period }: { readonly period: string }) {
  const t = useT();
  const { moment } = useFormats();
  const { data } = $api.useQuery('get', '/audit', { params: { query: { record: `per_${period.replace('-', '/')}.0` } } });
  const last = data?.steps.findLast(({ action }) => action === 'setPeriod');
  return last ? <small className="dimmed">{t('books.periods.lastBy', { by: last.by, at: moment(last.at) })}</small> : null;
}
