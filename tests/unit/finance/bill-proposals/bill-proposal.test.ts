import { expect, it } from 'vitest';
import { type PaperFacts, proposeBill } from '../../../../shared/domain/finance/bill-proposals/bill-proposal.ts';

const WORLD = { today: '2026-12-01', supplier: undefined, takenBy: undefined };
const paper = (more: Partial<PaperFacts>): PaperFacts => ({
  ...{ taxIds: ['B83456780'], ibans: [], reference: 'A-1', date: '2026-11-12', isCreditNote: false },
  ...{ taxes: [{ rate: '21', base: 100_00, tax: 21_00 }], ...more },
});
const nets = (facts: PaperFacts) => proposeBill(facts, WORLD).bill.lines.map(({ net }) => net.amount);

it('a credit note that its paper signs below zero is entered above it, and what goes the other way stays so', () => {
  const taxes = [
    { rate: '21', base: -100_00, tax: -21_00 },
    { rate: '10', base: 20_00, tax: 2_00 },
  ];
  const facts = paper({ isCreditNote: true, taxes });
  expect(nets(facts)).toEqual(['100.00', '-20.00']);
  expect(proposeBill(facts, WORLD).bill.total).toEqual({ amount: '99.00', currency: 'EUR' });
});

it('yen have no decimals, in the bill and in what is said of it', () => {
  const facts = paper({ currency: 'JPY', taxes: [{ rate: '0', base: 1000, tax: 0 }], total: 1200 });
  expect(nets(facts)).toEqual(['1000']);
  expect(proposeBill(facts, WORLD).flags).toContainEqual({
    code: 'totals_differ',
    field: 'total',
    params: { total: '1200', sum: '1000', currency: 'JPY' },
  });
});

it.each([
  ['2022-12-01', []],
  ['2022-11-30', ['date_old']],
  ['2024-02-29', []],
])('of %s tax can be deducted for four years (Ley 37/1992 art. 99.Tres), and then a person looks', (date, wanted) => {
  const codes = proposeBill(paper({ date }), WORLD).flags.map(({ code }) => code);
  expect(codes.filter((code) => code === 'date_old')).toEqual(wanted);
});

it('of a fiscal year that is closed, a person says what becomes of it', () => {
  const { flags } = proposeBill(paper({}), { ...WORLD, yearClosed: true });
  expect(flags).toContainEqual({ code: 'year_closed', field: 'date', params: { date: '2026-11-12' } });
});
