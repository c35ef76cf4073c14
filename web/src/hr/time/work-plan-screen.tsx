import { Alert, Button, Group, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useState } from 'react';
import { $api, api, dataOf, type Schemas } from '../../api/client.ts';
import { FormDialog } from '../../form/form-dialog.tsx';
import { today, useFormats } from '../../i18n/format.ts';
import { useT } from '../../i18n/i18n.ts';
import lists from '../../list/list.module.css';
import { Section } from '../../record/record-page.tsx';
import { useCan } from '../../session/session.ts';
import { DateField } from '../../ui/date-field.tsx';
import { ProblemNote } from '../../ui/problem-note.tsx';
import { useTitle } from '../../ui/title.ts';
import { EmployeePicker } from '../people/employee-picker.tsx';
import { hours } from './hours.ts';
import styles from './time.module.css';

type Plan = Schemas['WorkPlan'];
type Pattern = Plan['patterns'][number];
const DAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;

/** When somebody is to work: weeks that come again and again, and what stands against them. */
export function Screen() {
  const t = useT();
  useTitle(t('menu.workPlan'));
  const [whom, choose] = useState<Pick<Schemas['EmployeeRow'], 'id' | 'name' | 'position'>>();
  const { data: clock, isPending } = $api.useQuery('get', '/time/clock');
  const employeeId = whom?.id ?? clock?.employeeId;
  return (
    <div className={lists.list}>
      <div className={lists.head}>
        <h1 id="list-title">{t('menu.workPlan')}</h1>
      </div>
      <EmployeePicker label={t('time.plan.whom')} value={whom} onChange={choose} />
      {employeeId ? (
        <>
          <YearHours employeeId={employeeId} />
          <Patterns employeeId={employeeId} />
        </>
      ) : (
        !isPending && <p className="dimmed">{t('time.register.choose')}</p>
      )}
    </div>
  );
}

type Warnings = Pattern['warnings'];
export function WarningList({ warnings }: { readonly warnings: Warnings }) {
  const t = useT();
  const { date } = useFormats();
  if (warnings.length === 0) return null;
  return (
    <Alert color="yellow" title={t('time.warnings.title')}>
      <ul className={styles.told}>
        {warnings.map(({ rule, article, date: day, minutes, limit }) => (
          <li key={`${rule}${day}`}>
            {date(day)}: {t(`time.warnings.${rule as 'weekly-rest'}`, { hours: hours(minutes), limit: hours(limit) })} ({article})
          </li>
        ))}
      </ul>
    </Alert>
  );
}

/** What was worked this year beside what is planned, and how much of it is overtime. */
function YearHours({ employeeId }: { readonly employeeId: string }) {
  const t = useT();
  const { data } = $api.useQuery('get', '/time/employees/{employeeId}/year-hours', { params: { path: { employeeId } } });
  if (!data) return null;
  const { year, worked, planned, overtime, overtimeLimit } = data;
  return (
    <Section title={t('time.plan.year', { year })}>
      <p>
        {t('time.plan.hours', {
          ...{ worked: hours(worked), planned: hours(planned) },
          ...{ overtime: hours(overtime), limit: hours(overtimeLimit) },
        })}
      </p>
      <WarningList warnings={data.warnings} />
    </Section>
  );
}

function Patterns({ employeeId }: { readonly employeeId: string }) {
  const t = useT();
  const can = useCan();
  const { date } = useFormats();
  const [editing, edit] = useState(false);
  const { data, error } = $api.useQuery('get', '/time/employees/{employeeId}/plan', { params: { path: { employeeId } } });
  if (!data) return <ProblemNote error={error} />;
  const last = data.patterns.at(-1);
  return (
    <>
      {can('putWorkPlan') && (
        <Group>
          <Button onClick={() => edit(true)}>{t('time.plan.put')}</Button>
        </Group>
      )}
      {data.patterns.length === 0 && <p className="dimmed">{t('time.plan.none')}</p>}
      {data.patterns.toReversed().map((pattern) => (
        <Section key={pattern.from} title={t('time.plan.from', { date: date(pattern.from), hours: hours(pattern.minutes) })}>
          <WarningList warnings={pattern.warnings} />
          <Weeks weeks={pattern.weeks} />
        </Section>
      ))}
      {editing && <PlanDialog employeeId={employeeId} name={data.name} before={last} onClose={() => edit(false)} />}
    </>
  );
}

function Weeks({ weeks }: Pick<Pattern, 'weeks'>) {
  const t = useT();
  return (
    <div className={styles.scroll}>
      <table className={styles.calendar}>
        <thead>
          <tr>
            <th scope="col">{t('time.plan.week')}</th>
            {DAYS.map((day) => (
              <th key={day} scope="col">
                {t(`time.plan.days.${day}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeks.map((days, week) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: weeks of a pattern never change places.
            <tr key={week}>
              <th scope="row">{week + 1}</th>
              {days.map((shifts, day) => (
                <td key={DAYS[day]}>{shifts.map(textOf).join(' · ') || '–'}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

type Shift = Pattern['weeks'][number][number][number];
const textOf = ({ start, end, pause }: Shift): string => `${start}–${end}${pause > 0 ? ` (−${pause})` : ''}`;
const SHIFT = /^(\d{1,2}):?(\d{2})\s*[-–]\s*(\d{1,2}):?(\d{2})(?:\s*\(?\s*[-−]?\s*(\d{1,3})\s*\)?)?$/;
const two = (text = ''): string => text.padStart(2, '0');

/** `08:00-14:00, 15:00-17:30` of a day as it is typed, with a pause in minutes behind it; undefined where it is none. */
function shiftsIn(typed: string): Shift[] | undefined {
  const parts = typed.split(/[,;·]/).map((part) => part.trim());
  if (parts.length === 1 && parts[0] === '') return [];
  const found = parts.map((part) => SHIFT.exec(part));
  return found.includes(null)
    ? undefined
    : (found as RegExpExecArray[]).map(([, h, m, toH, toM, pause]) => ({
        ...{ start: `${two(h)}:${two(m)}`, end: `${two(toH)}:${two(toM)}` },
        pause: Number(pause ?? 0),
      }));
}

interface DialogProps {
  readonly employeeId: string;
  readonly name: string;
  readonly before: Pattern | undefined;
  readonly onClose: () => void;
}
const NO_WEEK = ['', '', '', '', '', '', ''];

function PlanDialog({ employeeId, name, before, onClose }: DialogProps) {
  const t = useT();
  const had = before?.weeks.map((days) => days.map((shifts) => shifts.map(textOf).join(', '))) ?? [NO_WEEK];
  const form = useForm({
    initialValues: { from: today(), weeks: had },
    validate: { weeks: (weeks) => (weeks.flat().some((day) => shiftsIn(day) === undefined) ? t('time.plan.wrong') : null) },
  });
  const { weeks } = form.values;
  const put = (week: number, day: number, text: string) =>
    form.setFieldValue(
      'weeks',
      weeks.map((days, i) => (i === week ? days.map((one, j) => (j === day ? text : one)) : days)),
    );
  return (
    <FormDialog
      title={t('time.plan.of', { name })}
      form={form}
      send={({ from, weeks: typed }) =>
        api
          .PUT('/time/employees/{employeeId}/plan', {
            params: { path: { employeeId } },
            body: { from, weeks: typed.map((days) => days.map((day) => shiftsIn(day) ?? [])) },
          })
          .then(dataOf)
      }
      done={() => t('time.plan.done', { name })}
      onClose={onClose}
    >
      <DateField
        label={t('time.plan.begins')}
        required
        value={form.values.from}
        onChange={(from) => form.setFieldValue('from', from)}
        data-path="from"
      />
      <p className="dimmed">{t('time.plan.hint')}</p>
      {weeks.map((days, week) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: weeks of a pattern never change places.
        <fieldset key={week} className={styles.week}>
          <legend>{t('time.plan.weekNumber', { number: week + 1 })}</legend>
          {days.map((text, day) => (
            <TextInput
              key={DAYS[day]}
              label={t(`time.plan.days.${DAYS[day] ?? 'mon'}`)}
              value={text}
              error={shiftsIn(text) === undefined}
              onChange={(event) => put(week, day, event.currentTarget.value)}
              autoComplete="off"
              {...(week === 0 && day === 0 ? { 'data-path': 'weeks' } : {})}
            />
          ))}
        </fieldset>
      ))}
      {form.errors.weeks && <p role="alert">{form.errors.weeks}</p>}
      <MoreWeeks weeks={weeks} onChange={(next) => form.setFieldValue('weeks', next)} />
    </FormDialog>
  );
}

function MoreWeeks({ weeks, onChange }: { readonly weeks: string[][]; readonly onChange: (weeks: string[][]) => void }) {
  const t = useT();
  return (
    <Group>
      <Button
        variant="default"
        size="compact-sm"
        onClick={() => onChange([...weeks, weeks.at(-1) ?? NO_WEEK])}
        disabled={weeks.length >= 8}
      >
        {t('time.plan.more')}
      </Button>
      <Button variant="default" size="compact-sm" onClick={() => onChange(weeks.slice(0, -1))} disabled={weeks.length === 1}>
        {t('time.plan.fewer')}
      </Button>
    </Group>
  );
}
