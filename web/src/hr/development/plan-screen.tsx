import { Button, Group, NativeSelect, NumberInput, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useState } from 'react';
import { GOAL_KINDS, GOAL_RESULTS } from '#domain/hr/development/goal.ts';
import { $api, api, dataOf, type Schemas } from '../../api/client.ts';
import { FormDialog } from '../../form/form-dialog.tsx';
import { useFormats } from '../../i18n/format.ts';
import { useT } from '../../i18n/i18n.ts';
import lists from '../../list/list.module.css';
import { Section } from '../../record/record-page.tsx';
import { RowsTable } from '../../record/rows-table.tsx';
import { DateField } from '../../ui/date-field.tsx';
import { ProblemNote } from '../../ui/problem-note.tsx';
import { StateBadge } from '../../ui/state-badge.tsx';
import { useTitle } from '../../ui/title.ts';
import { EmployeePicker } from '../people/employee-picker.tsx';

type Goal = Schemas['GoalRow'];
type Whom = Pick<Schemas['EmployeeRow'], 'id' | 'name' | 'position'>;

/** Goals and plan of development: one's own, or of whom one leads. */
export function Screen() {
  const t = useT();
  useTitle(t('menu.plan'));
  const [whom, choose] = useState<Whom>();
  const { data: clock } = $api.useQuery('get', '/time/clock');
  const employeeId = whom?.id ?? clock?.employeeId;
  return (
    <div className={lists.list}>
      <div className={lists.head}>
        <h1 id="list-title">{whom ? t('development.goal.of', { name: whom.name }) : t('menu.plan')}</h1>
      </div>
      <EmployeePicker label={t('development.goal.whom')} value={whom} onChange={choose} />
      {employeeId ? <GoalsSection employeeId={employeeId} /> : <p className="dimmed">{t('development.goal.choose')}</p>}
    </div>
  );
}

/** The goals of somebody, with what can be done with each. */
export function GoalsSection({ employeeId }: { readonly employeeId: string }) {
  const t = useT();
  const { date } = useFormats();
  const [adding, setAdding] = useState(false);
  const [opened, open] = useState<{ readonly goal: Goal; readonly ends: boolean }>();
  const { data, error } = $api.useQuery('get', '/development/employees/{employeeId}/goals', {
    params: { path: { employeeId }, query: { limit: '100' } },
  } as never);
  const goals = (data?.items ?? []) as readonly Goal[];
  return (
    <Section
      title={t('development.goal.title')}
      actions={
        <Button size="compact-sm" onClick={() => setAdding(true)}>
          {t('development.goal.new')}
        </Button>
      }
    >
      <ProblemNote error={error} />
      {data && goals.length === 0 && <p className="dimmed">{t('development.goal.none')}</p>}
      {goals.length > 0 && (
        <RowsTable
          rows={goals}
          columns={[
            [t('development.goal.name'), (goal) => <GoalName goal={goal} />],
            [t('development.goal.due'), ({ due }) => date(due), 'nowrap'],
            [t('development.goal.progress'), ({ progress }) => `${progress} %`, 'amount'],
            [t('lists.columns.state'), ({ state }) => <StateBadge kind="goal" state={state} />],
            [t('development.steps'), (goal) => <GoalSteps goal={goal} open={open} />],
          ]}
        />
      )}
      {adding && <GoalDialog employeeId={employeeId} onClose={() => setAdding(false)} />}
      {opened?.ends === false && <ProgressDialog goal={opened.goal} onClose={() => open(undefined)} />}
      {opened?.ends && <CloseDialog goal={opened.goal} onClose={() => open(undefined)} />}
    </Section>
  );
}

const GoalName = ({ goal: { kind, title, detail } }: { readonly goal: Goal }) => {
  const t = useT();
  return (
    <>
      {title} <small className="dimmed">{[t(`development.goal.kinds.${kind}`), detail].filter(Boolean).join('. ')}</small>
    </>
  );
};

interface StepsProps {
  readonly goal: Goal;
  readonly open: (opened: { readonly goal: Goal; readonly ends: boolean }) => void;
}
function GoalSteps({ goal, open }: StepsProps) {
  const t = useT();
  if (goal.actions.closeGoal !== null) return goal.closed?.note ? <span className="dimmed">{goal.closed.note}</span> : null;
  return (
    <Group gap={8} wrap="nowrap">
      <Button
        size="compact-sm"
        variant="default"
        onClick={() => open({ goal, ends: false })}
        aria-label={`${t('development.goal.advance')}: ${goal.title}`}
      >
        {t('development.goal.advance')}
      </Button>
      <Button
        size="compact-sm"
        variant="default"
        onClick={() => open({ goal, ends: true })}
        aria-label={`${t('development.goal.close')}: ${goal.title}`}
      >
        {t('development.goal.close')}
      </Button>
    </Group>
  );
}

function GoalDialog({ employeeId, onClose }: { readonly employeeId: string; readonly onClose: () => void }) {
  const t = useT();
  const form = useForm({
    initialValues: { kind: 'result' as (typeof GOAL_KINDS)[number], title: '', detail: '', due: '' },
    validate: {
      title: (title) => (title.trim() === '' ? t('forms.wrong') : null),
      due: (due) => (due === '' ? t('forms.wrong') : null),
    },
  });
  return (
    <FormDialog
      title={t('development.goal.new')}
      form={form}
      send={({ kind, title, detail, due }, key) =>
        api
          .POST('/development/goals', {
            params: { header: { 'Idempotency-Key': key } },
            body: { employeeId, kind, title, due, ...(detail.trim() ? { detail } : {}) },
          })
          .then(dataOf)
      }
      done={({ title }) => t('development.saved', { name: title })}
      onClose={onClose}
    >
      <NativeSelect
        label={t('development.goal.kind')}
        data={GOAL_KINDS.map((value) => ({ value, label: t(`development.goal.kinds.${value}`) }))}
        {...form.getInputProps('kind')}
      />
      <TextInput label={t('development.goal.name')} required maxLength={160} data-autofocus {...form.getInputProps('title')} />
      <Textarea label={t('development.goal.detail')} autosize minRows={2} maxLength={1000} {...form.getInputProps('detail')} />
      <DateField
        label={t('development.goal.due')}
        required
        value={form.values.due}
        onChange={(due) => form.setFieldValue('due', due)}
        error={form.errors.due}
        data-path="due"
      />
    </FormDialog>
  );
}

interface DialogProps {
  readonly goal: Goal;
  readonly onClose: () => void;
}
function ProgressDialog({ goal: { id, title, progress, due }, onClose }: DialogProps) {
  const t = useT();
  const form = useForm({ initialValues: { progress: progress as number | string, due } });
  return (
    <FormDialog
      title={title}
      form={form}
      send={(values) =>
        api
          .PATCH('/development/goals/{goalId}', {
            params: { path: { goalId: id } },
            body: { progress: Number(values.progress), due: values.due },
          })
          .then(dataOf)
      }
      done={() => t('development.saved', { name: title })}
      onClose={onClose}
    >
      <NumberInput
        label={t('development.goal.progress')}
        suffix=" %"
        min={0}
        max={100}
        step={10}
        allowDecimal={false}
        {...form.getInputProps('progress')}
      />
      <DateField
        label={t('development.goal.due')}
        required
        value={form.values.due}
        onChange={(day) => form.setFieldValue('due', day)}
        data-path="due"
      />
    </FormDialog>
  );
}

function CloseDialog({ goal: { id, title }, onClose }: DialogProps) {
  const t = useT();
  const form = useForm({ initialValues: { result: 'reached' as (typeof GOAL_RESULTS)[number], note: '' } });
  return (
    <FormDialog
      title={title}
      confirm={t('development.goal.close')}
      form={form}
      send={({ result, note }, key) =>
        api
          .POST('/development/goals/{goalId}/closing', {
            params: { path: { goalId: id }, header: { 'Idempotency-Key': key } },
            body: { result, ...(note.trim() ? { note } : {}) },
          })
          .then(dataOf)
      }
      done={() => t('development.saved', { name: title })}
      onClose={onClose}
    >
      <NativeSelect
        label={t('development.goal.result')}
        data={GOAL_RESULTS.map((value) => ({ value, label: t(`states.goal.${value}`) }))}
        {...form.getInputProps('result')}
      />
      <TextInput label={t('development.note')} maxLength={300} {...form.getInputProps('note')} />
    </FormDialog>
  );
}
