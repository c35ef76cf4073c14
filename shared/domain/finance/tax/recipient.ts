import { type Refusal, refusal } from '#kernel/errors.ts';
import { spanishTaxIdIn } from '#kernel/tax-id-es.ts';
import { REVERSE_CHARGE_G, taxCodeOf } from './vat-es.ts';

/** Member states of the Union, ISO 3166-1. */
const UNION: ReadonlySet<string> = new Set('AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK'.split(' '));
/** Where a state's VAT ids do not begin with its code: Greece, and Northern Ireland for goods. */
const VAT_PREFIXES: Readonly<Partial<Record<string, string>>> = { GR: 'EL', GB: 'XI' };
/** Spanish provinces outside the territory of the tax, by postal code: Las Palmas, Santa Cruz de Tenerife, Ceuta, Melilla (Ley 37/1992 art. 3.Dos). */
const OUTSIDE = /^(35|38|51|52)\d{3}$/;

/** Provinces whose companies file with authorities of their own: Álava, Gipuzkoa, Navarra, Bizkaia (Concierto and Convenio Económico). */
const FORAL = /^(01|20|31|48)\d{3}$/;

/** Why a company does not file form 303 with the AEAT by its address, or undefined: foral territories have forms of their own, the Canaries, Ceuta and Melilla another tax. */
export function refusalOfTerritory({
  country,
  postalCode,
}: {
  readonly country: string;
  readonly postalCode: string;
}): Refusal | undefined {
  if (country === 'ES' && !FORAL.test(postalCode) && !OUTSIDE.test(postalCode)) return undefined;
  return refusal(
    'tax_return.territory',
    'Form 303 of the State is for companies of its common territory: foral territories, the Canaries, Ceuta and Melilla have taxes and forms of their own. Correct the address of the company, or file there.',
    'body.period',
    { postalCode, country },
  );
}

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
  if ((code === 'EXPORT' || code === 'NO-SUJETA') && !leavesUnion(recipient, country))
    return refusal(
      'tax.recipient',
      'An export goes to a customer outside the Union: give their address, or use another tax code.',
      `${field}.taxCode`,
      { taxCode: code, country: country ?? '', why: 'export' },
    );
  if (code.startsWith('INTRA') && !hasUnionVatId(recipient, country))
    return refusal(
      'tax.recipient',
      'A supply within the Union goes to a customer in another member state, with its VAT id: give both, or use another tax code.',
      `${field}.taxCode`,
      { taxCode: code, country: country ?? '', why: 'intra' },
    );
  if ((code === 'ISP' || code === REVERSE_CHARGE_G || code.endsWith('-RE')) && !(recipient.taxId && (country ?? 'ES') === 'ES'))
    return refusal(
      'tax.recipient',
      'Reverse charge and equivalence surcharge are for businesses in Spain: give the tax id of the customer, or use another tax code.',
      `${field}.taxCode`,
      { taxCode: code, country: country ?? '', why: 'business' },
    );
  return undefined;
}

/** Why goods that leave the territory of the tax are not sold at a domestic rate, or undefined: they are an export (Ley 37/1992 arts. 3.Dos, 21). */
export function refusalOfDomestic(code: string, { address }: TaxRecipient, field: string): Refusal | undefined {
  if (taxCodeOf(code)?.sale !== 'S' || address?.country !== 'ES' || !OUTSIDE.test(address.postalCode)) return undefined;
  return refusal(
    'tax.recipient',
    'Goods for the Canaries, Ceuta or Melilla are an export: use that tax code, or correct the address of the customer.',
    `${field}.taxCode`,
    { taxCode: code, country: 'ES', why: 'outside' },
  );
}

/** Whether a country is none of the Union's. */
export const outsideUnion = (country: string): boolean => !UNION.has(country);

/** What a supplier must be for a code of purchases, and what to do where they are not. */
const SUPPLIER_RULES = {
  intra:
    'What is bought within the Union comes of a supplier in another member state, with its VAT id: give both, or use another tax code.',
  outside: 'This code is for services of suppliers outside the Union: use that of reverse charge, or of the Union.',
  islands: 'Who is in the Canaries, Ceuta or Melilla charges no IVA: enter the line as exempt, or correct the address of the supplier.',
  foreign: 'Who is not established in Spain charges no IVA: use a code of the Union, of services from outside it, or of an import.',
  business: 'Reverse charge is among businesses: give the tax id of the supplier, or use another tax code.',
} as const;

/** Why the VAT of a code cannot be on a supplier's bill, or undefined: who is outside the territory of the tax charges another (Ley 37/1992 arts. 3.Dos, 13, 84). */
export function refusalOfInputTax(code: string, supplier: TaxRecipient, field: string): Refusal | undefined {
  const country = supplier.address?.country ?? supplier.country ?? 'ES';
  const postalCode = supplier.address?.postalCode ?? '';
  const why = supplierRule(code, supplier, country, country === 'ES' && OUTSIDE.test(postalCode));
  return why && refusal('tax.supplier', SUPPLIER_RULES[why], `${field}.taxCode`, { taxCode: code, postalCode, country, why: `${why}` });
}

function supplierRule(code: string, supplier: TaxRecipient, country: string, outside: boolean): keyof typeof SUPPLIER_RULES | undefined {
  const { purchase = 'PND', owed } = taxCodeOf(code) ?? {};
  if (code === 'EXENTO' || purchase.startsWith('PM')) return undefined;
  if (purchase.startsWith('PK')) return hasUnionVatId(supplier, country) ? undefined : 'intra';
  if (code.startsWith('EXS')) return outside || outsideUnion(country) ? undefined : 'outside';
  if (outside) return 'islands';
  if (country !== 'ES' && !supplier.taxId?.startsWith('ES')) return 'foreign';
  return owed && !supplier.taxId ? 'business' : undefined;
}

const leavesUnion = ({ address }: TaxRecipient, country: string | undefined): boolean =>
  country === 'ES' ? OUTSIDE.test(address?.postalCode ?? '') : country !== undefined && outsideUnion(country);

function hasUnionVatId({ taxId = '' }: TaxRecipient, country: string | undefined): boolean {
  if (country === undefined || country === 'ES' || !(UNION.has(country) || country === 'GB')) return false;
  return beginsWithVatPrefix(taxId, country);
}

function beginsWithVatPrefix(taxId: string, country: string): boolean {
  const prefix = VAT_PREFIXES[country] ?? country;
  return taxId.startsWith(prefix) && taxId.length > prefix.length + 1;
}

/** The VAT id that a tax id is, with the letters of its state: of a Spanish NIF they are put before. Undefined outside the Union. */
export function vatIdIn(taxId: string, country: string): string | undefined {
  const national = spanishTaxIdIn(taxId);
  if (national || (country === 'ES' && taxId)) return `ES${national ?? taxId.replace(/^ES/, '')}`;
  return (UNION.has(country) || country === 'GB') && beginsWithVatPrefix(taxId, country) ? taxId : undefined;
}
