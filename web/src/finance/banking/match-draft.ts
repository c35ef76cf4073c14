import type { Schemas } from '../../api/client.ts';
import { centsOf, inCurrency } from '../../api/money.ts';
import { dimensionsIn } from '../../lines/dimension-text.ts';

export type Candidate = Schemas['LineCandidate'];
export type MatchPart = Schemas['MatchBankLine']['parts'][number];

/** On which day and at which rate a line is posted, where not as the bank has it. */
export type MatchTerms = Pick<Schemas['MatchBankLine'], 'date' | 'rate'>;

/** A part that is told by an account, as it is typed. */
export interface TypedPart {
  readonly account: string;
  /** Decimal text: with a sign as the bank has it, without on the side of the line. */
  readonly amount: string;
  readonly text: string;
  /** Cost centre, project and the like, as a form holds them. */
  readonly dimensions: string;
}

export const NOTHING_TYPED: TypedPart = { account: '', amount: '', text: '', dimensions: '' };

const signedCents = (text: string): number =>
  /^[+-]?\d{1,10}(\.\d{1,2})?$/.test(text) ? Math.sign(Number(text) || 0) * centsOf({ amount: text.replace(/[+-]/, '') }) : 0;

/** Parts as they count: an amount without a sign is on the side of the line, and the first that has none takes what is left. */
export function filled(
  line: { readonly amount: { readonly amount: string; readonly currency: string } },
  chosen: readonly Candidate[],
  typed: readonly TypedPart[],
): readonly TypedPart[] {
  const isOut = line.amount.amount.startsWith('-');
  const told = typed
    .filter(({ account }) => account !== '')
    .map((part) => ({ ...part, amount: isOut && /^\d/.test(part.amount) ? `-${part.amount}` : part.amount }));
  const open = told.findIndex(({ amount }) => amount === '');
  const rest = inCurrency(restOf(line, chosen, told), line.amount.currency).amount;
  return told.map((part, i) => (i === open ? { ...part, amount: rest } : part));
}

/** What of the line is not told by the chosen documents and what is typed: in cents, signed. */
export function restOf(line: { readonly amount: { readonly amount: string } }, chosen: readonly Candidate[], typed: readonly TypedPart[]) {
  const sum = chosen.reduce((total, { amount }) => total + centsOf(amount), 0);
  return typed.reduce((left, { amount }) => left - signedCents(amount), centsOf(line.amount) - sum);
}

/** What tells a candidate from others: its documents. */
export const keyOf = ({ documents, parts }: Candidate): string =>
  documents.length === 0 ? JSON.stringify(parts) : documents.map(({ id, no }) => `${id} ${no ?? ''}`.trim()).join(', ');

const isTransfer = ({ parts: [part, ...others] }: Candidate): boolean => part?.as === 'transfer' && others.length === 0;

/**
 * What is accepted without choosing: the best, where it tells the whole line and no other does as well. Of several transfers to one
 * account for one amount it is as good whichever is taken: the nearest by day.
 */
export function acceptable(
  candidates: readonly Candidate[],
  line: { readonly date: string; readonly amount: { readonly amount: string } },
): Candidate | undefined {
  const [first] = candidates;
  if (first?.amount.amount !== line.amount.amount) return undefined;
  if (!first.tie) return first;
  const tied = candidates.filter(({ tie }) => tie);
  const accounts = new Set(tied.map(({ documents: [document] }) => document?.partyName));
  if (!tied.every(isTransfer) || accounts.size > 1) return undefined;
  const days = ({ documents: [document] }: Candidate) => Math.abs(Date.parse(document?.date ?? line.date) - Date.parse(line.date));
  return tied.toSorted((a, b) => days(a) - days(b))[0];
}

/** Whether two are of one document: payments of a run are several of it, unless one of the two is the whole run. */
const shares = (a: Candidate, b: Candidate): boolean =>
  a.documents.some((one) => b.documents.some(({ id, no }) => id === one.id && (no === one.no || no === undefined || one.no === undefined)));

/** Chosen or not any more; no document is chosen twice. */
export function toggled(chosen: readonly Candidate[], candidate: Candidate): readonly Candidate[] {
  if (chosen.some((each) => keyOf(each) === keyOf(candidate))) return chosen.filter((each) => keyOf(each) !== keyOf(candidate));
  return [...chosen.filter((each) => !shares(each, candidate)), candidate];
}

type Sum = Extract<MatchPart, { as: 'receipt' }>['amount'];
const added = (a: Sum, b: Sum) => inCurrency(centsOf(a) + centsOf(b), a.currency);

/** The credit notes of several parts together. */
function creditsIn<C>(...parts: readonly { readonly credits?: C[] | undefined }[]): { credits?: C[] } {
  const credits = parts.flatMap((part) => part.credits ?? []);
  return credits.length > 0 ? { credits } : {};
}

/** Two parts of one party as one. */
function joined(a: MatchPart, b: MatchPart): MatchPart | undefined {
  if (a.as === 'receipt' && b.as === 'receipt' && a.customerId === b.customerId)
    return {
      ...a,
      amount: added(a.amount, b.amount),
      allocations: [...(a.allocations ?? []), ...(b.allocations ?? [])],
      ...creditsIn(a, b),
    };
  if (a.as === 'payment' && b.as === 'payment' && a.supplierId === b.supplierId)
    return {
      ...a,
      amount: added(a.amount, b.amount),
      allocations: [...(a.allocations ?? []), ...(b.allocations ?? [])],
      ...creditsIn(a, b),
    };
  if (a.as === 'supplier-refund' && b.as === 'supplier-refund' && a.supplierId === b.supplierId)
    return { ...a, credits: [...a.credits, ...b.credits] };
  return undefined;
}

/** Parts of candidates that were chosen together: those of one party are one receipt (or payment). */
function joinedParts(parts: readonly MatchPart[]): MatchPart[] {
  const all: MatchPart[] = [];
  for (const part of parts) {
    const at = all.findIndex((each) => joined(each, part) !== undefined);
    const both = all[at] && joined(all[at], part);
    if (both) all[at] = both;
    else all.push(part);
  }
  return all;
}

/** What the API is sent: what is chosen, and what is typed. */
export const partsOf = (chosen: readonly Candidate[], typed: readonly TypedPart[], currency: string): MatchPart[] => [
  ...joinedParts(chosen.flatMap(({ parts }) => parts)),
  ...typed
    .filter(({ account, amount }) => account !== '' && signedCents(amount) !== 0)
    .map(
      ({ account, amount, text, dimensions }): MatchPart => ({
        as: 'entry',
        account,
        amount: inCurrency(signedCents(amount), currency),
        ...(text.trim() ? { text: text.trim() } : {}),
        ...dimensionsIn(dimensions),
      }),
    ),
];
