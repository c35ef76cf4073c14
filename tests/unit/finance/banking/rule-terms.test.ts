import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { StoredBankLine } from '../../../../shared/domain/finance/banking/bank-line.ts';
import { BankRuleInput } from '../../../../shared/domain/finance/banking/bank-rule.ts';
import { RuleConditions, takesLine } from '../../../../shared/domain/finance/banking/rule-conditions.ts';
import { partsOfRule } from '../../../../shared/domain/finance/banking/rule-parts.ts';
import { newRuleTest, testedOver } from '../../../../shared/domain/finance/banking/rule-test.ts';

const line = (amount: number, text: string, more: object = {}) => ({ amount, text, ...more });
const out = (...texts: string[]) => ({ direction: 'out' as const, texts });

describe('which lines a rule takes', () => {
  it.each([
    ['comision', 'COMISIÓN MANTENIMIENTO', true],
    ['comis', 'Liq. comisiones', true],
    ['iva', 'PRIVADO BANCA', false],
    ['iva', 'RECIBO IVA 303', true],
    ['tgss*2026', 'RECIBO TGSS COTIZACION 02/2026', true],
    ['2026*tgss', 'RECIBO TGSS COTIZACION 02/2026', false],
    ['(a+)+$', 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!', false],
    ['a.c', 'abc', false],
  ])('%s in %s: %s', (phrase, text, wanted) => {
    expect(takesLine(out(phrase), line(-350, text))).toBe(wanted);
  });

  it('looks at side, amounts, account, IBAN, code and what must not stand there', () => {
    const rule = { ...out('aeat'), least: 1000, most: 2000, without: ['devolucion'], code: '17', bankAccountId: 'bka_1' };
    const of = { code: '17', bankAccountId: 'bka_1' };
    expect(takesLine(rule, line(-1000, 'AEAT 303', of))).toBe(true);
    for (const other of [
      line(1000, 'AEAT 303', of),
      line(-999, 'AEAT 303', of),
      line(-2001, 'AEAT 303', of),
      line(-1000, 'AEAT DEVOLUCION', of),
      line(-1000, 'AEAT 303', { ...of, code: '04' }),
      line(-1000, 'AEAT 303', { ...of, bankAccountId: 'bka_2' }),
    ])
      expect(takesLine(rule, other)).toBe(false);
  });

  it('compares amounts with those of lines in euros alone', () => {
    const dollars = line(-1000, 'FEE', { currency: 'USD' });
    expect(takesLine({ ...out('fee'), most: 2000 }, dollars)).toBe(false);
    expect(takesLine({ ...out('fee'), least: 500 }, dollars)).toBe(false);
    expect(takesLine({ ...out('fee'), least: 500, most: 2000 }, { ...dollars, currency: 'EUR' })).toBe(true);
    expect(takesLine(out('fee'), dollars)).toBe(true);
  });

  it('sums what a rule would have posted in euros alone, and shows each line in its currency', () => {
    const rule = BankRuleInput.parse({
      name: 'Fees',
      conditions: { direction: 'out', texts: ['fee'] },
      action: { entry: { lines: [{ account: '626' }] } },
    });
    const of = (id: string, currency: string) =>
      ({ ...line(-1000, 'FEE', { id, currency }), state: 'open', date: '2026-03-02' }) as StoredBankLine;
    const { effect, shown } = testedOver(newRuleTest(rule, {}, ''), [of('bkl_1', 'EUR'), of('bkl_2', 'USD')], () => undefined);
    expect(effect).toEqual({ 626: 1000 });
    expect(shown.map(({ currency = 'EUR' }) => currency)).toEqual(['EUR', 'USD']);
  });

  it('compares a line in dollars by the accounts that a person took, whose entry is in euros', () => {
    const rule = BankRuleInput.parse({
      name: 'Fees',
      conditions: { direction: 'out', texts: ['fee'] },
      action: { entry: { lines: [{ account: '626' }] } },
    });
    const match = { by: 'ana', parts: [{ as: 'entry', id: 'je_1' }] };
    const dollars = { ...line(-1000, 'FEE', { id: 'bkl_1', currency: 'USD' }), state: 'matched', date: '2026-03-02', match };
    const verdict = (posted: Record<string, number>) =>
      testedOver(newRuleTest(rule, {}, ''), [dollars as unknown as StoredBankLine], () => posted).shown[0]?.verdict;
    expect([verdict({ 626: 920 }), verdict({ 669: 920 })]).toEqual(['agreed', 'wrong']);
  });

  it('no phrase and no text makes it slow, whatever they are', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 2, maxLength: 60 }), fc.string({ maxLength: 400 }), (phrase, text) => {
        const read = RuleConditions.safeParse({ direction: 'out', texts: [phrase] });
        if (read.success) expect(typeof takesLine(read.data, line(-1, text.repeat(5)))).toBe('boolean');
      }),
      { numRuns: 500 },
    );
  });
});

describe('what a rule posts', () => {
  it('card takings that came as 98.50 less 1.5 % were 100.00, of which 1.50 was kept', () => {
    const action = { commission: { percent: '1.5', account: '626', takings: '430' } };
    expect(partsOfRule(action, 9850)).toEqual([
      { as: 'entry', account: '430', amount: 10_000 },
      { as: 'entry', account: '626', amount: -150 },
    ]);
  });

  it('the parts come to the line, whatever it is and however it is shared', () => {
    const shares = fc.integer({ min: 1, max: 9999 });
    fc.assert(
      fc.property(
        fc.integer({ min: -10_000_000, max: 10_000_000 }).filter((n) => n !== 0),
        shares,
        (amount, share) => {
          const percent = (n: number) => (n / 100).toFixed(2);
          const lines = [
            { account: '621', percent: percent(share) },
            { account: '628', percent: percent(10_000 - share) },
          ];
          const sum = (parts: readonly { readonly amount: number }[]) => parts.reduce((total, part) => total + part.amount, 0);
          expect(sum(partsOfRule({ entry: { lines } }, amount))).toBe(amount);
          const kept = { percent: percent(Math.min(share, 5000)), account: '626', takings: '555' };
          expect(sum(partsOfRule({ commission: kept }, Math.abs(amount)))).toBe(Math.abs(amount));
        },
      ),
    );
  });
});
