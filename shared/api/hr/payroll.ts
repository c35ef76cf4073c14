import * as z from 'zod/mini';
import { EmploymentTermsView } from '#domain/hr/payroll/employment-terms.ts';
import { PayInputBody, PayInputRow, PayInputView } from '#domain/hr/payroll/pay-input.ts';
import { PayTermsInput } from '#domain/hr/payroll/pay-terms.ts';
import { PayrollEntryLine } from '#domain/hr/payroll/payroll-entry.ts';
import { PAY_RUN_KINDS, PAY_RUN_STATES, SALARY_FILE_VERSIONS } from '#domain/hr/payroll/payroll-run.ts';
import { PayslipView } from '#domain/hr/payroll/payslip-view.ts';
import { payRunActions } from '#domain/hr/payroll/run-actions.ts';
import {
  ApprovePayrollRun,
  EndPayrollRun,
  PayrollRunInput,
  PayrollRunRow,
  PayrollRunView,
  PayslipRow,
  RunPeopleView,
  StoredPayslipView,
} from '#domain/hr/payroll/run-view.ts';
import { SettlementView } from '#domain/hr/payroll/settlement.ts';
import { LEAVING_CAUSES } from '#domain/hr/payroll/severance-es.ts';
import { type ActionSpec, defineModule, type WorkerSpec } from '#kernel/action.ts';
import { BusinessDate, MonthText } from '#kernel/date.ts';
import { idWith } from '#kernel/id.ts';
import { Money } from '#kernel/money.ts';
import { anyOf, datedQuery, pageOf, pageQuery } from '#kernel/page.ts';
import { withFlow } from '../flow.ts';
import { payrollPayments } from '../payroll-payments.ts';
import { payrollSettings } from '../payroll-settings.ts';
import { salaryTables } from '../salary-tables.ts';

const EmployeePath = z.strictObject({ employeeId: idWith('emp') });
const AmountText = z.string().check(z.regex(/^\d{1,8}(\.\d{1,2})?$/, 'must be an amount such as 24000.00'));
const CALCULATED = [
  ...(['payroll.no_row', 'payroll.part_time_minimum', 'payroll.family_situation', 'payroll.days', 'payroll.negative_net'] as const),
] as const;
const PAID = ['employee.not_found', 'payroll.no_terms', 'payroll.no_personal_data'] as const;

const terms = {
  addPayTerms: {
    route: 'POST /payroll/employees/{employeeId}/terms',
    summary: 'Set what an employee earns from a day on',
    description:
      'Terms that begin on the same day are replaced; the past stays. Terms within a contract that has a last day end on that day as well: another contract begins after it. Where they name the group of a salary table, less than its row of the first day is refused, of part time in proportion to the hours.',
    permission: 'pay.write',
    path: EmployeePath,
    body: PayTermsInput,
    output: EmploymentTermsView,
    status: 200,
    errors: [
      ...(['employee.not_found', 'employee.left', 'pay_terms.extra_months', 'pay_terms.dates', 'pay_terms.before_start'] as const),
      ...(['pay_terms.own', 'pay_terms.hours', 'pay_terms.overlap'] as const),
      ...(['salary-table.not_found', 'salary_table.no_row', 'payroll.below_table'] as const),
    ],
    example: {
      body: {
        ...{
          from: '2026-02-02',
          group: '7',
          contract: 'indefinite',
          annual: { amount: '24000.00', currency: 'EUR' },
          extraMonths: [6, 12],
        },
        ...{ accrual: 'half-year', accident: { percent: '1.50', source: 'TGSS, informe de la cuenta de cotización' } },
      },
    },
  },
  getPayTerms: {
    route: 'GET /payroll/employees/{employeeId}/terms',
    summary: 'Get what an employee earns, from the first day on',
    permission: 'pay.read',
    path: EmployeePath,
    output: EmploymentTermsView,
    errors: ['employee.not_found'],
  },
  previewPayslip: {
    route: 'GET /payroll/employees/{employeeId}/preview',
    summary: 'Work out the payslip of a month without posting it',
    description:
      'By the terms and family data of the month, as if the year had been paid by them so far. With `annual`: what another salary would give; with `net`: the salary that pays this net in that month. Each number names the row of the pack that it comes from; a month without rows is refused.',
    permission: 'pay.read',
    path: EmployeePath,
    query: z.strictObject({
      month: MonthText,
      annual: z.optional(AmountText),
      net: z.optional(AmountText),
    }),
    output: z.extend(PayslipView, {
      /** The salary of a year that it is worked out by. */
      annual: Money,
      /** What it would post. */
      entry: z.array(PayrollEntryLine),
    }),
    errors: [...PAID, ...CALCULATED, 'payroll.net_out_of_reach'],
  },
  estimateSettlement: {
    route: 'GET /payroll/employees/{employeeId}/settlement',
    summary: 'Work out what a leaving would be settled with',
    description: 'Severance by its cause, extra pays earned, holiday not taken; the days worked are on the last payslip.',
    permission: 'pay.read',
    path: EmployeePath,
    query: z.strictObject({
      date: BusinessDate,
      cause: z.enum(LEAVING_CAUSES),
      /** Days of holiday taken this year. */
      taken: z._default(z.string().check(z.regex(/^\d{1,2}(\.\d{1,2})?$/, 'must be days such as 12.5')), '0'),
    }),
    output: SettlementView,
    errors: [...PAID, 'contract.dates', 'leave.taken'],
  },
} as const satisfies Record<string, ActionSpec>;

const RunPath = z.strictObject({ runId: idWith('pyn') });
const InRunPath = z.strictObject({ runId: idWith('pyn'), employeeId: idWith('emp') });
const SlipPath = z.strictObject({
  employeeId: idWith('emp'),
  place: z
    .string()
    .check(z.regex(/^\d{4}-(0[1-9]|1[0-2])(\.[1-9]\d?)?$/, 'must be a month such as 2026-11, or a correction of it: 2026-11.2')),
});
const InputPath = z.strictObject({ employeeId: idWith('emp'), month: MonthText });
const eur = (amount: string) => ({ amount, currency: 'EUR' });

const inputs = {
  putPayInput: {
    route: 'PUT /payroll/employees/{employeeId}/inputs/{month}',
    summary: 'Put what a month of somebody’s pay has beside the salary',
    description:
      'Variable pay, absences that begin in the month, advances and garnishments. A run takes what is there when it works somebody out: while it does, nothing is put; put before the run is approved, it drops its approvals and waits until the person is worked out again. What is told later of a month that is paid comes as a difference with the next run.',
    permission: 'pay.write',
    path: InputPath,
    body: PayInputBody,
    output: PayInputView,
    errors: ['employee.not_found', 'pay_input.dates', 'pay_input.frozen', 'pay_input.calculating', 'pay_terms.own'],
    example: { body: { variable: [{ kind: 'bonus', text: 'Objetivos del trimestre', amount: eur('500.00') }] } },
  },
  getPayInput: {
    route: 'GET /payroll/employees/{employeeId}/inputs/{month}',
    summary: 'Get what a month of somebody’s pay has beside the salary',
    permission: 'pay.read',
    path: InputPath,
    output: PayInputView,
    errors: ['employee.not_found'],
  },
} as const satisfies Record<string, ActionSpec>;

const inputList = {
  listPayInputs: {
    route: 'GET /payroll/inputs',
    summary: 'List who works in a month, with what the month has beside the salary and what approved leave says of it',
    permission: 'payroll.read',
    query: z.strictObject({ month: MonthText, ...pageQuery }),
    output: pageOf(PayInputRow),
  },
} as const satisfies Record<string, ActionSpec>;

const runs = {
  proposePayrollRun: {
    route: 'POST /payroll/runs',
    summary: 'Work out the pay of a month, or what months that are paid ought to have been beyond that',
    description:
      'All who work in the month and are not paid for it yet, or those who are named. Slips are worked out in the background, with what months before ought to have been by what is known now; the run then waits for two people. A month without rows in the packs is refused.',
    permission: 'pay.write',
    body: PayrollRunInput,
    output: PayrollRunView,
    dryRun: true,
    errors: [
      'payroll.no_row',
      'payroll_run.no_iban',
      'payroll_run.dates',
      'payroll_run.open',
      'payroll_run.nothing',
      'payroll_run.not_employed',
      'payroll_run.already_paid',
      'payroll_run.not_paid',
      'employee.not_found',
      'payroll_run.period',
    ],
    example: { body: { month: '2026-11' } },
  },
  listPayrollRuns: {
    route: 'GET /payroll/runs',
    summary: 'List pay runs, newest first',
    permission: 'payroll.read',
    query: z.strictObject({ ...datedQuery, state: z.optional(anyOf(PAY_RUN_STATES)), kind: z.optional(anyOf(PAY_RUN_KINDS)) }),
    output: pageOf(PayrollRunRow),
  },
  getPayrollRun: {
    route: 'GET /payroll/runs/{runId}',
    summary: 'Get a pay run with its totals, contributions, approvals and entries',
    permission: 'payroll.read',
    path: RunPath,
    output: withFlow(PayrollRunView, payRunActions),
    errors: ['payroll-run.not_found'],
  },
  listPayrollRunPeople: {
    route: 'GET /payroll/runs/{runId}/people',
    summary: 'List the people of a pay run: what each is paid, why it is not what it was, or why it could not be worked out',
    permission: 'payroll.read',
    path: RunPath,
    query: z.strictObject({
      /** Where an answer before said `next`. */
      from: z._default(
        z.pipe(
          z.string().check(z.regex(/^[1-9]\d{0,3}$/, 'must be the `next` of an answer')),
          z.transform((no: string) => Number(no)),
        ),
        1,
      ),
    }),
    output: RunPeopleView,
    errors: ['payroll-run.not_found'],
  },
  recalculatePayslip: {
    route: 'POST /payroll/runs/{runId}/people/{employeeId}/calculation',
    summary: 'Work out one person of a pay run again',
    description: 'By what is known now. Approvals that were given are dropped: what is approved is what is paid.',
    permission: 'pay.write',
    path: InRunPath,
    output: PayrollRunView,
    status: 200,
    errors: [
      'payroll-run.not_found',
      'payroll_run.state',
      'employee.not_found',
      ...CALCULATED,
      ...(['payroll.foral', 'payroll.minimum_wage', 'payroll.garnishment'] as const),
    ],
  },
  excludeFromPayrollRun: {
    route: 'POST /payroll/runs/{runId}/people/{employeeId}/exclusion',
    summary: 'Leave somebody out of a pay run',
    description: 'Another run of the month may pay them. Approvals that were given are dropped.',
    permission: 'pay.write',
    path: InRunPath,
    output: PayrollRunView,
    status: 200,
    errors: ['payroll-run.not_found', 'payroll_run.state', 'employee.not_found'],
  },
  approvePayrollRun: {
    route: 'POST /payroll/runs/{runId}/approval',
    summary: 'Approve a pay run: the second approval makes its slips final, posts it and writes the file for the bank',
    description:
      'By two different people, neither of whom proposed it or worked anybody out in it, nor is paid by it (unless they may pay alone).',
    permission: 'pay.approve',
    path: RunPath,
    body: ApprovePayrollRun,
    output: PayrollRunView,
    status: 200,
    dryRun: true,
    errors: [
      'payroll-run.not_found',
      'payroll_run.state',
      'payroll_run.changed',
      'payroll_run.period',
      'payroll_run.refused',
      'payroll_run.input_changed',
      'payroll_run.own',
      'payroll_run.own_pay',
      'payroll_run.same_person',
    ],
    example: { body: { rev: 3 } },
  },
  cancelPayrollRun: {
    route: 'POST /payroll/runs/{runId}/cancellation',
    summary: 'Cancel a pay run that is not approved',
    description: 'Its slips were never final: they go with it.',
    permission: 'pay.write',
    path: RunPath,
    body: EndPayrollRun,
    output: PayrollRunView,
    status: 200,
    dryRun: true,
    errors: ['payroll-run.not_found', 'payroll_run.state'],
    example: { body: { reason: 'Faltan los incentivos' } },
  },
  getSalaryFile: {
    route: 'GET /payroll/runs/{runId}/file',
    summary: 'Get a link to the file of a pay run for the bank (pain.001, category purpose SALA)',
    permission: 'pay.approve',
    profile: 'documents',
    path: RunPath,
    output: z.object({
      fileName: z.string(),
      version: z.enum(SALARY_FILE_VERSIONS),
      bytes: z.int(),
      url: z.string(),
      expiresAt: z.string(),
    }),
    errors: ['payroll-run.not_found', 'payroll_run.state', 'payroll_run.no_transfers'],
  },
} as const satisfies Record<string, ActionSpec>;

const slips = {
  listOwnPayslips: {
    route: 'GET /payroll/slips',
    summary: 'List one’s own payslips, newest first',
    description: 'Of the employee whose address the caller signs in with; none where there is no such employee.',
    permission: 'pay.read',
    output: z.object({ employeeId: z.optional(z.string()), items: z.array(PayslipRow) }),
  },
  listPayslips: {
    route: 'GET /payroll/employees/{employeeId}/slips',
    summary: 'List the payslips of an employee, newest first',
    permission: 'pay.read',
    path: EmployeePath,
    output: z.object({ items: z.array(PayslipRow) }),
    errors: ['employee.not_found'],
  },
  getPayslip: {
    route: 'GET /payroll/employees/{employeeId}/slips/{place}',
    summary: 'Get a payslip with the row that each number comes from',
    description: 'One’s own once its run is posted; whoever sees pay runs also sees those that wait for approval.',
    permission: 'pay.read',
    path: SlipPath,
    output: StoredPayslipView,
    errors: ['payslip.not_found'],
  },
  getPayslipFile: {
    route: 'GET /payroll/employees/{employeeId}/slips/{place}/file',
    summary: 'Get a payslip on paper (recibo de salarios), as PDF in base64',
    description: 'As Orden ESS/2098/2014 has it, with the norm of each rate. Whoever sees the slip, as soon as it is final.',
    permission: 'pay.read',
    profile: 'print',
    path: SlipPath,
    output: z.object({ fileName: z.string(), contentType: z.string(), content: z.string() }),
    errors: ['payslip.not_found', 'payslip.not_final'],
  },
  signPayslip: {
    route: 'POST /payroll/employees/{employeeId}/slips/{place}/receipt',
    summary: 'Record that whose payslip it is has read it: their signature of receipt',
    permission: 'pay.read',
    path: SlipPath,
    output: PayslipRow,
    status: 200,
    errors: ['payslip.not_found', 'payslip.not_own'],
  },
} as const satisfies Record<string, ActionSpec>;

const workers = {
  followPayrollRuns: {
    file: 'follow-payroll-runs.event',
    summary: 'Starts and answers the executions of pay runs',
    on: { changes: ['payroll-run', 'wait'] },
    grants: ['records:write', 'starts:payroll-run', 'answers:payroll-run'],
    timeoutSeconds: 30,
  },
  reconcilePayrollRuns: {
    file: 'reconcile-payroll-runs.event',
    summary: 'Restarts missing executions of pay runs, and recovers lost events and timers',
    on: { schedule: 'cron(12/15 3-5 * * ? *)' },
    grants: ['records:write', 'starts:payroll-run', 'answers:payroll-run'],
    timeoutSeconds: 900,
  },
  finishPayrollRuns: {
    file: 'finish-payroll-runs.event',
    summary: 'Ends the giving up of pay runs that a crash interrupted',
    on: { schedule: 'rate(1 hour)' },
    grants: ['records:write'],
    timeoutSeconds: 900,
  },
  freezePayrollRun: {
    file: 'freeze-payroll-run.task',
    summary: 'Writes down whom a pay run pays',
    grants: ['records:write'],
    timeoutSeconds: 120,
  },
  calculatePayslips: {
    file: 'calculate-payslips.task',
    summary: 'Works out the payslips of some people of a pay run',
    grants: ['records:write'],
    timeoutSeconds: 120,
    memoryMb: 1024,
  },
  layPayrollRunOut: {
    file: 'propose-payroll-run.task',
    summary: 'Adds up what a pay run comes to, for those who approve it',
    grants: ['records:write'],
    timeoutSeconds: 60,
  },
  releasePayrollRun: {
    file: 'release-payroll-run.task',
    summary: 'Cancels a pay run that was not approved in time',
    grants: ['records:write'],
    timeoutSeconds: 300,
  },
  postPayrollRun: {
    file: 'post-payroll-run.task',
    summary: 'Posts an approved pay run and writes its file for the bank',
    grants: ['records:write', 'reports:write'],
    timeoutSeconds: 300,
  },
} as const satisfies Record<string, WorkerSpec>;

export const payroll = defineModule(
  'hr/payroll',
  { title: 'Payroll', opensPersonal: true, workers },
  { ...terms, ...salaryTables, ...inputs, ...inputList, ...payrollSettings, ...runs, ...payrollPayments, ...slips },
);
