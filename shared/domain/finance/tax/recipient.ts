import { type Refusal, refusal } from '#kernel/errors.ts';

/** Member states of the Union, ISO 3166-1. */
const UNION: ReadonlySet<string> = new Set('AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK'.split(' '));
/** Where a state's VAT ids do not begin with its code: Greece, and Northern Ireland for goods. */
const VAT_PREFIXES: Readonly<Partial<Record<string, string>>> = { GR: 'EL', GB: 'XI' };
/** Spanish provinces outside the territory of the tax, by postal code: Las Palmas, Santa Cruz de Tenerife, Ceuta, Melilla (Ley 37/1992 art. 3.Dos). */
const OUTSIDE = /^(35|38|51|52)\d{3}$/;

/** Who receives goods, as far as their tax depends on it. */
export interface TaxRecipient {
  readonly taxId?: string | undefined;
  readonly address?: { readonly country: string; readonly postalCode: string } | undefined;
  /** Where the country is known and the address is not. */
  readonly country?: string | undefined;
}

/**
 * Why a tax code is not for a customer, or undefined: a supply within the Union is exempt for who has the VAT id of another member
 * state (Ley 37/1992 art. 25), an export where goods leave the Union's territory of the tax (art. 21).
 */
export function refusalOfTaxCode(code: string, recipient: TaxRecipient, field: string): Refusal | undefined {
  const country = recipient.address?.country ?? recipient.country;
  if (code === 'EXPORT' && !leavesUnion(recipient, country))
    return refusal(
      'tax.recipient',
      'An export goes to a customer outside the Union: give their address, or use another tax code.',
      `${field}.taxCode`,
      { taxCode: code, country: country ?? '', why: 'export' },
    );
  if (code === 'INTRA' && !hasUnionVatId(recipient, country))
    return refusal(
      'tax.recipient',
      'A supply within the Union goes to a customer in another member state, with its VAT id: give both, or use another tax code.',
      `${field}.taxCode`,
      { taxCode: code, country: country ?? '', why: 'intra' },
    );
  return undefined;
}

/** Whether a country is none of the Union's. */
export const outsideUnion = (country: string): boolean => !UNION.has(country);

/** Why the VAT of a code cannot be on a supplier's bill, or undefined: who is outside the territory of the tax charges another (Ley 37/1992 art. 3.Dos). */
export function refusalOfInputTax(code: string, supplier: TaxRecipient, field: string): Refusal | undefined {
  const { country, postalCode = '' } = supplier.address ?? {};
  if (code === 'EXENTO' || country !== 'ES' || !OUTSIDE.test(postalCode)) return undefined;
  return refusal(
    'tax.supplier',
    'Who is in the Canaries, Ceuta or Melilla charges no IVA: enter the line as exempt, or correct the address of the supplier.',
    `${field}.taxCode`,
    { taxCode: code, postalCode },
  );
}

const leavesUnion = ({ address }: TaxRecipient, country: string | undefined): boolean =>
  country === 'ES' ? OUTSIDE.test(address?.postalCode ?? '') : country !== undefined && outsideUnion(country);

function hasUnionVatId({ taxId = '' }: TaxRecipient, country: string | undefined): boolean {
  if (country === undefined || country === 'ES' || !(UNION.has(country) || country === 'GB')) return false;
  const prefix = VAT_PREFIXES[country] ?? country;
  return taxId.startsWith(prefix) && taxId.length > prefix.length + 1;
}
