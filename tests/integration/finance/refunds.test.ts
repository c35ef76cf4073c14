import { describe, expect, it } from 'vitest';
import { newTenant } from '../../support/call.ts';
import { newCompany } from '../../support/company.ts';
import { eur, receivablesOf } from '../../support/receivables.ts';

const setUp = async (policies: object = {}) => {
  const company = await newCompany(newTenant(), policies);
  const of = receivablesOf(company.tenant);
  const accountant = (name: string) => ({ email: `${name}@${company.tenant}.example`, roles: ['accountant'] as const });
  const [ana, eva] = [accountant('ana'), accountant('eva')];
  const pay = (from: string, amount: string) => ({ from, amount: eur(amount), date: '2026-03-25' });
  const receipt = (amount: string, asking: object) =>
    of.done('POST /receipts', { customerId: company.customerId, date: '2026-03-20', amount: eur(amount) }, asking);
  return { ...company, of, ana, eva, pay, receipt };
};
const SAME = { status: 422, code: 'refund.same_person', field: 'body.from' };

describe('a refund', () => {
  it('of a credit note is not paid by who issued it, and is by another, without an exception', async () => {
    const { of, customerId, ana, eva, pay } = await setUp();
    const invoice = await of.invoice(customerId, '100');
    await of.receipt(customerId, '121', { allocations: [{ invoiceId: invoice.id, amount: eur('121') }] });
    const note = await of.done(`POST /invoices/${invoice.id}/credit-notes`, { reason: 'Error', date: '2026-03-21' }, ana);
    expect(await of.refused('POST /refunds', pay(note.id, '121'), ana)).toEqual(SAME);
    // Its page says so beforehand, to her alone.
    expect((await of.done(`GET /credit-notes/${note.id}`, undefined, ana)).actions.recordRefund).toMatchObject({ code: SAME.code });
    expect((await of.done(`GET /credit-notes/${note.id}`, undefined, eva)).actions.recordRefund).toBeNull();
    const refund = await of.done('POST /refunds', pay(note.id, '121'), eva);
    expect([refund.amount.amount, refund.overrides]).toEqual(['121.00', undefined]);
  });

  it('of a receipt is not paid by who recorded it', async () => {
    const { of, ana, eva, pay, receipt } = await setUp();
    const { id } = await receipt('50', ana);
    expect(await of.refused('POST /refunds', pay(id, '50'), ana)).toEqual(SAME);
    // What she may not pay at once she may not pay in parts either; the other may, twice.
    await of.done('POST /refunds', pay(id, '20'), eva);
    expect(await of.refused('POST /refunds', pay(id, '30'), ana)).toEqual(SAME);
    await of.done('POST /refunds', pay(id, '30'), eva);
  });

  it('is not paid by who freed the credit of a receipt that had paid an invoice', async () => {
    const { of, customerId, ana, eva, pay, receipt } = await setUp();
    const invoice = await of.invoice(customerId, '100');
    const { id } = await receipt('121', ana);
    await of.done(`POST /receipts/${id}/allocations`, { allocations: [{ invoiceId: invoice.id, amount: eur('121') }] }, ana);
    await of.done(`POST /receipts/${id}/allocations/${invoice.id}/removal`, {}, eva);
    expect(await of.refused('POST /refunds', pay(id, '121'), eva)).toEqual(SAME);
  });

  it('by an owner who recorded the money is an exception that stands on it for good', async () => {
    const { of, customerId, pay } = await setUp({ refundLimit: 1000 });
    const { id } = await of.receipt(customerId, '50');
    const small = await of.done('POST /refunds', pay(id, '10'));
    const large = await of.done('POST /refunds', pay(id, '0.01'));
    expect([small.overrides, large.overrides]).toEqual([['same_person'], ['same_person', 'over_limit']]);
    expect((await of.done(`GET /refunds/${large.id}`)).overrides).toEqual(['same_person', 'over_limit']);
  });

  it('beyond the limit of the company waits for an owner, however small its parts', async () => {
    const { of, ana, eva, pay, receipt } = await setUp({ refundLimit: 3000 });
    const { id } = await receipt('100', ana);
    await of.done('POST /refunds', pay(id, '20'), eva);
    expect(await of.refused('POST /refunds', pay(id, '10.01'), eva)).toEqual({ ...SAME, code: 'refund.over_limit' });
    await of.done('POST /refunds', pay(id, '10'), eva);
    expect((await of.done('POST /refunds', pay(id, '70'))).overrides).toEqual(['over_limit']);
  });
});
