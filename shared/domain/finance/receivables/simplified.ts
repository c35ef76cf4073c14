import type { IsoDate } from '#kernel/date.ts';
import { type Refusal, refusal, throwIf } from '#kernel/errors.ts';
import { type Minor, minorText } from '#kernel/money.ts';
import type { ChainOwner } from '../einvoice/chain-owner.ts';
import { outsideUnion, type TaxRecipient } from '../tax/recipient.ts';
import { VAT_ES } from '../tax/vat-es.ts';

/** Up to what total a company may issue simplified invoices: 3,000 EUR is for the activities of RD 1619/2012 art. 4.2 (retail and the like). */
export const SIMPLIFIED_UP_TO = ['four-hundred', 'three-thousand'] as const;
export type SimplifiedUpTo = (typeof SIMPLIFIED_UP_TO)[number];

/** A limit as the law has it from a day on. */
export interface SimplifiedLimit {
  readonly upTo: SimplifiedUpTo;
  /** Minor units of EUR, VAT included. */
  readonly amount: Minor;
  readonly from: IsoDate;
  /** Last day; absent: in force. */
  readonly to?: IsoDate;
  readonly source: string;
  readonly confidence: 'high' | 'medium';
}

/** Nothing is simplified on a day that no row is of. */
export const SIMPLIFIED_LIMITS: readonly SimplifiedLimit[] = [
  { upTo: 'four-hundred', amount: 400_00, from: '2013-01-01', source: 'RD 1619/2012 art. 4.1.a', confidence: 'high' },
  { upTo: 'three-thousand', amount: 3_000_00, from: '2013-01-01', source: 'RD 1619/2012 art. 4.2', confidence: 'high' },
  {
    upTo: 'three-thousand',
    amount: 3_000_00,
    from: '2004-01-01',
    to: '2012-12-31',
    source: 'RD 1496/2003 art. 4.1 (tiques)',
    confidence: 'medium',
  },
];

/** The limit of a company on a day, or undefined where there is none. */
export const simplifiedLimit = (upTo: SimplifiedUpTo, date: IsoDate): Minor | undefined =>
  SIMPLIFIED_LIMITS.find((row) => row.upTo === upTo && row.from <= date && date <= (row.to ?? date))?.amount;

/**
 * Supplies within the Union and reverse charge: never simplified (art. 4.4.a and c). EN 16931 VAT categories. Distance sales of goods that
 * are taxed here (art. 4.4.b) have no tax code of their own yet.
 */
const EXCLUDED: ReadonlySet<string> = new Set(['K', 'AE']);

/** Who issues, as far as the form of its invoices depends on it, and whose records of Verifactu they join. */
export interface InvoiceIssuer extends Partial<ChainOwner> {
  readonly address: { readonly country: string };
  readonly policies: { readonly simplifiedUpTo?: SimplifiedUpTo | undefined };
}

/** What is billed, to whom, by whom. */
export interface Sale {
  readonly customer: TaxRecipient & { readonly name: string; readonly walkIn?: boolean | undefined };
  readonly lines: readonly { readonly taxCode: string }[];
  readonly totals: { readonly gross: Minor };
  readonly issuer: InvoiceIssuer;
}

/**
 * - `full`: names its recipient (RD 1619/2012 art. 6), or is issued by a company of another country.
 * - `simplified`: need not name them (arts. 4 and 7).
 * - `recipient-missing`: ought to (art. 6.1.d) and does not. Only of what has happened already, in another system.
 */
export type InvoiceForm = 'full' | 'simplified' | 'recipient-missing';

/**
 * Whether an invoice can name its recipient: by a tax id (art. 6.1.d). Who is established outside the Union has none that Spain or another
 * member state gave, and is named by an address (art. 6.1.e).
 */
export const isIdentified = (customer: TaxRecipient): boolean =>
  Boolean(customer.taxId) || (customer.address !== undefined && outsideUnion(customer.address.country));

/**
 * Why what is billed needs a recipient whom nobody knows, or undefined where the invoice is full or may be simplified.
 * @returns `invoice.recipient_unidentified` (422) with `customer`, `limit` and `total`.
 */
export function refusalOfRecipient({ customer, lines, totals, issuer }: Sale, date: IsoDate, field: string): Refusal | undefined {
  if (issuer.address.country !== 'ES' || isIdentified(customer)) return undefined;
  const total = minorText(totals.gross);
  if (lines.some(({ taxCode }) => EXCLUDED.has(VAT_ES.find((tax) => tax.code === taxCode)?.category ?? '')))
    return refusal(
      'invoice.recipient_unidentified',
      `${customer.name} has no tax id, and a supply within the Union or under reverse charge always needs one on its invoice. Give the customer a tax id.`,
      field,
      { customer: customer.name, total, limit: '0.00', why: 'excluded' },
    );
  const limit = simplifiedLimit(issuer.policies.simplifiedUpTo ?? 'four-hundred', date);
  if (limit === undefined)
    return refusal(
      'invoice.recipient_unidentified',
      `${customer.name} has no tax id, and on ${date} no invoice of the company could do without: give the customer a tax id, or use a later date.`,
      field,
      { customer: customer.name, total, limit: '0.00', date, why: 'date' },
    );
  if (totals.gross <= limit) return undefined;
  if (customer.walkIn)
    return refusal(
      'invoice.recipient_unidentified',
      `An invoice to whom nobody knows may come to ${minorText(limit)} EUR with VAT at the most: this one comes to ${total} EUR. Sell to a customer with a tax id.`,
      field,
      { customer: customer.name, total, limit: minorText(limit), why: 'walk_in' },
    );
  return refusal(
    'invoice.recipient_unidentified',
    `${customer.name} has no tax id, and an invoice without it may come to ${minorText(limit)} EUR with VAT at the most: this one comes to ${total} EUR. Give the customer a tax id.`,
    field,
    { customer: customer.name, total, limit: minorText(limit) },
  );
}

/**
 * The form that an invoice of a day takes.
 * @param past it tells what another system has sold already: it cannot be refused any more, and is marked.
 * @throws DomainError `invoice.recipient_unidentified` (422) naming `field`.
 */
export function invoiceForm(sale: Sale, date: IsoDate, field: string, past = false): InvoiceForm {
  const why = refusalOfRecipient(sale, date, field);
  if (why && past) return 'recipient-missing';
  throwIf(why);
  return sale.issuer.address.country !== 'ES' || isIdentified(sale.customer) ? 'full' : 'simplified';
}
