import { normalise } from '#kernel/text.ts';
import type { DocumentFields, DocumentPurpose } from './intake-document.ts';
import type { Cell, PrintedLine } from './page.ts';

/** Lines of the first page in which a paper says what it is. */
const TITLE_LINES = 10;

const INVOICE = /\b(factura|invoice|rechnung|facture|fattura|fatura|fra)\b/;
const CREDIT = /\b(factura rectificativa|abono|credit note|gutschrift|avoir)\b/;
const DELIVERY = /\b(albaran|nota de entrega|delivery note|packing slip|lieferschein|bon de livraison)\b/;
const SIMPLIFIED = /\b(factura|fra\.?) simplificada\b/;
/** A receipt of money that comes back: `abono` alone may be a season ticket. */
const REFUND = /\b((factura|fra\.?) (simplificada )?rectificativa|(ticket|tique|recibo|vale) de (abono|devolucion))\b/;
const RECEIPT = /\b(ticket|tique|recibo|receipt|quittung|kassenbon|reçu|recu)\b/;

/**
 * What a paper is for, by the words at its head: an invoice that names a delivery note is an invoice. Undefined where it does not say,
 * and bears no number and total either.
 */
export function purposeOfPages(lines: readonly PrintedLine[], fields: DocumentFields): DocumentPurpose | undefined {
  const first = lines[0]?.page;
  const head = lines
    .filter(({ page }) => page === first)
    .slice(0, TITLE_LINES)
    .map(({ cells }) => normalise(cells.map(({ text }) => text).join(' ')));
  const says = (words: RegExp) => head.some((line) => words.test(line));
  if (says(REFUND)) return 'credit-note';
  // A receipt that calls itself an invoice as well is one, unless it is a simplified one (RD 1619/2012 art. 4).
  if (says(SIMPLIFIED) || (says(RECEIPT) && !says(INVOICE))) return 'receipt';
  if (says(DELIVERY) && !says(INVOICE)) return 'delivery-note';
  if (fields.isCreditNote || says(CREDIT)) return 'credit-note';
  return says(INVOICE) || (fields.number && fields.total) ? 'bill' : undefined;
}

/** What is no name at the head of a receipt: what the paper is, where, and by which number. */
const NO_NAME = /^(nif|cif|n\.i\.f|c\.i\.f|tel|telefono|fecha|date|hora|c\/|calle|avda|avenida|plaza|www\.|num|n[ºo°])/;

/** Who was paid by a receipt that bears no name with a legal form: its first line of letters. */
export function merchantOf(lines: readonly PrintedLine[]): Cell | undefined {
  const first = lines[0]?.page;
  const cells = lines
    .filter(({ page }) => page === first)
    .slice(0, TITLE_LINES)
    .flatMap((line) => line.cells);
  return cells.find(({ text }) => {
    const plain = normalise(text).trim();
    return (
      (plain.match(/\p{L}/gu)?.length ?? 0) >= 3 &&
      plain.length <= 60 &&
      !NO_NAME.test(plain) &&
      !RECEIPT.test(plain) &&
      !SIMPLIFIED.test(plain) &&
      !INVOICE.test(plain)
    );
  });
}

/** Words by which a paper leaves its tax to whoever gets it (RD 1619/2012 art. 6.1.m). */
const REVERSE_CHARGE =
  /inversion del sujeto pasivo|reverse charge|steuerschuldnerschaft des leistungsempfangers|autoliquidation|inversione contabile/;

export const saysReverseCharge = (lines: readonly PrintedLine[]): boolean =>
  lines.some(({ cells }) => REVERSE_CHARGE.test(normalise(cells.map(({ text }) => text).join(' '))));
