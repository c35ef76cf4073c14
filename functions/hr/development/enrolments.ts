import { development } from '#api/hr/development.ts';
import { Courses, type StoredCourse } from '#domain/hr/development/course.ts';
import { Enrolments, enrolmentActions, enrolmentView, newEnrolment, type StoredEnrolment } from '#domain/hr/development/enrolment.ts';
import { certificateOf, StaffCertificates } from '#domain/hr/development/staff-certificate.ts';
import { employeeActions, nameOf } from '#domain/hr/people/employee.ts';
import { invalid, refused, throwIf } from '#kernel/errors.ts';
import { type Change, create, update } from '#kernel/record.ts';
import { creates, on } from '#runtime/action.ts';
import { type Caller, may, mayFor, reachOf } from '#runtime/caller.ts';
import { listDated } from '#runtime/dated-list.ts';
import { required } from '#runtime/reads.ts';
import { notFound } from '#runtime/records.ts';
import { actionsOf, command, query } from '../../platform/service.ts';
import { reachedEmployee } from '../people/reach.ts';
import { renewals } from './certificates.ts';
import { yearsOfPlans } from './development-years.ts';

const { actions } = development;

/** @throws DomainError `course.withdrawn` (422) of a course that is offered no more. */
export function requireOffered(course: StoredCourse): void {
  if (course.state === 'withdrawn')
    throw refused('course.withdrawn', `${course.title} is offered no more: choose another course, or offer it again.`, 'body.courseId', {
      title: course.title,
    });
}

export const createEnrolment = command(
  actions.createEnrolment,
  creates(Enrolments, 'enr', ({ body }) => ({ course: required(Courses, body.courseId, 'body.courseId') })),
  async ({ body, course, records, caller, newId }) => {
    const employee = await reachedEmployee(records, caller, 'development.write', body.employeeId, 'body.employeeId');
    throwIf(employeeActions.patchEmployee(employee));
    requireOffered(course);
    return [create(Enrolments, newId('enr'), newEnrolment(course, { employeeId: employee.id, name: nameOf(employee) }, body))];
  },
  enrolmentView,
);

const inPath = ({ enrolmentId }: { readonly enrolmentId: string }) => enrolmentId;
const standing = (enrolment: StoredEnrolment, caller: Caller) => ({ ...enrolment, sets: may(caller, 'development.setup') });

export const orderEnrolment = command(
  actions.orderEnrolment,
  on(Enrolments, inPath),
  ({ body, caller }, before) => {
    throwIf(enrolmentActions.orderEnrolment(standing(before, caller)));
    const { on: day = before.on, cost = before.cost, hours = before.hours } = body;
    const agreed = { on: day, ...(cost === undefined ? {} : { cost }), ...(hours === undefined ? {} : { hours }) };
    return [update(Enrolments, before, { ...before, ...agreed, state: 'ordered' })];
  },
  enrolmentView,
);

export const completeEnrolment = command(
  actions.completeEnrolment,
  on(Enrolments, inPath),
  async ({ body: { result, on: endedOn, hours, number }, records, caller, today, newId }, before) => {
    throwIf(enrolmentActions.completeEnrolment(standing(before, caller)));
    if (endedOn > today)
      throw invalid('enrolment.future', 'The day has not come yet: say how it ended once it has.', 'body.on', { on: endedOn });
    const course = await records.getOrThrow(Courses, before.courseId);
    const ended = { ...before, state: result, endedOn, ...(hours === undefined ? {} : { hours }) };
    if (result === 'failed' || !course.certifies) return [update(Enrolments, before, ended)];
    const certificateId = newId('sct');
    const certificate = certificateOf(course, { employeeId: before.employeeId, name: before.name, on: endedOn, number });
    const more: Change[] = [
      create(StaffCertificates, certificateId, certificate),
      ...(await renewals(records, before.employeeId, course.id, certificateId)),
    ];
    return [update(Enrolments, before, { ...ended, certificateId }), ...more];
  },
  enrolmentView,
);

export const cancelEnrolment = command(
  actions.cancelEnrolment,
  on(Enrolments, inPath),
  ({ body, caller }, before) => {
    if (!mayFor(caller, 'development.write', before, Enrolments)) throw notFound(Enrolments.kind, before.id, 'path.enrolmentId');
    throwIf(enrolmentActions.cancelEnrolment(standing(before, caller)));
    return [update(Enrolments, before, { ...before, state: 'cancelled', reason: body.reason })];
  },
  enrolmentView,
);

export const getEnrolment = query(
  actions.getEnrolment,
  ({ path }) => ({ enrolment: required(Enrolments, path.enrolmentId, 'path.enrolmentId') }),
  ({ enrolment, caller }) => {
    if (!mayFor(caller, 'development.read', enrolment, Enrolments)) throw notFound(Enrolments.kind, enrolment.id, 'path.enrolmentId');
    return { ...enrolmentView(enrolment), actions: actionsOf(caller, actions, enrolmentActions, standing(enrolment, caller)) };
  },
);

export const listEnrolments = query(actions.listEnrolments, async ({ query: input, records, caller, today }) => {
  const { employeeId, courseId, state, ...page } = input;
  const within = reachOf(caller, 'development.read', Enrolments);
  const where = (one: StoredEnrolment) =>
    (within?.(one) ?? true) && (state === undefined || state.includes(one.state)) && (courseId === undefined || one.courseId === courseId);
  const party = employeeId ? { party: employeeId } : {};
  const found = await listDated(records, Enrolments, yearsOfPlans(today), page, { where, ...party });
  return { ...found, items: found.items.map(enrolmentView) };
});
