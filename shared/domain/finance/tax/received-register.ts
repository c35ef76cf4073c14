import { type IsoDate, monthOf } from '#kernel/date.ts';
import type { Minor } from '#kernel/money.ts';
import { defined } from '#kernel/optional.ts';
import type { TaxPaper, WithheldAt } from '#kernel/record.ts';
import type { Posting } from '../ledger/posting.ts';
import { purchaseFacts } from './purchase-tax.ts';
import type { Totals } from './totals.ts';

/** A bill or credit note as far as the register shows it. */
interface Received {
  readonly register?: string;
  readonly reference: string;
  readonly date: IsoDate;
  readonly receivedOn: IsoDate;
  readonly supplierName: string;
  readonly supplierTaxId?: string;
  /** Who issued the paper that an employee paid. */
  readonly issuer?: { readonly name: string; readonly taxId: string };
  readonly totals: Totals;
  readonly withheld?: { readonly code: string; readonly percent: string; readonly amount: Minor; readonly at?: WithheldAt };
}

/** Bills and credit notes of a company are numbered by one shard of their month: their posting is opened with this. */
export const REGISTER = 'received-bills';
const SERIES = 'FR';

/** The next place in the register of the month: `FR2026-11-00045`. */
export const registered = (posting: Posting): string =>
  `${SERIES}${posting.date.slice(0, 7)}-${String(posting.count(SERIES)).padStart(5, '0')}`;

/** Who issued a document: the supplier, or whom an employee paid. */
export const issuerOf = ({
  issuer,
  supplierName: name,
  supplierTaxId: taxId,
}: Pick<Received, 'issuer' | 'supplierName' | 'supplierTaxId'>) => issuer ?? { name, taxId };

/** How the register of received invoices shows a document. */
export const receivedPaper = (
  { reference, date, register, receivedOn, totals, withheld, ...document }: Received,
  form: TaxPaper['form'],
  sign: TaxPaper['sign'],
): TaxPaper => ({
  ...{ book: 'received', number: reference, date, form, sign, register, receivedOn, taxes: totals.taxes, withheld },
  party: issuerOf(document),
});
/** The register shows what is taken back once more, with the opposite sign. */
export function takenBackPaper(document: Received, isCredit: boolean) {
  if (document.register === undefined) return undefined;
  const { reference: number, date, register, totals, withheld } = document;
  const { name, taxId } = issuerOf(document);
  return {
    ...({ book: 'received', form: 'correction', sign: isCredit ? 1 : -1 } as const),
    ...{ number, date, register, party: { name, ...defined({ taxId }) }, taxes: totals.taxes },
    ...defined({ withheld }),
  };
}

/**
 * What a bill or credit note posted of each tax, with the opposite sign. In its own month it was never there; later on it is a
 * rectification (boxes 14, 15, 40, 41), since the boxes of its operation cannot be negative.
 */
export const takenBackTaxes = (document: Received, isCredit: boolean, date: IsoDate) =>
  purchaseFacts(document, isCredit).map((fact) => ({
    ...fact,
    base: -fact.base,
    tax: -fact.tax,
    ...(monthOf(date) > monthOf(document.receivedOn) ? { corrects: true } : {}),
  }));
