import { beforeEach, describe, expect, it } from 'vitest';
import { handler } from '../../../../functions/finance/einvoice/queries.ts';
import { CreditExposures, Customers, exposureId } from '../../../../shared/domain/crm/customers/customer.ts';
import { EINVOICE_SYNTAXES } from '../../../../shared/domain/finance/einvoice/einvoice.ts';
import { arithmeticFaults } from '../../../../shared/domain/finance/einvoice/einvoice-check.ts';
import { readEInvoices } from '../../../../shared/domain/finance/einvoice/read-einvoice.ts';
import { Mandates } from '../../../../shared/domain/finance/treasury/mandate.ts';
import { create } from '../../../../shared/kernel/record.ts';
import { readXml } from '../../../../shared/runtime/xml.ts';
import { call, newTenant } from '../../../support/call.ts';
import { newCompany, type TestCompany } from '../../../support/company.ts';
import { useMemoryTable } from '../../../support/memory-table.ts';
import { receivablesOf } from '../../../support/receivables.ts';

const table = useMemoryTable({ openWork: true, lists: true });
const BUYER = `cus_${'1'.repeat(26)}`;
let company: TestCompany;
let tenant: string;
let sales: ReturnType<typeof receivablesOf>;
beforeEach(async () => {
  table.clear();
  tenant = newTenant();
  company = await newCompany(tenant, {}, 100_000_000);
  await company.records.commit([
    create(Customers, BUYER, {
      ...{ name: 'Librería Cervantes, S.L.', taxId: 'B58378431', paymentDays: 30, creditLimit: 100_000_000 },
      address: { street: 'Gran Vía 12', postalCode: '28013', city: 'Madrid', country: 'ES' },
    }),
    create(CreditExposures, exposureId(BUYER), { exposure: 0 }),
  ]);
  sales = receivablesOf(tenant);
});

const ask = (path: string, syntax: string, roles?: readonly string[]) => {
  const template = path.startsWith('/invoices') ? 'GET /invoices/{invoiceId}/e-invoice' : 'GET /credit-notes/{creditNoteId}/e-invoice';
  return call(handler, `GET ${path}/e-invoice`, template, { tenant, query: { syntax }, ...(roles ? { roles } : {}) });
};
const readFile = (content: string) => {
  const [invoice] = readEInvoices(readXml(Buffer.from(content, 'base64')))?.invoices ?? [];
  if (!invoice) throw new Error('is no invoice');
  return invoice;
};

describe('the electronic invoice of a document', () => {
  it('is its number, its parties and its figures in each syntax, the same bytes each time', async () => {
    const { id, number } = await sales.invoice(BUYER, '100');
    for (const syntax of EINVOICE_SYNTAXES) {
      const { status, body } = await ask(`/invoices/${id}`, syntax);
      expect([status, body.fileName, body.contentType]).toEqual([200, `${number}-${syntax}.xml`, 'application/xml']);
      const invoice = readFile(body.content);
      // 100 at 21 %.
      expect(invoice).toMatchObject({ number, type: '380', sums: { net: 10000, tax: 2100, due: 12100 } });
      expect(arithmeticFaults(invoice)).toEqual([]);
      expect((await ask(`/invoices/${id}`, syntax)).body.content).toBe(body.content);
    }
  });

  it('of a credit note names the invoice that it corrects', async () => {
    const { id, number } = await sales.invoice(BUYER, '100');
    const note = await sales.done(`POST /invoices/${id}/credit-notes`, {
      reason: 'Descuento',
      lines: [{ line: 1, net: { amount: '40.00', currency: 'EUR' } }],
    });
    for (const syntax of EINVOICE_SYNTAXES)
      expect(readFile((await ask(`/credit-notes/${note.id}`, syntax)).body.content)).toMatchObject({
        ...{ number: note.number, type: '381', notes: ['Descuento'], corrects: [{ number, date: '2026-03-10' }] },
        sums: { net: 4000, tax: 840, due: 4840 },
      });
  });

  it('tells the account that is debited to whoever may see mandates alone', async () => {
    const iban = 'ES7921000813610123456789';
    await company.records.commit([
      create(Mandates, `mdt_${'1'.repeat(26)}`, {
        ...{ customerId: BUYER, customerName: 'Librería Cervantes, S.L.', reference: 'MD-000001', scheme: 'CORE', type: 'recurrent' },
        ...{ signedOn: '2026-01-10', iban, ibanChangedBy: 'ana', ibanChangedOn: '2026-01-10', collections: 0 },
      }),
    ]);
    const { id } = await sales.invoice(BUYER, '100');
    for (const syntax of EINVOICE_SYNTAXES) {
      const textFor = async (role: string) => {
        const { status, body } = await ask(`/invoices/${id}`, syntax, [role]);
        expect(status).toBe(200);
        return Buffer.from(body.content, 'base64').toString();
      };
      for (const role of ['sales', 'warehouse']) {
        const text = await textFor(role);
        expect(text).toContain('MD-000001');
        expect(text).not.toContain(iban);
      }
      expect(await textFor('accountant')).toContain(iban);
    }
  });

  it('says what its customer lacks', async () => {
    const { id } = await sales.invoice(company.customerId, '100');
    expect((await ask(`/invoices/${id}`, 'ubl')).body).toMatchObject({
      ...{ status: 422, code: 'einvoice.party', field: 'path.invoiceId' },
      params: { party: 'buyer', name: 'Cliente de prueba', why: 'address' },
    });
  });

  it('is not there of what is not there, nor in another syntax', async () => {
    expect(await ask('/invoices/inv_F2026-000099', 'ubl')).toMatchObject({ status: 404, body: { code: 'invoice.not_found' } });
    const { id } = await sales.invoice(BUYER, '100');
    expect((await ask(`/invoices/${id}`, 'edifact')).status).toBe(400);
  });

  it('tells the duties of the law by their days', async () => {
    const { body } = await call(handler, 'GET /e-invoice-duties', 'GET /e-invoice-duties', { tenant });
    const from = (id: string) => body.items.find((duty: { id: string }) => duty.id === id)?.from;
    // RD 238/2026 and Orden HAC/1028/2026, in force on 2026-10-06: 12 and 24 months later; RDL 15/2025.
    expect([from('b2b-large'), from('b2b-others'), from('verifactu-companies')]).toEqual(['2027-10-06', '2028-10-06', '2027-01-01']);
  });
});
