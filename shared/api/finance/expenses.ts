import * as z from 'zod/mini';
import {
  ApproveClaim,
  CLAIM_STATES,
  ClaimInput,
  ClaimRow,
  ClaimView,
  claimActions,
  EndClaim,
  ReverseClaim,
} from '#domain/finance/expenses/expense-claim.ts';
import { type ActionSpec, defineModule } from '#kernel/action.ts';
import { idWith } from '#kernel/id.ts';
import { anyOf, datedQuery, pageOf } from '#kernel/page.ts';
import { eur } from '../allocations.ts';
import { withFlow } from '../flow.ts';
import { POSTING_REFUSALS } from '../posting.ts';

const ClaimPath = z.strictObject({ claimId: idWith('exc') });
const reason = { body: { reason: 'Falta el justificante' } };
const taxi = { date: '2026-11-24', kind: 'travel', text: 'Taxi a la feria', amount: eur('24.20') };
const hotel = { number: 'H-118', issuer: 'Hotel Sol, S.A.', taxId: 'A58818501', taxCode: 'IVA-R' };

export const expenses = defineModule('finance/expenses', 'Expenses', {
  submitExpenseClaim: {
    route: 'POST /expense-claims',
    summary: 'Submit expenses that an employee has paid for the company',
    description:
      'One’s own, or, for whoever enters bills, those of an employee (a creditor on account 4650). A full invoice in the company’s name is told with its issuer, and its tax is deducted; of a receipt none is. Kilometres are paid at the rate of the company’s settings, else at what the law leaves free of tax.',
    permission: 'expenses.submit',
    body: ClaimInput,
    output: ClaimView,
    dryRun: true,
    errors: [
      'supplier.not_found',
      'expense.employee',
      'expense.others',
      'expense.iban',
      'expense.future',
      'expense.tax_id',
      'expense.no_rate',
      'expense.zero',
      'role.not_allowed',
      'intake-document.not_found',
      'document.claimed',
      'document.not_to_enter',
      'account.control',
      'account.unknown',
      'account.inactive',
      'account.not_in_force',
      'dimension.value',
    ],
    example: { body: { text: 'Feria de Madrid', lines: [taxi, { ...taxi, kind: 'lodging', amount: eur('110.00'), invoice: hotel }] } },
  },
  listExpenseClaims: {
    route: 'GET /expense-claims',
    summary: 'List expense claims, newest first',
    description: 'Those of everybody, or, as far as one’s role goes, one’s own.',
    permission: 'expenses.read',
    query: z.strictObject({
      ...datedQuery,
      state: z.optional(anyOf(CLAIM_STATES)),
      employeeId: z.optional(idWith('sup')),
    }),
    output: pageOf(ClaimRow),
  },
  getExpenseClaim: {
    route: 'GET /expense-claims/{claimId}',
    summary: 'Get an expense claim with its lines, and what it became in the books',
    permission: 'expenses.read',
    path: ClaimPath,
    output: withFlow(ClaimView, claimActions),
    errors: ['expense-claim.not_found'],
  },
  approveExpenseClaim: {
    route: 'POST /expense-claims/{claimId}/approval',
    summary: 'Approve an expense claim, and post it',
    description:
      'By somebody who neither submitted it nor is paid by it. The employee is owed it from then on: a payment run or a payment by hand pays it.',
    permission: 'expenses.approve',
    path: ClaimPath,
    body: ApproveClaim,
    output: ClaimView,
    dryRun: true,
    errors: ['expense-claim.not_found', 'expense.state', 'expense.own_approval', 'bill.twice', 'tax.no_rate', ...POSTING_REFUSALS],
    example: { body: { date: '2026-11-30' } },
  },
  rejectExpenseClaim: {
    route: 'POST /expense-claims/{claimId}/rejection',
    summary: 'Reject an expense claim',
    permission: 'expenses.approve',
    path: ClaimPath,
    body: EndClaim,
    output: ClaimView,
    errors: ['expense-claim.not_found', 'expense.state', 'expense.own_approval'],
    example: reason,
  },
  withdrawExpenseClaim: {
    route: 'POST /expense-claims/{claimId}/withdrawal',
    summary: 'Withdraw an expense claim of one’s own that nobody has decided on',
    permission: 'expenses.submit',
    path: ClaimPath,
    body: EndClaim,
    output: ClaimView,
    errors: ['expense-claim.not_found', 'expense.state', 'expense.not_own'],
    example: reason,
  },
  reverseExpenseClaim: {
    route: 'POST /expense-claims/{claimId}/reversal',
    summary: 'Reverse an approved expense claim that is not paid',
    description: 'Each of its bills is taken back by its own entry the other way round.',
    permission: 'expenses.approve',
    path: ClaimPath,
    body: ReverseClaim,
    output: ClaimView,
    dryRun: true,
    errors: [
      'expense-claim.not_found',
      'expense.state',
      'document.in_run',
      'bill.asset',
      'document.settled',
      'document.reversed',
      'reversal.too_early',
      ...POSTING_REFUSALS,
    ],
    example: reason,
  },
} as const satisfies Record<string, ActionSpec>);
