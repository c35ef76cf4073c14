import { afterAll, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { unmatchChanges } from '../../../../functions/finance/banking/unmatch.ts';
import { callerBy } from '../../../../functions/platform/service.ts';
import { Customers } from '../../../../shared/domain/crm/customers/customer.ts';
import { BankLines } from '../../../../shared/domain/finance/banking/bank-line.ts';
import { SupplierBills } from '../../../../shared/domain/finance/payables/supplier-bill.ts';
import { Invoices } from '../../../../shared/domain/finance/receivables/invoice.ts';
import { Receipts } from '../../../../shared/domain/finance/receivables/receipt.ts';
import { assertDefined } from '../../../../shared/kernel/assert.ts';
import { create } from '../../../../shared/kernel/record.ts';
import { idFrom } from '../../../../shared/runtime/fingerprint.ts';
import { norma43 } from '../../../support/bank-samples.ts';
import { bankingOf } from '../../../support/banking.ts';
import { newTenant } from '../../../support/call.ts';
import { newCompany } from '../../../support/company.ts';
import { useMemoryTable } from '../../../support/memory-table.ts';
import { payablesOf } from '../../../support/payables.ts';
import { eur, postings, receivablesOf } from '../../../support/receivables.ts';
import { sentRun } from '../../../support/sent-run.ts';
import { IBAN, OTHER_IBAN, treasuryOf } from '../../../support/treasury.ts';

const table = useMemoryTable({ openWork: true, lists: true });
const on = (day: string) => vi.setSystemTime(new Date(`${day}T10:00:00Z`));
beforeAll(() => void vi.useFakeTimers({ toFake: ['Date'] }));
afterAll(() => void vi.useRealTimers());
beforeEach(() => {
  table.clear();
  on('2026-03-02');
});
const MARCH = { opening: 1_000_000, from: '2026-03-01', to: '2026-03-31' };

async function company() {
  const tenant = newTenant();
  await newCompany(tenant);
  const [bank, sales, purchases, runs] = [bankingOf(tenant), receivablesOf(tenant), payablesOf(tenant), treasuryOf(tenant)];
  for (const by of ['ana', 'bea', 'carlos']) await bank.ask(by, 'GET /banking/accounts', undefined, { roles: ['accountant'] });
  const account = await bank.account();
  /** The bank's lines of March. */
  const told = async (...movements: Parameters<typeof norma43>[0]) => {
    await bank.take(norma43(movements, MARCH));
    return bank.lines(account.id);
  };
  return { tenant, bank, sales, purchases, runs, account, told };
}

/** A run of two transfers that the bank has; the month is over then. */
async function sentInMarch(shop: Awaited<ReturnType<typeof company>>) {
  const sent = await sentRun(shop, ['Uno', 'Dos']);
  on('2026-03-31');
  return sent;
}

it('a line executes the run that it is the batch booking of: each bill is paid once, on the day of the bank', async () => {
  const shop = await company();
  const { run, bills } = await sentInMarch(shop);
  const { bank, runs, account } = shop;
  const [line] = await shop.told({ date: '2026-03-09', amount: -36300, text: 'REMESA DE TRANSFERENCIAS' });
  const { items } = await bank.done('ana', `GET /banking/lines/${line.id}/candidates`);
  expect(items).toMatchObject([{ documents: [{ kind: 'payment-run', id: run.id }], amount: eur('-363.00') }]);
  expect(items[0].parts).toEqual([{ as: 'run', runId: run.id }]);
  const matched = await bank.match('ana', line.id, items[0].parts);
  expect(matched).toMatchObject({ state: 'matched', match: { parts: [{ as: 'run', id: run.id, kind: 'payment-run' }] } });
  const after = await runs.done('ana', `GET /treasury/payment-runs/${run.id}`);
  expect([after.state, after.executedOn, after.entries.flatMap(postings).toSorted()]).toEqual([
    'executed',
    '2026-03-09',
    [
      ['410', '121.00', '0.00'],
      ['410', '242.00', '0.00'],
      ['572', '0.00', '121.00'],
      ['572', '0.00', '242.00'],
    ],
  ]);
  for (const id of bills) expect((await bank.records.getOrThrow(SupplierBills, id)).open).toBe(0);
  // Undone, what the match had carried out waits for the bank again: the payments are reversed, and the bills are the run's.
  const undone = await bank.unmatch('ana', line.id);
  expect([undone.state, undone.undone]).toEqual([
    'open',
    [{ as: 'run', id: run.id, how: 'reversed', kind: 'payment-run', number: run.number }],
  ]);
  const open = async () => Promise.all(bills.map(async (id) => (await bank.records.getOrThrow(SupplierBills, id)).open));
  expect(await open()).toEqual([12100, 24200]);
  expect((await bank.records.getOrThrow(SupplierBills, bills[0] ?? '')).paymentRunId).toBe(run.id);
  expect((await runs.done('ana', `GET /treasury/payment-runs/${run.id}`)).state).toBe('sent');
  expect((await bank.match('ana', line.id, [{ as: 'run', runId: run.id }])).state).toBe('matched');
  expect(await open()).toEqual([0, 0]);
  expect(await bank.lines(account.id)).toEqual([]);
});

it('a line is only tied to a run that was carried out before: undone, that stays as it is', async () => {
  const shop = await company();
  const { run, bills } = await sentInMarch(shop);
  const { bank, runs } = shop;
  await runs.execute('ana', run.id, { date: '2026-03-09' });
  const [line] = await shop.told({ date: '2026-03-09', amount: -36300, text: 'REMESA DE TRANSFERENCIAS' });
  await bank.match('ana', line.id, [{ as: 'run', runId: run.id }]);
  expect((await bank.unmatch('ana', line.id)).undone).toMatchObject([{ as: 'run', how: 'untied' }]);
  expect((await runs.done('ana', `GET /treasury/payment-runs/${run.id}`)).state).toBe('executed');
  expect((await bank.records.getOrThrow(SupplierBills, bills[0] ?? '')).open).toBe(0);
});

it('line by line, each payment of a run has its line; one that came back opens its bill again', async () => {
  const shop = await company();
  const { run, bills } = await sentInMarch(shop);
  const { bank } = shop;
  const lines = await shop.told(
    { date: '2026-03-09', amount: -12100, text: 'TRANSFERENCIA UNO' },
    { date: '2026-03-09', amount: -24200, text: 'TRANSFERENCIA DOS' },
    { date: '2026-03-12', amount: 24200, text: 'DEVOLUCION TRANSFERENCIA DOS' },
  );
  const [one, two, back] = lines;
  expect(await bank.refused('ana', `POST /banking/lines/${one.id}/match`, { parts: [{ as: 'run', runId: run.id }] })).toEqual([
    ...[422, 'bank_line.sum', 'body.parts'],
  ]);
  const numbers = run.payments.map(({ no, amount }: { no: number; amount: { amount: string } }) => [amount.amount, no]);
  const noOf = (amount: string): number => numbers.find(([of]: [string, number]) => of === amount)[1];
  const single = (await bank.done('ana', `GET /banking/lines/${one.id}/candidates`)).items;
  // One payment of it, told by its amount and its supplier.
  expect(single.map(({ parts }: { parts: object[] }) => parts)).toEqual([[{ as: 'run', runId: run.id, no: noOf('121.00') }]]);
  await bank.match('ana', one.id, single[0].parts);
  const openNow = () => Promise.all(bills.map(async (id) => (await bank.records.getOrThrow(SupplierBills, id)).open));
  const runNow = () => shop.runs.done('ana', `GET /treasury/payment-runs/${run.id}`);
  // The other waits still, and the run with it.
  expect(await openNow()).toEqual([0, 24200]);
  const stateOf = async (amount: string) => (await runNow()).payments[noOf(amount) - 1].state;
  expect([(await runNow()).state, await stateOf('121.00'), await stateOf('242.00')]).toEqual(['sent', 'paid', 'open']);
  expect(await shop.runs.refused('ana', `POST /treasury/payment-runs/${run.id}/cancellation`, { reason: 'x' })).toEqual([
    ...[422, 'payment_run.partly_paid', 'path.runId'],
  ]);
  // Undone, that payment alone waits again, and is made anew.
  expect((await bank.unmatch('ana', one.id)).undone).toMatchObject([{ as: 'run', how: 'reversed' }]);
  expect(await openNow()).toEqual([12100, 24200]);
  await bank.match('ana', one.id, single[0].parts);
  const second = await bank.match('ana', two.id, [{ as: 'run', runId: run.id, no: noOf('242.00') }]);
  expect(
    await bank.refused('ana', `POST /banking/lines/${back.id}/match`, { parts: [{ as: 'run', runId: run.id, no: noOf('121.00') }] }),
  ).toEqual([422, 'bank_line.sum', 'body.parts']);
  expect([(await runNow()).state, (await runNow()).executedOn]).toEqual(['executed', '2026-03-09']);
  const paymentId = second.match.parts[0].id;
  const offered = (await bank.done('ana', `GET /banking/lines/${back.id}/candidates`)).items;
  expect(offered[0]).toMatchObject({
    parts: [{ as: 'reversal', documentId: paymentId }],
    documents: [{ partyName: 'Dos', no: noOf('242.00') }],
  });
  const reversed = await bank.match('ana', back.id, [{ as: 'reversal', documentId: paymentId }]);
  expect(reversed.entries.map(postings)).toEqual([
    [
      ['410', '0.00', '242.00'],
      ['572', '242.00', '0.00'],
    ],
  ]);
  expect(await openNow()).toEqual([0, 24200]);
  expect((await runNow()).payments[noOf('242.00') - 1]).toMatchObject({ state: 'returned', returned: { code: 'MS03' } });
  // It had not come back after all: the bill is paid once more, by who may pay.
  const matchedBack = await bank.records.getOrThrow(BankLines, back.id);
  const ana = assertDefined(await callerBy(bank.records, matchedBack.match?.by ?? ''), 'ana');
  const poster = { ...ana, grants: new Map([...ana.grants].filter(([permission]) => permission !== 'payables.pay')) };
  const newId = (prefix: string, part = '') => idFrom(prefix, shop.tenant, 'unmatch', part);
  const undoing = { records: bank.records, today: '2026-03-31', caller: poster, newId, reason: 'x' };
  await expect(unmatchChanges(undoing, matchedBack)).rejects.toMatchObject({ kind: 'forbidden', params: { needed: 'payables.pay' } });
  expect((await bank.unmatch('ana', back.id)).undone).toMatchObject([{ as: 'reversal', how: 'reversed' }]);
  expect(await openNow()).toEqual([0, 0]);
  expect(await stateOf('242.00')).toBe('paid');
});

it('a payment that the bank rejects is taken out of a run of which the others are paid: its bill alone is open', async () => {
  const shop = await company();
  const { run, bills } = await sentInMarch(shop);
  const { bank, runs } = shop;
  const [one] = await shop.told({ date: '2026-03-09', amount: -12100, text: 'TRANSFERENCIA UNO' });
  await bank.match('ana', one.id, (await bank.done('ana', `GET /banking/lines/${one.id}/candidates`)).items[0].parts);
  const { no } = run.payments.find(({ partyName }: { partyName: string }) => partyName === 'Dos');
  await runs.done('ana', `POST /treasury/payment-runs/${run.id}/payments/${no}/rejection`, { reason: 'RJCT AC04' });
  expect(await runs.done('ana', `GET /treasury/payment-runs/${run.id}`)).toMatchObject({ state: 'executed', executedOn: '2026-03-09' });
  const left = await Promise.all(bills.map((id) => bank.records.getOrThrow(SupplierBills, id)));
  expect(left.map(({ open, paymentRunId }) => [open, paymentRunId])).toEqual([
    [0, undefined],
    [24200, undefined],
  ]);
});

it('a debit that the bank gave back opens its invoice again, with the fee', async () => {
  const shop = await company();
  const { bank, sales, runs, tenant } = shop;
  const customerId = idFrom('cus', tenant, 'uno');
  const address = { street: 'Mayor 1', postalCode: '28001', city: 'Madrid', country: 'ES' };
  await bank.records.commit([create(Customers, customerId, { name: 'Uno', taxId: 'B58378431', paymentDays: 0, address })]);
  await runs.done('ana', 'POST /treasury/mandates', { customerId, iban: OTHER_IBAN, signedOn: '2026-03-01' });
  const invoice = await sales.invoice(customerId, '100.00', { date: '2026-03-02' });
  on('2026-03-10');
  const run = await runs.done('ana', 'POST /treasury/debit-runs', { iban: IBAN });
  await runs.approve('bea', run.id);
  await runs.send(run.id);
  on('2026-03-31');
  const [collected, back] = await shop.told(
    { date: '2026-03-11', amount: 12100, text: 'REMESA DE ADEUDOS' },
    { date: '2026-03-16', amount: -12450, text: 'DEVOLUCION RECIBO POR SALDO INSUFICIENTE' },
  );
  await bank.match('ana', collected.id, [{ as: 'run', runId: run.id }]);
  expect((await bank.records.getOrThrow(Invoices, invoice.id)).open).toBe(0);
  const [proposed] = (await bank.done('ana', `GET /banking/lines/${back.id}/candidates`)).items;
  expect(proposed.parts).toEqual([{ as: 'return', runId: run.id, no: 1, code: 'AM04', fee: eur('3.50'), recharge: false }]);
  const returned = await bank.match('ana', back.id, proposed.parts);
  expect(returned.entries.map(postings)).toEqual([
    [
      ['572', '0.00', '121.00'],
      ['430', '121.00', '0.00'],
      ['626', '3.50', '0.00'],
      ['572', '0.00', '3.50'],
    ],
  ]);
  expect((await bank.records.getOrThrow(Invoices, invoice.id)).open).toBe(12100);
  const payment = async () => (await runs.done('ana', `GET /treasury/payment-runs/${run.id}`)).payments[0];
  expect(await payment()).toMatchObject({ state: 'returned', returned: { code: 'AM04' } });
  // Undone, the money is there again with what it paid, and the fee was none.
  const again = await bank.unmatch('ana', back.id);
  expect(again.undone).toMatchObject([{ as: 'return', how: 'reversed' }]);
  expect((await bank.records.getOrThrow(Invoices, invoice.id)).open).toBe(0);
  expect((await payment()).state).toBe('paid');
});

it('a refund that was no refund is taken back: the credit is there to be used again', async () => {
  const { bank, sales, told, tenant } = await company();
  const customerId = idFrom('cus', tenant, 'uno');
  const address = { street: 'Mayor 1', postalCode: '28001', city: 'Madrid', country: 'ES' };
  await bank.records.commit([create(Customers, customerId, { name: 'Uno', paymentDays: 0, address })]);
  const receipt = await sales.receipt(customerId, '121.00', { date: '2026-03-02' });
  on('2026-03-31');
  const [line] = await told({ date: '2026-03-20', amount: -12100, text: 'TRANSFERENCIA A UNO' });
  const refunded = await bank.match('bea', line.id, [{ as: 'refund', from: receipt.id, amount: eur('121.00') }]);
  expect((await bank.records.getOrThrow(Receipts, receipt.id)).open).toBe(0);
  const undone = await bank.unmatch('bea', line.id);
  expect(undone.undone).toMatchObject([{ as: 'refund', id: refunded.match.parts[0].id, how: 'reversed' }]);
  expect((await bank.records.getOrThrow(Receipts, receipt.id)).open).toBe(12100);
  expect((await bank.match('bea', line.id, [{ as: 'refund', from: receipt.id, amount: eur('121.00') }])).state).toBe('matched');
});

it('a customer is told by the account of their mandate from another who owes as much', async () => {
  const { bank, sales, runs, tenant, account } = await company();
  const address = { street: 'Mayor 1', postalCode: '28001', city: 'Madrid', country: 'ES' };
  const [one, two] = [idFrom('cus', tenant, 'uno'), idFrom('cus', tenant, 'dos')];
  await bank.records.commit([
    create(Customers, one, { name: 'Uno', taxId: 'B58378431', paymentDays: 0, address }),
    create(Customers, two, { name: 'Dos', paymentDays: 0, address }),
  ]);
  await runs.done('ana', 'POST /treasury/mandates', { customerId: two, iban: OTHER_IBAN, signedOn: '2026-03-01' });
  const [, invoice] = [
    await sales.invoice(one, '100.00', { date: '2026-03-02' }),
    await sales.invoice(two, '100.00', { date: '2026-03-02' }),
  ];
  const lineId = idFrom('bkl', tenant, 'in');
  await bank.records.commit([
    create(BankLines, lineId, {
      ...{ state: 'open', bankAccountId: account.id, statementId: idFrom('bst', tenant, 'march'), no: 1, date: '2026-03-09' },
      ...{ amount: 12100, currency: 'EUR', text: 'TRANSFERENCIA', partyIban: OTHER_IBAN, partyName: 'DOS SL' },
    }),
  ]);
  const { items } = await bank.done('ana', `GET /banking/lines/${lineId}/candidates`);
  expect(items[0]).toMatchObject({ tie: false, documents: [{ id: invoice.id }] });
  expect(items[0].reasons.map(({ code }: { code: string }) => code)).toContain('iban_known');
  expect(items[1].reasons.map(({ code }: { code: string }) => code)).toContain('other_iban');
});

it('what each part posts needs the permission that it needs elsewhere', async () => {
  const { bank, account, told } = await company();
  const [line] = await told({ date: '2026-03-09', amount: 100, text: 'INGRESO' });
  expect(account.account).toBe('572');
  await bank.ask('vera', 'GET /banking/accounts', undefined, { roles: ['auditor'] });
  expect(
    await bank.refused('vera', `POST /banking/lines/${line.id}/match`, { parts: [{ as: 'entry', account: '769', amount: eur('1.00') }] }),
  ).toEqual([403, 'role.not_allowed', undefined]);
});
