import { Courses } from '#domain/hr/development/course.ts';
import { type CourseOrder, CourseOrders, Enrolments, newEnrolment } from '#domain/hr/development/enrolment.ts';
import { Employees, nameOf } from '#domain/hr/people/employee.ts';
import { DomainError } from '#kernel/errors.ts';
import { create, type Stored, update } from '#kernel/record.ts';
import { requirePermission } from '#runtime/caller.ts';
import { followChanges } from '#runtime/changes.ts';
import { untilCommitted } from '#runtime/conflicts.ts';
import { idFrom } from '#runtime/fingerprint.ts';
import { WORKER } from '#runtime/record-item.ts';
import { notFound, Records } from '#runtime/records.ts';
import { callerBy } from '../../platform/service.ts';
import { requireOffered } from './enrolments.ts';

/** What an order enrols in, by what its person may do now. @throws DomainError of the rule by which it is refused. */
async function enrolmentsOf(records: Records, order: Stored<CourseOrder>) {
  const caller = await callerBy(records, order.by);
  if (!caller) throw notFound('member', order.by);
  requirePermission(caller, 'development.setup');
  const employee = await records.getOrThrow(Employees, order.employeeId);
  const courses = await records.getMany(Courses, order.courseIds);
  return courses.map((course, i) => {
    if (!course) throw notFound(Courses.kind, order.courseIds[i] ?? '');
    requireOffered(course);
    const planned = newEnrolment(course, { employeeId: employee.id, name: nameOf(employee) }, { on: order.on });
    return create(Enrolments, idFrom('enr', records.tenant, order.id, course.id), { ...planned, state: 'ordered', about: order.about });
  });
}

/** Carries an order out, or says by which rule it is refused. */
async function carryOut(records: Records, id: string): Promise<void> {
  const order = await records.get(CourseOrders, id);
  if (order?.state !== 'open') return;
  try {
    await records.commit([update(CourseOrders, order, { ...order, state: 'done' }), ...(await enrolmentsOf(records, order))]);
  } catch (error) {
    if (!(error instanceof DomainError) || error.kind === 'conflict') throw error;
    await records.commit([update(CourseOrders, order, { ...order, state: 'refused', why: error.code })]);
  }
}

/** Enrols whom other modules order courses for, on behalf of who answers for it. */
export const handler = followChanges({
  code: 'carry-out-course-orders',
  subject: ({ id }) => id,
  handle: (tenant, id, changes) => {
    const stamp = { by: WORKER, request: changes.at(-1)?.request ?? id, action: 'carryOutCourseOrders', at: new Date() };
    return untilCommitted(() => carryOut(new Records(tenant, stamp), id));
  },
});
