import * as z from 'zod/mini';
import { CHECK_IDS } from '#domain/finance/closing/check.ts';
import { closeCheckActions } from '#domain/finance/closing/close-check.ts';
import { CloseSettingsInput, CloseSettingsView } from '#domain/finance/closing/close-settings.ts';
import { CLOSE_STATES, monthCloseActions } from '#domain/finance/closing/month-close.ts';
import {
  CloseCheckView,
  ClosePackView,
  ExplainCloseCheck,
  MonthCloseView,
  ReopenMonth,
  StartMonthClose,
  WaiveCloseCheck,
} from '#domain/finance/closing/wire.ts';
import { type ActionSpec, defineModule, type WorkerSpec } from '#kernel/action.ts';
import { anyOf, datedQuery, pageOf } from '#kernel/page.ts';
import { withActions } from '../flow.ts';

const workers = {
  followMonthCloses: {
    file: 'follow-month-closes.event',
    summary: 'Starts and answers the executions of month-end closes, and looks again at what their checks depend on',
    on: {
      changes: [
        'period',
        'budget',
        'close-settings',
        'invoice-draft',
        'expense-claim',
        'bank-line',
        'bank-statement',
        'fixed-asset',
        'recurring-entry',
        'revalued-month',
        'exchange-rates',
        'tax-box',
        'payroll-run',
        'payroll-payment',
        'month-close',
        'wait',
      ],
    },
    grants: ['records:write', 'starts:month-end-close', 'answers:month-end-close'],
    timeoutSeconds: 120,
  },
  reconcileMonthCloses: {
    file: 'reconcile-month-closes.event',
    summary: 'Restarts missing executions of month-end closes, and recovers lost events and timers',
    on: { schedule: 'cron(14/15 3-5 * * ? *)' },
    grants: ['records:write', 'starts:month-end-close', 'answers:month-end-close'],
    timeoutSeconds: 900,
  },
  ringMonthCloses: {
    file: 'ring-month-closes.event',
    summary: 'Begins the closes that are on a schedule, and locks again what was reopened until the day before',
    on: { schedule: 'cron(25 * * * ? *)' },
    grants: ['records:write'],
    timeoutSeconds: 900,
  },
  closeMonth: {
    file: 'close-month.task',
    summary: 'Looks at the checks of a month, closes it, and keeps what it was closed with',
    grants: ['records:write', 'reports:write', 'print-engine:use'],
    timeoutSeconds: 600,
    memoryMb: 1024,
  },
} as const satisfies Record<string, WorkerSpec>;

const closeId = z.string().check(z.regex(/^mcl_20\d{4}R?$/, 'must be the id of a close: mcl_202603, or mcl_202603R of a rehearsal'));
const ClosePath = z.strictObject({ closeId });
const NONE = 'month-close.not_found';
const by = { permission: 'books.close', path: ClosePath, output: MonthCloseView, status: 200 } as const;

const actions = {
  startMonthClose: {
    route: 'POST /month-closes',
    summary: 'Begin the close of a month, or rehearse it',
    description:
      'All checks are looked at; what fails waits for who mends it, and is looked at again by itself as soon as something that it depends on changes. Once nothing fails that is not waived, the month is closed: nobody posts in it until it is reopened. A rehearsal looks at the same and changes nothing. One close a month at a time: a second request is answered with the one that is under way.',
    permission: 'books.close',
    body: StartMonthClose,
    dryRun: true,
    output: MonthCloseView,
    status: 200,
    errors: ['month_close.closed', 'month_close.not_over', 'month_close.out_of_order', 'period.not_open'],
    example: { body: { period: '2026-03', rehearsal: true } },
  },
  getCloseSettings: {
    route: 'GET /closing/settings',
    summary: 'Get how months are closed: by themselves or by a person, and which changes somebody has to explain',
    permission: 'books.read',
    output: CloseSettingsView,
  },
  putCloseSettings: {
    route: 'PUT /closing/settings',
    summary: 'Put how months are closed: by themselves or by a person, and which changes somebody has to explain',
    description:
      'With `workday`, the close of the first month in which anybody may still post begins by itself on that working day of the next, at six in the morning of the company. Holidays are the national ones. `own` are checks of the company’s own: what some accounts have at the end of a month, or what moved in it, also by entries with some words alone; words are refused to who posts more than 20,000 entries in a month.',
    permission: 'books.close',
    body: CloseSettingsInput,
    output: CloseSettingsView,
    errors: ['month_close.own_budget'],
    example: { body: { workday: 5, variance: { amount: { amount: '1000.00', currency: 'EUR' }, percent: 25 } } },
  },
  listMonthCloses: {
    route: 'GET /month-closes',
    summary: 'List closes of months and rehearsals, the newest month first',
    permission: 'books.read',
    query: z.strictObject({ ...datedQuery, state: z.optional(anyOf(CLOSE_STATES)) }),
    output: pageOf(MonthCloseView),
  },
  getMonthClose: {
    route: 'GET /month-closes/{closeId}',
    summary: 'Get the close of a month with its checks: state, what is at fault, whose work it is',
    permission: 'books.read',
    path: ClosePath,
    output: z.extend(withActions(MonthCloseView, monthCloseActions), { checks: z.array(withActions(CloseCheckView, closeCheckActions)) }),
    errors: [NONE],
  },
  getClosePack: {
    route: 'GET /month-closes/{closeId}/packs/{run}',
    summary: 'Get a link to what a month was closed with: statements, what was owed, and the checks, in one ZIP',
    description:
      'Statements and the trial balance are as the books were known at `knownAt`, when the month was locked; what is owed by age is of the day on which it was closed. The hashes (SHA-256) are those of the ZIP and of each of its files. A month that was reopened and closed again has a pack of each run, and none changes.',
    permission: 'books.export',
    path: z.strictObject({ closeId, run: z.string().check(z.regex(/^[1-9]\d{0,2}$/, 'must be the number of a run: 1, 2 …')) }),
    output: ClosePackView,
    errors: [NONE, 'close_pack.not_found'],
  },
  waiveCloseCheck: {
    route: 'POST /month-closes/{closeId}/checks/{check}/waiver',
    summary: 'Leave what a check has found as it is, with a reason and until a day',
    description:
      'It holds of what was found, and of nothing that comes to it later. Not by who has posted in the month, not for more than 92 days, and not of checks that say that the books themselves are wrong. The close of the next month starts from it: until its day it holds of the same fault, unless who gave it has posted in that month; else it stands as `carried` on the check, and says nothing until somebody waives it again.',
    permission: 'books.close',
    path: z.strictObject({ closeId, check: z.enum(CHECK_IDS) }),
    body: WaiveCloseCheck,
    dryRun: true,
    output: CloseCheckView,
    status: 200,
    errors: [
      NONE,
      'close-check.not_found',
      'month_close.state',
      'month_close.not_failed',
      'month_close.firm',
      'month_close.waiver_days',
      'month_close.waiver_own',
    ],
    example: { body: { reason: 'El banco lo aclara en abril', until: '2026-05-31' } },
  },
  explainCloseCheck: {
    route: 'POST /month-closes/{closeId}/checks/{check}/reasons',
    summary: 'Say why something that a check asks about is as it is',
    description:
      'Of changes from the month before, from that month of last year, and from the budget: an item of the check is an account, or the beginning of one that a budget plans, and `moved` of it the entries that moved it most. Who says it signs it. It holds of that amount; if the account moves again, somebody says why again.',
    permission: 'books.close',
    path: z.strictObject({ closeId, check: z.enum(CHECK_IDS) }),
    body: ExplainCloseCheck,
    dryRun: true,
    output: CloseCheckView,
    status: 200,
    errors: [NONE, 'close-check.not_found', 'month_close.state', 'month_close.not_explained', 'month_close.account'],
    example: { body: { account: '629', reason: 'Mudanza del almacén' } },
  },
  cancelMonthClose: {
    ...by,
    route: 'POST /month-closes/{closeId}/cancellation',
    summary: 'Stop the close of a month that waits: nothing is closed',
    body: z.strictObject({}),
    errors: [NONE, 'month_close.state'],
    example: { body: {} },
  },
  reopenMonth: {
    ...by,
    route: 'POST /month-closes/{closeId}/reopening',
    summary: 'Reopen a closed month until a day, for what came late',
    description:
      'Those who may adjust the books can post in it again. What its checks found stays as it was until then. Whoever begins its close again closes it with its checks; once the day is over it is locked by itself, whatever they say, and has another pack.',
    body: ReopenMonth,
    dryRun: true,
    errors: [NONE, 'month_close.state', 'month_close.reopened_days', 'month_close.later_closed', 'period.locked'],
    example: { body: { reason: 'Factura de la auditoría', until: '2026-04-20' } },
  },
} as const satisfies Record<string, ActionSpec>;

export const closing = defineModule('finance/closing', { title: 'Month-end close', workers }, actions);
