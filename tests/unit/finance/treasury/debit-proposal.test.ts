import { expect, it } from 'vitest';
import { proposedDebits } from '../../../../shared/domain/finance/treasury/debit-proposal.ts';

const invoice = (no: number, open: number, customerId = 'cus_1') =>
  ({ id: `inv_${no}`, number: `F2026-${no}`, open, customerId, customer: { name: customerId } }) as never;
const note = (no: number, open: number) => ({ id: `crn_${no}`, number: `R2026-${no}`, open, customerId: 'cus_1' }) as never;
const mandate = (id: string, more: object = {}) =>
  ({
    ...{ id, customerId: 'cus_1', reference: id, scheme: 'CORE', type: 'recurrent', signedOn: '2026-01-01', iban: 'ES91', collections: 0 },
    ...more,
  }) as never;
const date = '2026-03-11';

it('collects up to twenty invoices of a customer by one debit', () => {
  const invoices = Array.from({ length: 25 }, (_, i) => invoice(i, 100));
  const { payments } = proposedDebits({ invoices, credits: [], mandates: [mandate('mdt_1')], date });
  expect(payments.map(({ charges, amount }) => [charges.length, amount])).toEqual([[20, 2000]]);
});

it('takes off what credit notes leave something to collect of, and leaves out who has as much credit', () => {
  const mandates = [mandate('mdt_1')];
  const some = proposedDebits({ invoices: [invoice(1, 100)], credits: [note(1, 60), note(2, 60), note(3, 39)], mandates, date });
  expect(some.leftOut).toEqual([{ partyId: 'cus_1', partyName: 'cus_1', why: 'covered_by_credits', amount: -59 }]);
  const rest = proposedDebits({ invoices: [invoice(1, 200)], credits: [note(1, 60), note(2, 39)], mandates, date });
  expect(rest.payments.map(({ credits, amount }) => [credits.map(({ id }) => id), amount])).toEqual([[['crn_1', 'crn_2'], 101]]);
});

it.each([
  ['the one that was signed last', [mandate('mdt_1'), mandate('mdt_2', { signedOn: '2026-02-01' })], 'mdt_2'],
  ['none that is cancelled', [mandate('mdt_1'), mandate('mdt_2', { signedOn: '2026-02-01', cancelled: {} })], 'mdt_1'],
  ['none that has expired by the day of collection', [mandate('mdt_1', { signedOn: '2023-03-10' })], undefined],
  ['one that expires on the day of collection', [mandate('mdt_1', { signedOn: '2023-03-11' })], 'mdt_1'],
  ['none that was used', [mandate('mdt_1', { used: true })], undefined],
])('takes of several mandates %s', (_, mandates, chosen) => {
  const { payments } = proposedDebits({ invoices: [invoice(1, 100)], credits: [], mandates, date });
  expect(payments[0]?.mandate?.id).toBe(chosen);
});
