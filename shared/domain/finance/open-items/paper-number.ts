import * as z from 'zod/mini';
import { type IsoDate, yearOf } from '#kernel/date.ts';
import { recordType } from '#kernel/record.ts';
import { bareTaxId } from '#kernel/tax-id-es.ts';
import { normalise } from '#kernel/text.ts';
import type { TaxIdHolder } from '../suppliers/supplier.ts';

/** A supplier's number that a bill of before holds: by now the bill's own id does (`functions/finance/paper-numbers.ts`). */
export const BillNumbers = recordType<{ readonly documentId: string }>({
  kind: 'supplier-bill-number',
  prefix: 'sbn',
  data: z.object({ documentId: z.string() }),
  history: 'ends',
  screen: { none: 'It only keeps a bill from being entered twice.' },
  read: 'payables.read',
});
/** Bills and credit notes of suppliers are numbered apart. */
export type PaperKind = 'bil' | 'scn';
/** What tells a paper from the others of its issuer. */
interface Dated {
  readonly date: IsoDate;
  readonly reference: string;
}

/** Capitals, without accents and spaces, one sign for all that part: `a 12/3` and `A12-3` are one number. */
const folded = (reference: string): string =>
  normalise(reference)
    .toUpperCase()
    .replaceAll(/\s+/g, '')
    .replaceAll(/[^\p{L}\p{N}]+/gu, '-');

/** A number that is used once: no bill is entered twice, whatever becomes of its date or supplier. Bills and credit notes are apart. */
export const paperNumber = (kind: PaperKind, supplierId: string, { date, reference }: Dated): string =>
  `sbn_${supplierId.slice(4)}.${kind}.${yearOf(date)}.${folded(reference)}`;

/** The same of an invoice that an employee paid, by the tax id of who issued it: two people cannot claim it. */
const issuedNumber = (taxId: string, { date, reference }: Dated): string =>
  `sbn_${bareTaxId(taxId)}.bil.${yearOf(date)}.${folded(reference)}`;

/** Who issued a paper, as far as it is known here. */
export interface PaperIssuer {
  readonly supplierId?: string | undefined;
  readonly taxId?: string | undefined;
  readonly holder?: TaxIdHolder | undefined;
}

/**
 * Whether a paper that was found under one of its numbers is of the same issuer. Whoever had the tax id before has gone on with another:
 * of theirs only what came under this one is the issuer's, or under none; a number of their own is free for the issuer.
 */
export const isOfIssuer = (found: { readonly supplierId?: string; readonly supplierTaxId?: string }, { taxId, holder }: PaperIssuer) =>
  !holder?.former?.includes(found.supplierId ?? '') ||
  [undefined, taxId && bareTaxId(taxId)].includes(found.supplierTaxId && bareTaxId(found.supplierTaxId));

/**
 * Numbers under which a paper may have been entered already, the one that it takes first: that of its supplier, that of the tax id alone
 * (an employee claimed it before there was a supplier), those of suppliers who had the tax id before.
 */
export function numbersOf(kind: PaperKind, paper: Dated, { supplierId, taxId, holder }: PaperIssuer): string[] {
  const of = (party: string) => paperNumber(kind, party, paper);
  const own = supplierId ?? holder?.supplierId;
  const numbers = [
    ...(own === undefined ? [] : [of(own)]),
    ...(taxId === undefined || kind === 'scn' ? [] : [issuedNumber(taxId, paper)]),
    ...[holder?.supplierId, ...(holder?.former ?? [])].flatMap((party) => (party === undefined ? [] : [of(party)])),
  ];
  return [...new Set(numbers)];
}
