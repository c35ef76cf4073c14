import { describe, expect, it } from 'vitest';
import { handler as print } from '../../../functions/finance/receivables/print.ts';
import { handler as company } from '../../../functions/platform/company/commands.ts';
import { handler as orders } from '../../../functions/sales/orders/commands.ts';
import type { Entry } from '../../../shared/domain/finance/ledger/entry.ts';
import { CreditNotes, Invoices } from '../../../shared/domain/finance/receivables/invoice.ts';
import { ReceiptReversals, Receipts, Refunds } from '../../../shared/domain/finance/receivables/receipt.ts';
import type { RecordType } from '../../../shared/kernel/record.ts';
import { datedBuckets } from '../../../shared/runtime/dated.ts';
import { listRecords } from '../../../shared/runtime/lists.ts';
import type { Records } from '../../../shared/runtime/records.ts';
import { call, newTenant } from '../../support/call.ts';
import { newCompany, stockUp } from '../../support/company.ts';
import { readPdf } from '../../support/pdf.ts';
import { eur, receivablesOf } from '../../support/receivables.ts';

const setUp = async () => {
  const company = await newCompany(newTenant());
  return { ...company, of: receivablesOf(company.tenant) };
};
/** The balance of account 430 in cents, from every entry that a document carries. */
async function balanceOf430(records: Records): Promise<number> {
  const { buckets } = datedBuckets(['2026'], { order: 'asc' });
  const kinds = [Invoices, CreditNotes, Receipts, ReceiptReversals, Refunds] as unknown as readonly RecordType<{ readonly entry: Entry }>[];
  const pages = await Promise.all(kinds.map((type) => listRecords(records, type, { buckets, order: 'asc', limit: 100 })));
  return pages
    .flatMap((page) => page.items.flatMap(({ entry }) => entry.lines))
    .reduce((sum, line) => sum + (line.account === '430' ? line.amount : 0), 0);
}
const cents = (money: { amount: string }) => Math.round(Number(money.amount) * 100);

describe('what customers owe', () => {
  it('is the balance of account 430 after every step', async () => {
    const { of, customerId, records } = await setUp();
    const agrees = async () => {
      const summary = await of.done('GET /receivables');
      expect(cents(summary.receivable)).toBe(await balanceOf430(records));
      const aged = Object.values(summary.ageing as Record<string, { amount: string }>).reduce((sum, money) => sum + cents(money), 0);
      expect(aged).toBe(cents(summary.openInvoices));
      expect(cents(summary.overdue)).toBe(aged - cents(summary.ageing.notDue));
      return summary;
    };
    expect(await agrees()).toMatchObject({ receivable: { amount: '0.00' }, count: 0 });
    const [a, b] = [await of.invoice(customerId, '100'), await of.invoice(customerId, '50')];
    expect(await agrees()).toMatchObject({ openInvoices: { amount: '181.50' }, count: 2 });
    const receipt = await of.receipt(customerId, '200', { allocations: [{ invoiceId: a.id, amount: eur('121') }] });
    expect(await agrees()).toMatchObject({
      openInvoices: { amount: '60.50' },
      unappliedCredits: { amount: '79.00' },
      receivable: { amount: '-18.50' },
    });
    const note = await of.done(`POST /invoices/${a.id}/credit-notes`, { reason: 'x', lines: [{ line: 1, net: eur('33.33') }] });
    await agrees();
    await of.done(`POST /credit-notes/${note.id}/allocations`, { allocations: [{ invoiceId: b.id, amount: eur('10') }] });
    await agrees();
    await of.done('POST /refunds', { from: note.id, amount: eur('5') });
    await agrees();
    await of.done(`POST /receipts/${receipt.id}/allocations/${a.id}/removal`, {});
    await agrees();
    await of.done(`POST /receipts/${receipt.id}/reversal`, { reason: 'Devuelto' });
    await agrees();
  });
});

describe('a document’s PDF', () => {
  const link = (tenant: string, route: string, template: string) => call(print, route, template, { tenant, roles: ['auditor'] });
  const linkOf = (tenant: string, id: string) => link(tenant, `GET /invoices/${id}/pdf`, 'GET /invoices/{invoiceId}/pdf');
  const fetched = async (url: string) => Buffer.from(await (await fetch(url)).arrayBuffer());

  it('opens by a link for a quarter of an hour, and stays the same whatever happens to invoice and company', async () => {
    const { of, customerId, tenant } = await setUp();
    const invoice = await of.invoice(customerId, '100');
    expect((await call(company, 'PATCH /company', 'PATCH /company', { tenant, body: { name: 'Nombre Nuevo, S.L.' } })).status).toBe(200);
    const before = Date.now();
    const { status, body } = await linkOf(tenant, invoice.id);
    expect(status, JSON.stringify(body)).toBe(200);
    expect(Date.parse(body.expiresAt) - before).toBeGreaterThan(14 * 60_000);
    expect(Date.parse(body.expiresAt) - before).toBeLessThan(16 * 60_000);
    const first = await fetched(body.url);
    expect(first.length).toBe(body.bytes);
    const { text } = await readPdf(first);
    for (const wanted of ['F2026-000001', 'Prueba, S.L.', 'Cliente de prueba', '121,00 €']) expect(text).toContain(wanted);
    expect(text).not.toContain('Nombre Nuevo');
    await of.receipt(customerId, '121', { auto: true });
    const again = await linkOf(tenant, invoice.id);
    expect((await fetched(again.body.url)).equals(first)).toBe(true);
  });

  it('of a credit note names its invoice', async () => {
    const { of, customerId, tenant } = await setUp();
    const invoice = await of.invoice(customerId, '100');
    const note = await of.done(`POST /invoices/${invoice.id}/credit-notes`, { reason: 'Género defectuoso' });
    const { body } = await link(tenant, `GET /credit-notes/${note.id}/pdf`, 'GET /credit-notes/{creditNoteId}/pdf');
    const { text } = await readPdf(await fetched(body.url));
    for (const wanted of ['FACTURA RECTIFICATIVA', 'R2026-000001', 'F2026-000001', 'Género defectuoso', '-121,00 €'])
      expect(text).toContain(wanted);
  });

  it('of an invoice that comes after the goods says when they left', async () => {
    const { customerId, tenant, ...rest } = await setUp();
    const [itemId] = await stockUp({ ...rest, customerId, tenant }, [['A', 5, 1000]]);
    const order = await call(orders, 'POST /orders', 'POST /orders', {
      tenant,
      body: { customerId, date: '2026-03-10', lines: [{ itemId, quantity: '2' }] },
    });
    const route = `POST /orders/${order.body.id}`;
    for (const [date, quantity] of [
      ['2026-03-11', '1'],
      ['2026-03-12', '1'],
    ])
      expect(
        (
          await call(orders, `${route}/shipments`, 'POST /orders/{orderId}/shipments', {
            tenant,
            body: { date, invoice: false, lines: [{ line: 1, quantity }] },
          })
        ).status,
      ).toBe(201);
    const { body } = await call(orders, `${route}/invoices`, 'POST /orders/{orderId}/invoices', { tenant, body: { date: '2026-03-31' } });
    expect(await rest.of.done(`GET /invoices/${body.invoiceId}`)).toMatchObject({ date: '2026-03-31', operationDate: '2026-03-12' });
    const { text } = await readPdf(await fetched((await linkOf(tenant, body.invoiceId)).body.url));
    expect(text).toContain('12/03/2026');
  });

  it('of another company, or of nothing, is not there', async () => {
    const { of, customerId, tenant } = await setUp();
    const other = await setUp();
    const { id } = await of.invoice(customerId, '100');
    expect(await linkOf(other.tenant, id)).toMatchObject({ status: 404, body: { code: 'invoice.not_found' } });
    expect(await linkOf(tenant, 'inv_F2026-000002')).toMatchObject({ status: 404 });
    expect(await linkOf(tenant, 'inv_..%2Fsecret')).toMatchObject({ status: 400 });
  });
});

describe('reading', () => {
  it('shows nothing of another company', async () => {
    const { of, customerId } = await setUp();
    const stranger = (await setUp()).of;
    const invoice = await of.invoice(customerId, '100');
    const receipt = await of.receipt(customerId, '100');
    for (const route of [`GET /invoices/${invoice.id}`, `GET /receipts/${receipt.id}`])
      expect(await stranger.refused(route)).toMatchObject({ status: 404 });
    for (const route of ['GET /invoices', 'GET /receipts', 'GET /credit-notes', 'GET /refunds', 'GET /invoice-drafts'])
      expect((await stranger.done(route)).items).toEqual([]);
    expect(await stranger.done('GET /receivables')).toMatchObject({ count: 0, receivable: { amount: '0.00' } });
    expect(await stranger.refused('POST /receipts', { customerId, amount: eur('1') })).toMatchObject({
      status: 404,
      code: 'customer.not_found',
    });
    expect(await stranger.refused('POST /refunds', { from: receipt.id, amount: eur('1') })).toMatchObject({
      status: 404,
      code: 'receipt.not_found',
    });
  });

  it('pages through invoices by an opaque cursor, newest first', async () => {
    const { of, customerId } = await setUp();
    for (let i = 1; i <= 5; i += 1) await of.invoice(customerId, String(i), { date: `2026-0${i}-10` });
    const seen: string[] = [];
    for (let cursor: string | undefined, more = true; more; more = cursor !== undefined) {
      const page = await of.done('GET /invoices', undefined, { query: { limit: '2', ...(cursor ? { cursor } : {}) } });
      seen.push(...page.items.map((i: { date: string }) => i.date));
      cursor = page.nextCursor;
    }
    expect(seen).toEqual(['2026-05-10', '2026-04-10', '2026-03-10', '2026-02-10', '2026-01-10']);
    const range = await of.done('GET /invoices', undefined, { query: { from: '2026-02-10', to: '2026-04-09', order: 'asc' } });
    expect(range.items.map((i: { date: string }) => i.date)).toEqual(['2026-02-10', '2026-03-10']);
    expect(await of.refused('GET /invoices', undefined, { query: { cursor: 'abc' } })).toMatchObject({
      status: 400,
      code: 'cursor.invalid',
    });
    expect(await of.refused('GET /invoices', undefined, { query: { colour: 'red' } })).toMatchObject({
      status: 400,
      field: 'query.colour',
    });
  });
});
