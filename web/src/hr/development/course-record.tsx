import { Link, useParams } from '@tanstack/react-router';
import { $api, api, dataOf, type Schemas } from '../../api/client.ts';
import { FormDialog } from '../../form/form-dialog.tsx';
import { useFormats } from '../../i18n/format.ts';
import { useT } from '../../i18n/i18n.ts';
import { DocumentPage } from '../../record/document-page.tsx';
import { Facts, Section } from '../../record/record-page.tsx';
import { RowsTable } from '../../record/rows-table.tsx';
import { StateBadge } from '../../ui/state-badge.tsx';
import { CourseFields, toldCourse, useCourseForm } from './course-form.tsx';

type Course = Schemas['Course'];

/** One course, and who takes it or has taken it. */
export function Screen() {
  const t = useT();
  const { courseId } = useParams({ strict: false }) as { courseId: string };
  return (
    <DocumentPage
      query={$api.useQuery('get', '/development/courses/{courseId}', { params: { path: { courseId } } })}
      parent={{ to: '/development/courses', label: t('menu.courses') }}
      title={({ title }) => title}
      subtitle={({ provider }) => provider}
      actions={() => [
        {
          ...{ id: 'enrol', label: t('development.enrolment.new'), needs: 'createEnrolment', primary: true },
          to: ({ id }) => ({ to: '/development/enrolments/new', search: { courseId: id } }),
        },
        {
          ...{ id: 'edit', label: t('development.edit'), needs: 'patchCourse' },
          dialog: (course, onClose) => <CourseDialog course={course} onClose={onClose} />,
        },
        {
          ...{ id: 'state', label: t('development.course.change'), needs: 'patchCourse' },
          dialog: (course, onClose) => <OfferDialog course={course} onClose={onClose} />,
        },
      ]}
    >
      {(course) => <Body course={course} />}
    </DocumentPage>
  );
}

function CourseDialog({ course, onClose }: { readonly course: Course; readonly onClose: () => void }) {
  const t = useT();
  const form = useCourseForm(course);
  return (
    <FormDialog
      title={t('development.edit')}
      form={form}
      send={(values) =>
        api
          .PATCH('/development/courses/{courseId}', { params: { path: { courseId: course.id } }, body: toldCourse(values, null) as never })
          .then(dataOf)
      }
      done={({ title }) => t('development.saved', { name: title })}
      onClose={onClose}
    >
      <CourseFields form={form} />
    </FormDialog>
  );
}

/** Offers it no more, or again. */
function OfferDialog({ course, onClose }: { readonly course: Course; readonly onClose: () => void }) {
  const t = useT();
  const form = useCourseForm(course);
  const state = course.state === 'offered' ? 'withdrawn' : 'offered';
  return (
    <FormDialog
      title={t(`development.course.to.${state}`)}
      form={form}
      send={() => api.PATCH('/development/courses/{courseId}', { params: { path: { courseId: course.id } }, body: { state } }).then(dataOf)}
      done={({ title }) => t('development.saved', { name: title })}
      onClose={onClose}
    >
      <p>{t(`development.course.says.${state}`)}</p>
    </FormDialog>
  );
}

function Body({ course }: { readonly course: Course }) {
  const t = useT();
  const { date, decimal, money } = useFormats();
  const { data } = $api.useQuery('get', '/development/enrolments', {
    params: { query: { courseId: course.id, limit: '100' } },
  } as never);
  const people = (data?.items ?? []) as readonly Schemas['EnrolmentRow'][];
  return (
    <>
      <Section title={t('development.course.about')}>
        <Facts
          facts={[
            [t('development.course.hours'), course.hours && decimal(course.hours)],
            [t('development.course.costEach'), course.cost && money(course.cost)],
            [t('development.course.certificate'), certificateText(course, t)],
          ]}
        />
      </Section>
      <Section title={t('development.course.people')}>
        {people.length === 0 ? (
          <p className="dimmed">{t('development.course.nobody')}</p>
        ) : (
          <RowsTable
            rows={people}
            columns={[
              [t('development.employee'), ({ id, name }) => <Link to={`/development/enrolments/${id}` as never}>{name}</Link>],
              [t('development.enrolment.on'), ({ on }) => date(on), 'nowrap'],
              [t('lists.columns.state'), ({ state }) => <StateBadge kind="enrolment" state={state} />],
            ]}
          />
        )}
      </Section>
    </>
  );
}

function certificateText({ certifies, validMonths }: Course, t: ReturnType<typeof useT>): string {
  if (!certifies) return t('development.course.none');
  return validMonths === undefined ? t('development.course.forGood') : t('development.course.months', { count: validMonths });
}
