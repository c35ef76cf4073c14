import { Checkbox, NativeSelect, TextInput } from '@mantine/core';
import { type UseFormReturnType, useForm } from '@mantine/form';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { LEAVE_ES, LEAVE_KINDS, type LeaveKind } from '#domain/hr/time/leave-kinds-es.ts';
import { $api, api, dataOf, type Schemas } from '../../api/client.ts';
import { FormDialog } from '../../form/form-dialog.tsx';
import { today, useFormats } from '../../i18n/format.ts';
import { useT } from '../../i18n/i18n.ts';
import { useCan } from '../../session/session.ts';
import { DateField } from '../../ui/date-field.tsx';
import { EmployeePicker } from '../people/employee-picker.tsx';
import { Screen as LeaveList } from './leave-list.tsx';

const NO_LEAVE = { kind: 'holiday' as LeaveKind, from: '', to: '', fromNoon: false, untilNoon: false, travel: false, note: '' };
type Values = typeof NO_LEAVE;

const told = (employeeId: string, { fromNoon, untilNoon, travel, note, to, from, kind }: Values) => ({
  ...{ employeeId, kind, from, to: to || from },
  ...(fromNoon ? { fromNoon } : {}),
  ...(untilNoon ? { untilNoon } : {}),
  ...(travel ? { travel } : {}),
  ...(note.trim() ? { note } : {}),
});

/** A new one, before the list: one's own, or, for whoever keeps leave, somebody's. */
export function Screen() {
  const t = useT();
  const can = useCan();
  const navigate = useNavigate();
  const go = (to: string) => void navigate({ to } as never);
  const { data: clock } = $api.useQuery('get', '/time/clock');
  const [chosen, choose] = useState<Pick<Schemas['EmployeeRow'], 'id' | 'name' | 'position'>>();
  const forOthers = can('putLeaveOpening');
  const employeeId = chosen?.id ?? clock?.employeeId;
  const form = useForm<Values>({
    initialValues: NO_LEAVE,
    validate: { from: (from) => (from === '' ? t('forms.wrong') : null) },
  });
  return (
    <>
      <LeaveList />
      <FormDialog
        title={t('leave.new.title')}
        form={form}
        confirm={t('leave.new.confirm')}
        send={(values, key) =>
          api.POST('/time/leave', { params: { header: { 'Idempotency-Key': key } }, body: told(employeeId ?? '', values) }).then(dataOf)
        }
        done={({ state }) => t(state === 'approved' ? 'leave.new.entered' : 'leave.new.done')}
        onDone={({ id }) => go(`/time/leave/${id}`)}
        onClose={() => go('/time/leave')}
      >
        {forOthers && <EmployeePicker label={t('time.register.employee')} value={chosen} onChange={choose} path="employeeId" />}
        {employeeId && <Balance employeeId={employeeId} year={(form.values.from || today()).slice(0, 4)} />}
        <LeaveFields form={form} forOthers={forOthers} />
      </FormDialog>
    </>
  );
}

interface FieldsProps {
  readonly form: UseFormReturnType<Values>;
  readonly forOthers: boolean;
}

function LeaveFields({ form, forOthers }: FieldsProps) {
  const t = useT();
  const { values } = form;
  const { article, daysWithTravel } = LEAVE_ES[values.kind];
  const kinds = LEAVE_KINDS.filter((kind) => forOthers || !LEAVE_ES[kind].entered);
  return (
    <>
      <NativeSelect
        label={t('leave.kind')}
        description={article}
        data={kinds.map((value) => ({ value, label: t(`leave.kinds.${value}`) }))}
        {...form.getInputProps('kind')}
      />
      <DateField
        label={t('leave.from')}
        required
        value={values.from}
        onChange={(from) => form.setFieldValue('from', from)}
        error={form.errors.from}
        data-path="from"
      />
      <DateField
        label={t('leave.to')}
        description={t('leave.toHint')}
        value={values.to}
        onChange={(to) => form.setFieldValue('to', to)}
        error={form.errors.to}
        data-path="to"
      />
      <Checkbox label={t('leave.fromNoon')} {...form.getInputProps('fromNoon', { type: 'checkbox' })} />
      <Checkbox label={t('leave.untilNoon')} {...form.getInputProps('untilNoon', { type: 'checkbox' })} />
      {daysWithTravel !== undefined && <Checkbox label={t('leave.travel')} {...form.getInputProps('travel', { type: 'checkbox' })} />}
      <TextInput label={t('leave.note')} description={t('leave.noteHint')} maxLength={200} {...form.getInputProps('note')} />
    </>
  );
}

/** What of holiday is left of the year that is asked for. */
export function Balance({ employeeId, year }: { readonly employeeId: string; readonly year: string }) {
  const t = useT();
  const { decimal, date } = useFormats();
  const { data } = $api.useQuery('get', '/time/employees/{employeeId}/leave-balance', {
    params: { path: { employeeId }, query: { year } },
  });
  if (!data) return null;
  const { available, entitled, taken, requested, carried, carriedUntil, count } = data;
  return (
    <p>
      {t('leave.balance.left', { year, days: decimal(available), count: t(`leave.counts.${count}`) })}{' '}
      <span className="dimmed">
        {t('leave.balance.of', { entitled: decimal(entitled), taken: decimal(taken), requested: decimal(requested) })}
        {carriedUntil && ` ${t('leave.balance.carried', { days: decimal(carried), date: date(carriedUntil) })}`}
      </span>
    </p>
  );
}
