import { describe, expect, it } from 'vitest';
import { readXmlDocument } from '../../../functions/automation/intake/document-content.ts';
import { newDocument, type StoredDocument } from '../../../shared/domain/automation/intake/intake-document.ts';
import { invoicesOf, newInvoices } from '../../../shared/domain/automation/intake/split-document.ts';
import { facturaeFile } from '../../../shared/domain/finance/einvoice/facturae.ts';
import { invoiced } from '../../support/einvoices.ts';

const OWN = { name: 'Prueba, S.L.', taxId: 'B12345674' };
const made = facturaeFile(invoiced([{ price: '100' }]));
const invoice = /<Invoice>.*<\/Invoice>/s.exec(made)?.[0] ?? '';
const batchOf = (invoices: readonly string[]) => Buffer.from(made.replace(invoice, invoices.join('')));
const numbered = (no: number) => invoice.replace(/(?<=<InvoiceNumber>)[^<]*/, `N-${no}`);
const WHOLE = {
  ...newDocument({ fileName: 'lote.xml', source: 'console', date: '2026-12-01', cameAt: '2026-12-01T09:00:00.000Z', bytes: 9 }),
  ...{ id: 'doc_1', kind: 'facturae', contentType: 'application/xml', sha256: 'a'.repeat(64) },
} as unknown as StoredDocument;

describe('a file of several invoices', () => {
  it('is a document for each, in its order, however many there are', () => {
    for (const count of [2, 60, 61, 119, 120, 1000]) {
      const leaves: number[] = [];
      const instants: string[] = [];
      const split = (whole: StoredDocument, range: { from: number; to: number }): void => {
        for (const [i, part] of invoicesOf(range).entries()) {
          const document = newInvoices(whole, part, i);
          if (part.from === part.to) leaves.push(part.from);
          else split({ ...document, id: `doc_${part.from}` } as StoredDocument, part);
          instants.push(document.cameAt);
        }
      };
      split(WHOLE, { from: 1, to: count });
      expect(leaves).toEqual(Array.from({ length: count }, (_, i) => i + 1));
      expect(invoicesOf({ from: 1, to: count }).length).toBeLessThanOrEqual(60);
    }
  });

  it('tells its places, and each place its own invoice; a single one is read as ever', () => {
    const file = batchOf([numbered(7), numbered(3), numbered(9)]);
    expect(readXmlDocument(file, OWN)).toEqual({ kind: 'facturae', invoices: { from: 1, to: 3 }, flags: [] });
    const numbers = [1, 2, 3].map((no) => readXmlDocument(file, OWN, no).fields?.number?.value);
    expect(numbers.map((number) => number?.slice(-3))).toEqual(['N-7', 'N-3', 'N-9']);
    expect(readXmlDocument(batchOf([numbered(7)]), OWN).fields?.number?.value).toBe(numbers[0]);
  });

  it('of which one cannot be read is read but for that one', () => {
    const broken = numbered(3).replace(/<InvoiceTotals>.*<\/InvoiceTotals>/s, '');
    const file = batchOf([numbered(7), broken, numbered(9)]);
    const read = [1, 2, 3].map((no) => readXmlDocument(file, OWN, no));
    expect(read.map(({ kind, flags }) => [kind, flags.some(({ code }) => code === 'xml_fault')])).toEqual([
      ['facturae', false],
      ['other', true],
      ['facturae', false],
    ]);
  });
});
