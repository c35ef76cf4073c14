import type { IsoDate } from '#kernel/date.ts';
import type { Params } from '#kernel/errors.ts';
import { type Amount, type Minor, minorText } from '#kernel/money.ts';
import { normalise } from '#kernel/text.ts';
import type { BankLine, StoredBankLine } from './bank-line.ts';
import type { StoredBankRule } from './bank-rule.ts';
import { amountMatch } from './match-amounts.ts';
import { dateReasons, namingOf, namingReasons, partyReasons, type ReadLine, readLine } from './match-evidence.ts';
import { MemoryCandidateIndex } from './match-index.ts';
import type { MatchPart } from './match-input.ts';
import type {
  MatchCandidate,
  MatchDifference,
  MatchLine,
  MatchOptions,
  MatchProposal,
  MatchReason,
  MatchReasonCode,
} from './match-model.ts';
import { MATCH_OPTIONS, matchLine, proposalOf } from './matching.ts';
import { partsOfRule } from './rule-parts.ts';

/** A document that a line might be about. */
export interface LineDocument {
  readonly kind: string;
  readonly id: string;
  readonly number: string;
  readonly partyId?: string;
  readonly partyName?: string;
  readonly date: IsoDate;
  readonly dueDate?: IsoDate;
  /** What is open of it, above zero. */
  readonly open: Minor;
  /** Of a payment of a run, its number. */
  readonly no?: number;
  /** What it is open in, where that is not the line's currency. */
  readonly currency?: string;
}

/** A document with what the engine looks at. What is posted already has moved the line's amount: it is tied and not settled. */
export interface LineCandidate {
  readonly document: LineDocument;
  readonly candidate: MatchCandidate;
  readonly posted?: true;
  /** One of several that the line may be together: offered by itself, for a person to pick. */
  readonly pick?: true;
  /** How a line is matched with it, where its kind does not tell. */
  readonly part?: MatchPart;
}

export interface CandidateReason {
  readonly code: MatchReasonCode | 'posted' | 'returned_together';
  readonly params: Params;
}

/** A document with what is taken of it: both in its own currency, where that is told. */
export type RankedDocument = LineDocument & { readonly amount: Minor };

/** With what a line is looked at: rules that take one as a whole, how far it may differ from documents, and where a difference goes. */
export interface LineLook {
  readonly rules: readonly StoredBankRule[];
  readonly options: Partial<MatchOptions>;
  readonly accountOf: (difference: NonNullable<MatchProposal['difference']>) => string | undefined;
}
const BY_ITSELF: LineLook = { rules: [], options: {}, accountOf: () => undefined };

/** What a line might be: one document, or several of one party, with why, and how the line is matched with it. */
export interface RankedCandidate {
  /** Of 100. */
  readonly score: number;
  /** Another is as good: a person chooses. */
  readonly tie: boolean;
  readonly reasons: readonly CandidateReason[];
  readonly documents: readonly RankedDocument[];
  /** What of the line it takes, signed as the line. */
  readonly amount: Minor;
  readonly parts: readonly MatchPart[];
}

/** Numbers of our own invoices in what the bank tells, whatever stands between their parts: `F2026-000123`, `f 2026/123`. */
export function documentNumbersIn({ text, reference, endToEndId }: BankLine): string[] {
  const told = normalise([text, reference, endToEndId].filter(Boolean).join(' '));
  const found = [...told.matchAll(/\b(f[sg]?(?:[dt][a-z])?)[\s-]?(20\d{2})[\s/-]?0*(\d{1,6})\b/g)];
  return [...new Set(found.map(([, series = '', year = '', no = '']) => `${series.toUpperCase()}${year}-${no.padStart(6, '0')}`))];
}

type Taken = RankedDocument & Pick<LineCandidate, 'part'>;

/** What is kept of a payment is the bank's fee; cents are a difference that is written off. */
const differenceAccount = (amount: Minor, kind: MatchDifference): string => (kind === 'fee' ? '626' : amount > 0 ? '769' : '669');

function documentPart({ kind, id, amount, no, part }: Taken): MatchPart {
  if (part) return part;
  if (kind === 'payment-run') return { as: 'run', runId: id, ...(no === undefined ? {} : { no }) };
  if (kind === 'credit-note') return { as: 'refund', from: id, amount: Math.abs(amount) };
  return { as: 'document', documentId: id };
}

/** What is taken off with the documents of its party, and is no money by itself: of a customer, and of a supplier. */
const NOTES = new Set(['credit-note', 'supplier-credit-note']);

interface Netted {
  readonly allocations: readonly { readonly id: string; readonly amount: Minor }[];
  readonly credits: readonly { readonly creditNoteId: string; readonly id: string; readonly amount: Minor }[];
}

/** Invoices (or bills) with the credit notes that are taken off them, first come first served. */
function netted(documents: readonly Taken[]): Netted {
  const notes = documents.filter(({ kind }) => NOTES.has(kind)).map(({ id, amount }) => ({ id, left: Math.abs(amount) }));
  const credits: { creditNoteId: string; id: string; amount: Minor }[] = [];
  const allocations = documents.flatMap(({ kind, id, amount }) => {
    if (NOTES.has(kind)) return [];
    let open = Math.abs(amount);
    for (const note of notes) {
      const used = Math.min(open, note.left);
      if (used > 0) credits.push({ creditNoteId: note.id, id, amount: used });
      note.left -= used;
      open -= used;
    }
    return open > 0 ? [{ id, amount: open }] : [];
  });
  return { allocations, credits };
}

/** Documents of one party that are one receipt, or one payment. */
function partsOfParty(documents: readonly Taken[]): MatchPart[] {
  const [first] = documents.toSorted((a, b) => Number(NOTES.has(a.kind)) - Number(NOTES.has(b.kind)));
  const sum = documents.reduce((total, { amount }) => total + amount, 0);
  const { allocations, credits } = netted(documents);
  const used = credits.length > 0;
  if (first?.kind === 'invoice')
    return [
      {
        ...{ as: 'receipt', customerId: first.partyId ?? '', amount: sum },
        allocations: allocations.map(({ id: invoiceId, amount }) => ({ invoiceId, amount })),
        ...(used ? { credits: credits.map(({ id: invoiceId, ...credit }) => ({ ...credit, invoiceId })) } : {}),
      },
    ];
  if (first?.kind === 'supplier-bill')
    return [
      {
        ...{ as: 'payment', supplierId: first.partyId ?? '', amount: -sum },
        allocations: allocations.map(({ id: billId, amount }) => ({ billId, amount })),
        ...(used ? { credits: credits.map(({ id: billId, ...credit }) => ({ ...credit, billId })) } : {}),
      },
    ];
  // A supplier who is owed nothing pays credit notes back.
  if (first?.kind === 'supplier-credit-note')
    return [
      {
        ...{ as: 'supplier-refund', supplierId: first.partyId ?? '' },
        credits: documents.map(({ id: creditNoteId, amount }) => ({ creditNoteId, amount: Math.abs(amount) })),
      },
    ];
  return documents.map(documentPart);
}

/** Of a document in another currency than the account's: it is paid in its own, and the money is what the bank has of it. */
function foreignParts({ amount: line }: Pick<BankLine, 'amount'>, { kind, id, partyId = '', amount, currency = '' }: Taken): MatchPart[] {
  const [minor, paid] = [Math.abs(amount), { minor: Math.abs(amount), currency } as Amount];
  if (kind === 'invoice')
    return [{ as: 'receipt', customerId: partyId, amount: line, paid, allocations: [{ invoiceId: id, amount: minor }] }];
  if (kind === 'supplier-bill')
    return [{ as: 'payment', supplierId: partyId, amount: -line, paid, allocations: [{ billId: id, amount: minor }] }];
  return [];
}

/** Documents of each party are one receipt (or payment); all others stand for themselves. As `POST …/match` takes them. */
export function matchPartsOf(
  line: Pick<BankLine, 'amount' | 'currency'>,
  documents: readonly Taken[],
  kind?: MatchDifference,
  account?: string,
): MatchPart[] {
  const [first] = documents;
  if (first?.currency !== undefined && first.currency !== line.currency) return foreignParts(line, first);
  const rest = line.amount - documents.reduce((total, { amount }) => total + amount, 0);
  // A credit note goes with the invoices of its customer, or the bills of its supplier.
  const owing = new Map(documents.flatMap(({ kind: of, partyId }) => (NOTES.has(of) ? [] : [[partyId, of] as const])));
  const kindIn = (document: Taken) => (NOTES.has(document.kind) ? (owing.get(document.partyId) ?? document.kind) : document.kind);
  const parties = Map.groupBy(documents, (document) => `${kindIn(document)} ${document.partyId ?? keyOf(document)}`);
  const parts = [...parties.values()].flatMap(partsOfParty);
  return kind && rest !== 0 ? [...parts, { as: 'entry', account: account ?? differenceAccount(rest, kind), amount: rest }] : parts;
}

/** Amounts go out as decimal text, as everywhere. */
const told = ({ code, params }: MatchReason, currency: string): CandidateReason => ({
  code,
  params: Object.fromEntries(
    Object.entries(params).map(([name, value]) => [
      name,
      (name === 'amount' || name === 'open') && typeof value === 'number' ? minorText(value, currency) : value,
    ]),
  ),
});

/** A candidate with what it is compared by. */
type Weighed = Omit<RankedCandidate, 'tie'> & { readonly weight: number };

function weighed(
  line: Pick<BankLine, 'amount' | 'currency'>,
  { weight, score, reasons, difference }: MatchProposal,
  documents: readonly Taken[],
  account?: string,
): Weighed {
  const sum = documents.reduce((total, { amount }) => total + amount, 0);
  return {
    ...{ weight, score: Math.round(score * 100), reasons: reasons.map((reason) => told(reason, line.currency)) },
    documents: documents.map(({ part: _, ...document }) => document),
    amount: difference ? line.amount : sum,
    parts: matchPartsOf(line, documents, difference?.kind, account),
  };
}

/** A supplier's credit notes are taken off bills that are paid, or paid back by themselves: not less bills that we would owe. */
const isMatched = (documents: readonly LineDocument[], { amount }: Pick<BankLine, 'amount'>): boolean =>
  amount < 0 || new Set(documents.map(({ kind }) => kind)).size === 1 || !documents.some(({ kind }) => kind === 'supplier-credit-note');

/** What a rule makes of the whole line. */
function byRule(line: StoredBankLine, proposal: MatchProposal, rules: LineLook['rules']): Weighed[] {
  const rule = rules.find(({ id }) => id === proposal.ruleId);
  const parts = rule ? (partsOfRule(rule.action, line.amount) as unknown as MatchPart[]) : [];
  return parts.length === 0 ? [] : [{ ...weighed(line, proposal, []), amount: line.amount, parts }];
}

/** What is proposed, and whether the first of it is what a run takes the line for. */
interface Proposed {
  readonly found: readonly Weighed[];
  readonly leads: boolean;
}

/** What the engine and the rules propose. */
function proposed(
  line: StoredBankLine,
  open: ReadonlyMap<string, LineCandidate>,
  index: MemoryCandidateIndex,
  { rules, options, accountOf }: LineLook,
): Proposed {
  const { proposals, tie } = matchLine(line, index, rules, options);
  const found = proposals.map((proposal) => {
    if (proposal.shape === 'rule') return byRule(line, proposal, rules);
    const documents = proposal.parts.flatMap(({ candidateId, amount, currency }): Taken[] => {
      const of = open.get(candidateId);
      return of
        ? [{ ...of.document, amount, ...(currency === line.currency ? {} : { currency }), ...(of.part ? { part: of.part } : {}) }]
        : [];
    });
    // What a rate has left is posted with what settles the document.
    const difference = proposal.difference?.kind === 'fx' ? undefined : proposal.difference;
    // What is paid in another currency is one document: what the others would be paid of it, no bank tells.
    const isOne = documents.length === 1 || documents.every(({ currency: theirs }) => theirs === undefined);
    return isOne && isMatched(documents, line) ? [weighed(line, proposal, documents, difference && accountOf(difference))] : [];
  });
  return { found: found.flat(), leads: !tie && found[0]?.length === 1 };
}

/** One document by itself, where the engine looked at none of its amount, or the line is more than it. */
function byItself(read: ReadLine, { document, candidate, posted, part }: LineCandidate): Weighed {
  const { line } = read;
  const reasons = [
    ...namingReasons(read, candidate, true),
    ...(amountMatch(read, candidate, MATCH_OPTIONS)?.reasons ?? []),
    // The text of an entry is of our own: it may tell the name, and tells nothing where it does not.
    ...partyReasons(read, candidate).filter(({ weight }) => !posted || weight > 0),
    ...dateReasons(read, candidate),
  ];
  const amount = Math.sign(line.amount) * Math.min(Math.abs(candidate.open), Math.abs(line.amount));
  const proposal = proposalOf({ shape: '1:1', lineIds: [line.id], parts: [], reasons });
  const one = weighed(line, proposal, [{ ...document, amount, ...(part ? { part } : {}) }]);
  return posted ? { ...one, reasons: [...one.reasons, { code: 'posted', params: {} }] } : one;
}

/** An account that lines of the counterparty were matched with several times: all of the line goes to it. */
function byAccount(line: StoredBankLine & Pick<MatchLine, 'learnt'>): Weighed[] {
  return (line.learnt ?? []).flatMap(({ to: account, count }) => {
    if (!/^\d{3,9}$/.test(account) || count < 2) return [];
    const reasons: MatchReason[] = [{ code: 'matched_before', weight: 5.5 + Math.min(count, 5) * 0.4, params: { count } }];
    const proposal = proposalOf({ shape: '1:1', lineIds: [line.id], parts: [], reasons });
    return [{ ...weighed(line, proposal, []), amount: line.amount, parts: [{ as: 'entry' as const, account, amount: line.amount }] }];
  });
}

const byWeight = (a: Weighed, b: Weighed): number =>
  b.weight - a.weight || ((a.documents[0]?.date ?? '') < (b.documents[0]?.date ?? '') ? -1 : 1);

/**
 * What a line might be, best first: what a run takes it for, where it takes it for one thing; what else the engine and the rules propose, and
 * what is in the books already with all of its amount; then documents that the line names, or that have its amount; then what else is in the books. Two that explain the whole line about as well are a tie, what is posted included: the money may have been
 * recorded by hand before the bank told of it.
 * @param look as a run looks at the line.
 */
export function rankedCandidates(
  line: StoredBankLine & Pick<MatchLine, 'learnt'>,
  found: readonly LineCandidate[],
  look: LineLook = BY_ITSELF,
): RankedCandidate[] {
  const open = new Map(found.flatMap((each) => (each.posted || each.pick ? [] : [[each.candidate.id, each] as const])));
  const index = new MemoryCandidateIndex([...open.values()].map(({ candidate }) => candidate));
  const read = readLine(line, index);
  const { found: best, leads } = proposed(line, open, index, look);
  const alone = new Set(best.flatMap(({ documents: [first, second] }) => (first && !second ? [keyOf(first)] : [])));
  const rest = [...open.values()].filter(({ candidate, document, part }) => {
    // Of one in another currency the engine alone says how much of the line it is.
    if (alone.has(keyOf(document)) || candidate.currency !== line.currency) return false;
    // What came back is looked for among what could have.
    if (part) return candidate.open === line.amount;
    if (candidate.open < 0 !== line.amount < 0) return false;
    const named = namingOf(read, candidate) === 'exact';
    return named || (candidate.open === line.amount && line.returnReason === undefined);
  });
  const [posted, picks] = [found.filter((each) => each.posted), found.filter((each) => each.pick)];
  const learnt = byAccount(line);
  const [lead, others] = leads ? [best.slice(0, 1), best.slice(1)] : [[], best];
  const told = posted.map((each) => byItself(read, each));
  const whole = told.filter(({ reasons }) => reasons.some(({ code }) => code === 'amount_equal'));
  const all = [
    [...lead, ...[...others, ...learnt, ...whole].toSorted((a, b) => b.weight - a.weight)],
    rest.map((each) => byItself(read, each)).toSorted(byWeight),
    told.filter((each) => !whole.includes(each)).toSorted(byWeight),
    picks.map((each) => byItself(read, each)).toSorted(byWeight),
  ].flat();
  const rivals = all.filter((each) => each.amount === line.amount && (all[0]?.weight ?? 0) - each.weight < MATCH_OPTIONS.margin);
  return all.map(({ weight: _, ...each }, i) => ({ ...each, tie: rivals.length > 1 && rivals.includes(all[i] as Weighed) }));
}

const keyOf = ({ id, no }: LineDocument): string => `${id}#${no ?? ''}`;
