import { describe, expect, it } from 'vitest';
import { documentNumbersIn } from '../../../../shared/domain/finance/banking/line-candidates.ts';
import { ciiFile } from '../../../../shared/domain/finance/einvoice/cii.ts';
import { facturaeFile } from '../../../../shared/domain/finance/einvoice/facturae.ts';
import { ublFile } from '../../../../shared/domain/finance/einvoice/ubl.ts';
import {
  creditNoteSeries,
  InvoiceId,
  invoiceSeries,
  isSimplified,
  numberIn,
} from '../../../../shared/domain/finance/receivables/invoice.ts';
import { refusalOfIssuer, refusalOfIssuers } from '../../../../shared/domain/finance/receivables/outside-issuer.ts';
import type { OutsideIssuer } from '../../../../shared/kernel/outside-issuer.ts';
import { BUYERS, invoiced, issued, sent } from '../../../support/einvoices.ts';

const DAY = '2026-12-01';
const buyer: OutsideIssuer = { letters: 'DA', name: 'Librería Cervantes', taxId: 'B58378431', customerId: 'cus_1' };
const agent: OutsideIssuer = { letters: 'TB', name: 'Gestoría Norte, S.L.', taxId: 'B12345674', address: BUYERS.company.address };
const number = (of: Parameters<typeof invoiceSeries>[1]) => numberIn(invoiceSeries(DAY, of), 7);

describe('series of RD 1619/2012 art. 6.1.a', () => {
  it('each kind of invoice has its own, and each who issues for the company', () => {
    const metals = [{ taxCode: 'IVA-G' }, { taxCode: 'ISP-84G' }];
    expect(number({})).toBe('F2026-000007');
    expect(number({ form: 'simplified' })).toBe('FS2026-000007');
    expect(number({ lines: metals })).toBe('FG2026-000007');
    expect(number({ issuedBy: buyer })).toBe('FDA2026-000007');
    expect(number({ issuedBy: agent, lines: metals })).toBe('FGTB2026-000007');
    expect(numberIn(creditNoteSeries(DAY), 7)).toBe('R2026-000007');
    expect(numberIn(creditNoteSeries(DAY, agent), 7)).toBe('RTB2026-000007');
  });

  it('their numbers are ids of invoices, told by the bank and by the kind', () => {
    for (const each of ['F2026-000007', 'FS2026-000007', 'FG2026-000007', 'FDA2026-000007', 'FGTB2026-000007'])
      expect([InvoiceId.safeParse(`inv_${each}`).success, documentNumbersIn({ text: `Pago ${each}` } as never)]).toEqual([true, [each]]);
    expect(InvoiceId.safeParse('inv_FX2026-000007').success).toBe(false);
    expect(['FS2026-000007', 'FSTB2026-000007', 'FDA2026-000007'].map(isSimplified)).toEqual([true, true, false]);
  });

  it('a series is of one issuer for good, and a customer issues for themselves', () => {
    const code = (before: readonly OutsideIssuer[], after: readonly OutsideIssuer[]) =>
      refusalOfIssuers(before, after, { used: new Set(['DA']), customers })?.code;
    const customers = new Map([['cus_1', { taxId: 'B58378431' }]]);
    expect(code([buyer], [buyer, agent])).toBeUndefined();
    expect(code([buyer], [{ ...buyer, ended: true }])).toBeUndefined();
    expect(code([buyer], [agent])).toBe('invoice.issuer_code');
    expect(code([buyer], [{ ...buyer, taxId: 'B12345674' }])).toBe('invoice.issuer_code');
    expect(code([], [agent, agent])).toBe('invoice.issuer_code');
    expect(code([], [{ ...agent, customerId: 'cus_1' }])).toBe('invoice.issuer_kind');
    expect(code([agent], [])).toBeUndefined();
    expect(code([agent], [{ ...agent, taxId: 'B58378431' }])).toBeUndefined();
    // The control digit of B1234567 is 4; a foreign id has an address abroad.
    const abroad = { street: 'Rue 1', postalCode: '75001', city: 'Paris', country: 'FR' };
    expect(code([], [{ ...agent, taxId: 'B12345678' }])).toBe('invoice.issuer_tax_id');
    expect(code([], [{ ...agent, taxId: 'FR40303265045' }])).toBe('invoice.issuer_tax_id');
    expect(code([], [{ ...agent, taxId: 'FR40303265045', address: abroad }])).toBeUndefined();
    expect(code([], [{ ...buyer, letters: 'DB', taxId: 'B12345674' }])).toBe('invoice.issuer_customer');
    expect(code([], [{ ...buyer, letters: 'DB', customerId: 'cus_2' }])).toBe('invoice.issuer_customer');
    expect(refusalOfIssuer(buyer, 'DA', 'cus_2', 'f')?.code).toBe('invoice.issuer_other');
    expect(refusalOfIssuer({ ...buyer, ended: true }, 'DA', 'cus_1', 'f')?.code).toBe('invoice.issuer_unknown');
    expect(refusalOfIssuer(undefined, 'DZ', 'cus_1', 'f')?.code).toBe('invoice.issuer_unknown');
    expect(refusalOfIssuer(agent, 'TB', 'cus_2', 'f')).toBeUndefined();
  });
});

describe('what the files say of who issued', () => {
  const by = ({ letters, name, taxId, address }: OutsideIssuer) =>
    sent({ ...issued([{ price: '100' }]), issuedBy: { letters, name, taxId, ...(address ? { address } : {}) } });

  it('the buyer: a self-billed invoice (389), in Facturae RE and AF, in the words of art. 6.1.l', () => {
    const invoice = by(buyer);
    expect(ublFile(invoice)).toContain('<cbc:InvoiceTypeCode>389</cbc:InvoiceTypeCode>');
    expect(ciiFile(invoice)).toContain('<ram:TypeCode>389</ram:TypeCode>');
    expect(facturaeFile(invoice)).toMatch(/<InvoiceIssuerType>RE<[\s\S]*<InvoiceDocumentType>AF</);
    for (const file of [ublFile, ciiFile, facturaeFile]) expect(file(invoice)).toContain('Facturación por el destinatario');
  });

  it('what corrects a self-billed invoice is of the buyer too, though it is no 389', () => {
    const { letters, name, taxId } = buyer;
    const note = sent({ ...issued([{ price: '100' }]), issuedBy: { letters, name, taxId }, reason: 'Descuento' });
    expect(note.type).toBe('381');
    expect(facturaeFile(note)).toMatch(/<InvoiceIssuerType>RE<[\s\S]*<InvoiceClass>OR</);
  });

  it('a third party: named in Facturae, in the notes of the others', () => {
    expect(facturaeFile(by(agent))).toMatch(/<InvoiceIssuerType>TE<[\s\S]*<ThirdParty>[\s\S]*B12345674[\s\S]*<\/ThirdParty>/);
    expect(ublFile(by(agent))).toMatch(/InvoiceTypeCode>380<[\s\S]*Expedida por Gestoría Norte, S\.L\. \(B12345674\)/);
    expect(facturaeFile(invoiced([{ price: '100' }]))).toContain('<InvoiceIssuerType>EM<');
  });
});
