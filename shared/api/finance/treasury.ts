import * as z from 'zod/mini';
import { CashForecastQuery, CashForecastView, CashPositionView } from '#domain/finance/treasury/cash-wire.ts';
import { RUN_KINDS, RUN_STATES } from '#domain/finance/treasury/payment-run.ts';
import { runActions } from '#domain/finance/treasury/run-actions.ts';
import {
  ApprovePaymentRun,
  EndPaymentRun,
  ExecutePaymentRun,
  PaymentFileView,
  PaymentRunInput,
  PaymentRunRow,
  PaymentRunView,
} from '#domain/finance/treasury/wire.ts';
import { type ActionSpec, defineModule, type WorkerSpec } from '#kernel/action.ts';
import { BusinessDate } from '#kernel/date.ts';
import { idWith } from '#kernel/id.ts';
import { anyOf, datedQuery, pageOf } from '#kernel/page.ts';
import { debits, mandates } from '../debit-runs.ts';
import { withFlow } from '../flow.ts';
import { POSTING_REFUSALS } from '../posting.ts';

const workers = {
  followPaymentRuns: {
    file: 'follow-payment-runs.event',
    summary: 'Starts and answers the executions of payment runs',
    on: { changes: ['payment-run', 'wait'] },
    grants: ['records:write', 'starts:payment-run', 'answers:payment-run'],
    timeoutSeconds: 30,
  },
  reconcilePaymentRuns: {
    file: 'reconcile-payment-runs.event',
    summary: 'Restarts missing executions of payment runs, and recovers lost events and timers',
    on: { schedule: 'cron(10/15 3-5 * * ? *)' },
    grants: ['records:write', 'starts:payment-run', 'answers:payment-run'],
    timeoutSeconds: 900,
  },
  finishPaymentRuns: {
    file: 'finish-payment-runs.event',
    summary: 'Completes or rolls back steps of payment runs that a crash interrupted',
    on: { schedule: 'rate(1 hour)' },
    grants: ['records:write'],
    timeoutSeconds: 900,
  },
  writePaymentFile: {
    file: 'write-payment-file.task',
    summary: 'Writes the file of an approved payment run for the bank',
    grants: ['records:write', 'reports:write'],
    timeoutSeconds: 60,
  },
  releasePaymentRun: {
    file: 'release-payment-run.task',
    summary: 'Cancels a payment run that was not approved in time',
    grants: ['records:write'],
    timeoutSeconds: 120,
  },
  postPaymentRun: {
    file: 'post-payment-run.task',
    summary: 'Posts what is left to post of an executed payment run',
    grants: ['records:write'],
    timeoutSeconds: 120,
  },
} as const satisfies Record<string, WorkerSpec>;

const RunPath = z.strictObject({ runId: idWith('pyr') });
const PaymentPath = z.strictObject({
  runId: idWith('pyr'),
  no: z.pipe(
    z.string().check(z.regex(/^[1-9]\d{0,3}$/, 'must be the number of a payment of the run')),
    z.transform((no: string) => Number(no)),
  ),
});
const SUPPLIER = 'sup_01JDG8ZK5T7QWERTY2MNPQRSTV';
const reason = { body: { reason: 'El banco no la ha aceptado' } };

const runs = {
  proposePaymentRun: {
    route: 'POST /treasury/payment-runs',
    summary: 'Propose a payment run of what is due, credit notes taken off',
    description:
      'A transfer a supplier, of at most 40 documents. Its bills belong to the run until it has ended: nothing else pays them. What is left out is told with its reason.',
    permission: 'payables.pay',
    body: PaymentRunInput,
    output: PaymentRunView,
    dryRun: true,
    errors: [
      'supplier.not_found',
      'supplier-bill.not_found',
      'document.in_run',
      'document.reversed',
      'bill.waiting',
      'allocation.nothing_open',
      'account.unknown',
      'account.inactive',
      'account.not_in_force',
      'payment_run.nothing',
      'payment_run.no_iban',
      'payment_run.supplier_iban',
      'payment_run.past_day',
      'payment_run.choice',
      'payment_run.changed',
      'operation.rolled_back',
    ],
    example: { body: { until: '2026-12-04' } },
  },
  listPaymentRuns: {
    route: 'GET /treasury/payment-runs',
    summary: 'List payment runs, of transfers and of direct debits, newest first',
    permission: 'payables.read',
    query: z.strictObject({
      ...datedQuery,
      state: z.optional(anyOf(RUN_STATES)),
      kind: z.optional(anyOf(RUN_KINDS)),
    }),
    output: pageOf(PaymentRunRow),
  },
  getPaymentRun: {
    route: 'GET /treasury/payment-runs/{runId}',
    summary: 'Get a payment run with its transfers, approvals and payments',
    permission: 'payables.read',
    path: RunPath,
    output: withFlow(PaymentRunView, runActions),
    errors: ['payment-run.not_found'],
  },
  approvePaymentRun: {
    route: 'POST /treasury/payment-runs/{runId}/approval',
    summary: 'Approve a payment run: the last approval makes the file for the bank',
    description:
      'Of direct debits: one person, who did not enter the account of a mandate, or may pay alone. Of transfers: two different people, of whom one had no hand in the bills; nobody approves what goes to an IBAN that they entered. An IBAN of today or yesterday is confirmed by name.',
    permission: 'payables.pay',
    path: RunPath,
    body: ApprovePaymentRun,
    output: PaymentRunView,
    dryRun: true,
    errors: [
      'payment-run.not_found',
      'payment_run.state',
      'payment_run.same_person',
      'payment_run.makers',
      'payment_run.own_iban',
      'payment_run.iban_differs',
      'payment_run.iban_recent',
      'debit_run.lead',
    ],
    example: { body: { confirmed: [SUPPLIER] } },
  },
  rejectRunPayment: {
    route: 'POST /treasury/payment-runs/{runId}/payments/{no}/rejection',
    summary: 'Take a payment out of a run, or record that the bank refused it',
    description: 'Its bills and credit notes are free again. A run without payments is over.',
    permission: 'payables.pay',
    path: PaymentPath,
    body: EndPaymentRun,
    output: PaymentRunView,
    dryRun: true,
    errors: ['payment-run.not_found', 'payment_run.state', 'payment_run.no_payment', 'payment_run.payment_state'],
    example: reason,
  },
  executePaymentRun: {
    route: 'POST /treasury/payment-runs/{runId}/execution',
    summary: 'Record that the bank has paid a run, and post it',
    description: 'A payment a transfer, on the day of the bank; each bill is paid once, whatever is cut off or sent twice.',
    permission: 'payables.pay',
    path: RunPath,
    body: ExecutePaymentRun,
    output: PaymentRunView,
    dryRun: true,
    errors: ['payment-run.not_found', 'payment_run.state', 'payment_run.too_early', ...POSTING_REFUSALS],
    example: { body: { date: '2026-12-04' } },
  },
  cancelPaymentRun: {
    route: 'POST /treasury/payment-runs/{runId}/cancellation',
    summary: 'Cancel a payment run that the bank has not paid',
    description: 'All of its bills and credit notes are free again. What the bank has in its hands already must be stopped there.',
    permission: 'payables.pay',
    path: RunPath,
    body: EndPaymentRun,
    output: PaymentRunView,
    dryRun: true,
    errors: ['payment-run.not_found', 'payment_run.state', 'payment_run.partly_paid'],
    example: reason,
  },
  getPaymentFile: {
    route: 'GET /treasury/payment-runs/{runId}/file',
    summary: 'Get a link to the file of a payment run for the bank',
    permission: 'payables.pay',
    profile: 'documents',
    path: RunPath,
    output: PaymentFileView,
    errors: ['payment-run.not_found', 'payment_run.state'],
  },
} as const satisfies Record<string, ActionSpec>;

const cash = {
  getCashPosition: {
    route: 'GET /cash/position',
    summary: 'Get what the books hold in banks and cash, by account of the group 57',
    permission: 'books.read',
    query: z.strictObject({ date: z.optional(BusinessDate), consistent: z.optional(z.enum(['true', 'false'])) }),
    output: CashPositionView,
    errors: ['balances.behind'],
  },
  getCashForecast: {
    route: 'GET /cash/forecast',
    summary: 'Get the forecast of banks and cash, week by week: low, expected and high',
    description:
      'What is open of each invoice is taken to come as many days after its due date as its customer usually pays late (median; 25th percentile in `high`, 75th in `low`) by the newest 500 invoices of the last year; customers with fewer than three paid ones as all together. What is later than that already comes tomorrow, and in `low` not at all. Bills leave by their due dates, payment runs by theirs, recurring entries move what they do of banks, cash and what is owed on their days, forms 303, 111 and 115 leave on the last day of the calendar: of a period that is over or filed by its draft, of the running one by what it has come to in its days so far (before the thirtieth, by the period before), in `low` and `high` the most and the least of these. Unapplied credit notes and advances are not counted.',
    permission: 'books.read',
    query: CashForecastQuery,
    output: CashForecastView,
    errors: ['balances.behind'],
  },
} as const satisfies Record<string, ActionSpec>;

export const treasury = defineModule('finance/treasury', { title: 'Treasury', workers }, { ...runs, ...debits, ...mandates, ...cash });
