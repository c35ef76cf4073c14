import { beforeEach, describe, expect, it } from 'vitest';
import { isRecentIban } from '../../../../shared/domain/finance/supplier-payments/payer-rules.ts';
import type { StoredSupplier } from '../../../../shared/domain/finance/suppliers/supplier.ts';
import { refusalOfCompanyWithholding } from '../../../../shared/domain/finance/tax/withholding-es.ts';
import { newTenant } from '../../../support/call.ts';
import { newCompany } from '../../../support/company.ts';
import { useMemoryTable } from '../../../support/memory-table.ts';
import { billBody, of, payablesOf, payBody } from '../../../support/payables.ts';
import { postings } from '../../../support/receivables.ts';

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

describe('a payment', () => {
  it('pays several bills in part, and what is left stays open; an allocation that is removed changes its pair alone', async () => {
    const { id } = await api.supplier();
    const [one, two] = [await api.bill(id, '1', '100.00'), await api.bill(id, '2', '200.00')];
    const payment = await api.pay('carlos', id, '300.00', [of(one.id, '121.00'), of(two.id, '100.00')]);
    expect([payment.open.amount, payment.state]).toEqual(['79.00', 'open']);
    const more = await api.pay('carlos', id, '50.00', [of(two.id, '50.00')]);
    const allocate = `POST /payables/payments/${payment.id}/allocations`;
    expect((await api.done('carlos', allocate, { date: '2026-03-21', allocations: [of(two.id, '79.00')] })).open.amount).toBe('0.00');
    expect((await getBill(two.id)).open.amount).toBe('13.00');
    const after = await api.done('carlos', `POST /payables/payments/${payment.id}/allocations/${two.id}/removal`, { date: '2026-03-22' });
    expect(after.open.amount).toBe('179.00');
    const opens = [(await getBill(one.id)).open.amount, (await getBill(two.id)).open.amount];
    expect([...opens, (await api.done('ana', `GET /payables/payments/${more.id}`)).open.amount]).toEqual(['0.00', '192.00', '0.00']);
  });

  it('is refused beyond what a bill or the payment has open, twice, to another supplier, and before the bill was there', async () => {
    const [{ id }, other] = [await api.supplier(), await api.supplier({ name: 'Otro' })];
    const [bill, strange] = [await api.bill(id, '1', '100.00'), await api.bill(other.id, '1', '100.00')];
    const pay = (amount: string, allocations: object[], more: object = {}) =>
      api.refused('carlos', PAYMENTS, payBody(id, amount, allocations, more));
    expect(await pay('200.00', [of(bill.id, '121.01')])).toEqual([422, 'allocation.too_much', 'body.allocations.0.amount']);
    expect(await pay('100.00', [of(bill.id, '100.01')])).toEqual([422, 'allocation.too_much', 'body.allocations.0.amount']);
    expect(await pay('20.00', [of(bill.id, '10'), of(bill.id, '10')])).toEqual([400, 'allocation.twice', 'body.allocations.1.billId']);
    expect(await pay('20.00', [of(strange.id, '10')])).toEqual([422, 'allocation.party', 'body.allocations.0.billId']);
    expect(await pay('20.00', [of(bill.id, '10')], { date: '2026-03-02' })).toEqual([422, 'allocation.too_early', 'body.date']);
    await api.pay('carlos', id, '121.00', [of(bill.id, '121.00')]);
    expect(await pay('121.00', [of(bill.id, '121.00')])).toEqual([422, 'allocation.nothing_open', 'body.allocations.0.amount']);
  });

  it('of two at once, one pays the bill and the other is refused', async () => {
    const { id } = await api.supplier();
    const bill = await api.bill(id, '1', '100.00');
    const answers = await Promise.all(['bea', 'carlos'].map((by) => api.ask(by, PAYMENTS, payBody(id, '100.00', [of(bill.id, '100.00')]))));
    expect(answers.map(({ status, body }) => [status, body.code]).sort()).toEqual([
      [201, undefined],
      [422, 'allocation.too_much'],
    ]);
    expect((await getBill(bill.id)).open.amount).toBe('21.00');
  });

  it('that was returned opens its bills again; a bill is not reversed while it is paid', async () => {
    const { id } = await api.supplier();
    const bill = await api.bill(id, '1', '100.00');
    const payment = await api.pay('carlos', id, '121.00', [of(bill.id, '121.00')]);
    const reversal = `POST /payables/bills/${bill.id}/reversal`;
    const { body } = await api.ask('ana', reversal, { date: '2026-03-25', reason: 'Error' });
    expect([body.code, body.params]).toEqual(['document.settled', { document: bill.id, source: payment.id }]);
    const gone = await api.done('carlos', `POST /payables/payments/${payment.id}/reversal`, { date: '2026-03-24', reason: 'Devuelto' });
    expect([gone.state, gone.open.amount]).toEqual(['reversed', '0.00']);
    expect((await getBill(bill.id)).open.amount).toBe('121.00');
    expect(await api.refused('carlos', `POST /payables/payments/${payment.id}/reversal`, { reason: 'Otra vez' })).toEqual([
      422,
      'document.reversed',
      'path',
    ]);
    expect(await api.refused('ana', reversal, { date: '2026-03-23', reason: 'Error' })).toEqual([422, 'reversal.too_early', 'body.date']);
    expect((await api.done('ana', reversal, { date: '2026-03-25', reason: 'Error' })).state).toBe('reversed');
    expect((await api.refused('carlos', PAYMENTS, payBody(id, '1.00', [of(bill.id, '1.00')])))[1]).toBe('document.reversed');
  });

  it('for no bill is held to the limit, but for who may pay alone: that says so', async () => {
    const { id } = await api.supplier();
    expect(await api.refused('carlos', PAYMENTS, payBody(id, '1000.01'))).toEqual([422, 'payment.over_limit', 'body.allocations']);
    expect((await api.pay('carlos', id, '1000.00')).open.amount).toBe('1000.00');
    await api.ask('olga', 'GET /payables', undefined, { roles: ['owner'] });
    const bill = await api.done('olga', BILLS, billBody(id, '1', '100.00'));
    const alone = await api.done('olga', PAYMENTS, payBody(id, '1200.00', [of(bill.id, '121.00')]));
    expect(alone.overrides).toEqual(['same_person', 'over_limit']);
  });

  it('in advance is not set against a bill of the same person afterwards', async () => {
    const { id } = await api.supplier();
    const payment = await api.pay('ana', id, '121.00');
    const bill = await api.bill(id, '1', '100.00');
    const allocate = `POST /payables/payments/${payment.id}/allocations`;
    for (const by of ['ana', 'carlos'])
      expect((await api.refused(by, allocate, { date: '2026-03-21', allocations: [of(bill.id, '121.00')] }))[1]).toBe(
        'payment.same_person',
      );
  });

  it('is in cash from 570', async () => {
    const { id } = await api.supplier();
    const payment = await api.pay('carlos', id, '20.00', [], { method: 'cash' });
    expect(postings(payment.entry)).toEqual([
      ['410', '20.00', '0.00'],
      ['570', '0.00', '20.00'],
    ]);
  });
});

describe('an IBAN', () => {
  const IBAN = 'ES91 2100 0418 4502 0005 1332';
  it('is kept with who entered it; they do not pay to it, and others only once they say that they checked it', async () => {
    const { id } = await api.supplier();
    const bill = await api.bill(id, '1', '100.00');
    const changed = await api.done('carlos', `PATCH /payables/suppliers/${id}`, { iban: IBAN });
    expect([changed.iban, changed.ibanChangedBy]).toEqual(['ES9121000418450200051332', `carlos@${tenant}.example`]);
    const body = payBody(id, '121.00', [of(bill.id, '121.00')]);
    expect(await api.refused('carlos', PAYMENTS, body)).toEqual([422, 'payment.own_iban', 'body.supplierId']);
    const unchecked = await api.ask('bea', PAYMENTS, body);
    expect([unchecked.status, unchecked.body.code, unchecked.body.field]).toEqual([422, 'payment.iban_recent', 'body.confirmed']);
    expect((await api.refused('bea', PAYMENTS, { ...body, confirmed: false }))[1]).toBe('payment.iban_recent');
    const payment = await api.done('bea', PAYMENTS, { ...body, confirmed: true });
    expect([payment.iban, payment.marks]).toEqual(['ES9121000418450200051332', ['iban_changed']]);
    // The same IBAN once more is no change, and another field neither.
    await api.done('bea', `PATCH /payables/suppliers/${id}`, { iban: IBAN, paymentDays: 15 });
    expect((await api.done('ana', `GET /payables/suppliers/${id}`)).ibanChangedBy).toBe(`carlos@${tenant}.example`);
    const cleared = await api.done('bea', `PATCH /payables/suppliers/${id}`, { iban: null });
    expect([cleared.iban, cleared.ibanChangedBy]).toEqual([undefined, undefined]);
  });

  it('is new on its day and on the day after', () => {
    const changed = { iban: 'ES9121000418450200051332', ibanChangedOn: '2026-02-28' } as StoredSupplier;
    expect(['2026-02-28', '2026-03-01', '2026-03-02'].map((today) => isRecentIban(changed, today))).toEqual([true, true, false]);
    expect(isRecentIban({ ibanChangedOn: '2026-02-28' } as StoredSupplier, '2026-02-28')).toBe(false);
  });

  it('is refused where its control digits are wrong', async () => {
    expect(await api.refused('ana', 'POST /payables/suppliers', { name: 'X', iban: 'ES9221000418450200051332' })).toEqual([
      400,
      expect.any(String),
      'body.iban',
    ]);
  });
});

describe('a supplier', () => {
  it('is entered once by tax id, however it is written, and again once the other has another', async () => {
    const first = await api.supplier({ taxId: 'ESB58378431' });
    const twice = { name: 'Otra vez', taxId: 'B58378431' };
    expect(await api.refused('ana', 'POST /payables/suppliers', twice)).toEqual([422, 'supplier.twice', 'body.taxId']);
    await api.done('ana', `PATCH /payables/suppliers/${first.id}`, { taxId: 'A58818501' });
    const second = await api.supplier(twice);
    expect((await api.refused('ana', `PATCH /payables/suppliers/${first.id}`, { taxId: 'B58378431' }))[1]).toBe('supplier.twice');
    await api.done('ana', `PATCH /payables/suppliers/${second.id}`, { taxId: null });
    await api.done('ana', `PATCH /payables/suppliers/${first.id}`, { taxId: 'B58378431' });
  });

  it('is refused with a Spanish tax id that is none, and with a withholding that ends before it begins', async () => {
    const create = (more: object) => api.refused('ana', 'POST /payables/suppliers', { name: 'X', ...more });
    expect(await create({ taxId: 'B58378432' })).toEqual([400, 'supplier.tax_id', 'body.taxId']);
    expect(await create({ taxId: 'ESB12345674' })).toEqual([422, 'supplier.own', 'body.taxId']);
    expect((await api.supplier({ taxId: 'DE123', country: 'DE' })).taxId).toBe('DE123');
    expect(await create({ withholding: { code: 'PRO15', from: '2026-02-01', to: '2026-01-31' } })).toEqual([
      400,
      'supplier.withholding',
      'body.withholding.to',
    ]);
  });
});

describe('income tax of people', () => {
  const from = '2026-01-01';
  const refusal = (field: string) => [422, 'tax.company_withholding', field];
  it('is not withheld from a company: neither at the supplier nor at a bill; rent of property is', async () => {
    const company = { name: 'Asesores Robla, S.L.', taxId: 'B58378431' };
    for (const code of ['PRO15', 'PRO7', 'AGR2', 'CUR15', 'DIR35'])
      expect(await api.refused('ana', 'POST /payables/suppliers', { ...company, withholding: { code, from } })).toEqual(
        refusal('body.withholding'),
      );
    const { id } = await api.supplier(company);
    const patch = (body: object) => api.refused('ana', `PATCH /payables/suppliers/${id}`, body);
    expect(await patch({ withholding: { code: 'PRO15', from } })).toEqual(refusal('body.withholding'));
    const { body } = await api.ask('ana', 'POST /payables/bills', billBody(id, 'H-1', '100.00', { withholding: 'PRO15' }));
    expect([body.code, body.field, body.params]).toEqual([
      'tax.company_withholding',
      'body.withholding',
      { taxId: 'B58378431', withholding: 'PRO15' },
    ]);
    expect(await api.refused('ana', 'POST /payables/credit-notes', billBody(id, 'R-1', '10.00', { withholding: 'PRO15' }))).toEqual(
      refusal('body.withholding'),
    );
    // 100.00 + 21.00 − 19.00
    expect((await api.bill(id, 'L-1', '100.00', { withholding: 'RENT19' })).payable.amount).toBe('102.00');
  });

  it('is withheld from people, and from entities whose income is that of their members', () => {
    const why = (taxId: string | undefined) => refusalOfCompanyWithholding('PRO15', taxId, 'f')?.code;
    for (const taxId of ['12345678Z', 'X1234567L', 'E10000008', 'J10000007', 'DE123456789', undefined]) expect(why(taxId)).toBeUndefined();
    for (const taxId of ['A58818501', 'ESB58378431', 'A28000008']) expect(why(taxId)).toBe('tax.company_withholding');
    for (const code of ['RENT19', 'none', undefined]) expect(refusalOfCompanyWithholding(code, 'A58818501', 'f')).toBeUndefined();
  });

  it('that a supplier has of before its tax id became that of a company is told with the id, and at its bills', async () => {
    const { id } = await api.supplier({ taxId: '12345678Z', withholding: { code: 'PRO15', from } });
    const paid = await api.bill(id, 'H-1', '100.00');
    expect(await api.refused('ana', `PATCH /payables/suppliers/${id}`, { taxId: 'A58818501' })).toEqual(refusal('body.withholding'));
    await api.done('ana', `PATCH /payables/suppliers/${id}`, { taxId: 'A58818501', withholding: null });
    // What its bill withheld is given back all the same: 10.00 + 2.10 − 1.50
    const note = billBody(id, 'R-1', '10.00', { corrects: paid.id, receivedOn: '2026-03-10' });
    expect((await api.done('ana', 'POST /payables/credit-notes', note)).payable.amount).toBe('10.60');
  });
});

describe("a supplier's credit note", () => {
  const CREDITS = 'POST /payables/credit-notes';
  it('takes its bill first: goods sent back stand on 608, at the rates of the bill', async () => {
    const { id } = await api.supplier({ account: '400', expenseAccount: '600' });
    const bill = await api.bill(id, '1', '100.00');
    const note = await api.done('ana', CREDITS, billBody(id, 'R-1', '40.00', { corrects: bill.id, receivedOn: '2026-03-10' }));
    expect(postings(note.entry)).toEqual([
      ['608', '0.00', '40.00'],
      ['472', '0.00', '8.40'],
      ['400', '48.40', '0.00'],
    ]);
    expect([note.open.amount, note.register]).toEqual(['0.00', 'FR2026-03-00002']);
    const read = await getBill(bill.id);
    expect([read.open.amount, read.credited.amount]).toEqual(['72.60', '48.40']);
    expect(read.documents.map(({ kind }: { kind: string }) => kind).sort()).toEqual(['supplier', 'supplier-credit-note']);
    // 121.00 less 48.40 are left: 60.01 net would be 72.61.
    const { body } = await api.ask('ana', CREDITS, billBody(id, 'R-2', '60.01', { corrects: bill.id, receivedOn: '2026-03-10' }));
    expect([body.code, body.params]).toEqual(['bill.credited', { left: '72.60', requested: '72.61' }]);
  });

  it('withholds as its bill did: 100.00 + 21.00 − 15.00 taken back by 10.00 + 2.10 − 1.50', async () => {
    const { id } = await api.supplier({ withholding: { code: 'PRO15', from: '2026-01-01' } });
    const [with15, without] = [await api.bill(id, '1', '100.00'), await api.bill(id, '2', '100.00', { withholding: 'none' })];
    const over = (reference: string, corrects: string) =>
      api.done('ana', CREDITS, billBody(id, reference, '10.00', { corrects, receivedOn: '2026-03-10' }));
    expect(postings((await over('R-1', with15.id)).entry)).toEqual([
      ['622', '0.00', '10.00'],
      ['472', '0.00', '2.10'],
      ['4751', '1.50', '0.00'],
      ['410', '10.60', '0.00'],
    ]);
    expect((await over('R-2', without.id)).payable.amount).toBe('12.10');
    expect([(await getBill(with15.id)).open.amount, (await getBill(without.id)).open.amount]).toEqual(['95.40', '108.90']);
  });

  it('of a bill that is paid stays open, is set against another, and taken off it again', async () => {
    const { id } = await api.supplier();
    const [paid, next] = [await api.bill(id, '1', '100.00'), await api.bill(id, '2', '100.00')];
    await api.pay('carlos', id, '121.00', [of(paid.id, '121.00')]);
    const note = await api.done('ana', CREDITS, billBody(id, 'R-1', '10.00', { corrects: paid.id, receivedOn: '2026-03-21' }));
    expect(note.open.amount).toBe('12.10');
    const path = `/payables/credit-notes/${note.id}`;
    const used = await api.done('ana', `POST ${path}/allocations`, { date: '2026-03-22', allocations: [of(next.id, '12.10')] });
    expect([used.state, (await getBill(next.id)).open.amount]).toEqual(['used', '108.90']);
    expect((await api.refused('ana', `POST ${path}/reversal`, { reason: 'Error' }))[1]).toBe('document.settled');
    await api.done('ana', `POST ${path}/allocations/${next.id}/removal`, { date: '2026-03-23' });
    expect((await getBill(next.id)).open.amount).toBe('121.00');
    await api.done('ana', `POST ${path}/reversal`, { date: '2026-03-24', reason: 'Error' });
    expect((await getBill(paid.id)).credited.amount).toBe('0.00');
    expect((await api.done('ana', `GET ${path}`)).state).toBe('reversed');
  });

  it('is refused over a bill of another supplier, or one that is not there', async () => {
    const [{ id }, other] = [await api.supplier(), await api.supplier({ name: 'Otro' })];
    const bill = await api.bill(other.id, '1', '100.00');
    expect(await api.refused('ana', CREDITS, billBody(id, 'R-1', '1', { corrects: bill.id }))).toEqual([
      422,
      'allocation.party',
      'body.corrects',
    ]);
    const unknown = bill.id.replace(/.{26}$/, '01JDG8ZK5T7QWERTY2MNPQRSTV');
    expect(await api.refused('ana', CREDITS, billBody(id, 'R-1', '1', { corrects: unknown }))).toEqual([
      404,
      'supplier-bill.not_found',
      'body.corrects',
    ]);
  });
});
