import { Button, FileInput, Group, NativeSelect, NumberInput, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useState } from 'react';
import { $api, api, dataOf, type Schemas } from '../../api/client.ts';
import { FormDialog } from '../../form/form-dialog.tsx';
import { today, useFormats } from '../../i18n/format.ts';
import { useT } from '../../i18n/i18n.ts';
import lists from '../../list/list.module.css';
import { Section } from '../../record/record-page.tsx';
import { RowsTable } from '../../record/rows-table.tsx';
import { DateField } from '../../ui/date-field.tsx';
import { ProblemNote } from '../../ui/problem-note.tsx';
import { useTitle } from '../../ui/title.ts';
import { EmployeePicker } from '../people/employee-picker.tsx';
import styles from './time.module.css';

type Calendar = Schemas['WorkCalendarRow'];

/** What working time and leave are kept by: holidays of places of work, holiday brought forward, files of badge readers. */
export function Screen() {
  const t = useT();
  useTitle(t('menu.timeSetup'));
  const [opened, open] = useState<Calendar | 'calendar' | 'opening' | 'badges'>();
  const [report, tell] = useState<Report>();
  const close = () => open(undefined);
  return (
    <div className={lists.list}>
      <div className={lists.head}>
        <h1 id="list-title">{t('menu.timeSetup')}</h1>
        <div className={lists.actions}>
          <Button variant="default" onClick={() => open('badges')}>
            {t('time.setup.badges')}
          </Button>
          <Button variant="default" onClick={() => open('opening')}>
            {t('time.setup.opening')}
          </Button>
          <Button onClick={() => open('calendar')}>{t('time.setup.calendar')}</Button>
        </div>
      </div>
      {report && <BadgeReport report={report} />}
      <Calendars onOpen={open} />
      {opened === 'opening' && <OpeningDialog onClose={close} />}
      {opened === 'badges' && <BadgeDialog onDone={tell} onClose={close} />}
      {opened === 'calendar' && <CalendarDialog onClose={close} />}
      {typeof opened === 'object' && <CalendarDialog calendar={opened} onClose={close} />}
    </div>
  );
}

function Calendars({ onOpen }: { readonly onOpen: (calendar: Calendar) => void }) {
  const t = useT();
  const { date } = useFormats();
  const { data, error } = $api.useQuery('get', '/time/calendars', { params: { query: { limit: '100' } } } as never);
  const items = (data?.items ?? []) as readonly Calendar[];
  const year = today().slice(0, 4);
  return (
    <Section title={t('time.setup.calendars')}>
      <p className="dimmed">{t('time.setup.national')}</p>
      <ProblemNote error={error} />
      {data && items.length === 0 && <p className="dimmed">{t('time.setup.none')}</p>}
      {items.length > 0 && (
        <RowsTable
          rows={items}
          columns={[
            [t('employees.workplace'), ({ workplace }) => workplace],
            [t('time.setup.where'), ({ region, town }) => [town, region].filter(Boolean).join(', ')],
            [
              t('time.setup.holidays', { year }),
              ({ holidays }) =>
                holidays
                  .filter((one) => one.date.startsWith(year))
                  .map(({ date: day, name }) => `${date(day)} ${name}`)
                  .join('; '),
            ],
            [
              t('time.approvals.decision'),
              (calendar) => (
                <Button
                  size="compact-sm"
                  variant="default"
                  onClick={() => onOpen(calendar)}
                  aria-label={`${t('time.setup.change')}: ${calendar.workplace}`}
                >
                  {t('time.setup.change')}
                </Button>
              ),
            ],
          ]}
        />
      )}
    </Section>
  );
}

const SCOPES = ['region', 'town'] as const;
interface Holiday {
  readonly date: string;
  readonly name: string;
  readonly scope: (typeof SCOPES)[number];
}
const NO_HOLIDAY: Holiday = { date: '', name: '', scope: 'town' };
const isTyped = ({ date, name }: Holiday): boolean => date !== '' || name.trim() !== '';

function CalendarDialog({ calendar, onClose }: { readonly calendar?: Calendar; readonly onClose: () => void }) {
  const t = useT();
  const form = useForm({
    initialValues: {
      ...{
        workplace: calendar?.workplace ?? '',
        region: calendar?.region ?? '',
        town: calendar?.town ?? '',
        source: calendar?.source ?? '',
      },
      holidays: [...(calendar?.holidays ?? []), NO_HOLIDAY] as Holiday[],
    },
    validate: {
      workplace: (text) => (text.trim() === '' ? t('forms.wrong') : null),
      source: (text) => (text.trim() === '' ? t('forms.wrong') : null),
      holidays: (all) =>
        all.some((one) => isTyped(one) && (one.date === '' || one.name.trim() === '')) ? t('time.setup.incomplete') : null,
    },
  });
  return (
    <FormDialog
      title={t('time.setup.calendar')}
      form={form}
      send={({ workplace, region, town, source, holidays }) =>
        api
          .PUT('/time/calendars', {
            body: {
              ...{ workplace, source, holidays: holidays.filter(isTyped) },
              ...(region.trim() ? { region } : {}),
              ...(town.trim() ? { town } : {}),
            },
          })
          .then(dataOf)
      }
      done={({ workplace }) => t('time.setup.calendarDone', { name: workplace })}
      onClose={onClose}
    >
      <TextInput
        label={t('employees.workplace')}
        description={t('time.setup.workplaceHint')}
        required
        maxLength={80}
        disabled={calendar !== undefined}
        {...form.getInputProps('workplace')}
      />
      <TextInput label={t('time.setup.region')} maxLength={60} {...form.getInputProps('region')} />
      <TextInput label={t('time.setup.town')} maxLength={60} {...form.getInputProps('town')} />
      <TextInput
        label={t('time.setup.source')}
        description={t('time.setup.sourceHint')}
        required
        maxLength={200}
        {...form.getInputProps('source')}
      />
      <Holidays holidays={form.values.holidays} onChange={(holidays) => form.setFieldValue('holidays', holidays)} />
      {form.errors.holidays && <p role="alert">{form.errors.holidays}</p>}
    </FormDialog>
  );
}

/** Holidays, and a place for the next one. */
function Holidays({ holidays, onChange }: { readonly holidays: Holiday[]; readonly onChange: (holidays: Holiday[]) => void }) {
  const t = useT();
  const put = (at: number, more: Partial<Holiday>) => {
    const next = holidays.map((one, i) => (i === at ? { ...one, ...more } : one));
    onChange(next.every(isTyped) ? [...next, NO_HOLIDAY] : next);
  };
  return (
    <fieldset className={styles.holidays}>
      <legend>{t('time.setup.days')}</legend>
      {holidays.map((holiday, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rows are added at the end alone.
        <Group key={at} gap={8} align="end">
          <DateField label={t('time.register.date')} value={holiday.date} onChange={(date) => put(at, { date })} />
          <TextInput
            label={t('time.setup.name')}
            maxLength={80}
            value={holiday.name}
            onChange={(event) => put(at, { name: event.currentTarget.value })}
          />
          <NativeSelect
            label={t('time.setup.scope')}
            data={SCOPES.map((value) => ({ value, label: t(`time.setup.scopes.${value}`) }))}
            value={holiday.scope}
            onChange={(event) => put(at, { scope: event.currentTarget.value as Holiday['scope'] })}
          />
        </Group>
      ))}
    </fieldset>
  );
}

function OpeningDialog({ onClose }: { readonly onClose: () => void }) {
  const t = useT();
  const [whom, choose] = useState<Pick<Schemas['EmployeeRow'], 'id' | 'name' | 'position'>>();
  const form = useForm({
    initialValues: { employeeId: '', year: Number(today().slice(0, 4)) as number | string, days: '' as number | string, reason: '' },
    validate: {
      employeeId: () => (whom ? null : t('forms.wrong')),
      days: (days) => (days === '' || !Number.isInteger(Number(days) * 2) ? t('time.setup.halfDays') : null),
      reason: (reason) => (reason.trim() === '' ? t('forms.wrong') : null),
    },
  });
  return (
    <FormDialog
      title={t('time.setup.opening')}
      form={form}
      send={({ year, days, reason }) =>
        api
          .PUT('/time/employees/{employeeId}/leave-opening', {
            params: { path: { employeeId: whom?.id ?? '' } },
            body: { year: Number(year), halves: Number(days) * 2, reason },
          })
          .then(dataOf)
      }
      done={() => t('time.setup.openingDone', { name: whom?.name ?? '' })}
      onClose={onClose}
    >
      <p className="dimmed">{t('time.setup.openingHint')}</p>
      <EmployeePicker
        label={t('time.register.employee')}
        required
        value={whom}
        onChange={choose}
        error={form.errors.employeeId}
        path="employeeId"
      />
      <NumberInput label={t('time.setup.year')} min={2000} max={2199} allowDecimal={false} {...form.getInputProps('year')} />
      <NumberInput label={t('time.setup.carried')} required min={0} max={200} step={0.5} {...form.getInputProps('days')} />
      <TextInput label={t('actions.reason')} required maxLength={200} {...form.getInputProps('reason')} />
    </FormDialog>
  );
}

const upload = async (file: File | null, key: string) =>
  api
    .POST('/time/badge-files', {
      params: { header: { 'Idempotency-Key': key } },
      body: { fileName: file?.name ?? '', text: (await file?.text()) ?? '' },
    })
    .then(dataOf);
type Report = Awaited<ReturnType<typeof upload>>;

function BadgeDialog({ onDone, onClose }: { readonly onDone: (report: Report) => void; readonly onClose: () => void }) {
  const t = useT();
  const [file, choose] = useState<File | null>(null);
  const form = useForm({ initialValues: { file: '' }, validate: { file: () => (file ? null : t('forms.wrong')) } });
  return (
    <FormDialog
      title={t('time.setup.badges')}
      form={form}
      confirm={t('time.setup.upload')}
      send={(_, key) => upload(file, key)}
      done={({ created }) => t('time.setup.taken', { count: created })}
      onDone={onDone}
      onClose={onClose}
    >
      <p className="dimmed">{t('time.setup.badgesHint')}</p>
      <FileInput
        label={t('time.setup.file')}
        accept=".csv,text/csv"
        required
        clearable
        value={file}
        onChange={choose}
        error={form.errors.file}
        data-path="file"
      />
    </FormDialog>
  );
}

/** What of a file was taken in, and which of its rows were not, each with why. */
function BadgeReport({ report: { fileName, rows, created, known, refused } }: { readonly report: Report }) {
  const t = useT();
  return (
    <Section title={t('time.setup.report', { name: fileName })}>
      <p role="status">{t('time.setup.counts', { rows, created, known, refused: refused.length })}</p>
      {refused.length > 0 && (
        <RowsTable
          rows={refused}
          columns={[
            [t('time.setup.line'), ({ line }) => String(line)],
            [t('time.setup.why'), ({ fault }) => t(`time.setup.faults.${fault}`)],
          ]}
        />
      )}
    </Section>
  );
}
