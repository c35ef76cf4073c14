import { describe, expect, it } from 'vitest';
import { creditNotePaper, type Issuer, invoicePaper, verifactuQrOf } from '../../../../functions/finance/receivables/invoice-paper.ts';
import { WORDS } from '../../../../functions/finance/receivables/paper-words.ts';
import { draftValue } from '../../../../shared/domain/finance/receivables/draft.ts';
import type { StoredCreditNote, StoredInvoice } from '../../../../shared/domain/finance/receivables/invoice.ts';
import { totalsOf } from '../../../../shared/domain/finance/tax/totals.ts';
import type { StoredCompany } from '../../../../shared/domain/platform/company/company.ts';
import { lineNet } from '../../../../shared/kernel/money.ts';
import { printPaper } from '../../../../shared/runtime/paper/print-paper.ts';
import { readPdf } from '../../../support/pdf.ts';

const step = (at: string) => ({ rev: 1, at, by: 'ana@example.com', request: 'r', action: 'a' });
const company: StoredCompany = {
  id: 'cmp_main',
  rev: 1,
  history: [step('2026-01-01T09:00:00.000Z')],
  name: 'Lumbre Hogar, S.L.',
  taxId: 'B12345674',
  email: 'hola@lumbre.example',
  timeZone: 'Europe/Madrid',
  iban: 'ES9121000418450200051332',
  address: { street: 'Calle Mayor 1', postalCode: '28013', city: 'Madrid', country: 'ES' },
  policies: { shortage: 'refuse', invoiceOn: 'shipment' },
  fiscalYears: ['2026'],
  walkInCustomerId: 'cus_W',
};

function invoice(count: number, { pricesIncludeTax = false, taxCode = 'IVA-G', percent = '21', price = '1234.50' } = {}): StoredInvoice {
  const line = { code: '85123A', name: 'Juego de tazas de loza blanca', kind: 'stocked' as const, quantity: '2', price, taxCode, percent };
  const { nets, ...totals } = totalsOf(
    Array.from({ length: count }, () => ({ taxCode, percent, amount: lineNet('2', price) })),
    pricesIncludeTax,
  );
  return {
    id: 'inv_F2026-000123',
    rev: 1,
    history: [step('2026-03-24T10:00:00.000Z')],
    number: 'F2026-000123',
    date: '2026-03-24',
    dueDate: '2026-04-23',
    operationDate: '2026-03-20',
    customerId: 'cus_X',
    customer: {
      name: 'Librería Cervantes, S.L.',
      taxId: 'B58378431',
      address: { street: 'Gran Vía 12', postalCode: '28013', city: 'Madrid', country: 'ES' },
    },
    lines: nets.map((net) => ({ ...line, net })),
    totals,
    pricesIncludeTax,
    notes: 'Gracias',
    open: 0,
    allocations: [],
    entry: { date: '2026-03-24', text: '', lines: [], period: '2026-03', shard: 0, seq: 1 },
  };
}
const printed = (of: StoredInvoice, by: Issuer = { company }) => printPaper(invoicePaper(of, by));
const textOf = async (of: StoredInvoice, by?: Issuer) => (await readPdf(printed(of, by))).text;

describe('the PDF of an invoice with a record of Verifactu', () => {
  const chained = { ...invoice(1), verifactu: 12 };
  it('has the QR that leads to AEAT’s page, and no legend while nothing is sent', async () => {
    // 2 × 1,234.50 at 21 %.
    expect(invoicePaper(chained, { company }).qr?.text).toBe(
      'https://www2.agenciatributaria.gob.es/wlpl/TIKE-CONT/ValidarQRNoVerifactu?nif=B12345674&numserie=F2026-000123&fecha=24-03-2026&importe=2987.49',
    );
    const text = await textOf(chained);
    expect(text).toContain('QR tributario:');
    expect(text).not.toContain('VERI*FACTU');
    expect(invoicePaper(invoice(1), { company })).not.toHaveProperty('qr');
  });

  it('leads to the page of verifiable invoices, and bears the legend, where each record is sent by itself alone', () => {
    const { qr } = verifactuQrOf(chained, company, WORDS.es, 'verifactu');
    expect(qr?.text).toMatch(/^https:\/\/www2\.agenciatributaria\.gob\.es\/wlpl\/TIKE-CONT\/ValidarQR\?nif=B12345674&/);
    expect([qr?.above, qr?.below]).toEqual(['QR tributario:', 'Factura verificable en la sede electrónica de la AEAT']);
    expect(verifactuQrOf(invoice(1), company, WORDS.es, 'verifactu')).toEqual({});
  });
});

describe('the PDF of an invoice', () => {
  it('says who issued it in the company’s name, of a customer in the words of art. 6.1.l', async () => {
    const by = (letters: string) => textOf({ ...invoice(1), issuedBy: { letters, name: 'Gestoría Norte, S.L.', taxId: 'B83456780' } });
    expect(await by('DA')).toContain('Facturación por el destinatario');
    expect(await by('TA')).toContain('Expedida por Gestoría Norte, S.L. (B83456780)');
  });

  it('says all that RD 1619/2012 art. 6 asks for', async () => {
    const text = await textOf(invoice(3));
    // Number and series, dates, both parties with tax id and address.
    for (const wanted of [
      'FACTURA',
      'F2026-000123',
      '24/03/2026',
      'Fecha de operación',
      '20/03/2026',
      'Lumbre Hogar, S.L.',
      'NIF B12345674',
      'Calle Mayor 1',
      'Librería Cervantes, S.L.',
      'NIF B58378431',
      'Gran Vía 12',
      '28013 Madrid',
    ])
      expect(text).toContain(wanted);
    // 3 × 2 × 1,234.50 = 7,407.00; × 21 % = 1,555.47; 8,962.47
    for (const wanted of [
      'Juego de tazas',
      '1.234,50',
      '2.469,00',
      '7.407,00 €',
      'IVA 21 %',
      '1.555,47 €',
      '8.962,47 €',
      'Vencimiento',
      '23/04/2026',
      'ES91 2100 0418 4502 0005 1332',
      'Gracias',
      'Página 1 de 1',
    ])
      expect(text).toContain(wanted);
  });

  it('in a foreign currency shows the VAT in euros, and the rate (art. 12)', async () => {
    const lines = [{ name: 'Asesoría', kind: 'service' as const, quantity: '2', price: '500', taxCode: 'IVA-G' }];
    const exchange = { currency: 'USD', rate: '1.1', date: '2026-03-24', source: 'ecb' as const };
    const abroad: StoredInvoice = { ...invoice(1), ...draftValue({ lines, pricesIncludeTax: false }, '2026-03-24', exchange) };
    const text = await textOf(abroad);
    // 1,000 × 21 % = 210.00; 1,000 / 1.1 = 909.09, of which 21 % is 190.91.
    for (const wanted of ['1.000,00', '1.000,00 USD', '210,00 USD', '1.210,00 USD', 'CUOTA EN EUROS', '190,91 €'])
      expect(text).toContain(wanted);
    expect(text.replaceAll(/\s+/g, ' ')).toContain(
      '1 € = 1,1 USD (BCE, 24/03/2026). Base imponible 909,09 €, IVA 190,91 €, total 1.100,00 €',
    );
  });

  it('is the same to the byte whenever it is printed', () => {
    const pdf = printed(invoice(60));
    expect(printed(invoice(60)).equals(pdf)).toBe(true);
    expect(pdf.toString('latin1')).toContain('(D:20260324100000Z)');
  });

  it('is in English where the company’s documents are', async () => {
    const text = await textOf(invoice(1), { company: { ...company, paper: { language: 'en' } } });
    for (const wanted of ['INVOICE', 'Date of issue', 'Due date', 'Tax id B58378431', '1,234.50', 'VAT 21 %', '€2,987.49', 'Page 1 of 1'])
      expect(text).toContain(wanted);
  });

  it('of a simplified one says so, and names no recipient whom nobody knows (art. 7)', async () => {
    const simplified: StoredInvoice = {
      ...invoice(1, { price: '10' }),
      number: 'FS2026-000007',
      id: 'inv_FS2026-000007',
      customerId: 'cus_W',
      customer: { name: 'Cliente de contado' },
    };
    const text = await textOf(simplified);
    // Art. 7.1: number and series, date, issuer with tax id, what was sold, rate and total.
    for (const wanted of ['FACTURA SIMPLIFICADA', 'FS2026-000007', '24/03/2026', 'NIF B12345674', 'Juego de tazas', 'IVA 21 %', '24,20 €'])
      expect(text).toContain(wanted);
    for (const unwanted of ['CLIENTE', 'Cliente']) expect(text).not.toContain(unwanted);
    const known = { ...simplified, customerId: 'cus_X', customer: { name: 'Ana Ruiz' } };
    expect(await textOf(known)).toContain('Ana Ruiz');
    expect(await textOf(simplified, { company: { ...company, paper: { language: 'en' } } })).toContain('SIMPLIFIED INVOICE');
    const long = { ...simplified, lines: Array.from({ length: 60 }, () => simplified.lines[0] as StoredInvoice['lines'][number]) };
    expect((await readPdf(printed(long))).pages[1]).toContain('Factura simplificada FS2026-000007');
  });

  it('bears the company’s logo, and its name all the same', async () => {
    const logo = {
      format: 'svg',
      bytes: Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 3"><rect width="9" height="3"/></svg>'),
    } as const;
    const plain = printed(invoice(1));
    const pdf = printed(invoice(1), { company: { ...company, paper: { accent: '#7a1f3d' } }, logo });
    expect((await readPdf(pdf)).text).toContain('Lumbre Hogar, S.L.');
    expect(pdf.toString('latin1')).toContain('/Alt ');
    expect(plain.toString('latin1')).not.toContain('/Alt ');
  });

  it('shows unit prices without tax where prices include it', async () => {
    const text = await textOf(invoice(1, { pricesIncludeTax: true, price: '11.90' }));
    expect(text).toContain('9,8347');
    expect(text).not.toContain('11,90');
  });

  it('says why no tax is charged', async () => {
    expect(await textOf(invoice(1, { taxCode: 'EXENTO', percent: '0' }))).toContain('Operación exenta de IVA (art. 20 Ley 37/1992)');
  });

  it('repeats the heading of the table on each page, says whose each page is, and keeps the sums together', async () => {
    for (const lines of [60, 62, 63, 64, 65, 300]) {
      const { pages, text } = await readPdf(printed(invoice(lines)));
      const closing = pages.find((page) => page.includes('BASE IMPONIBLE'));
      const times = (part: string) => text.split(part).length - 1;
      expect(times('Juego de tazas de loza blanca')).toBe(lines);
      for (const [index, page] of pages.entries()) {
        expect(page).toContain(`Página ${index + 1} de ${pages.length}`);
        expect(page.includes('Factura F2026-000123')).toBe(index > 0);
        expect(page.includes('DESCRIPCIÓN')).toBe(page.includes('Juego de tazas'));
      }
      for (const part of ['CUOTA', 'IVA 21 %', 'Total']) expect(closing).toContain(part);
    }
    expect((await readPdf(printed(invoice(90)))).pages).toHaveLength(3);
  });
});

describe('the PDF of a credit note', () => {
  const note: StoredCreditNote = {
    ...invoice(1),
    number: 'R2026-000004',
    id: 'crn_R2026-000004',
    corrects: 'inv_F2026-000123',
    reason: 'Género defectuoso',
  };

  it('names the invoice that it corrects and why, and takes back (art. 15)', async () => {
    const { text } = await readPdf(printPaper(creditNotePaper(note, { number: 'F2026-000123', date: '2026-03-20' }, { company })));
    for (const wanted of [
      'FACTURA RECTIFICATIVA',
      'R2026-000004',
      'Rectifica la factura',
      'F2026-000123',
      '20/03/2026',
      'Género defectuoso',
      '-2.469,00',
      '-518,49 €',
      '-2.987,49 €',
    ])
      expect(text).toContain(wanted);
    expect(text).not.toContain('Forma de pago');
  });

  it('of a simplified one says so', async () => {
    const { text } = await readPdf(printPaper(creditNotePaper(note, { number: 'FS2026-000123', date: '2026-03-20' }, { company })));
    expect(text).toContain('Rectifica la factura simplificada');
    expect(text).toContain('FS2026-000123');
  });

  it('without an invoice names none', async () => {
    const { corrects, ...loose } = note;
    expect((await readPdf(printPaper(creditNotePaper(loose, undefined, { company })))).text).not.toContain('Rectifica la factura');
  });
});
