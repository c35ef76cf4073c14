import { describe, expect, it } from 'vitest';
import { EINVOICE_SYNTAXES } from '../../../../shared/domain/finance/einvoice/einvoice.ts';
import { refusalOfEInvoice } from '../../../../shared/domain/finance/einvoice/einvoice-rules.ts';
import { facturaeFile } from '../../../../shared/domain/finance/einvoice/facturae.ts';
import { minorText } from '../../../../shared/kernel/money.ts';
import { xmlFile } from '../../../../shared/kernel/xml-writer.ts';
import { EINVOICE_CASES } from '../../../support/einvoice-cases.ts';
import { BUYERS, credited, ISSUER, invoiced, issued, sent, withheld } from '../../../support/einvoices.ts';

const why = (...[invoice, syntax]: [Parameters<typeof refusalOfEInvoice>[0], Parameters<typeof refusalOfEInvoice>[1]]) => {
  const { code, params } = refusalOfEInvoice(invoice, syntax, 'path.invoiceId') ?? {};
  return code && (params ? [code, params.why ?? params] : [code]);
};

it('an invoice to a public body names its offices in Facturae, by role', () => {
  const xml = facturaeFile(invoiced([{ price: '100' }], { buyer: BUYERS.council }));
  const named = [...xml.matchAll(/<CentreCode>(\w+)<\/CentreCode>\s*<RoleTypeCode>(\d\d)</g)].map(([, code, role]) => [role, code]);
  expect(named).toEqual([
    ['01', 'L01280796'],
    ['02', 'L01280796'],
    ['03', 'LA0001234'],
  ]);
});

describe('an invoice in the semantic model', () => {
  it('says who, what and how much', () => {
    const invoice = invoiced([{ code: 'T-1', quantity: '2', price: '50', discount: '10' }], { order: 'P-7F3K2M9Q' });
    expect(invoice).toMatchObject({
      number: 'F2026-000123',
      type: '380',
      salesOrder: 'P-7F3K2M9Q',
      seller: { vatId: 'ESB12345674', legalId: 'B12345674' },
      buyer: { vatId: 'ESB58378431', legalId: 'B58378431' },
      payment: { means: '58', reference: 'F2026-000123', iban: 'ES9121000418450200051332' },
      lines: [
        {
          ...{ id: '1', code: 'T-1', quantity: '2', unit: 'C62', price: '50', net: 9000 },
          allowances: [{ amount: 1000, base: 10000, percent: '10' }],
        },
      ],
      taxes: [{ category: 'S', percent: '21', base: 9000, tax: 1890 }],
    });
  });

  it('has a price without tax that comes to the net: 12.10 ÷ 1.21 = 10; 3.99 × 7 less 5 % is 21.93', () => {
    const [line] = invoiced([{ price: '12.10' }], { pricesIncludeTax: true }).lines;
    expect(line).toMatchObject({ price: '10', net: 1000, allowances: [], charges: [] });
    // 3.99 ÷ 1.21 = 3.2975 printed; 7 × that less 5 % = 21.928 → 21.93.
    expect(invoiced([{ quantity: '7', price: '3.99', discount: '5' }], { pricesIncludeTax: true }).lines[0]?.price).toBe('3.2975');
  });

  it('gives back with amounts above zero, and names what it corrects', () => {
    expect(credited([{ quantity: '4', price: '25' }], [{ line: 1, quantity: '1' }])).toMatchObject({
      type: '381',
      corrects: [{ number: 'F2026-000123', date: '2026-03-24' }],
      notes: ['Devolución de mercancía'],
      sums: { due: 3025 },
    });
  });

  it('lines, allowances and what is due come to the totals, whatever the case', () => {
    for (const { name, invoice } of EINVOICE_CASES) {
      const { lines, sums, taxes, currency } = invoice;
      const total = (of: readonly number[]) =>
        minorText(
          of.reduce((sum, each) => sum + each, 0),
          currency,
        );
      expect(total(lines.map(({ net }) => net)), name).toBe(minorText(sums.lines, currency));
      expect(total(taxes.map(({ tax }) => tax)), name).toBe(minorText(sums.tax, currency));
      expect(total(taxes.map(({ base }) => base)), name).toBe(minorText(sums.net, currency));
      expect(total([sums.net, sums.tax, -sums.prepaid, sums.rounding]), name).toBe(minorText(sums.due, currency));
    }
  });
});

describe('what has no electronic invoice', () => {
  it('a simplified one, nor what corrects it', () => {
    const simplified = issued([{ price: '10' }], { more: { number: 'FS2026-000001' } });
    expect(why(sent(simplified), 'ubl')?.[0]).toBe('einvoice.simplified');
    const note = credited([{ price: '10' }], [{ line: 1, net: 100 }], { more: { number: 'FS2026-000001' } });
    expect(why(note, 'facturae')?.[0]).toBe('einvoice.simplified');
  });

  it('whose customer or company lacks an address or a tax id', () => {
    expect(why(invoiced([{ price: '10' }], { buyer: { name: 'Ana' } }), 'ubl')).toEqual(['einvoice.party', 'address']);
    const { taxId: _, ...nameless } = BUYERS.american;
    const abroadWithout = invoiced([{ price: '10', taxCode: 'EXPORT' }], { buyer: nameless });
    expect([why(abroadWithout, 'cii'), why(abroadWithout, 'facturae')]).toEqual([undefined, ['einvoice.party', 'tax_id']]);
    const { taxId: __, ...here } = BUYERS.company;
    expect(why(invoiced([{ price: '10' }], { buyer: here }), 'ubl')).toEqual(['einvoice.party', 'tax_id']);
    const abroad = { ...BUYERS.american, address: { ...BUYERS.american.address, country: 'ZZ' } };
    expect(why(invoiced([{ price: '10' }], { buyer: abroad }), 'cii')).toEqual(['einvoice.party', 'country']);
    const issuer = { ...ISSUER, address: { ...ISSUER.address, postalCode: '2801' } };
    expect(why(invoiced([{ price: '10' }], { issuer }), 'facturae')).toEqual(['einvoice.party', 'postal_code']);
    expect(why(invoiced([{ price: '10' }], { issuer }), 'ubl')).toBeUndefined();
  });

  it('what the syntax has no place for', () => {
    const mixed = invoiced(
      [
        { price: '10', taxCode: 'NO-SUJETA' },
        { price: '10', taxCode: 'EXPORT' },
      ],
      { buyer: BUYERS.american },
    );
    expect(why(mixed, 'ubl')).toEqual(['einvoice.not_subject']);
    expect(why(mixed, 'facturae')).toBeUndefined();
    expect(why(invoiced([{ price: '10' }], { currency: 'KWD', rate: '0.33' }), 'cii')).toEqual(['einvoice.currency', { currency: 'KWD' }]);
    const income = withheld(invoiced([{ price: '10' }]), '15', 1000, 150);
    expect([why(income, 'ubl'), why(income, 'facturae'), why(income, 'cii')]).toEqual([undefined, undefined, undefined]);
  });

  it('none of the cases of the matrix', () => {
    for (const { invoice, only = EINVOICE_SYNTAXES } of EINVOICE_CASES)
      expect(only.map((syntax) => why(invoice, syntax))).toEqual(only.map(() => undefined));
  });
});

it('XML is written without what no file may hold', () => {
  expect(xmlFile(['a', 'x & <y> "z"\u0000\u0008\ud800 \u{1f600}', { b: '1 < 2' }])).toBe(
    '<?xml version="1.0" encoding="UTF-8"?>\n<a b="1 &lt; 2">x &amp; &lt;y&gt; &quot;z&quot; \u{1f600}</a>\n',
  );
});
