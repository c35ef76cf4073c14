import type { EInvoice } from '../../shared/domain/finance/einvoice/einvoice.ts';
import { withoutAccount } from '../../shared/domain/finance/einvoice/einvoice.ts';
import { NORM_CASES } from './einvoice-norm-cases.ts';
import { BUYERS, CHARGE_ALONE, credited, DEBIT, type EInvoiceCase, ISSUER, invoiced, issued, caseOf as of, sent } from './einvoices.ts';

const pen = { name: 'Bolígrafo azul', code: 'BOL-01', price: '1.25' };
const advance = { kind: 'advance' as const, code: '', name: 'Anticipo F2026-000100', taxCode: 'IVA-G', percent: '21' };
/** A final invoice that takes money in advance off, as the domain writes it. */
function final(): EInvoice {
  const bill = issued([{ name: 'Proyecto', price: '5000' }]);
  const lines = [
    ...bill.lines,
    { ...advance, quantity: '-1', price: '1000.00', net: -1000_00, deducts: { invoiceId: 'inv_F2026-000100', line: 1 } },
  ];
  const totals = {
    net: 4000_00,
    tax: 840_00,
    rounding: 0,
    gross: 4840_00,
    taxes: [{ code: 'IVA-G', percent: '21', base: 4000_00, tax: 840_00 }],
  };
  return sent({ ...bill, lines, totals });
}

/** An invoice that somebody else issues in the company's name. */
const outside = (letters: string): EInvoice =>
  sent({
    ...issued([{ price: '100' }]),
    issuedBy: { letters, name: 'Gestoría Norte, S.L.', taxId: 'B58378431', address: BUYERS.company.address },
  });

/** Documents of every kind that the product issues, with figures by hand. */
export const EINVOICE_CASES: readonly EInvoiceCase[] = [
  of('one line at 21 %', invoiced([{ price: '100' }]), '100.00', '21.00', '121.00'),
  of('several pieces at a price of four decimals', invoiced([{ quantity: '3', price: '0.3333' }]), '1.00', '0.21', '1.21'),
  of('a quantity of three decimals', invoiced([{ quantity: '0.125', price: '80' }]), '10.00', '2.10', '12.10'),
  of(
    'hours, kilograms, cubic metres and boxes, in the units of their items',
    invoiced([
      { name: 'Consultoría', quantity: '2.5', unit: 'h', price: '60' },
      { name: 'Café', quantity: '0.75', unit: 'kg', price: '20', taxCode: 'IVA-R' },
      { name: 'Grava', quantity: '2', unit: 'm3', price: '40' },
      { name: 'Tazas', quantity: '3', unit: 'caja', price: '10' },
    ]),
    '275.00',
    '56.10',
    '331.10',
  ),
  of('thousand pieces of a cent', invoiced([{ quantity: '1000', price: '0.01' }]), '10.00', '2.10', '12.10'),
  of('a discount', invoiced([{ quantity: '2', price: '50', discount: '10' }]), '90.00', '18.90', '108.90'),
  of(
    'a discount that rounds: 3 × 9.99 less 12.5 %',
    invoiced([{ quantity: '3', price: '9.99', discount: '12.5' }]),
    '26.22',
    '5.51',
    '31.73',
  ),
  of(
    'rules row 4: 348.35 × 16 less 4 % at 21 %',
    invoiced([{ quantity: '16', price: '348.35', discount: '4' }]),
    '5350.66',
    '1123.64',
    '6474.30',
  ),
  of('all of it given: a discount of 100 %', invoiced([{ price: '20', discount: '100' }, { price: '5' }]), '5.00', '1.05', '6.05'),
  of(
    'a discount of the whole invoice: 10 % of 200 at 21 % and 100 at 4 %, an allowance of each',
    invoiced([{ price: '200' }, { price: '100', taxCode: 'IVA-S' }], { adjusted: { discount: { percent: '10' } } }),
    '270.00',
    '41.40',
    '311.40',
  ),
  of(
    'an amount off the whole, and carriage as its charge',
    invoiced([{ price: '200' }, { price: '100', taxCode: 'IVA-S' }], {
      adjusted: { discount: { amount: '30' }, charge: { amount: '15', reason: 'Portes' } },
    }),
    '285.00',
    '43.70',
    '328.70',
    // Facturae has no rate of what is taken off the whole: of both together only what they come to at each rate is read back.
    ['ubl', 'cii'],
  ),
  of(
    'carriage as a charge of the whole',
    invoiced([{ price: '200' }], { adjusted: { charge: { amount: '15', reason: 'Portes' } } }),
    '215.00',
    '45.15',
    '260.15',
  ),
  of(
    'prices with tax, less 10 % of the whole: 242 at 21 %',
    invoiced([{ price: '121' }, { price: '121' }], { adjusted: { discount: { percent: '10' } }, pricesIncludeTax: true }),
    '180.00',
    '37.80',
    '217.80',
  ),
  of(
    'a discount of the whole in dollars, and of what is reverse charge',
    invoiced([{ price: '1000', taxCode: 'INTRA-SERV' }], {
      adjusted: { discount: { percent: '5' } },
      currency: 'USD',
      buyer: BUYERS.french,
    }),
    '950.00',
    '0.00',
    '950.00',
  ),
  of(
    'a corrective invoice of a line with its share of the discount of the whole, an allowance',
    credited(
      [
        { quantity: '2', price: '100' },
        { price: '100', taxCode: 'IVA-S' },
      ],
      [{ line: 1, quantity: '1' }],
      {
        adjusted: { discount: { percent: '10' } },
      },
    ),
    '90.00',
    '18.90',
    '108.90',
  ),
  of('at 10 %', invoiced([{ price: '100', taxCode: 'IVA-R' }]), '100.00', '10.00', '110.00'),
  of('at 4 %', invoiced([{ price: '100', taxCode: 'IVA-S' }]), '100.00', '4.00', '104.00'),
  of(
    'three rates',
    invoiced([{ price: '100' }, { price: '100', taxCode: 'IVA-R' }, { price: '100', taxCode: 'IVA-S' }]),
    '300.00',
    '35.00',
    '335.00',
  ),
  of('two codes of one rate are one group', invoiced([{ price: '100' }, { price: '50', taxCode: 'IVA21' }]), '150.00', '31.50', '181.50'),
  of('tax rounded once, not by line', invoiced([{ price: '0.12' }, { price: '0.12' }, { price: '0.12' }]), '0.36', '0.08', '0.44'),
  of('exempt, with its reason', invoiced([{ name: 'Curso de inglés', price: '300', taxCode: 'EXENTO' }]), '300.00', '0.00', '300.00'),
  of('exempt beside taxed', invoiced([{ price: '300', taxCode: 'EXENTO' }, { price: '100' }]), '400.00', '21.00', '421.00'),
  of('reverse charge at home', invoiced([{ name: 'Chatarra', price: '800', taxCode: 'ISP' }]), '800.00', '0.00', '800.00'),
  of('reverse charge beside taxed', invoiced([{ price: '800', taxCode: 'ISP' }, pen]), '801.25', '0.26', '801.51'),
  of(
    'goods to another member state',
    invoiced([{ price: '1000', taxCode: 'INTRA', kind: 'stocked' }], { buyer: BUYERS.french }),
    '1000.00',
    '0.00',
    '1000.00',
  ),
  of(
    'goods to Greece, whose VAT ids begin with EL',
    invoiced([{ price: '1000', taxCode: 'INTRA' }], { buyer: BUYERS.greek, more: { operationDate: '2026-03-20' } }),
    '1000.00',
    '0.00',
    '1000.00',
  ),
  of(
    'a service to another member state',
    invoiced([{ price: '450', taxCode: 'INTRA-SERV' }], { buyer: BUYERS.french }),
    '450.00',
    '0.00',
    '450.00',
  ),
  of('an export', invoiced([{ price: '700', taxCode: 'EXPORT', kind: 'stocked' }], { buyer: BUYERS.american }), '700.00', '0.00', '700.00'),
  of(
    'an export to who has no tax id',
    invoiced([{ price: '700', taxCode: 'EXPORT' }], { buyer: { name: BUYERS.american.name, address: BUYERS.american.address } }),
    '700.00',
    '0.00',
    '700.00',
    ['ubl', 'cii'],
  ),
  of(
    'an export to the Canaries',
    invoiced([{ price: '70', taxCode: 'EXPORT', kind: 'stocked' }], { buyer: BUYERS.canarian }),
    '70.00',
    '0.00',
    '70.00',
  ),
  of(
    'not subject by place of supply',
    invoiced([{ price: '500', taxCode: 'NO-SUJETA' }], { buyer: BUYERS.american }),
    '500.00',
    '0.00',
    '500.00',
  ),
  of(
    'equivalence surcharge at 21 %',
    invoiced([{ price: '100', taxCode: 'IVA-G-RE' }], { buyer: BUYERS.person }),
    '100.00',
    '26.20',
    '126.20',
  ),
  of(
    'equivalence surcharge at three rates',
    invoiced(
      [
        { price: '100', taxCode: 'IVA-G-RE' },
        { price: '100', taxCode: 'IVA-R-RE' },
        { price: '100', taxCode: 'IVA-S-RE' },
      ],
      { buyer: BUYERS.person },
    ),
    '300.00',
    '42.10',
    '342.10',
  ),
  of(
    'tobacco with its surcharge of 1.75 %',
    invoiced([{ price: '200', taxCode: 'IVA-T-RE' }], { buyer: BUYERS.person }),
    '200.00',
    '45.50',
    '245.50',
  ),
  of(
    'surcharge beside plain tax of the same rate',
    invoiced([{ price: '100', taxCode: 'IVA-G-RE' }, { price: '100' }], { buyer: BUYERS.person }),
    '200.00',
    '47.20',
    '247.20',
  ),
  of(
    'tax and surcharge round apart: 10.05 at 21 and 5.2 %',
    invoiced([{ price: '10.05', taxCode: 'IVA-G-RE' }], { buyer: BUYERS.person }),
    '10.05',
    '2.63',
    '12.68',
  ),
  of('prices with tax', invoiced([{ price: '12.10' }], { pricesIncludeTax: true }), '10.00', '2.10', '12.10'),
  of(
    'prices with tax: rules row 5, 11.90 + 2.80 at 21 %',
    invoiced([{ price: '11.90' }, { price: '2.80' }], { pricesIncludeTax: true }),
    '12.15',
    '2.55',
    '14.70',
  ),
  of(
    'prices with tax of which no net gives the gross: 0.03',
    invoiced([{ price: '0.03' }], { pricesIncludeTax: true }),
    '0.02',
    '0.00',
    '0.03',
  ),
  of(
    'prices with tax, 7 × 3.99 less 5 %, with a cent of rounding',
    invoiced([{ quantity: '7', price: '3.99', discount: '5' }], { pricesIncludeTax: true }),
    '21.93',
    '4.61',
    '26.53',
  ),
  of(
    'prices with tax and surcharge',
    invoiced([{ price: '126.20', taxCode: 'IVA-G-RE' }], { buyer: BUYERS.person, pricesIncludeTax: true }),
    '100.00',
    '26.20',
    '126.20',
  ),
  of(
    'basic food of 2023 at 0 % is category Z',
    invoiced([{ price: '9', taxCode: 'IVA-ALIM' }], { date: '2023-05-02' }),
    '9.00',
    '0.00',
    '9.00',
  ),
  of('seed oil of 2024 at 7.5 %', invoiced([{ price: '10', taxCode: 'IVA-PASTA' }], { date: '2024-11-04' }), '10.00', '0.75', '10.75'),
  of('the rate of 2011', invoiced([{ price: '100' }], { date: '2011-03-01' }), '100.00', '18.00', '118.00'),
  of(
    'to a person, with an order, notes and another day of the operation',
    invoiced([pen], {
      buyer: BUYERS.person,
      order: 'P-7F3K2M9Q',
      more: { operationDate: '2026-03-20', notes: 'Gracias.\nEntregado en mano: < 5 & > 3' },
    }),
    '1.25',
    '0.26',
    '1.51',
  ),
  of('to a foreigner who lives here', invoiced([pen], { buyer: BUYERS.foreigner }), '1.25', '0.26', '1.51'),
  of('of a company without a bank account', invoiced([pen], { issuer: { ...ISSUER, iban: undefined } }), '1.25', '0.26', '1.51'),
  of(
    'collected by a mandate, whose account is for others to see',
    invoiced([{ price: '100' }], { debit: withoutAccount(DEBIT) }),
    ...(['100.00', '21.00', '121.00'] as const),
  ),
  of('a credit of the charge alone', sent(CHARGE_ALONE), '15.00', '3.15', '18.15'),
  of('collected by a mandate, of a direct debit', invoiced([{ price: '100' }], { debit: DEBIT }), '100.00', '21.00', '121.00'),
  of(
    'collected by a mandate, of a company without a bank account',
    invoiced([pen], { debit: DEBIT, issuer: { ...ISSUER, iban: undefined } }),
    '1.25',
    '0.26',
    '1.51',
  ),
  of('in dollars, with the tax in euros', invoiced([{ price: '1000' }], { currency: 'USD' }), '1000.00', '210.00', '1210.00'),
  of(
    'in yen, which have no cents: 2 × ¥100.5',
    invoiced(
      [
        { quantity: '1', price: '100.5' },
        { quantity: '1', price: '100.5' },
      ],
      { currency: 'JPY', rate: '160' },
    ),
    '202',
    '42',
    '244',
  ),
  of(
    'an export in pounds',
    invoiced([{ price: '250.5', taxCode: 'EXPORT' }], { currency: 'GBP', rate: '0.85', buyer: BUYERS.american }),
    '250.50',
    '0.00',
    '250.50',
  ),
  of('money in advance', invoiced([{ name: 'Anticipo del proyecto', kind: 'advance', price: '1000' }]), '1000.00', '210.00', '1210.00'),
  of('a final invoice that takes it off', final(), '4000.00', '840.00', '4840.00'),
  of(
    'a corrective invoice, by quantity',
    credited([{ quantity: '4', price: '25' }], [{ line: 1, quantity: '1' }]),
    '25.00',
    '5.25',
    '30.25',
  ),
  of('a corrective invoice, by amount', credited([{ quantity: '4', price: '25' }], [{ line: 1, net: 1234 }]), '12.34', '2.59', '14.93'),
  of(
    'a corrective invoice of a discount',
    credited([{ quantity: '2', price: '50', discount: '10' }], [{ line: 1, quantity: '2' }]),
    '90.00',
    '18.90',
    '108.90',
  ),
  of(
    'a corrective invoice with surcharge',
    credited([{ quantity: '2', price: '50', taxCode: 'IVA-G-RE' }], [{ line: 1, quantity: '1' }], { buyer: BUYERS.person }),
    '50.00',
    '13.10',
    '63.10',
  ),
  of(
    'a corrective invoice in dollars',
    credited([{ quantity: '2', price: '500' }], [{ line: 1, quantity: '1' }], { currency: 'USD' }),
    '500.00',
    '105.00',
    '605.00',
  ),
  of(
    'a corrective invoice within the Union',
    credited([{ quantity: '2', price: '500', taxCode: 'INTRA' }], [{ line: 1, quantity: '2' }], { buyer: BUYERS.french }),
    '1000.00',
    '0.00',
    '1000.00',
  ),
  of('self-billed by the customer', outside('DA'), '100.00', '21.00', '121.00'),
  of('issued by a third party', outside('TB'), '100.00', '21.00', '121.00'),
  of(
    'reverse charge of tablets (art. 84.Uno.2.º.g)',
    invoiced([{ name: 'Tabletas', quantity: '100', price: '120', taxCode: 'ISP-84G' }]),
    '12000.00',
    '0.00',
    '12000.00',
  ),
  of('200 lines', invoiced(Array.from({ length: 200 }, (_, i) => ({ ...pen, name: `Artículo ${i + 1}` }))), '250.00', '52.50', '302.50'),
  of('a public body with its three offices', invoiced([{ price: '100' }], { buyer: BUYERS.council }), '100.00', '21.00', '121.00', [
    'facturae',
  ]),
  ...NORM_CASES,
];
