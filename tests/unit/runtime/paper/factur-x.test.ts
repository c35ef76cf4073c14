import { describe, expect, it } from 'vitest';
import { creditNotePaper, invoicePaper } from '../../../../functions/finance/receivables/invoice-paper.ts';
import { ciiFile } from '../../../../shared/domain/finance/einvoice/cii.ts';
import { readEInvoices } from '../../../../shared/domain/finance/einvoice/read-einvoice.ts';
import { printInvoice } from '../../../../shared/runtime/paper/factur-x.ts';
import { readXml } from '../../../../shared/runtime/xml.ts';
import { BUYERS, ISSUER, issued, sent } from '../../../support/einvoices.ts';
import { readPdf } from '../../../support/pdf.ts';

const stored = <B extends object>(bill: B) =>
  ({ ...bill, rev: 1, history: [{ rev: 1, at: '2026-03-24T10:00:00.000Z', by: 'a', request: 'r', action: 'i' }] }) as never;
const printed = (bill: ReturnType<typeof issued>) => printInvoice(invoicePaper(stored(bill), { company: ISSUER }));

/** Each place that the table of objects tells, and what stands there. */
function places(pdf: Buffer): [object: number, there: string][] {
  const text = pdf.toString('latin1');
  const start = Number(/startxref\s+(\d+)\s+%%EOF\s*$/.exec(text)?.[1]);
  const [, table = ''] = /^xref\n0 \d+\n([\s\S]*?)trailer/.exec(text.slice(start)) ?? [];
  return table
    .split('\n')
    .flatMap((row, object) =>
      / n/.test(row) ? [[object, text.slice(Number(row.slice(0, 10)), Number(row.slice(0, 10)) + 12)] as [number, string]] : [],
    );
}

describe('the PDF of an invoice', () => {
  const bill = issued([{ price: '100' }, { price: '12.50', discount: '10', name: 'Tazas «ñ» €' }]);

  it('holds the electronic invoice, and says so in its metadata', async () => {
    const { files, xmp, text } = await readPdf(printed(bill));
    expect(Object.keys(files)).toEqual(['factur-x.xml']);
    expect(files['factur-x.xml']?.toString()).toBe(ciiFile(sent(bill)));
    const [invoice] = readEInvoices(readXml(files['factur-x.xml'] as Buffer))?.invoices ?? [];
    // 100 + 11.25 = 111.25; × 21 % = 23.36.
    expect(invoice?.sums).toMatchObject({ net: 11125, tax: 2336, due: 13461 });
    for (const stated of [
      '<fx:DocumentFileName>factur-x.xml<',
      '<fx:ConformanceLevel>EN 16931<',
      '<pdfaSchema:prefix>fx<',
      '<pdfaid:part>3<',
    ])
      expect(xmp).toContain(stated);
    expect(text).toContain('134,61');
  });

  it('has every object where its table says, and the same bytes each time', () => {
    const pdf = printed(bill);
    const all = places(pdf);
    expect(all.length).toBeGreaterThan(50);
    expect(all.filter(([object, there]) => !there.startsWith(`${object} 0 obj`))).toEqual([]);
    expect(printed(bill).equals(pdf)).toBe(true);
    const [, length, packet = ''] =
      /\/Length (\d+)[^>]*>>\s*stream\r?\n(<\?xpacket[\s\S]*?)\r?\nendstream/.exec(pdf.toString('latin1')) ?? [];
    expect(packet.length).toBe(Number(length));
  });

  it('of a corrective invoice holds its credit note', async () => {
    const note = { ...bill, number: 'R2026-000001', reason: 'Devolución', corrects: 'inv_F2026-000123' };
    const { files } = await readPdf(printInvoice(creditNotePaper(stored(note), bill, { company: ISSUER })));
    const [invoice] = readEInvoices(readXml(files['factur-x.xml'] as Buffer))?.invoices ?? [];
    expect(invoice).toMatchObject({ type: '381', corrects: [{ number: 'F2026-000123', date: '2026-03-24' }] });
  });

  it('of what has no electronic invoice holds none', async () => {
    const { files, xmp } = await readPdf(printed(issued([{ price: '10' }], { buyer: { name: BUYERS.company.name } })));
    expect([files, xmp.includes('fx:')]).toEqual([{}, false]);
  });
});
