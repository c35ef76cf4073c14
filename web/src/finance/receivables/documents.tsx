import { Link } from '@tanstack/react-router';
import { entryIdOf } from '#domain/finance/ledger/entry.ts';
import { prefixOf, shortNumber } from '#kernel/id.ts';
import { useT } from '../../i18n/i18n.ts';
import { hrefOf } from '../../record/href.ts';
import type { LinkedDocument } from '../../record/linked-documents.tsx';

type T = ReturnType<typeof useT>;

/** What stands for a kind of document, and the letter of its number; invoices and credit notes carry theirs in the id. */
const KINDS = {
  inv: { kind: 'invoice', letter: undefined },
  crn: { kind: 'credit-note', letter: undefined },
  rcp: { kind: 'receipt', letter: 'C' },
  rcv: { kind: 'receipt-reversal', letter: 'V' },
  rfd: { kind: 'refund', letter: 'D' },
  ord: { kind: 'order', letter: 'P' },
  ret: { kind: 'return', letter: 'D' },
  shp: { kind: 'shipment', letter: 'E' },
  drf: { kind: 'invoice-draft', letter: 'B' },
} as const;

const kindOf = (id: string) => KINDS[prefixOf(id) as keyof typeof KINDS] ?? { kind: 'document', letter: undefined };

/** The number that people know a document by: `inv_F2026-000123` → `F2026-000123`. */
export function numberOf(id: string): string {
  const { letter } = kindOf(id);
  return letter ? shortNumber(letter, id) : id.slice(id.indexOf('_') + 1);
}

/** `Factura F2026-000123` */
export const documentName = (id: string, t: T): string =>
  t(`billing.documents.${kindOf(id).kind}` as 'billing.documents.invoice', { number: numberOf(id) });

/** Among the linked documents of a record. */
export const linkedDocument = (id: string, t: T, note?: LinkedDocument['note']): LinkedDocument => ({
  id,
  kind: kindOf(id).kind,
  label: documentName(id, t),
  ...(note === undefined ? {} : { note }),
});

/** The journal entry that a document made, among its linked documents. */
export const linkedEntry = (documentId: string, t: T): LinkedDocument => ({
  id: entryIdOf(documentId),
  kind: 'entry',
  label: t(documentId.startsWith('rcv_') ? 'billing.documents.reversalEntry' : 'billing.documents.entry'),
});

/** The document by its name, as a link where it has a screen. */
export function DocumentLink({ id }: { readonly id: string }) {
  const t = useT();
  const to = hrefOf(id);
  return to ? <Link to={to as never}>{documentName(id, t)}</Link> : documentName(id, t);
}

/** A customer by name. */
export function CustomerLink({ id, name }: { readonly id: string; readonly name: string }) {
  return <Link to={`/customers/${id}` as never}>{name}</Link>;
}
