import { beforeEach, describe, expect, it } from 'vitest';
import { newTenant } from '../../../support/call.ts';
import { newCompany, type TestCompany } from '../../../support/company.ts';
import { einvoicingOf } from '../../../support/einvoicing.ts';
import { useMemoryTable } from '../../../support/memory-table.ts';
import { receivablesOf } from '../../../support/receivables.ts';

const table = useMemoryTable({ openWork: true, lists: true });
let company: TestCompany;
let sales: ReturnType<typeof receivablesOf>;
let einvoices: ReturnType<typeof einvoicingOf>;

beforeEach(async () => {
  table.clear();
  const tenant = newTenant();
  company = await newCompany(tenant, {}, 100_000_000);
  [sales, einvoices] = [receivablesOf(tenant), einvoicingOf(tenant)];
  const agent = { letters: 'TB', name: 'Gestoría Norte, S.L.', taxId: 'B58378431' };
  const buyer = { letters: 'DA', name: 'Cliente', taxId: 'B65410011', customerId: company.customerId };
  await einvoices.done('PATCH /e-invoicing/settings', { issuers: [buyer, agent] });
});

const draft = (issuedBy?: string, taxCode = 'IVA-G') =>
  sales.done('POST /invoice-drafts', {
    customerId: company.customerId,
    date: '2026-03-10',
    lines: [{ name: 'Trabajo', kind: 'service', quantity: '1', price: '100', taxCode }],
    ...(issuedBy ? { issuedBy } : {}),
  });
const issue = async (...of: Parameters<typeof draft>) => sales.done(`POST /invoice-drafts/${(await draft(...of)).id}/issue`, {});

describe('invoices that others issue in the company’s name', () => {
  it('count by themselves, 1, 2, 3 in each series, and so do those that correct them', async () => {
    const numbers = [];
    for (const by of [undefined, 'TB', 'DA', 'TB', undefined]) numbers.push((await issue(by)).number);
    expect(numbers).toEqual(['F2026-000001', 'FTB2026-000001', 'FDA2026-000001', 'FTB2026-000002', 'F2026-000002']);
    expect((await issue(undefined, 'ISP-84G')).number).toBe('FG2026-000001');
    const credit = (id: string) =>
      sales.done(`POST /invoices/${id}/credit-notes`, { reason: 'Descuento', lines: [{ line: 1, quantity: '1' }] });
    const notes = [];
    for (const number of ['FTB2026-000001', 'F2026-000001', 'FTB2026-000002', 'FG2026-000001'])
      notes.push((await credit(`inv_${number}`)).number);
    expect(notes).toEqual(['RTB2026-000001', 'R2026-000001', 'RTB2026-000002', 'R2026-000002']);
    expect((await issue('DA')).issuedBy).toEqual({ letters: 'DA', name: 'Cliente', taxId: 'B65410011' });
  });

  it('are of those whom the settings name, and no series changes hands', async () => {
    expect(await sales.refused('POST /invoice-drafts', { ...plain(), issuedBy: 'TZ' })).toMatchObject({ code: 'invoice.issuer_unknown' });
    const { id } = await draft('TB');
    const ended = [
      { letters: 'DA', name: 'Cliente', taxId: 'B65410011', customerId: company.customerId },
      { letters: 'TB', name: 'Gestoría Norte, S.L.', taxId: 'B58378431', ended: true },
    ];
    expect(
      await einvoices.refused('PATCH /e-invoicing/settings', { issuers: [{ ...ended[1], letters: 'TA', taxId: 'B12345678' }, ...ended] }),
    ).toMatchObject({
      ...{ status: 422, code: 'invoice.issuer_tax_id' },
    });
    await einvoices.done('PATCH /e-invoicing/settings', { issuers: ended });
    expect(await sales.refused(`POST /invoice-drafts/${id}/issue`, {})).toMatchObject({ code: 'invoice.issuer_unknown' });
    // Until they have issued, they are taken out again.
    await einvoices.done('PATCH /e-invoicing/settings', { issuers: ended.slice(1) });
    await einvoices.done('PATCH /e-invoicing/settings', { issuers: ended });
    await issue('DA');
    expect(await einvoices.refused('PATCH /e-invoicing/settings', { issuers: ended.slice(1) })).toMatchObject({
      code: 'invoice.issuer_code',
    });
  });
});

const plain = () => ({
  customerId: company.customerId,
  lines: [{ name: 'Trabajo', kind: 'service', quantity: '1', price: '100' }],
});
