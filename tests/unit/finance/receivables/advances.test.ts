import { beforeEach, describe, expect, it } from 'vitest';
import { Customers } from '../../../../shared/domain/crm/customers/customer.ts';
import { create } from '../../../../shared/kernel/record.ts';
import { newTenant } from '../../../support/call.ts';
import { newCompany, type TestCompany } from '../../../support/company.ts';
import { useMemoryTable } from '../../../support/memory-table.ts';
import { receivablesOf } from '../../../support/receivables.ts';

const table = useMemoryTable({ openWork: true, lists: true });
let company: TestCompany;
let sales: ReturnType<typeof receivablesOf>;
beforeEach(async () => {
  table.clear();
  const tenant = newTenant();
  company = await newCompany(tenant, {}, 100_000_000);
  sales = receivablesOf(tenant);
});

const eur = (amount: string) => ({ amount, currency: 'EUR' });
interface Line {
  readonly account: string;
  readonly debit: { readonly amount: string };
  readonly credit: { readonly amount: string };
}
/** `430 1210.00`, credits negative. */
const entryOf = ({ entry }: { readonly entry: { readonly lines: readonly Line[] } }) =>
  entry.lines.map(({ account, debit, credit }) => `${account} ${Number(debit.amount) === 0 ? `-${credit.amount}` : debit.amount}`);

const issue = async (lines: readonly object[], more: object = {}) => {
  const { id } = await sales.done('POST /invoice-drafts', { customerId: company.customerId, date: '2026-04-08', lines, ...more });
  return sales.done(`POST /invoice-drafts/${id}/issue`, {});
};
const advance = (price: string) => issue([{ name: 'Anticipo del proyecto', kind: 'advance', quantity: '1', price, taxCode: 'IVA-G' }]);
const final = (price: string, advances: readonly object[]) =>
  issue([{ name: 'Proyecto', quantity: '1', price, taxCode: 'IVA-G' }], { advances });
const left = async (id: string) => (await sales.done(`GET /invoices/${id}`)).advanceLeft;

describe('money in advance', () => {
  it('is charged with its tax on 438, and the final invoice takes it off: the tax of the rest alone', async () => {
    const paid = await advance('1000');
    expect(entryOf(paid)).toEqual(['430 1210.00', '438 -1000.00', '477 -210.00']);
    expect(await left(paid.id)).toEqual(eur('1000.00'));
    const invoice = await final('5000', [{ invoiceId: paid.id }]);
    expect(entryOf(invoice)).toEqual(['430 4840.00', '438 1000.00', '705 -5000.00', '477 -840.00']);
    expect(invoice).toMatchObject({
      totals: { net: eur('4000.00'), tax: eur('840.00'), gross: eur('4840.00') },
      open: eur('4840.00'),
    });
    expect(invoice.lines[1]).toMatchObject({ name: `Anticipo ${paid.number}`, quantity: '-1', net: eur('-1000.00') });
    expect(await left(paid.id)).toEqual(eur('0.00'));
    expect((await sales.done(`GET /invoices/${paid.id}`)).deductedBy).toEqual([invoice.id]);
  });

  it('is taken off once, in parts too, and only for its customer', async () => {
    const paid = await advance('1000');
    await final('900', [{ invoiceId: paid.id, net: eur('400.00') }]);
    expect(await left(paid.id)).toEqual(eur('600.00'));
    const body = (advances: readonly object[], more: object = {}) => ({
      ...{ customerId: company.customerId, lines: [{ name: 'Proyecto', quantity: '1', price: '5000' }], advances },
      ...more,
    });
    const refused = (request: object) => sales.refused('POST /invoice-drafts', request);
    expect(await refused(body([{ invoiceId: paid.id, net: eur('600.01') }]))).toMatchObject({ code: 'advance.too_much' });
    expect(await refused(body([{ invoiceId: paid.id }, { invoiceId: paid.id }]))).toMatchObject({ code: 'advance.twice' });
    expect(await refused(body([{ invoiceId: paid.id }], { pricesIncludeTax: true }))).toMatchObject({ code: 'advance.prices' });
    // Two drafts want the rest: the second finds it gone.
    const [one, two] = [
      await sales.done('POST /invoice-drafts', body([{ invoiceId: paid.id }])),
      await sales.done('POST /invoice-drafts', body([{ invoiceId: paid.id }])),
    ];
    await sales.done(`POST /invoice-drafts/${one.id}/issue`, {});
    expect(await sales.refused(`POST /invoice-drafts/${two.id}/issue`, {})).toMatchObject({ code: 'advance.changed' });
    expect(await refused(body([{ invoiceId: paid.id }]))).toMatchObject({ code: 'advance.used' });
    const plain = await issue([{ name: 'Proyecto', quantity: '1', price: '10' }]);
    expect(await refused(body([{ invoiceId: plain.id }]))).toMatchObject({ code: 'advance.none' });
    const dollars = { currency: 'USD', rate: '1.25' };
    const foreign = await issue([{ name: 'Anticipo', kind: 'advance', quantity: '1', price: '10', taxCode: 'IVA-G' }], dollars);
    expect(await refused(body([{ invoiceId: foreign.id }]))).toMatchObject({ code: 'advance.currency' });
    const another = await advance('10');
    const stranger = 'cus_01JDG8ZK5T7QWERTY2MNPQRSTV';
    await company.records.commit([create(Customers, stranger, { name: 'Otra, S.L.', taxId: 'A58818501', paymentDays: 30 })]);
    expect(await refused(body([{ invoiceId: another.id }], { customerId: stranger }))).toMatchObject({ code: 'advance.other' });
  });

  it('of all of the price leaves nothing to pay', async () => {
    const paid = await advance('1000');
    const invoice = await final('1000', [{ invoiceId: paid.id }]);
    expect(entryOf(invoice)).toEqual(['438 1000.00', '705 -1000.00']);
    expect(invoice).toMatchObject({ open: eur('0.00'), state: 'paid' });
  });

  it('is credited only as far as nothing has taken it off', async () => {
    const paid = await advance('1000');
    await final('900', [{ invoiceId: paid.id, net: eur('400.00') }]);
    const note = await sales.done(`POST /invoices/${paid.id}/credit-notes`, { reason: 'No se hace el resto' });
    expect(entryOf(note)).toEqual(['430 -726.00', '438 600.00', '477 126.00']);
    expect(await sales.refused(`POST /invoices/${paid.id}/credit-notes`, { reason: 'Otra vez' })).toMatchObject({
      code: 'credit.nothing_left',
    });
  });

  it('can be taken off again once the final invoice is credited as a whole, and not by its other lines alone', async () => {
    const paid = await advance('1000');
    const invoice = await final('5000', [{ invoiceId: paid.id }]);
    const credit = (body: object) => sales.done(`POST /invoices/${invoice.id}/credit-notes`, { reason: 'Precio', ...body });
    expect(
      await sales.refused(`POST /invoices/${invoice.id}/credit-notes`, { reason: 'Precio', lines: [{ line: 1, net: eur('4000.01') }] }),
    ).toMatchObject({ code: 'credit.too_much' });
    expect(await left(paid.id)).toEqual(eur('0.00'));
    const note = await credit({});
    expect(entryOf(note)).toEqual(['430 -4840.00', '438 -1000.00', '705 5000.00', '477 840.00']);
    expect(await left(paid.id)).toEqual(eur('1000.00'));
    expect(entryOf(await final('2000', [{ invoiceId: paid.id }]))).toEqual(['430 1210.00', '438 1000.00', '705 -2000.00', '477 -210.00']);
  });

  it('is credited by its quantity, too, after it was taken off and given back', async () => {
    const paid = await advance('1000');
    const invoice = await final('5000', [{ invoiceId: paid.id }]);
    await sales.done(`POST /invoices/${invoice.id}/credit-notes`, { reason: 'Se anula' });
    const body = { reason: 'Se devuelve', lines: [{ line: 1, quantity: '1' }] };
    expect(entryOf(await sales.done(`POST /invoices/${paid.id}/credit-notes`, body))).toEqual([
      '430 -1210.00',
      '438 1000.00',
      '477 210.00',
    ]);
  });
});
