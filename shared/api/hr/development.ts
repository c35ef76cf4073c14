import * as z from 'zod/mini';
import { COURSE_STATES, CourseInput, CourseView, PatchCourse } from '#domain/hr/development/course.ts';
import { AssessSkills, SkillCell } from '#domain/hr/development/employee-skills.ts';
import {
  CompleteEnrolment,
  ENROLMENT_STATES,
  EnrolmentInput,
  EnrolmentView,
  enrolmentActions,
  OrderEnrolment,
} from '#domain/hr/development/enrolment.ts';
import { PatchSkill, PositionSkillsInput, PositionSkillsView, SKILL_STATES, SkillInput, SkillView } from '#domain/hr/development/skill.ts';
import { CERTIFICATE_STATES, CertificateInput, CertificateView, certificateActions } from '#domain/hr/development/staff-certificate.ts';
import { defineModule, type WorkerSpec } from '#kernel/action.ts';
import { BusinessDate } from '#kernel/date.ts';
import { idWith } from '#kernel/id.ts';
import { anyOf, datedQuery, pageOf, pageQuery, searchWords } from '#kernel/page.ts';
import { writtenText } from '#kernel/written-text.ts';
import { withActions } from '../flow.ts';
import { goals, oneToOnes, reviews } from '../review-actions.ts';

const EMP = 'emp_01JDG8ZK5T7QWERTY2MNPQRSTV';
const CRS = 'crs_01JDG8ZK5T7QWERTY2MNPQRSTV';
const SKL = 'skl_01JDG8ZK5T7QWERTY2MNPQRSTV';
const EmployeePath = z.strictObject({ employeeId: idWith('emp') });
const CoursePath = z.strictObject({ courseId: idWith('crs') });
const EnrolmentPath = z.strictObject({ enrolmentId: idWith('enr') });
const CertificatePath = z.strictObject({ certificateId: idWith('sct') });
const named = { ...pageQuery, order: z._default(z.enum(['asc', 'desc']), 'asc'), q: searchWords };

const workers = {
  carryOutCourseOrders: {
    file: 'carry-out-course-orders.event',
    summary: 'Enrols people in the courses that other modules order, on behalf of who answers for it',
    on: { changes: ['course-order'] },
    grants: ['records:write'],
    timeoutSeconds: 30,
  },
} as const satisfies Record<string, WorkerSpec>;

const courses = {
  createCourse: {
    route: 'POST /development/courses',
    summary: 'Create a course that people can take',
    permission: 'development.setup',
    body: CourseInput,
    output: CourseView,
    example: {
      body: {
        ...{ title: 'Carretillas elevadoras', provider: 'Mutua', hours: '8', certifies: true, validMonths: 60 },
        cost: { amount: '120.00', currency: 'EUR' },
      },
    },
  },
  patchCourse: {
    route: 'PATCH /development/courses/{courseId}',
    summary: 'Change a course, or offer it no more',
    description: 'Null clears what may be absent. Enrolments keep what it was.',
    permission: 'development.setup',
    path: CoursePath,
    body: PatchCourse,
    output: CourseView,
    errors: ['course.not_found'],
    example: { body: { state: 'withdrawn' } },
  },
  getCourse: {
    route: 'GET /development/courses/{courseId}',
    summary: 'Get a course',
    permission: 'member',
    path: CoursePath,
    output: CourseView,
    errors: ['course.not_found'],
  },
  listCourses: {
    route: 'GET /development/courses',
    summary: 'List courses by title',
    permission: 'member',
    query: z.strictObject({ ...named, state: z.optional(z.enum(COURSE_STATES)) }),
    output: pageOf(CourseView),
  },
  createEnrolment: {
    route: 'POST /development/enrolments',
    summary: 'Plan a course for an employee, or ask for one for oneself',
    description: 'It is planned until somebody who may set development up orders it.',
    permission: 'development.write',
    body: EnrolmentInput,
    output: EnrolmentView,
    errors: ['employee.not_found', 'employee.left', 'course.not_found', 'course.withdrawn'],
    example: { body: { employeeId: EMP, courseId: CRS, on: '2027-01-18' } },
  },
  getEnrolment: {
    route: 'GET /development/enrolments/{enrolmentId}',
    summary: 'Get an enrolment',
    permission: 'development.read',
    path: EnrolmentPath,
    output: withActions(EnrolmentView, enrolmentActions),
    errors: ['enrolment.not_found'],
  },
  listEnrolments: {
    route: 'GET /development/enrolments',
    summary: 'List enrolments by their first day',
    description: 'Of those whom the caller may see: all, those below, or oneself.',
    permission: 'development.read',
    query: z.strictObject({
      ...datedQuery,
      state: z.optional(anyOf(ENROLMENT_STATES)),
      courseId: z.optional(idWith('crs')),
      employeeId: z.optional(idWith('emp')),
    }),
    output: pageOf(EnrolmentView),
  },
  orderEnrolment: {
    route: 'POST /development/enrolments/{enrolmentId}/order',
    summary: 'Order a course that is planned for an employee',
    description: 'With the day, hours and cost that were agreed, where they are not those of the course.',
    permission: 'development.setup',
    path: EnrolmentPath,
    body: OrderEnrolment,
    output: EnrolmentView,
    status: 200,
    errors: ['enrolment.not_found', 'enrolment.ended', 'enrolment.ordered'],
    example: { body: { cost: { amount: '95.00', currency: 'EUR' } } },
  },
  completeEnrolment: {
    route: 'POST /development/enrolments/{enrolmentId}/completion',
    summary: 'Say how a course ended for an employee',
    description: 'Whoever passed has the certificate of the course, valid for its months; it takes the place of an earlier one.',
    permission: 'development.setup',
    path: EnrolmentPath,
    body: CompleteEnrolment,
    output: EnrolmentView,
    status: 200,
    errors: ['enrolment.not_found', 'enrolment.ended', 'enrolment.future', 'course.not_found'],
    example: { body: { result: 'done', on: '2027-01-19', number: 'CE-2027-113' } },
  },
  cancelEnrolment: {
    route: 'POST /development/enrolments/{enrolmentId}/cancellation',
    summary: 'Cancel an enrolment',
    dryRun: true,
    description: 'Once it is ordered, by whoever orders courses.',
    permission: 'development.write',
    path: EnrolmentPath,
    body: z.strictObject({ reason: writtenText(200) }),
    output: EnrolmentView,
    status: 200,
    errors: ['enrolment.not_found', 'enrolment.ended', 'enrolment.ordered_by_others'],
    example: { body: { reason: 'Coincide con el inventario' } },
  },
  createCertificate: {
    route: 'POST /development/certificates',
    summary: 'Enter a certificate that an employee has from elsewhere',
    permission: 'development.setup',
    body: CertificateInput,
    output: CertificateView,
    errors: ['employee.not_found', 'course.not_found', 'certificate.dates'],
    example: { body: { employeeId: EMP, title: 'Manipulador de alimentos', issuedOn: '2025-03-03', expiresOn: '2029-03-02' } },
  },
  listCertificates: {
    route: 'GET /development/certificates',
    summary: 'List certificates of people, by the day on which they end',
    permission: 'development.read',
    query: z.strictObject({ ...named, state: z.optional(anyOf(CERTIFICATE_STATES)), employeeId: z.optional(idWith('emp')) }),
    output: pageOf(withActions(CertificateView, certificateActions)),
    errors: ['company.not_found'],
  },
  closeCertificate: {
    route: 'POST /development/certificates/{certificateId}/closing',
    summary: 'Say that a certificate need not be renewed',
    permission: 'development.setup',
    path: CertificatePath,
    body: z.strictObject({ note: z.optional(writtenText(200)) }),
    output: CertificateView,
    status: 200,
    errors: ['staff-certificate.not_found', 'certificate.settled'],
    example: { body: { note: 'Ya no usa carretilla' } },
  },
} as const;

const skills = {
  createSkill: {
    route: 'POST /development/skills',
    summary: 'Create a skill',
    permission: 'development.setup',
    body: SkillInput,
    output: SkillView,
    example: { body: { name: 'Caja y cierre', group: 'Tienda' } },
  },
  patchSkill: {
    route: 'PATCH /development/skills/{skillId}',
    summary: 'Change a skill, or use it no more',
    permission: 'development.setup',
    path: z.strictObject({ skillId: idWith('skl') }),
    body: PatchSkill,
    output: SkillView,
    errors: ['skill.not_found'],
    example: { body: { group: 'Almacén' } },
  },
  listSkills: {
    route: 'GET /development/skills',
    summary: 'List skills by group and name',
    permission: 'member',
    query: z.strictObject({ ...named, state: z.optional(z.enum(SKILL_STATES)) }),
    output: pageOf(SkillView),
  },
  putPositionSkills: {
    route: 'PUT /development/positions',
    summary: 'Put the skills that a position asks for from a day on',
    description: 'What begins on the same day is replaced; the past stays. The position is what employees’ assignments call it.',
    permission: 'development.setup',
    body: PositionSkillsInput,
    output: PositionSkillsView,
    errors: ['skill.twice', 'skill.not_found'],
    example: { body: { position: 'Dependienta', from: '2026-12-01', skills: [{ skillId: SKL, level: 2 }] } },
  },
  listPositionSkills: {
    route: 'GET /development/positions',
    summary: 'List what positions ask for',
    permission: 'member',
    query: z.strictObject(named),
    output: pageOf(PositionSkillsView),
  },
  assessSkills: {
    route: 'POST /development/employees/{employeeId}/skills',
    summary: 'Assess what an employee can do, from a day on',
    description: 'By whoever leads them, or HR; nobody assesses themselves. Earlier levels stay.',
    permission: 'development.write',
    path: EmployeePath,
    body: AssessSkills,
    output: z.object({ employeeId: z.string(), skills: z.array(SkillCell) }),
    status: 200,
    errors: ['employee.not_found', 'skill.own', 'skill.future', 'skill.twice', 'skill.too_many', 'skill.not_found'],
    example: { body: { on: '2026-11-30', skills: [{ skillId: SKL, level: 3 }] } },
  },
  getSkillsMatrix: {
    route: 'GET /development/skills-matrix',
    summary: 'Get what people can do beside what their positions ask for, person by person',
    description: 'Of those whom the caller may see, as it stood on a day.',
    permission: 'development.read',
    query: z.strictObject({
      ...{ limit: pageQuery.limit, cursor: pageQuery.cursor, on: z.optional(BusinessDate) },
      position: z.optional(writtenText(80)),
      employeeId: z.optional(idWith('emp')),
      /** Only those who lack something. */
      gaps: z.optional(z.literal('true')),
    }),
    output: pageOf(z.object({ employeeId: z.string(), name: z.string(), position: z.string(), skills: z.array(SkillCell), gap: z.int() })),
    errors: ['employee.not_found'],
  },
} as const;

/** What was written of people is sealed under their keys. */
export const development = defineModule(
  'hr/development',
  { title: 'Development', workers, opensPersonal: ['commands', 'queries'] },
  { ...courses, ...skills, ...goals, ...reviews, ...oneToOnes },
);
