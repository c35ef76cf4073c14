import type { Allocation, StoredCreditNote } from '#domain/finance/receivables/invoice.ts';
import type { StoredReceipt } from '#domain/finance/receivables/receipt.ts';
import { creditNoteView, receiptView } from '#domain/finance/receivables/wire.ts';
import { stampedAtStep } from '#kernel/stamps.ts';

interface Source {
  readonly allocations: readonly Allocation[];
  readonly requests?: readonly (readonly [request: string, allocations: number])[];
}

/** Notes how many allocations there were after a request, so that its first answer can be given again. */
export const markRequest = <S extends Source>(source: S, request: string): S => ({
  ...source,
  requests: [...(source.requests ?? []), [request, source.allocations.length] as const],
});

/** The source as it was after that request. `total` is what it had before any allocation. */
function afterRequest<S extends Source>(source: S, total: number, request: string): S & { readonly open: number } {
  const count = source.requests?.find(([id]) => id === request)?.[1] ?? source.allocations.length;
  const allocations = source.allocations.slice(0, count);
  return { ...source, allocations, open: total - allocations.reduce((sum, a) => sum + a.amount, 0) };
}

/** A receipt after a request changed what it pays: it could not be reversed before, whatever came later. */
export function receiptAfter({ reversal, ...receipt }: StoredReceipt, request: string, key: string | undefined) {
  return receiptView(stampedAtStep(afterRequest(receipt, receipt.amount, request), key));
}

/** A credit note after a request changed what it pays. */
export const creditNoteAfter = (note: StoredCreditNote, request: string, key: string | undefined) =>
  creditNoteView(stampedAtStep(afterRequest(note, note.totals.gross, request), key));
