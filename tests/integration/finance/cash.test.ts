import { expect, it } from 'vitest';
import { addDays } from '../../../shared/kernel/date.ts';
import { eventually } from '../../support/cloud.ts';
import { send } from '../../support/http.ts';
import { eur, line } from '../../support/ledger.ts';
import { done, foundCompany } from '../../support/trading-company.ts';

const today = new Date().toISOString().slice(0, 10);
const on = (days: number) => addDays(today, days);

it('what is in banks, what customers owe and what is owed make the weeks to come', async () => {
  const { tokens } = await foundCompany();
  const ask = (route: string, body?: object) => done(send(route, { token: tokens.owner, ...(body ? { body } : {}) }));
  await ask('POST /journal-entries', { date: today, text: 'Aportación', lines: [line('572', '1000.00'), line('118', '-1000.00')] });
  const { id: customerId } = await ask('POST /customers', { name: 'Librería Cervantes, S.L.', taxId: 'B58378431', paymentDays: 10 });
  const { id } = await ask('POST /invoice-drafts', { customerId, lines: [{ name: 'Asesoría', quantity: '1', price: '100' }] });
  await ask(`POST /invoice-drafts/${id}/issue`, {});
  const { id: supplierId } = await ask('POST /payables/suppliers', { name: 'Talleres Robla', account: '410', expenseAccount: '622' });
  await ask('POST /payables/bills', { supplierId, reference: 'A-1', date: today, dueDate: on(3), lines: [{ net: eur('50.00') }] });
  const position = await ask('GET /cash/position?consistent=true');
  const accounts = position.accounts.map((each: { account: string }) => each.account);
  expect([position.total.amount, accounts, position.complete]).toEqual(['1000.00', ['572'], true]);
  const expected = async (query: string): Promise<string[]> =>
    (await ask(`GET /cash/forecast?${query}`)).weeks.map(
      ({ closing }: { closing: { expected: { amount: string } } }) => closing.expected.amount,
    );
  // 1,000.00 less 60.50 in three days; 121.00 in ten; 200.00 that are supposed on the last day.
  const supposed = `weeks=3&extra=${on(21)}:-200.00`;
  await eventually('the open items are in the index', async () => (await expected(supposed)).join() === '939.50,1060.50,860.50');
  expect(await expected('weeks=3&delayDays=7')).toEqual(['939.50', '939.50', '1060.50']);
  expect(await expected(`weeks=2&withoutParty=${customerId}`)).toEqual(['939.50', '939.50']);
  // The quarter's 477 less 472, where its day falls within the weeks: 21.00 less 10.50, and what its other days may bring.
  const { taxReturns, lateness } = await ask('GET /cash/forecast?weeks=20');
  for (const { high } of taxReturns) expect(high.amount).toBe('10.50');
  expect(lateness.sample).toBe(0);
});
