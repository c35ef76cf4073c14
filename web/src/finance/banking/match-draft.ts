import type { Schemas } from '../../api/client.ts';
import { centsOf, euros } from '../../api/money.ts';

export type Candidate = Schemas['LineCandidate'];
export type MatchPart = Schemas['MatchBankLine']['parts'][number];

/** A part that is told by an account, as it is typed. */
export interface TypedPart {
  readonly account: string;
  /** Decimal text, signed as the bank has it. */
  readonly amount: string;
  readonly text: string;
}

export const NOTHING_TYPED: TypedPart = { account: '', amount: '', text: '' };

const signedCents = (text: string): number =>
  /^-?\d{1,10}(\.\d{1,2})?$/.test(text) ? Math.sign(Number(text) || 0) * centsOf({ amount: text.replace('-', '') }) : 0;

/** What of the line is not told by the chosen documents and what is typed: in cents, signed. */
export function restOf(line: { readonly amount: { readonly amount: string } }, chosen: readonly Candidate[], typed: readonly TypedPart[]) {
  const sum = chosen.reduce((total, { amount }) => total + centsOf(amount), 0);
  return typed.reduce((left, { amount }) => left - signedCents(amount), centsOf(line.amount) - sum);
}

/** Documents of one party are one receipt (or payment); all others stand for themselves. */
function documentParts(chosen: readonly Candidate[]): MatchPart[] {
  const byParty = Map.groupBy(chosen, ({ kind, partyId, id }) =>
    kind === 'invoice' || kind === 'supplier-bill' ? `${kind} ${partyId}` : id,
  );
  return [...byParty.values()].flatMap((of): MatchPart[] => {
    const [first] = of;
    if (!first) return [];
    const total = euros(Math.abs(of.reduce((sum, { amount }) => sum + centsOf(amount), 0)));
    const taken = of.map(({ id, amount }) => ({ id, amount: euros(Math.abs(centsOf(amount))) }));
    if (first.kind === 'invoice')
      return [
        {
          ...{ as: 'receipt', customerId: first.partyId ?? '', amount: total },
          allocations: taken.map(({ id: invoiceId, amount }) => ({ invoiceId, amount })),
        },
      ];
    if (first.kind === 'supplier-bill')
      return [
        {
          ...{ as: 'payment', supplierId: first.partyId ?? '', amount: total },
          allocations: taken.map(({ id: billId, amount }) => ({ billId, amount })),
        },
      ];
    return [first.kind === 'payment-run' ? { as: 'run', runId: first.id } : { as: 'document', documentId: first.id }];
  });
}

/** What the API is sent: what is chosen, and what is typed. */
export const partsOf = (chosen: readonly Candidate[], typed: readonly TypedPart[]): MatchPart[] => [
  ...documentParts(chosen),
  ...typed
    .filter(({ account, amount }) => account !== '' && signedCents(amount) !== 0)
    .map(
      ({ account, amount, text }): MatchPart => ({
        as: 'entry',
        account,
        amount: euros(signedCents(amount)),
        ...(text.trim() ? { text: text.trim() } : {}),
      }),
    ),
];
