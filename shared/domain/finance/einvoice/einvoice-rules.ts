import { type Refusal, refusal } from '#kernel/errors.ts';
import { exponentOf } from '#kernel/money.ts';
import { isSimplified } from '../receivables/invoice.ts';
import { countryAlpha3 } from './countries.ts';
import type { EInvoice, EInvoiceSyntax, TradeParty } from './einvoice.ts';

type Lack = 'address' | 'country' | 'tax_id' | 'postal_code';
const LACKS: Readonly<Record<Lack, string>> = {
  address: 'an address',
  country: 'the country of their address',
  tax_id: 'a tax id',
  postal_code: 'a Spanish postal code of five digits',
};

/** What the law and the norm ask of a party that it lacks. */
function lackOf(
  { address: { street, city, postalCode = '', country }, vatId, legalId }: TradeParty,
  syntax: EInvoiceSyntax,
): Lack | undefined {
  if (!street || !city || !postalCode) return 'address';
  if (!countryAlpha3(country)) return 'country';
  // Who is established abroad need have none (RD 1619/2012 art. 6.1.d), but Facturae has no party without.
  if (!vatId && !legalId && (country === 'ES' || syntax === 'facturae')) return 'tax_id';
  return syntax === 'facturae' && country === 'ES' && !/^\d{5}$/.test(postalCode) ? 'postal_code' : undefined;
}

/**
 * Why a document cannot be written in a syntax, or undefined.
 */
export function refusalOfEInvoice(invoice: EInvoice, syntax: EInvoiceSyntax, field: string): Refusal | undefined {
  return refusalOfSimplified(invoice, field) ?? refusalOfParties(invoice, syntax, field) ?? refusalOfContent(invoice, syntax, field);
}

const refusalOfSimplified = ({ number, corrects }: EInvoice, field: string): Refusal | undefined =>
  [number, ...corrects.map((each) => each.number)].some(isSimplified)
    ? refusal(
        'einvoice.simplified',
        'A simplified invoice has no electronic one (RD 238/2026 art. 4): credit it and issue a full one, with the tax id and address of the customer.',
        field,
        { number },
      )
    : undefined;

function refusalOfParties({ seller, buyer }: EInvoice, syntax: EInvoiceSyntax, field: string): Refusal | undefined {
  for (const [party, { name, ...of }] of [['seller', seller] as const, ['buyer', buyer] as const]) {
    const why = lackOf({ name, ...of }, syntax);
    if (why)
      return refusal(
        'einvoice.party',
        `An electronic invoice needs ${LACKS[why]} of ${name} as it stood on the document, and there is none: credit it and issue it again with that.`,
        field,
        { party, name, why: `${why}` },
      );
  }
  return undefined;
}

function refusalOfContent({ taxes, currency }: EInvoice, syntax: EInvoiceSyntax, field: string): Refusal | undefined {
  // BR-O-11 to BR-O-14.
  if (syntax !== 'facturae' && taxes.length > 1 && taxes.some(({ category }) => category === 'O'))
    return refusal(
      'einvoice.not_subject',
      'What is not subject to VAT cannot stand beside what is on one electronic invoice of EN 16931: use Facturae, or two invoices.',
      field,
    );
  // BR-DEC-09 and the like.
  if (syntax !== 'facturae' && exponentOf(currency) > 2)
    return refusal('einvoice.currency', `Amounts of EN 16931 have two decimals at most, and ${currency} has more: use Facturae.`, field, {
      currency,
    });
  return undefined;
}
