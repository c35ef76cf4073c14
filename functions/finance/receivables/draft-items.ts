import type { StoredCustomer } from '#domain/crm/customers/customer.ts';
import { type AdvanceInput, type Deduction, deductionsOf } from '#domain/finance/receivables/advance.ts';
import { type DraftLine, type DraftLineInput, draftLines } from '#domain/finance/receivables/draft.ts';
import { type Invoice, Invoices } from '#domain/finance/receivables/invoice.ts';
import { type Item, Items } from '#domain/sales/catalogue/item.ts';
import { refused } from '#kernel/errors.ts';
import { defaultDimensions } from '#kernel/line-dimensions.ts';
import type { Stored } from '#kernel/record.ts';
import { several } from '#runtime/reads.ts';
import { notFound, type Records } from '#runtime/records.ts';
import { withDimensions } from '../analysis/dimensions.ts';

/** The catalogue's items that a draft's lines name. */
export const itemsOf = (lines: readonly DraftLineInput[] = []) =>
  several(
    Items,
    lines.flatMap(({ itemId }) => (itemId === undefined ? [] : [itemId])),
  );

/** The lines of a request, with what their items and the customer give them. */
export function dimensionedLines(
  records: Records,
  lines: readonly DraftLineInput[],
  items: readonly (Stored<Item> | undefined)[],
  customer: Pick<StoredCustomer, 'dimensions'> | undefined,
): Promise<DraftLineInput[]> {
  const byId = new Map(items.flatMap((item) => (item ? [[item.id, item] as const] : [])));
  return withDimensions(records, lines, ({ itemId = '' }) => defaultDimensions(customer, byId.get(itemId)));
}

/** The invoices of money in advance that a draft takes off. */
export const advancesOf = (advances: readonly AdvanceInput[] = []) =>
  several(
    Invoices,
    advances.map(({ invoiceId }) => invoiceId),
  );

/** What a draft takes off of them. @throws DomainError `advance.other`, `advance.too_much`, `advance.twice` (422), `invoice.not_found` (404). */
export function resolveAdvances(
  input: readonly AdvanceInput[],
  invoices: readonly (Stored<Invoice> | undefined)[],
  customerId: string,
): Deduction[] {
  return input.flatMap(({ invoiceId, net }, i) => {
    const field = `body.advances.${i}`;
    const invoice = invoices.find((each) => each?.id === invoiceId);
    if (!invoice) throw notFound(Invoices.kind, invoiceId, `${field}.invoiceId`);
    if (input.findIndex((each) => each.invoiceId === invoiceId) < i)
      throw refused('advance.twice', `${invoice.number} is listed twice: combine it into one.`, `${field}.invoiceId`, {
        invoice: invoice.number,
      });
    return deductionsOf(invoice, customerId, net, field);
  });
}

/** A draft's lines, with what the catalogue says of their items. */
export const resolveLines = (
  lines: readonly DraftLineInput[],
  items: readonly (Stored<Item> | undefined)[],
  currency?: string | undefined,
): DraftLine[] => draftLines(lines, new Map(items.flatMap((item) => (item ? [[item.id, item] as const] : []))), currency);
