import * as z from 'zod/mini';
import { type BillProposal, type EnteredPurchase, type LearnedTerms, type PaperFacts, taxKey } from '#domain/finance/events.ts';
import { daysBetween } from '#kernel/date.ts';
import { type ActionRules, refusal } from '#kernel/errors.ts';
import { LineDimensionsInput } from '#kernel/line-dimensions.ts';
import { named, recordType, type Stored } from '#kernel/record.ts';
import { LearnedPlace, type LearnedPlaces, PLACED_FIELDS } from './learned-place.ts';

/** What of a supplier's papers corrections teach. */
export const LEARNED_FIELDS = ['account', 'taxCode', 'dimensions', 'dueDays', ...PLACED_FIELDS] as const;
export type LearnedField = (typeof LEARNED_FIELDS)[number];

/**
 * What a person's correction of one field taught of one supplier. It stands until it is forgotten, and one that was forgotten is
 * not learned again by itself: a person takes it up again.
 */
export const LearnedRule = z.object({
  supplierId: z.string(),
  supplierName: z.string(),
  field: z.enum(LEARNED_FIELDS),
  /** Of a tax code: the rate that the paper shows, as decimal text, or `owed`. */
  rate: z.exactOptional(z.string()),
  /** An account, a tax code, days; of a place, its label, or its points. Dimensions stand apart. */
  value: z.string(),
  dimensions: z.exactOptional(LineDimensionsInput),
  /** Of a field that is found by its label, or where it stands. */
  place: z.exactOptional(LearnedPlace),
  /** What was proposed instead. */
  instead: z.exactOptional(z.string()),
  /** Day, person and document of the last correction. */
  learnedOn: z.string(),
  by: z.string(),
  documentId: z.string(),
  /** How often people corrected it to this. */
  times: z.int(),
  forgotten: z.exactOptional(z.literal(true)),
});
export type LearnedRule = Readonly<z.output<typeof LearnedRule>>;
export type StoredRule = Stored<LearnedRule>;

export const LEARNED_STATES = ['used', 'forgotten'] as const;
export const learnedState = ({ forgotten }: Pick<LearnedRule, 'forgotten'>): (typeof LEARNED_STATES)[number] =>
  forgotten ? 'forgotten' : 'used';

export const LearnedRules = recordType<LearnedRule, (typeof LEARNED_STATES)[number]>({
  kind: 'learned-rule',
  prefix: 'lrn',
  data: LearnedRule,
  history: 'ends',
  list: named({ by: (r) => `${r.supplierName} ${r.field}`, words: (r) => [r.supplierName, r.value] }),
  state: learnedState,
  tones: { used: 'good', forgotten: 'plain' },
  related: (r) => [r.supplierId, r.documentId],
  parent: (r) => r.supplierId,
  summary: (r) => ({ title: r.value, subtitle: [r.supplierName], date: r.learnedOn }),
  screen: { none: 'It is a line of the list of what was learned.' },
  read: 'documents.read',
});

/** Rates that papers show, in hundredths of a percent: nothing of a paper's text is in an id. */
const MAX_RATE = 10_000;
const rateKey = (rate: string): string | undefined => {
  if (rate === 'owed') return rate;
  const bp = Math.round(Number(rate) * 100);
  return Number.isInteger(bp) && bp >= 0 && bp <= MAX_RATE ? String(bp) : undefined;
};

/** The id of what was learned of a field; undefined of a rate that no paper has. */
export function learnedRuleId({ supplierId, field, rate }: Pick<LearnedRule, 'supplierId' | 'field' | 'rate'>): string | undefined {
  const key = rate === undefined ? undefined : rateKey(rate);
  if (rate !== undefined && key === undefined) return undefined;
  return `lrn_${supplierId.slice(4)}.${field}${key === undefined ? '' : `.${key}`}`;
}

/** Ids of all that may have been learned for a paper of a supplier: few, and known beforehand. */
export const learnedRuleIds = (supplierId: string, { taxes }: Pick<PaperFacts, 'taxes'>): string[] => [
  ...new Set(
    [
      ...LEARNED_FIELDS.filter((field) => field !== 'taxCode').map((field) => ({ supplierId, field })),
      ...taxes.slice(0, 10).map((tax) => ({ supplierId, field: 'taxCode' as const, rate: taxKey(tax) })),
    ].flatMap((of) => learnedRuleId(of) ?? []),
  ),
];

const inUse = (rules: readonly (StoredRule | undefined)[]): StoredRule[] =>
  rules.filter((rule) => rule !== undefined && !rule.forgotten) as StoredRule[];

/** What was learned, as proposals take it. */
export function learnedTerms(rules: readonly (StoredRule | undefined)[]): LearnedTerms {
  const used = inUse(rules);
  const value = (field: LearnedField) => used.find((rule) => rule.field === field)?.value;
  const days = value('dueDays');
  return {
    account: value('account'),
    taxCodes: new Map(used.flatMap(({ field, rate, value: code }) => (field === 'taxCode' && rate !== undefined ? [[rate, code]] : []))),
    dimensions: used.find(({ field }) => field === 'dimensions')?.dimensions,
    dueDays: days === undefined ? undefined : Number(days),
  };
}

/** Where a supplier's papers have what, as they are read. */
export const learnedPlaces = (rules: readonly (StoredRule | undefined)[]): LearnedPlaces =>
  Object.fromEntries(inUse(rules).flatMap(({ field, place }) => (place ? [[field, place]] : [])));

/** Ids of what may have been learned of the places on a supplier's papers. */
export const placeRuleIds = (supplierId: string): string[] => PLACED_FIELDS.flatMap((field) => learnedRuleId({ supplierId, field }) ?? []);

/** What a correction says: the field, what was proposed, what a person made of it. */
export type Correction = Pick<LearnedRule, 'field' | 'value'> & Partial<Pick<LearnedRule, 'rate' | 'dimensions' | 'place' | 'instead'>>;

/** What a person changed of a proposal, as far as it can be said of the supplier's next bill. */
export function correctionsOf(entered: EnteredPurchase, proposed: BillProposal, facts: PaperFacts, paymentDays: number): Correction[] {
  const lines = entered.lines.filter(({ forGoods }) => !forGoods);
  return [
    ...accountCorrection(lines, proposed),
    ...taxCorrections(lines, proposed, facts),
    ...dimensionCorrection(lines, proposed),
    ...dueCorrection(entered, proposed, facts, paymentDays),
  ];
}

type Lines = EnteredPurchase['lines'];

/** One account of all lines: of several, which line is for what only a person knows. */
function accountCorrection(lines: Lines, proposed: BillProposal): Correction[] {
  const accounts = new Set(lines.map(({ account }) => account));
  const [account] = accounts;
  const instead = proposed.lines[0]?.account;
  if (accounts.size !== 1 || account === undefined || account === instead) return [];
  return [{ field: 'account', value: account, ...(instead ? { instead } : {}) }];
}

/** The code of each tax of the paper whose base is that of one line, or of all lines of one code. */
function taxCorrections(lines: Lines, proposed: BillProposal, { taxes }: PaperFacts): Correction[] {
  return taxes.flatMap((tax, i): Correction[] => {
    const sums = new Map<string, number>();
    for (const { taxCode, net } of lines) sums.set(taxCode, (sums.get(taxCode) ?? 0) + net);
    const codes = [...sums].filter(([, net]) => Math.abs(net) === Math.abs(tax.base)).map(([code]) => code);
    const [code] = codes;
    const instead = proposed.lines[i]?.taxCode;
    if (codes.length !== 1 || code === undefined || code === instead) return [];
    return [{ field: 'taxCode', rate: taxKey(tax), value: code, ...(instead ? { instead } : {}) }];
  });
}

const textOf = (dimensions: Lines[number]['dimensions']): string =>
  Object.entries(dimensions ?? {})
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, value]) => `${name}=${value}`)
    .join(', ');

function dimensionCorrection(lines: Lines, proposed: BillProposal): Correction[] {
  const [first] = lines;
  const told = textOf(first?.dimensions);
  if (!first?.dimensions || told === '' || !lines.every(({ dimensions }) => textOf(dimensions) === told)) return [];
  const instead = textOf(proposed.lines[0]?.dimensions);
  return told === instead ? [] : [{ field: 'dimensions', value: told, dimensions: first.dimensions, ...(instead ? { instead } : {}) }];
}

function dueCorrection({ date, dueDate }: EnteredPurchase, proposed: BillProposal, facts: PaperFacts, paymentDays: number): Correction[] {
  if (dueDate === undefined || facts.isCreditNote || proposed.date !== date) return [];
  const days = daysBetween(date, dueDate);
  const instead = proposed.dueDate === undefined ? paymentDays : daysBetween(date, proposed.dueDate);
  return days === instead || days > 365 ? [] : [{ field: 'dueDays', value: String(days), instead: String(instead) }];
}

interface Teacher {
  readonly supplierId: string;
  readonly supplierName: string;
  readonly on: string;
  readonly by: string;
  readonly documentId: string;
}

/** The rule as a correction leaves it; undefined where it teaches nothing: it was forgotten by a person, or said before. */
export function taught(correction: Correction, before: StoredRule | undefined, { on, ...teacher }: Teacher): LearnedRule | undefined {
  if (before?.forgotten || (before?.value === correction.value && before.documentId === teacher.documentId)) return undefined;
  const times = before?.value === correction.value ? before.times + 1 : 1;
  return { ...teacher, ...correction, learnedOn: on, times };
}

/** Why a rule takes an action now or not. */
export const learnedRuleActions = {
  forgetRule: (rule) =>
    rule.forgotten ? refusal('learned_rule.state', 'The rule is forgotten already.', 'path.ruleId', { state: 'forgotten' }) : undefined,
  restoreRule: (rule) =>
    rule.forgotten ? undefined : refusal('learned_rule.state', 'The rule is in use already.', 'path.ruleId', { state: 'used' }),
} as const satisfies ActionRules<StoredRule>;

export const forgotten = (rule: LearnedRule): LearnedRule => ({ ...rule, forgotten: true });
export function restored({ forgotten: _, ...rule }: LearnedRule): LearnedRule {
  return rule;
}
