import type { StoredBankLine } from '#domain/finance/banking/bank-line.ts';
import { newRuleTest, type RuleTest, takenOf, testedOver } from '#domain/finance/banking/rule-test.ts';
import { addDays } from '#kernel/date.ts';
import { Chance } from '../seed/chance.ts';
import { bankMonth } from './bank-month/month.ts';

interface RuleTestFigures {
  readonly lines: number;
  readonly taken: number;
  readonly milliseconds: number;
}

/** Lines of many months as they are kept, some of them matched by people. */
function history(lines: number): StoredBankLine[] {
  const chance = new Chance('historia');
  const months = Array.from({ length: Math.ceil(lines / 1000) }, (_, i) => bankMonth(`historia-${i % 5}`).lines);
  return months
    .flatMap((month, i) =>
      month.map(({ line }, no): StoredBankLine => {
        const { id: _, parts: __, ...told } = line;
        const state = chance.happens(70) ? ('matched' as const) : ('open' as const);
        const match =
          state === 'matched'
            ? { match: { by: 'ana', on: line.date, parts: [{ as: 'entry' as const, id: `man_${i}_${no}`, amount: line.amount }] } }
            : {};
        return {
          ...{ id: `bkl_${i}_${no}`, rev: 1, history: [], ...told, date: addDays(line.date, 30 * i), state, no },
          ...{ bankAccountId: 'bka_1', statementId: 'bst_1', ...match },
        } as StoredBankLine;
      }),
    )
    .slice(0, lines);
}

/** A rule over so many lines of the past, a thousand at a time as its worker reads them: what that takes beside the reads. */
export function measureRuleTest(lines = 50_000): RuleTestFigures {
  const all = history(lines);
  const rule = {
    name: 'Comisiones',
    order: 100,
    conditions: {
      direction: 'out' as const,
      texts: ['comision*mantenimiento', 'liquidacion*intereses', 'comision'],
      without: ['devolucion'],
    },
    action: { entry: { lines: [{ account: '626' }] } },
  };
  const start = performance.now();
  let test: RuleTest = newRuleTest(rule, {}, '2026-01-01T00:00:00Z');
  for (let at = 0; at < all.length; at += 1000) test = { ...test, ...testedOver(test, all.slice(at, at + 1000), () => ({ '626': -1 })) };
  return { lines: test.lines, taken: takenOf(test), milliseconds: performance.now() - start };
}
