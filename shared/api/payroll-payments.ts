import * as z from 'zod/mini';
import { ReversalInput } from '#domain/finance/open-items/money-wire.ts';
import {
  PAY_PAYMENT_STATES,
  PAY_PAYMENTS,
  PayrollPaymentInput,
  PayrollPaymentRow,
  PayrollPaymentView,
  payPaymentActions,
} from '#domain/hr/payroll/payroll-payment.ts';
import { EndPayrollRun } from '#domain/hr/payroll/run-view.ts';
import type { ActionSpec } from '#kernel/action.ts';
import { idWith } from '#kernel/id.ts';
import { anyOf, datedQuery, pageOf } from '#kernel/page.ts';
import { withFlow } from './flow.ts';
import { PERIOD_REFUSALS } from './posting.ts';

const PaymentPath = z.strictObject({ paymentId: idWith('ppy') });
/** What the bank pays of pay. */
export const payrollPayments = {
  proposePayrollPayment: {
    route: 'POST /payroll/payments',
    summary: 'Propose a payment of pay: wages or garnishments of a run, or contributions of a month by an account',
    description: 'As the bank has made it. Somebody else approves it, which posts it.',
    permission: 'pay.write',
    body: PayrollPaymentInput,
    output: PayrollPaymentView,
    dryRun: true,
    errors: [
      ...(['payroll_payment.of', 'payroll_payment.date', 'payroll_payment.nothing', 'payroll_payment.twice'] as const),
      ...(['payroll-run.not_found', 'payroll_run.state'] as const),
    ],
    example: { body: { what: 'contributions', month: '2026-10', date: '2026-11-30' } },
  },
  listPayrollPayments: {
    route: 'GET /payroll/payments',
    summary: 'List payments of pay, newest first',
    permission: 'payroll.read',
    query: z.strictObject({ ...datedQuery, state: z.optional(anyOf(PAY_PAYMENT_STATES)), what: z.optional(anyOf(PAY_PAYMENTS)) }),
    output: pageOf(PayrollPaymentRow),
  },
  getPayrollPayment: {
    route: 'GET /payroll/payments/{paymentId}',
    summary: 'Get a payment of pay with its entry',
    permission: 'payroll.read',
    path: PaymentPath,
    output: withFlow(PayrollPaymentView, payPaymentActions),
    errors: ['payroll-payment.not_found'],
  },
  approvePayrollPayment: {
    route: 'POST /payroll/payments/{paymentId}/approval',
    summary: 'Approve a payment of pay: it is posted',
    description:
      'By somebody else than whoever proposed it. Wages and garnishments: 465 to the bank; contributions: 476, less 471, to the bank.',
    permission: 'pay.approve',
    path: PaymentPath,
    output: PayrollPaymentView,
    status: 200,
    errors: ['payroll-payment.not_found', 'payroll_payment.state', 'payroll_payment.own', ...PERIOD_REFUSALS],
  },
  cancelPayrollPayment: {
    route: 'POST /payroll/payments/{paymentId}/cancellation',
    summary: 'Cancel a payment of pay that is not approved',
    permission: 'pay.write',
    path: PaymentPath,
    body: EndPayrollRun,
    output: PayrollPaymentView,
    status: 200,
    dryRun: true,
    errors: ['payroll-payment.not_found', 'payroll_payment.state'],
    example: { body: { reason: 'Propuesta dos veces' } },
  },
  reversePayrollPayment: {
    route: 'POST /payroll/payments/{paymentId}/reversal',
    summary: 'Take a posted payment of pay back: the bank returned it, or it was never made',
    description: 'An entry stands against its own, what it paid is owed again, and another payment may be proposed of it.',
    permission: 'pay.approve',
    path: PaymentPath,
    body: ReversalInput,
    output: PayrollPaymentView,
    status: 200,
    dryRun: true,
    errors: ['payroll-payment.not_found', 'payroll_payment.state', 'payroll_payment.told', 'reversal.too_early', ...PERIOD_REFUSALS],
    example: { body: { reason: 'El banco la devolvió' } },
  },
} as const satisfies Record<string, ActionSpec>;
