import { useNavigate } from '@tanstack/react-router';
import { api, dataOf } from '../../api/client.ts';
import { FormDialog } from '../../form/form-dialog.tsx';
import { useT } from '../../i18n/i18n.ts';
import { CourseFields, toldCourse, useCourseForm } from './course-form.tsx';
import { Screen as CourseList } from './course-list.tsx';

/** A new one, before the list. */
export function Screen() {
  const t = useT();
  const navigate = useNavigate();
  const go = (to: string) => void navigate({ to } as never);
  const form = useCourseForm();
  return (
    <>
      <CourseList />
      <FormDialog
        title={t('development.course.new')}
        form={form}
        send={(values, key) =>
          api
            .POST('/development/courses', { params: { header: { 'Idempotency-Key': key } }, body: toldCourse(values, undefined) as never })
            .then(dataOf)
        }
        done={({ title }) => t('development.saved', { name: title })}
        onDone={({ id }) => go(`/development/courses/${id}`)}
        onClose={() => go('/development/courses')}
      >
        <CourseFields form={form} />
      </FormDialog>
    </>
  );
}
