import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readXmlDocument } from '../../../functions/automation/intake/document-content.ts';
import { readPdfDocument } from '../../../functions/automation/intake/pdf-content.ts';
import { ROOT } from '../../../infra/tools/local/workspace.ts';

const SAMPLES = resolve(ROOT, process.env.TRASTIENDA_SAMPLES ?? '../shared/data', 'invoices');
const US = { taxId: 'B12345674', name: 'Prueba, S.L.' };
const sample = (path: string) => readFileSync(join(SAMPLES, path));
const codes = ({ flags }: { readonly flags: readonly { readonly code: string }[] }) => flags.map(({ code }) => code);

describe('a file of XML that is no invoice', () => {
  it.each([
    ['of another kind', '<?xml version="1.0"?><catalogue/>', ['not_read']],
    ['cut off', '<?xml version="1.0"?><Invoice xmlns="urn:oasis:names:specification:ubl:schema:xsd:Invoice-2"><ID', ['xml_fault']],
    ['with an entity of its own', '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>', ['xml_fault']],
    ['an invoice without a number', '<Invoice xmlns="urn:oasis:names:specification:ubl:schema:xsd:Invoice-2"/>', ['xml_fault']],
  ])('%s waits for a person, and says why', (_, xml, flags) => {
    const reading = readXmlDocument(Buffer.from(xml), US);
    expect([codes(reading), reading.fields]).toEqual([flags, undefined]);
  });
});

describe.skipIf(!existsSync(SAMPLES))('electronic invoices (samples)', () => {
  it('of a German works contractor is for somebody else: 22.00 at 7 %, 23.54 in all, by the data in its PDF', async () => {
    const reading = await readPdfDocument(sample('pdf/zugferd_2p1_EN16931_2_Teilrechnung.pdf'), US);
    expect(reading.kind).toBe('cii');
    expect(reading.fields).toMatchObject({
      number: { value: '471113', confidence: 1 },
      date: { value: '2018-06-13' },
      taxes: [{ value: { rate: '7', base: 22_00, tax: 1_54 } }],
      total: { value: 23_54 },
      supplierTaxId: { value: 'DE123456789' },
    });
    expect(codes(reading)).not.toContain('page_differs');
  });

  it('is believed only while its amounts come out right', () => {
    const right = sample('ubl/ubl-tc434-example5.xml').toString();
    const before = codes(readXmlDocument(Buffer.from(right), US)).filter((code) => code === 'arithmetic');
    const total = /<cbc:TaxInclusiveAmount currencyID="[A-Z]{3}">([\d.]+)</.exec(right)?.[1] ?? '';
    const wrong = right.replace(`>${total}</cbc:TaxInclusiveAmount>`, `>${(Number(total) + 10).toFixed(2)}</cbc:TaxInclusiveAmount>`);
    expect(wrong).not.toBe(right);
    expect(before).toEqual([]);
    expect(readXmlDocument(Buffer.from(wrong), US).flags).toContainEqual(
      expect.objectContaining({ code: 'arithmetic', params: expect.objectContaining({ rule: 'BR-CO-15' }) }),
    );
  });

  it('that we sent ourselves is told as ours', () => {
    const sent = sample('facturae/invoice-vat.xml').toString();
    const seller = /<SellerParty>[\s\S]*?<TaxIdentificationNumber>([^<]+)</.exec(sent)?.[1] ?? '';
    expect(seller).not.toBe('');
    expect(codes(readXmlDocument(Buffer.from(sent), { ...US, taxId: seller }))).toContain('own_invoice');
    expect(codes(readXmlDocument(Buffer.from(sent), US))).toContain('not_for_us');
  });
});
