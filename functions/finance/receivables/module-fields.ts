import * as z from 'zod/mini';
import { CreditNoteId, InvoiceId } from '#domain/finance/receivables/wire.ts';
import { BusinessDate } from '#kernel/date.ts';
import { idWith } from '#kernel/id.ts';
import { pageQuery } from '#kernel/page.ts';

/** Who keeps the books. */
export const KEEPERS = ['owner', 'accountant'] as const;
/** Salespeople prepare invoices; keepers of the books issue them. */
export const DRAFTERS = ['owner', 'accountant', 'sales'] as const;
/** A bank feed may tell what came in and went back. */
export const RECEIVERS = ['owner', 'accountant', 'integration'] as const;

/** Refusals of every action that posts an entry, and of every one that pays invoices. */
export const POSTING = ['period.not_open', 'period.closed', 'period.locked'] as const;
export const ALLOCATING = [
  'invoice.not_found',
  'allocation.too_much',
  'allocation.too_many',
  'allocation.customer',
  'allocation.twice',
] as const;

export const InvoicePath = z.strictObject({ invoiceId: InvoiceId });
export const CreditNotePath = z.strictObject({ creditNoteId: CreditNoteId });
/** What every list of this module can be narrowed by. */
export const search = {
  ...pageQuery,
  from: z.optional(BusinessDate),
  to: z.optional(BusinessDate),
  customerId: z.optional(idWith('cus')),
  q: z.optional(z.string().check(z.maxLength(80))),
};
/** A file to fetch: bytes, and until when the link is good. */
export const Link = z.object({ url: z.string(), expiresAt: z.string(), bytes: z.int() });
export const eur = (amount: string) => ({ amount, currency: 'EUR' });
