import type { TaxIdHolder } from './supplier.ts';
import { billNumberId, type PurchaseInput, paperNumberId } from './supplier-bill.ts';

/** Who issued a paper, as far as it is known here. */
interface PaperIssuer {
  readonly supplierId?: string | undefined;
  readonly taxId?: string | undefined;
  readonly holder?: TaxIdHolder | undefined;
}

/**
 * Ids under which a paper may have been entered already, the one that it takes first: that of its supplier, that of the tax id alone
 * (an employee claimed it before there was a supplier), those of suppliers who had the tax id before.
 */
export function numberIds(
  kind: 'bil' | 'scn',
  { date, reference }: Pick<PurchaseInput, 'date' | 'reference'>,
  { supplierId, taxId, holder }: PaperIssuer,
): string[] {
  const of = (party: string) => billNumberId(kind, { supplierId: party, date, reference });
  const own = supplierId ?? holder?.supplierId;
  const ids = [
    ...(own === undefined ? [] : [of(own)]),
    ...(taxId === undefined || kind === 'scn' ? [] : [paperNumberId(taxId, date, reference)]),
    ...[holder?.supplierId, ...(holder?.former ?? [])].flatMap((party) => (party === undefined ? [] : [of(party)])),
  ];
  return [...new Set(ids)];
}
