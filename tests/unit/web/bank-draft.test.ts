import { expect, it } from 'vitest';
import type { CandidateReason } from '#domain/finance/banking/line-candidates.ts';
import {
  acceptable,
  type Candidate,
  filled,
  NOTHING_TYPED,
  partsOf,
  restOf,
  toggled,
} from '../../../web/src/finance/banking/match-draft.ts';
import { banking as english } from '../../../web/src/finance/banking/texts.en.ts';
import { banking as spanish } from '../../../web/src/finance/banking/texts.es.ts';

const eur = (amount: string) => ({ amount, currency: 'EUR' as const });
const line = { date: '2026-03-09', amount: eur('1210.00') };
/** Invoices of a customer, each with its amount. */
function candidate(customerId: string, of: Readonly<Record<string, string>>, more: Partial<Candidate> = {}): Candidate {
  const sum = eur(
    Object.values(of)
      .reduce((total, amount) => total + Number(amount), 0)
      .toFixed(2),
  );
  const documents = Object.entries(of).map(([number, amount]) => ({
    ...{ kind: 'invoice', id: `inv_${number}`, number, date: '2026-03-02', open: eur(amount), amount: eur(amount) },
  }));
  const allocations = documents.map(({ id: invoiceId, amount }) => ({ invoiceId, amount }));
  return {
    ...{ score: 90, tie: false, reasons: [], documents, amount: sum, parts: [{ as: 'receipt', customerId, amount: sum, allocations }] },
    ...more,
  };
}

it('Enter accepts the first where it tells the whole line, and not where another is as good', () => {
  const [whole, part] = [candidate('cus_1', { A: '1000.00', B: '210.00' }), candidate('cus_1', { A: '1000.00' })];
  expect(acceptable([whole, part], line)).toBe(whole);
  expect(acceptable([part, whole], line)).toBeUndefined();
  const tied = [candidate('cus_1', { A: '1210.00' }, { tie: true }), candidate('cus_2', { B: '1210.00' }, { tie: true })];
  expect(acceptable(tied, line)).toBeUndefined();
  expect(acceptable([], line)).toBeUndefined();
});

it('of equal transfers to one account Enter takes the nearest; to several, or beside something else, a person chooses', () => {
  const transfer = (date: string, partyName: string, tie = true): Candidate => {
    const id = `bkl_${date}`;
    const document = { kind: 'bank-line', id, number: id, partyName, date, open: eur('1210.00'), amount: eur('1210.00') };
    const parts: Candidate['parts'] = [{ as: 'transfer', lineId: id }];
    return { score: 97, tie, reasons: [], documents: [document], amount: eur('1210.00'), parts };
  };
  const [far, near, elsewhere] = [transfer('2026-03-11', 'Ahorro'), transfer('2026-03-10', 'Ahorro'), transfer('2026-03-10', 'Caja')];
  expect(acceptable([far, near], line)).toBe(near);
  expect(acceptable([far, transfer('2026-03-09', 'Ahorro', false)], line)).toBe(far);
  expect(acceptable([far, near, elsewhere], line)).toBeUndefined();
  expect(acceptable([near, candidate('cus_1', { A: '1210.00' }, { tie: true })], line)).toBeUndefined();
});

it('a document is chosen once: what has it takes the place of what had it', () => {
  const [whole, part, other] = [
    candidate('cus_1', { A: '1000.00', B: '210.00' }),
    candidate('cus_1', { A: '1000.00' }),
    candidate('cus_2', { C: '1.00' }),
  ];
  expect(toggled([whole], part)).toEqual([part]);
  expect(toggled([part], other)).toEqual([part, other]);
  expect(toggled([part, other], part)).toEqual([other]);
});

it('what is typed is on the side of the line, and the first part without an amount takes what is left', () => {
  const out = { amount: eur('-484.00') };
  const typed = (account: string, amount: string) => ({ ...NOTHING_TYPED, account, amount });
  const amounts = (of: typeof out, ...parts: readonly ReturnType<typeof typed>[]) => filled(of, [], parts).map(({ amount }) => amount);
  expect(amounts(out, typed('628', '400'), typed('472', ''))).toEqual(['-400', '-84.00']);
  expect(amounts(out, typed('628', ''), typed('472', '84'))).toEqual(['-400.00', '-84']);
  // A sign is the bank's: something came back.
  expect(amounts(out, typed('628', ''), typed('769', '+1.00'))).toEqual(['-485.00', '+1.00']);
  expect(amounts(line, typed('430', ''), typed('626', '-3.50'))).toEqual(['1213.50', '-3.50']);
  // Without an account it is not a part yet; of two without an amount the first has it all.
  expect(amounts(out, typed('', '84'), typed('628', ''), typed('629', ''))).toEqual(['-484.00', '']);
  const parts = partsOf([], filled(out, [], [typed('628', ''), typed('769', '+1.00')]), 'EUR');
  expect(parts).toEqual([
    { as: 'entry', account: '628', amount: eur('-485.00') },
    { as: 'entry', account: '769', amount: eur('1.00') },
  ]);
});

it('what is chosen of one customer is one receipt, and what is typed an entry', () => {
  const chosen = [candidate('cus_1', { A: '1000.00' }), candidate('cus_2', { C: '50.00' }), candidate('cus_1', { B: '150.00' })];
  const typed = [{ ...NOTHING_TYPED, account: '769', amount: '10.00' }];
  expect(restOf(line, chosen, typed)).toBe(0);
  expect(partsOf(chosen, typed, 'EUR')).toEqual([
    {
      ...{ as: 'receipt', customerId: 'cus_1', amount: eur('1150.00') },
      allocations: [
        { invoiceId: 'inv_A', amount: eur('1000.00') },
        { invoiceId: 'inv_B', amount: eur('150.00') },
      ],
    },
    { as: 'receipt', customerId: 'cus_2', amount: eur('50.00'), allocations: [{ invoiceId: 'inv_C', amount: eur('50.00') }] },
    { as: 'entry', account: '769', amount: eur('10.00') },
  ]);
});

it('there is a sentence for every reason, in both languages', () => {
  const codes: Readonly<Record<CandidateReason['code'], string>> = spanish.reasons;
  expect(Object.keys(english.reasons)).toEqual(Object.keys(codes));
  for (const text of [...Object.values(english.reasons), ...Object.values(codes)]) expect(text).toMatch(/\.$/);
});
