import type { EInvoice } from '../../shared/domain/finance/einvoice/einvoice.ts';
import { type BillToSend, type EInvoiceIssuer, einvoiceOf } from '../../shared/domain/finance/einvoice/einvoice-of.ts';
import type { Adjusted } from '../../shared/domain/finance/receivables/adjustment.ts';
import { withSharesBack } from '../../shared/domain/finance/receivables/adjustment.ts';
import { creditable, creditedLines, creditOf } from '../../shared/domain/finance/receivables/credit.ts';
import { type DraftLine, draftValue } from '../../shared/domain/finance/receivables/draft.ts';
import { inOwnCurrency } from '../../shared/domain/finance/receivables/foreign-sale.ts';
import type { Invoice, Party } from '../../shared/domain/finance/receivables/invoice.ts';
import { creditedWithheld, saleWithheld } from '../../shared/domain/finance/receivables/sale-withheld.ts';
import { defined } from '../../shared/kernel/optional.ts';

export const ISSUER = {
  name: 'Lumbre Hogar, S.L.',
  taxId: 'B12345674',
  email: 'hola@lumbre.example',
  iban: 'ES9121000418450200051332',
  address: { street: 'Calle Mayor 1', postalCode: '28013', city: 'Madrid', province: 'Madrid', country: 'ES' },
} satisfies EInvoiceIssuer;
/** By what it collects of a customer with a mandate; the creditor's digits by hand: 98 − 1112345674142800 mod 97 = 11. */
export const DEBIT = { mandate: 'MD-000001', creditor: 'ES11000B12345674', iban: 'ES7921000813610123456789' };
const madrid = { street: 'Gran Vía 12', postalCode: '28013', city: 'Madrid', province: 'Madrid', country: 'ES' };
export const BUYERS = {
  company: { name: 'Librería Cervantes & Hijos, S.L.', taxId: 'B58378431', address: madrid, email: 'compras@cervantes.example' },
  person: { name: 'María Remedios Sánchez Núñez', taxId: '12345678Z', address: { ...madrid, street: 'Calle de la Luna 3, 2.º B' } },
  foreigner: {
    name: 'John Smith',
    taxId: 'X1234567L',
    address: { ...madrid, postalCode: '08001', city: 'Barcelona', province: 'Barcelona' },
  },
  french: {
    name: 'Maison Dupont SARL',
    taxId: 'FR40303265045',
    address: { street: '10 rue de Rivoli', postalCode: '75004', city: 'Paris', country: 'FR' },
  },
  greek: { name: 'Αθηνά ΑΕ', taxId: 'EL094259216', address: { street: 'Ermou 1', postalCode: '105 63', city: 'Athens', country: 'GR' } },
  american: {
    name: 'Acme <Tools> Inc.',
    taxId: '12-3456789',
    address: { street: '1 "Main" Street', postalCode: '10001', city: 'New York', province: 'NY', country: 'US' },
  },
  council: {
    name: 'Ayuntamiento de Prueba',
    taxId: 'P2807900B',
    address: madrid,
    offices: { accounting: 'L01280796', managing: 'L01280796', processing: 'LA0001234' },
  },
  canarian: {
    name: 'Tienda Teide, S.L.',
    taxId: 'B76543214',
    address: { street: 'Calle Castillo 5', postalCode: '38001', city: 'Santa Cruz de Tenerife', country: 'ES' },
  },
} satisfies Record<string, Party>;

type Priced = Partial<DraftLine> & { readonly price: string };
interface Told {
  readonly buyer?: Party;
  readonly date?: string;
  readonly pricesIncludeTax?: boolean;
  readonly currency?: string;
  readonly rate?: string;
  readonly issuer?: EInvoiceIssuer;
  readonly order?: string;
  /** The type of income tax that the customer keeps back. */
  readonly withholding?: string;
  readonly debit?: BillToSend['debit'];
  /** What is taken off or added to the whole. */
  readonly adjusted?: Adjusted;
  readonly more?: Partial<Invoice>;
}

/** An invoice as the product would issue it: its lines and totals by the rules of drafts. */
export function issued(lines: readonly Priced[], told: Told = {}): Invoice & { readonly id: string } {
  const { buyer = BUYERS.company, date = '2026-03-24', pricesIncludeTax = false, currency, rate = '1.0943', withholding } = told;
  const exchange = currency ? { currency, rate, date, source: 'ecb' as const } : undefined;
  const named = lines.map((line) => ({
    name: 'Juego de tazas de loza',
    kind: 'service' as const,
    quantity: '1',
    taxCode: 'IVA-G',
    ...line,
  }));
  const value = draftValue({ lines: named, pricesIncludeTax, ...told.adjusted }, date, exchange);
  const withheld = saleWithheld(withholding, value.totals.net, date);
  return {
    id: 'inv_F2026-000123',
    number: 'F2026-000123',
    date,
    dueDate: '2026-04-23',
    customerId: 'cus_1',
    customer: buyer,
    pricesIncludeTax,
    open: value.totals.gross - (withheld?.amount ?? 0),
    allocations: [],
    ...value,
    ...defined({ withheld }),
    ...told.more,
  };
}

/** What is sent of it. */
export const sent = (bill: BillToSend['bill'], { issuer = ISSUER, order, debit }: Told = {}): EInvoice =>
  einvoiceOf({ bill, issuer, order, debit });

export const invoiced = (lines: readonly Priced[], told: Told = {}): EInvoice => sent(issued(lines, told), told);

/** The corrective invoice that gives lines of an invoice back, by quantity or by amount. */
export function credited(
  lines: readonly Priced[],
  back: readonly { readonly line: number; readonly quantity?: string; readonly net?: number }[],
  told: Told = {},
): EInvoice {
  const invoice = issued(lines, told);
  const own = inOwnCurrency(invoice);
  const {
    lines: given,
    totals,
    foreign: theirs,
    invoice: after,
  } = creditOf(invoice, withSharesBack(own.lines, creditable(own), creditedLines(own, back)));
  const { dueDate: _, ...rest } = invoice;
  const foreign = theirs && invoice.foreign && { ...invoice.foreign, ...theirs };
  const note = {
    ...rest,
    number: 'R2026-000007',
    date: '2026-05-04',
    lines: given,
    totals,
    reason: 'Devolución de mercancía',
    ...defined({ withheld: creditedWithheld(invoice, after) }),
    ...(foreign ? { foreign } : {}),
  };
  return einvoiceOf({ bill: note, issuer: told.issuer ?? ISSUER, corrected: { number: invoice.number, date: invoice.date } });
}

/** A corrective invoice of the carriage alone: the goods were given back before. */
export const CHARGE_ALONE = (() => {
  const invoice = issued([{ price: '200' }], { adjusted: { charge: { amount: '15', reason: 'Portes' } } });
  const { lines, totals } = creditOf(invoice, creditedLines(invoice, [{ line: 2, quantity: '1' }]));
  const { dueDate: _, ...rest } = invoice;
  return { ...rest, number: 'R2026-000008', date: '2026-05-04', lines, totals, reason: 'Portes no debidos' };
})();

/** What a buyer withholds of it, whatever the document says. */
export function withheld(invoice: EInvoice, percent: string, base: number, amount: number): EInvoice {
  return { ...invoice, withheld: [{ percent, base, amount }] };
}

export interface EInvoiceCase {
  readonly name: string;
  readonly invoice: EInvoice;
  /** Net, tax and what is due before anything is withheld, by hand. */
  readonly sums: readonly [net: string, tax: string, due: string];
  /** Where not every syntax has a place for it. */
  readonly only?: readonly ('ubl' | 'cii' | 'facturae')[];
}

export const caseOf = (
  name: string,
  invoice: EInvoice,
  net: string,
  tax: string,
  due: string,
  only?: EInvoiceCase['only'],
): EInvoiceCase => ({
  ...{ name, invoice, sums: [net, tax, due] },
  ...(only ? { only } : {}),
});
