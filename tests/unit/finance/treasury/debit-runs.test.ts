import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { CreditExposures, Customers, exposureId } from '../../../../shared/domain/crm/customers/customer.ts';
import { Receipts } from '../../../../shared/domain/finance/receivables/receipt.ts';
import { create, type Meta } from '../../../../shared/kernel/record.ts';
import { idFrom } from '../../../../shared/runtime/fingerprint.ts';
import { newTenant } from '../../../support/call.ts';
import { newCompany, recordsOf } from '../../../support/company.ts';
import { crashAfter, crashBefore, isWrite, withFault } from '../../../support/faults.ts';
import { useMemoryTable } from '../../../support/memory-table.ts';
import { eur, postings, receivablesOf } from '../../../support/receivables.ts';
import { IBAN, OTHER_IBAN, treasuryOf } from '../../../support/treasury.ts';

const table = useMemoryTable({ openWork: true, lists: true });
let tenant = '';
let sales: ReturnType<typeof receivablesOf>;
let runs: ReturnType<typeof treasuryOf>;
const on = (day: string) => vi.setSystemTime(new Date(`${day}T10:00:00Z`));
const PROPOSE = 'POST /treasury/debit-runs';

async function begin() {
  table.clear();
  on('2026-03-02');
  tenant = newTenant();
  await newCompany(tenant);
  [sales, runs] = [receivablesOf(tenant), treasuryOf(tenant)];
  for (const by of ['ana', 'bea', 'carlos']) await runs.ask(by, 'GET /treasury/payment-runs', undefined, { roles: ['accountant'] });
}
beforeAll(() => void vi.useFakeTimers({ toFake: ['Date'] }));
afterAll(() => void vi.useRealTimers());
beforeEach(begin);

async function customer(name: string, creditLimit?: number): Promise<string> {
  const id = idFrom('cus', tenant, name);
  const data = {
    name,
    taxId: 'B58378431',
    paymentDays: 7,
    address: { street: 'Mayor 1', postalCode: '28001', city: 'Madrid', country: 'ES' },
  };
  const exposure = creditLimit ? [create(CreditExposures, exposureId(id), { exposure: 0 })] : [];
  await recordsOf(tenant).commit([create(Customers, id, { ...data, ...(creditLimit ? { creditLimit } : {}) }), ...exposure]);
  return id;
}
const mandate = (by: string, customerId: string, iban: string, more: object = {}) =>
  runs.done(by, 'POST /treasury/mandates', { customerId, iban, signedOn: '2026-02-27', ...more });
const invoiceOf = (id: string) => sales.done(`GET /invoices/${id}`);
const propose = (by: string, body: object = {}) => runs.done(by, PROPOSE, { iban: IBAN, ...body });
const approve = (id: string) => runs.approve('bea', id);

/** Lumbre owes 121.00 and 242.00 less a credit note of 60.50; Norte 12.10. ana entered the mandates on the 2nd; it is the 10th. */
async function twoCustomers() {
  const [lumbre, norte] = [await customer('Lumbre & Hijos'), await customer('Peñalver')];
  const mandates = [await mandate('ana', lumbre, OTHER_IBAN), await mandate('ana', norte, IBAN, { reference: 'UMR 7', scheme: 'B2B' })];
  const invoices = [
    await sales.invoice(lumbre, '100.00', { date: '2026-03-02' }),
    await sales.invoice(lumbre, '200.00', { date: '2026-03-02' }),
    await sales.invoice(norte, '10.00', { date: '2026-03-02' }),
  ];
  const other = await sales.invoice(lumbre, '50.00', { date: '2026-03-02' });
  const note = await sales.done(`POST /invoices/${other.id}/credit-notes`, { reason: 'Abono' });
  on('2026-03-10');
  return { lumbre, norte, mandates, invoices, other, note };
}

describe('a run of direct debits', () => {
  it('collects what is due of each customer with a mandate, and posts it when the bank says so', async () => {
    const { invoices, mandates, norte } = await twoCustomers();
    const bare = await customer('Sin mandato');
    await sales.invoice(bare, '5.00', { date: '2026-03-02' });
    const run = await propose('ana');
    // Tuesday 10 March: sent today, collected tomorrow at the earliest (D-1).
    expect([run.kind, run.state, run.count, run.total.amount, run.date, run.approvalsNeeded]).toEqual([
      ...['debit', 'proposed', 2, '375.10', '2026-03-11', 1],
    ]);
    expect(run.leftOut.map((l: { why: string; amount: object }) => [l.why, l.amount])).toEqual([['no_mandate', eur('6.05')]]);
    expect((await invoiceOf(invoices[0].id)).paymentRunId).toBe(run.id);
    expect((await approve(run.id)).state).toBe('approved');
    await runs.send(run.id);
    on('2026-03-11');
    const after = await runs.execute('carlos', run.id);
    expect([after.state, after.payments.map((p: { state: string }) => p.state)]).toEqual(['executed', ['paid', 'paid']]);
    const receipt = await sales.done(`GET /receipts/${after.payments[1].paymentId}`);
    expect(postings(receipt.entry)).toEqual([
      ['572', '12.10', '0.00'],
      ['430', '0.00', '12.10'],
    ]);
    for (const { id } of invoices) {
      const { state, paymentRunId } = await invoiceOf(id);
      expect([state, paymentRunId]).toEqual(['paid', undefined]);
    }
    const used = await runs.done('ana', `GET /treasury/mandates/${mandates[1].id}`);
    expect([used.customerId, used.collections, used.collectedOn, used.sequence, used.expiresOn]).toEqual([
      ...[norte, 1, '2026-03-11', 'RCUR', '2029-03-11'],
    ]);
  });

  it('is approved by one, who did not enter the account; a new account is confirmed, a changed one stops it', async () => {
    const { lumbre, mandates } = await twoCustomers();
    const run = await propose('bea');
    const approval = `POST /treasury/payment-runs/${run.id}/approval`;
    expect(await runs.refused('ana', approval, {})).toEqual([422, 'payment_run.own_iban', 'path.runId']);
    await runs.done('carlos', `PATCH /treasury/mandates/${mandates[0].id}`, { iban: 'ES6000491500051234567892' });
    expect(await runs.refused('bea', approval, {})).toEqual([422, 'payment_run.iban_differs', 'path.runId']);
    await runs.done('bea', `POST /treasury/payment-runs/${run.id}/payments/1/rejection`, { reason: 'Cuenta nueva' });
    expect((await approve(run.id)).state).toBe('approved');
    const next = await propose('bea');
    expect(next.payments.map((p: { iban: string; ibanOn: string }) => [p.iban, p.ibanOn])).toEqual([
      ['ES6000491500051234567892', '2026-03-10'],
    ]);
    const again = `POST /treasury/payment-runs/${next.id}/approval`;
    expect(await runs.refused('bea', again, {})).toEqual([422, 'payment_run.iban_recent', 'body.confirmed']);
    expect((await runs.approve('bea', next.id, { confirmed: [lumbre] })).state).toBe('approved');
    // Whoever may pay alone may decide this alone, too.
    await runs.ask('olga', 'GET /treasury/payment-runs', undefined, { roles: ['owner'] });
    const own = await customer('Propia');
    await mandate('olga', own, IBAN);
    await sales.invoice(own, '1.00', { date: '2026-03-02' });
    const alone = await runs.done('olga', PROPOSE, { iban: IBAN });
    expect((await runs.approve('olga', alone.id, { confirmed: [own] })).state).toBe('approved');
  });

  it('is refused what must not be: too soon, on no bank day, of a mandate that is no longer good', async () => {
    expect(await runs.refused('ana', PROPOSE, { iban: IBAN })).toEqual([422, 'debit_run.nothing', 'body.until']);
    const { mandates, invoices } = await twoCustomers();
    const refused = (more: object) => runs.refused('ana', PROPOSE, { iban: IBAN, ...more });
    expect(await refused({ date: '2026-03-10' })).toEqual([422, 'debit_run.lead', 'body.date']);
    expect(await refused({ date: '2026-03-14' })).toEqual([422, 'payment_run.bank_day', 'body.date']);
    expect(await refused({ until: '2026-03-10', invoiceIds: [invoices[0].id] })).toEqual([400, 'debit_run.choice', 'body.invoiceIds']);
    const run = await propose('ana');
    // Approved too late for its day.
    on('2026-03-11');
    expect(await runs.refused('bea', `POST /treasury/payment-runs/${run.id}/approval`, {})).toEqual([422, 'debit_run.lead', 'body.date']);
    await runs.done('bea', `POST /treasury/payment-runs/${run.id}/cancellation`, { reason: 'Tarde' });
    for (const { id } of mandates) await runs.done('ana', `POST /treasury/mandates/${id}/cancellation`, { reason: 'Revocada' });
    const { body } = await runs.ask('ana', PROPOSE, { iban: IBAN });
    expect([body.code, body.params]).toEqual(['debit_run.nothing', { why: 'no_mandate', customer: 'Lumbre & Hijos' }]);
    expect(await runs.refused('ana', `PATCH /treasury/mandates/${mandates[0].id}`, { final: true })).toEqual([
      ...[422, 'mandate.cancelled', 'path.mandateId'],
    ]);
    const listed = async (query: Record<string, string>) => {
      const { items } = await runs.done('ana', 'GET /treasury/mandates', undefined, { query });
      return items.map((m: { reference: string; state: string }) => [m.reference, m.state]);
    };
    expect(await listed({ state: 'cancelled', customerId: mandates[1].customerId })).toEqual([['UMR 7', 'cancelled']]);
    expect(await listed({ state: 'active' })).toEqual([]);
    const twice = { customerId: mandates[0].customerId, iban: IBAN, signedOn: '2026-03-01', reference: 'umr7' };
    expect(await runs.refused('ana', 'POST /treasury/mandates', twice)).toEqual([422, 'mandate.twice', 'body.reference']);
    expect((await runs.refused('ana', 'POST /treasury/mandates', { ...twice, signedOn: '2026-03-12' }))[1]).toBe('mandate.signed');
  });

  it('that the bank gives back is open again: the receipt is reversed, with what the bank took for it', async () => {
    const { lumbre, invoices } = await twoCustomers();
    const run = await propose('ana');
    await approve(run.id);
    await runs.send(run.id);
    on('2026-03-11');
    const route = (no: number) => `POST /treasury/payment-runs/${run.id}/payments/${no}/return`;
    expect((await runs.refused('bea', route(1), { code: 'AM04' }))[1]).toBe('payment_run.state');
    await runs.execute('carlos', run.id);
    on('2026-03-16');
    expect(await runs.refused('bea', route(1), { code: 'AM04', date: '2026-03-10' })).toEqual([
      ...[422, 'payment_run.return_day', 'body.date'],
    ]);
    expect((await runs.refused('bea', route(1), { code: 'AM04', recharge: true }))[1]).toBe('payment_run.no_fee');
    const after = await runs.done('bea', route(1), { code: 'AM04', fee: eur('3.50'), recharge: true });
    const [one, two] = after.payments;
    expect([one.state, one.returned.code, one.returned.on, two.state]).toEqual(['returned', 'AM04', '2026-03-16', 'paid']);
    const receipt = await sales.done(`GET /receipts/${one.paymentId}`);
    expect([receipt.state, receipt.reversal.date, receipt.reversal.reason]).toEqual([
      ...['reversed', '2026-03-16', 'Devolución de adeudo AM04'],
    ]);
    const entry = receipt.entries.find(({ document }: { document: string }) => document === one.returned.reversalId);
    expect(postings(entry)).toEqual([
      ['572', '0.00', '363.00'],
      ['430', '363.00', '0.00'],
      ['626', '3.50', '0.00'],
      ['572', '0.00', '3.50'],
    ]);
    expect((await invoiceOf(invoices[1].id)).open).toEqual(eur('242.00'));
    const draft = await sales.done(`GET /invoice-drafts/${one.returned.draftId}`);
    expect([draft.customerId, draft.lines[0].price, draft.state]).toEqual([lumbre, '3.50', 'draft']);
    expect(await runs.refused('bea', route(1), { code: 'AM04' })).toEqual([422, 'payment_run.payment_state', 'path.no']);
    // It is collected again by the next run, as a second collection of the same mandate.
    const next = await propose('ana');
    expect(next.payments.map((p: { amount: object; mandate: { sequence: string } }) => [p.amount, p.mandate.sequence])).toEqual([
      [eur('363.00'), 'RCUR'],
    ]);
  });

  it('takes what was paid meanwhile as the customer’s credit, and collects each invoice once', async () => {
    const { lumbre, invoices } = await twoCustomers();
    const run = await propose('ana');
    await approve(run.id);
    await runs.send(run.id);
    await sales.receipt(lumbre, '100.00', { date: '2026-03-10', allocations: [{ invoiceId: invoices[0].id, amount: eur('100.00') }] });
    on('2026-03-11');
    const after = await runs.execute('carlos', run.id);
    const receipt = await sales.done(`GET /receipts/${after.payments[0].paymentId}`);
    expect([receipt.amount, receipt.open]).toEqual([eur('363.00'), eur('100.00')]);
    expect((await invoiceOf(invoices[0].id)).open).toEqual(eur('0.00'));
  });

  it('collects by a mandate for one collection once, also of two runs', async () => {
    const id = await customer('Una vez');
    const { id: mandateId } = await mandate('ana', id, IBAN, { type: 'one_off' });
    const [first, second] = [
      await sales.invoice(id, '10.00', { date: '2026-03-02' }),
      await sales.invoice(id, '20.00', { date: '2026-03-02' }),
    ];
    on('2026-03-10');
    const run = await propose('ana', { invoiceIds: [first.id] });
    expect(run.payments[0].mandate.sequence).toBe('OOFF');
    expect((await runs.ask('bea', PROPOSE, { iban: IBAN, invoiceIds: [second.id] })).body.params).toEqual({
      ...{ why: 'mandate_in_run', customer: 'Una vez' },
    });
    await approve(run.id);
    await runs.send(run.id);
    on('2026-03-11');
    await runs.execute('carlos', run.id);
    expect((await runs.done('ana', `GET /treasury/mandates/${mandateId}`)).state).toBe('used');
    expect((await runs.ask('bea', PROPOSE, { iban: IBAN })).body.params).toEqual({ why: 'no_mandate', customer: 'Una vez' });
  });

  it('takes open credit notes off, and sets them against the invoices', async () => {
    const id = await customer('Con abono');
    await mandate('ana', id, IBAN);
    const paid = await sales.invoice(id, '100.00', { date: '2026-03-02' });
    await sales.receipt(id, '121.00', { date: '2026-03-02', allocations: [{ invoiceId: paid.id, amount: eur('121.00') }] });
    const note = await sales.done(`POST /invoices/${paid.id}/credit-notes`, {
      reason: 'Descuento',
      lines: [{ line: 1, net: eur('50.00') }],
    });
    const due = await sales.invoice(id, '200.00', { date: '2026-03-02' });
    on('2026-03-10');
    const run = await propose('ana');
    // 242.00 − 60.50.
    expect([run.total, run.payments[0].credits.map((c: { id: string }) => c.id)]).toEqual([eur('181.50'), [note.id]]);
    await approve(run.id);
    await runs.send(run.id);
    on('2026-03-11');
    const { payments } = await runs.execute('carlos', run.id);
    const after = await invoiceOf(due.id);
    expect([after.state, after.allocations.map((a: { with: string; amount: object }) => [a.with, a.amount])]).toEqual([
      'paid',
      [
        [note.id, eur('60.50')],
        [payments[0].paymentId, eur('181.50')],
      ],
    ]);
    const used = await sales.done(`GET /credit-notes/${note.id}`);
    expect([used.state, used.paymentRunId]).toEqual(['used', undefined]);
    // Given back by the bank, what the credit note has settled stays settled.
    await runs.done('bea', `POST /treasury/payment-runs/${run.id}/payments/1/return`, { code: 'AC04' });
    expect((await invoiceOf(due.id)).open).toEqual(eur('181.50'));
  });

  it('relieves what a customer has at risk, and puts it back with a return, whatever the limit', async () => {
    const id = await customer('Con límite', 200_00);
    await mandate('ana', id, IBAN);
    await sales.invoice(id, '100.00', { date: '2026-03-02' });
    const exposure = async () => (await recordsOf(tenant).getOrThrow(CreditExposures, exposureId(id))).exposure;
    expect(await exposure()).toBe(121_00);
    on('2026-03-10');
    const run = await propose('ana');
    await approve(run.id);
    await runs.send(run.id);
    on('2026-03-11');
    await runs.execute('carlos', run.id);
    expect(await exposure()).toBe(0);
    await sales.invoice(id, '150.00', { date: '2026-03-11' });
    await runs.done('bea', `POST /treasury/payment-runs/${run.id}/payments/1/return`, { code: 'MS03' });
    expect(await exposure()).toBe(302_50);
  });

  it('of two at once over the same invoices, one holds each invoice', async () => {
    const { invoices } = await twoCustomers();
    const answers = await Promise.all(['bea', 'carlos'].map((by) => runs.ask(by, PROPOSE, { iban: IBAN })));
    const made = answers.flatMap(({ status, body }) => (status === 201 ? [body] : []));
    expect(made).toHaveLength(1);
    for (const { id } of invoices) expect((await invoiceOf(id)).paymentRunId).toBe(made[0].id);
  });
});

describe('a run of direct debits that is cut off', () => {
  /** Every call of a request dies once, before it or after it; the request is sent again. */
  async function survives(prepare: () => Promise<{ route: string; body: object }>, look: (answer: never) => Promise<unknown>) {
    const one = await prepare();
    const names: string[] = [];
    const { result } = await withFault(
      undefined,
      (_, name) => names.push(name) < 0,
      () => runs.done('carlos', one.route, one.body),
    );
    const wanted = await look(result as never);
    for (const [i, name] of names.entries())
      for (const fault of isWrite(name) ? [crashBefore, crashAfter] : [crashBefore]) {
        await begin();
        const { route, body } = await prepare();
        await withFault(
          fault,
          (call) => call === i + 1,
          () => runs.ask('carlos', route, body, { key: 'once' }),
        );
        expect(await look((await runs.done('carlos', route, body, { key: 'once' })) as never), `${name} ${i + 1}`).toEqual(wanted);
      }
  }
  type Run = { state: string; payments: { paymentId: string }[]; total: object };

  it('while it is proposed holds each invoice once', async () => {
    await survives(
      async () => {
        await twoCustomers();
        return { route: PROPOSE, body: { iban: IBAN } };
      },
      async ({ state, total }: Run) => [state, total],
    );
  }, 60_000);

  it('while it is posted collects each invoice once, and while it is returned opens each once', async () => {
    let invoices: readonly Meta[] = [];
    const executed = async (isReturned: boolean) => {
      ({ invoices } = await twoCustomers());
      const run = await propose('ana');
      await approve(run.id);
      await runs.send(run.id);
      on('2026-03-11');
      const path = `POST /treasury/payment-runs/${run.id}`;
      if (!isReturned) return { route: `${path}/execution`, body: {} };
      await runs.execute('carlos', run.id);
      return { route: `${path}/payments/1/return`, body: { code: 'MD06' } };
    };
    const look = async ({ state, payments }: Run) => {
      const receipts = await recordsOf(tenant).getMany(
        Receipts,
        payments.map(({ paymentId }) => paymentId),
      );
      const open = await Promise.all(invoices.map(async ({ id }) => (await invoiceOf(id)).open));
      return [state, receipts.map((receipt) => [receipt?.amount, receipt?.open, receipt?.reversal?.date]), open];
    };
    await survives(() => executed(false), look);
    await begin();
    await survives(() => executed(true), look);
  }, 60_000);
});
