import { describe, expect, it } from 'vitest';
import { addDays, dateIn } from '../../../shared/kernel/date.ts';
import { eventually } from '../../support/cloud.ts';
import { send } from '../../support/http.ts';
import { eur } from '../../support/receivables.ts';
import { done, foundCompany } from '../../support/trading-company.ts';

/** The company's day: in the last hour of UTC it is the next. */
const today = dateIn('Europe/Madrid', new Date());
const year = today.slice(0, 4);

/** A company whose accountant enters, and whose owner approves and pays; bills above 500.00 wait. */
async function setUp() {
  const { tokens } = await foundCompany();
  const by = (token: string) => (route: string, body?: object) => send(route, { token, ...(body ? { body } : {}) });
  const [accountant, owner] = [by(tokens.accountant), by(tokens.owner)];
  await done(owner('PATCH /company', { policies: { billApprovalLimit: eur('500.00') } }));
  const supplier = { name: 'Talleres Robla, S.L.', taxId: 'B58378431', account: '410', expenseAccount: '622' };
  const supplierId: string = (await done(accountant('POST /payables/suppliers', supplier))).id;
  const bill = (reference: string, net: string) =>
    done(accountant('POST /payables/bills', { supplierId, reference, date: today, lines: [{ net: eur(net) }] }));
  return { accountant, owner, supplierId, bill };
}

describe('from the bill to the payment, over HTTP', () => {
  it('the open items, the statement and the books say the same at the end', async () => {
    const { accountant, owner, supplierId, bill } = await setUp();
    const [small, large] = [await bill('A-1', '100.00'), await bill('A-2', '1000.00')];
    expect([small.state, large.state]).toEqual(['open', 'waiting']);
    const approval = `POST /payables/bills/${large.id}/approval`;
    expect((await accountant(approval)).body.code).toBe('bill.own_approval');
    await done(owner(approval));
    const body = { supplierId, amount: eur('1331.00'), auto: true };
    expect((await accountant('POST /payables/payments', body)).body.code).toBe('payment.same_person');
    const paper = { supplierId, reference: 'R-1', date: today, corrects: large.id, lines: [{ net: eur('50.00') }] };
    const credit = await done(accountant('POST /payables/credit-notes', paper));
    expect(credit.open.amount).toBe('0.00');
    await eventually('the approved bill is offered for payment', async () => {
      const { openBills, waiting } = await done(owner('GET /payables'));
      return openBills.amount === '1270.50' && waiting.amount === '0.00';
    });
    // 121.00 + 1,210.00 − 60.50 are owed: 60.50 stay as an advance.
    const payment = await done(owner('POST /payables/payments', body));
    expect([payment.open.amount, payment.allocations.length, payment.overrides]).toEqual(['60.50', 2, ['same_person']]);
    await done(owner(`POST /payables/payments/${payment.id}/allocations/${small.id}/removal`, {}));
    const statement = await eventually('the statement has all of it', async () => {
      const read = await done(accountant(`GET /payables/suppliers/${supplierId}/statement`));
      return read.lines.length === 4 && read;
    });
    expect([statement.from, statement.opening.amount, statement.closing.amount]).toEqual([`${year}-01-01`, '0.00', '-60.50']);
    expect(
      statement.lines.map(({ amount }: { amount: { amount: string } }) => Number(amount.amount)).sort((a: number, b: number) => a - b),
    ).toEqual([-1331, -60.5, 121, 1210]);
    const owed = await eventually('the figures follow', async () => {
      const read = await done(owner('GET /payables'));
      return read.unappliedCredits.amount === '181.50' && read;
    });
    expect([owed.openBills.amount, owed.payable.amount, owed.count]).toEqual(['121.00', '-60.50', 1]);
    await eventually('the books follow', async () => {
      const { rows } = await done(owner(`GET /trial-balance?date=${today}`));
      const of = (code: string) => rows.find(({ account }: { account: string }) => account === code)?.closing.amount;
      return of('410') === '60.50' && of('472') === '220.50' && of('572') === '-1331.00';
    });
  });

  it('a bill in parts is aged by each of them', async () => {
    const { accountant, owner, supplierId } = await setUp();
    const dueDates = [addDays(today, -40), addDays(today, -5), addDays(today, 30)].map((date) => ({ date }));
    const paper = { supplierId, reference: 'A-3', date: addDays(today, -60), receivedOn: today, dueDates, lines: [{ net: eur('300.00') }] };
    const inParts = await done(accountant('POST /payables/bills', paper));
    expect([inParts.dueDate, inParts.daysOverdue]).toEqual([dueDates[0]?.date, 40]);
    await eventually('the ageing has each part', async () => {
      const { ageing, count } = await done(owner('GET /payables'));
      const amounts = Object.values(ageing as Record<string, { amount: string }>).map(({ amount }) => amount);
      return count === 1 && amounts.join() === '121.00,121.00,121.00,0.00,0.00';
    });
  });

  it('lists are narrowed by state, supplier and words; a bill of the year is not entered twice', async () => {
    const { accountant, supplierId, bill } = await setUp();
    const [small, large] = [await bill('A-1', '100.00'), await bill('A-2', '1000.00')];
    const advance = { supplierId, amount: eur('490.00'), method: 'cash' };
    const paper = { supplierId, reference: 'R-7', date: today, lines: [{ net: eur('5.00') }] };
    const note = await done(accountant('POST /payables/credit-notes', paper));
    await done(accountant('POST /payables/payments', advance));
    const ids = async (route: string) => (await done(accountant(route))).items.map(({ id }: { id: string }) => id);
    await eventually(
      'the lists follow',
      async () => (await ids('GET /payables/bills')).length === 2 && (await ids('GET /payables/payments?open=true')).length === 1,
    );
    // Two advances below the limit are one above it.
    await eventually('the advance is seen', async () => {
      const { status, body } = await accountant('POST /payables/payments?dryRun=true', advance);
      return status === 422 && body.code === 'payment.over_limit' && body.params.amount === '980.00';
    });
    expect(await ids('GET /payables/bills?state=waiting')).toEqual([large.id]);
    expect(await ids(`GET /payables/bills?state=open,overdue&supplierId=${supplierId}`)).toEqual([small.id]);
    expect(await ids('GET /payables/bills?q=a-2%20robla')).toEqual([large.id]);
    expect(await ids('GET /payables/credit-notes?open=true')).toEqual([note.id]);
    expect(await ids('GET /payables/payments?open=false')).toEqual([]);
    expect(await ids('GET /payables/suppliers?q=robla')).toEqual([supplierId]);
    expect((await done(accountant(`GET /payables/credit-notes/${note.id}`))).actions.allocateSupplierCreditNote).toBeNull();
    await done(accountant(`PATCH /payables/suppliers/${supplierId}`, { name: 'Talleres Robla Hermanos, S.L.' }));
    const again = { supplierId, reference: 'a 1', date: `${year}-01-02`, lines: [{ net: eur('1.00') }] };
    expect((await accountant('POST /payables/bills', { ...again, reference: 'a-1' })).body.code).toBe('bill.twice');
    const used = await accountant(`POST /payables/credit-notes/${note.id}/allocations`, {
      allocations: [{ billId: large.id, amount: eur('6.05') }],
    });
    expect([used.status, used.body.state]).toEqual([201, 'used']);
    await done(accountant(`POST /payables/credit-notes/${note.id}/allocations/${large.id}/removal`, {}));
    expect((await done(accountant(`POST /payables/credit-notes/${note.id}/reversal`, { reason: 'Repetido' }))).state).toBe('reversed');
  });
});

describe('goods received', () => {
  it('wait for their bill at what stands on 4009; what else stands there is told by document', async () => {
    const { tokens } = await foundCompany();
    const owner = (route: string, body?: object) => done(send(route, { token: tokens.owner, ...(body ? { body } : {}) }));
    const { id: itemId } = await owner('POST /items', { code: 'TAZA-01', name: 'Taza de loza', price: '10', taxCode: 'IVA-G' });
    const receive = (quantity: string, unitCost: string) => owner('POST /goods-receipts', { lines: [{ itemId, quantity, unitCost }] });
    const [one] = [await receive('10', '2'), await receive('5', '3')];
    const { id: supplierId } = await owner('POST /payables/suppliers', { name: 'Loza, S.A.', taxId: 'B58378431', account: '400' });
    const receipt = { goodsReceiptId: one.id, line: 1, quantity: '4' };
    await owner('POST /payables/bills', { supplierId, reference: 'L-1', date: today, lines: [{ receipt, net: eur('9.00') }] });
    // 6 at 2.00 and 5 at 3.00.
    const read = await eventually('what is not billed agrees with 4009', async () => {
      const unbilled = await owner('GET /payables/unbilled');
      return unbilled.value.amount === '27.00' && unbilled.balance.amount === '27.00' && unbilled;
    });
    expect(read.lines.map(({ left, value }: { left: string; value: { amount: string } }) => [left, value.amount]).sort()).toEqual([
      ['5', '15.00'],
      ['6', '12.00'],
    ]);
    expect([read.receipts, read.difference.amount, read.documents]).toEqual([2, '0.00', []]);
    const accrual = [
      { account: '628', debit: eur('100.00') },
      { account: '4009', credit: eur('100.00') },
    ];
    const { id } = await owner('POST /journal-entries', { text: 'Luz sin factura', lines: accrual });
    const after = await eventually('the accrual is told', async () => {
      const unbilled = await owner('GET /payables/unbilled');
      return unbilled.documents.length === 1 && unbilled;
    });
    expect([after.balance.amount, after.other.amount, after.difference.amount]).toEqual(['127.00', '100.00', '0.00']);
    expect(after.documents).toEqual([{ id: id.replace('je_', ''), date: today, amount: eur('100.00') }]);
  });
});
