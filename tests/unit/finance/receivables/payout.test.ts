import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { brokenRules, type Payer, refusalOfPayout } from '#domain/finance/receivables/payout.ts';

const payer = (email: string, mayPayAlone = false): Payer => ({ email, mayPayAlone });
const of = (makers: readonly string[], total = 100, limit?: number) => ({ makers, total, limit });

describe('money that leaves', () => {
  it.each([
    ['by who credited it', of(['ana', 'eva']), payer('ana'), ['same_person']],
    ['by somebody else', of(['ana']), payer('eva'), []],
    ['by somebody else, to the limit', of(['ana'], 100, 100), payer('eva'), []],
    ['by somebody else, beyond the limit', of(['ana'], 101, 100), payer('eva'), ['over_limit']],
    ['by who credited it, beyond the limit', of(['ana'], 101, 100), payer('ana'), ['same_person', 'over_limit']],
    ['where the limit is nothing', of(['ana'], 1, 0), payer('eva'), ['over_limit']],
    ['by itself, of two people', of(['ana', 'eva']), undefined, []],
    ['by itself, of one who did all', of(['ana', 'ana']), undefined, ['same_person']],
    ['by itself, of nobody', of([]), undefined, ['same_person']],
    ['by itself, beyond the limit', of(['ana', 'eva'], 101, 100), undefined, ['over_limit']],
  ] as const)('%s', (_, payout, who, broken) => {
    expect(brokenRules(payout, who)).toEqual(broken);
    expect(refusalOfPayout(payout, who, 'path')?.code.slice('refund.'.length)).toBe(broken[0]);
  });

  it('needs two people, unless one of them may decide alone', () => {
    const people = fc.constantFrom('ana', 'eva', 'leo');
    fc.assert(
      fc.property(fc.array(people, { maxLength: 4 }), people, fc.boolean(), (makers, email, mayPayAlone) => {
        const refused = refusalOfPayout(of(makers), payer(email, mayPayAlone), 'path') !== undefined;
        expect(refused).toBe(makers.includes(email) && !mayPayAlone);
      }),
    );
  });

  it('tells what would be paid back in all, and the limit', () => {
    expect(refusalOfPayout(of(['ana'], 30_001, 30_000), payer('eva'), 'body.from')).toMatchObject({
      code: 'refund.over_limit',
      field: 'body.from',
      params: { total: '300.01', limit: '300.00' },
    });
  });
});
