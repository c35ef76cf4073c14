import { expect, it } from 'vitest';
import { decided } from '../../../../shared/domain/finance/banking/auto-match.ts';
import type { StoredBankLine } from '../../../../shared/domain/finance/banking/bank-line.ts';
import {
  documentNumbersIn,
  type LineCandidate,
  type LineDocument,
  rankedCandidates,
} from '../../../../shared/domain/finance/banking/line-candidates.ts';
import { MemoryCandidateIndex } from '../../../../shared/domain/finance/banking/match-index.ts';
import { MatchBankLine, partsIn } from '../../../../shared/domain/finance/banking/match-input.ts';
import type { MatchCandidate } from '../../../../shared/domain/finance/banking/match-model.ts';

const IBAN = 'ES7921000813610123456789';
const line = (more: Partial<StoredBankLine>): StoredBankLine =>
  ({
    ...{ id: 'bkl_1', version: 1, state: 'open', bankAccountId: 'bka_1', statementId: 'bst_1', no: 1, currency: 'EUR' },
    ...{ date: '2026-03-03', amount: 121000, text: 'TRANSFERENCIA' },
    ...more,
  }) as StoredBankLine;
const id = (prefix: string, n: number) => `${prefix}_01JDG8ZK5T7QWERTY2MNPQRST${n}`;

interface More {
  readonly ibans?: readonly string[];
  readonly posted?: true;
}
const KINDS = {
  invoice: ['invoice', 1],
  'supplier-bill': ['bill', -1],
  'credit-note': ['credit-note', -1],
  receipt: ['transfer', 1],
} as const;
function found(document: LineDocument & { readonly kind: keyof typeof KINDS }, { ibans = [], posted }: More = {}): LineCandidate {
  const { number, date, dueDate, partyId, partyName, open } = document;
  const [kind, sign] = KINDS[document.kind];
  const candidate = {
    ...{ id: document.id, kind, open: sign * open, currency: 'EUR', numbers: [number], date, partyIbans: ibans },
    partyNames: partyName ? [partyName] : [],
    ...(dueDate ? { dueDate } : {}),
    ...(partyId ? { partyId } : {}),
  } as MatchCandidate;
  return { document, candidate, ...(posted ? { posted } : {}) };
}
const LEVANTE = { partyId: id('cus', 1), partyName: 'Cafés Levante, S.L.' };
const PONIENTE = { partyId: id('cus', 2), partyName: 'Bar Poniente, S.L.' };
const invoice = (no: number, open: number, more: Pick<LineDocument, 'partyId' | 'partyName'> = LEVANTE) => {
  const number = `F2026-${String(no).padStart(6, '0')}`;
  return { ...{ kind: 'invoice' as const, id: `inv_${number}`, number, date: '2026-02-01', dueDate: '2026-03-03', open }, ...more };
};
const numbers = (of: ReturnType<typeof rankedCandidates>) => of.map(({ documents }) => documents.map(({ number }) => number).join('+'));
const codes = (of: ReturnType<typeof rankedCandidates>[number] | undefined) => of?.reasons.map(({ code }) => code);

it.each([
  ['FACTURA F2026-000123', ['F2026-000123']],
  ['pago f 2026/123 y F2026-000124', ['F2026-000123', 'F2026-000124']],
  ['FS2026-7', ['FS2026-000007']],
  ['RECIBO 2026-000123, REF 12F2026', []],
])('finds numbers of invoices in what a bank writes: %s', (text, expected) => {
  expect(documentNumbersIn(line({ text }))).toEqual(expected);
});

it('an invoice that the line names is first, before another of the same amount', () => {
  const ranked = rankedCandidates(line({ text: 'PAGO FRA F2026-123' }), [
    found(invoice(977, 121000, PONIENTE)),
    found(invoice(123, 121000)),
  ]);
  expect(numbers(ranked)).toEqual(['F2026-000123', 'F2026-000977']);
  // −5 to begin with, 6 for the number, 4 for the amount, 0.6 for the day: 5.6, and 1 / (1 + e^−(1.5 · 5.6 − 0.35)) is 0.9997.
  expect(ranked.map(({ score, tie }) => [score, tie])).toEqual([
    [100, false],
    // It has the amount and the day, and another number is named: −5 + 4 + 0.6 − 3 = −3.4: 0.004.
    [0, false],
  ]);
  expect(codes(ranked[0])).toEqual(['reference_found', 'amount_equal', 'date_near']);
  expect(ranked[0]?.reasons[1]).toEqual({ code: 'amount_equal', params: { amount: '1210.00', currency: 'EUR' } });
});

it('amount and account tell a customer from another of the same amount, and the match is a receipt as it is', () => {
  const ranked = rankedCandidates(line({ partyIban: IBAN }), [
    found(invoice(7, 121000, PONIENTE)),
    found(invoice(8, 121000), { ibans: [IBAN] }),
  ]);
  expect(numbers(ranked)).toEqual(['F2026-000008', 'F2026-000007']);
  // −5 + 4 + 4 + 0.6 = 3.6: 0.994. The other has an account of another: −5 + 4 − 2.5 + 0.6 = −2.9: 0.009.
  expect(ranked.map(({ score, tie }) => [score, tie])).toEqual([
    [99, false],
    [1, false],
  ]);
  expect(codes(ranked[0])).toContain('iban_known');
  expect(ranked[0]?.parts).toEqual([
    { as: 'receipt', customerId: LEVANTE.partyId, amount: 121000, allocations: [{ invoiceId: 'inv_F2026-000008', amount: 121000 }] },
  ]);
});

it('two invoices of one amount of different customers are a tie', () => {
  const ranked = rankedCandidates(line({}), [found(invoice(7, 121000)), found(invoice(8, 121000, PONIENTE))]);
  expect(ranked.map(({ tie, amount }) => [tie, amount])).toEqual([
    [true, 121000],
    [true, 121000],
  ]);
});

it('the sum of two invoices is one proposal, that is matched as one receipt', () => {
  const ranked = rankedCandidates(line({ partyName: 'CAFES LEVANTE SL', amount: 121000 }), [
    found(invoice(1, 100000)),
    found(invoice(2, 21000)),
    found(invoice(3, 55500)),
  ]);
  const [first] = ranked;
  expect([first?.documents.map(({ number }) => number).toSorted(), first?.amount, first?.tie]).toEqual([
    ['F2026-000001', 'F2026-000002'],
    121000,
    false,
  ]);
  expect(codes(first)).toEqual(expect.arrayContaining(['amount_of_documents', 'name_similar']));
  const [part, ...others] = first?.parts ?? [];
  expect([part, others]).toMatchObject([{ as: 'receipt', customerId: LEVANTE.partyId, amount: 121000 }, []]);
  expect(part?.as === 'receipt' && part.allocations?.map(({ invoiceId, amount }) => [invoiceId, amount]).toSorted()).toEqual([
    ['inv_F2026-000001', 100000],
    ['inv_F2026-000002', 21000],
  ]);
});

it('what a bank kept is an entry of its fee beside the receipt, and cents are written off', () => {
  const kept = rankedCandidates(line({ text: 'PAGO F2026-1', amount: 120500 }), [found(invoice(1, 121000))])[0];
  expect(kept?.parts).toMatchObject([
    { as: 'receipt', amount: 121000 },
    { as: 'entry', account: '626', amount: -500 },
  ]);
  const cents = rankedCandidates(line({ text: 'PAGO F2026-1', amount: 121003 }), [found(invoice(1, 121000))])[0];
  expect(cents?.parts).toMatchObject([
    { as: 'receipt', amount: 121000 },
    { as: 'entry', account: '769', amount: 3 },
  ]);
  expect([kept?.amount, cents?.amount]).toEqual([120500, 121003]);
});

it('bills are paid and credit notes are given back by what goes out', () => {
  const supplier = { partyId: id('sup', 1), partyName: 'Suministros del Sur' };
  const bill = { ...{ kind: 'supplier-bill' as const, id: id('bil', 1), number: 'S-1', date: '2026-03-01', open: 48400 }, ...supplier };
  const paid = rankedCandidates(line({ amount: -48400, partyName: 'SUMINISTROS DEL SUR' }), [found(bill)])[0];
  expect(paid?.parts).toEqual([
    { as: 'payment', supplierId: supplier.partyId, amount: 48400, allocations: [{ billId: bill.id, amount: 48400 }] },
  ]);
  const note = { ...invoice(0, 12100), kind: 'credit-note' as const, id: 'crn_R2026-000004', number: 'R2026-000004' };
  const back = rankedCandidates(line({ amount: -12100, text: 'ABONO R2026-4' }), [found(note)])[0];
  expect([back?.amount, back?.parts]).toEqual([-12100, [{ as: 'refund', from: 'crn_R2026-000004', amount: 12100 }]]);
});

it('what is posted already with the whole amount and the name is before a document that the line names alone', () => {
  const receipt = { ...invoice(0, 135269), kind: 'receipt' as const, id: id('rct', 1), number: 'C-1', partyName: 'Cafés Levante, S.L.' };
  const ranked = rankedCandidates(line({ amount: 135269, text: 'CAFES LEVANTE S.L. F2026-11' }), [
    found(invoice(11, 29645, PONIENTE)),
    found({ ...receipt, date: '2026-03-03' }, { posted: true }),
  ]);
  expect(numbers(ranked)).toEqual(['C-1', 'F2026-000011']);
});

it('what is posted already comes last, and makes a tie of an invoice that has nothing but its amount', () => {
  const receipt = { kind: 'receipt' as const, id: id('rcp', 1), number: 'C-1', partyName: 'Cobro', date: '2026-03-03', open: 121000 };
  const plain = rankedCandidates(line({}), [found(receipt, { posted: true }), found(invoice(1, 121000))]);
  expect(numbers(plain)).toEqual(['F2026-000001', 'C-1']);
  expect(plain.map(({ tie }) => tie)).toEqual([true, true]);
  expect([codes(plain[1])?.at(-1), plain[1]?.parts]).toEqual(['posted', [{ as: 'document', documentId: receipt.id }]]);
  // By itself, nothing is as good.
  expect(rankedCandidates(line({}), [found(receipt, { posted: true })])).toMatchObject([{ tie: false, amount: 121000 }]);
  const named = rankedCandidates(line({ text: 'F2026-1' }), [found(receipt, { posted: true }), found(invoice(1, 121000))]);
  expect(named.map(({ tie }) => tie)).toEqual([false, false]);
});

it('an invoice that is named and smaller than the line is offered beside the others, for the rest to be told', () => {
  const ranked = rankedCandidates(line({ text: 'PAGO F2026-1 Y OTROS' }), [found(invoice(1, 50000))]);
  expect(ranked).toMatchObject([{ amount: 50000, parts: [{ as: 'receipt', amount: 50000 }] }]);
});

it('more than eight of one amount are shown, all of them a tie', () => {
  const many = Array.from({ length: 12 }, (_, i) =>
    found(invoice(i + 1, 121000, { partyId: id('cus', i).slice(0, 30), partyName: `Cliente ${'ABCDEFGHIJKL'[i]}` })),
  );
  const ranked = rankedCandidates(line({}), many);
  expect([ranked.length, ranked.every(({ tie }) => tie)]).toEqual([12, true]);
});

it('every proposal is a match that the API takes', () => {
  const wire = (minor: number) => ({ amount: (minor / 100).toFixed(2), currency: 'EUR' });
  const [first] = rankedCandidates(line({ partyName: 'CAFES LEVANTE SL' }), [found(invoice(1, 100000)), found(invoice(2, 21000))]);
  const sent = JSON.parse(
    JSON.stringify(first?.parts, (key, value) => (key === 'amount' && typeof value === 'number' ? wire(value) : value)),
  );
  expect(partsIn(MatchBankLine.parse({ parts: sent }).parts, 'EUR')).toEqual(first?.parts);
});

it('what may be a line that another file has brought is posted by nobody but a person', () => {
  const one = found(invoice(123, 121000));
  const world = {
    ...{ index: new MemoryCandidateIndex([one.candidate]), open: new Map([[one.candidate.id, one]]), rules: [] },
    terms: { mode: 'post' as const, threshold: 0.9 },
  };
  const told = { text: 'FACTURA F2026-000123', partyName: 'CAFES LEVANTE SL' };
  expect(decided(line(told), world)).toMatchObject({ as: 'post', parts: [{ as: 'receipt', customerId: LEVANTE.partyId }] });
  expect(decided(line({ ...told, like: 'bkl_2' }), world)).toEqual({ as: 'tie' });
  // What a person has undone is not posted by itself again.
  const undone = [{ as: 'receipt' as const, id: id('rcp', 1), how: 'reversed' as const }];
  expect(decided(line({ ...told, undone }), world)).toEqual({ as: 'proposed' });
});

const worldOf = (found: readonly LineCandidate[]) => ({
  ...{ index: new MemoryCandidateIndex(found.map(({ candidate }) => candidate)), rules: [] },
  ...{ open: new Map(found.map((one) => [one.candidate.id, one])), terms: { mode: 'post' as const, threshold: 0.9 } },
});

it('money that goes out takes no invoice off a credit note: no receipt is of less than nothing', () => {
  const note = { ...invoice(0, 15000), kind: 'credit-note' as const, id: 'crn_R2026-000004', number: 'R2026-000004' };
  const both = [found(invoice(1, 10000)), found(note)];
  const out = line({ amount: -5000, text: 'DEVOLUCION F2026-000001 R2026-000004', partyName: 'CAFES LEVANTE SL' });
  const parts = rankedCandidates(out, both).flatMap((each) => each.parts);
  expect(parts.filter(({ as }) => as === 'receipt')).toEqual([]);
  expect(decided(out, worldOf(both)).as).not.toBe('post');
  // Two credit notes are given back together, by two people.
  const other = { ...note, id: 'crn_R2026-000005', number: 'R2026-000005', open: 2500 };
  const notes = [found(note), found(other)];
  const back = line({ amount: -17500, text: 'ABONOS R2026-000004 R2026-000005', partyName: 'CAFES LEVANTE SL' });
  expect(rankedCandidates(back, notes)[0]?.parts.map(({ as }) => as)).toEqual(['refund', 'refund']);
  expect(decided(back, worldOf(notes)).as).toBe('proposed');
});

it.each([
  [3, 'post'],
  [25, 'proposed'],
])('a batch of %i customers: %s, since a match takes twenty parts', (count, as) => {
  const all = Array.from({ length: count }, (_, i) =>
    found(invoice(i + 1, 10000 + i, { partyId: `cus_${i}`, partyName: `Cliente ${'ABCDEFGHIJKLMNOPQRSTUVWXYZ'[i]}` })),
  );
  const parts = all.map(({ document, candidate }) => ({ amount: candidate.open, text: `FACTURA ${document.number}` }));
  const amount = parts.reduce((sum, part) => sum + part.amount, 0);
  expect(decided(line({ amount, text: 'REMESA', batch: count, parts }), worldOf(all)).as).toBe(as);
});
