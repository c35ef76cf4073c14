import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { HOLD_OUT } from '../../../../infra/tools/bench/bank-month/hold-out.ts';
import { bankMonth, MONTH_RATES } from '../../../../infra/tools/bench/bank-month/month.ts';
import { USUAL } from '../../../../infra/tools/bench/bank-month/profile.ts';
import { SECOND_HOLD_OUT } from '../../../../infra/tools/bench/bank-month/second-hold-out.ts';
import { type AutoWorld, decided } from '../../../../shared/domain/finance/banking/auto-match.ts';
import type { StoredBankLine } from '../../../../shared/domain/finance/banking/bank-line.ts';
import type { LineCandidate } from '../../../../shared/domain/finance/banking/line-candidates.ts';
import { MemoryCandidateIndex } from '../../../../shared/domain/finance/banking/match-index.ts';
import type { MatchPart } from '../../../../shared/domain/finance/banking/match-input.ts';
import type { MatchCandidate } from '../../../../shared/domain/finance/banking/match-model.ts';
import { matchLine } from '../../../../shared/domain/finance/banking/matching.ts';
import { Invoices } from '../../../../shared/domain/finance/receivables/invoice.ts';
import { norma43 } from '../../../support/bank-samples.ts';
import { bankingOf } from '../../../support/banking.ts';
import { newTenant } from '../../../support/call.ts';
import { newCompany } from '../../../support/company.ts';
import { books as ledger } from '../../../support/ledger.ts';
import { useMemoryTable } from '../../../support/memory-table.ts';
import { entriesOf } from '../../../support/projection.ts';
import { receivablesOf } from '../../../support/receivables.ts';

const table = useMemoryTable({ openWork: true, lists: true });
beforeAll(() => void vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-04-02T10:00:00Z') }));
afterAll(() => void vi.useRealTimers());
beforeEach(() => table.clear());

const months = fc
  .record({ seed: fc.stringMatching(/^[a-z]{3,8}$/), profile: fc.constantFrom(USUAL, HOLD_OUT, SECOND_HOLD_OUT) })
  .map(({ seed, profile }) => bankMonth(seed, { lines: 100, open: 100, profile }));

const KINDS: Readonly<Partial<Record<MatchCandidate['kind'], string>>> = {
  invoice: 'invoice',
  bill: 'supplier-bill',
  'credit-note': 'credit-note',
  'run-payment': 'payment-run',
  transfer: 'bank-line',
};
/** What is open as the documents of a company. */
const documentOf = (candidate: MatchCandidate): LineCandidate => {
  const { id, kind, open, date, partyId, currency, numbers } = candidate;
  const [number = id] = numbers;
  return {
    candidate,
    document: { kind: KINDS[kind] ?? kind, id, number, date, open: Math.abs(open), ...(partyId && currency ? { partyId } : {}) },
    ...(kind === 'transfer' ? { part: { as: 'transfer' as const, lineId: id } } : {}),
  };
};

/** What a part takes of its line; of a transfer, a run or a document nothing is told: it takes what is left. */
function takenBy(part: MatchPart): number | undefined {
  if (part.as === 'receipt') return part.amount;
  if (part.as === 'payment' || part.as === 'refund') return -part.amount;
  return part.as === 'entry' ? part.amount : undefined;
}

/** What a decision takes of its line is the line, and what it settles is no more than what it pays. */
function expectWhole(parts: readonly MatchPart[], amount: number): void {
  const taken = parts.map(takenBy);
  if (taken.every((each) => each !== undefined)) expect(taken.reduce((sum, each) => sum + (each ?? 0), 0)).toBe(amount);
  for (const part of parts) {
    if (part.as !== 'receipt' && part.as !== 'payment') continue;
    const allocated = (part.allocations ?? []).reduce((sum, each) => sum + each.amount, 0);
    expect(allocated).toBeLessThanOrEqual(part.paid?.minor ?? part.amount);
  }
}

/** A document that differs from another in its number alone, where the line does not tell that. */
function twinOf(one: MatchCandidate | undefined, codes: readonly string[]): MatchCandidate | undefined {
  if (!one || codes.some((code) => code.startsWith('reference') || code === 'end_to_end_equal')) return undefined;
  const { endToEndId: _, ...rest } = one;
  return { ...rest, id: `${one.id}-twin`, numbers: [] };
}

describe('of any month', () => {
  it('what is posted comes to the line, and takes of no document more than it has open', () => {
    fc.assert(
      fc.property(months, ({ lines, candidates }) => {
        const [documents, index] = [candidates.map(documentOf), new MemoryCandidateIndex(candidates)];
        const world: AutoWorld = {
          ...{ index, open: new Map(documents.map((each) => [each.candidate.id, each])), rules: [] },
          ...{ terms: { mode: 'post', threshold: 0.95 }, ratesOn: () => MONTH_RATES },
        };
        for (const { line } of lines) {
          const decision = decided({ ...line, state: 'open', rev: 1, history: [] } as unknown as StoredBankLine, world);
          if (decision.as !== 'post') continue;
          expectWhole(decision.parts, line.amount);
          for (const { candidateId, amount } of decision.settles) {
            const open = index.get(candidateId)?.open ?? 0;
            expect([candidateId, Math.sign(open - amount) === -Math.sign(open)]).toEqual([candidateId, false]);
            index.settle(candidateId, amount);
          }
        }
      }),
      { numRuns: 8 },
    );
  });

  it('nothing is posted of which there is another as good: what differs in nothing that the line tells', () => {
    let tried = 0;
    fc.assert(
      fc.property(months, ({ lines, candidates, rules }) => {
        const index = new MemoryCandidateIndex(candidates);
        for (const { line } of lines) {
          const { automatic } = matchLine(line, index, rules, { rates: MONTH_RATES });
          const [part, more] = automatic?.parts ?? [];
          const twin = twinOf(part && !more ? index.get(part.candidateId) : undefined, automatic?.reasons.map(({ code }) => code) ?? []);
          if (!twin) continue;
          tried += 1;
          index.add(twin);
          const result = matchLine(line, index, rules, { rates: MONTH_RATES });
          index.remove(twin.id);
          expect([line.id, result.automatic]).toEqual([line.id, undefined]);
        }
      }),
      { numRuns: 8 },
    );
    expect(tried).toBeGreaterThan(50);
  });
});

it('a run that is undone leaves everything as it was, whatever it has posted', async () => {
  const amounts = fc.array(fc.integer({ min: 2000, max: 90_000 }), { minLength: 1, maxLength: 4 });
  const shares = fc.constantFrom(0.5, 0.3, 1, 1, 1);
  await fc.assert(
    fc.asyncProperty(amounts, fc.array(shares, { minLength: 4, maxLength: 4 }), fc.boolean(), async (nets, paid, named) => {
      table.clear();
      const tenant = newTenant();
      const { customerId } = await newCompany(tenant, { bankMatching: 'post' });
      const [bank, sales] = [bankingOf(tenant), receivablesOf(tenant)];
      await bank.ask('ana', 'GET /banking/accounts', undefined, { roles: ['accountant'] });
      await ledger(tenant, 'createAccount', { body: { code: '5720001', name: 'Ahorro' } });
      const SAVINGS = 'ES7921000813610123456789';
      const [account, savings] = [await bank.account(), await bank.account({ name: 'Ahorro', iban: SAVINGS, account: '5720001' })];
      const invoices: { id: string; number: string }[] = [];
      for (const net of nets) invoices.push(await sales.invoice(customerId, (net / 100).toFixed(2), { date: '2026-03-02' }));
      const openOf = () => Promise.all(invoices.map(async ({ id }) => (await bank.records.getOrThrow(Invoices, id)).open));
      const before = await openOf();
      const movements = before.map((open, i) => ({
        ...{ date: '2026-03-30', amount: Math.round(open * (paid[i] ?? 1)) },
        text: `TRANSFERENCIA DE CLIENTE DE PRUEBA ${named ? invoices[i]?.number : ''}`,
      }));
      const MARCH = { opening: 10_000_000, from: '2026-03-01', to: '2026-03-31' };
      await bank.take(norma43([...movements, { date: '2026-03-30', amount: -50_000, text: 'TRASPASO' }], MARCH));
      await bank.take(norma43([{ date: '2026-03-31', amount: 50_000, text: 'TRASPASO' }], { ...MARCH, iban: SAVINGS }));
      const linesOf = async () =>
        [...(await bank.lines(account.id, {})), ...(await bank.lines(savings.id, {}))].map(
          ({ id, state }: { id: string; state: string }) => [id, state],
        );
      const told = await linesOf();
      const run = await bank.run(account.id);
      expect(run.counts.byEngine).toBeGreaterThanOrEqual(1);
      const posted = (await openOf()).reduce((sum, open) => sum + open, 0);
      const matched = (await bank.lines(account.id, { state: 'matched' })) as { amount: { amount: string } }[];
      const money = matched.map(({ amount }) => Math.round(Number(amount.amount) * 100)).filter((amount) => amount > 0);
      // What the invoices owe less is the money of the lines that are matched.
      expect(before.reduce((sum, open) => sum + open, 0) - posted).toBe(money.reduce((sum, amount) => sum + amount, 0));
      await bank.done('ana', `POST /banking/match-runs/${run.id}/undo`, {});
      await bank.work(run.id);
      expect(await openOf()).toEqual(before);
      expect(await linesOf()).toEqual(told);
      const sums = new Map<string, number>();
      for (const { entry } of await entriesOf(tenant))
        for (const { account: code, amount } of entry.lines) sums.set(code, (sums.get(code) ?? 0) + amount);
      for (const code of ['572', '5720001', '578']) expect([code, sums.get(code) ?? 0]).toEqual([code, 0]);
    }),
    { numRuns: 5 },
  );
});
