import { defined } from '#kernel/optional.ts';
import { elementAt, elementsAt, textAt, type XmlElement } from '#kernel/xml.ts';
import type { DocumentAdjustment, InvoiceSums, LineAdjustment, TradeAddress, TradeLine, VatBreakdown } from './einvoice.ts';
import { type AmountReader, EInvoiceFault, lineOfText, numberAt, requiredNumber, requiredText, vatRateAt } from './einvoice-terms.ts';

/**
 * Where a syntax of EN 16931 has its terms, as paths of local names below the element of their group: what UBL and CII say alike, and
 * name otherwise.
 */
export interface TermPaths {
  /** BG-5, BG-8 below a party. */
  readonly address: Readonly<Record<'street' | 'more' | 'city' | 'postalCode' | 'province' | 'country', string>>;
  /** BG-20, BG-21, BG-27, BG-28: where they stand, and their terms. */
  readonly adjustment: Readonly<Record<'at' | 'isCharge' | 'amount' | 'base' | 'percent' | 'reason' | 'category' | 'rate', string>>;
  /** BG-23 */
  readonly tax: Readonly<Record<'category' | 'rate' | 'base' | 'amount' | 'reason', string>>;
  /** BG-22, but for its tax. */
  readonly sums: Readonly<Record<Exclude<keyof InvoiceSums, 'tax'>, string>>;
  /** BG-25; `net` and the rate below the part of the line that has them. */
  readonly line: Readonly<Record<'id' | 'name' | 'description' | 'code' | 'price' | 'priceQuantity' | 'net' | 'category' | 'rate', string>>;
}

export function partAt(element: XmlElement, path: string): XmlElement {
  const part = elementAt(element, path);
  if (!part) throw new EInvoiceFault('missing', element, path, `${element.name} has no ${path}.`);
  return part;
}

/** What stands in the elements of a document in one syntax. */
export class TermReader {
  readonly #paths: TermPaths;
  readonly #amounts: AmountReader;
  readonly #sellerCountry: string;

  constructor(paths: TermPaths, amounts: AmountReader, sellerCountry: string) {
    this.#paths = paths;
    this.#amounts = amounts;
    this.#sellerCountry = sellerCountry;
  }

  #adjustment(element: XmlElement): LineAdjustment {
    const { amount, base, percent, reason } = this.#paths.adjustment;
    return {
      amount: this.#amounts.required(element, amount),
      ...defined({
        base: this.#amounts.amount(element, base),
        percent: numberAt(element, percent),
        reason: lineOfText(element, reason),
      }),
    };
  }

  #both<A>(below: XmlElement, read: (element: XmlElement) => A): { readonly allowances: A[]; readonly charges: A[] } {
    const { at, isCharge } = this.#paths.adjustment;
    const all = elementsAt(below, at);
    const of = (charge: boolean) => all.filter((each) => ['true', '1'].includes(textAt(each, isCharge) ?? '') === charge).map(read);
    return { allowances: of(false), charges: of(true) };
  }

  adjustments = (below: XmlElement) => this.#both(below, (each) => this.#adjustment(each));

  documentAdjustments(below: XmlElement) {
    const { category, rate } = this.#paths.adjustment;
    return this.#both(
      below,
      (each): DocumentAdjustment => ({ ...this.#adjustment(each), vat: vatRateAt(each, category, rate, this.#sellerCountry) }),
    );
  }

  taxes(elements: readonly XmlElement[]): VatBreakdown[] {
    const { category, rate, base, amount, reason } = this.#paths.tax;
    return elements.map((each) => ({
      ...vatRateAt(each, category, rate, this.#sellerCountry),
      base: this.#amounts.required(each, base),
      tax: this.#amounts.required(each, amount),
      ...defined({ reason: lineOfText(each, reason) }),
    }));
  }

  /** @param tax BT-110, which each syntax finds its own way. */
  sums(totals: XmlElement, tax: number): InvoiceSums {
    const { sums } = this.#paths;
    const { required } = this.#amounts;
    const some = (path: string) => this.#amounts.amount(totals, path) ?? 0;
    return {
      lines: required(totals, sums.lines),
      allowances: some(sums.allowances),
      charges: some(sums.charges),
      net: required(totals, sums.net),
      tax,
      gross: required(totals, sums.gross),
      prepaid: some(sums.prepaid),
      rounding: some(sums.rounding),
      due: required(totals, sums.due),
    };
  }

  /** @param quantity the path of BT-129. @param part the element of the line below which its net and what adjusts it stand. */
  line(line: XmlElement, quantity: string, part: XmlElement): TradeLine {
    const at = this.#paths.line;
    const priceQuantity = numberAt(line, at.priceQuantity);
    return {
      id: requiredText(line, at.id),
      name: requiredText(line, at.name, at.description),
      ...defined({ description: lineOfText(line, at.description), code: lineOfText(line, at.code) }),
      quantity: requiredNumber(line, quantity),
      unit: elementAt(line, quantity)?.attributes.unitCode ?? 'C62',
      price: requiredNumber(line, at.price),
      ...defined({ priceQuantity: priceQuantity === '1' ? undefined : priceQuantity }),
      ...this.adjustments(part),
      net: this.#amounts.required(part, at.net),
      vat: vatRateAt(part, at.category, at.rate, this.#sellerCountry),
    };
  }
}

/** The address of a party, whose country is needed before anything else can be read. */
export function addressAt(party: XmlElement, { country, ...paths }: TermPaths['address']): TradeAddress {
  const told = Object.fromEntries(Object.entries(paths).map(([term, path]) => [term, lineOfText(party, path)]));
  return { ...defined(told), country: requiredText(party, country) };
}
