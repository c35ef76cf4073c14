import * as z from 'zod/mini';
import { DRAFT_STATES, DraftInput, PatchDraft } from '#domain/finance/receivables/draft.ts';
import { draftActions } from '#domain/finance/receivables/receivables-actions.ts';
import { DraftView, InvoiceView } from '#domain/finance/receivables/wire.ts';
import type { ActionSpec } from '#kernel/action.ts';
import { BusinessDate } from '#kernel/date.ts';
import { idWith } from '#kernel/id.ts';
import { datedQuery, pageOf } from '#kernel/page.ts';
import { withFlow } from './flow.ts';
import { EXCHANGING, POSTING_REFUSALS } from './posting.ts';

/** Refusals of what is issued: of its total, its rates and its recipient. */
const ISSUING = [
  'invoice.zero',
  'tax.no_rate',
  'tax.sale_withholding',
  'tax.no_pack',
  'tax.recipient',
  'tax.vies',
  'invoice.recipient_unidentified',
] as const;
/** What every list of receivables can be narrowed by. */
export const listSearch = {
  ...datedQuery,
  customerId: z.optional(idWith('cus')),
};

const DraftPath = z.strictObject({ draftId: idWith('drf') });
/** What a draft may be refused for whose money in advance is for an order. */
const ORDER_ADVANCE = ['advance.order_none', 'advance.order_customer', 'advance.order_done'] as const;
/** What a draft may be refused for that somebody else issues. */
const OUTSIDE = ['invoice.issuer_unknown', 'invoice.issuer_other'] as const;
const DRAFT_LINES = [
  ...OUTSIDE,
  'dimension.value',
  'draft.adjustment',
  'draft.line',
  'item.not_found',
  'item.inactive',
  'tax.no_rate',
  'tax.sale_withholding',
  'tax.no_pack',
  'invoice.not_found',
  'advance.none',
  'advance.other',
  'advance.currency',
  'advance.used',
  'advance.too_much',
  'advance.twice',
  'advance.prices',
  'order.not_found',
  ...ORDER_ADVANCE,
  ...EXCHANGING,
] as const;
/** Invoices being prepared: free to change until they are issued. */
export const drafts = {
  createDraft: {
    route: 'POST /invoice-drafts',
    summary: 'Create a draft invoice for what is not invoiced from an order',
    permission: 'invoices.draft',
    description:
      'A line names an item of the catalogue, or has a description and a price of its own. Prices are in `currency`, and its totals in euros at the rate of its day. No stock moves. A line of kind `advance` charges money before anything is sold (438); the final invoice takes it off by `advances`, and those of the order that `orderId` names take it off by themselves.',
    body: DraftInput,
    output: DraftView,
    errors: ['customer.not_found', ...DRAFT_LINES],
    example: {
      body: { customerId: 'cus_01JDG8ZK5T7QWERTY2MNPQRSTV', lines: [{ name: 'Asesoría, noviembre', quantity: '3', price: '60' }] },
    },
  },
  patchDraft: {
    route: 'PATCH /invoice-drafts/{draftId}',
    summary: 'Change a draft invoice',
    description: 'Lines are replaced as a whole. Null clears a field.',
    permission: 'invoices.draft',
    path: DraftPath,
    body: PatchDraft,
    output: DraftView,
    errors: ['invoice-draft.not_found', 'draft.issued', 'customer.not_found', ...DRAFT_LINES],
    example: { body: { notes: 'Pedido 4711' } },
  },
  deleteDraft: {
    route: 'DELETE /invoice-drafts/{draftId}',
    summary: 'Delete a draft invoice',
    description: 'An issued invoice is never deleted: credit it instead.',
    permission: 'invoices.draft',
    path: DraftPath,
    output: z.object({ id: z.string(), deleted: z.literal(true) }),
    errors: ['invoice-draft.not_found', 'draft.issued'],
  },
  getDraft: {
    route: 'GET /invoice-drafts/{draftId}',
    summary: 'Get a draft invoice',
    permission: 'invoices.read',
    path: DraftPath,
    output: withFlow(DraftView, draftActions),
    errors: ['invoice-draft.not_found'],
  },
  listDrafts: {
    route: 'GET /invoice-drafts',
    summary: 'List draft invoices, newest first',
    permission: 'invoices.read',
    query: z.strictObject({ ...listSearch, state: z.optional(z.enum(DRAFT_STATES)) }),
    output: pageOf(DraftView),
  },
  issueDraft: {
    route: 'POST /invoice-drafts/{draftId}/issue',
    summary: 'Issue a draft invoice',
    permission: 'invoices.issue',
    description:
      'It gets number and entry, and never changes again; of the series FS, where the customer has no tax id and the total is within the limit. On a dry run the number is provisional: the next free one.',
    path: DraftPath,
    body: z.strictObject({ date: z.optional(BusinessDate) }),
    output: InvoiceView,
    dryRun: true,
    errors: [
      'invoice-draft.not_found',
      'draft.issued',
      'advance.changed',
      'order.not_found',
      'order.busy',
      ...ORDER_ADVANCE,
      ...OUTSIDE,
      ...ISSUING,
      'customer.credit_exceeded',
      ...EXCHANGING,
      ...POSTING_REFUSALS,
    ],
    example: { body: {} },
  },
} as const satisfies Record<string, ActionSpec>;
