import { beforeEach, describe, expect, it } from 'vitest';
import { type ImportRun, importDocument } from '../../../../functions/sales/imports/document-import.ts';
import { MasterData } from '../../../../functions/sales/imports/master-data.ts';
import { Customers } from '../../../../shared/domain/crm/customers/customer.ts';
import { Invoices } from '../../../../shared/domain/finance/receivables/invoice.ts';
import { COMPANY_ID, Companies } from '../../../../shared/domain/platform/company/company.ts';
import type { Policies } from '../../../../shared/domain/platform/company/policies.ts';
import { counted, EMPTY_TALLY } from '../../../../shared/domain/sales/imports/import.ts';
import { importProfileOf } from '../../../../shared/domain/sales/imports/profiles.ts';
import { create } from '../../../../shared/kernel/record.ts';
import { idFrom } from '../../../../shared/runtime/fingerprint.ts';
import { useMemoryTable } from '../../../support/memory-table.ts';
import { DAY, newSeller, type Seller } from '../../../support/seller.ts';

const table = useMemoryTable();
beforeEach(() => table.clear());

/** A shop, and a customer of whom it knows the name. */
async function shopWithUnknown(policies: Partial<Policies> = {}) {
  const shop = await newSeller([['A', 100, 10_000]], { policies });
  const { id } = await shop.done('createCustomer', { body: { name: 'Ana' } });
  return { shop, unknown: id as string, item: shop.items[0] as string };
}
type Opened = Awaited<ReturnType<typeof shopWithUnknown>>;
const sold = ({ shop, unknown, item }: Opened, price: string, more: object = {}) =>
  shop.place([{ itemId: item, quantity: '1', price }], { customerId: unknown, ...more });
const invoiceOf = async (shop: Seller, shipment: { invoiceId: string }) => shop.records.getOrThrow(Invoices, shipment.invoiceId);

describe('a shipment to a customer without a tax id', () => {
  it('is billed by a simplified invoice up to 400.00 with VAT, in a series of its own', async () => {
    const opened = await shopWithUnknown();
    const { shop, item } = opened;
    // 330.58 + 21 % (69.42) = 400.00
    const first = await sold(opened, '330.58');
    expect(first).not.toHaveProperty('warnings');
    const small = await shop.ship(first.id);
    const full = await shop.ship((await shop.place([{ itemId: item, quantity: '1', price: '330.58' }])).id);
    const second = await shop.ship((await sold(opened, '10')).id);
    expect([small.invoiceId, full.invoiceId, second.invoiceId]).toEqual(['inv_FS2026-000001', 'inv_F2026-000001', 'inv_FS2026-000002']);
    const view = await shop.done('getInvoice', { path: [small.invoiceId] });
    expect(view).toMatchObject({ number: 'FS2026-000001', simplified: true, recipientMissing: false });
    expect(await shop.done('getInvoice', { path: [full.invoiceId] })).toMatchObject({ simplified: false });
    const credit = await shop.done('creditInvoice', { path: [small.invoiceId], body: { reason: 'Error', date: DAY } });
    expect(credit).toMatchObject({ number: 'R2026-000001', corrects: 'inv_FS2026-000001' });
  });

  it('costs as many writes as any other', async () => {
    const opened = await shopWithUnknown();
    const { shop, item } = opened;
    const orders = [await shop.place([{ itemId: item, quantity: '1' }]), await sold(opened, '10')];
    const costs: number[] = [];
    for (const { id } of orders) {
      const before = table.writes();
      await shop.ship(id);
      costs.push(table.writes() - before);
    }
    // The order, its stock, the invoice with its entry, the period.
    expect(costs).toEqual([4, 4]);
  });

  it('is refused whole a cent above, told before by the order and by a dry run; without its invoice it leaves', async () => {
    const opened = await shopWithUnknown();
    const { shop, unknown } = opened;
    // 330.59 + 21 % (69.42) = 400.01
    const order = await sold(opened, '330.59');
    const warning = { code: 'invoice.recipient_unidentified', params: { customer: 'Ana', limit: '400.00', total: '400.01' } };
    expect(order.warnings).toMatchObject([warning]);
    expect((await shop.order(order.id)).warnings).toMatchObject([warning]);
    const before = [table.writes(), await shop.stock()];
    const refusal = { status: 422, code: 'invoice.recipient_unidentified', field: 'path.orderId' };
    for (const dryRun of [{ dryRun: true } as const, {}])
      expect(await shop.refused('shipOrder', { path: [order.id], body: { date: DAY }, ...dryRun })).toEqual(refusal);
    expect([table.writes(), await shop.stock()]).toEqual(before);
    expect(await shop.ship(order.id, { invoice: false })).not.toHaveProperty('invoiceId');
    const joint = () => ({ path: [order.id], body: { date: DAY } });
    expect(await shop.refused('invoiceOrder', joint())).toEqual(refusal);
    // The way out.
    await shop.done('patchCustomer', { path: [unknown], body: { taxId: 'B58378431' } });
    expect(await shop.order(order.id)).not.toHaveProperty('warnings');
    expect(await shop.done('invoiceOrder', joint())).toMatchObject({ number: 'F2026-000001' });
  });

  it('may come to 3,000.00 where the company is a retailer', async () => {
    const opened = await shopWithUnknown({ simplifiedUpTo: 'three-thousand' });
    const { shop } = opened;
    // 2,479.34 + 21 % (520.66) = 3,000.00; 2,479.35 + 520.66 = 3,000.01
    expect(await shop.ship((await sold(opened, '2479.34')).id)).toMatchObject({ invoiceId: 'inv_FS2026-000001' });
    const { id } = await sold(opened, '2479.35');
    expect(await shop.refused('shipOrder', { path: [id], body: { date: DAY } })).toMatchObject({ code: 'invoice.recipient_unidentified' });
  });
});

describe('where no shipment decides', () => {
  it('an order that is invoiced as it is placed is refused at its customer', async () => {
    const opened = await shopWithUnknown({ invoiceOn: 'order' });
    const { shop, unknown, item } = opened;
    const lines = [{ itemId: item, quantity: '1', price: '330.59' }];
    const body = shop.orderBody(lines, { customerId: unknown });
    const refusal = { status: 422, code: 'invoice.recipient_unidentified', field: 'body.customerId' };
    for (const dryRun of [{ dryRun: true } as const, {}]) expect(await shop.refused('placeOrder', { body, ...dryRun })).toEqual(refusal);
    expect((await sold(opened, '330.58')).invoiceIds).toEqual(['inv_FS2026-000001']);
    const quote = await sold(opened, '330.59', { quote: true });
    expect(quote.warnings).toHaveLength(1);
    expect(await shop.refused('placeQuote', { path: [quote.id], body: {} })).toEqual({ ...refusal, field: 'path.orderId' });
  });

  it('a draft says so before it is issued', async () => {
    const { shop, unknown } = await shopWithUnknown();
    const draft = async (price: string) => {
      const body = { customerId: unknown, date: DAY, lines: [{ name: 'Asesoría', quantity: '1', price }] };
      return (await shop.done('createDraft', { body })).id as string;
    };
    const [dear, cheap] = [await draft('330.59'), await draft('330.58')];
    for (const dryRun of [{ dryRun: true } as const, {}])
      expect(await shop.refused('issueDraft', { path: [dear], body: {}, ...dryRun })).toEqual({
        status: 422,
        code: 'invoice.recipient_unidentified',
        field: 'path.draftId',
      });
    expect(await shop.done('issueDraft', { path: [cheap], body: {} })).toMatchObject({ number: 'FS2026-000001', simplified: true });
  });
});

describe('a sale of a shop’s file', () => {
  it('is taken whoever bought it: above the limit its invoice is marked, and counted', async () => {
    const { shop } = await shopWithUnknown();
    const { records, tenant } = shop;
    const company = await records.getOrThrow(Companies, COMPANY_ID);
    const walkInCustomerId = idFrom('cus', tenant, 'walk-in');
    await records.commit([create(Customers, walkInCustomerId, { name: 'Cliente de contado', paymentDays: 0, walkIn: true })]);
    const profile = importProfileOf('online-retail');
    const masters = new MasterData(records, profile, { ...company, walkInCustomerId });
    const authority = { by: 'owner', may: () => true };
    const importedAt = '2026-03-11T09:00:00.000Z';
    const run: ImportRun = { importId: 'imp_X', importedAt, profile, company, masters, authority, approves: false };
    const take = (number: string, price: string, customer = '') =>
      importDocument(records, run, {
        status: 'new',
        document: {
          number,
          returned: false,
          head: { date: DAY, customer, country: 'Spain' },
          rows: [{ line: Number(number) + 1, code: '85123A', description: 'Taza', quantity: '1', price }],
          problems: [],
        },
      });
    const outcomes = [await take('1', '330.58'), await take('2', '330.59'), await take('3', '330.59', '17850')];
    const invoices = await Promise.all(outcomes.map(({ existing }) => invoiceOf(shop, { invoiceId: existing?.created?.invoiceId ?? '' })));
    expect(invoices.map(({ number, totals, recipientMissing, open }) => [number, totals.gross, recipientMissing, open])).toEqual([
      ['FS2026-000001', 40_000, undefined, 0],
      ['F2026-000001', 40_001, true, 0],
      ['F2026-000002', 40_001, true, 40_001],
    ]);
    const tally = outcomes.reduce(counted, EMPTY_TALLY);
    expect([tally.documents.sales, tally.recipientMissing]).toEqual([3, 2]);
    expect(await shop.done('getInvoice', { path: ['inv_F2026-000001'] })).toMatchObject({ simplified: false, recipientMissing: true });
  });
});
