import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { SupplierBills } from '../../../../shared/domain/finance/payables/supplier-bill.ts';
import { SupplierPayments } from '../../../../shared/domain/finance/supplier-payments/supplier-payment.ts';
import { endToEndId } from '../../../../shared/domain/finance/treasury/pain.ts';
import { create, plain } from '../../../../shared/kernel/record.ts';
import { idFrom } from '../../../../shared/runtime/fingerprint.ts';
import { newTenant } from '../../../support/call.ts';
import { newCompany, recordsOf } from '../../../support/company.ts';
import { crashAfter, crashBefore, isWrite, withFault } from '../../../support/faults.ts';
import { useMemoryTable } from '../../../support/memory-table.ts';
import { billBody, of, payablesOf, payBody } from '../../../support/payables.ts';
import { eur, postings } from '../../../support/receivables.ts';
import { IBAN, OTHER_IBAN, treasuryOf } from '../../../support/treasury.ts';

const table = useMemoryTable({ openWork: true });
let tenant = '';
let api: ReturnType<typeof payablesOf>;
let runs: ReturnType<typeof treasuryOf>;
const on = (day: string) => vi.setSystemTime(new Date(`${day}T10:00:00Z`));

beforeAll(() => void vi.useFakeTimers({ toFake: ['Date'] }));
afterAll(() => void vi.useRealTimers());
/** ana enters suppliers and bills, bea and carlos approve and pay, on Tuesday 10 March 2026. */
beforeEach(async () => {
  table.clear();
  on('2026-03-02');
  tenant = newTenant();
  await newCompany(tenant);
  api = payablesOf(tenant);
  runs = treasuryOf(tenant);
  for (const by of ['ana', 'bea', 'carlos']) await api.ask(by, 'GET /payables', undefined, { roles: ['accountant'] });
});

/** Robla (121.00 and 242.00 due, a credit note of 60.50) and Arenal (12.10), entered a week before. */
async function twoSuppliers() {
  const [robla, arenal] = [await api.supplier({ iban: IBAN }), await api.supplier({ name: 'Papelería Arenal & Cía.', iban: OTHER_IBAN })];
  on('2026-03-03');
  const due = { dueDate: '2026-03-10' };
  const [one, two, three] = [
    await api.bill(robla.id, 'A-1', '100.00', due),
    await api.bill(robla.id, 'A-2', '200.00', due),
    await api.bill(arenal.id, 'Nº 7/26', '10.00', due),
  ];
  const note = await api.done('ana', 'POST /payables/credit-notes', billBody(robla.id, 'R-1', '50.00'));
  on('2026-03-10');
  return { robla, arenal, one, two, three, note };
}
const bill = (id: string) => api.done('ana', `GET /payables/bills/${id}`);

describe('a payment run', () => {
  it('pays what is due, each supplier once, credit notes taken off, after two people have said yes', async () => {
    const { robla, one, two, three, note } = await twoSuppliers();
    const run = await runs.propose('ana');
    expect([run.state, run.count, run.total.amount, run.date]).toEqual(['proposed', 2, '314.60', '2026-03-10']);
    // 121.00 + 242.00 − 60.50; 12.10.
    expect(run.payments.map((p: { amount: { amount: string } }) => p.amount.amount)).toEqual(['12.10', '302.50']);
    expect((await runs.approve('bea', run.id)).state).toBe('proposed');
    expect((await runs.approve('carlos', run.id)).state).toBe('approved');
    await runs.send(run.id);
    on('2026-03-11');
    const after = await runs.execute('bea', run.id, { date: '2026-03-11' });
    expect([after.state, after.payments.map((p: { state: string }) => p.state)]).toEqual(['executed', ['paid', 'paid']]);
    const payment = await api.done('ana', `GET /payables/payments/${after.payments[1].paymentId}`);
    expect(postings(payment.entry)).toEqual([
      ['410', '302.50', '0.00'],
      ['572', '0.00', '302.50'],
    ]);
    expect([payment.supplierId, payment.open.amount, payment.date, payment.iban]).toEqual([robla.id, '0.00', '2026-03-11', IBAN]);
    // The credit note takes the first bill first: 60.50 of 121.00, and the money the other 60.50.
    expect((await bill(one.id)).allocations.map((a: { with: string; amount: object }) => [a.with, a.amount])).toEqual([
      [note.id, eur('60.50')],
      [payment.id, eur('60.50')],
    ]);
    for (const { id } of [one, two, three]) {
      const { state, paymentRunId } = await bill(id);
      expect([state, paymentRunId]).toEqual(['paid', undefined]);
    }
    expect((await api.done('ana', `GET /payables/credit-notes/${note.id}`)).state).toBe('used');
  });

  it('keeps its bills for itself: no other run, no payment by hand, no reversal, no credit note takes from them', async () => {
    const { robla, one, two, note } = await twoSuppliers();
    const run = await runs.propose('ana', { billIds: [one.id] });
    expect([run.count, run.total.amount]).toEqual([1, '60.50']);
    expect(await runs.refused('bea', 'POST /treasury/payment-runs', { iban: IBAN, billIds: [two.id, one.id] })).toEqual([
      422,
      'document.in_run',
      'body.billIds.1',
    ]);
    expect((await runs.propose('bea')).total.amount).toBe('254.10');
    const pay = payBody(robla.id, '10.00', [of(one.id, '10.00')]);
    expect(await api.refused('carlos', 'POST /payables/payments', pay)).toEqual([422, 'document.in_run', 'body.allocations.0.billId']);
    const allocations = [of(two.id, '1.00')];
    expect((await api.refused('ana', `POST /payables/credit-notes/${note.id}/allocations`, { allocations }))[1]).toBe('document.in_run');
    expect((await api.refused('ana', `POST /payables/bills/${one.id}/reversal`, { reason: 'Error' }))[1]).toBe('document.in_run');
    const late = await api.done(
      'ana',
      'POST /payables/credit-notes',
      billBody(robla.id, 'R-2', '10.00', { corrects: one.id, receivedOn: '2026-03-10' }),
    );
    expect([late.open.amount, (await bill(one.id)).open.amount]).toEqual(['12.10', '121.00']);
    expect((await bill(one.id)).actions.recordSupplierPayment.code).toBe('document.in_run');
  });

  it('is refused what must not be: one person twice, makers alone, an IBAN of one’s own, new, or changed since', async () => {
    const { robla, arenal } = await twoSuppliers();
    const run = await runs.propose('bea');
    const approval = `POST /treasury/payment-runs/${run.id}/approval`;
    expect(await runs.refused('ana', approval, {})).toEqual([422, 'payment_run.own_iban', 'path.runId']);
    await runs.approve('bea', run.id);
    expect(await runs.refused('bea', approval, {})).toEqual([422, 'payment_run.same_person', 'path.runId']);
    const execution = `POST /treasury/payment-runs/${run.id}/execution`;
    expect(await runs.refused('bea', execution, {})).toEqual([422, 'payment_run.state', 'path.runId']);
    // An IBAN that is changed after the run was proposed stops it.
    await api.done('ana', `PATCH /payables/suppliers/${arenal.id}`, { iban: 'ES6000491500051234567892' });
    expect(await runs.refused('carlos', approval, {})).toEqual([422, 'payment_run.iban_differs', 'path.runId']);
    await runs.done('carlos', `POST /treasury/payment-runs/${run.id}/payments/1/rejection`, { reason: 'IBAN nuevo' });
    expect((await runs.approve('carlos', run.id)).state).toBe('approved');
    // The new one waits a day, or is confirmed.
    const next = await runs.propose('bea', { supplierIds: [arenal.id] });
    const again = `POST /treasury/payment-runs/${next.id}/approval`;
    const { status, body } = await runs.ask('bea', again, {});
    expect([status, body.code, body.field, body.params.date]).toEqual([422, 'payment_run.iban_recent', 'body.confirmed', '2026-03-10']);
    expect((await runs.approve('bea', next.id, { confirmed: [arenal.id] })).approvals).toHaveLength(1);
    expect(robla.id).not.toBe(arenal.id);
  });

  it('is told by two who had their hands in the bills only with a third', async () => {
    const { id } = await api.supplier({ iban: IBAN });
    on('2026-03-04');
    for (const by of ['bea', 'carlos']) await api.done(by, 'POST /payables/bills', billBody(id, by, '100.00', { dueDate: '2026-03-10' }));
    const run = await runs.propose('ana', { until: '2026-03-10' });
    await runs.approve('bea', run.id);
    expect(await runs.refused('carlos', `POST /treasury/payment-runs/${run.id}/approval`, {})).toEqual([
      422,
      'payment_run.makers',
      'path.runId',
    ]);
    await api.ask('olga', 'GET /payables', undefined, { roles: ['owner'] });
    expect((await runs.approve('olga', run.id)).state).toBe('approved');
  });

  it('frees all when it is cancelled, and one supplier when its payment is rejected', async () => {
    const { one, two, three, note } = await twoSuppliers();
    const run = await runs.propose('ana');
    for (const by of ['bea', 'carlos']) await runs.approve(by, run.id);
    await runs.send(run.id);
    const reject = (no: string) => `POST /treasury/payment-runs/${run.id}/payments/${no}/rejection`;
    const reason = { reason: 'Cuenta cancelada' };
    expect(await runs.refused('bea', reject('3'), reason)).toEqual([422, 'payment_run.no_payment', 'path.no']);
    expect((await runs.done('bea', reject('1'), reason)).total.amount).toBe('302.50');
    expect(await runs.refused('bea', reject('1'), reason)).toEqual([422, 'payment_run.payment_state', 'path.no']);
    expect([(await bill(three.id)).paymentRunId, (await bill(one.id)).paymentRunId]).toEqual([undefined, run.id]);
    const cancelled = await runs.done('carlos', `POST /treasury/payment-runs/${run.id}/cancellation`, { reason: 'Sin saldo' });
    expect([cancelled.state, cancelled.cancelled.reason]).toEqual(['cancelled', 'Sin saldo']);
    for (const { id } of [one, two]) expect((await bill(id)).paymentRunId).toBeUndefined();
    expect((await api.done('ana', `GET /payables/credit-notes/${note.id}`)).paymentRunId).toBeUndefined();
    expect((await runs.propose('ana')).total.amount).toBe('314.60');
  });

  it('of nothing, from no account, dated in a closed period or before it was proposed is refused', async () => {
    expect(await runs.refused('ana', 'POST /treasury/payment-runs', { iban: IBAN })).toEqual([422, 'payment_run.nothing', 'body.until']);
    const bare = await api.supplier({ name: 'Sin cuenta' });
    on('2026-03-03');
    await api.bill(bare.id, 'B-1', '10.00', { dueDate: '2026-03-03' });
    const { body } = await runs.ask('ana', 'POST /treasury/payment-runs', { iban: IBAN, until: '2026-03-31' });
    expect([body.code, body.params]).toEqual(['payment_run.nothing', { why: 'no_iban', supplier: 'Sin cuenta' }]);
    await twoSuppliers();
    const propose = (more: object) => runs.refused('ana', 'POST /treasury/payment-runs', { iban: IBAN, ...more });
    expect(await propose({ supplierIds: [bare.id] })).toEqual([422, 'payment_run.supplier_iban', 'body.supplierIds.0']);
    expect(await propose({ iban: undefined })).toEqual([422, 'payment_run.no_iban', 'body.iban']);
    expect(await propose({ date: '2026-03-09' })).toEqual([422, 'payment_run.past_day', 'body.date']);
    const run = await runs.propose('ana');
    expect(run.leftOut.map((l: { why: string }) => l.why)).toEqual(['no_iban']);
    for (const by of ['bea', 'carlos']) await runs.approve(by, run.id);
    await runs.send(run.id);
    const execute = (date: string) => runs.refused('bea', `POST /treasury/payment-runs/${run.id}/execution`, { date });
    expect(await execute('2026-03-09')).toEqual([422, 'payment_run.too_early', 'body.date']);
    expect(await execute('2026-03-12')).toEqual([422, 'date.future', 'body.date']);
  });

  it('is tried without holding anything, and proposes what was tried', async () => {
    const { one } = await twoSuppliers();
    const tried = await runs.done('ana', 'POST /treasury/payment-runs', { iban: IBAN }, { query: { dryRun: 'true' } });
    expect([tried.state, tried.total.amount, (await bill(one.id)).paymentRunId]).toEqual(['proposed', '314.60', undefined]);
    expect((await runs.propose('ana')).total.amount).toBe('314.60');
  });

  it('that is taken up again after a bill was paid by hand is refused, and leaves nothing behind', async () => {
    const { robla, one, three } = await twoSuppliers();
    const route = 'POST /treasury/payment-runs';
    // The run is written, and the process dies before its bills are reserved.
    await withFault(
      crashBefore,
      (_, name) => name.startsWith('TransactWrite'),
      () => runs.ask('ana', route, { iban: IBAN }, { key: 'late' }),
    );
    await api.pay('carlos', robla.id, '121.00', [of(one.id, '121.00')], { date: '2026-03-10' });
    const { body } = await runs.ask('ana', route, { iban: IBAN }, { key: 'late' });
    expect([body.code, body.params]).toEqual(['payment_run.changed', { document: one.id, open: '0.00' }]);
    expect((await bill(three.id)).paymentRunId).toBeUndefined();
    expect((await runs.propose('ana')).total.amount).toBe('193.60');
  });

  it('of two at once over the same bills, one holds each bill', async () => {
    const { one, two, three } = await twoSuppliers();
    const answers = await Promise.all(['bea', 'carlos'].map((by) => runs.ask(by, 'POST /treasury/payment-runs', { iban: IBAN })));
    const made = answers.flatMap(({ status, body }) => (status === 201 ? [body] : []));
    expect(made).toHaveLength(1);
    for (const { id } of [one, two, three]) expect((await bill(id)).paymentRunId).toBe(made[0].id);
  });
});

describe('a payment run that is cut off', () => {
  /** Every call of a request dies once, before it or after it; the request is sent again. */
  async function survives(prepare: () => Promise<{ by: string; route: string; body: object }>, look: (answer: object) => Promise<unknown>) {
    const one = await prepare();
    const names: string[] = [];
    const { result } = await withFault(
      undefined,
      (_, name) => names.push(name) < 0,
      () => runs.done(one.by, one.route, one.body),
    );
    const wanted = await look(result);
    for (const [i, name] of names.entries())
      for (const fault of isWrite(name) ? [crashBefore, crashAfter] : [crashBefore]) {
        table.clear();
        tenant = newTenant();
        await newCompany(tenant);
        [api, runs] = [payablesOf(tenant), treasuryOf(tenant)];
        for (const by of ['ana', 'bea', 'carlos']) await api.ask(by, 'GET /payables', undefined, { roles: ['accountant'] });
        const { by, route, body } = await prepare();
        await withFault(
          fault,
          (call) => call === i + 1,
          () => runs.ask(by, route, body, { key: 'once' }),
        );
        expect(await look(await runs.done(by, route, body, { key: 'once' })), `${name} ${i + 1}`).toEqual(wanted);
      }
    return names.length;
  }

  /** 3 suppliers with 38 bills of 1.21 each: more than one transaction holds. All but the first of each are copies. */
  async function manyBills() {
    on('2026-03-02');
    const suppliers = [await api.supplier({ iban: IBAN }), await api.supplier({ iban: IBAN }), await api.supplier({ iban: IBAN })];
    on('2026-03-04');
    const records = recordsOf(tenant);
    for (const { id } of suppliers) {
      const first = await records.getOrThrow(SupplierBills, (await api.bill(id, 'M-0', '1.00', { dueDate: '2026-03-10' })).id);
      const others = Array.from({ length: 37 }, (_, i) => `M-${i + 1}`);
      await records.commit(
        others.map((reference) => create(SupplierBills, idFrom('bil', tenant, id, reference), { ...plain(first), reference })),
      );
    }
    on('2026-03-10');
  }

  it('while it is proposed: the same request makes one run that holds each bill', async () => {
    const calls = await survives(
      async () => {
        await manyBills();
        return { by: 'ana', route: 'POST /treasury/payment-runs', body: { iban: IBAN } };
      },
      async (run) => {
        const { state, count, total } = run as { state: string; count: number; total: object };
        return [state, count, total];
      },
    );
    expect(calls).toBeGreaterThan(8);
  }, 60_000);

  it('while it is posted: each bill is paid once', async () => {
    await survives(
      async () => {
        await manyBills();
        const run = await runs.propose('ana');
        for (const by of ['bea', 'carlos']) await runs.approve(by, run.id);
        await runs.send(run.id);
        return { by: 'bea', route: `POST /treasury/payment-runs/${run.id}/execution`, body: {} };
      },
      async (answer) => {
        const run = answer as { state: string; payments: { paymentId: string; charges: { id: string }[] }[] };
        const paid = await recordsOf(tenant).getMany(
          SupplierPayments,
          run.payments.map(({ paymentId }) => paymentId),
        );
        const open = await Promise.all(
          run.payments.flatMap(({ charges }) => charges.slice(0, 1)).map(async ({ id }) => (await bill(id)).allocations.length),
        );
        return [run.state, paid.map((payment) => [payment?.amount, payment?.open]), open];
      },
    );
  }, 60_000);
});

it('writes the file that the bank takes, with each letter that it may have', async () => {
  await twoSuppliers();
  const run = await runs.propose('ana', { date: '2026-03-12' });
  for (const by of ['bea', 'carlos']) await runs.approve(by, run.id);
  const file = await runs.send(run.id);
  const token = run.id.slice(4);
  expect(endToEndId(run.id, { no: 1 })).toBe(`${token}-1`);
  expect(file).toBe(`<?xml version="1.0" encoding="UTF-8"?>
<Document xmlns="urn:iso:std:iso:20022:tech:xsd:pain.001.001.09">
  <CstmrCdtTrfInitn>
    <GrpHdr>
      <MsgId>${token}</MsgId>
      <CreDtTm>2026-03-10T10:00:00</CreDtTm>
      <NbOfTxs>2</NbOfTxs>
      <CtrlSum>314.60</CtrlSum>
      <InitgPty>
        <Nm>Prueba, S.L.</Nm>
        <Id>
          <OrgId>
            <Othr>
              <Id>B12345674</Id>
            </Othr>
          </OrgId>
        </Id>
      </InitgPty>
    </GrpHdr>
    <PmtInf>
      <PmtInfId>${token}-P1</PmtInfId>
      <PmtMtd>TRF</PmtMtd>
      <NbOfTxs>2</NbOfTxs>
      <CtrlSum>314.60</CtrlSum>
      <PmtTpInf>
        <SvcLvl>
          <Cd>SEPA</Cd>
        </SvcLvl>
      </PmtTpInf>
      <ReqdExctnDt>
        <Dt>2026-03-12</Dt>
      </ReqdExctnDt>
      <Dbtr>
        <Nm>Prueba, S.L.</Nm>
      </Dbtr>
      <DbtrAcct>
        <Id>
          <IBAN>ES9121000418450200051332</IBAN>
        </Id>
        <Ccy>EUR</Ccy>
      </DbtrAcct>
      <DbtrAgt>
        <FinInstnId>
          <Othr>
            <Id>NOTPROVIDED</Id>
          </Othr>
        </FinInstnId>
      </DbtrAgt>
      <ChrgBr>SLEV</ChrgBr>
      <CdtTrfTxInf>
        <PmtId>
          <EndToEndId>${token}-1</EndToEndId>
        </PmtId>
        <Amt>
          <InstdAmt Ccy="EUR">12.10</InstdAmt>
        </Amt>
        <Cdtr>
          <Nm>Papeleria Arenal + Cia.</Nm>
        </Cdtr>
        <CdtrAcct>
          <Id>
            <IBAN>ES7921000813610123456789</IBAN>
          </Id>
        </CdtrAcct>
        <RmtInf>
          <Ustrd>Fra. No 7/26</Ustrd>
        </RmtInf>
      </CdtTrfTxInf>
      <CdtTrfTxInf>
        <PmtId>
          <EndToEndId>${token}-2</EndToEndId>
        </PmtId>
        <Amt>
          <InstdAmt Ccy="EUR">302.50</InstdAmt>
        </Amt>
        <Cdtr>
          <Nm>Talleres Robla</Nm>
        </Cdtr>
        <CdtrAcct>
          <Id>
            <IBAN>ES9121000418450200051332</IBAN>
          </Id>
        </CdtrAcct>
        <RmtInf>
          <Ustrd>Fra. A-1, A-2 Abono R-1</Ustrd>
        </RmtInf>
      </CdtTrfTxInf>
    </PmtInf>
  </CstmrCdtTrfInitn>
</Document>
`);
});
