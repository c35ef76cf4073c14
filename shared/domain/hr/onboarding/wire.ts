import * as z from 'zod/mini';
import { LEAVING_CAUSES } from '#domain/hr/payroll/severance-es.ts';
import { BusinessDate, type IsoDate } from '#kernel/date.ts';
import { Iban } from '#kernel/iban.ts';
import { idWith } from '#kernel/id.ts';
import { stamped, stampFields } from '#kernel/stamps.ts';
import { writtenText as text } from '#kernel/written-text.ts';
import { isAtEnd, ONBOARDING_STATES, type StoredOnboarding } from './onboarding.ts';
import { isTaskLate, ONBOARDING_TASK_STATES, type StoredTask } from './onboarding-task.ts';
import { DUTIES, MOST_TRIAL_MONTHS, ONBOARDING_FLOWS, STATUTORY } from './statutory-es.ts';
import { EVIDENCE, TASK_ACTS } from './template.ts';

const Instant = z
  .string()
  .check(z.regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{3})?)?Z$/, 'must be an instant in UTC such as 2026-12-31T17:00:00Z'));

export const StartOnboarding = z.strictObject({
  employeeId: idWith('emp'),
  contract: z.optional(z.enum(['indefinite', 'temporary'])),
  /** As it was agreed; the law allows up to six months, agreements less. */
  trialMonths: z.optional(z.int().check(z.minimum(1), z.maximum(MOST_TRIAL_MONTHS))),
  /** Absent: that which fits best, or the standard tasks. */
  templateId: z.optional(idWith('otp')),
});
export const StartOffboarding = z.strictObject({
  employeeId: idWith('emp'),
  /** The last day of work. */
  lastDay: BusinessDate,
  cause: z.enum(LEAVING_CAUSES),
  contract: z.optional(z.enum(['indefinite', 'temporary'])),
  /** From then on they sign in no more. Absent: the end of the last day. */
  accessEndsAt: z.optional(Instant),
  templateId: z.optional(idWith('otp')),
});
export const MoveOnboarding = z.strictObject({ date: BusinessDate });
export const WithdrawOnboarding = z.strictObject({ reason: text(200) });
export const CompleteTask = z.strictObject({
  text: z.optional(text(500)),
  attachmentId: z.optional(idWith('att')),
  /** Of a bank account. */
  iban: z.optional(Iban),
  /** What is handed over to whoever comes, or came back of whoever leaves. */
  equipmentIds: z.optional(z.array(idWith('eqp')).check(z.minLength(1), z.maxLength(10))),
});
export const WaiveTask = z.strictObject({ reason: text(200) });
export const AssignTask = z.strictObject({ employeeId: idWith('emp') });
export const AcceptSettlement = z.strictObject({
  taken: z._default(z.string().check(z.regex(/^\d{1,2}(\.\d{1,2})?$/, 'must be days such as 12.5')), '0'),
});

export const TaskView = z.object({
  id: z.string(),
  onboardingId: z.string(),
  employeeId: z.string(),
  employeeName: z.string(),
  key: z.string(),
  title: z.string(),
  owner: z.string(),
  due: z.string(),
  late: z.boolean(),
  statutory: z.optional(z.enum(STATUTORY)),
  /** What asks for it by law. */
  norm: z.optional(z.string()),
  evidence: z.enum(EVIDENCE),
  after: z.array(z.string()),
  act: z.optional(z.enum(TASK_ACTS)),
  state: z.enum(ONBOARDING_TASK_STATES),
  text: z.optional(z.string()),
  attachmentId: z.optional(z.string()),
  told: z.optional(z.object({ by: z.string(), at: z.string() })),
  approved: z.optional(z.object({ by: z.string(), at: z.string() })),
  reason: z.optional(z.string()),
  escalatedTo: z.optional(z.string()),
  ...stampFields,
});

export const taskView = (task: StoredTask, today: IsoDate) => ({
  ...stamped(task),
  late: isTaskLate(task, today),
  after: [...task.after],
  ...(task.statutory ? { norm: DUTIES[task.statutory].norm } : {}),
});

export const OnboardingRow = z.object({
  id: z.string(),
  flow: z.enum(ONBOARDING_FLOWS),
  employeeId: z.string(),
  employeeName: z.string(),
  position: z.string(),
  workplace: z.optional(z.string()),
  date: z.string(),
  contract: z.optional(z.enum(['indefinite', 'temporary'])),
  trialMonths: z.optional(z.int()),
  cause: z.optional(z.enum(LEAVING_CAUSES)),
  accessEndsAt: z.optional(z.string()),
  templateName: z.optional(z.string()),
  state: z.enum(ONBOARDING_STATES),
  done: z.int(),
  total: z.int(),
  dutyDue: z.optional(z.string()),
  /** A duty by law is not done, and its day has passed. */
  late: z.boolean(),
  withdrawn: z.optional(z.object({ by: z.string(), on: z.string(), reason: z.string() })),
  ...stampFields,
});
/** With all that is to be done. */
export const OnboardingView = z.object({
  ...OnboardingRow.shape,
  tasks: z.array(TaskView),
  /** They were paid a severance less than three years before: the exemption of it is lost (LIRPF art. 7.e). */
  severance: z.optional(z.object({ date: z.string(), until: z.string() })),
});

export const onboardingRow = (onboarding: StoredOnboarding, today: IsoDate) => ({
  ...stamped(onboarding),
  late: !isAtEnd(onboarding) && onboarding.dutyDue !== undefined && onboarding.dutyDue < today,
});
