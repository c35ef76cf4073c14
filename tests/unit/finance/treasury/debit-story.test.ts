import fc from 'fast-check';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { Customers } from '../../../../shared/domain/crm/customers/customer.ts';
import { Invoices } from '../../../../shared/domain/finance/receivables/invoice.ts';
import { Receipts } from '../../../../shared/domain/finance/receivables/receipt.ts';
import { PaymentRuns } from '../../../../shared/domain/finance/treasury/payment-run.ts';
import { create } from '../../../../shared/kernel/record.ts';
import { idFrom } from '../../../../shared/runtime/fingerprint.ts';
import { newTenant } from '../../../support/call.ts';
import { newCompany, recordsOf } from '../../../support/company.ts';
import { useMemoryTable } from '../../../support/memory-table.ts';
import { eur, receivablesOf } from '../../../support/receivables.ts';
import { IBAN, treasuryOf } from '../../../support/treasury.ts';

const table = useMemoryTable({ openWork: true, lists: true });
beforeAll(() => void vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-03-02T10:00:00Z') }));
afterAll(() => void vi.useRealTimers());

const STEPS = [
  'propose',
  'propose',
  'approve',
  'approve',
  'send',
  'send',
  'reject',
  'cancel',
  'execute',
  'execute',
  'return',
  'pay',
] as const;
const steps = fc.array(fc.record({ step: fc.constantFrom(...STEPS), of: fc.nat(3), no: fc.nat(1) }), { minLength: 6, maxLength: 24 });

/** Two customers with mandates, and three invoices of 121.00, 60.50 and 12.10. */
async function company() {
  table.clear();
  vi.setSystemTime(new Date('2026-03-02T10:00:00Z'));
  const tenant = newTenant();
  await newCompany(tenant);
  const [sales, runs, records] = [receivablesOf(tenant), treasuryOf(tenant), recordsOf(tenant)];
  for (const by of ['ana', 'bea']) await runs.ask(by, 'GET /treasury/payment-runs', undefined, { roles: ['accountant'] });
  const customers = ['uno', 'dos'].map((name) => idFrom('cus', tenant, name));
  const address = { street: 'Mayor 1', postalCode: '28001', city: 'Madrid', country: 'ES' };
  for (const id of customers) {
    await records.commit([create(Customers, id, { name: id.slice(-4), taxId: 'B58378431', paymentDays: 0, address })]);
    await runs.done('ana', 'POST /treasury/mandates', { customerId: id, iban: IBAN, signedOn: '2026-03-01' });
  }
  const [one = '', two = ''] = customers;
  const date = { date: '2026-03-02' };
  const invoices = [
    await sales.invoice(one, '100.00', date),
    await sales.invoice(one, '50.00', date),
    await sales.invoice(two, '10.00', date),
  ];
  vi.setSystemTime(new Date('2026-03-10T10:00:00Z'));
  return { tenant, sales, runs, invoices: invoices.map(({ id, customerId }) => ({ id, customerId })) };
}

type Shop = Awaited<ReturnType<typeof company>>;
interface Told {
  readonly step: (typeof STEPS)[number];
  readonly of: number;
  readonly no: number;
}

/** What each step asks of a run; of `send`, what the workflow does once it is approved. */
const ASKS: Readonly<Record<string, (no: number) => readonly [path: string, body: object]>> = {
  approve: () => ['approval', {}],
  execute: () => ['execution', {}],
  cancel: () => ['cancellation', { reason: 'x' }],
  reject: (no) => [`payments/${no}/rejection`, { reason: 'x' }],
  return: (no) => [`payments/${no}/return`, { code: 'AM04' }],
};

/** Somebody does a step, or is refused it. @param ids of the runs so far */
async function act({ tenant, sales, runs, invoices }: Shop, { step, of, no }: Told, ids: string[]): Promise<void> {
  const id = ids[of % Math.max(1, ids.length)];
  const asked = ASKS[step]?.(no + 1);
  if (step === 'propose') {
    const { status, body } = await runs.ask('bea', 'POST /treasury/debit-runs', { iban: IBAN });
    if (status === 201) ids.push(body.id);
  }
  if (step === 'pay') {
    const { id: invoiceId = '', customerId } = invoices[of % 3] ?? {};
    await sales.ask('POST /receipts', { customerId, amount: eur('5.00'), allocations: [{ invoiceId, amount: eur('5.00') }] });
  }
  if (id && asked) await runs.ask('bea', `POST /treasury/payment-runs/${id}/${asked[0]}`, asked[1]);
  if (id && step === 'send' && (await recordsOf(tenant).getOrThrow(PaymentRuns, id)).state === 'approved') await runs.send(id);
}

it('whatever people do with runs of direct debits: 430 is what is open, and no invoice is in two runs or collected twice', async () => {
  await fc.assert(
    fc.asyncProperty(steps, async (story) => {
      const shop = await company();
      const ids: string[] = [];
      for (const told of story) await act(shop, told, ids);
      await holds(shop, ids);
    }),
    { numRuns: 25 },
  );
}, 60_000);

async function holds({ tenant, sales, invoices: made }: Shop, ids: readonly string[]) {
  const records = recordsOf(tenant);
  const runs = (await records.getMany(PaymentRuns, ids)).flatMap((run) => run ?? []);
  const invoiceIds = made.map(({ id }) => id);
  const invoices = (await records.getMany(Invoices, invoiceIds)).flatMap((invoice) => invoice ?? []);
  // Each invoice is held by the run that says so, and by no other.
  for (const invoice of invoices) {
    const holding = runs.filter(
      ({ state, payments }) =>
        ['proposed', 'approved', 'sent'].includes(state) &&
        payments.some((payment) => payment.state === 'open' && payment.charges.some(({ id }) => id === invoice.id)),
    );
    expect(holding.map(({ id }) => id)).toEqual(invoice.paymentRunId ? [invoice.paymentRunId] : []);
    expect(invoice.open).toBeGreaterThanOrEqual(0);
  }
  const { items } = await sales.done('GET /receipts', undefined, { query: { limit: '100' } });
  const receipts = (
    await records.getMany(
      Receipts,
      items.map(({ id }: { id: string }) => id),
    )
  ).flatMap((receipt) => receipt ?? []);
  const unapplied = receipts.reduce((sum, { open }) => sum + open, 0);
  const open = invoices.reduce((sum, invoice) => sum + invoice.open, 0);
  const received = receipts.reduce((sum, { amount, reversal }) => sum + (reversal ? 0 : amount), 0);
  // 121.00 + 60.50 + 12.10 were invoiced.
  expect(open - unapplied).toBe(19_360 - received);
  const paid = runs.flatMap(({ payments }) => payments.filter(({ state }) => state === 'paid').map(({ amount }) => amount));
  expect(receipts.filter(({ paymentRunId, reversal }) => paymentRunId && !reversal).reduce((sum, { amount }) => sum + amount, 0)).toBe(
    paid.reduce((sum, amount) => sum + amount, 0),
  );
}
