import { ActionIcon, Button, Group, MultiSelect, NativeSelect, NumberInput, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { EVIDENCE } from '#domain/hr/onboarding/template.ts';
import { ROLES } from '#kernel/permission.ts';
import { useT } from '../../i18n/i18n.ts';
import { IconArrowDown, IconArrowUp, IconPlus, IconTrash } from '../../ui/icons.ts';
import { useTaskTitle } from './task-words.tsx';
import styles from './template.module.css';
import { actsFor, type DraftTask, emptyTask, type TemplateDraft, withAct } from './template-draft.ts';

const MOST = 25;

interface Props {
  readonly draft: TemplateDraft;
  readonly onChange: (tasks: readonly DraftTask[]) => void;
}

/** The tasks in their order, each with whose it is, when, and what it waits for. */
export function TemplateTasks({ draft, onChange }: Props) {
  const t = useT();
  const { tasks } = draft;
  const put = (at: number, task: DraftTask) => onChange(tasks.map((old, i) => (i === at ? task : old)));
  const move = (at: number, by: number) => {
    const moved = tasks.filter((_, i) => i !== at);
    onChange([...moved.slice(0, at + by), tasks[at] as DraftTask, ...moved.slice(at + by)]);
  };
  return (
    <>
      {tasks.map((task, at) => (
        <Row
          key={task.place}
          no={at + 1}
          task={task}
          draft={draft}
          before={tasks.slice(0, at)}
          onChange={(next) => put(at, next)}
          onRemove={() => onChange(tasks.filter((_, i) => i !== at))}
          onUp={at > 0 ? () => move(at, -1) : undefined}
          onDown={at < tasks.length - 1 ? () => move(at, 1) : undefined}
        />
      ))}
      {tasks.length < MOST && (
        <Group>
          <Button variant="default" leftSection={<IconPlus size={16} />} onClick={() => onChange([...tasks, emptyTask()])}>
            {t('onboarding.templates.add')}
          </Button>
        </Group>
      )}
    </>
  );
}

interface RowProps {
  readonly no: number;
  readonly task: DraftTask;
  readonly draft: TemplateDraft;
  /** What it may wait for. */
  readonly before: readonly DraftTask[];
  readonly onChange: (task: DraftTask) => void;
  readonly onRemove: () => void;
  readonly onUp: (() => void) | undefined;
  readonly onDown: (() => void) | undefined;
}

function Row({ no, task, draft, before, onChange, onRemove, onUp, onDown }: RowProps) {
  const t = useT();
  const titleOf = useTaskTitle();
  const known = titleOf(task) !== task.title;
  return (
    <fieldset className={styles.task}>
      <legend>{t('onboarding.templates.task', { no })}</legend>
      <div className={styles.row}>
        <TextInput
          label={t('onboarding.task')}
          required
          maxLength={160}
          readOnly={known}
          value={titleOf(task)}
          onChange={({ currentTarget }) => onChange({ ...task, title: currentTarget.value })}
        />
        <Moves no={no} onUp={onUp} onDown={onDown} onRemove={onRemove} />
      </div>
      <div className={styles.fields}>
        <ActAndOwner task={task} draft={draft} onChange={onChange} />
        <Due task={task} onChange={onChange} />
        <NativeSelect
          label={t('onboarding.evidence')}
          data={EVIDENCE.map((value) => ({ value, label: t(`onboarding.templates.evidence.${value}`) }))}
          value={task.evidence}
          onChange={({ currentTarget }) => onChange({ ...task, evidence: currentTarget.value as DraftTask['evidence'] })}
        />
        <MultiSelect
          label={t('onboarding.templates.after')}
          data={before.filter(({ key }) => key !== '').map(({ key, title }) => ({ value: key, label: titleOf({ title }) }))}
          value={task.after.filter((key) => before.some((one) => one.key === key))}
          maxValues={10}
          onChange={(after) => onChange({ ...task, after })}
        />
      </div>
    </fieldset>
  );
}

type Part = Pick<RowProps, 'task' | 'onChange'>;

function ActAndOwner({ task, draft, onChange }: Part & Pick<RowProps, 'draft'>) {
  const t = useT();
  const acts = actsFor(draft, task.place);
  const owners = ['self', 'manager', ...ROLES.map((role) => `role:${role}`)];
  const named = (owner: string) =>
    owner.startsWith('role:')
      ? String(t(`shell.roles.${owner.slice(5)}` as 'shell.roles.hr'))
      : t(`onboarding.templates.owners.${owner as 'self'}`);
  const all = owners.includes(task.owner) || task.owner === 'machine' ? owners : [...owners, task.owner];
  return (
    <>
      <NativeSelect
        label={t('onboarding.templates.act')}
        data={[
          { value: '', label: t('onboarding.templates.noAct') },
          ...acts.map((act) => ({ value: act, label: String(t(`onboarding.tasks.${act}` as 'onboarding.tasks.welcome')) })),
        ]}
        value={task.act ?? ''}
        onChange={({ currentTarget }) => onChange(withAct(task, (currentTarget.value || undefined) as DraftTask['act']))}
      />
      <NativeSelect
        label={t('onboarding.owner')}
        disabled={task.owner === 'machine'}
        data={
          task.owner === 'machine'
            ? [{ value: 'machine', label: t('onboarding.machine') }]
            : all.map((value) => ({ value, label: value.startsWith('emp_') ? t('onboarding.somebody') : named(value) }))
        }
        value={task.owner}
        onChange={({ currentTarget }) => onChange({ ...task, owner: currentTarget.value as DraftTask['owner'] })}
      />
    </>
  );
}

function Due({ task, onChange }: Part) {
  const t = useT();
  const { due } = task;
  return (
    <>
      <NumberInput
        label={t('onboarding.templates.days')}
        description={t('onboarding.templates.daysHint')}
        min={-365}
        max={365}
        allowDecimal={false}
        value={due.days}
        onChange={(days) => onChange({ ...task, due: { ...due, days: Number(days) || 0 } })}
      />
      <NativeSelect
        label={t('onboarding.templates.unit')}
        data={(['workdays', 'days'] as const).map((value) => ({ value, label: t(`onboarding.templates.units.${value}`) }))}
        value={due.unit}
        onChange={({ currentTarget }) => onChange({ ...task, due: { ...due, unit: currentTarget.value as 'days' } })}
      />
    </>
  );
}

function Moves({ no, onUp, onDown, onRemove }: Pick<RowProps, 'no' | 'onUp' | 'onDown' | 'onRemove'>) {
  const t = useT();
  const button = (label: string, icon: ReactNode, onClick: (() => void) | undefined) => (
    <ActionIcon variant="subtle" size="lg" aria-label={label} disabled={!onClick} onClick={onClick}>
      {icon}
    </ActionIcon>
  );
  return (
    <Group gap={4} wrap="nowrap" className={styles.moves}>
      {button(t('onboarding.templates.up', { no }), <IconArrowUp size={18} />, onUp)}
      {button(t('onboarding.templates.down', { no }), <IconArrowDown size={18} />, onDown)}
      {button(t('onboarding.templates.remove', { no }), <IconTrash size={18} />, onRemove)}
    </Group>
  );
}
