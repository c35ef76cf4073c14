import { Alert, Button, NativeSelect } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { $api, api, type Schemas } from '../../api/client.ts';
import { today, useFormats } from '../../i18n/format.ts';
import { useLanguage, useT } from '../../i18n/i18n.ts';
import { useAddress } from '../../list/address.ts';
import lists from '../../list/list.module.css';
import { Section } from '../../record/record-page.tsx';
import { RowsTable } from '../../record/rows-table.tsx';
import { useCan } from '../../session/session.ts';
import { IconDownload } from '../../ui/icons.ts';
import { ProblemNote, useProblemText } from '../../ui/problem-note.tsx';
import { saveFile } from '../../ui/save-file.ts';
import { StateBadge } from '../../ui/state-badge.tsx';
import { useTitle } from '../../ui/title.ts';
import { EmployeePicker, useEmployee } from '../people/employee-picker.tsx';
import { CorrectionDialog } from './correction-dialog.tsx';
import { hours, monthsUntil, timeOf } from './hours.ts';

const MONTHS = 48;
type Register = Schemas['Register'];
type Day = Register['days'][number];

/** Days of work of a month: one's own, or of whom one may see; and the file for the inspection. */
export function Screen() {
  const t = useT();
  useTitle(t('time.register.title'));
  const { month: monthText } = useFormats();
  const { search, change } = useAddress();
  const month = search.month ?? today().slice(0, 7);
  const { data: clock } = $api.useQuery('get', '/time/clock');
  const employeeId = search.employee ?? clock?.employeeId;
  return (
    <div className={lists.list}>
      <div className={lists.head}>
        <h1 id="list-title">{t('time.register.title')}</h1>
        <div className={lists.actions}>
          <Files month={month} employeeId={employeeId} />
        </div>
      </div>
      <search className={lists.filters}>
        <NativeSelect
          aria-label={t('time.register.month')}
          data={monthsUntil(today(), MONTHS).map((value) => ({ value, label: monthText(value) }))}
          value={month}
          onChange={(event) => change({ month: event.currentTarget.value }, true)}
        />
        <Whose employeeId={employeeId} onPick={(employee) => change({ employee }, true)} />
      </search>
      {clock && employeeId === undefined && <p>{t('time.register.choose')}</p>}
      {clock && employeeId !== undefined && <Month employeeId={employeeId} month={month} timeZone={clock.timeZone} />}
    </div>
  );
}

/** Of whom: offered to whoever may see others. */
function Whose({ employeeId, onPick }: { readonly employeeId: string | undefined; readonly onPick: (id: string | undefined) => void }) {
  const t = useT();
  const can = useCan();
  const { data: employee } = useEmployee(employeeId);
  if (!can('approveClockCorrection')) return null;
  return <EmployeePicker bare label={t('time.register.employee')} value={employee} onChange={(chosen) => onPick(chosen?.id)} />;
}

/** The register of the person who is shown, and that of everybody: in one click each. */
function Files({ month, employeeId }: { readonly month: string; readonly employeeId: string | undefined }) {
  const t = useT();
  const can = useCan();
  const language = useLanguage();
  const problem = useProblemText();
  const [busy, setBusy] = useState('');
  const save = async (format: 'csv' | 'pdf', of: string | undefined) => {
    setBusy(`${format}${of ?? ''}`);
    await api
      .GET('/time/register/file', { params: { query: { month, format, language, ...(of ? { employeeId: of } : {}) } } })
      .then(({ data }) => {
        const bytes = Uint8Array.from(atob(data.content), (character) => character.charCodeAt(0));
        saveFile(new Blob([bytes], { type: data.contentType }), data.fileName);
      })
      .catch((error: unknown) => notifications.show({ color: 'red', message: problem(error) }));
    setBusy('');
  };
  const button = (format: 'csv' | 'pdf', of: string | undefined, label: string) => (
    <Button
      variant="default"
      leftSection={<IconDownload size={16} />}
      loading={busy === `${format}${of ?? ''}`}
      onClick={() => void save(format, of)}
    >
      {label}
    </Button>
  );
  return (
    <>
      {employeeId && button('pdf', employeeId, t('time.register.pdf'))}
      {employeeId && button('csv', employeeId, t('time.register.csv'))}
      {can('approveClockCorrection') && button('csv', undefined, t('time.register.all'))}
    </>
  );
}

interface MonthProps {
  readonly employeeId: string;
  readonly month: string;
  readonly timeZone: string;
}

function Month({ employeeId, month, timeZone }: MonthProps) {
  const t = useT();
  const { date } = useFormats();
  const [correcting, setCorrecting] = useState(false);
  const { data: register, error } = $api.useQuery('get', '/time/employees/{employeeId}/register', {
    params: { path: { employeeId }, query: { month } },
  });
  if (!register) return <ProblemNote error={error} />;
  return (
    <>
      <Section title={t('time.register.of', { name: register.name, hours: hours(register.minutes) })}>
        {register.days.length === 0 && <p className="dimmed">{t('time.register.empty')}</p>}
        {register.days.length > 0 && <Days days={register.days} timeZone={timeZone} />}
        <p>
          <Button variant="default" onClick={() => setCorrecting(true)}>
            {t('time.correct.action')}
          </Button>
        </p>
        <p className="dimmed">{t('time.register.kept', { date: date(register.keptUntil) })}</p>
      </Section>
      {register.warnings.length > 0 && <Warnings warnings={register.warnings} />}
      <Entries register={register} />
      {correcting && <CorrectionDialog register={register} timeZone={timeZone} onClose={() => setCorrecting(false)} />}
    </>
  );
}

function Days({ days, timeZone }: { readonly days: readonly Day[]; readonly timeZone: string }) {
  const t = useT();
  const { date } = useFormats();
  const at = (instant: string | undefined) => (instant === undefined ? '–' : timeOf(instant, timeZone));
  return (
    <RowsTable
      rows={days}
      columns={[
        [t('time.register.date'), (day) => date(day.date), 'nowrap'],
        [t('time.register.work'), ({ shifts }) => shifts.map((shift) => `${at(shift.in)}–${shift.open ? '…' : at(shift.out)}`).join(', ')],
        [
          t('time.register.breaks'),
          ({ shifts }) => shifts.flatMap(({ breaks }) => breaks.map(({ from, to }) => `${at(from)}–${at(to)}`)).join(', '),
        ],
        [t('time.register.hours'), ({ minutes }) => hours(minutes), 'amount'],
        [
          t('time.register.remarks'),
          ({ shifts }) =>
            [
              ...shifts.flatMap(({ problem }) => (problem ? [t(`time.problems.${problem}`)] : [])),
              ...(shifts.some(({ corrected }) => corrected) ? [t('time.register.corrected')] : []),
            ].join('; '),
        ],
      ]}
    />
  );
}

function Warnings({ warnings }: { readonly warnings: Register['warnings'] }) {
  const t = useT();
  const { date } = useFormats();
  return (
    <Alert color="yellow" title={t('time.warnings.title')}>
      <ul>
        {warnings.map(({ rule, date: day, minutes, limit, article }) => (
          <li key={`${rule}${day}`}>
            {date(day)}: {t(`time.warnings.${rule}` as 'time.warnings.daily-hours', { hours: hours(minutes), limit: hours(limit) })} (
            {article})
          </li>
        ))}
      </ul>
    </Alert>
  );
}

/** What clocks told, beside what corrects it: nothing goes. */
function Entries({ register: { entries, corrections } }: { readonly register: Register }) {
  const t = useT();
  const { date, moment } = useFormats();
  if (entries.length === 0 && corrections.length === 0) return null;
  return (
    <Section title={t('time.entries.title')}>
      <RowsTable
        rows={entries}
        columns={[
          [t('time.register.date'), (entry) => date(entry.date), 'nowrap'],
          [t('time.entries.time'), ({ time }) => time],
          [t('time.entries.kind'), ({ kind }) => t(`time.kinds.${kind}`)],
          [t('time.entries.by'), ({ by }) => by],
          [
            t('time.register.remarks'),
            ({ late, received, replacedBy, source }) =>
              [
                replacedBy && t('time.entries.replaced'),
                source === undefined && t('time.register.corrected'),
                late && received && t('time.entries.late', { at: moment(received) }),
              ]
                .filter(Boolean)
                .join('; '),
          ],
        ]}
      />
      {corrections.length > 0 && (
        <RowsTable
          rows={corrections}
          columns={[
            [t('time.correct.title'), ({ was, entry }) => <Change was={was} entry={entry} />],
            [t('actions.reason'), ({ reason }) => reason],
            [t('time.entries.by'), ({ requestedBy }) => requestedBy],
            [t('time.correct.state'), ({ state }) => <StateBadge kind="clock-correction" state={state} />],
          ]}
        />
      )}
    </Section>
  );
}

type Told = Schemas['ClockCorrection']['was'];
/** What a correction changes: what was told, and what counts. */
export function Change({ was, entry }: { readonly was?: Told; readonly entry?: Told }) {
  const t = useT();
  const { moment } = useFormats();
  const text = (told: Told) => (told ? `${t(`time.kinds.${told.kind}`)} ${moment(told.at)}` : t('time.correct.nothing'));
  return (
    <>
      {text(was)} → {text(entry)}
    </>
  );
}
