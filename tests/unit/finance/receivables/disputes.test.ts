import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { handler as interest } from '../../../../functions/finance/interest/queries.ts';
import { handler as remindCustomers } from '../../../../functions/finance/receivables/remind-customers.event.ts';
import { Customers } from '../../../../shared/domain/crm/customers/customer.ts';
import { Invoices } from '../../../../shared/domain/finance/receivables/invoice.ts';
import { create, update } from '../../../../shared/kernel/record.ts';
import { idFrom } from '../../../../shared/runtime/fingerprint.ts';
import { enlistTenant } from '../../../../shared/runtime/tenants.ts';
import { call, newTenant } from '../../../support/call.ts';
import { newCompany, recordsOf, type TestCompany } from '../../../support/company.ts';
import { useMemoryTable } from '../../../support/memory-table.ts';
import { eur, receivablesOf } from '../../../support/receivables.ts';
import { IBAN, OTHER_IBAN, treasuryOf } from '../../../support/treasury.ts';

const table = useMemoryTable({ openWork: true, lists: true });
let company: TestCompany;
let sales: ReturnType<typeof receivablesOf>;
const on = (day: string) => vi.setSystemTime(new Date(`${day}T10:00:00Z`));

beforeAll(() => void vi.useFakeTimers({ toFake: ['Date'] }));
afterAll(() => void vi.useRealTimers());
beforeEach(async () => {
  table.clear();
  on('2026-05-20');
  company = await newCompany(newTenant(), { dunningDays: [1, 8] });
  sales = receivablesOf(company.tenant);
});

/** 2,420.00, due on 9 April 2026. */
const invoice = (customerId = company.customerId) => sales.invoice(customerId, '2000');
const dispute = (id: string, body: object = {}) => sales.done(`POST /invoices/${id}/dispute`, { reason: 'Faltan bultos', ...body });
const resolve = (id: string, body: object = {}) => sales.done(`POST /invoices/${id}/dispute/resolution`, body);
const refused = async (id: string, what: string, body: object = {}) => {
  const { code, field } = await sales.refused(`POST /invoices/${id}/${what}`, body);
  return [code, field];
};

describe('an invoice that its customer disputes', () => {
  it('says so until the dispute ends, is not reminded of meanwhile, and keeps each dispute with its days', async () => {
    const { id } = await invoice();
    expect(await sales.done(`GET /invoices/${id}`)).toMatchObject({ disputed: false, disputes: [], nextReminder: '2026-04-10' });
    const during = await dispute(id, { on: '2026-04-15' });
    const by = during.disputes[0].by;
    expect(during).toMatchObject({ disputed: true, open: eur('2420.00'), state: 'overdue' });
    expect(during.disputes).toEqual([{ from: '2026-04-15', reason: 'Faltan bultos', by }]);
    const shown = await sales.done(`GET /invoices/${id}`);
    expect([shown.nextReminder, shown.actions.disputeInvoice.code, shown.actions.resolveDispute]).toEqual([
      undefined,
      'dispute.open',
      null,
    ]);
    const after = await resolve(id, { outcome: 'Aparecieron', on: '2026-04-30' });
    expect(after.disputed).toBe(false);
    await dispute(id);
    const { disputes } = await resolve(id);
    expect(disputes).toEqual([
      { from: '2026-04-15', to: '2026-04-30', reason: 'Faltan bultos', by, outcome: 'Aparecieron', resolvedBy: by },
      { from: '2026-05-20', to: '2026-05-20', reason: 'Faltan bultos', by, resolvedBy: by },
    ]);
    expect((await sales.done(`GET /invoices/${id}`)).nextReminder).toBe('2026-05-21');
  });

  it('gets no reminder by the daily round, and its next once the dispute has ended', async () => {
    await enlistTenant(company.tenant);
    const customer = await company.records.getOrThrow(Customers, company.customerId);
    await company.records.commit([update(Customers, customer, { ...customer, email: 'deudor@example.com' })]);
    const [one, other] = [await invoice(), await invoice()];
    await dispute(one.id);
    const look = async () => {
      expect(await remindCustomers(undefined)).toMatchObject({ failed: 0 });
      return Promise.all([one, other].map(async ({ id }) => (await sales.done(`GET /invoices/${id}`)).reminders));
    };
    expect(await look()).toEqual([0, 1]);
    await resolve(one.id);
    expect(await look()).toEqual([0, 1]);
    on('2026-05-21');
    expect(await look()).toEqual([1, 1]);
  });

  it('bears no interest for those days', async () => {
    const { id } = await invoice();
    const late = async () => {
      const route = `GET /invoices/${id}/late-interest`;
      const { body } = await call(interest, route, 'GET /invoices/{invoiceId}/late-interest', { tenant: company.tenant });
      return [body.days, body.interest.amount];
    };
    // From 10 April to 20 May, 41 days: 2,420.00 × 41 × 10.15 / 36,500 = 27.591…
    expect(await late()).toEqual([41, '27.59']);
    await dispute(id, { on: '2026-04-21' });
    await resolve(id, { on: '2026-04-30' });
    // 31 days: 2,420.00 × 31 × 10.15 / 36,500 = 20.861…
    expect(await late()).toEqual([31, '20.86']);
  });

  it('is found by that, and the others keep no trace of it', async () => {
    const [one, other] = [await invoice(), await invoice()];
    await dispute(one.id);
    const listed = async (disputed: string) =>
      (await sales.done('GET /invoices', undefined, { query: { disputed } })).items.map(({ id }: { id: string }) => id);
    expect([await listed('true'), await listed('false')]).toEqual([[one.id], [other.id]]);
    expect(await company.records.getOrThrow(Invoices, other.id)).not.toHaveProperty('disputes');
  });

  it('is disputed once at a time, while something of it is open, from its date to today', async () => {
    const { id } = await invoice();
    const reason = { reason: 'x' };
    expect(await refused(id, 'dispute/resolution')).toEqual(['dispute.none', 'path.invoiceId']);
    for (const day of ['2026-03-09', '2026-05-21'])
      expect(await refused(id, 'dispute', { ...reason, on: day })).toEqual(['dispute.date', 'body.on']);
    await dispute(id, { on: '2026-04-15' });
    expect(await refused(id, 'dispute', reason)).toEqual(['dispute.open', 'path.invoiceId']);
    for (const day of ['2026-04-14', '2026-05-21'])
      expect(await refused(id, 'dispute/resolution', { on: day })).toEqual(['dispute.date', 'body.on']);
    await resolve(id, { on: '2026-04-20' });
    expect(await refused(id, 'dispute', { ...reason, on: '2026-04-19' })).toEqual(['dispute.date', 'body.on']);
    await sales.receipt(company.customerId, '2420.00', { allocations: [{ invoiceId: id, amount: eur('2420.00') }] });
    expect(await refused(id, 'dispute', reason)).toEqual(['dispute.paid', 'path.invoiceId']);
  });
});

describe('a run of direct debits', () => {
  it('leaves out what is disputed, and says so; what a run collects is not disputed before it is taken out', async () => {
    const runs = treasuryOf(company.tenant);
    await runs.ask('ana', 'GET /treasury/payment-runs', undefined, { roles: ['accountant'] });
    const customerId = idFrom('cus', company.tenant, 'Lumbre');
    const address = { street: 'Mayor 1', postalCode: '28001', city: 'Madrid', country: 'ES' };
    const data = { name: 'Lumbre', taxId: 'B58378431', paymentDays: 7, address };
    await recordsOf(company.tenant).commit([create(Customers, customerId, data)]);
    await runs.done('ana', 'POST /treasury/mandates', { customerId, iban: OTHER_IBAN, signedOn: '2026-03-01' });
    const [disputed, other] = [await invoice(customerId), await sales.invoice(customerId, '100')];
    await dispute(disputed.id);
    const nothing = await runs.refused('ana', 'POST /treasury/debit-runs', { iban: IBAN, invoiceIds: [disputed.id] });
    expect(nothing).toEqual([422, 'debit_run.nothing', 'body.until']);
    const run = await runs.done('ana', 'POST /treasury/debit-runs', { iban: IBAN });
    expect([run.total.amount, run.leftOut]).toEqual([
      '121.00',
      [{ partyId: customerId, partyName: 'Lumbre', why: 'disputed', amount: eur('2420.00') }],
    ]);
    expect(await refused(other.id, 'dispute', { reason: 'x' })).toEqual(['document.in_run', 'path.invoiceId']);
  });
});
