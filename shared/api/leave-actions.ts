import * as z from 'zod/mini';
import { BadgeFileInput, BadgeFileView } from '#domain/hr/time/badge-file.ts';
import { LeaveOpeningInput } from '#domain/hr/time/leave-account.ts';
import { LEAVE_KINDS, LEAVE_PAY } from '#domain/hr/time/leave-kinds-es.ts';
import { BalanceView, LEAVE_STATES, LeaveInput, LeaveView, leaveActions } from '#domain/hr/time/leave-request.ts';
import { DEADLINE_STATES, DeadlineInput, DeadlineView, deadlineActions } from '#domain/hr/time/staff-deadline.ts';
import { WorkCalendarInput, WorkCalendarView } from '#domain/hr/time/work-calendar.ts';
import type { ActionSpec } from '#kernel/action.ts';
import { MonthText } from '#kernel/date.ts';
import { idWith } from '#kernel/id.ts';
import { anyOf, datedQuery, pageOf, pageQuery } from '#kernel/page.ts';
import { writtenText } from '#kernel/written-text.ts';
import { withActions } from './flow.ts';

const EMP = 'emp_01JDG8ZK5T7QWERTY2MNPQRSTV';
const EmployeePath = z.strictObject({ employeeId: idWith('emp') });
const LeavePath = z.strictObject({ leaveId: idWith('lvr') });
const Reason = z.strictObject({ reason: writtenText(200) });
const reason = { body: { reason: 'Coincide con el inventario' } };
const Held = z.object({
  id: z.string(),
  kind: z.enum(LEAVE_KINDS),
  state: z.enum(['requested', 'approved']),
  from: z.string(),
  to: z.string(),
});
const Holiday = z.object({ date: z.string(), name: z.string(), scope: z.enum(['region', 'town']) });

/** Leave and calendars: rows of the table of `hr/time`. */
export const leave = {
  listLeaveKinds: {
    route: 'GET /time/leave-kinds',
    summary: 'List the kinds of leave, with the article that gives each',
    permission: 'time.read',
    output: z.object({
      items: z.array(
        z.object({
          kind: z.enum(LEAVE_KINDS),
          article: z.string(),
          count: z.enum(['natural', 'working']),
          days: z.optional(z.number()),
          daysWithTravel: z.optional(z.number()),
          per: z.optional(z.enum(['event', 'year'])),
          pay: z.enum(LEAVE_PAY),
          /** Entered by whoever keeps leave, not asked for. */
          entered: z.boolean(),
          checked: z.string(),
          confidence: z.enum(['high', 'medium']),
        }),
      ),
    }),
  },
  requestLeave: {
    route: 'POST /time/leave',
    summary: 'Ask for leave, or enter it for somebody',
    description:
      'Days count by the kind and the calendar of the place of work; of holiday no more than is left, of a permit no more than its article gives. It waits for whoever leads the employee. Sickness is entered, and needs no decision.',
    permission: 'time.write',
    body: LeaveInput,
    output: LeaveView,
    dryRun: true,
    errors: [
      ...([
        'employee.not_found',
        'leave.dates',
        'leave.half',
        'leave.not_employed',
        'leave.entered',
        'leave.overlaps',
        'leave.too_many',
      ] as const),
      ...(['leave.nothing', 'leave.over_limit', 'leave.over_balance'] as const),
    ],
    example: { body: { employeeId: EMP, kind: 'holiday', from: '2026-12-28', to: '2026-12-31' } },
  },
  listLeaves: {
    route: 'GET /time/leave',
    summary: 'List leave by its first day',
    description: 'Of those whom the caller may see: all, those below, or oneself.',
    permission: 'time.read',
    query: z.strictObject({
      ...datedQuery,
      state: z.optional(anyOf(LEAVE_STATES)),
      kind: z.optional(anyOf(LEAVE_KINDS)),
      employeeId: z.optional(idWith('emp')),
    }),
    output: pageOf(LeaveView),
  },
  getLeave: {
    route: 'GET /time/leave/{leaveId}',
    summary: 'Get a leave',
    permission: 'time.read',
    path: LeavePath,
    output: withActions(LeaveView, leaveActions),
    errors: ['leave.not_found'],
  },
  approveLeave: {
    route: 'POST /time/leave/{leaveId}/approval',
    summary: 'Approve a leave',
    description: 'By whoever leads the employee, or keeps leave; nobody approves their own.',
    permission: 'time.approve',
    path: LeavePath,
    output: LeaveView,
    errors: ['leave.not_found', 'leave.state', 'leave.own_decision'],
  },
  rejectLeave: {
    dryRun: true,
    route: 'POST /time/leave/{leaveId}/rejection',
    summary: 'Reject a leave',
    permission: 'time.approve',
    path: LeavePath,
    body: Reason,
    output: LeaveView,
    errors: ['leave.not_found', 'leave.state', 'leave.own_decision'],
    example: reason,
  },
  withdrawLeave: {
    route: 'POST /time/leave/{leaveId}/withdrawal',
    summary: 'Withdraw a leave that nobody has decided on',
    permission: 'time.write',
    path: LeavePath,
    output: LeaveView,
    errors: ['leave.not_found', 'leave.state', 'leave.not_own'],
  },
  cancelLeave: {
    dryRun: true,
    route: 'POST /time/leave/{leaveId}/cancellation',
    summary: 'Cancel an approved leave',
    description: 'One’s own, before it begins: its days are free again.',
    permission: 'time.write',
    path: LeavePath,
    body: Reason,
    output: LeaveView,
    errors: ['leave.not_found', 'leave.state', 'leave.not_own', 'leave.begun'],
    example: reason,
  },
  revokeLeave: {
    dryRun: true,
    route: 'POST /time/leave/{leaveId}/revocation',
    summary: 'Revoke an approved leave of somebody else',
    description: 'By whoever decides for the employee, also once it has begun: its days are free again.',
    permission: 'time.approve',
    path: LeavePath,
    body: Reason,
    output: LeaveView,
    errors: ['leave.not_found', 'leave.state', 'leave.own_decision'],
    example: reason,
  },
  getLeaveBalance: {
    route: 'GET /time/employees/{employeeId}/leave-balance',
    summary: 'Get the holiday of an employee and year: earned, brought forward, taken, left',
    permission: 'time.read',
    path: EmployeePath,
    query: z.strictObject({ year: z.optional(z.string().check(z.regex(/^(20|21)\d{2}$/, 'must be a year such as 2026'))) }),
    output: BalanceView,
    errors: ['employee.not_found'],
  },
  putLeaveOpening: {
    route: 'PUT /time/employees/{employeeId}/leave-opening',
    summary: 'Put the holiday that an employee brings forward as leave is first kept here',
    description: 'Of its year: years before are not known. It is taken within the months in which holiday may be carried over.',
    permission: 'time.setup',
    path: EmployeePath,
    body: LeaveOpeningInput,
    output: BalanceView,
    errors: ['employee.not_found'],
    example: { body: { year: 2026, halves: 7, reason: 'Saldo del programa anterior' } },
  },
  getTeamCalendar: {
    route: 'GET /time/team-calendar',
    summary: 'Get who is on leave in a month, person by person',
    permission: 'time.read',
    query: z.strictObject({ month: MonthText, limit: pageQuery.limit, cursor: pageQuery.cursor }),
    output: pageOf(
      z.object({
        employeeId: z.string(),
        name: z.string(),
        workplace: z.optional(z.string()),
        /** Of the region and town of their place of work. */
        holidays: z.array(Holiday),
        leave: z.array(Held),
      }),
    ),
  },
  putWorkCalendar: {
    route: 'PUT /time/calendars',
    summary: 'Put the holidays of a place of work: of its region and town',
    description: 'Those of the whole country are known. The place is what employees’ assignments call it.',
    permission: 'time.setup',
    body: WorkCalendarInput,
    output: WorkCalendarView,
    errors: ['work_calendar.twice'],
    example: {
      body: {
        ...{ workplace: 'Madrid', region: 'Comunidad de Madrid', town: 'Madrid', source: 'BOCM, calendario laboral de 2026' },
        holidays: [{ date: '2026-05-15', name: 'San Isidro', scope: 'town' }],
      },
    },
  },
  listWorkCalendars: {
    route: 'GET /time/calendars',
    summary: 'List calendars of places of work',
    permission: 'time.read',
    query: z.strictObject({ ...pageQuery, order: z._default(z.enum(['asc', 'desc']), 'asc') }),
    output: pageOf(WorkCalendarView),
  },
} as const satisfies Record<string, ActionSpec>;

const DeadlinePath = z.strictObject({ deadlineId: idWith('sdl') });

/** Files of badge readers, and what of an employee ends: rows of the table of `hr/time`. */
export const staff = {
  importBadgeFile: {
    route: 'POST /time/badge-files',
    summary: 'Take in a CSV of a badge reader',
    description:
      'Columns by their headings: who (NIF, address or id), day, hour of the company’s time zone, and what (entrada, salida, pausa, vuelta). Rows that are there already are one with what is there; a row that says nothing is refused by itself.',
    permission: 'time.write',
    body: BadgeFileInput,
    output: BadgeFileView,
    errors: ['badge_file.heading', 'badge_file.too_long'],
    example: { body: { fileName: 'puerta.csv', text: 'nif;fecha;hora;tipo\n12345678Z;24/11/2026;09:03;entrada\n' } },
  },
  createStaffDeadline: {
    route: 'POST /time/deadlines',
    summary: 'Note the day on which a contract, trial, permit or certificate of an employee ends',
    description: 'It is told on the home page some days before, 30 unless said otherwise, until somebody has dealt with it.',
    permission: 'time.setup',
    body: DeadlineInput,
    output: DeadlineView,
    errors: ['employee.not_found'],
    example: { body: { employeeId: EMP, kind: 'trial', on: '2027-01-31', text: 'Fin del periodo de prueba' } },
  },
  listStaffDeadlines: {
    route: 'GET /time/deadlines',
    summary: 'List what ends of employees, by its day',
    permission: 'time.setup',
    query: z.strictObject({
      ...pageQuery,
      order: z._default(z.enum(['asc', 'desc']), 'asc'),
      state: z.optional(z.enum(DEADLINE_STATES)),
      employeeId: z.optional(idWith('emp')),
    }),
    output: pageOf(withActions(DeadlineView, deadlineActions)),
  },
  closeStaffDeadline: {
    route: 'POST /time/deadlines/{deadlineId}/closing',
    summary: 'Say that what ends has been dealt with',
    permission: 'time.setup',
    path: DeadlinePath,
    body: z.strictObject({ note: z.optional(writtenText(200)) }),
    output: DeadlineView,
    errors: ['staff-deadline.not_found', 'staff_deadline.done'],
    example: { body: { note: 'Contrato prorrogado' } },
  },
} as const satisfies Record<string, ActionSpec>;
