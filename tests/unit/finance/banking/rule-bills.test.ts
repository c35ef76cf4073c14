import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { handler as taxQueries } from '../../../../functions/finance/tax/queries.ts';
import { billSplit, effectOfBill } from '../../../../shared/domain/finance/banking/rule-bill.ts';
import { CompanyRoles } from '../../../../shared/domain/platform/members/role.ts';
import { create } from '../../../../shared/kernel/record.ts';
import { norma43 } from '../../../support/bank-samples.ts';
import { bankingOf } from '../../../support/banking.ts';
import { call, letIn, newTenant } from '../../../support/call.ts';
import { newCompany, recordsOf } from '../../../support/company.ts';
import { Crash, crashAfter, crashBefore, isWrite, withFault } from '../../../support/faults.ts';
import { useMemoryTable } from '../../../support/memory-table.ts';
import { payablesOf } from '../../../support/payables.ts';
import { projectCompany } from '../../../support/projection.ts';
import { eur, postings } from '../../../support/receivables.ts';

const table = useMemoryTable({ openWork: true, lists: true });
beforeAll(() => void vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-04-02T10:00:00Z') }));
afterAll(() => void vi.useRealTimers());
beforeEach(() => table.clear());

const movement = (date: string, amount: number, text: string) => ({ date, amount, text });
const MARCH = { opening: 1_000_000, from: '2026-03-01', to: '2026-03-31' };
/** 36.30 with 21 %: 30.00 and 6.30, twice, and something else. */
const LINES = [
  movement('2026-03-05', -3630, 'RECIBO NUBE DEL SUR SL'),
  movement('2026-03-19', -3630, 'RECIBO NUBE DEL SUR SL'),
  movement('2026-03-20', -1000, 'COMPRA TARJETA'),
];

async function company(policies: object = {}) {
  const tenant = newTenant();
  await newCompany(tenant, policies);
  const [bank, purchases] = [bankingOf(tenant), payablesOf(tenant)];
  for (const by of ['ana', 'bea']) await bank.ask(by, 'GET /banking/accounts', undefined, { roles: ['accountant'] });
  const account = await bank.account();
  const supplier = await purchases.supplier({ name: 'Nube del Sur SL', taxId: 'B58378431', expenseAccount: '629', account: '410' });
  const rule = (more: object = {}) => ({
    name: 'Nube',
    conditions: { direction: 'out', texts: ['nube del sur'] },
    action: { bill: { supplierId: supplier.id, account: '629', taxCode: 'IVA-G', ...more } },
  });
  const taxes = async (period: string) => {
    await projectCompany(tenant);
    const query = { period, consistent: 'true' };
    const { body: form } = await call(taxQueries, 'GET /tax-returns/303', 'GET /tax-returns/{form}', { tenant, query });
    const { body: book } = await call(taxQueries, 'GET /tax-books/received', 'GET /tax-books/{book}', {
      tenant,
      query: { period, limit: '100' },
    });
    const at = (box: string) => form.boxes.find((each: { box: string }) => each.box === box)?.amount.amount;
    return { boxes: [at('28'), at('29')], book: book.items };
  };
  return { tenant, bank, purchases, account, supplier, rule, taxes };
}

describe('the total of a bill', () => {
  it('is taken apart into base, tax and what was withheld', () => {
    const at = (paid: number, more: object = {}) => billSplit({ taxCode: 'IVA-G', ...more }, paid, '2026-03-05');
    expect(at(3630)).toEqual({ net: 3000, tax: 630, withheld: 0, rest: 0 });
    // A rent of 1,000.00 with 21 % less 19 %: 1,020.00 go out.
    expect(at(102_000, { withholding: 'RENT19' })).toEqual({ net: 100_000, tax: 21_000, withheld: 19_000, rest: 0 });
    expect(at(10_400, { taxCode: 'IVA-S' })).toEqual({ net: 10_000, tax: 400, withheld: 0, rest: 0 });
    expect(at(1250, { taxCode: 'EXENTO' })).toEqual({ net: 1250, tax: 0, withheld: 0, rest: 0 });
    // No base comes to 0.03 at 21 %: 0.02 and no tax, or 0.03 and 0.01.
    expect(at(3)).toEqual({ net: 2, tax: 0, withheld: 0, rest: 1 });
  });

  it('comes to what was paid, whatever that is; a base on the paper is found again', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 50_000_000 }), fc.constantFrom('IVA-G', 'IVA-R', 'IVA-S', 'EXENTO'), (amount, taxCode) => {
        const split = billSplit({ taxCode } as never, amount, '2026-03-05');
        expect(split.net + split.tax - split.withheld + split.rest).toBe(amount);
        expect(Math.abs(split.rest)).toBeLessThanOrEqual(1);
        const percent = { 'IVA-G': 21n, 'IVA-R': 10n, 'IVA-S': 4n, EXENTO: 0n }[taxCode] ?? 0n;
        const gross = amount + Number((BigInt(amount) * percent + 50n) / 100n);
        expect(billSplit({ taxCode } as never, gross, '2026-03-05')).toMatchObject({ net: amount, rest: 0 });
        const effect = effectOfBill({ supplierId: 'sup_1', account: '629', taxCode } as never, amount, '2026-03-05');
        expect(Object.values(effect).reduce((sum, each) => sum + each, 0)).toBe(-amount);
      }),
    );
  });
});

it('a rule enters the bill and pays it by the line: base, tax, register and form 303', async () => {
  const { bank, account, rule, purchases, supplier, taxes } = await company();
  await bank.take(norma43(LINES, MARCH));
  const { id } = await bank.done('ana', 'POST /banking/rules', rule());
  expect(await bank.backTest(id)).toMatchObject({
    ...{ lines: 3, taken: 2, counts: { new: 2, wrong: 0 } },
    effect: [
      { account: '472', amount: eur('12.60') },
      { account: '629', amount: eur('60.00') },
    ],
  });
  await bank.done('ana', `POST /banking/rules/${id}/on`);
  const run = await bank.runOfStatement(account.id);
  expect(run).toMatchObject({ state: 'done', counts: { lines: 3, byRule: 2, refused: 0 } });
  const [first] = await bank.lines(account.id, {});
  const line = await bank.done('ana', `GET /banking/lines/${first.id}`);
  expect(line).toMatchObject({ state: 'matched', match: { how: 'rule', rule: id, parts: [{ as: 'bill', amount: eur('-36.30') }] } });
  expect(line.entries.map(postings)).toEqual([
    [
      ['410', '36.30', '0.00'],
      ['572', '0.00', '36.30'],
    ],
  ]);
  const { items: bills } = await purchases.done('ana', 'GET /payables/bills', undefined, { query: { supplierId: supplier.id } });
  expect(bills.map((each: Record<string, unknown>) => [each.state, each.date, (each.totals as { gross: unknown }).gross])).toEqual([
    ['paid', '2026-03-19', eur('36.30')],
    ['paid', '2026-03-05', eur('36.30')],
  ]);
  const { boxes, book } = await taxes('2026-1T');
  expect(boxes).toEqual(['60.00', '12.60']);
  expect(book.map((row: Record<string, unknown>) => [row.date, row.number])).toEqual([
    ['2026-03-05', first.number],
    ['2026-03-19', expect.stringMatching(/^MB-/)],
  ]);
  // Undone, nothing of it is left: no bill is open and no tax is deducted.
  await bank.done('ana', `POST /banking/match-runs/${run.id}/undo`, {});
  await bank.work(run.id);
  expect(await bank.done('ana', `GET /banking/match-runs/${run.id}`)).toMatchObject({ state: 'undone', undo: { count: 2, kept: [] } });
  const { items: after } = await purchases.done('ana', 'GET /payables/bills', undefined, { query: { supplierId: supplier.id } });
  expect(after.map((each: { state: string }) => each.state)).toEqual(['reversed', 'reversed']);
  expect(await bank.lines(account.id)).toHaveLength(3);
  // Of a quarter that has ended by then, what is taken back is a rectification of the next.
  expect((await taxes('2026-1T')).boxes).toEqual(['60.00', '12.60']);
  // And matched again, the numbers are free.
  expect((await bank.runOfStatement(account.id)).counts).toMatchObject({ byRule: 0, proposed: 2 });
});

it('of what people paid the supplier by hand, the rule would have done the same', async () => {
  const { bank, account, rule, purchases, supplier } = await company();
  await bank.take(norma43(LINES, MARCH));
  const bill = await purchases.bill(supplier.id, 'F-1', '30.00');
  const [first, second] = await bank.lines(account.id);
  await bank.match('bea', first.id, [
    { as: 'payment', supplierId: supplier.id, amount: eur('36.30'), allocations: [{ billId: bill.id, amount: eur('36.30') }] },
  ]);
  await bank.match('bea', second.id, [{ as: 'entry', account: '629', amount: eur('-36.30') }]);
  const { id } = await bank.done('ana', 'POST /banking/rules', rule());
  expect(await bank.backTest(id)).toMatchObject({ taken: 2, counts: { agreed: 1, wrong: 1 } });
});

it('what the supplier has open with that amount is paid, and no second bill made of it; over the limit somebody looks', async () => {
  const { bank, account, rule, purchases, supplier } = await company({ billApprovalLimit: 100_000 });
  const [, ...rest] = LINES;
  await bank.take(norma43([...rest, movement('2026-03-25', -121_000, 'RECIBO NUBE DEL SUR SL')], MARCH));
  await purchases.bill(supplier.id, 'F-1', '30.00');
  const part = (amount: string) => [{ as: 'bill', supplierId: supplier.id, account: '629', taxCode: 'IVA-G', amount: eur(amount) }];
  const [small, , large] = await bank.lines(account.id);
  expect(await bank.refused('ana', `POST /banking/lines/${small.id}/match`, { parts: part('36.30') })).toEqual([
    ...[422, 'bank_line.bill_open', 'body.parts.0.supplierId'],
  ]);
  expect((await bank.refused('ana', `POST /banking/lines/${large.id}/match`, { parts: part('1210.00') })).slice(0, 2)).toEqual([
    422,
    'bill.waiting',
  ]);
  await bank.ruleOn(rule());
  expect((await bank.runOfStatement(account.id)).counts).toMatchObject({ byRule: 0, refused: 1 });
});

it('a bill that waits to be approved is as open as another', async () => {
  const { bank, account, purchases, supplier } = await company({ billApprovalLimit: 100_000 });
  await bank.take(norma43([movement('2026-03-25', -121_000, 'RECIBO NUBE DEL SUR SL')], MARCH));
  expect((await purchases.bill(supplier.id, 'F-1', '1000.00')).state).toBe('waiting');
  const [line] = await bank.lines(account.id);
  const parts = [{ as: 'bill', supplierId: supplier.id, account: '629', taxCode: 'IVA-G', amount: eur('1210.00') }];
  expect((await bank.refused('ana', `POST /banking/lines/${line.id}/match`, { parts })).slice(0, 2)).toEqual([422, 'bank_line.bill_open']);
});

it('a bill and its payment come together or not at all, wherever a crash is', async () => {
  const { bank, account, purchases, supplier } = await company();
  await bank.take(norma43(LINES, MARCH));
  const [first] = await bank.lines(account.id);
  const parts = [{ as: 'bill', supplierId: supplier.id, account: '629', taxCode: 'IVA-G', amount: eur('36.30') }];
  const bills = async () =>
    (await purchases.done('ana', 'GET /payables/bills', undefined, { query: { supplierId: supplier.id } })).items.map(
      ({ state }: { state: string }) => state,
    );
  await bank.ask('olga', 'GET /banking/accounts');
  const restore = table.keep();
  for (const fault of [crashBefore, crashAfter]) {
    restore();
    await withFault(
      fault,
      (_, name) => isWrite(name),
      // Who may pay alone enters and pays it.
      () => bank.ask('olga', `POST /banking/lines/${first.id}/match`, { parts }),
    ).catch((error: unknown) => {
      if (!(error instanceof Crash)) throw error;
    });
    const { state } = await bank.done('ana', `GET /banking/lines/${first.id}`);
    expect([state, await bills()]).toEqual(fault === crashBefore ? ['open', []] : ['matched', ['paid']]);
  }
});

describe('two people', () => {
  const shop = async () => {
    const made = await company();
    await made.bank.take(norma43(LINES, MARCH));
    const [first] = await made.bank.lines(made.account.id);
    return { ...made, first, parts: [{ as: 'bill', ...made.rule().action.bill, amount: eur('36.30') }] };
  };

  it('who enters a bill by a line does not pay it, by a run neither; who may pay alone does, and the payment says so', async () => {
    const { bank, account, rule, first, parts, purchases } = await shop();
    expect((await bank.refused('ana', `POST /banking/lines/${first.id}/match`, { parts })).slice(0, 2)).toEqual([
      422,
      'payment.same_person',
    ]);
    const matched = await bank.match('olga', first.id, parts);
    const payment = await purchases.done('ana', `GET /payables/payments/${matched.match.parts[0].id}`);
    expect(payment.overrides).toEqual(['same_person']);
    await bank.ruleOn(rule());
    const run = await bank.run(account.id);
    expect(run).toMatchObject({ counts: { byRule: 0, refused: 1 }, refused: [{ code: 'payment.same_person' }] });
    expect((await bank.runOfStatement(account.id)).counts).toMatchObject({ byRule: 1, refused: 0 });
  });

  it('undoing it needs what entering it does', async () => {
    const { tenant, bank, first, parts } = await shop();
    await bank.match('olga', first.id, parts);
    const PAYER = 'rol_01JDG8ZK5T7QWERTY2MNPQRSTV';
    const grants = (['books.read', 'books.post', 'payables.pay'] as const).map((permission) => ({ permission, scope: 'all' as const }));
    await recordsOf(tenant).commit([create(CompanyRoles, PAYER, { name: 'Solo pagos', grants, state: 'active' })]);
    await letIn(tenant, `vera@${tenant}.example`, [PAYER]);
    const route = `POST /banking/lines/${first.id}/unmatch`;
    expect((await bank.refused('vera', route, {})).slice(0, 2)).toEqual([403, 'role.not_allowed']);
    expect((await bank.unmatch('ana', first.id)).undone).toMatchObject([{ as: 'bill', how: 'reversed' }]);
  });

  it('a bill that another payment has paid since stays paid, and the line is free', async () => {
    const { bank, first, parts, purchases, supplier } = await shop();
    const { match } = await bank.match('olga', first.id, parts);
    await purchases.done('ana', `POST /payables/payments/${match.parts[0].id}/reversal`, { reason: 'Error' });
    const { items } = await purchases.done('ana', 'GET /payables/bills', undefined, { query: { supplierId: supplier.id } });
    const amount = eur('36.30');
    const paid = { supplierId: supplier.id, method: 'bank', amount, allocations: [{ billId: items[0].id, amount }] };
    await purchases.done('bea', 'POST /payables/payments', paid);
    const after = await bank.unmatch('ana', first.id);
    expect([after.state, after.undone]).toMatchObject(['open', [{ as: 'bill', how: 'untied' }]]);
    expect((await purchases.done('ana', `GET /payables/bills/${items[0].id}`)).state).toBe('paid');
  });
});

it('refuses a bill of what comes in, of no supplier, and of a tax that the supplier cannot charge', async () => {
  const { bank, rule, purchases, supplier } = await company();
  const post = (body: object) => bank.refused('ana', 'POST /banking/rules', body);
  expect(await post({ ...rule(), conditions: { direction: 'in', texts: ['nube'] } })).toEqual([
    ...[400, 'bank_rule.action', 'body.conditions.direction'],
  ]);
  expect(await post(rule({ supplierId: 'sup_01JDG8ZK5T7QWERTY2MNPQRSTV' }))).toEqual([
    404,
    'supplier.not_found',
    'body.action.bill.supplierId',
  ]);
  const abroad = await purchases.supplier({ name: 'Cloud Ltd', taxId: 'IE6388047V', country: 'IE', expenseAccount: '629' });
  expect(await post(rule({ supplierId: abroad.id }))).toEqual([422, 'tax.supplier', 'body.action.bill.taxCode']);
  expect(await post(rule({ account: '6299' }))).toEqual([422, 'account.unknown', 'body.action.bill.account']);
  expect(await post({ ...rule(), action: { ...rule().action, entry: { lines: [{ account: '629' }] } } })).toEqual([
    ...[400, 'bank_rule.action', 'body.action'],
  ]);
  expect(supplier.id).toMatch(/^sup_/);
});

it('whoever may post but not enter and pay bills lets no rule do it', async () => {
  const { tenant, bank, rule } = await company();
  const OWN_ROLE = 'rol_01JDG8ZK5T7QWERTY2MNPQRSTV';
  const grants = (['books.read', 'books.post'] as const).map((permission) => ({ permission, scope: 'all' as const }));
  await recordsOf(tenant).commit([create(CompanyRoles, OWN_ROLE, { name: 'Solo asientos', grants, state: 'active' })]);
  await letIn(tenant, `vera@${tenant}.example`, [OWN_ROLE]);
  expect(await bank.refused('vera', 'POST /banking/rules', rule())).toEqual([403, 'role.not_allowed', undefined]);
  const plain = { ...rule(), action: { entry: { lines: [{ account: '629' }] } } };
  const { id } = await bank.done('vera', 'POST /banking/rules', plain);
  expect(await bank.refused('vera', `PATCH /banking/rules/${id}`, { action: rule().action })).toEqual([403, 'role.not_allowed', undefined]);
  await bank.done('ana', `PATCH /banking/rules/${id}`, { action: rule().action });
  await bank.backTest(id);
  expect(await bank.refused('vera', `POST /banking/rules/${id}/on`)).toEqual([403, 'role.not_allowed', undefined]);
  await bank.done('ana', `POST /banking/rules/${id}/on`);
});

it('a rent is taken apart into base, VAT and what was withheld, which forms 303 and 115 have', async () => {
  const { tenant, bank, account, purchases, taxes } = await company();
  const landlord = await purchases.supplier({ name: 'Inmuebles Robla SL', taxId: 'B65410011', expenseAccount: '621', account: '410' });
  await bank.take(norma43([movement('2026-03-02', -102_000, 'RECIBO ALQUILER LOCAL')], MARCH));
  await bank.ruleOn({
    name: 'Alquiler',
    conditions: { direction: 'out', texts: ['alquiler local'] },
    action: { bill: { supplierId: landlord.id, account: '621', taxCode: 'IVA-G', withholding: 'RENT19' } },
  });
  expect((await bank.runOfStatement(account.id)).counts).toMatchObject({ byRule: 1, refused: 0 });
  const { items } = await purchases.done('ana', 'GET /payables/bills', undefined, { query: { supplierId: landlord.id } });
  const { entry } = await purchases.done('ana', `GET /payables/bills/${items[0].id}`);
  expect(postings(entry)).toEqual([
    ['621', '1000.00', '0.00'],
    ['472', '210.00', '0.00'],
    ['4751', '0.00', '190.00'],
    ['410', '0.00', '1020.00'],
  ]);
  expect((await taxes('2026-1T')).boxes).toEqual(['1000.00', '210.00']);
  const query = { period: '2026-1T', consistent: 'true' };
  const { body: form } = await call(taxQueries, 'GET /tax-returns/115', 'GET /tax-returns/{form}', { tenant, query });
  const at = (box: string) => form.boxes.find((each: { box: string }) => each.box === box)?.amount?.amount;
  expect(['02', '03'].map(at)).toEqual(['1000.00', '190.00']);
});

it('bills of one month are numbered without a gap, however many a run enters at once', async () => {
  const { bank, account, rule, taxes } = await company();
  const many = Array.from({ length: 40 }, (_, i) => movement('2026-03-05', -121 * (i + 1), `RECIBO NUBE DEL SUR SL ${i}`));
  await bank.take(norma43(many, MARCH));
  await bank.ruleOn(rule());
  expect((await bank.runOfStatement(account.id)).counts).toMatchObject({ lines: 40, byRule: 40, refused: 0 });
  const { boxes, book } = await taxes('2026-1T');
  // 1.00 + 2.00 + … + 40.00 net.
  expect(boxes).toEqual(['820.00', '172.20']);
  const registers = book.map((row: { register: string }) => row.register).toSorted();
  expect(registers).toEqual(Array.from({ length: 40 }, (_, i) => `FR2026-03-${String(i + 1).padStart(5, '0')}`));
});
