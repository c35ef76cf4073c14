import { Button, NativeSelect, NumberInput, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { DEADLINE_KINDS, USUAL_AHEAD } from '#domain/hr/time/staff-deadline.ts';
import { OneStep, post, type Step, step } from '../../actions/step-dialog.tsx';
import { $api, api, dataOf, type Schemas } from '../../api/client.ts';
import { FormDialog } from '../../form/form-dialog.tsx';
import { today, useFormats } from '../../i18n/format.ts';
import { useT } from '../../i18n/i18n.ts';
import lists from '../../list/list.module.css';
import { RowsTable } from '../../record/rows-table.tsx';
import { DateField } from '../../ui/date-field.tsx';
import { ProblemNote } from '../../ui/problem-note.tsx';
import { useTitle } from '../../ui/title.ts';
import { EmployeePicker } from '../people/employee-picker.tsx';

type Deadline = Schemas['StaffDeadlineRow'];

/** What of employees ends: contracts, trials, permits, certificates; the next first. */
export function Screen() {
  const t = useT();
  useTitle(t('deadlines.title'));
  const [adding, setAdding] = useState(false);
  const [taken, take] = useState<Step>();
  const { data, error } = $api.useQuery('get', '/time/deadlines', { params: { query: { limit: '100', state: 'open' } } } as never);
  const items = (data?.items ?? []) as readonly Deadline[];
  return (
    <div className={lists.list}>
      <div className={lists.head}>
        <h1 id="list-title">{t('deadlines.title')}</h1>
        <div className={lists.actions}>
          <Button onClick={() => setAdding(true)}>{t('deadlines.new')}</Button>
        </div>
      </div>
      <ProblemNote error={error} />
      {data && items.length === 0 && <p className="dimmed">{t('deadlines.none')}</p>}
      {items.length > 0 && <Rows items={items} take={take} />}
      {adding && <DeadlineDialog onClose={() => setAdding(false)} />}
      <OneStep step={taken} onClose={() => take(undefined)} />
    </div>
  );
}

/** What ends by a contract or a trial goes by itself, once there is another contract or the trial is over. */
const isDealtWithElsewhere = ({ id }: Deadline): boolean => !id.startsWith('sdl_') && !id.startsWith('sct_');

function Rows({ items, take }: { readonly items: readonly Deadline[]; readonly take: (step: Step) => void }) {
  const t = useT();
  const { date } = useFormats();
  const close = ({ id, name }: Deadline) => {
    const looks = {
      ...{ title: t('deadlines.close'), confirm: t('deadlines.close'), says: t('deadlines.closeText', { name }) },
      done: () => t('deadlines.closed'),
    };
    // A certificate is kept where certificates are: it is told here by itself.
    return id.startsWith('sct_')
      ? step(post('/development/certificates/{certificateId}/closing', { certificateId: id }), looks)
      : step(post('/time/deadlines/{deadlineId}/closing', { deadlineId: id }), looks);
  };
  return (
    <RowsTable
      rows={items}
      columns={[
        [t('time.register.employee'), ({ name }) => name],
        [
          t('deadlines.kind'),
          ({ kind, text, noticeBy }) => (
            <>
              {[t(`deadlines.kinds.${kind}`), text].filter(Boolean).join(': ')}
              {noticeBy && <small className="dimmed"> {t('deadlines.noticeBy', { date: date(noticeBy) })}</small>}
            </>
          ),
        ],
        [t('deadlines.on'), ({ on }) => (on < today() ? <b>{date(on)}</b> : date(on)), 'nowrap'],
        [
          t('time.approvals.decision'),
          (deadline) =>
            isDealtWithElsewhere(deadline) ? (
              <Link to={`/people/employees/${deadline.employeeId}` as never}>{t('deadlines.open')}</Link>
            ) : (
              <Button
                size="compact-sm"
                variant="default"
                onClick={() => take(close(deadline))}
                aria-label={`${t('deadlines.close')}: ${deadline.name}`}
              >
                {t('deadlines.close')}
              </Button>
            ),
        ],
      ]}
    />
  );
}

function DeadlineDialog({ onClose }: { readonly onClose: () => void }) {
  const t = useT();
  const [employee, choose] = useState<Pick<Schemas['EmployeeRow'], 'id' | 'name' | 'position'>>();
  const form = useForm({
    initialValues: { kind: 'contract' as (typeof DEADLINE_KINDS)[number], on: '', ahead: USUAL_AHEAD as number | string, text: '' },
    validate: { on: (on) => (on === '' ? t('forms.wrong') : null), text: () => (employee ? null : t('time.register.choose')) },
  });
  const { values } = form;
  return (
    <FormDialog
      title={t('deadlines.new')}
      form={form}
      send={({ kind, on, ahead, text }, key) =>
        api
          .POST('/time/deadlines', {
            params: { header: { 'Idempotency-Key': key } },
            body: { employeeId: employee?.id ?? '', kind, on, ahead: Number(ahead), ...(text.trim() ? { text } : {}) },
          })
          .then(dataOf)
      }
      done={({ name }) => t('deadlines.done', { name })}
      onClose={onClose}
    >
      <EmployeePicker label={t('time.register.employee')} required value={employee} onChange={choose} path="employeeId" />
      <NativeSelect
        label={t('deadlines.kind')}
        data={DEADLINE_KINDS.map((value) => ({ value, label: t(`deadlines.kinds.${value}`) }))}
        {...form.getInputProps('kind')}
      />
      <DateField
        label={t('deadlines.on')}
        required
        value={values.on}
        onChange={(on) => form.setFieldValue('on', on)}
        error={form.errors.on}
        data-path="on"
      />
      <NumberInput label={t('deadlines.ahead')} min={0} max={365} allowDecimal={false} {...form.getInputProps('ahead')} />
      <TextInput label={t('deadlines.text')} maxLength={120} {...form.getInputProps('text')} />
    </FormDialog>
  );
}
