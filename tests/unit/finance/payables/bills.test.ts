import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { PeriodSequences, sequenceId } from '../../../../shared/domain/finance/ledger/period-sequence.ts';
import { update } from '../../../../shared/kernel/record.ts';
import { newTenant } from '../../../support/call.ts';
import { newCompany, recordsOf } from '../../../support/company.ts';
import { useMemoryTable } from '../../../support/memory-table.ts';
import { billBody, of, payablesOf, payBody } from '../../../support/payables.ts';
import { eur, postings } from '../../../support/receivables.ts';

const table = useMemoryTable();
let tenant = '';
let api: ReturnType<typeof payablesOf>;
/** ana enters, bea approves, carlos pays: accountants all three. Bills above 1,000.00 wait. */
beforeEach(async () => {
  table.clear();
  tenant = newTenant();
  await newCompany(tenant, { billApprovalLimit: 1000_00 });
  api = payablesOf(tenant);
  for (const by of ['ana', 'bea', 'carlos']) await api.ask(by, 'GET /payables', undefined, { roles: ['accountant'] });
});
const BILLS = 'POST /payables/bills';
const PAYMENTS = 'POST /payables/payments';
const getBill = (id: string) => api.done('ana', `GET /payables/bills/${id}`);

describe('a bill', () => {
  it('is posted as it is entered: 100.00 of repairs at 21 %, on account 410', async () => {
    const { id } = await api.supplier();
    const bill = await api.bill(id, 'A-118', '100.00', { total: eur('121.00') });
    expect(postings(bill.entry)).toEqual([
      ['622', '100.00', '0.00'],
      ['472', '21.00', '0.00'],
      ['410', '0.00', '121.00'],
    ]);
    expect(bill.entry.lines[2].party).toBe(id);
    expect([bill.entry.date, bill.register, bill.dueDate, bill.open.amount]).toEqual([
      '2026-03-03',
      'FR2026-03-00001',
      '2026-03-31',
      '121.00',
    ]);
  });

  it('of goods stands on 400; its tax is rounded once for each rate, as EN 16931 has it', async () => {
    const { id } = await api.supplier({ account: '400', expenseAccount: '600' });
    // 21 %: 0.33 + 0.33 = 0.66 → 0.1386 → 0.14 (line by line it would be 0.07 + 0.07). 10 %: 10.05 → 1.005 → 1.01. 4 %: 2.00 → 0.08.
    const lines = [
      { net: eur('0.33') },
      { net: eur('0.33') },
      { net: eur('10.05'), taxCode: 'IVA-R' },
      { net: eur('2.00'), taxCode: 'IVA-S', account: '629' },
      { net: eur('5.00'), taxCode: 'EXENTO', account: '626' },
    ];
    const bill = await api.bill(id, 'B-1', '1', { lines, total: eur('18.94') });
    expect(bill.totals.taxes.map((each: { tax: { amount: string } }) => each.tax.amount)).toEqual(['0.14', '1.01', '0.08', '0.00']);
    expect(postings(bill.entry)).toEqual([
      ['600', '10.71', '0.00'],
      ['629', '2.00', '0.00'],
      ['626', '5.00', '0.00'],
      ['472', '0.14', '0.00'],
      ['472', '1.01', '0.00'],
      ['472', '0.08', '0.00'],
      ['400', '0.00', '18.94'],
    ]);
  });

  it('in three parts is due by the first that is open: 121.00 in 40.34, 40.33 and 40.33', async () => {
    const { id } = await api.supplier();
    const dueDates = ['2026-03-31', '2026-04-30', '2026-05-30'].map((date) => ({ date }));
    const bill = await api.bill(id, 'A-1', '100.00', { dueDates });
    expect(bill.instalments.map(({ amount }: { amount: { amount: string } }) => amount.amount)).toEqual(['40.34', '40.33', '40.33']);
    await api.pay('carlos', id, '40.33', [of(bill.id, '40.33')]);
    expect((await getBill(bill.id)).dueDate).toBe('2026-03-31');
    await api.pay('carlos', id, '40.34', [of(bill.id, '40.34')]);
    expect((await getBill(bill.id)).dueDate).toBe('2026-05-30');
    const told = (...amounts: string[]) => ({ dueDates: amounts.map((amount, i) => ({ date: `2026-0${i + 4}-01`, amount: eur(amount) })) });
    expect((await api.bill(id, 'A-2', '100.00', told('21.00', '100.00'))).instalments[0].amount.amount).toBe('21.00');
    const half = { dueDates: [{ date: '2026-04-01', amount: eur('121.00') }, { date: '2026-05-01' }] };
    for (const wrong of [told('21.00', '99.99'), half, { dueDates: [...dueDates].reverse() }, { dueDates, dueDate: '2026-04-01' }])
      expect(await api.refused('ana', BILLS, billBody(id, 'A-3', '100.00', wrong))).toEqual([422, 'bill.due_dates', 'body.dueDates']);
  });

  it('of a professional is owed less what is withheld, of the base without tax: 1,000.00 + 210.00 − 150.00', async () => {
    const { id } = await api.supplier({ expenseAccount: '623', withholding: { code: 'PRO15', from: '2026-01-01', to: '2026-06-30' } });
    const bill = await api.bill(id, 'H-1', '1000.00');
    expect(postings(bill.entry)).toEqual([
      ['623', '1000.00', '0.00'],
      ['472', '210.00', '0.00'],
      ['4751', '0.00', '150.00'],
      ['410', '0.00', '1060.00'],
    ]);
    expect([bill.payable.amount, bill.open.amount, bill.totals.gross.amount]).toEqual(['1060.00', '1060.00', '1210.00']);
    const later = await api.bill(id, 'H-2', '100.00', { date: '2026-07-01', receivedOn: '2026-07-01' });
    expect([later.payable.amount, later.withheld]).toEqual(['121.00', undefined]);
    expect((await api.bill(id, 'H-3', '100.00', { withholding: 'none' })).payable.amount).toBe('121.00');
  });

  it('takes the next place in the register of its month; one that is refused takes none', async () => {
    const { id } = await api.supplier();
    const places = [];
    for (const [reference, receivedOn] of [
      ['1', '2026-03-03'],
      ['2', '2026-04-02'],
      ['3', '2026-03-05'],
    ])
      places.push((await api.bill(id, reference as string, '10', { receivedOn })).register);
    await api.refused('ana', BILLS, billBody(id, '3', '10'));
    places.push((await api.bill(id, '4', '10')).register);
    expect(places).toEqual(['FR2026-03-00001', 'FR2026-04-00001', 'FR2026-03-00002', 'FR2026-03-00003']);
  });

  it('of fifty that are entered at once takes one of fifty places, none twice and none left out', async () => {
    const { id } = await api.supplier();
    const places = await Promise.all(Array.from({ length: 50 }, async (_, i) => (await api.bill(id, `N-${i}`, '10')).register as string));
    expect(places.sort()).toEqual(Array.from({ length: 50 }, (_, i) => `FR2026-03-${String(i + 1).padStart(5, '0')}`));
  });

  it('is tried without being entered', async () => {
    const { id } = await api.supplier();
    const before = table.writes();
    const tried = await api.done('ana', BILLS, billBody(id, 'A-1', '100.00'), { query: { dryRun: 'true' } });
    expect([tried.totals.gross.amount, table.writes()]).toEqual(['121.00', before]);
  });

  it('is entered once, however often the request is sent, and its key is good for no other', async () => {
    const { id } = await api.supplier();
    const key = randomUUID();
    const first = await api.done('ana', BILLS, billBody(id, 'A-1', '100.00'), { key });
    expect((await api.done('ana', BILLS, billBody(id, 'A-1', '100.00'), { key })).id).toBe(first.id);
    expect(await api.refused('ana', BILLS, billBody(id, 'A-2', '100.00'), { key })).toEqual([
      409,
      'idempotency.key_reused',
      'header.Idempotency-Key',
    ]);
  });

  it('is two items beside the key of its request, and paying it three', async () => {
    const { id } = await api.supplier();
    const start = table.writes();
    const bill = await api.bill(id, 'A-1', '100.00');
    expect(table.writes() - start).toBe(3);
    await api.pay('carlos', id, '121.00', [of(bill.id, '121.00')]);
    expect(table.writes() - start).toBe(6);
  });
});

describe('a bill that cannot be', () => {
  const refusals: readonly (readonly [string, object, readonly [number, string, string | undefined]])[] = [
    ['whose lines do not come to what is on the paper', { total: eur('121.01') }, [400, 'bill.total', 'body.total']],
    ['that comes to nothing', { lines: [{ net: eur('10') }, { net: eur('-10') }] }, [422, 'bill.zero', 'body.lines']],
    ['with a line of zero', { lines: [{ net: eur('0') }] }, [400, 'input.invalid', 'body.lines.0.net']],
    ['that came before its date', { receivedOn: '2026-02-28' }, [422, 'bill.order', 'body.receivedOn']],
    ['that was due before its date', { dueDate: '2026-02-28' }, [422, 'bill.order', 'body.dueDate']],
    ['of a year without periods', { receivedOn: '2025-03-03', date: '2025-03-01' }, [422, 'period.not_open', 'body.receivedOn']],
    ['of a day that is to come', { receivedOn: '2026-12-31' }, [422, 'date.future', 'body.receivedOn']],
    [
      'on the account that its own document keeps',
      { lines: [{ account: '410', net: eur('10') }] },
      [422, 'account.control', 'body.lines.0.account'],
    ],
    ['on an account that is not there', { lines: [{ account: '6999', net: eur('10') }] }, [422, 'account.unknown', 'body.lines.0.account']],
    ['with a code of sales', { lines: [{ taxCode: 'EXPORT', net: eur('10') }] }, [400, 'input.invalid', 'body.lines.0.taxCode']],
    ['with a withholding of before its first row', { date: '2022-12-30', withholding: 'PRO15' }, [422, 'tax.no_rate', 'body.withholding']],
  ];
  it.each(refusals)('is refused: one %s', async (_, more, [status, code, field]) => {
    const { id } = await api.supplier();
    const before = table.writes();
    expect(await api.refused('ana', BILLS, billBody(id, 'A-1', '100.00', more))).toEqual([status, code, field]);
    expect(table.writes()).toBe(before);
  });

  it('is refused with IVA of somebody in the Canaries, who charges none; exempt it is taken', async () => {
    const address = { street: 'Calle Triana 90', postalCode: '35002', city: 'Las Palmas', country: 'ES' };
    const { id } = await api.supplier({ address });
    expect(await api.refused('ana', BILLS, billBody(id, 'A-1', '10'))).toEqual([422, 'tax.supplier', 'body.lines.0.taxCode']);
    expect((await api.bill(id, 'A-1', '10', { lines: [{ net: eur('10'), taxCode: 'EXENTO' }] })).open.amount).toBe('10.00');
  });

  it('is refused without an account, where its supplier has no usual one', async () => {
    const { id } = await api.supplier({ expenseAccount: undefined });
    expect(await api.refused('ana', BILLS, billBody(id, 'A-1', '10'))).toEqual([400, 'bill.account', 'body.lines.0.account']);
  });

  it('is refused in a closed period to whom may not adjust, and in a locked one to everybody', async () => {
    const { id } = await api.supplier();
    await api.ask('ines', 'GET /payables', undefined, { roles: ['integration'] });
    const set = async (state: 'closed' | 'locked') => {
      const records = recordsOf(tenant);
      for (const shard of [0, 1, 2, 3]) {
        const sequence = await records.get(PeriodSequences, sequenceId('2026-03', shard));
        if (sequence) await records.commit([update(PeriodSequences, sequence, { ...sequence, state })]);
      }
    };
    await set('closed');
    expect(await api.refused('ines', BILLS, billBody(id, 'A-1', '10'))).toEqual([422, 'period.closed', 'body.receivedOn']);
    const bill = await api.bill(id, 'A-1', '10');
    await set('locked');
    expect(await api.refused('ana', BILLS, billBody(id, 'A-2', '10'))).toEqual([422, 'period.locked', 'body.receivedOn']);
    const reversal = `POST /payables/bills/${bill.id}/reversal`;
    expect(await api.refused('ana', reversal, { date: '2026-03-31', reason: 'Error' })).toEqual([422, 'period.locked', 'body.date']);
    expect((await api.done('ana', reversal, { date: '2026-04-01', reason: 'Error' })).state).toBe('reversed');
  });
});

describe("a supplier's number", () => {
  it('is entered once a year: on another day of it, written otherwise, and after the supplier was changed', async () => {
    const { id } = await api.supplier({ taxId: 'B58378431' });
    const first = await api.bill(id, 'A-118/2', '100.00');
    await api.done('ana', `PATCH /payables/suppliers/${id}`, { name: 'Talleres Robla Hermanos', taxId: 'A58818501', paymentDays: 60 });
    for (const reference of ['A-118/2', 'a-118-2', ' A - 118 / 2 '])
      expect(await api.refused('ana', BILLS, billBody(id, reference, '7', { date: '2026-06-30', receivedOn: '2026-07-01' }))).toEqual([
        422,
        'bill.twice',
        'body.reference',
      ]);
    const { body } = await api.ask('ana', BILLS, billBody(id, 'A-118/2', '7'));
    expect(body.params).toEqual({ reference: 'A-118/2', document: first.id });
    // Another year, another supplier, another number, or a credit note: those are others.
    const other = await api.supplier({ name: 'Otro' });
    await api.bill(other.id, 'A-118/2', '7');
    await api.bill(id, 'A-1182', '7');
    await api.bill(id, 'A-118/2', '7', { date: '2025-12-30' });
    await api.done('ana', 'POST /payables/credit-notes', billBody(id, 'A-118/2', '7'));
  });

  it('is free again once its bill was reversed', async () => {
    const { id } = await api.supplier();
    const wrong = await api.bill(id, 'A-1', '100.00');
    const reversed = await api.done('ana', `POST /payables/bills/${wrong.id}/reversal`, {
      date: '2026-03-04',
      reason: 'Importe equivocado',
    });
    expect([reversed.state, reversed.open.amount, reversed.reversal.entry.date]).toEqual(['reversed', '0.00', '2026-03-04']);
    const read = await getBill(wrong.id);
    expect(read.entries.map(postings)).toEqual([
      [
        ['622', '100.00', '0.00'],
        ['472', '21.00', '0.00'],
        ['410', '0.00', '121.00'],
      ],
      [
        ['622', '0.00', '100.00'],
        ['472', '0.00', '21.00'],
        ['410', '121.00', '0.00'],
      ],
    ]);
    expect(read.actions.reverseSupplierBill.code).toBe('document.reversed');
    expect((await api.bill(id, 'A-1', '110.00')).register).toBe('FR2026-03-00002');
  });

  it('is taken by one of two who enter it at once', async () => {
    const { id } = await api.supplier();
    const answers = await Promise.all(['ana', 'bea'].map((by) => api.ask(by, BILLS, billBody(id, 'A-1', '100.00'))));
    expect(answers.map(({ status, body }) => [status, body.code]).sort()).toEqual([
      [201, undefined],
      [422, 'bill.twice'],
    ]);
  });
});

describe('a bill above the limit', () => {
  it('waits for a second person, and is paid by a third', async () => {
    const { id } = await api.supplier();
    // 1,000.00 with tax is not above it.
    expect((await api.bill(id, 'A-0', '826.45', { total: eur('1000.00') })).needsApproval).toBe(false);
    const bill = await api.bill(id, 'A-1', '826.46', { total: eur('1000.02') });
    expect([bill.state, bill.needsApproval]).toEqual(['waiting', true]);
    const body = payBody(id, '1000.02', [of(bill.id, '1000.02')]);
    expect(await api.refused('carlos', PAYMENTS, body)).toEqual([422, 'bill.waiting', 'body.allocations.0.billId']);
    const approval = `POST /payables/bills/${bill.id}/approval`;
    expect(await api.refused('ana', approval)).toEqual([422, 'bill.own_approval', 'path.billId']);
    const approved = await api.done('bea', approval);
    expect([approved.state, approved.approval.by]).toEqual(['overdue', `bea@${tenant}.example`]);
    expect(await api.refused('carlos', approval)).toEqual([422, 'bill.approved', 'path.billId']);
    for (const by of ['ana', 'bea'])
      expect(await api.refused(by, PAYMENTS, body)).toEqual([422, 'payment.same_person', 'body.allocations']);
    const payment = await api.done('carlos', PAYMENTS, body);
    expect(postings(payment.entry)).toEqual([
      ['410', '1000.02', '0.00'],
      ['572', '0.00', '1000.02'],
    ]);
    expect([payment.overrides, (await getBill(bill.id)).state]).toEqual([[], 'paid']);
  });

  it('tells each who asks what they may do, and why not', async () => {
    const { id } = await api.supplier();
    const bill = await api.bill(id, 'A-1', '2000.00');
    const codes = async (by: string) => {
      const { actions } = await api.done(by, `GET /payables/bills/${bill.id}`);
      return [actions.approveSupplierBill?.code ?? null, actions.recordSupplierPayment?.code ?? null];
    };
    expect(await codes('ana')).toEqual(['bill.own_approval', 'bill.waiting']);
    expect(await codes('bea')).toEqual([null, 'bill.waiting']);
    await api.done('bea', `POST /payables/bills/${bill.id}/approval`);
    expect(await codes('bea')).toEqual(['bill.approved', 'payment.same_person']);
    expect(await codes('carlos')).toEqual(['bill.approved', null]);
  });

  it('is not approved by whom nobody lets, nor paid', async () => {
    const { id } = await api.supplier();
    const bill = await api.bill(id, 'A-1', '2000.00');
    await api.ask('ines', 'GET /payables', undefined, { roles: ['integration'] });
    expect((await api.refused('ines', `POST /payables/bills/${bill.id}/approval`))[1]).toBe('role.not_allowed');
    expect((await api.refused('ines', PAYMENTS, payBody(id, '1')))[1]).toBe('role.not_allowed');
  });
});
