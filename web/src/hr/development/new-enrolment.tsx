import { TextInput } from '@mantine/core';
import { type UseFormReturnType, useForm } from '@mantine/form';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { $api, api, dataOf, type Schemas } from '../../api/client.ts';
import { FormDialog } from '../../form/form-dialog.tsx';
import { useT } from '../../i18n/i18n.ts';
import { DateField } from '../../ui/date-field.tsx';
import { EmployeePicker } from '../people/employee-picker.tsx';
import { CoursePicker, useCourse } from './course-picker.tsx';
import { Screen as EnrolmentList } from './enrolment-list.tsx';

const NOTHING = { courseId: '', employeeId: '', on: '', note: '' };
type Values = typeof NOTHING;

/** A new one, before the list: one's own, or somebody's whom one leads. */
export function Screen() {
  const t = useT();
  const navigate = useNavigate();
  const go = (to: string) => void navigate({ to } as never);
  const { courseId } = useSearch({ strict: false }) as { courseId?: string };
  const { data: told } = useCourse(courseId);
  const { data: clock } = $api.useQuery('get', '/time/clock');
  const [picked, pick] = useState<Pick<Schemas['CourseRow'], 'id' | 'title' | 'provider'>>();
  const [employee, choose] = useState<Pick<Schemas['EmployeeRow'], 'id' | 'name' | 'position'>>();
  const course = picked ?? told;
  const employeeId = employee?.id ?? clock?.employeeId;
  const form = useForm<Values>({
    initialValues: NOTHING,
    validate: {
      courseId: () => (course ? null : t('forms.wrong')),
      employeeId: () => (employeeId ? null : t('forms.wrong')),
      on: (on) => (on === '' ? t('forms.wrong') : null),
    },
  });
  return (
    <>
      <EnrolmentList />
      <FormDialog
        title={t('development.enrolment.new')}
        form={form}
        send={({ on, note }, key) =>
          api
            .POST('/development/enrolments', {
              params: { header: { 'Idempotency-Key': key } },
              body: { employeeId: employeeId ?? '', courseId: course?.id ?? '', on, ...(note.trim() ? { note } : {}) },
            })
            .then(dataOf)
        }
        done={({ name }) => t('development.enrolment.done', { name })}
        onDone={({ id }) => go(`/development/enrolments/${id}`)}
        onClose={() => go('/development/enrolments')}
      >
        <CoursePicker
          label={t('development.enrolment.course')}
          required
          value={course}
          onChange={pick}
          error={form.errors.courseId}
          path="courseId"
        />
        <EmployeePicker
          label={clock?.employeeId ? t('development.enrolment.forOther') : t('development.employee')}
          value={employee}
          onChange={choose}
          error={form.errors.employeeId}
          path="employeeId"
        />
        <DateField label={t('development.enrolment.on')} required {...dayProps(form)} />
        <TextInput label={t('development.note')} maxLength={200} {...form.getInputProps('note')} />
      </FormDialog>
    </>
  );
}

const dayProps = (form: UseFormReturnType<Values>) => ({
  value: form.values.on,
  onChange: (on: string) => form.setFieldValue('on', on),
  error: form.errors.on,
  'data-path': 'on',
});
