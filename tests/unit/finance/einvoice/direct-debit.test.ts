import { describe, expect, it } from 'vitest';
import { invoicePaper } from '../../../../functions/finance/receivables/invoice-paper.ts';
import { ciiFile } from '../../../../shared/domain/finance/einvoice/cii.ts';
import { facturaeFile } from '../../../../shared/domain/finance/einvoice/facturae.ts';
import { readEInvoices } from '../../../../shared/domain/finance/einvoice/read-einvoice.ts';
import { ublFile } from '../../../../shared/domain/finance/einvoice/ubl.ts';
import { debitTermsOf } from '../../../../shared/domain/finance/treasury/debit-terms.ts';
import type { StoredMandate } from '../../../../shared/domain/finance/treasury/mandate.ts';
import { readXml } from '../../../../shared/runtime/xml.ts';
import { credited, DEBIT, ISSUER, invoiced, issued } from '../../../support/einvoices.ts';

const event = (at: string, was?: Record<string, unknown>) => ({ at, by: 'ana', request: 'r', action: 'a', ...(was ? { was } : {}) });
const mandate = (told: Partial<StoredMandate> = {}): StoredMandate =>
  ({
    ...{ id: 'mdt_1', rev: 1, customerId: 'cus_1', customerName: 'Librería', reference: 'MD-000001', scheme: 'CORE', type: 'recurrent' },
    ...{ signedOn: '2026-01-10', iban: DEBIT.iban, ibanChangedBy: 'ana', ibanChangedOn: '2026-01-10', collections: 0 },
    history: [event('2026-01-10T09:00:00Z')],
    ...told,
  }) as unknown as StoredMandate;
const bill = { date: '2026-03-24', dueDate: '2026-04-23', issuedAt: '2026-03-24T10:00:00Z' };
const terms = (...mandates: StoredMandate[]) => debitTermsOf(mandates, bill, { taxId: ISSUER.taxId });
const flat = (xml: string) => xml.replace(/>\s+</g, '><');

describe('by what an invoice is collected', () => {
  it('is the mandate that a debit run would take, with the identifier of the creditor', () => {
    // B12345674ES00 with letters as two digits: 98 − 1112345674142800 mod 97 = 11.
    expect(terms(mandate())).toEqual(DEBIT);
    expect(terms(mandate(), mandate({ id: 'mdt_2', reference: 'NEW', signedOn: '2026-02-01' }))?.mandate).toBe('NEW');
    expect(terms()).toBeUndefined();
  });

  it('stays as it was at issue: what was entered, changed or ended afterwards changes nothing', () => {
    expect(terms(mandate({ history: [event('2026-03-25T09:00:00Z')] } as never))).toBeUndefined();
    const moved = [event('2026-01-10T09:00:00Z'), event('2026-05-01T09:00:00Z', { iban: DEBIT.iban })];
    expect(terms(mandate({ iban: 'ES9121000418450200051332', history: moved } as never))?.iban).toBe(DEBIT.iban);
    const cancelled = (on: string) => mandate({ cancelled: { by: 'ana', on, reason: 'x' } });
    expect(terms(cancelled('2026-03-20'))).toBeUndefined();
    expect(terms(cancelled('2026-06-01'))).toEqual(DEBIT);
    expect(terms(mandate({ used: true, collectedOn: '2026-02-20' }))).toBeUndefined();
    expect(terms(mandate({ used: true, collectedOn: '2026-04-23' }))).toEqual(DEBIT);
  });

  it('is none where it has lapsed by then, or where the creditor has no Spanish tax id', () => {
    expect(terms(mandate({ signedOn: '2022-01-10' }))).toBeUndefined();
    expect(debitTermsOf([mandate()], bill, { taxId: 'FR40303265045' })).toBeUndefined();
  });
});

describe('what the files say of it', () => {
  const invoice = invoiced([{ price: '100' }], { debit: DEBIT });
  it('UBL: 59, mandate, the account that is debited and the creditor, and no account to transfer to', () => {
    const xml = flat(ublFile(invoice));
    expect(xml).toContain('<cac:PartyIdentification><cbc:ID schemeID="SEPA">ES11000B12345674</cbc:ID></cac:PartyIdentification>');
    expect(xml).toContain(
      '<cbc:PaymentMeansCode>59</cbc:PaymentMeansCode><cbc:PaymentID>F2026-000123</cbc:PaymentID><cac:PaymentMandate><cbc:ID>MD-000001</cbc:ID><cac:PayerFinancialAccount><cbc:ID>ES7921000813610123456789</cbc:ID></cac:PayerFinancialAccount></cac:PaymentMandate>',
    );
    expect(xml).not.toContain(ISSUER.iban);
  });

  it('CII and Facturae say the same', () => {
    const cii = flat(ciiFile(invoice));
    expect(cii).toContain('<ram:CreditorReferenceID>ES11000B12345674</ram:CreditorReferenceID>');
    expect(cii).toContain('<ram:DirectDebitMandateID>MD-000001</ram:DirectDebitMandateID>');
    expect(cii).toContain('<ram:TypeCode>59</ram:TypeCode><ram:PayerPartyDebtorFinancialAccount><ram:IBANID>ES7921000813610123456789<');
    const facturae = flat(facturaeFile(invoice));
    expect(facturae).toContain('<PaymentMeans>02</PaymentMeans>');
    expect(facturae).toContain('<AccountToBeDebited><IBAN>ES7921000813610123456789</IBAN></AccountToBeDebited>');
    for (const xml of [cii, facturae]) expect(xml).not.toContain(ISSUER.iban);
  });

  it.each([ublFile, ciiFile])('it is read back', (write) => {
    const read = readEInvoices(readXml(new TextEncoder().encode(write(invoice))));
    expect(read?.invoices[0]?.payment).toEqual({ means: '59', reference: 'F2026-000123', debit: DEBIT });
  });

  it('a corrective invoice asks for nothing', () => {
    expect(credited([{ price: '25' }], [{ line: 1, quantity: '1' }]).payment).toBeUndefined();
  });

  it('the paper says so, of the account its last digits alone', () => {
    const stored = { ...issued([{ price: '100' }]), rev: 1, history: [event('2026-03-24T10:00:00Z')] } as never;
    const paper = JSON.stringify(invoicePaper(stored, { company: ISSUER, debit: DEBIT }).blocks);
    expect(paper).toContain(
      'Adeudo directo SEPA en su cuenta terminada en 6789 al vencimiento (23/04/2026), mandato MD-000001, acreedor ES11000B12345674. No haga transferencia.',
    );
    expect(paper).not.toContain('Transferencia a');
    expect(paper).not.toContain(DEBIT.iban);
    // Nor does the file within, which whoever sees the paper has as well.
    const [file] = invoicePaper(stored, { company: ISSUER, debit: DEBIT }).files ?? [];
    const xml = Buffer.from(file?.bytes ?? []).toString();
    expect(xml).toContain(DEBIT.mandate);
    expect(xml).not.toContain(DEBIT.iban);
  });
});
