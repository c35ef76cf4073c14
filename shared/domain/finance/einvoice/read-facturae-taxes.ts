import { decimal, format } from '#kernel/decimal.ts';
import { defined } from '#kernel/optional.ts';
import { elementAt, elementsAt, textAt, type XmlElement } from '#kernel/xml.ts';
import { outsideUnion } from '../tax/recipient.ts';
import type {
  DocumentAdjustment,
  EInvoice,
  InvoiceSums,
  LineAdjustment,
  TradeAddress,
  TradeLine,
  VatBreakdown,
  VatCategory,
  VatRate,
} from './einvoice.ts';
import { type AmountReader, EInvoiceFault, lineOfText, numberAt, requiredNumber } from './einvoice-terms.ts';
import { FACTURAE_TAX } from './facturae-codes.ts';

const CATEGORIES: Readonly<Record<string, VatCategory>> = {
  [FACTURAE_TAX.vat]: 'S',
  [FACTURAE_TAX.ipsi]: 'M',
  [FACTURAE_TAX.igic]: 'L',
};
const REVERSE_CHARGE = /inversi[oó]n del sujeto pasivo/i;
/** The Canaries, Ceuta and Melilla: goods that go there are exported. */
const OUTSIDE_VAT = /^(35|38|51|52)/;

/** The one tax on turnover of a line or document. @throws EInvoiceFault where it is another. */
function taxAt(element: XmlElement): XmlElement {
  const all = elementsAt(element, 'TaxesOutputs/Tax');
  const [tax] = all;
  if (!tax) throw new EInvoiceFault('missing', element, 'TaxesOutputs/Tax', `${element.name} has no tax.`);
  if (all.length > 1 && element.name === 'InvoiceLine')
    throw new EInvoiceFault('tax', element, 'TaxesOutputs', 'A line with several taxes is not read here.');
  return tax;
}

function rateOf(tax: XmlElement): Pick<VatRate, 'category' | 'percent' | 'surcharge'> {
  const code = textAt(tax, 'TaxTypeCode') ?? '';
  const category = CATEGORIES[code];
  if (!category) throw new EInvoiceFault('tax', tax, 'TaxTypeCode', `Tax ${code} of Facturae is none on turnover, and is not read here.`);
  const surcharge = numberAt(tax, 'EquivalenceSurcharge');
  return { category, percent: requiredNumber(tax, 'TaxRate'), ...defined({ surcharge: surcharge === '0' ? undefined : surcharge }) };
}

/**
 * The rate of a line. Facturae says of what bears no tax only that it is exempt or not subject: that the buyer owes it, that goods leave
 * for another member state or the Union, stands in words or in the buyer's address.
 */
export function lineRate(line: XmlElement, invoice: XmlElement, buyer: TradeAddress): VatRate {
  const rate = rateOf(taxAt(line));
  if (rate.percent !== '0' || rate.category !== 'S') return rate;
  const event = textAt(line, 'SpecialTaxableEvent/SpecialTaxableEventCode');
  const words = lineOfText(line, 'SpecialTaxableEvent/SpecialTaxableEventReason') ?? literalsOf(invoice).join(' ');
  return { ...rate, category: untaxed(event, words, buyer) };
}

function untaxed(event: string | undefined, words: string, { country, postalCode = '' }: TradeAddress): VatCategory {
  if (REVERSE_CHARGE.test(words)) return 'AE';
  if (event === '02') return 'O';
  if (event !== '01') return 'Z';
  if (country === 'ES') return OUTSIDE_VAT.test(postalCode) ? 'G' : 'E';
  return outsideUnion(country) ? 'G' : 'K';
}

const literalsOf = (invoice: XmlElement): string[] =>
  elementsAt(invoice, 'LegalLiterals/LegalReference').flatMap(({ text }) => text.replace(/\s+/g, ' ').trim() || []);

/** What a document says of its taxes, by rate; what bears none, by what its lines are. */
export function headerTaxes(invoice: XmlElement, { required, amount }: AmountReader, lines: readonly TradeLine[]): VatBreakdown[] {
  const stated = elementsAt(invoice, 'TaxesOutputs/Tax').map((tax): VatBreakdown => {
    const surcharge = amount(tax, 'EquivalenceSurchargeAmount/TotalAmount') ?? 0;
    const vat = amount(tax, 'TaxAmount/TotalAmount') ?? 0;
    return { ...rateOf(tax), base: required(tax, 'TaxableBase/TotalAmount'), tax: vat + surcharge };
  });
  const untaxedOnes = stated.filter(isUntaxed);
  const kinds = [...new Set(lines.flatMap(({ vat }) => (vat.percent === '0' && 'ZEGKAEO'.includes(vat.category) ? vat.category : [])))];
  let no = -1;
  return stated.map((each) => {
    if (!isUntaxed(each)) return each;
    no += 1;
    // As many kinds as there are bases: each has that which its lines come to.
    const category = kinds.length === untaxedOnes.length ? kindOf(each, kinds, lines, no) : (kinds[0] ?? 'Z');
    return { ...each, category, ...defined({ reason: reasonOf(category, invoice, lines) }) };
  });
}
const isUntaxed = ({ category, percent }: VatRate): boolean => category === 'S' && percent === '0';

function kindOf({ base }: VatBreakdown, kinds: readonly VatCategory[], lines: readonly TradeLine[], no: number): VatCategory {
  const netOf = (category: VatCategory) => lines.reduce((sum, { vat, net }) => sum + (vat.category === category ? net : 0), 0);
  const inOrder = kinds[no] ?? 'Z';
  return netOf(inOrder) === base ? inOrder : (kinds.find((kind) => netOf(kind) === base) ?? inOrder);
}

/** Why there is no tax: in the words of a line of that kind, or in those of the law below. */
function reasonOf(category: VatCategory, invoice: XmlElement, lines: readonly TradeLine[]): string | undefined {
  if (category === 'Z') return undefined;
  const at = lines.findIndex(({ vat }) => vat.category === category);
  const line = elementsAt(invoice, 'Items/InvoiceLine')[at];
  const said =
    line && elementAt(line, 'SpecialTaxableEvent') ? lineOfText(line, 'SpecialTaxableEvent/SpecialTaxableEventReason') : undefined;
  const literals = literalsOf(invoice);
  return said ?? (category === 'AE' ? literals.find((literal) => REVERSE_CHARGE.test(literal)) : literals[0]);
}

interface Taxed {
  readonly header: readonly VatBreakdown[];
  readonly lines: readonly TradeLine[];
  readonly sums: InvoiceSums;
}

/**
 * General discounts and charges of Facturae say no rate: they have the rates whose bases differ from their lines. What is in no base bears
 * no tax.
 */
export function withAdjustedRates(
  { header, lines, sums }: Taxed,
  { allowances, charges }: { readonly allowances: readonly LineAdjustment[]; readonly charges: readonly LineAdjustment[] },
): Pick<EInvoice, 'allowances' | 'charges' | 'taxes'> {
  const differs = header.flatMap(({ base, tax: _, reason: __, ...vat }) => {
    const own = lines.reduce((sum, line) => sum + (sameRate(line.vat, vat) ? line.net : 0), 0);
    return base === own ? [] : [{ vat, by: base - own }];
  });
  const rest = sums.net - header.reduce((sum, { base }) => sum + base, 0);
  const total = sums.charges - sums.allowances;
  const vatFor = (adjustments: readonly LineAdjustment[], sign: 1 | -1): DocumentAdjustment[] => {
    if (adjustments.length === 0) return [];
    const [only] = differs;
    if (differs.length === 1 && only) return adjustments.map((each) => ({ ...each, vat: only.vat }));
    if (differs.length === 0) return adjustments.map((each) => ({ ...each, vat: NOT_SUBJECT }));
    const reason = adjustments[0]?.reason;
    return differs.map(({ vat, by }) => ({ amount: sign * by, vat, ...defined({ reason }) }));
  };
  const untaxedRest = rest !== 0 && differs.length === 0 && rest === total ? [{ ...NOT_SUBJECT, base: rest, tax: 0 }] : [];
  return { allowances: vatFor(allowances, -1), charges: vatFor(charges, 1), taxes: [...header, ...untaxedRest] };
}
const NOT_SUBJECT: VatRate = { category: 'O', percent: '0' };
const sameRate = (a: VatRate, b: VatRate): boolean =>
  a.category === b.category && format(decimal(a.percent)) === format(decimal(b.percent)) && (a.surcharge ?? '') === (b.surcharge ?? '');
