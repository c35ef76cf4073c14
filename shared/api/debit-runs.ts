import * as z from 'zod/mini';
import { MANDATE_STATES, MandateInput, MandateView, mandateActions, PatchMandate } from '#domain/finance/treasury/mandate.ts';
import { DebitRunInput, EndPaymentRun, PaymentRunView, ReturnRunPayment } from '#domain/finance/treasury/wire.ts';
import type { ActionSpec } from '#kernel/action.ts';
import { idWith } from '#kernel/id.ts';
import { anyOf, pageOf, pageQuery, searchWords } from '#kernel/page.ts';
import { withActions } from './flow.ts';
import { POSTING_REFUSALS } from './posting.ts';

const MandatePath = z.strictObject({ mandateId: idWith('mdt') });
const DebitPath = z.strictObject({
  runId: idWith('pyr'),
  no: z.pipe(
    z.string().check(z.regex(/^[1-9]\d{0,3}$/, 'must be the number of a payment of the run')),
    z.transform((no: string) => Number(no)),
  ),
});
const CUSTOMER = 'cus_01JDG8ZK5T7QWERTY2MNPQRSTV';

/** Direct debits: what a payment run does the other way round. Everything else is the run's. */
export const debits = {
  proposeDebitRun: {
    route: 'POST /treasury/debit-runs',
    summary: 'Propose a run of direct debits of what customers with a mandate owe, credit notes taken off',
    description:
      'One debit a customer, by the mandate that was signed last. Its invoices belong to the run until it has ended: no other run collects them. From then on it is a payment run of the kind `debit`. What is left out is told with its reason.',
    permission: 'payables.pay',
    body: DebitRunInput,
    output: PaymentRunView,
    dryRun: true,
    errors: [
      'invoice.not_found',
      'document.in_run',
      'dispute.open',
      'allocation.nothing_open',
      'account.unknown',
      'account.inactive',
      'account.not_in_force',
      'debit_run.nothing',
      'debit_run.choice',
      'debit_run.creditor',
      'debit_run.lead',
      'payment_run.no_iban',
      'payment_run.bank_day',
      'payment_run.past_day',
      'payment_run.changed',
      'mandate.cancelled',
      'mandate.used',
      'mandate.in_run',
      'operation.rolled_back',
    ],
    example: { body: { until: '2026-12-04' } },
  },
  returnRunPayment: {
    route: 'POST /treasury/payment-runs/{runId}/payments/{no}/return',
    summary: 'Record that the bank gave the money of a direct debit back',
    description:
      'The receipt is reversed and its invoices are open again. Within eight weeks the debtor needs no reason, within 13 months where there was no mandate. What the bank took for it may be put on a draft of an invoice to the customer.',
    permission: 'payables.pay',
    path: DebitPath,
    body: ReturnRunPayment,
    output: PaymentRunView,
    dryRun: true,
    errors: [
      'payment-run.not_found',
      'payment_run.state',
      'payment_run.no_debits',
      'payment_run.no_payment',
      'payment_run.payment_state',
      'payment_run.return_day',
      'payment_run.no_fee',
      'role.not_allowed',
      'receipt.reversed',
      'receipt.refunded',
      'reversal.too_early',
      ...POSTING_REFUSALS,
    ],
    example: { body: { code: 'AM04', fee: { amount: '3.50', currency: 'EUR' } } },
  },
} as const satisfies Record<string, ActionSpec>;

/** A customer's leave to debit an account. */
export const mandates = {
  createMandate: {
    route: 'POST /treasury/mandates',
    summary: 'Enter a mandate for direct debits that a customer has signed',
    permission: 'payments.receive',
    body: MandateInput,
    output: MandateView,
    errors: ['customer.not_found', 'mandate.signed', 'mandate.twice'],
    example: { body: { customerId: CUSTOMER, signedOn: '2026-11-02', iban: 'ES9121000418450200051332' } },
  },
  patchMandate: {
    route: 'PATCH /treasury/mandates/{mandateId}',
    summary: 'Change the account of a mandate, or mark its next collection as the last',
    description: 'Who enters an IBAN is kept, with the day: somebody else approves what is debited from it.',
    permission: 'payments.receive',
    path: MandatePath,
    body: PatchMandate,
    output: MandateView,
    errors: ['mandate.not_found', 'mandate.cancelled', 'mandate.used', 'mandate.in_run'],
    example: { body: { iban: 'ES7921000813610123456789' } },
  },
  cancelMandate: {
    route: 'POST /treasury/mandates/{mandateId}/cancellation',
    summary: 'Cancel a mandate: nothing more is debited by it',
    permission: 'payments.receive',
    path: MandatePath,
    body: EndPaymentRun,
    output: MandateView,
    dryRun: true,
    errors: ['mandate.not_found', 'mandate.cancelled', 'mandate.in_run'],
    example: { body: { reason: 'El cliente la revoca' } },
  },
  listMandates: {
    route: 'GET /treasury/mandates',
    summary: 'List mandates by customer',
    permission: 'payables.read',
    query: z.strictObject({
      ...pageQuery,
      order: z._default(z.enum(['asc', 'desc']), 'asc'),
      customerId: z.optional(idWith('cus')),
      state: z.optional(anyOf(MANDATE_STATES)),
      q: searchWords,
    }),
    output: pageOf(MandateView),
  },
  getMandate: {
    route: 'GET /treasury/mandates/{mandateId}',
    summary: 'Get a mandate',
    permission: 'payables.read',
    path: MandatePath,
    output: withActions(MandateView, mandateActions),
    errors: ['mandate.not_found'],
  },
} as const satisfies Record<string, ActionSpec>;
