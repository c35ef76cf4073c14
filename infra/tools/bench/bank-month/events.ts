import type { MatchCandidate, MatchCandidateKind, MatchLine } from '#domain/finance/banking/match-model.ts';
import { addDays, type IsoDate } from '#kernel/date.ts';
import type { Chance } from '../../seed/chance.ts';
import type { TrueParty } from './parties.ts';

/** A document before it has its number: those are given in the order of their days. */
export interface TrueDocument {
  readonly kind: MatchCandidateKind;
  readonly party: TrueParty;
  readonly open: number;
  readonly currency: string;
  readonly date: IsoDate;
  readonly dueDate: IsoDate;
  id: string;
  numbers: readonly string[];
  endToEndId?: string;
}

export type EventKind =
  | ('single' | 'bill' | 'several' | 'netted' | 'partial' | 'two-lines' | 'equal' | 'fee' | 'fx' | 'other-payer' | 'cents' | 'run')
  | ('transfer' | 'pos' | 'rule' | 'duplicate' | 'nonsense');

/** What a line really is. */
export interface TrueLine {
  readonly kind: EventKind;
  readonly line: MatchLine;
  /** How much of it goes to what, in the currency of that; nothing where it is of nothing that is open. */
  readonly truth: readonly { readonly candidateId: string; readonly amount: number }[];
  readonly ruleId?: string;
  /** Nobody can tell: two documents that differ in nothing that the line tells. */
  readonly undecidable?: true;
}

/** How many of 1,000 lines are of each kind. */
export const SHARES: readonly (readonly [kind: EventKind, of: number])[] = [
  ...([
    ['single', 285],
    ['bill', 100],
    ['several', 60],
    ['netted', 35],
    ['partial', 40],
    ['two-lines', 40],
    ['equal', 20],
    ['fee', 25],
  ] as const),
  ...([
    ['fx', 20],
    ['other-payer', 20],
    ['cents', 20],
    ['run', 60],
    ['transfer', 25],
    ['pos', 40],
    ['rule', 140],
    ['duplicate', 5],
    ['nonsense', 65],
  ] as const),
];

const PRICES = [450, 990, 1200, 1250, 1895, 2500, 3600, 4995, 7500, 12_000, 18_900, 24_900];

/** Gross of some lines of a price list: sums of a shop meet again and again. */
export function grossOf(chance: Chance): number {
  const net = Array.from({ length: chance.whole(1, 4) }, () => chance.pick(PRICES) * chance.whole(1, 12)).reduce((a, b) => a + b, 0);
  return Math.round((net * (chance.happens(80) ? 121 : 110)) / 100);
}

/** A document that its party settles about that day, as it is wont to. */
export function documentFor(
  chance: Chance,
  party: TrueParty,
  paid: IsoDate,
  kind: MatchCandidateKind,
  amount = grossOf(chance),
  currency = 'EUR',
): TrueDocument {
  const sign = kind === 'invoice' || kind === 'supplier-credit' ? 1 : -1;
  const dueDate = addDays(paid, -party.daysLate + chance.whole(-6, 6));
  // Nothing is paid before it is issued.
  const issued = [addDays(dueDate, -chance.pick([15, 30, 30, 60])), addDays(paid, -1)].toSorted()[0] ?? paid;
  return { kind, party, open: sign * amount, currency, date: issued, dueDate, id: '', numbers: [] };
}

/** A supplier numbers its bills as it likes. */
const supplierNumber = (chance: Chance, count: number): string =>
  chance.pick([
    `2026/${count}`,
    `FV-2026-${String(count).padStart(4, '0')}`,
    `A-${count}`,
    `26${String(count).padStart(6, '0')}`,
    `${count}/26`,
  ]);

/** Gives every document its id and number, in the order of their days. */
export function numberDocuments(chance: Chance, documents: readonly TrueDocument[]): void {
  const counts = new Map<string, number>();
  const next = (series: string) => {
    counts.set(series, (counts.get(series) ?? 0) + 1);
    return counts.get(series) ?? 0;
  };
  for (const document of documents.toSorted((a, b) => (a.date < b.date ? -1 : 1))) {
    const padded = (series: string) => `${series}2026-${String(next(series)).padStart(6, '0')}`;
    if (document.kind === 'invoice') document.numbers = [padded('F')];
    else if (document.kind === 'credit-note') document.numbers = [padded('A')];
    else document.numbers = [padded('B'), supplierNumber(chance, chance.whole(20, 9999))];
    document.id = document.numbers[0] ?? '';
    if (document.kind === 'run-payment') {
      document.id = `run-${next('run')}`;
      document.endToEndId = `01JNABCDEFGHJKMNPQRSTVWXYZ-${next('token')}`;
    }
  }
}

/** What the books know of a document. */
export function candidateOf({ party, kind, id, open, currency, date, dueDate, numbers, endToEndId }: TrueDocument): MatchCandidate {
  return {
    ...{
      id,
      kind,
      open,
      currency,
      date,
      dueDate,
      numbers,
      partyId: party.id,
      partyNames: [party.name],
      partyIbans: party.ibanKnown ? [party.iban] : [],
    },
    habit: { medianDaysLate: party.daysLate, ...(party.learntText === undefined ? {} : { texts: [party.learntText] }) },
    ...(endToEndId === undefined ? {} : { endToEndId }),
  };
}
