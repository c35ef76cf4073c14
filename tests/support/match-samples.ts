import { MemoryCandidateIndex } from '../../shared/domain/finance/banking/match-index.ts';
import type { MatchCandidate, MatchLine, MatchRule } from '../../shared/domain/finance/banking/match-model.ts';
import { matchLine } from '../../shared/domain/finance/banking/matching.ts';

export const LEVANTE = { partyId: 'cus_1', partyNames: ['Cafés Levante, S.L.'], partyIbans: ['ES7921000813610123456789'] };
export const NORTE = { partyId: 'cus_2', partyNames: ['Librería Norte SA'], partyIbans: ['ES8023100001180000012345'] };
export const invoice = (no: number, open: number, more: Partial<MatchCandidate> = {}): MatchCandidate => ({
  ...{
    id: `inv-${no}`,
    kind: 'invoice',
    open,
    currency: 'EUR',
    numbers: [`F2026-${String(no).padStart(6, '0')}`],
    date: '2026-02-01',
    dueDate: '2026-03-03',
  },
  ...LEVANTE,
  ...more,
});
export const line = (amount: number, text: string, more: Partial<MatchLine> = {}): MatchLine => ({
  id: 'line-1',
  date: '2026-03-03',
  amount,
  currency: 'EUR',
  text,
  ...more,
});
export const match = (movement: MatchLine, candidates: readonly MatchCandidate[], rules: readonly MatchRule[] = []) =>
  matchLine(movement, new MemoryCandidateIndex(candidates), rules);
export const posted = (movement: MatchLine, candidates: readonly MatchCandidate[], rules?: readonly MatchRule[]) =>
  match(movement, candidates, rules).automatic?.parts.map(({ candidateId, amount }) => [candidateId, amount]);
export const codes = (movement: MatchLine, candidates: readonly MatchCandidate[]) =>
  match(movement, candidates).proposals[0]?.reasons.map(({ code }) => code);
