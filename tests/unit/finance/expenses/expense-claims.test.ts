import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { handler as commands } from '../../../../functions/finance/expenses/commands.ts';
import { handler as queries } from '../../../../functions/finance/expenses/queries.ts';
import { type DocumentState, IntakeDocuments, newDocument } from '../../../../shared/domain/automation/intake/intake-document.ts';
import { SupplierBills } from '../../../../shared/domain/finance/payables/supplier-bill.ts';
import { create } from '../../../../shared/kernel/record.ts';
import { newTenant } from '../../../support/call.ts';
import { newCompany, recordsOf } from '../../../support/company.ts';
import { useMemoryTable } from '../../../support/memory-table.ts';
import { billBody, payablesOf } from '../../../support/payables.ts';
import { peopleOf } from '../../../support/people.ts';
import { eur, postings } from '../../../support/receivables.ts';
import { IBAN, treasuryOf } from '../../../support/treasury.ts';

const table = useMemoryTable({ openWork: true, lists: true });
let tenant = '';
let api: ReturnType<typeof expensesOf>;
let payables: ReturnType<typeof payablesOf>;
let runs: ReturnType<typeof treasuryOf>;
const on = (day: string) => vi.setSystemTime(new Date(`${day}T10:00:00Z`));
const expensesOf = (of: string) => peopleOf(of, { commands, queries }, (route) => route.replace(/exc_[0-9A-Z]+/, '{claimId}'));

beforeAll(() => void vi.useFakeTimers({ toFake: ['Date'] }));
afterAll(() => void vi.useRealTimers());
/** eva sells, ana, bea and carlos keep the books, on Tuesday 10 March 2026. */
beforeEach(async () => {
  table.clear();
  on('2026-03-10');
  tenant = newTenant();
  await newCompany(tenant);
  [api, payables, runs] = [expensesOf(tenant), payablesOf(tenant), treasuryOf(tenant)];
  await api.ask('eva', 'GET /expense-claims', undefined, { roles: ['sales'] });
  for (const by of ['ana', 'bea', 'carlos']) await api.ask(by, 'GET /expense-claims', undefined, { roles: ['accountant'] });
});

const hotel = { number: 'H-118', issuer: 'Hotel Sol, S.A.', taxId: 'A58818501', taxCode: 'IVA-R' };
/** Taxi 24.20 and kilometres by receipts; hotel 110.00 and its garage 12.10 by one invoice at 10 and 21 %. */
const lines = [
  { date: '2026-03-02', kind: 'travel', text: 'Taxi', amount: eur('24.20') },
  { date: '2026-03-03', kind: 'lodging', amount: eur('110.00'), invoice: hotel },
  { date: '2026-03-03', kind: 'other', text: 'Garaje', amount: eur('12.10'), invoice: { ...hotel, taxCode: 'IVA-G' } },
  { date: '2026-03-04', kind: 'mileage', km: '123.4' },
];
const submit = (by: string, more: object = {}) => api.done(by, 'POST /expense-claims', { text: 'Feria', lines, iban: IBAN, ...more });

describe('an expense claim', () => {
  it('is submitted for oneself, approved by another, and owed from then on', async () => {
    const claim = await submit('eva');
    // 123.4 km × 0.26 = 32.084; 24.20 + 110.00 + 12.10 + 32.08.
    expect([claim.state, claim.total, claim.lines[3].amount, claim.lines[3].taxable]).toEqual([
      ...['submitted', eur('178.38'), eur('32.08'), undefined],
    ]);
    const approval = `POST /expense-claims/${claim.id}/approval`;
    expect(await api.refused('eva', approval, {})).toEqual([403, 'role.not_allowed', undefined]);
    const approved = await api.done('bea', approval, {});
    expect([approved.state, approved.decided, approved.billIds.length]).toEqual([
      ...['approved', { by: `bea@${tenant}.example`, on: '2026-03-10' }, 2],
    ]);
    const [receipts, invoice] = await Promise.all(approved.billIds.map((id: string) => payables.done('ana', `GET /payables/bills/${id}`)));
    expect(postings(receipts.entry)).toEqual([
      ['629', '56.28', '0.00'],
      ['4650', '0.00', '56.28'],
    ]);
    expect(receipts.register).toBeUndefined();
    // 110.00 / 1.10 = 100.00; 12.10 / 1.21 = 10.00.
    expect(postings(invoice.entry)).toEqual([
      ['629', '110.00', '0.00'],
      ['472', '10.00', '0.00'],
      ['472', '2.10', '0.00'],
      ['4650', '0.00', '122.10'],
    ]);
    expect([invoice.register, invoice.issuer, invoice.reference, invoice.supplierName]).toEqual([
      ...['FR2026-03-00001', { name: 'Hotel Sol, S.A.', taxId: 'A58818501' }, 'H-118', `eva@${tenant}.example`],
    ]);
    const [shown, hidden] = await recordsOf(tenant).getMany(SupplierBills, [invoice.id, receipts.id]);
    expect(shown && SupplierBills.posts?.paper?.(shown)).toMatchObject({ party: hotelParty, number: 'H-118', register: 'FR2026-03-00001' });
    expect(hidden && [SupplierBills.posts?.paper?.(hidden), SupplierBills.posts?.taxes?.(hidden)]).toEqual([undefined, []]);
  });
  const hotelParty = { name: 'Hotel Sol, S.A.', taxId: 'A58818501' };

  it('is approved by nobody who submitted it or is paid by it', async () => {
    const own = await submit('ana');
    expect(await api.refused('ana', `POST /expense-claims/${own.id}/approval`, {})).toEqual([422, 'expense.own_approval', 'path.claimId']);
    const entered = await api.done('bea', 'POST /expense-claims', {
      ...{ text: 'Taxi', employeeId: own.employeeId, lines: lines.slice(0, 1) },
    });
    for (const by of ['ana', 'bea'])
      expect((await api.refused(by, `POST /expense-claims/${entered.id}/approval`, {}))[1]).toBe('expense.own_approval');
    expect((await api.done('carlos', `POST /expense-claims/${entered.id}/approval`, {})).state).toBe('approved');
    expect((await api.refused('carlos', `POST /expense-claims/${entered.id}/rejection`, { reason: 'No' }))[1]).toBe('expense.state');
  });

  it('of somebody’s own is seen and withdrawn by them, and of others by nobody who may not', async () => {
    const [mine, other] = [await submit('eva'), await submit('ana')];
    const { items } = await api.done('eva', 'GET /expense-claims');
    expect(items.map(({ id }: { id: string }) => id)).toEqual([mine.id]);
    expect((await api.ask('eva', `GET /expense-claims/${other.id}`)).status).toBe(404);
    expect((await api.refused('bea', `POST /expense-claims/${mine.id}/withdrawal`, { reason: 'x' }))[1]).toBe('expense.not_own');
    expect((await api.done('eva', `POST /expense-claims/${mine.id}/withdrawal`, { reason: 'Duplicado' })).state).toBe('withdrawn');
    expect((await api.done('bea', `POST /expense-claims/${other.id}/rejection`, { reason: 'Sin tique' })).decided.reason).toBe('Sin tique');
    const employee = { text: 'x', employeeId: other.employeeId, lines };
    expect((await api.refused('eva', 'POST /expense-claims', employee))[1]).toBe('expense.others');
  });

  it('is paid by a payment run, by none who had a hand in it, and reversed only before that', async () => {
    const claim = await submit('eva');
    const approved = await api.done('bea', `POST /expense-claims/${claim.id}/approval`, {});
    expect((await payables.refused('carlos', `POST /payables/bills/${approved.billIds[0]}/reversal`, { reason: 'x' }))[1]).toBe(
      'bill.of_claim',
    );
    on('2026-03-12');
    const run = await runs.propose('ana', { billIds: approved.billIds });
    expect([run.total, run.payments[0].iban]).toEqual([eur('178.38'), IBAN]);
    const reversal = `POST /expense-claims/${claim.id}/reversal`;
    expect((await api.refused('bea', reversal, { reason: 'Error' }))[1]).toBe('document.in_run');
    await runs.done('bea', `POST /treasury/payment-runs/${run.id}/cancellation`, { reason: 'Error' });
    const reversed = await api.done('bea', reversal, { reason: 'Error' });
    expect(reversed.state).toBe('reversed');
    const bills = await recordsOf(tenant).getMany(SupplierBills, approved.billIds);
    expect(bills.map((bill) => [bill?.open, bill?.reversal?.reason])).toEqual([
      [0, 'Error'],
      [0, 'Error'],
    ]);
    // The invoice may be claimed again.
    const again = await submit('eva', { iban: undefined });
    expect((await api.done('carlos', `POST /expense-claims/${again.id}/approval`, {})).state).toBe('approved');
  });

  it('takes an invoice once, whoever claims it', async () => {
    const [one, two] = [await submit('eva'), await submit('ana')];
    await api.done('bea', `POST /expense-claims/${one.id}/approval`, {});
    const { status, body } = await api.ask('bea', `POST /expense-claims/${two.id}/approval`, {});
    expect([status, body.code, body.params.reference]).toEqual([422, 'bill.twice', 'H-118']);
  });

  it('with one number under two dates of a year is refused: it is one invoice', async () => {
    const lines = ['2026-03-02', '2026-03-03'].map((date) => ({ date, kind: 'lodging', amount: eur('110.00'), invoice: hotel }));
    const claim = await submit('eva', { lines });
    expect((await api.refused('bea', `POST /expense-claims/${claim.id}/approval`, {})).slice(0, 2)).toEqual([422, 'bill.twice']);
  });

  it('takes no invoice that its issuer’s bill is entered of, and lets none be entered after it', async () => {
    const sol = await payables.supplier({ name: 'Hotel Sol', taxId: 'A58818501' });
    const own = await payables.bill(sol.id, 'h/118', '100.00');
    const claim = await submit('eva');
    const { body } = await api.ask('bea', `POST /expense-claims/${claim.id}/approval`, {});
    expect([body.code, body.params.document]).toEqual(['bill.twice', own.id]);
    await payables.done('ana', `POST /payables/bills/${own.id}/reversal`, { reason: 'Lo pagó Eva' });
    await api.done('bea', `POST /expense-claims/${claim.id}/approval`, {});
    const again = { supplierId: sol.id, reference: 'H-118', date: '2026-03-01', receivedOn: '2026-03-03', lines: [{ net: eur('100.00') }] };
    expect((await payables.refused('ana', 'POST /payables/bills', again))[1]).toBe('bill.twice');
  });

  it('takes an invoice before its issuer is a supplier here, and lets no bill be entered of it then, however both are written', async () => {
    const claim = await submit('eva');
    const approved = await api.done('bea', `POST /expense-claims/${claim.id}/approval`, {});
    const bill = (supplierId: string) => payables.ask('ana', 'POST /payables/bills', billBody(supplierId, 'h / 118', '100.00'));
    const [sol, bare] = [await payables.supplier({ name: 'Hotel Sol', taxId: 'ESA58818501' }), await payables.supplier({ name: 'Sol' })];
    expect((await bill(sol.id)).body).toMatchObject({ code: 'bill.twice', params: { document: approved.billIds[1] } });
    // The tax id goes to another supplier, who cannot bring it either.
    await payables.done('ana', `PATCH /payables/suppliers/${sol.id}`, { taxId: null });
    await payables.done('ana', `PATCH /payables/suppliers/${bare.id}`, { taxId: 'A58818501' });
    expect((await bill(bare.id)).body.code).toBe('bill.twice');
    await api.done('bea', `POST /expense-claims/${claim.id}/reversal`, { reason: 'Error' });
    expect((await bill(bare.id)).status).toBe(201);
  });

  it('takes no invoice that is billed, whatever has become of the tax id of its supplier since', async () => {
    const sol = await payables.supplier({ name: 'Hotel Sol' });
    const own = await payables.bill(sol.id, 'h/118', '100.00');
    const claim = await submit('eva');
    const approve = async () => (await api.ask('bea', `POST /expense-claims/${claim.id}/approval`, {})).body;
    const change = (id: string, taxId: string | null) => payables.done('ana', `PATCH /payables/suppliers/${id}`, { taxId });
    // Set later, changed, and given to another, whose bill it is not either.
    await change(sol.id, 'A58818501');
    expect(await approve()).toMatchObject({ code: 'bill.twice', params: { document: own.id } });
    await change(sol.id, 'B58378431');
    expect((await approve()).code).toBe('bill.twice');
    const other = await payables.supplier({ name: 'Hotel Sol, S.A.', taxId: 'A58818501' });
    expect((await payables.ask('ana', 'POST /payables/bills', billBody(other.id, 'H-118', '100.00'))).body).toMatchObject({
      ...{ code: 'bill.twice', params: { document: own.id } },
    });
    await payables.done('ana', `POST /payables/bills/${own.id}/reversal`, { reason: 'Lo pagó Eva' });
    expect((await approve()).state).toBe('approved');
  });

  it('is refused what must not be', async () => {
    const refused = (line: object, more: object = {}) => api.refused('eva', 'POST /expense-claims', { text: 'x', lines: [line], ...more });
    const taxi = { date: '2026-03-02', kind: 'travel', amount: eur('1.00') };
    expect(await refused({ ...taxi, date: '2026-03-11' })).toEqual([400, 'expense.future', 'body.lines.0.date']);
    expect(await refused({ ...taxi, invoice: { ...hotel, taxId: 'A58818502' } })).toEqual([
      ...[400, 'expense.tax_id', 'body.lines.0.invoice.taxId'],
    ]);
    expect((await refused({ ...taxi, km: '5' }))[1]).toBe('input.invalid');
    expect(await refused({ date: '2023-07-16', kind: 'mileage', km: '5' })).toEqual([422, 'expense.no_rate', 'body.lines.0.date']);
    expect((await refused({ ...taxi, account: '4650' }))[1]).toBe('account.control');
  });

  it('pays kilometres at the company’s rate, and tells what of it is pay', async () => {
    tenant = newTenant();
    await newCompany(tenant, { mileageRate: 30 });
    api = expensesOf(tenant);
    await api.ask('eva', 'GET /expense-claims', undefined, { roles: ['sales'] });
    const claim = await submit('eva', { lines: lines.slice(3) });
    // 123.4 × 0.30 = 37.02, of which 32.08 are free.
    expect([claim.total, claim.lines[0].taxable]).toEqual([eur('37.02'), eur('4.94')]);
  });
});

describe('a document of an expense', () => {
  const DOC = 'doc_01JDG8ZK5T7QWERTY2MNPQRSTV';
  const bring = (state: DocumentState = 'review', id = DOC) => {
    const came = { fileName: 'ticket.pdf', source: 'console', date: '2026-03-10', cameAt: '2026-03-10T09:00:00.000Z', bytes: 9 } as const;
    return recordsOf(tenant).commit([create(IntakeDocuments, id, { ...newDocument(came), state })]);
  };
  const of = (by: string, documentId = DOC) => {
    const line = { date: '2026-03-02', kind: 'travel', text: 'Taxi', amount: eur('24.20') };
    return [by, 'POST /expense-claims', { text: 'Feria', lines: [line, { ...line, documentId }, { ...line, documentId }] }] as const;
  };

  it('is claimed once, and again once that claim stands no more', async () => {
    await bring();
    const first = await api.done(...of('ana'));
    const { status, body } = await api.ask(...of('bea'));
    expect([status, body.code, body.field, body.params]).toEqual([
      ...[422, 'document.claimed', 'body.lines.1.documentId', { document: DOC, number: first.number }],
    ]);
    await api.done('carlos', `POST /expense-claims/${first.id}/rejection`, { reason: 'Falta el motivo' });
    const second = await api.done(...of('bea'));
    await api.done('bea', `POST /expense-claims/${second.id}/withdrawal`, { reason: 'x' });
    const third = await api.done(...of('bea'));
    await api.done('ana', `POST /expense-claims/${third.id}/approval`, {});
    expect((await api.refused(...of('ana')))[1]).toBe('document.claimed');
    await api.done('ana', `POST /expense-claims/${third.id}/reversal`, { reason: 'Error' });
    await api.done(...of('ana'));
  });

  it('is claimed by one of two at the same moment', async () => {
    await bring();
    const answers = await Promise.all([api.ask(...of('ana')), api.ask(...of('bea')), api.ask(...of('carlos'))]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([201, 422, 422]);
  });

  it('is no bill’s as well, nor the other way round', async () => {
    await bring();
    const { id } = await payables.supplier();
    const bill = (reference: string) => payables.ask('ana', 'POST /payables/bills', billBody(id, reference, '20.00', { documentId: DOC }));
    const claim = await api.done(...of('bea'));
    expect((await bill('A-1')).body).toMatchObject({
      code: 'document.claimed',
      field: 'body.documentId',
      params: { number: claim.number },
    });
    await api.done('bea', `POST /expense-claims/${claim.id}/withdrawal`, { reason: 'x' });
    const { body: own } = await bill('A-1');
    expect((await bill('A-2')).body.params.number).toBe(own.number);
    expect((await api.ask(...of('bea'))).body).toMatchObject({ code: 'document.claimed', params: { number: own.number } });
    await payables.done('ana', `POST /payables/bills/${own.id}/reversal`, { reason: 'Era un gasto' });
    await api.done(...of('bea'));
  });

  it('must be there, wait to be entered, and be seen by whoever names it', async () => {
    expect(await api.refused(...of('ana'))).toEqual([404, 'intake-document.not_found', 'body.lines.1.documentId']);
    await bring('kept');
    expect(await api.refused(...of('ana'))).toEqual([422, 'document.not_to_enter', 'body.lines.1.documentId']);
    const other = 'doc_01JDG8ZK5T7QWERTY2MNPQRSTW';
    await bring('review', other);
    expect((await api.refused(...of('eva', other))).slice(0, 2)).toEqual([404, 'intake-document.not_found']);
  });
});
