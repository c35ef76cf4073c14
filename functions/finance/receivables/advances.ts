import { putBack } from '#domain/finance/receivables/advance.ts';
import type { Advances } from '#domain/finance/receivables/final-invoice.ts';
import { type CreditNote, Invoices } from '#domain/finance/receivables/invoice.ts';
import type { Change } from '#kernel/record.ts';
import { notFound, type Records } from '#runtime/records.ts';

/**
 * The money in advance that an invoice takes off: what somebody has chosen or, where nobody has, what was recorded for its order.
 * Nothing is read where there is none. @throws DomainError `invoice.not_found` (404).
 */
export async function readAdvances(
  records: Records,
  recorded: readonly string[] | undefined,
  chosen: readonly string[] | undefined,
): Promise<Advances> {
  const ids = [...new Set(chosen ?? recorded)];
  if (ids.length === 0) return { invoices: [], chosen: false };
  const found = await records.getMany(Invoices, ids);
  const invoices = found.map((invoice, i) => {
    if (!invoice) throw notFound(Invoices.kind, ids[i] ?? '', `body.advances.${i}`);
    return invoice;
  });
  return { invoices, chosen: chosen !== undefined };
}

/** The advance invoices that final ones had taken off, where credit notes over those give it back: it can be taken off again. */
export async function restoreAdvances(records: Records, notes: readonly Pick<CreditNote, 'lines'>[]): Promise<Change[]> {
  const lines = notes.flatMap((note) => note.lines.filter(({ deducts }) => deducts));
  const ids = [...new Set(lines.flatMap(({ deducts }) => (deducts ? [deducts.invoiceId] : [])))];
  if (ids.length === 0) return [];
  const found = await records.getMany(Invoices, ids);
  return putBack(
    found.flatMap((invoice) => (invoice ? [invoice] : [])),
    lines,
  );
}
