import { Button, Group } from '@mantine/core';
import { useState } from 'react';
import { post, type Step, StepDialog, step } from '../../actions/step-dialog.tsx';
import { useFormats } from '../../i18n/format.ts';
import { useT } from '../../i18n/i18n.ts';
import { RowsTable } from '../../record/rows-table.tsx';
import { useCan } from '../../session/session.ts';
import { StateBadge } from '../../ui/state-badge.tsx';
import { AssignDialog, CompleteDialog } from './task-dialogs.tsx';
import { Owner, type Task, useTaskTitle } from './task-words.tsx';

interface Props {
  readonly tasks: readonly Task[];
  /** Of whom each is, where they are of several people. */
  readonly named?: boolean;
}

const isOpen = ({ state }: Task): boolean => state === 'open' || state === 'blocked';
const isConfirmable = ({ state, act, approved, owner }: Task): boolean =>
  state === 'checking' ||
  state === 'blocked' ||
  (owner === 'machine' && state === 'open' && act !== 'welcome' && act !== 'end-employment' && !approved);

/** Tasks with what can be done with each. */
export function TaskTable({ tasks, named = false }: Props) {
  const t = useT();
  const { date } = useFormats();
  const titleOf = useTaskTitle();
  const [completing, setCompleting] = useState<Task>();
  const [assigned, setAssigned] = useState<Task>();
  const [taken, setTaken] = useState<Step>();
  return (
    <>
      <RowsTable
        rows={tasks}
        columns={[
          [t('onboarding.task'), (task) => <TaskName task={task} title={titleOf(task)} />],
          named && [t('onboarding.name'), ({ employeeName }) => employeeName],
          [t('onboarding.owner'), ({ owner }) => <Owner owner={owner} />],
          [
            t('onboarding.due'),
            (task) => (task.late ? <b className="bad">{t('onboarding.lateOn', { date: date(task.due) })}</b> : date(task.due)),
            'nowrap',
          ],
          [t('onboarding.state'), ({ state }) => <StateBadge kind="onboarding-task" state={state} />],
          [
            t('onboarding.steps'),
            (task) => <Steps task={task} title={titleOf(task)} onComplete={setCompleting} onAssign={setAssigned} onStep={setTaken} />,
          ],
        ]}
      />
      {completing && <CompleteDialog task={completing} onClose={() => setCompleting(undefined)} />}
      {assigned && <AssignDialog task={assigned} onClose={() => setAssigned(undefined)} />}
      {taken && <StepDialog {...taken} onClose={() => setTaken(undefined)} />}
    </>
  );
}

function TaskName({ task: { norm, text }, title }: { readonly task: Task; readonly title: string }) {
  return (
    <>
      {title}
      {norm && <small className="dimmed"> {norm}</small>}
      {text && (
        <small className="dimmed">
          <br />
          {text}
        </small>
      )}
    </>
  );
}

interface StepsProps {
  readonly task: Task;
  readonly title: string;
  readonly onComplete: (task: Task) => void;
  readonly onAssign: (task: Task) => void;
  readonly onStep: (step: Step) => void;
}

function Steps({ task, title, onComplete, onAssign, onStep }: StepsProps) {
  const t = useT();
  const can = useCan();
  const path = { taskId: task.id };
  const confirm = () =>
    onStep(
      step(post('/onboarding/tasks/{taskId}/confirmation', path), {
        title,
        confirm: t('onboarding.confirm'),
        says: t('onboarding.confirmSays'),
        done: () => t('onboarding.confirmed'),
      }),
    );
  const waive = () =>
    onStep(
      step(post('/onboarding/tasks/{taskId}/waiver', path), {
        title,
        confirm: t('onboarding.waive'),
        fields: { reason: {} },
        done: () => t('onboarding.waived'),
      }),
    );
  return (
    <Group gap={4}>
      {isOpen(task) && task.owner !== 'machine' && task.act !== 'settlement' && can('completeTask') && (
        <Button size="compact-sm" variant="default" onClick={() => onComplete(task)} aria-label={`${t('onboarding.complete')}: ${title}`}>
          {t('onboarding.complete')}
        </Button>
      )}
      {isConfirmable(task) && can('confirmTask') && (
        <Button size="compact-sm" variant="default" onClick={confirm} aria-label={`${t('onboarding.confirm')}: ${title}`}>
          {t('onboarding.confirm')}
        </Button>
      )}
      {isOpen(task) && task.owner !== 'machine' && can('assignTask') && (
        <Button size="compact-sm" variant="subtle" onClick={() => onAssign(task)} aria-label={`${t('onboarding.assign.action')}: ${title}`}>
          {t('onboarding.assign.action')}
        </Button>
      )}
      {isOpen(task) && can('waiveTask') && (
        <Button size="compact-sm" variant="subtle" onClick={waive} aria-label={`${t('onboarding.waive')}: ${title}`}>
          {t('onboarding.waive')}
        </Button>
      )}
    </Group>
  );
}
