import * as z from 'zod/mini';
import { EvidencePackView } from '#domain/hr/onboarding/evidence-pack.ts';
import { FilingView } from '#domain/hr/onboarding/filing.ts';
import { ONBOARDING_STATES, onboardingActions } from '#domain/hr/onboarding/onboarding.ts';
import { SettlementRecordView } from '#domain/hr/onboarding/settlement-record.ts';
import { ONBOARDING_FLOWS } from '#domain/hr/onboarding/statutory-es.ts';
import { TemplateInput, TemplateView } from '#domain/hr/onboarding/template.ts';
import {
  AcceptSettlement,
  AssignTask,
  CompleteTask,
  MoveOnboarding,
  OnboardingRow,
  OnboardingView,
  StartOffboarding,
  StartOnboarding,
  TaskView,
  WaiveTask,
  WithdrawOnboarding,
} from '#domain/hr/onboarding/wire.ts';
import { defineModule, type WorkerSpec } from '#kernel/action.ts';
import { idWith } from '#kernel/id.ts';
import { anyOf, datedQuery, pageOf, pageQuery, searchWords } from '#kernel/page.ts';
import { withActions } from '../flow.ts';

const OnboardingPath = z.strictObject({ onboardingId: idWith('onb') });
const TaskPath = z.strictObject({ taskId: idWith('otk') });
const TemplatePath = z.strictObject({ templateId: idWith('otp') });
const MACHINES = ['employee-onboarding', 'employee-offboarding'] as const;

const workers = {
  makeEvidencePacks: {
    file: 'make-evidence-packs.event',
    summary: 'Makes the ZIP of what proves a leaving, once it has ended or is asked for',
    on: { changes: ['onboarding', 'evidence-pack'] },
    grants: ['records:write', 'files:read', 'reports:write', 'print-engine:use'],
    timeoutSeconds: 300,
    memoryMb: 1024,
  },
  followOnboardings: {
    file: 'follow-onboardings.event',
    summary: 'Starts and answers the executions of onboardings, and tells them what became of access and courses',
    on: { changes: ['onboarding', 'access-order', 'course-order', 'wait'] },
    grants: ['records:write', ...MACHINES.flatMap((name) => [`starts:${name}`, `answers:${name}`] as const)],
    timeoutSeconds: 30,
  },
  reconcileOnboardings: {
    file: 'reconcile-onboardings.event',
    summary: 'Restarts missing executions of people who come, and recovers lost events and timers',
    on: { schedule: 'cron(10/15 3-5 * * ? *)' },
    grants: ['records:write', ...MACHINES.flatMap((name) => [`starts:${name}`, `answers:${name}`] as const)],
    timeoutSeconds: 900,
  },
  remindOnboardingTasks: {
    file: 'remind-onboarding-tasks.event',
    summary: 'Reminds who has a task that is late, and tells whoever leads them where that does not help',
    on: { schedule: 'cron(30 6 * * ? *)' },
    grants: ['records:write', 'mail:send'],
    timeoutSeconds: 900,
  },
  runOnboardingTasks: {
    file: 'run-onboarding-tasks.task',
    summary: 'Does what an onboarding leaves to the machine, on its day',
    grants: ['records:write', 'mail:send'],
    timeoutSeconds: 60,
  },
  compensateOnboarding: {
    file: 'compensate-onboarding.task',
    summary: 'Undoes what was done for somebody who does not come, or stays, and makes tasks of the rest',
    grants: ['records:write'],
    timeoutSeconds: 60,
  },
} as const satisfies Record<string, WorkerSpec>;

const templates = {
  createOnboardingTemplate: {
    route: 'POST /onboarding/templates',
    summary: 'Create a template of tasks for people who come or leave',
    description: 'The duties of the law stand in every onboarding; a template tells what else is to be done.',
    permission: 'people.write',
    body: TemplateInput,
    output: TemplateView,
    errors: ['onboarding_template.key', 'onboarding_template.after', 'onboarding_template.act'],
    example: {
      body: {
        ...{ name: 'Almacén', flow: 'joining', position: 'Moza de almacén', roles: ['employee'] },
        tasks: [{ key: 'botas', title: 'Entregar botas y chaleco', owner: 'manager', due: { days: -1, unit: 'workdays' } }],
      },
    },
  },
  putOnboardingTemplate: {
    route: 'PUT /onboarding/templates/{templateId}',
    summary: 'Put a template in place of what it was: onboardings that have begun stay as they are',
    permission: 'people.write',
    path: TemplatePath,
    body: TemplateInput,
    output: TemplateView,
    errors: ['onboarding-template.not_found', 'onboarding_template.key', 'onboarding_template.after', 'onboarding_template.act'],
    example: { body: { name: 'Almacén', flow: 'joining', tasks: [] } },
  },
  getOnboardingTemplate: {
    route: 'GET /onboarding/templates/{templateId}',
    summary: 'Get a template of tasks',
    permission: 'people.read',
    path: TemplatePath,
    output: TemplateView,
    errors: ['onboarding-template.not_found'],
  },
  listOnboardingTemplates: {
    route: 'GET /onboarding/templates',
    summary: 'List the templates by name',
    permission: 'people.read',
    query: z.strictObject({ ...pageQuery, order: z._default(z.enum(['asc', 'desc']), 'asc'), q: searchWords }),
    output: pageOf(TemplateView),
  },
} as const;

const onboardings = {
  startOnboarding: {
    route: 'POST /onboarding/onboardings',
    summary: 'Begin what is to be done because somebody comes',
    description: 'The first day is that of the employment.',
    permission: 'people.write',
    body: StartOnboarding,
    output: OnboardingView,
    errors: ['employee.not_found', 'employee.left', 'onboarding.running', 'onboarding-template.not_found', 'onboarding_template.flow'],
    example: { body: { employeeId: 'emp_01JDG8ZK5T7QWERTY2MNPQRSTV', contract: 'indefinite', trialMonths: 2 } },
  },
  startOffboarding: {
    route: 'POST /onboarding/offboardings',
    summary: 'Begin what is to be done because somebody leaves',
    permission: 'people.write',
    body: StartOffboarding,
    output: OnboardingView,
    errors: [
      ...(['employee.not_found', 'employee.left', 'onboarding.running', 'onboarding-template.not_found'] as const),
      ...(['onboarding_template.flow', 'onboarding.before_start'] as const),
    ],
    example: { body: { employeeId: 'emp_01JDG8ZK5T7QWERTY2MNPQRSTV', lastDay: '2026-12-31', cause: 'resignation' } },
  },
  getOnboarding: {
    route: 'GET /onboarding/onboardings/{onboardingId}',
    summary: 'Get what is to be done because somebody comes or leaves, and how far it is',
    permission: 'people.read',
    path: OnboardingPath,
    output: withActions(OnboardingView, onboardingActions),
    errors: ['onboarding.not_found'],
  },
  listOnboardings: {
    route: 'GET /onboarding/onboardings',
    summary: 'List who comes and who leaves, by their day',
    permission: 'people.read',
    query: z.strictObject({
      ...datedQuery,
      flow: z.optional(z.enum(ONBOARDING_FLOWS)),
      state: z.optional(anyOf(ONBOARDING_STATES)),
      /** A duty by law is late. */
      late: z.optional(z.literal('true')),
    }),
    output: pageOf(OnboardingRow),
    errors: ['company.not_found'],
  },
  moveOnboarding: {
    route: 'POST /onboarding/onboardings/{onboardingId}/date',
    summary: 'Move the first or last day: what is not done moves with it',
    permission: 'people.write',
    path: OnboardingPath,
    body: MoveOnboarding,
    output: OnboardingView,
    dryRun: true,
    status: 200,
    errors: ['onboarding.not_found', 'onboarding.state', 'onboarding.begun', 'onboarding.before_start'],
    example: { body: { date: '2027-01-07' } },
  },
  withdrawOnboarding: {
    route: 'POST /onboarding/onboardings/{onboardingId}/withdrawal',
    summary: 'Withdraw it: what was done is undone, or becomes a task',
    permission: 'people.write',
    path: OnboardingPath,
    body: WithdrawOnboarding,
    output: OnboardingView,
    dryRun: true,
    status: 200,
    errors: ['onboarding.not_found', 'onboarding.state', 'onboarding.begun'],
    example: { body: { reason: 'Renuncia antes de empezar' } },
  },
  getFilings: {
    route: 'GET /onboarding/onboardings/{onboardingId}/filings',
    summary: 'What Social Security and the employment service ask for, ready to be copied',
    description:
      'With the same as CSV; who reads it of another is written down. The company certificate of a leaving has the days and bases of its last months back to 180 days for who sees pay; to others that they are missing. Nothing is sent: whoever is authorised enters it there, and keeps the acknowledgement with the task.',
    permission: 'people.personal',
    profile: 'commands',
    path: OnboardingPath,
    output: z.object({ items: z.array(FilingView), csv: z.string() }),
    errors: ['onboarding.not_found'],
  },
  acceptSettlement: {
    route: 'POST /onboarding/onboardings/{onboardingId}/settlement',
    summary: 'Accept what a leaving is settled with, as it is worked out now, and keep it',
    permission: 'pay.write',
    path: OnboardingPath,
    body: AcceptSettlement,
    output: SettlementRecordView,
    errors: [
      ...(['onboarding.not_found', 'onboarding.state', 'onboarding.not_leaving', 'settlement.exists', 'settlement.own'] as const),
      ...(['payroll.no_terms', 'contract.dates', 'leave.taken'] as const),
    ],
    example: { body: { taken: '22' } },
  },
  orderEvidencePack: {
    route: 'POST /onboarding/onboardings/{onboardingId}/evidence-pack',
    summary: 'Have the evidence of a leaving put together, or put together anew',
    description:
      'Settlement, payslips, what was prepared for the offices, tasks with their evidence, closed access, four years of working time, certificates; an index with the SHA-256 of each file. Settlement and payslips are in that of whoever sees what all earn. It is made by itself once the leaving has ended.',
    permission: 'people.write',
    path: OnboardingPath,
    output: EvidencePackView,
    status: 200,
    errors: ['onboarding.not_found', 'evidence-pack.not_found', 'onboarding.not_leaving', 'employee.not_found', 'employee.erased'],
  },
  getEvidencePack: {
    route: 'GET /onboarding/onboardings/{onboardingId}/evidence-pack',
    summary: 'Get the evidence of a leaving, with a link to its ZIP where it is ready',
    description: 'Who takes it is written down, once a day. The file is kept for thirty days, and can be made anew.',
    permission: 'people.write',
    profile: 'documents',
    path: OnboardingPath,
    output: EvidencePackView,
    errors: ['evidence-pack.not_found'],
  },
  getSettlement: {
    route: 'GET /onboarding/onboardings/{onboardingId}/settlement',
    summary: 'Get what a leaving was settled with',
    permission: 'pay.read',
    path: OnboardingPath,
    output: SettlementRecordView,
    errors: ['settlement.not_found'],
  },
} as const;

const TASK = ['onboarding-task.not_found', 'onboarding_task.state', 'onboarding_task.not_yours'] as const;
const tasks = {
  listMyTasks: {
    route: 'GET /onboarding/tasks',
    summary: 'What the caller has to do for people who come or leave, by the day on which it is due',
    description: 'Theirs, and those of their roles: two hundred of each at most.',
    permission: 'people.read',
    output: z.object({ items: z.array(TaskView) }),
    errors: ['company.not_found'],
  },
  completeTask: {
    route: 'POST /onboarding/tasks/{taskId}/completion',
    summary: 'Tell that a task is done, with what proves it',
    description:
      'By whose it is, or HR. A bank account waits for a second person. Equipment is handed over, or taken back, with it; that of whoever leaves cannot be told as back while they have some of it.',
    permission: 'member',
    path: TaskPath,
    body: CompleteTask,
    output: TaskView,
    status: 200,
    errors: [
      ...TASK,
      ...(['onboarding_task.machine', 'onboarding_task.settlement', 'onboarding_task.waits', 'onboarding_task.evidence'] as const),
      ...(['onboarding_task.too_early', 'personal-file.not_found', 'employee.left'] as const),
      ...(['onboarding_task.equipment', 'onboarding_task.equipment_out', 'equipment.not_found', 'equipment.retired'] as const),
      ...(['equipment.held', 'equipment.not_held', 'equipment.dates', 'equipment.future'] as const),
    ],
    example: { body: { text: 'RED 2026-0012345, 2026-12-04 10:12' } },
  },
  confirmTask: {
    route: 'POST /onboarding/tasks/{taskId}/confirmation',
    summary: 'Confirm, as a second person, what was told of a task; or let the machine give or take access',
    permission: 'people.write',
    path: TaskPath,
    output: TaskView,
    status: 200,
    errors: [
      ...TASK,
      'onboarding_task.nothing_to_confirm',
      'onboarding_task.same_person',
      'permission.not_held',
      'personal-file.not_found',
    ],
  },
  waiveTask: {
    route: 'POST /onboarding/tasks/{taskId}/waiver',
    summary: 'Say why a task need not be done',
    permission: 'people.write',
    path: TaskPath,
    body: WaiveTask,
    output: TaskView,
    dryRun: true,
    status: 200,
    errors: [...TASK],
    example: { body: { reason: 'No hay representantes de los trabajadores' } },
  },
  assignTask: {
    route: 'POST /onboarding/tasks/{taskId}/owner',
    summary: 'Give a task to somebody',
    permission: 'people.write',
    path: TaskPath,
    body: AssignTask,
    output: TaskView,
    status: 200,
    errors: [...TASK, 'onboarding_task.machine', 'employee.not_found', 'employee.left'],
    example: { body: { employeeId: 'emp_01JDG8ZK5T7QWERTY2MNPQRSTV' } },
  },
} as const;

export const onboarding = defineModule(
  'hr/onboarding',
  { title: 'Onboarding', workers, opensPersonal: true },
  { ...onboardings, ...tasks, ...templates },
);
