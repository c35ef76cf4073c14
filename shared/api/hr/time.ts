import * as z from 'zod/mini';
import { ClockCorrectionInput, CORRECTION_STATES, CorrectionView, correctionActions } from '#domain/hr/time/clock-correction.ts';
import { ClockEntryView, ClockInput } from '#domain/hr/time/clock-entry.ts';
import { RegisterView } from '#domain/hr/time/register.ts';
import { FILE_LANGUAGES, REGISTER_FORMATS } from '#domain/hr/time/register-file.ts';
import { CLOCK_STATES, WorkDayView } from '#domain/hr/time/work-day.ts';
import { WorkPlanInput, WorkPlanView } from '#domain/hr/time/work-plan.ts';
import { WarningView } from '#domain/hr/time/working-time-es.ts';
import { YearHoursView } from '#domain/hr/time/year-hours.ts';
import { defineModule } from '#kernel/action.ts';
import { MonthText } from '#kernel/date.ts';
import { idWith } from '#kernel/id.ts';
import { pageOf, pageQuery } from '#kernel/page.ts';
import { writtenText } from '#kernel/written-text.ts';
import { withActions } from '../flow.ts';
import { leave, staff } from '../leave-actions.ts';

const DAY = [{ start: '08:00', end: '16:30', pause: 30 }];
const EMP = 'emp_01JDG8ZK5T7QWERTY2MNPQRSTV';
const EmployeePath = z.strictObject({ employeeId: idWith('emp') });
const CorrectionPath = z.strictObject({ correctionId: idWith('clc') });
const Rejection = z.strictObject({ reason: writtenText(200) });
const DECIDED = ['clock-correction.not_found', 'clock_correction.decided', 'clock_correction.own'] as const;

/** The file for the inspection names people by their tax id, and nothing else here needs to. */
const ABOUT = { title: 'Working time and leave', opensPersonal: ['print'] } as const;

export const time = defineModule('hr/time', ABOUT, {
  recordClockEntry: {
    route: 'POST /time/entries',
    summary: 'Tell that work or a break begins or ends',
    description:
      'One’s own, or, for a reader at a door, anybody’s. The clock’s own time is kept, and when it arrived beside it: a clock that was offline sends later, as often as it likes and in any order. The same entry twice is one.',
    permission: 'time.write',
    body: ClockInput,
    output: z.extend(ClockEntryView, {
      /** Of a beginning: the rest before it, where it was too short. Told, never refused. */
      warnings: z.array(WarningView),
    }),
    errors: ['employee.not_found', 'clock.future', 'clock.too_old', 'clock.not_employed'],
    example: { body: { employeeId: EMP, kind: 'in', at: '2026-11-24T08:03:12Z' } },
  },
  getClock: {
    route: 'GET /time/clock',
    summary: 'Get how one’s own clock stands: whether one works, since when, and what of today',
    description: '`now` is the time of the service: a clock that keeps how far it is off tells the right time offline too.',
    permission: 'time.write',
    output: z.object({
      now: z.string(),
      timeZone: z.string(),
      /** Absent: the caller’s address belongs to no employee. */
      employeeId: z.optional(z.string()),
      name: z.optional(z.string()),
      state: z.enum(CLOCK_STATES),
      since: z.optional(z.string()),
      today: z.optional(WorkDayView),
    }),
  },
  getRegister: {
    route: 'GET /time/employees/{employeeId}/register',
    summary: 'Get the register of working time of an employee and month',
    description: 'Days with beginning, end and breaks; each entry with what corrected it; what stands against rests and hours of the law.',
    permission: 'time.read',
    path: EmployeePath,
    query: z.strictObject({ month: MonthText }),
    output: RegisterView,
    errors: ['employee.not_found'],
  },
  getRegisterFile: {
    route: 'GET /time/register/file',
    summary: 'Get the register of a month for the inspection, as CSV or PDF in base64',
    description:
      'Of one employee or of all whom the caller may see, with the total of each month, the fingerprint of its lines and, on paper, a place for both signatures.',
    permission: 'time.read',
    profile: 'print',
    query: z.strictObject({
      month: MonthText,
      employeeId: z.optional(idWith('emp')),
      format: z._default(z.enum(REGISTER_FORMATS), 'csv'),
      language: z.optional(z.enum(FILE_LANGUAGES)),
    }),
    output: z.object({ fileName: z.string(), contentType: z.string(), content: z.string() }),
    errors: ['employee.not_found', 'register.too_long'],
  },
  putWorkPlan: {
    route: 'PUT /time/employees/{employeeId}/plan',
    summary: 'Put the weeks that an employee works by from a day on',
    description:
      'Weeks from Monday to Sunday that come again and again. What begins on the same day is replaced; the past stays. Rests and hours of the law are told, and nothing is refused for them.',
    permission: 'time.setup',
    path: EmployeePath,
    body: WorkPlanInput,
    output: WorkPlanView,
    errors: ['employee.not_found', 'work_plan.pause', 'work_plan.overlaps'],
    example: { body: { from: '2026-12-07', weeks: [[DAY, DAY, DAY, DAY, DAY, [], []]] } },
  },
  getWorkPlan: {
    route: 'GET /time/employees/{employeeId}/plan',
    summary: 'Get when an employee is to work, with what stands against rests and hours of the law',
    permission: 'time.read',
    path: EmployeePath,
    output: WorkPlanView,
    errors: ['employee.not_found'],
  },
  getYearHours: {
    route: 'GET /time/employees/{employeeId}/year-hours',
    summary: 'Get what an employee has worked in a year beside what was planned, and how much of it is overtime',
    description:
      'Overtime is what a week has beyond its plan, or beyond 40 hours where none is planned (ET 35.1); 80 hours a year at most (ET 35.2).',
    permission: 'time.read',
    path: EmployeePath,
    query: z.strictObject({ year: z.optional(z.string().check(z.regex(/^(20|21)\d{2}$/, 'must be a year such as 2026'))) }),
    output: YearHoursView,
    errors: ['employee.not_found'],
  },
  requestClockCorrection: {
    route: 'POST /time/corrections',
    summary: 'Correct the register: an entry that is wrong, or one that is missing',
    description:
      'The earlier entry stays, with who corrects it and why. One’s own waits for somebody else; that of another counts at once for whoever may approve it.',
    permission: 'time.write',
    body: ClockCorrectionInput,
    output: CorrectionView,
    errors: [
      ...(['employee.not_found', 'clock_correction.empty', 'clock_correction.entry', 'clock_correction.replaced'] as const),
      ...(['clock.future', 'clock.not_employed'] as const),
    ],
    example: {
      body: { employeeId: EMP, entry: { kind: 'out', at: '2026-11-24T17:00:00Z' }, reason: 'Olvidó fichar la salida' },
    },
  },
  approveClockCorrection: {
    route: 'POST /time/corrections/{correctionId}/approval',
    summary: 'Approve a correction of the register',
    description: 'By somebody who neither asked for it nor is whom it is about.',
    permission: 'time.approve',
    path: CorrectionPath,
    output: CorrectionView,
    errors: [...DECIDED, 'clock_correction.replaced'],
  },
  rejectClockCorrection: {
    dryRun: true,
    route: 'POST /time/corrections/{correctionId}/rejection',
    summary: 'Reject a correction of the register',
    permission: 'time.approve',
    path: CorrectionPath,
    body: Rejection,
    output: CorrectionView,
    errors: DECIDED,
    example: { body: { reason: 'Salió a las 15:00' } },
  },
  listClockCorrections: {
    route: 'GET /time/corrections',
    summary: 'List corrections of the register that wait for a decision',
    description: 'Of those whom the caller decides for. With `employeeId`: all of one employee, decided or not.',
    permission: 'time.read',
    query: z.strictObject({
      ...pageQuery,
      order: z._default(z.enum(['asc', 'desc']), 'asc'),
      employeeId: z.optional(idWith('emp')),
      state: z.optional(z.enum(CORRECTION_STATES)),
    }),
    output: pageOf(withActions(CorrectionView, correctionActions)),
    errors: ['employee.not_found'],
  },
  ...leave,
  ...staff,
});
