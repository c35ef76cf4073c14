import { development } from '#api/hr/development.ts';
import { type Course, Courses } from '#domain/hr/development/course.ts';
import { create } from '#kernel/record.ts';
import { edit, stamped } from '#kernel/stamps.ts';
import { creates, on } from '#runtime/action.ts';
import { listRecords } from '#runtime/lists.ts';
import { required } from '#runtime/reads.ts';
import { command, query } from '../../platform/service.ts';

const { actions } = development;

export const createCourse = command(actions.createCourse, creates(Courses, 'crs'), ({ body, newId }) => [
  create<Course>(Courses, newId('crs'), { ...body, state: 'offered' }),
]);

export const patchCourse = command(
  actions.patchCourse,
  on(Courses, (path) => path.courseId),
  ({ body }, before) => edit(Courses, before, body),
);

export const getCourse = query(
  actions.getCourse,
  ({ path }) => ({ course: required(Courses, path.courseId, 'path.courseId') }),
  ({ course }) => stamped(course),
);

export const listCourses = query(actions.listCourses, async ({ query: { q, state, ...page }, records }) => {
  const where = (course: Course) => course.state === state;
  const found = await listRecords(records, Courses, { ...page, buckets: ['all'], words: q, ...(state ? { where } : {}) });
  return { ...found, items: found.items.map(stamped) };
});
