import { MultiSelect, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useState } from 'react';
import { isOfEquipment } from '#domain/hr/onboarding/onboarding-task.ts';
import { $api, api, dataOf } from '../../api/client.ts';
import { FormDialog } from '../../form/form-dialog.tsx';
import { useT } from '../../i18n/i18n.ts';
import { told } from '../people/assignment-fields.tsx';
import { EmployeePicker } from '../people/employee-picker.tsx';
import { type Task, useTaskTitle } from './task-words.tsx';

interface Props {
  readonly task: Task;
  readonly onClose: () => void;
}

/** Tells that a task is done, with what proves it. */
export function CompleteDialog({ task, onClose }: Props) {
  const t = useT();
  const titleOf = useTaskTitle();
  const form = useForm({ initialValues: { text: '', attachmentId: '', iban: '', equipmentIds: [] as string[] } });
  return (
    <FormDialog
      title={titleOf(task)}
      form={form}
      confirm={t('onboarding.complete')}
      send={(values, key) =>
        api
          .POST('/onboarding/tasks/{taskId}/completion', {
            params: { path: { taskId: task.id }, header: { 'Idempotency-Key': key } },
            body: toldTask(values),
          })
          .then(dataOf)
      }
      done={() => t('onboarding.completed')}
      onClose={onClose}
    >
      {isOfEquipment(task) && <EquipmentField task={task} props={form.getInputProps('equipmentIds')} />}
      {task.act === 'bank-account' ? (
        <TextInput
          label={t('onboarding.iban')}
          description={t('onboarding.ibanHint')}
          required
          autoComplete="off"
          data-autofocus
          {...form.getInputProps('iban')}
        />
      ) : (
        <Textarea
          label={t('onboarding.evidence')}
          description={task.statutory ? t('onboarding.evidenceHint') : undefined}
          required={task.evidence === 'text'}
          maxLength={500}
          autosize
          minRows={2}
          data-autofocus
          {...form.getInputProps('text')}
        />
      )}
      {task.evidence === 'document' && <FileField onboardingId={task.onboardingId} props={form.getInputProps('attachmentId')} />}
    </FormDialog>
  );
}

const toldTask = <V extends { readonly equipmentIds: string[] }>({ equipmentIds, ...values }: V) => ({
  ...told(values),
  ...(equipmentIds.length > 0 ? { equipmentIds } : {}),
});

/** What is handed over of what is available; what comes back of what they have. */
function EquipmentField({ task: { employeeId, onboardingId }, props }: { readonly task: Task; readonly props: object }) {
  const t = useT();
  const { data: flow } = $api.useQuery('get', '/onboarding/onboardings/{onboardingId}', { params: { path: { onboardingId } } });
  const leaving = flow?.flow === 'leaving';
  const query = leaving ? { employeeId, state: 'handed-over' as const } : { state: 'available' as const };
  const { data } = $api.useQuery('get', '/equipment', { params: { query: { ...query, limit: 100 } } }, { enabled: flow !== undefined });
  return (
    <MultiSelect
      label={t(leaving ? 'onboarding.equipmentBack' : 'onboarding.equipmentOut')}
      description={leaving ? t('onboarding.equipmentBackHint') : undefined}
      data={(data?.items ?? []).map(({ id, name, number }) => ({ value: id, label: `${name} · ${number}` }))}
      maxValues={10}
      searchable
      {...props}
    />
  );
}

/** Gives a task to somebody else. */
export function AssignDialog({ task, onClose }: Props) {
  const t = useT();
  const titleOf = useTaskTitle();
  const [picked, setPicked] = useState<{ readonly id: string; readonly name: string; readonly position: string }>();
  const form = useForm({ initialValues: { employeeId: '' }, validate: { employeeId: (id) => (id ? null : t('forms.wrong')) } });
  return (
    <FormDialog
      title={t('onboarding.assign.title', { task: titleOf(task) })}
      form={form}
      confirm={t('onboarding.assign.action')}
      send={(body, key) =>
        api
          .POST('/onboarding/tasks/{taskId}/owner', { params: { path: { taskId: task.id }, header: { 'Idempotency-Key': key } }, body })
          .then(dataOf)
      }
      done={() => t('onboarding.assign.done', { name: picked?.name ?? '' })}
      onClose={onClose}
    >
      <EmployeePicker
        label={t('onboarding.assign.to')}
        value={picked}
        error={form.errors.employeeId as string | undefined}
        path="employeeId"
        onChange={(one) => {
          setPicked(one);
          form.setFieldValue('employeeId', one?.id ?? '');
        }}
      />
    </FormDialog>
  );
}

interface FileFieldProps {
  readonly onboardingId: string;
  readonly props: object;
}

/** One of the files of the onboarding: they are attached on its page. */
function FileField({ onboardingId, props }: FileFieldProps) {
  const t = useT();
  const { data } = $api.useQuery('get', '/activity', { params: { query: { record: onboardingId } } });
  const files = data?.files.filter(({ state }) => state === 'clean') ?? [];
  return (
    <NativeSelect
      label={t('onboarding.document')}
      description={t('onboarding.documentHint')}
      required
      data={[{ value: '', label: '' }, ...files.map(({ id, fileName }) => ({ value: id, label: fileName }))]}
      {...props}
    />
  );
}
