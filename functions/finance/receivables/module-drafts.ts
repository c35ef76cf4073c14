import * as z from 'zod/mini';
import { DraftInput, PatchDraft } from '#domain/finance/receivables/draft.ts';
import { DRAFT_STATES, DraftView, InvoiceView } from '#domain/finance/receivables/wire.ts';
import { type ActionSpec, EVERYBODY } from '#kernel/action.ts';
import { BusinessDate } from '#kernel/date.ts';
import { idWith } from '#kernel/id.ts';
import { pageOf } from '#kernel/page.ts';
import { DRAFTERS, KEEPERS, POSTING, search } from './module-fields.ts';

const DraftPath = z.strictObject({ draftId: idWith('drf') });
const DRAFT_LINES = ['draft.line', 'item.not_found', 'item.inactive', 'tax.no_rate'] as const;
/** Invoices being prepared: free to change until they are issued. */
export const drafts = {
  createDraft: {
    route: 'POST /invoice-drafts',
    summary: 'Draft an invoice for services or other things that no order bills',
    roles: DRAFTERS,
    profile: 'commands',
    description: 'A line is an item of the catalogue, or in words of its own. No stock moves.',
    body: DraftInput,
    output: DraftView,
    status: 201,
    errors: ['customer.not_found', ...DRAFT_LINES],
    example: {
      body: { customerId: 'cus_01JDG8ZK5T7QWERTY2MNPQRSTV', lines: [{ name: 'Asesoría, noviembre', quantity: '3', price: '60' }] },
    },
  },
  patchDraft: {
    route: 'PATCH /invoice-drafts/{draftId}',
    summary: 'Change a draft',
    description: 'Lines are replaced whole. Null clears a field.',
    roles: DRAFTERS,
    profile: 'commands',
    path: DraftPath,
    body: PatchDraft,
    output: DraftView,
    errors: ['invoice-draft.not_found', 'draft.issued', 'customer.not_found', ...DRAFT_LINES],
    example: { body: { notes: 'Pedido 4711' } },
  },
  deleteDraft: {
    route: 'DELETE /invoice-drafts/{draftId}',
    summary: 'Throw a draft away; an issued one stays',
    roles: DRAFTERS,
    profile: 'commands',
    path: DraftPath,
    output: z.object({ id: z.string(), deleted: z.literal(true) }),
    errors: ['invoice-draft.not_found', 'draft.issued'],
  },
  getDraft: {
    route: 'GET /invoice-drafts/{draftId}',
    summary: 'One draft',
    roles: EVERYBODY,
    profile: 'queries',
    path: DraftPath,
    output: DraftView,
    errors: ['invoice-draft.not_found'],
  },
  listDrafts: {
    route: 'GET /invoice-drafts',
    summary: 'Drafts, newest first',
    roles: EVERYBODY,
    profile: 'queries',
    query: z.strictObject({ ...search, state: z.optional(z.enum(DRAFT_STATES)) }),
    output: pageOf(DraftView),
    errors: ['cursor.invalid'],
  },
  issueDraft: {
    route: 'POST /invoice-drafts/{draftId}/issue',
    summary: 'Issue the invoice: it gets its number and its entry, and never changes again',
    roles: KEEPERS,
    profile: 'commands',
    description: 'On a dry run the number is provisional: the next one that is free at that moment.',
    path: DraftPath,
    body: z.strictObject({ date: z.optional(BusinessDate) }),
    output: InvoiceView,
    status: 201,
    dryRun: true,
    errors: ['invoice-draft.not_found', 'draft.issued', 'invoice.zero', 'tax.no_rate', 'customer.credit_exceeded', ...POSTING],
    example: { body: {} },
  },
} as const satisfies Record<string, ActionSpec>;
