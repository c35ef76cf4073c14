import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ROOT } from '../../../../infra/tools/local/workspace.ts';
import { ciiFile } from '../../../../shared/domain/finance/einvoice/cii.ts';
import type { EInvoice } from '../../../../shared/domain/finance/einvoice/einvoice.ts';
import { arithmeticFaults } from '../../../../shared/domain/finance/einvoice/einvoice-check.ts';
import { EInvoiceFault } from '../../../../shared/domain/finance/einvoice/einvoice-terms.ts';
import { facturaeFile } from '../../../../shared/domain/finance/einvoice/facturae.ts';
import { readEInvoices } from '../../../../shared/domain/finance/einvoice/read-einvoice.ts';
import { ublFile } from '../../../../shared/domain/finance/einvoice/ubl.ts';
import { minorText } from '../../../../shared/kernel/money.ts';
import { XmlFault } from '../../../../shared/kernel/xml.ts';
import { readXml } from '../../../../shared/runtime/xml.ts';
import { EINVOICE_CASES } from '../../../support/einvoice-cases.ts';
import { BUYERS, credited, ISSUER, invoiced } from '../../../support/einvoices.ts';

const FOLDER = join(resolve(ROOT, process.env.TRASTIENDA_SAMPLES ?? '../shared/data'), 'invoices');
const read = (xml: string | Uint8Array): EInvoice => {
  const found = readEInvoices(readXml(typeof xml === 'string' ? new TextEncoder().encode(xml) : xml));
  if (found?.invoices.length !== 1) throw new Error('is no one invoice');
  return found.invoices[0] as EInvoice;
};
const faults = (invoice: EInvoice) =>
  arithmeticFaults(invoice).map(({ rule, of, expected, stated }) => [rule, of ?? '', expected, stated].join(' '));

/** What each sample says, taken from the file by hand: who, when, net + tax − prepaid = due, bases and tax by rate, what does not hold. */
const TRUTH = [
  {
    ...{ file: 'ubl/guide-example1.xml', number: '12115118', date: '2015-01-09', due: '2015-01-09', type: '380', currency: 'EUR' },
    ...{
      seller: 'De Koksmaat NL8200.98.395.B.01',
      buyer: 'ODIN 59',
      lines: 20,
      sums: '229.60 + 20.73 - 0.00 = 250.33',
      iban: 'NL57RABO0107307510',
    },
    taxes: ['S 6 183.23 10.99', 'S 21 46.37 9.74'],
    // Six pieces at 18.33 that take 109.98 off: a sign is missing.
    faults: ['line 20 109.98 -109.98'],
  },
  {
    ...{ file: 'ubl/ubl-tc434-example1.xml', number: '12115118', date: '2015-01-09', due: '2015-01-09', type: '380', currency: 'EUR' },
    ...{
      seller: 'De Koksmaat NL8200.98.395.B.01',
      buyer: 'ODIN 59',
      lines: 20,
      sums: '229.60 + 20.73 - 0.00 = 250.33',
      iban: 'NL57RABO0107307510',
    },
    taxes: ['S 6 183.23 10.99', 'S 21 46.37 9.74'],
    faults: ['line 20 109.98 -109.98'],
  },
  {
    ...{
      file: 'ubl/sample-discount-price.xml',
      number: 'test decimal 1',
      date: '2018-02-05',
      due: '2018-02-28',
      type: '380',
      currency: 'EUR',
    },
    ...{
      seller: 'HEP SPLIT HR46830600751',
      buyer: 'HEP-OPERATOR DISTRIBUCIJSKOG SUSTAVA D.O.O. ZA DISTRIBUCIJU I OPSKRBU ELEKTRICNE ENERGIJE HR46830600751',
    },
    ...{ lines: 1, sums: '12.12 + 3.03 - 0.00 = 15.15', taxes: ['S 25 12.12 3.03'], faults: [] },
  },
  {
    ...{ file: 'ubl/ubl-tc434-creditnote1.xml', number: '018304 / 28865', date: '2019-09-23', type: '381', currency: 'EUR' },
    ...{ seller: 'My Supplier Company BE0000000196', buyer: 'My Customer Company BE0000000295', lines: 1, iban: 'BE91000000143476' },
    ...{ sums: '100.11 + 0.00 - 0.00 = 100.11', taxes: ['E 0 100.11 0.00'], faults: [] },
  },
  {
    ...{ file: 'ubl/ubl-tc434-example2.xml', number: 'TOSL108', date: '2013-06-30', due: '2013-07-20', type: '380', currency: 'NOK' },
    ...{ seller: 'Salescompany ltd. NO123456789MVA', buyer: 'The Buyercompany NO987654321MVA', lines: 5, iban: 'NO9386011117947' },
    ...{ sums: '1436.50 + 365.28 - 1000.00 = 801.78', taxes: ['S 25 1460.50 365.13', 'S 15 1.00 0.15', 'E 0 -25.00 0.00'] },
    // Two pieces at 1,273.00 are charged as one.
    faults: ['line 1 2546.00 1273.00'],
  },
  {
    ...{ file: 'ubl/ubl-tc434-example3.xml', number: 'TOSL108', date: '2013-04-10', due: '2013-05-10', type: '380', currency: 'DKK' },
    ...{ seller: 'SubscriptionSeller DK16356706', buyer: 'Buyercompany ltd NO987654321MVA', lines: 2, iban: 'DK1212341234123412' },
    ...{ sums: '1700.00 + 305.00 - 0.00 = 2005.00', taxes: ['S 25 900.00 225.00', 'S 10 800.00 80.00'] },
    faults: ['line 1 1600.00 800.00', 'line 2 1600.00 800.00'],
  },
  {
    ...{ file: 'ubl/ubl-tc434-example5.xml', number: 'TOSL110', date: '2013-04-10', due: '2013-05-10', type: '380', currency: 'DKK' },
    ...{ seller: 'SellerCompany NL16356706', buyer: 'Buyercompany ltd DK16356607', lines: 3, inBooks: '628.62 EUR' },
    ...{ sums: '4000.00 + 675.00 - 2337.50 = 2337.50', taxes: ['S 25 1500.00 375.00', 'S 12 2500.00 300.00'], faults: [] },
    corrects: 'TOSL109 2013-03-10',
  },
  {
    ...{ file: 'cii/CII_example1.xml', number: '12115118', date: '2015-01-09', due: '2015-01-09', type: '380', currency: 'EUR' },
    ...{
      seller: 'De Koksmaat NL8200.98.395.B.01',
      buyer: 'ODIN 59',
      lines: 20,
      sums: '229.60 + 20.73 - 0.00 = 250.33',
      iban: 'NL57RABO0107307510',
    },
    ...{ taxes: ['S 6 183.23 10.99', 'S 21 46.37 9.74'], faults: ['line 20 109.98 -109.98'] },
  },
  {
    ...{ file: 'cii/CII_example3.xml', number: 'TOSL108', date: '2013-04-10', due: '2013-05-10', type: '380', currency: 'DKK' },
    ...{ seller: 'SubscriptionSeller DK16356706', buyer: 'Buyercompany ltd', lines: 1, iban: 'DK1212341234123412' },
    ...{ sums: '900.00 + 225.00 - 0.00 = 1125.00', taxes: ['S 25 900.00 225.00'], faults: [] },
  },
  {
    ...{ file: 'cii/CII_example5.xml', number: 'TOSL110', date: '2013-04-10', due: '2013-05-10', type: '380', currency: 'DKK' },
    ...{
      seller: 'SellerCompany NL16356706',
      buyer: 'Buyercompany ltd DK16356607',
      lines: 3,
      inBooks: '628.62 EUR',
      iban: 'DK1212341234123412',
    },
    ...{ sums: '4000.00 + 675.00 - 2337.50 = 2337.50', taxes: ['S 25 1500.00 375.00', 'S 12 2500.00 300.00'], faults: [] },
    corrects: 'TOSL109 2013-03-10',
  },
  {
    ...{ file: 'facturae/invoice-vat.xml', number: 'TEST01001F', date: '2021-12-08', due: '2021-12-30', type: '380', currency: 'EUR' },
    ...{ seller: 'Hypeprop Sl ESB23103039', buyer: 'Moniward Sl ESB77436020', lines: 2, iban: 'ES2501882570718544704761' },
    ...{ sums: '4202.00 + 882.42 - 0.00 = 5084.42', taxes: ['S 21 4202.00 882.42'], faults: [] },
  },
  {
    ...{ file: 'facturae/credit-note.xml', number: 'TEST01001R', date: '2021-12-08', type: '381', currency: 'EUR' },
    ...{ seller: 'Hypeprop Sl ESB23103039', buyer: 'Moniward Sl ESB77436020', lines: 2, corrects: 'TEST01001F 2021-12-08' },
    ...{ sums: '4202.00 + 882.42 - 0.00 = 5084.42', taxes: ['S 21 4202.00 882.42'], faults: [] },
  },
  {
    ...{ file: 'facturae/invoice-vat-irpf.xml', number: 'TEST01002F', date: '2021-12-08', type: '380', currency: 'EUR' },
    ...{ seller: 'Maria Remedios Sanchez Nuñez ES37221735F', buyer: 'Moniward Sl ESB77436020', lines: 3, withheld: '15 4002.00 600.30' },
    ...{ sums: '4237.00 + 843.92 - 0.00 = 5080.92', taxes: ['S 21 4002.00 840.42', 'S 10 35.00 3.50', 'O 0 200.00 0.00'] },
    // It states its total without taking off what is withheld: 5,080.92 and not 4,480.62, so that both sums with it are out by 600.30.
    faults: ['BR-CO-15  5080.92 5681.22', 'BR-CO-16  5681.22 5080.92'],
  },
];

/** What a file was read as, in the words of the truth. */
function facts(invoice: EInvoice) {
  const { currency, seller, buyer, sums, accountingTax, payment, corrects, withheld, dueDate } = invoice;
  const told = (minor: number, of = currency) => minorText(minor, of);
  const who = ({ name, vatId }: EInvoice['seller']) => [name, vatId].filter(Boolean).join(' ');
  return {
    ...{ number: invoice.number, date: invoice.issueDate, type: invoice.type, currency },
    ...(dueDate ? { due: dueDate } : {}),
    ...{ seller: who(seller), buyer: who(buyer), lines: invoice.lines.length },
    sums: `${told(sums.net)} + ${told(sums.tax)} - ${told(sums.prepaid)} = ${told(sums.due)}`,
    taxes: invoice.taxes.map(({ category, percent, base, tax }) => `${category} ${percent} ${told(base)} ${told(tax)}`),
    ...(payment?.iban ? { iban: payment.iban } : {}),
    ...(accountingTax ? { inBooks: `${told(accountingTax.amount, accountingTax.currency)} ${accountingTax.currency}` } : {}),
    ...(corrects[0] ? { corrects: `${corrects[0].number} ${corrects[0].date}` } : {}),
    ...(withheld[0] ? { withheld: `${withheld[0].percent} ${told(withheld[0].base)} ${told(withheld[0].amount)}` } : {}),
    faults: faults(invoice),
  };
}

describe.skipIf(!existsSync(FOLDER))('invoices of others (samples beside the project; skipped where they are not there)', () => {
  it.each(TRUTH.map(({ file, ...truth }) => [file, truth] as const))('%s', (file, truth) => {
    expect(facts(read(readFileSync(join(FOLDER, file))))).toEqual(truth);
  });

  it('UBL and CII of one invoice are one bill', () => {
    const of = (file: string) => {
      const { lines, seller, sums, taxes, dueDate } = read(readFileSync(join(FOLDER, file)));
      return {
        seller: seller.vatId,
        sums,
        taxes,
        dueDate,
        lines: lines.map(({ net, quantity, vat, code }) => ({ net, quantity, vat, code })),
      };
    };
    expect(of('cii/CII_example1.xml')).toEqual(of('ubl/ubl-tc434-example1.xml'));
    expect(of('cii/CII_example5.xml')).toEqual(of('ubl/ubl-tc434-example5.xml'));
  });
});

/** What the model holds and a syntax has no place for. */
function inEn16931({ accountingTax, thirdParty: _, byBuyer: __, ...invoice }: EInvoice): EInvoice {
  return { ...invoice, ...(accountingTax ? { accountingTax: { currency: accountingTax.currency, amount: accountingTax.amount } } : {}) };
}
/** Facturae has no base of a discount, no mandate but the account that is debited, and writes towns abroad and missing provinces its own way. */
function inFacturae({ thirdParty: _, byBuyer: __, ...invoice }: EInvoice): EInvoice {
  const bare = <A extends { readonly base?: number }>({ base: _, ...rest }: A) => rest as A;
  const debitedBy = ({ debit, ...rest }: NonNullable<EInvoice['payment']>) =>
    debit?.iban ? { ...rest, debit: { iban: debit.iban } } : rest;
  const party = ({ address, ...rest }: EInvoice['seller']) => ({ ...rest, address: { street: address.street, country: address.country } });
  return {
    ...invoice,
    ...{ seller: party(invoice.seller), buyer: party(invoice.buyer) },
    ...(invoice.payment ? { payment: debitedBy(invoice.payment) } : {}),
    allowances: invoice.allowances.map(bare),
    lines: invoice.lines.map((line) => ({ ...line, allowances: line.allowances.map(bare) })),
  } as EInvoice;
}

describe('what we write is read again', () => {
  it.each(EINVOICE_CASES.map(({ name, invoice, only }) => [name, invoice, only ?? ['ubl', 'cii', 'facturae']] as const))(
    '%s: the three syntaxes are one bill',
    (_, invoice, syntaxes) => {
      if (syntaxes.includes('ubl')) expect(read(ublFile(invoice))).toEqual(inEn16931(invoice));
      if (syntaxes.includes('cii')) expect(read(ciiFile(invoice))).toEqual(inEn16931(invoice));
      if (syntaxes.includes('facturae')) expect(inFacturae(read(facturaeFile(invoice)))).toEqual(inFacturae(invoice));
      expect(faults(invoice)).toEqual([]);
    },
  );

  const cents = (max: number) => fc.integer({ min: 1, max }).map((n) => (n / 100).toFixed(2));
  const line = fc.record(
    {
      name: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }).filter((text) => text.trim() !== ''),
      quantity: fc.integer({ min: 1, max: 50_000 }).map((n) => (n / 1000).toFixed(3)),
      price: fc.oneof(
        cents(1_000_000),
        fc.integer({ min: 1, max: 99_999_999 }).map((n) => (n / 10_000).toFixed(4)),
      ),
      discount: fc.integer({ min: 1, max: 99 }).map(String),
      taxCode: fc.constantFrom('IVA-G', 'IVA21', 'IVA-R', 'IVA-S', 'IVA-G-RE', 'IVA-R-RE', 'IVA-T-RE', 'EXENTO', 'ISP'),
    },
    { requiredKeys: ['name', 'quantity', 'price', 'taxCode'] },
  );

  it('whatever is sold: the arithmetic holds, and three files are one bill', () => {
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 12 }), fc.boolean(), (lines, pricesIncludeTax) => {
        const invoice = invoiced(lines, { buyer: BUYERS.person, pricesIncludeTax });
        expect(faults(invoice)).toEqual([]);
        expect(read(ublFile(invoice))).toEqual(invoice);
        expect(read(ciiFile(invoice))).toEqual(invoice);
        expect(inFacturae(read(facturaeFile(invoice)))).toEqual(inFacturae(invoice));
      }),
      { numRuns: 150 },
    );
  });
});

describe('an invoice whose arithmetic does not hold', () => {
  const invoice = invoiced([
    { quantity: '2', price: '50' },
    { price: '10', taxCode: 'IVA-R' },
  ]);
  const xml = ublFile(invoice);
  const changed = (from: string, to: string) => {
    if (!xml.includes(from)) throw new Error(`no ${from}`);
    return faults(read(xml.replace(from, to)));
  };

  it.each([
    // 2 × 50 = 100, and 100 + 10 = 110.
    [
      'a line',
      '>100.00</cbc:LineExtensionAmount>',
      '>99.00</cbc:LineExtensionAmount>',
      ['line 1 100.00 99.00', 'BR-CO-10  109.00 110.00', 'BR-S-08 S 21 % 99.00 100.00'],
    ],
    [
      'the sum of lines',
      '>110.00</cbc:LineExtensionAmount>',
      '>111.00</cbc:LineExtensionAmount>',
      ['BR-CO-10  110.00 111.00', 'BR-CO-13  111.00 110.00'],
    ],
    ['a tax', '>21.00</cbc:TaxAmount>', '>21.10</cbc:TaxAmount>', ['BR-CO-14  22.10 22.00', 'BR-CO-17 S 21 % 21.00 21.10']],
    ['a base', '>10.00</cbc:TaxableAmount>', '>12.00</cbc:TaxableAmount>', ['BR-S-08 S 10 % 10.00 12.00', 'BR-CO-17 S 10 % 1.20 1.00']],
    [
      'the total',
      '>132.00</cbc:TaxInclusiveAmount>',
      '>123.00</cbc:TaxInclusiveAmount>',
      ['BR-CO-15  132.00 123.00', 'BR-CO-16  123.00 132.00'],
    ],
    ['what is due', '>132.00</cbc:PayableAmount>', '>131.99</cbc:PayableAmount>', ['BR-CO-16  132.00 131.99']],
  ])('%s: it is named', (_, from, to, expected) => {
    expect(changed(from, to)).toEqual(expected);
  });

  it('a rate that no tax is told of', () => {
    const [first, second] = invoice.lines;
    if (!first || !second) throw new Error('two lines');
    const odd = { ...invoice, lines: [first, { ...second, vat: { category: 'S' as const, percent: '4' } }] };
    expect(faults(odd)).toEqual(['BR-S-08 S 10 % 0.00 10.00', 'BR-S-08 S 4 % 10.00 0.00']);
  });

  it('what is withheld', () => {
    const income = { ...invoice, withheld: [{ percent: '15', base: 11000, amount: 1750 }] };
    expect(faults(income)).toEqual(['withheld 15 % 16.50 17.50']);
  });

  it('a tax may differ by half a cent for each of its lines, as some round by line: 3 × 0.12 at 21 %', () => {
    const three = invoiced([{ price: '0.12' }, { price: '0.12' }, { price: '0.12' }]);
    const byLine = { ...three, taxes: three.taxes.map((tax) => ({ ...tax, tax: 9 })), sums: { ...three.sums, tax: 9, gross: 45, due: 45 } };
    expect(faults(byLine)).toEqual([]);
    const more = { ...three, taxes: three.taxes.map((tax) => ({ ...tax, tax: 11 })), sums: { ...three.sums, tax: 11, gross: 47, due: 47 } };
    expect(faults(more)).toEqual(['BR-CO-17 S 21 % 0.08 0.11']);
  });
});

describe('a file that is no invoice, or lacks what one needs', () => {
  const xml = ublFile(credited([{ quantity: '4', price: '25' }], [{ line: 1, quantity: '1' }]));
  const why = (text: string) => {
    try {
      read(text);
    } catch (error) {
      if (error instanceof EInvoiceFault) return [error.reason, error.element, error.line];
      throw error;
    }
    return 'read';
  };

  const startOf = (name: string) => xml.split('\n').findIndex((row) => row.includes(`<cac:${name}>`)) + 1;

  it('is another document', () => {
    expect(
      readEInvoices(readXml(new TextEncoder().encode('<Order xmlns="urn:oasis:names:specification:ubl:schema:xsd:Order-2"/>'))),
    ).toBeUndefined();
    expect(readEInvoices(readXml(new TextEncoder().encode('<Invoice xmlns="urn:example"/>')))).toBeUndefined();
  });

  it.each([
    [/<cbc:ID>R2026-000007<\/cbc:ID>/, '', ['missing', 'CreditNote/ID', 2]],
    [/2026-05-04/, '2026-02-30', ['date', 'CreditNote/IssueDate', 2]],
    [/>EUR</, '>ZZZ<', ['currency', 'CreditNote', 2]],
    [
      />30.25<\/cbc:PayableAmount>/,
      '>thirty</cbc:PayableAmount>',
      ['number', 'LegalMonetaryTotal/PayableAmount', startOf('LegalMonetaryTotal')],
    ],
    [
      />30.25<\/cbc:PayableAmount>/,
      '>30.255</cbc:PayableAmount>',
      ['decimals', 'LegalMonetaryTotal/PayableAmount', startOf('LegalMonetaryTotal')],
    ],
    [/<cbc:ID>S<\/cbc:ID>/, '<cbc:ID>B</cbc:ID>', ['category', 'TaxSubtotal/TaxCategory/ID', startOf('TaxSubtotal')]],
  ])('%s → %s', (from, to, expected) => {
    expect(why(xml.replace(from, to))).toEqual(expected);
  });

  it('changed anywhere, it is read or refused with its place, and nothing else happens', () => {
    const files = [ublFile, ciiFile, facturaeFile].map((write) =>
      write(invoiced([{ quantity: '3', price: '9.99', discount: '12.5' }], { issuer: ISSUER })),
    );
    const change = fc.record({
      at: fc.nat(),
      length: fc.nat({ max: 30 }),
      by: fc.oneof(fc.string({ maxLength: 12 }), fc.constantFrom('-', '9'.repeat(40), '0.0000001', '<a/>', '')),
    });
    fc.assert(
      fc.property(fc.constantFrom(...files), fc.array(change, { minLength: 1, maxLength: 4 }), (file, changes) => {
        const text = changes.reduce((xml, { at, length, by }) => {
          const start = at % xml.length;
          return xml.slice(0, start) + by + xml.slice(start + length);
        }, file);
        try {
          for (const invoice of readEInvoices(readXml(new TextEncoder().encode(text)))?.invoices ?? []) arithmeticFaults(invoice);
        } catch (error) {
          if (error instanceof EInvoiceFault || error instanceof XmlFault) expect(error.line).toBeGreaterThan(0);
          else throw error;
        }
      }),
      { numRuns: 1500 },
    );
  });
});
