import type { Month } from '#kernel/date.ts';
import type { Minor } from '#kernel/money.ts';
import type { TaxPaper } from '#kernel/record.ts';
import type { TaxSum } from './m303.ts';
import type { Figure, WithheldSum } from './withheld-sums.ts';

/** What was withheld of a recipient in a period at one code and rate. */
export interface WithheldFact {
  readonly party: TaxPaper['party'];
  readonly code: string;
  readonly percent: string;
  readonly base: Minor;
  readonly tax: Minor;
  /** What of it is declared as it was paid or fell due: the rest is by the day of its document. */
  readonly paidBase: Minor;
  readonly paidTax: Minor;
}

/** A document that posts otherwise than it declares. */
export interface WithheldDifference {
  readonly kind: string;
  readonly id: string;
  readonly posted: bigint;
  readonly declared: bigint;
}

export interface WithheldPeriod {
  readonly facts: readonly WithheldFact[];
  /** What documents of the period withheld on 4751, without what settles earlier periods. */
  readonly posted: bigint;
  /** Withheld of documents of the period that is not declared in it, less what is of earlier ones. */
  readonly unpaid: bigint;
  /** What no register holds of it. */
  readonly undeclared: bigint;
  /** Those that post something else than they declare: pay, which no register holds. */
  readonly documents: readonly WithheldDifference[];
}

/** What the sums of a year say of some of its months. */
export function withheldIn(sums: readonly WithheldSum[], months: readonly Month[]): WithheldPeriod {
  const wanted = new Set(months.map((month) => month.slice(5)));
  const totals = new Map<Figure, bigint>();
  const facts: WithheldFact[] = [];
  for (const { party, figures } of sums) {
    const mine = Object.entries(figures).flatMap(([name, amount]) => {
      const [month = '', code = '', percent = '', figure] = name.split(':');
      return wanted.has(month) ? [{ code, percent, figure: figure as Figure, amount }] : [];
    });
    for (const { figure, amount } of mine) totals.set(figure, (totals.get(figure) ?? 0n) + BigInt(amount));
    if (!party) continue;
    for (const [, all] of Map.groupBy(mine, ({ code, percent }) => `${code} ${percent}`)) {
      const sum = (...of: Figure[]) => all.reduce((total, { figure, amount }) => (of.includes(figure) ? total + amount : total), 0);
      const { code = '', percent = '' } = all[0] ?? {};
      const [base, tax, paidBase, paidTax] = [sum('b', 'pb'), sum('t', 'pt'), sum('pb'), sum('pt')];
      if ([base, tax, paidBase, paidTax].some((amount) => amount !== 0)) facts.push({ party, code, percent, base, tax, paidBase, paidTax });
    }
  }
  const of = (figure: Figure) => totals.get(figure) ?? 0n;
  const documents = differencesIn(sums, wanted);
  return {
    ...{ facts, documents, posted: of('t') + of('w') + of('d'), unpaid: of('w') - of('pt') },
    undeclared: documents.reduce((sum, { posted, declared }) => sum + posted - declared, 0n),
  };
}

/** What was taken back within the period was never there. */
function differencesIn(sums: readonly WithheldSum[], months: ReadonlySet<string>): WithheldDifference[] {
  const found = new Map<string, WithheldDifference>();
  const documents = sums.flatMap(({ document }) => (document && months.has(document.on.slice(5, 7)) ? [document] : []));
  for (const { kind, id, reverses = '', ...amounts } of documents.sort((a, b) => (`${a.on} ${a.id}` < `${b.on} ${b.id}` ? -1 : 1))) {
    const [posted, declared] = [BigInt(amounts.posted), BigInt(amounts.declared)];
    const taken = found.get(reverses);
    if (taken?.posted === -posted && taken.declared === -declared) found.delete(taken.id);
    else found.set(id, { kind, id, posted, declared });
  }
  return [...found.values()];
}

/** The sums of taxes with what was withheld as it was paid or fell due: one for each code and rate. */
export function withPaid(taxes: readonly TaxSum[], facts: readonly WithheldFact[]): TaxSum[] {
  const sums = new Map<string, TaxSum>();
  const add = (sum: TaxSum) => {
    const at = [sum.side, sum.code, sum.percent, sum.corrects ?? false].join(' ');
    const had = sums.get(at);
    sums.set(at, had ? { ...had, base: had.base + sum.base, tax: had.tax + sum.tax } : sum);
  };
  for (const sum of taxes) add(sum);
  for (const { code, percent, paidBase, paidTax } of facts)
    if (paidBase !== 0 || paidTax !== 0) add({ side: 'withheld', code, percent, base: BigInt(paidBase), tax: BigInt(paidTax) });
  return [...sums.values()];
}
