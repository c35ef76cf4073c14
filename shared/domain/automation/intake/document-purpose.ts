import { normalise } from '#kernel/text.ts';
import type { DocumentFields, DocumentPurpose } from './intake-document.ts';
import type { PrintedLine } from './page.ts';

/** Lines of the first page in which a paper says what it is. */
const TITLE_LINES = 10;

const INVOICE = /\b(factura|invoice|rechnung|facture|fattura|fatura|fra)\b/;
const CREDIT = /\b(factura rectificativa|abono|credit note|gutschrift|avoir)\b/;
const DELIVERY = /\b(albaran|nota de entrega|delivery note|packing slip|lieferschein|bon de livraison)\b/;
const RECEIPT = /\b(factura simplificada|ticket|tique|recibo|receipt|quittung|kassenbon|reçu|recu)\b/;

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
  if (says(RECEIPT)) return 'receipt';
  if (says(DELIVERY) && !says(INVOICE)) return 'delivery-note';
  if (fields.isCreditNote || says(CREDIT)) return 'credit-note';
  return says(INVOICE) || (fields.number && fields.total) ? 'bill' : undefined;
}

/** Words by which a paper leaves its tax to whoever gets it (RD 1619/2012 art. 6.1.m). */
const REVERSE_CHARGE =
  /inversion del sujeto pasivo|reverse charge|steuerschuldnerschaft des leistungsempfangers|autoliquidation|inversione contabile/;

export const saysReverseCharge = (lines: readonly PrintedLine[]): boolean =>
  lines.some(({ cells }) => REVERSE_CHARGE.test(normalise(cells.map(({ text }) => text).join(' '))));
