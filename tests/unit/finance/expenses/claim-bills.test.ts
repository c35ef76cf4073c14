import fc from 'fast-check';
import { expect, it } from 'vitest';
import { claimBill, papersOf } from '../../../../shared/domain/finance/expenses/claim-bills.ts';
import { EXPENSE_TAX_CODES, newClaim } from '../../../../shared/domain/finance/expenses/expense-claim.ts';
import { mileage } from '../../../../shared/domain/finance/expenses/travel-es.ts';
import { sequencesOfYear } from '../../../../shared/domain/finance/ledger/period-sequence.ts';
import { Posting } from '../../../../shared/domain/finance/ledger/posting.ts';
import { SupplierBills } from '../../../../shared/domain/finance/payables/supplier-bill.ts';

const issuers = ['A58818501', 'B12345674'] as const;
const line = fc.record({
  amount: fc.integer({ min: 1, max: 300_000 }),
  account: fc.constantFrom('629', '628'),
  invoice: fc.option(
    fc.record({
      number: fc.constantFrom('1', '2'),
      issuer: fc.constant('Hotel Sol'),
      taxId: fc.constantFrom(...issuers),
      taxCode: fc.constantFrom(...EXPENSE_TAX_CODES),
    }),
    { nil: undefined },
  ),
});

/** A posting of 10 March 2026, in books that have nothing yet. */
function posting(): Posting {
  const first = sequencesOfYear('2026').find(({ data }) => data.period === '2026-03');
  const sequence = first && { ...first.data, id: first.id, rev: 1, history: [] };
  return new Posting(sequence, { date: '2026-03-10' });
}
const employee = { id: 'sup_eva', name: 'Eva', account: '4650', paymentDays: 0, taxCode: 'EXENTO' } as never;

it('owes the employee what they paid, to the cent, whatever the lines: each entry balances, each tax is within its invoice', () => {
  fc.assert(
    fc.property(fc.array(line, { minLength: 1, maxLength: 25 }), (told) => {
      const lines = told.map(({ amount, invoice, account }) => ({
        ...{ date: '2026-03-02', kind: 'other' as const, account, amount },
        ...(invoice ? { invoice } : {}),
      }));
      const claim = newClaim({ text: 'x', lines }, { employee: { id: 'sup_eva', name: 'Eva' }, by: 'eva', today: '2026-03-10' });
      const stored = { ...claim, id: 'exc_1', rev: 1, history: [] };
      const books = posting();
      const bills = papersOf(stored).map((paper) => claimBill(books, employee, stored, paper));
      expect(bills.reduce((sum, { open }) => sum + open, 0)).toBe(claim.total);
      for (const bill of bills) {
        expect(bill.entry?.lines.reduce((sum, { amount }) => sum + amount, 0)).toBe(0);
        expect(bill.totals.net + bill.totals.tax).toBe(bill.totals.gross);
        const nets = bill.lines.reduce((sum, { net }) => sum + net, 0);
        expect(nets).toBe(bill.totals.net);
        for (const { base, tax, percent } of bill.totals.taxes)
          expect(Math.abs(tax - (base * Number(percent)) / 100)).toBeLessThanOrEqual(1);
        // What names no recipient is deducted nowhere.
        if (!bill.register) expect([SupplierBills.posts?.paper?.(bill), SupplierBills.posts?.taxes?.(bill)]).toEqual([undefined, []]);
      }
      const invoices = new Set(lines.flatMap(({ invoice }) => (invoice ? `${invoice.taxId} ${invoice.number}` : [])));
      expect(bills.filter(({ register }) => register)).toHaveLength(invoices.size);
    }),
  );
});

it.each([
  ['123.4', 26, 3208],
  ['0.5', 19, 10],
  ['1', 26, 26],
  ['712', 26, 18512],
])('%s km at %i cents are %i cents', (km, cents, paid) => {
  expect(mileage(km, cents)).toBe(paid);
});
