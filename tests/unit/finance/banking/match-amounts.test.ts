import { describe, expect, it } from 'vitest';
import { MemoryCandidateIndex } from '../../../../shared/domain/finance/banking/match-index.ts';
import type { MatchLine } from '../../../../shared/domain/finance/banking/match-model.ts';
import { matchLine } from '../../../../shared/domain/finance/banking/matching.ts';
import { codes, invoice, line, match, posted } from '../../../support/match-samples.ts';

describe('what is left between a line and a document', () => {
  const one = invoice(123, 121_000);
  it('is a part of it, where it is named by whom it is of', () => {
    expect(match(line(60_000, 'A CUENTA F2026-000123', { partyName: 'CAFES LEVANTE' }), [one]).automatic).toMatchObject({
      parts: [{ candidateId: 'inv-123', amount: 60_000 }],
    });
    expect(posted(line(60_000, 'A CUENTA', { partyName: 'CAFES LEVANTE' }), [one])).toBeUndefined();
    // Less by what a bank may have kept: it may be all.
    expect(posted(line(2000, 'F2026-000123', { partyName: 'CAFES LEVANTE' }), [invoice(123, 4000)])).toBeUndefined();
  });
  it('is a plain share of it, whichever of its documents that is of: an amount as odd comes out so once in thousands', () => {
    const [other, third] = [invoice(124, 95_317), invoice(125, 60_283)];
    // 30 % of 602.83 is 180.849, and 180.85 to the cent.
    const paid = line(18_085, 'TRANSFERENCIA', { partyName: 'CAFES LEVANTE' });
    expect(posted(paid, [one, other, third])).toEqual([['inv-125', 18_085]]);
    expect(codes(paid, [one, other, third])).toEqual(['amount_partial', 'amount_share', 'name_similar', 'date_near']);
    // A cent beside it, or nobody told: a person's.
    expect(posted({ ...paid, amount: 18_086 }, [one, other, third])).toBeUndefined();
    expect(posted({ ...paid, partyName: 'OTRO' }, [one, other, third])).toBeUndefined();
    // 300.00 is 30 % of 1,000.00, and as round as what anybody pays on account.
    expect(posted({ ...paid, amount: 30_000 }, [invoice(126, 100_000)])).toBeUndefined();
    // Half of each of two: a tie.
    expect(match({ ...paid, amount: 60_401 }, [invoice(1, 120_802), invoice(2, 120_802)])).toMatchObject({ tie: true });
  });
  it('is no share where whole documents come to the line: a credit note may be one of its invoice', () => {
    const note = invoice(7, -24_113, { id: 'note-7', kind: 'credit-note', numbers: ['A2026-000007'] });
    // 1,205.65 less 241.13, a fifth of it, is 964.52, which is four fifths.
    const movement = line(96_452, 'TRANSFERENCIA', { partyName: 'CAFES LEVANTE' });
    expect(posted(movement, [invoice(1, 120_565), note])).toEqual([
      ['inv-1', 120_565],
      ['note-7', -24_113],
    ]);
    expect(posted(movement, [invoice(1, 120_565)])).toEqual([['inv-1', 96_452]]);
  });
  it('is no fee where a plain share is missing; where a tariff would be as much, a person says which', () => {
    const named = (amount: number) => line(amount, 'F2026-000123', { partyName: 'CAFES LEVANTE' });
    // Nine tenths of 120.40 are 108.36: what is missing, 12.04, is no tariff.
    expect(match(named(10_836), [invoice(123, 12_040)]).proposals[0]).not.toHaveProperty('difference');
    expect(posted(named(10_836), [invoice(123, 12_040)])).toEqual([['inv-123', 10_836]]);
    // Of 125.00 it is 12.50, as banks ask.
    expect(match(named(11_250), [invoice(123, 12_500)])).toMatchObject({ proposals: [{ difference: { kind: 'fee' } }] });
    expect(posted(named(11_250), [invoice(123, 12_500)])).toBeUndefined();
    expect(posted(named(11_400), [invoice(123, 12_500)])).toEqual([['inv-123', 12_500]]);
  });
  it('is some cents, a fee, or an exchange', () => {
    const best = (movement: MatchLine, candidate = one) => match(movement, [candidate]).proposals[0];
    expect(best(line(120_997, 'F2026-000123'))).toMatchObject({ difference: { kind: 'small', amount: -3 } });
    expect(best(line(119_500, 'F2026-000123', { charges: 1500 }))).toMatchObject({
      difference: { kind: 'fee', amount: -1500 },
      parts: [{ amount: 121_000 }],
    });
    expect(best(line(119_500, 'F2026-000123'))?.reasons.find(({ code }) => code === 'fee_kept')?.params).toEqual({
      amount: 1500,
      percent: 1.24,
    });
    const dollars = { ...one, currency: 'USD' };
    const { automatic } = match(line(112_000, 'F2026-000123', { original: { amount: 121_000, currency: 'USD' } }), [dollars]);
    expect(automatic).toMatchObject({ difference: { kind: 'fx' }, parts: [{ amount: 121_000, currency: 'USD' }] });
    const rates = { USD: 0.925 };
    expect(matchLine(line(112_000, 'F2026-000123'), new MemoryCandidateIndex([dollars]), [], { rates }).proposals[0]).toMatchObject({
      difference: { kind: 'fx', amount: 75 },
    });
    // 1,120.00 for 1,119.25 are 0.07 % over.
    const upTo = (mostFx: number) => matchLine(line(112_000, 'F2026-000123'), new MemoryCandidateIndex([dollars]), [], { rates, mostFx });
    expect([upTo(0.06).proposals.length, upTo(0.07).proposals.length]).toEqual([0, 1]);
    expect(match(line(112_000, 'F2026-000123'), [dollars]).proposals).toEqual([]);
  });
  it('is the commission of card takings', () => {
    const takings = invoice(1, 100_000, {
      id: 'pos-1',
      kind: 'pos',
      numbers: ['335510021-20260302'],
      date: '2026-03-02',
      partyNames: ['TPV'],
      partyIbans: [],
      commission: 15,
    });
    expect(posted(line(99_200, 'ABONO TPV COMERCIO 335510021'), [takings])).toEqual([['pos-1', 100_000]]);
    expect(match(line(98_400, 'ABONO TPV COMERCIO 335510021'), [takings]).proposals).toEqual([]);
  });
});
