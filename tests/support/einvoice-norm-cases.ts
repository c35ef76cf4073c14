import type { DocumentAdjustment, EInvoice, LineAdjustment, VatBreakdown } from '../../shared/domain/finance/einvoice/einvoice.ts';
import { percentOf } from '../../shared/kernel/money.ts';
import { BUYERS, credited, type EInvoiceCase, ISSUER, invoiced, caseOf as of, withheld } from './einvoices.ts';

/** What the norm has and our own documents do not: discounts and charges of the document and charges of a line, money paid, a round sum. */
interface Adjustments {
  readonly allowances?: readonly DocumentAdjustment[];
  readonly charges?: readonly DocumentAdjustment[];
  /** Charges of lines, by the number of the line. */
  readonly lineCharges?: Readonly<Record<number, LineAdjustment>>;
  readonly prepaid?: number;
  readonly rounding?: number;
  readonly type?: EInvoice['type'];
}

const sum = (of: readonly { readonly amount: number }[]) => of.reduce((total, { amount }) => total + amount, 0);
const rate = ({ category, percent }: { readonly category: string; readonly percent: string }) => `${category} ${percent}`;

function adjusted(plain: EInvoice, told: Adjustments): EInvoice {
  const { allowances = [], charges = [], lineCharges = {}, prepaid = 0, rounding = 0, type = plain.type } = told;
  const lines = plain.lines.map((line, i) => {
    const charge = lineCharges[i + 1];
    return charge ? { ...line, charges: [charge], net: line.net + charge.amount } : line;
  });
  const taxes = plain.taxes.map((tax): VatBreakdown => {
    const of = <A extends { readonly vat: VatBreakdown | DocumentAdjustment['vat'] }>(all: readonly A[]) =>
      all.filter(({ vat }) => rate(vat) === rate(tax));
    const base = of(lines).reduce((total, { net }) => total + net, 0) - sum(of(allowances)) + sum(of(charges));
    return { ...tax, base, tax: percentOf(base, tax.percent) };
  });
  const net = lines.reduce((total, line) => total + line.net, 0);
  const bases = net - sum(allowances) + sum(charges);
  const tax = taxes.reduce((total, each) => total + each.tax, 0);
  return {
    ...plain,
    ...{ type, lines, taxes, allowances, charges },
    sums: {
      ...{ lines: net, allowances: sum(allowances), charges: sum(charges), net: bases, tax, gross: bases + tax },
      ...{ prepaid, rounding, due: bases + tax - prepaid + rounding },
    },
  };
}

const AT_21 = { category: 'S', percent: '21' } as const;
const AT_10 = { category: 'S', percent: '10' } as const;
const EXEMPT = { category: 'E', percent: '0' } as const;
const hundred = invoiced([{ price: '100' }]);
const twoRates = invoiced([{ price: '100' }, { price: '200', taxCode: 'IVA-R' }]);
const all = (line = 1) => [{ line, quantity: '1' }];
const wholeCredit = (taxCode: string, told: Parameters<typeof credited>[2] = {}, price = '800') =>
  credited([{ price, taxCode }], all(), told);

/** Only people bear income tax of their fees. */
const PROFESSIONAL = { ...ISSUER, name: 'Ana Ruiz Vega', taxId: '12345678Z' };

/** What others send and we do not yet, and the corrective invoice of each kind; figures by hand. */
export const NORM_CASES: readonly EInvoiceCase[] = [
  of(
    'allowance, charge, prepaid and rounding of the document',
    adjusted(hundred, {
      allowances: [{ amount: 10_00, base: 100_00, percent: '10', reason: 'Cliente fiel', vat: AT_21 }],
      charges: [{ amount: 20_00, reason: 'Portes', vat: AT_21 }],
      ...{ prepaid: 50_00, rounding: -10 },
    }),
    '110.00',
    '23.10',
    '83.00',
  ),
  of(
    'a discount of the document alone: 5 % of 100',
    adjusted(hundred, { allowances: [{ amount: 5_00, base: 100_00, percent: '5', reason: 'Pronto pago', vat: AT_21 }] }),
    '95.00',
    '19.95',
    '114.95',
  ),
  of(
    'discounts of the document at each of two rates: 100 − 10 at 21 %, 200 − 20 at 10 %',
    adjusted(twoRates, {
      allowances: [
        { amount: 10_00, reason: 'Rappel', vat: AT_21 },
        { amount: 20_00, reason: 'Rappel', vat: AT_10 },
      ],
    }),
    '270.00',
    '36.90',
    '306.90',
  ),
  of(
    'a charge of the document at one of two rates: 100 + 12.50 at 21 %, 200 at 10 %',
    adjusted(twoRates, { charges: [{ amount: 12_50, reason: 'Portes', vat: AT_21 }] }),
    '312.50',
    '43.63',
    '356.13',
  ),
  of(
    'a discount of what is exempt beside what is taxed',
    adjusted(invoiced([{ price: '300', taxCode: 'EXENTO' }, { price: '100' }]), {
      allowances: [{ amount: 30_00, reason: 'Beca', vat: EXEMPT }],
    }),
    '370.00',
    '21.00',
    '391.00',
  ),
  of(
    'a charge of a line: 100 + 7.35',
    adjusted(hundred, { lineCharges: { 1: { amount: 7_35, reason: 'Grabado' } } }),
    '107.35',
    '22.54',
    '129.89',
  ),
  of(
    'a line with a discount and a charge: 100 − 10 + 5',
    adjusted(invoiced([{ price: '100', discount: '10' }]), { lineCharges: { 1: { amount: 5_00, reason: 'Embalaje' } } }),
    '95.00',
    '19.95',
    '114.95',
  ),
  of('paid in advance in part', adjusted(hundred, { prepaid: 21_00 }), '100.00', '21.00', '100.00'),
  of('paid in advance in full', adjusted(hundred, { prepaid: 121_00 }), '100.00', '21.00', '0.00'),
  of('rounded up to a round sum', adjusted(invoiced([{ price: '99.99' }]), { rounding: 1 }), '99.99', '21.00', '121.00'),
  of('rounded down in pounds', adjusted(invoiced([{ price: '10' }], { currency: 'GBP' }), { rounding: -10 }), '10.00', '2.10', '12.00'),
  of(
    'a discount of a reverse charge',
    adjusted(invoiced([{ price: '800', taxCode: 'ISP' }]), {
      allowances: [{ amount: 80_00, percent: '10', base: 800_00, reason: 'Volumen', vat: { category: 'AE', percent: '0' } }],
    }),
    '720.00',
    '0.00',
    '720.00',
  ),
  of(
    'charges of an export',
    adjusted(invoiced([{ price: '700', taxCode: 'EXPORT' }], { buyer: BUYERS.american }), {
      charges: [{ amount: 45_60, reason: 'Flete', vat: { category: 'G', percent: '0' } }],
    }),
    '745.60',
    '0.00',
    '745.60',
  ),
  of(
    'a charge of goods to another member state',
    adjusted(invoiced([{ price: '1000', taxCode: 'INTRA' }], { buyer: BUYERS.french }), {
      charges: [{ amount: 30_00, reason: 'Transporte', vat: { category: 'K', percent: '0' } }],
    }),
    '1030.00',
    '0.00',
    '1030.00',
  ),
  of('a corrective invoice of what is exempt', wholeCredit('EXENTO'), '800.00', '0.00', '800.00'),
  of('a corrective invoice of a reverse charge', wholeCredit('ISP'), '800.00', '0.00', '800.00'),
  of('a corrective invoice of an export', wholeCredit('EXPORT', { buyer: BUYERS.american }), '800.00', '0.00', '800.00'),
  of('a corrective invoice of what is not subject', wholeCredit('NO-SUJETA', { buyer: BUYERS.american }), '800.00', '0.00', '800.00'),
  of('a corrective invoice of a service within the Union', wholeCredit('INTRA-SERV', { buyer: BUYERS.french }), '800.00', '0.00', '800.00'),
  of('a corrective invoice at 10 %', wholeCredit('IVA-R'), '800.00', '80.00', '880.00'),
  of(
    'a corrective invoice of two rates',
    credited([{ price: '100' }, { price: '200', taxCode: 'IVA-R' }], [...all(), ...all(2)]),
    '300.00',
    '41.00',
    '341.00',
  ),
  of(
    'a corrective invoice of prices with tax',
    credited([{ price: '12.10' }], all(), { pricesIncludeTax: true }),
    '10.00',
    '2.10',
    '12.10',
  ),
  of(
    'a corrective invoice of money in advance',
    credited([{ name: 'Anticipo', kind: 'advance', price: '1000' }], all()),
    '1000.00',
    '210.00',
    '1210.00',
  ),
  of(
    'a corrective invoice with allowance, charge, prepaid and rounding of the document',
    adjusted(credited([{ price: '100' }], all()), {
      allowances: [{ amount: 10_00, base: 100_00, percent: '10', reason: 'Cliente fiel', vat: AT_21 }],
      charges: [{ amount: 20_00, reason: 'Portes', vat: AT_21 }],
      ...{ prepaid: 50_00, rounding: -10 },
    }),
    '110.00',
    '23.10',
    '83.00',
  ),
  of('income tax of 15 % withheld', withheld(invoiced([{ price: '1000' }]), '15', 1000_00, 150_00), '1000.00', '210.00', '1210.00'),
  of(
    'income tax of 19 % of a rent withheld, less a discount of the document',
    withheld(
      adjusted(invoiced([{ name: 'Alquiler del local', price: '1500' }]), {
        allowances: [{ amount: 100_00, reason: 'Acuerdo', vat: AT_21 }],
      }),
      ...(['19', 1400_00, 266_00] as const),
    ),
    '1400.00',
    '294.00',
    '1694.00',
  ),
  of(
    'a corrective invoice with income tax of 15 % withheld',
    withheld(credited([{ price: '1000' }], [{ line: 1, net: 400_00 }]), '15', 400_00, 60_00),
    ...(['400.00', '84.00', '484.00'] as const),
  ),
  of(
    'a corrective invoice of what two rates of income tax are withheld of',
    {
      ...credited([{ price: '1000' }, { price: '500' }], [...all(), ...all(2)]),
      withheld: [
        { percent: '15', base: 1000_00, amount: 150_00 },
        { percent: '7', base: 500_00, amount: 35_00 },
      ],
    },
    '1500.00',
    '315.00',
    '1815.00',
  ),
  of(
    'a corrective invoice in dollars with income tax withheld',
    withheld(credited([{ price: '500' }], all(), { currency: 'USD' }), '19', 500_00, 95_00),
    ...(['500.00', '105.00', '605.00', ['ubl', 'cii']] as const),
  ),
  of(
    'an invoice of ours of which 15 % are withheld: 1,250.00 + 262.50 − 187.50',
    invoiced([{ name: 'Asesoría', price: '1250' }], { withholding: 'PRO15', issuer: PROFESSIONAL }),
    ...(['1250.00', '262.50', '1512.50'] as const),
  ),
  of(
    'a rent of ours of which 19 % are withheld: 850.05 + 178.51 − 161.51',
    invoiced([{ name: 'Alquiler del local', price: '850.05' }], { withholding: 'RENT19' }),
    ...(['850.05', '178.51', '1028.56'] as const),
  ),
  of(
    'a corrective invoice of ours of which 15 % were withheld: 500.00 + 105.00 − 75.00',
    credited([{ name: 'Asesoría', price: '1250' }], [{ line: 1, net: 500_00 }], { withholding: 'PRO15', issuer: PROFESSIONAL }),
    ...(['500.00', '105.00', '605.00'] as const),
  ),
];
