import { RETAIL_COUNTRIES } from './countries.ts';

/** What a row of a shop's file tells. */
export const FIELDS = ['document', 'code', 'description', 'quantity', 'date', 'price', 'customer', 'country'] as const;
export type Field = (typeof FIELDS)[number];

/**
 * A web shop's file format and how its rows are taken: data alone, so that another shop is another profile and no code.
 */
export interface ImportProfile {
  readonly name: string;
  readonly title: string;
  /** Column names by what they tell, as they stand in the file's first line. `country` may be left out. */
  readonly columns: Readonly<Record<Exclude<Field, 'country'>, string>> & { readonly country?: string };
  readonly delimiter: ',' | ';' | '\t';
  /** Order of day (D), month (M) and year (Y); a time behind it is left aside. */
  readonly dates: 'Y-M-D' | 'D/M/Y' | 'M/D/Y';
  readonly decimals: '.' | ',';
  /** Document numbers of returns begin with it. */
  readonly returnPrefix: string;
  /** Taken off the end of a customer's key: spreadsheets write 17850 as 17850.0. */
  readonly customerSuffix?: string;
  /** Before the customer's key in their external reference: `shop:17850`. */
  readonly customerNamespace: string;
  /** Name of a customer that is created: `{}` stands for the key. */
  readonly customerName: string;
  readonly paymentDays: number;
  /** ISO 3166-1 codes by the name in the file; a country that is not there is left out. */
  readonly countries: Readonly<Record<string, string>>;
  /** Item codes that are goods in stock; all others are services. */
  readonly stockedCodes: RegExp;
  readonly unit: string;
  readonly taxCode: string;
  readonly wholeQuantities: boolean;
  readonly warehouse: string;
  /** What is short at shipment is received first, at price × `costShare`, rounded half-up to `costDecimals`. */
  readonly shortage: 'receive';
  readonly costShare: string;
  readonly costDecimals: number;
  /** A returned row that no sale is found for: credited all the same. */
  readonly unreferencedReturns: 'credit';
}

const onlineRetail: ImportProfile = {
  name: 'online-retail',
  title: 'Online retail: one row per invoice line, cancellations as C…',
  columns: {
    document: 'InvoiceNo',
    code: 'StockCode',
    description: 'Description',
    quantity: 'Quantity',
    date: 'InvoiceDate',
    price: 'UnitPrice',
    customer: 'CustomerID',
    country: 'Country',
  },
  delimiter: ',',
  dates: 'Y-M-D',
  decimals: '.',
  returnPrefix: 'C',
  customerSuffix: '.0',
  customerNamespace: 'shop',
  customerName: 'Shop customer {}',
  paymentDays: 30,
  countries: RETAIL_COUNTRIES,
  stockedCodes: /^\d{5}/,
  unit: 'pc',
  taxCode: 'IVA21',
  wholeQuantities: true,
  warehouse: 'main',
  shortage: 'receive',
  costShare: '0.6',
  costDecimals: 4,
  unreferencedReturns: 'credit',
};

const tiendaEs: ImportProfile = {
  ...onlineRetail,
  name: 'tienda-es',
  title: 'Tienda: semicolons, Spanish column names, dates and decimals',
  columns: {
    document: 'Documento',
    code: 'Referencia',
    description: 'Artículo',
    quantity: 'Cantidad',
    date: 'Fecha',
    price: 'Precio',
    customer: 'Cliente',
  },
  delimiter: ';',
  dates: 'D/M/Y',
  decimals: ',',
  returnPrefix: 'D-',
  customerSuffix: '',
  customerNamespace: 'tienda',
  customerName: 'Cliente de la tienda {}',
  countries: {},
  stockedCodes: /^ART-/,
  wholeQuantities: false,
};

const ALL: readonly ImportProfile[] = [onlineRetail, tiendaEs];
export const PROFILE_NAMES = ALL.map((profile) => profile.name) as [string, ...string[]];
export const DEFAULT_PROFILE = onlineRetail.name;

export const importProfileOf = (name: string): ImportProfile => ALL.find((profile) => profile.name === name) ?? onlineRetail;
