import { expect, it } from 'vitest';
import type { BankLine } from '../../../../shared/domain/finance/banking/bank-line.ts';
import { type Candidate, documentNumbersIn, ranked, reasonsFor } from '../../../../shared/domain/finance/banking/line-candidates.ts';

const line = (more: Partial<BankLine>): BankLine => ({
  ...{ state: 'open', bankAccountId: 'bka_1', statementId: 'bst_1', no: 1, currency: 'EUR' },
  ...{ date: '2026-03-03', amount: 121000, text: 'TRANSFERENCIA' },
  ...more,
});
const invoice = { kind: 'invoice', id: 'inv_F2026-000123', number: 'F2026-000123', date: '2026-03-02', open: 121000, amount: 121000 };

it.each([
  ['FACTURA F2026-000123', ['F2026-000123']],
  ['pago f 2026/123 y F2026-000124', ['F2026-000123', 'F2026-000124']],
  ['FS2026-7', ['FS2026-000007']],
  ['RECIBO 2026-000123, REF 12F2026', []],
])('finds numbers of invoices in what a bank writes: %s', (text, numbers) => {
  expect(documentNumbersIn(line({ text }))).toEqual(numbers);
});

it('says in words why a document might be the line', () => {
  const told = line({ text: 'TRANSF DE CAFES LEVANTE FRA F2026-123', partyName: 'CAFES LEVANTE SL' });
  expect(reasonsFor(told, { ...invoice, partyName: 'Cafés Levante, S.L.' })).toEqual(['amount', 'reference', 'name', 'date']);
  // Another firm of that name, 0.01 less, a month later.
  const other = { ...invoice, number: 'F2026-000999', partyName: 'Cafés Poniente, S.L.', open: 120999, dueDate: '2026-04-02' };
  expect(reasonsFor(told, other)).toEqual([]);
  // A name that has nothing but what every company has tells nothing.
  expect(reasonsFor(told, { ...invoice, number: 'x', partyName: 'La S.L.' })).toEqual(['amount', 'date']);
});

it('puts the best first, and of equal ones the older', () => {
  const of = (id: string, date: string, reasons: Candidate['reasons']): Candidate => ({ ...invoice, id, date, reasons });
  const found = ranked([of('c', '2026-03-02', ['amount']), of('b', '2026-03-01', ['amount']), of('a', '2026-03-09', ['reference'])]);
  expect(found.map(({ id, score }) => [id, score])).toEqual([
    ['a', 45],
    ['b', 30],
    ['c', 30],
  ]);
});
