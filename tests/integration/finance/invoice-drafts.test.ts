import { describe, expect, it } from 'vitest';
import { CreditExposures, type Customer, Customers, exposureId } from '../../../shared/domain/crm/customers/customer.ts';
import { Invoices } from '../../../shared/domain/finance/receivables/invoice.ts';
import { COMPANY_ID, Companies, type CompanyData } from '../../../shared/domain/platform/company/company.ts';
import { plain, update } from '../../../shared/kernel/record.ts';
import type { Records } from '../../../shared/runtime/records.ts';
import { newTenant } from '../../support/call.ts';
import { newCompany, stockUp } from '../../support/company.ts';
import { eur, postings, receivablesOf } from '../../support/receivables.ts';

const setUp = async (creditLimit?: number) => {
  const company = await newCompany(newTenant(), {}, creditLimit);
  return { ...company, of: receivablesOf(company.tenant) };
};

describe('a draft of which income tax is withheld', () => {
  const asProfessional = async ({ records }: { readonly records: Records }) => {
    const company = await records.getOrThrow(Companies, COMPANY_ID);
    await records.commit([update(Companies, company, { ...plain<CompanyData>(company), taxId: '12345678Z' })]);
  };

  it('is issued for 1,210.00, owes 1,060.00, is settled by that, and counts so much against the limit', async () => {
    const { of, customerId, records } = await setUp(106_000);
    await asProfessional({ records });
    const draft = await of.draft(customerId, '1000', { withholding: 'PRO15' });
    expect(draft).toMatchObject({
      withholding: 'PRO15',
      totals: { gross: { amount: '1210.00' } },
      withheld: { code: 'PRO15', percent: '15', amount: { amount: '150.00' } },
      payable: { amount: '1060.00' },
    });
    const invoice = await of.done(`POST /invoice-drafts/${draft.id}/issue`, {});
    expect(invoice).toMatchObject({
      totals: { gross: { amount: '1210.00' } },
      withheld: { amount: { amount: '150.00' } },
      payable: { amount: '1060.00' },
      open: { amount: '1060.00' },
    });
    expect(postings(invoice.entry)).toEqual([
      ['430', '1060.00', '0.00'],
      ['473', '150.00', '0.00'],
      ['705', '0.00', '1000.00'],
      ['477', '0.00', '210.00'],
    ]);
    expect(await records.get(CreditExposures, exposureId(customerId))).toMatchObject({ exposure: 106_000 });
    await of.receipt(customerId, '1060.00', { allocations: [{ invoiceId: invoice.id, amount: eur('1060.00') }] });
    expect(await of.done(`GET /invoices/${invoice.id}`)).toMatchObject({ state: 'paid', open: { amount: '0.00' } });
  });

  it('of rent is taken back by credit notes in parts: 190.00 = 63.33 + 126.67', async () => {
    const { of, customerId, records } = await setUp(500_000);
    const invoice = await of.invoice(customerId, '1000', { withholding: 'RENT19' });
    const credit = (body: object) => of.done(`POST /invoices/${invoice.id}/credit-notes`, { date: '2026-03-12', reason: 'Error', ...body });
    // 333.33 × 19 % = 63.3327; 333.33 + 70.00 − 63.33 = 340.00.
    expect(await credit({ lines: [{ line: 1, net: eur('333.33') }] })).toMatchObject({
      withheld: { amount: { amount: '63.33' } },
      payable: { amount: '340.00' },
    });
    expect(await records.get(CreditExposures, exposureId(customerId))).toMatchObject({ exposure: 102_000 - 34_000 });
    expect(await credit({})).toMatchObject({ withheld: { amount: { amount: '126.67' } }, payable: { amount: '680.00' } });
    expect(await of.done(`GET /invoices/${invoice.id}`)).toMatchObject({
      open: { amount: '0.00' },
      withheld: { amount: { amount: '190.00' } },
    });
    expect(await records.get(CreditExposures, exposureId(customerId))).toMatchObject({ exposure: 0 });
  });

  it('is refused with its cause at the field, as it is written, changed and issued', async () => {
    const { of, customerId, records } = await setUp();
    const lines = [{ name: 'Asesoría', quantity: '1', price: '100' }];
    const asked = { customerId, date: '2026-03-10', lines };
    const refusal = { status: 422, code: 'tax.sale_withholding', field: 'body.withholding' };
    // The fees of a company bear none.
    expect(await of.refused('POST /invoice-drafts', { ...asked, withholding: 'PRO15' })).toEqual(refusal);
    expect(await of.refused('POST /invoice-drafts', { ...asked, withholding: 'DIR35' })).toMatchObject({ status: 400 });
    const { id } = await of.draft(customerId, '100');
    expect(await of.refused(`PATCH /invoice-drafts/${id}`, { withholding: 'PRO7' })).toEqual(refusal);
    await of.done(`PATCH /invoice-drafts/${id}`, { withholding: 'RENT19' });
    expect(await of.refused(`PATCH /invoice-drafts/${id}`, { date: '2022-12-31' })).toEqual({ ...refusal, code: 'tax.no_rate' });
    const customer = await records.getOrThrow(Customers, customerId);
    const { taxId: _, ...unknown } = plain<Customer>(customer);
    await records.commit([update(Customers, customer, unknown)]);
    expect(await of.refused(`POST /invoice-drafts/${id}/issue`, {})).toEqual({ ...refusal, field: 'path.draftId' });
    expect(await of.done(`PATCH /invoice-drafts/${id}`, { withholding: null })).not.toHaveProperty('withheld');
  });
});

describe('a draft', () => {
  it('is priced, changed, and issued as an invoice with its entry', async () => {
    const { of, customerId } = await setUp();
    const draft = await of.draft(customerId, '60', { notes: 'Noviembre' });
    expect(draft).toMatchObject({
      state: 'draft',
      customerName: 'Cliente de prueba',
      totals: { net: { amount: '60.00' }, tax: { amount: '12.60' }, gross: { amount: '72.60' } },
    });
    const changed = await of.done(`PATCH /invoice-drafts/${draft.id}`, {
      lines: [{ name: 'Asesoría', quantity: '3', price: '60', discount: '10' }],
      notes: null,
      paymentDays: 15,
    });
    expect(changed.totals.gross.amount).toBe('196.02'); // 162.00 + 34.02
    expect(changed).not.toHaveProperty('notes');
    const invoice = await of.done(`POST /invoice-drafts/${draft.id}/issue`, { date: '2026-03-12' });
    expect(invoice).toMatchObject({
      id: 'inv_F2026-000001',
      number: 'F2026-000001',
      date: '2026-03-12',
      dueDate: '2026-03-27',
      open: { amount: '196.02' },
      customer: { name: 'Cliente de prueba' },
    });
    expect(postings(invoice.entry)).toEqual([
      ['430', '196.02', '0.00'],
      ['705', '0.00', '162.00'],
      ['477', '0.00', '34.02'],
    ]);
    expect(await of.done(`GET /invoice-drafts/${draft.id}`)).toMatchObject({ state: 'issued', invoiceId: invoice.id });
    expect((await of.done('GET /invoices', undefined, { query: { q: 'f2026-000001', state: 'open' } })).items).toHaveLength(1);
  });

  it('takes items of the catalogue, whose revenue is that of goods', async () => {
    const company = await newCompany(newTenant());
    const of = receivablesOf(company.tenant);
    const [itemId = ''] = await stockUp(company, [['A', 5, 1000]]);
    const draft = await of.done('POST /invoice-drafts', {
      customerId: company.customerId,
      date: '2026-03-10',
      lines: [
        { itemId, quantity: '2' },
        { name: 'Montaje', quantity: '1', price: '5' },
      ],
    });
    expect(draft.lines).toMatchObject([
      { itemId, code: 'A', name: 'Item A', kind: 'stocked', price: '10' },
      { name: 'Montaje', kind: 'service' },
    ]);
    const { entry } = await of.done(`POST /invoice-drafts/${draft.id}/issue`, {});
    expect(postings(entry)).toEqual([
      ['430', '30.25', '0.00'],
      ['700', '0.00', '20.00'],
      ['705', '0.00', '5.00'],
      ['477', '0.00', '5.25'],
    ]);
  });

  it('shows number and entry on a dry run, and leaves no trace', async () => {
    const { of, customerId, records } = await setUp();
    const draft = await of.draft(customerId, '100');
    const shown = await of.ask(`POST /invoice-drafts/${draft.id}/issue`, {}, { query: { dryRun: 'true' }, key: 'k' });
    expect(shown).toMatchObject({ status: 200, body: { number: 'F2026-000001' } });
    expect(postings(shown.body.entry)[0]).toEqual(['430', '121.00', '0.00']);
    expect(await records.get(Invoices, 'inv_F2026-000001')).toBeUndefined();
    expect((await of.done(`GET /invoice-drafts/${draft.id}`)).state).toBe('draft');
    expect((await of.ask(`POST /invoice-drafts/${draft.id}/issue`, {}, { key: 'k' })).status).toBe(201);
  });

  it('can be thrown away; once issued it can neither go nor change', async () => {
    const { of, customerId } = await setUp();
    const [gone, kept] = [await of.draft(customerId, '1'), await of.draft(customerId, '2')];
    expect(await of.done(`DELETE /invoice-drafts/${gone.id}`)).toEqual({ id: gone.id, deleted: true });
    expect(await of.refused(`GET /invoice-drafts/${gone.id}`)).toMatchObject({ status: 404, code: 'invoice-draft.not_found' });
    await of.done(`POST /invoice-drafts/${kept.id}/issue`, {});
    for (const route of [`DELETE /invoice-drafts/${kept.id}`, `PATCH /invoice-drafts/${kept.id}`, `POST /invoice-drafts/${kept.id}/issue`])
      expect(await of.refused(route, route.startsWith('DELETE') ? undefined : {})).toMatchObject({ status: 422, code: 'draft.issued' });
    const listed = async (state: string) =>
      (await of.done('GET /invoice-drafts', undefined, { query: { state } })).items.map((d: { id: string }) => d.id);
    expect(await listed('issued')).toEqual([kept.id]);
    expect(await listed('draft')).toEqual([]);
  });

  it('is shown as it stands to who asks for it again, after it was changed and issued', async () => {
    const { of, customerId } = await setUp();
    const body = { customerId, date: '2026-03-10', lines: [{ name: 'Asesoría', quantity: '1', price: '60' }] };
    const first = await of.done('POST /invoice-drafts', body, { key: 'make' });
    await of.done(`PATCH /invoice-drafts/${first.id}`, { date: '2026-03-11', lines: [{ name: 'Otra cosa', quantity: '2', price: '1' }] });
    const issued = await of.done(`POST /invoice-drafts/${first.id}/issue`, {}, { key: 'issue' });
    await of.receipt(customerId, '2.42', { auto: true });
    const made = await of.done('POST /invoice-drafts', body, { key: 'make' });
    expect(await of.done(`GET /invoice-drafts/${first.id}`)).toMatchObject(made);
    const again = await of.done(`POST /invoice-drafts/${first.id}/issue`, {}, { key: 'issue' });
    expect(await of.done(`GET /invoices/${issued.id}`)).toMatchObject(again);
    expect(await of.refused('POST /invoice-drafts', { ...body, notes: 'x' }, { key: 'make' })).toMatchObject({
      status: 409,
      code: 'idempotency.key_reused',
    });
    expect(await of.refused(`POST /invoice-drafts/${first.id}/issue`, { date: '2026-03-12' }, { key: 'issue' })).toMatchObject({
      status: 409,
    });
  });

  it('is refused with the field at fault', async () => {
    const { of, customerId } = await setUp(10_000);
    const line = { name: 'A', quantity: '1', price: '1' };
    expect(await of.refused('POST /invoice-drafts', { customerId: 'cus_0000000000000000000000000A', lines: [line] })).toEqual({
      status: 404,
      code: 'customer.not_found',
      field: 'body.customerId',
    });
    expect(await of.refused('POST /invoice-drafts', { customerId, lines: [{ ...line, quantity: '-1' }] })).toEqual({
      status: 400,
      code: 'input.invalid',
      field: 'body.lines.0.quantity',
    });
    expect(await of.refused('POST /invoice-drafts', { customerId, lines: [line], unknown: 1 })).toMatchObject({
      status: 400,
      field: 'body.unknown',
    });
    expect(await of.refused('POST /invoice-drafts', { customerId, lines: [{ quantity: '1', price: '1' }] })).toEqual({
      status: 400,
      code: 'draft.line',
      field: 'body.lines.0.name',
    });
    const late = await of.draft(customerId, '1', { date: '2031-01-01' });
    expect(await of.refused(`POST /invoice-drafts/${late.id}/issue`, {})).toEqual({
      status: 422,
      code: 'period.not_open',
      field: 'body.date',
    });
    const free = await of.draft(customerId, '0');
    expect(await of.refused(`POST /invoice-drafts/${free.id}/issue`, {})).toMatchObject({ status: 422, code: 'invoice.zero' });
    const dear = await of.draft(customerId, '82.65'); // 100.01 with VAT, over the limit of 100.00
    expect(await of.refused(`POST /invoice-drafts/${dear.id}/issue`, {})).toEqual({
      status: 422,
      code: 'customer.credit_exceeded',
      field: 'path.draftId',
    });
  });

  it('is prepared by sales and issued by those who keep the books', async () => {
    const { of, customerId, tenant } = await setUp();
    const draft = await of.done(
      'POST /invoice-drafts',
      { customerId, lines: [{ name: 'A', quantity: '1', price: '1' }] },
      { roles: ['sales'] },
    );
    expect(await of.refused(`POST /invoice-drafts/${draft.id}/issue`, {}, { roles: ['sales'] })).toMatchObject({
      status: 403,
      code: 'role.not_allowed',
    });
    expect(await of.refused('POST /invoice-drafts', {}, { roles: ['auditor'] })).toMatchObject({ status: 403 });
    const stranger = receivablesOf(`${tenant}x`);
    expect(await stranger.refused(`GET /invoice-drafts/${draft.id}`)).toMatchObject({ status: 404 });
    expect(await stranger.refused(`POST /invoice-drafts/${draft.id}/issue`, {})).toMatchObject({ status: 404 });
  });

  it('counts towards the customer’s credit when it is issued', async () => {
    const { of, customerId, records } = await setUp(100_000);
    await of.invoice(customerId, '100');
    expect(await records.getOrThrow(CreditExposures, exposureId(customerId))).toMatchObject({ exposure: 12_100 });
  });
});

describe('fifty drafts issued at once', () => {
  it('get the numbers 1 to 50, without gap or duplicate, and one shard number each', async () => {
    const { of, customerId, records } = await setUp();
    const drafts = await Promise.all(Array.from({ length: 50 }, (_, i) => of.draft(customerId, String(i + 1))));
    const issued = await Promise.all(drafts.map((draft) => of.done(`POST /invoice-drafts/${draft.id}/issue`, {})));
    const expected = Array.from({ length: 50 }, (_, i) => `F2026-${String(i + 1).padStart(6, '0')}`);
    expect(issued.map((i) => i.number).sort()).toEqual(expected);
    const stored = await records.getMany(
      Invoices,
      [...expected, 'F2026-000051'].map((number) => `inv_${number}`),
    );
    expect(stored.map((i) => i !== undefined)).toEqual([...expected.map(() => true), false]);
    expect(new Set(stored.flatMap((i) => (i ? [`${i.entry?.shard}.${i.entry?.seq}`] : []))).size).toBe(50);
  });

  it('of one draft make one invoice, whatever the keys', async () => {
    const { of, customerId, records } = await setUp();
    const draft = await of.draft(customerId, '10');
    const same = await Promise.all(Array.from({ length: 25 }, () => of.ask(`POST /invoice-drafts/${draft.id}/issue`, {}, { key: 'same' })));
    const others = await Promise.all(Array.from({ length: 25 }, () => of.refused(`POST /invoice-drafts/${draft.id}/issue`, {})));
    expect(new Set(same.map((a) => JSON.stringify(a.body))).size).toBe(1);
    expect(new Set(others.map((a) => a.code))).toEqual(new Set(['draft.issued']));
    expect(await records.get(Invoices, 'inv_F2026-000002')).toBeUndefined();
  });
});
