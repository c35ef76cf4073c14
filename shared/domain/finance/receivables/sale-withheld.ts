import * as z from 'zod/mini';
import type { IsoDate } from '#kernel/date.ts';
import { type Refusal, refusal } from '#kernel/errors.ts';
import { type Minor, percentOf, shareOf } from '#kernel/money.ts';
import { spanishTaxIdIn } from '#kernel/tax-id-es.ts';
import { Withheld } from '../open-items/document.ts';
import type { TaxRecipient } from '../tax/recipient.ts';
import { isCompanyTaxId, WITHHELD_OF_RENT, WITHHOLDING_ES, withheldOf, withholdingPercent } from '../tax/withholding-es.ts';

/** Income tax that a customer keeps back of an invoice, and pays to the tax authority for the company (RD 439/2007 arts. 74–76, 95, 100). */
export const SaleWithheld = z.omit(Withheld, { at: true });
export type SaleWithheld = Readonly<z.output<typeof SaleWithheld>>;

/** The types that an invoice can bear: those of work stand on no invoice. */
export const SALE_WITHHOLDINGS = WITHHOLDING_ES.filter(({ code }) => withheldOf('activity', 'rent').includes(code));
type Code = (typeof WITHHOLDING_ES)[number]['code'];
export const SALE_WITHHOLDING_CODES = SALE_WITHHOLDINGS.map(({ code }) => code) as unknown as readonly [Code, ...Code[]];

/** An invoice, as far as it decides whether anything may be withheld of it. */
interface Withholding {
  readonly withholding?: string | undefined;
  readonly customer: TaxRecipient & { readonly name: string };
  readonly issuer: { readonly taxId?: string | undefined; readonly address: { readonly country: string } };
  /** Absent: euros. */
  readonly currency?: string | undefined;
  readonly orderId?: string | undefined;
}

/** Why nothing is withheld of an invoice, in the words of its refusal. */
const REASONS = {
  abroad:
    'Spanish income tax is withheld of invoices of companies in Spain: take the withholding off, or correct the address of the company.',
  company:
    'The company has the tax id of a company, whose fees bear no income tax withheld. Take the withholding off; rent of urban property has RENT19, which companies bear too.',
  customer:
    'Only businesses in Spain withhold income tax: give the customer a Spanish tax id and an address in Spain, or take the withholding off.',
  currency: 'Income tax is withheld in euros: make the invoice in euros, or take the withholding off.',
  order: 'Invoices of orders bear no withholding, and neither does their money in advance: take the withholding off, or the order.',
} as const;

function reasonOf({ withholding = '', customer, issuer, currency, orderId }: Withholding): keyof typeof REASONS | undefined {
  if (issuer.address.country !== 'ES') return 'abroad';
  // RD 439/2007 art. 75: what is withheld of activities is income tax of people; of rent RD 634/2015 art. 60 has it of companies too.
  if (issuer.taxId && isCompanyTaxId(issuer.taxId) && !WITHHELD_OF_RENT.includes(withholding)) return 'company';
  const country = customer.address?.country ?? customer.country ?? 'ES';
  if (country !== 'ES' || spanishTaxIdIn(customer.taxId ?? '') === undefined) return 'customer';
  if (currency !== undefined) return 'currency';
  return orderId === undefined ? undefined : 'order';
}

/**
 * Why an invoice may not bear a withholding, or undefined.
 * @returns `tax.sale_withholding` with `why`, or `tax.no_rate` where the type has no row on the day (both 422).
 */
export function refusalOfSaleWithholding(of: Withholding, date: IsoDate, field: string): Refusal | undefined {
  const { withholding, customer } = of;
  if (withholding === undefined) return undefined;
  const why = reasonOf(of);
  if (why) return refusal('tax.sale_withholding', REASONS[why], field, { withholding, customer: customer.name, why: `${why}` });
  if (withholdingPercent(withholding, date) !== undefined) return undefined;
  return refusal('tax.no_rate', `The tax code ${withholding} has no rate on ${date}. Use another code or another date.`, field, {
    taxCode: withholding,
    date,
  });
}

/** What is withheld of a net on a day: the base is the consideration without VAT. Undefined where nothing is. */
export function saleWithheld(code: string | undefined, net: Minor, date: IsoDate): SaleWithheld | undefined {
  const percent = code === undefined ? undefined : withholdingPercent(code, date);
  return code === undefined || percent === undefined ? undefined : { code, percent, amount: percentOf(net, percent) };
}

/** An invoice, as far as its withholding depends on what was credited of it. */
interface Credited {
  readonly withheld?: SaleWithheld;
  readonly totals: { readonly net: Minor };
  readonly credited?: readonly Minor[];
}

/**
 * What a credit gives back of the withholding of an invoice: its share by then less what was given back before, so that all credits
 * together give back the whole to the cent. @param after the invoice with the credit.
 */
export function creditedWithheld(before: Credited, after: Credited): SaleWithheld | undefined {
  const { withheld, totals } = before;
  if (!withheld) return undefined;
  const by = ({ credited = [] }: Credited): Minor => {
    const net = credited.reduce((sum, each) => sum + each, 0);
    return totals.net === 0 ? 0 : shareOf(withheld.amount, BigInt(net), BigInt(totals.net));
  };
  return { ...withheld, amount: by(after) - by(before) };
}
