import type { IsoDate } from '#kernel/date.ts';
import { add, decimal, format } from '#kernel/decimal.ts';
import type { Minor } from '#kernel/money.ts';
import type { PublicOffices } from '#kernel/public-offices.ts';

/** What an electronic invoice is written in (RD 238/2026 art. 7.1); EDIFACT is not. */
export const EINVOICE_SYNTAXES = ['ubl', 'cii', 'facturae'] as const;
export type EInvoiceSyntax = (typeof EINVOICE_SYNTAXES)[number];

/** VAT categories of EN 16931 (UNCL 5305). Of the Canaries (L) and of Ceuta and Melilla (M) ones are read, and written by nobody here. */
export const VAT_CATEGORIES = ['S', 'Z', 'E', 'AE', 'K', 'G', 'O', 'L', 'M'] as const;
export type VatCategory = (typeof VAT_CATEGORIES)[number];

/**
 * What a document is (BT-3, UNCL 1001): 380 invoice, 381 credit note (its amounts are positive and give back), 384 corrected invoice,
 * 386 invoice of money in advance, 389 self-billed.
 */
export const DOCUMENT_TYPES = ['380', '381', '384', '386', '389'] as const;
export type DocumentType = (typeof DOCUMENT_TYPES)[number];

/** BG-5, BG-8, BG-15. */
export interface TradeAddress {
  /** BT-35, BT-50, BT-75 */
  readonly street?: string;
  /** BT-36, BT-51, BT-76 */
  readonly more?: string;
  /** BT-37, BT-52, BT-77 */
  readonly city?: string;
  /** BT-38, BT-53, BT-78 */
  readonly postalCode?: string;
  /** BT-39, BT-54, BT-79 */
  readonly province?: string;
  /** BT-40, BT-55, BT-80: ISO 3166-1, two letters. */
  readonly country: string;
}

/** Seller (BG-4) or buyer (BG-7). */
export interface TradeParty {
  /** BT-27, BT-44 */
  readonly name: string;
  /** BT-28, BT-45 */
  readonly tradeName?: string;
  /** BT-31, BT-48: with the prefix of its country. */
  readonly vatId?: string;
  /** BT-30, BT-47: of a Spanish party its NIF. */
  readonly legalId?: string;
  readonly address: TradeAddress;
  /** BT-43, BT-58 */
  readonly email?: string;
  /** Of a public body: its offices by their DIR3 codes, which Facturae alone has a place for. */
  readonly offices?: PublicOffices;
}

/** A part of what is to be paid. */
export interface Instalment {
  readonly date: IsoDate;
  /** Absent: the file does not say how much of it. */
  readonly amount?: Minor;
}

/** What a line, an allowance or a charge is taxed with (BG-30; BT-95, 96; BT-102, 103). */
export interface VatRate {
  /** BT-151, BT-95, BT-102, BT-118 */
  readonly category: VatCategory;
  /** BT-152, BT-96, BT-103, BT-119 in decimal text; of category O there is none: 0. */
  readonly percent: string;
  /**
   * Equivalence surcharge (Ley 37/1992 art. 161) beside it. The norm has no place for it: in UBL and CII the rate is the sum of both, as
   * they have one base; Facturae says them apart.
   */
  readonly surcharge?: string;
}

/** Allowance or charge of a line (BG-27, BG-28). Amounts above zero take off or add. */
export interface LineAdjustment {
  /** BT-136, BT-141 */
  readonly amount: Minor;
  /** BT-137, BT-142 */
  readonly base?: Minor;
  /** BT-138, BT-143 */
  readonly percent?: string;
  /** BT-139, BT-144 */
  readonly reason?: string;
}

/** Allowance or charge of the document (BG-20, BG-21). */
export interface DocumentAdjustment extends LineAdjustment {
  readonly vat: VatRate;
}

/** BG-23: a category and rate of the document. */
export interface VatBreakdown extends VatRate {
  /** BT-116 */
  readonly base: Minor;
  /** BT-117: surcharge included. */
  readonly tax: Minor;
  /** BT-120: why there is none. */
  readonly reason?: string;
}

/** BG-ES-4 of the national extension (Orden HAC/1028/2026, Anexo I): income tax that the buyer withholds. */
export interface WithheldTax {
  readonly percent: string;
  readonly base: Minor;
  readonly amount: Minor;
}

/** BG-25 */
export interface TradeLine {
  /** BT-126 */
  readonly id: string;
  /** BT-153 */
  readonly name: string;
  /** BT-154 */
  readonly description?: string;
  /** BT-155 */
  readonly code?: string;
  /** BT-129 */
  readonly quantity: string;
  /** BT-130, UN/ECE Recommendation 20: C62 are pieces. */
  readonly unit: string;
  /** BT-146: net of the discount of the price, without tax. */
  readonly price: string;
  /** BT-149: the quantity that the price is of; absent: one. */
  readonly priceQuantity?: string;
  readonly allowances: readonly LineAdjustment[];
  readonly charges: readonly LineAdjustment[];
  /** BT-131 */
  readonly net: Minor;
  readonly vat: VatRate;
}

/** BG-22 */
export interface InvoiceSums {
  /** BT-106 */
  readonly lines: Minor;
  /** BT-107 */
  readonly allowances: Minor;
  /** BT-108 */
  readonly charges: Minor;
  /** BT-109 */
  readonly net: Minor;
  /** BT-110 */
  readonly tax: Minor;
  /** BT-112 */
  readonly gross: Minor;
  /** BT-113 */
  readonly prepaid: Minor;
  /** BT-114 */
  readonly rounding: Minor;
  /** BT-115: what is due before anything is withheld. */
  readonly due: Minor;
}

/** The tax in the currency of the books (BT-6, BT-111), of a document in another. */
export interface AccountingTax {
  readonly currency: string;
  /** Minor units of that. */
  readonly amount: Minor;
  /** What one unit of it is in the currency of the document, where that is told; in decimal text. Only Facturae has a place for it. */
  readonly rate?: string;
  /** Day of the rate. */
  readonly rateOf?: IsoDate;
}

/** BG-16 with one account (BG-17). */
export interface PaymentInstructions {
  /** BT-81, UNCL 4461: 30 credit transfer, 58 SEPA credit transfer, 59 SEPA direct debit, 10 cash. */
  readonly means: string;
  /** BT-83 */
  readonly reference?: string;
  /** BT-84 */
  readonly iban?: string;
  readonly debit?: DirectDebit;
}

/** BG-19: what a direct debit rests on. */
export interface DirectDebit {
  /** BT-89: reference of the mandate. */
  readonly mandate?: string;
  /** BT-90: identifier of the creditor. */
  readonly creditor?: string;
  /** BT-91: the account that is debited. */
  readonly iban?: string;
}
/** The same for those who may not see the accounts of customers: BT-91 may be left out. */
export const withoutAccount = ({ iban: _, ...debit }: DirectDebit): DirectDebit => debit;

/** UNCL 4461: SEPA direct debit. */
export const SEPA_DEBIT = '59';

/**
 * The semantic model of an electronic invoice (EN 16931-1), as far as we write and read it: what a purchaser's books need. Amounts are
 * minor units of the document's currency, quantities, prices and percentages decimal text.
 */
export interface EInvoice {
  /** BT-1 */
  readonly number: string;
  /** BT-2 */
  readonly issueDate: IsoDate;
  /** BT-3 */
  readonly type: DocumentType;
  /** BT-5 */
  readonly currency: string;
  readonly accountingTax?: AccountingTax;
  /** BT-9 */
  readonly dueDate?: IsoDate;
  /** What is due on each day, where the file tells several: the norm has one, Facturae and the extensions of the others any number. */
  readonly instalments?: readonly Instalment[];
  /** BT-13 */
  readonly purchaseOrder?: string;
  /** BT-14 */
  readonly salesOrder?: string;
  /** BG-1, BT-22 */
  readonly notes: readonly string[];
  /** BG-3 */
  readonly corrects: readonly { readonly number: string; readonly date?: IsoDate }[];
  readonly seller: TradeParty;
  readonly buyer: TradeParty;
  /** Who issues it in the seller's name, where that is not the buyer (then it is a 389): Facturae alone has a place for it. */
  readonly thirdParty?: TradeParty;
  /** The buyer issues it, an invoice (389) or what corrects one (381): only Facturae can say it of both. */
  readonly byBuyer?: true;
  /** BT-72: day of the operation. */
  readonly deliveryDate?: IsoDate;
  /** BT-80 */
  readonly deliveryCountry?: string;
  /** BG-14 */
  readonly period?: { readonly from: IsoDate; readonly to: IsoDate };
  readonly payment?: PaymentInstructions;
  readonly allowances: readonly DocumentAdjustment[];
  readonly charges: readonly DocumentAdjustment[];
  readonly sums: InvoiceSums;
  readonly taxes: readonly VatBreakdown[];
  /** BG-ES-4 */
  readonly withheld: readonly WithheldTax[];
  readonly lines: readonly TradeLine[];
}

/** BT-24: what rules a file follows. */
export const EN_16931 = 'urn:cen.eu:en16931:2017';
/** Why no tax is charged, for machines (BT-121, VATEX), of the categories whose reason is one and the same. */
export const VATEX: Readonly<Partial<Record<VatCategory, string>>> = {
  AE: 'VATEX-EU-AE',
  G: 'VATEX-EU-G',
  K: 'VATEX-EU-IC',
  O: 'VATEX-EU-O',
};

/** What the buyer withholds of it. */
export const incomeTaxWithheld = ({ withheld }: Pick<EInvoice, 'withheld'>): Minor => withheld.reduce((sum, { amount }) => sum + amount, 0);

/** The rate that UBL and CII say: with the surcharge, as both are of one base. */
export const summedPercent = ({ percent, surcharge }: VatRate): string => format(add(decimal(percent), decimal(surcharge ?? '0')));
