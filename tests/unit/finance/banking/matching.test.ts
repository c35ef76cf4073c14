import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { matchTogether } from '../../../../shared/domain/finance/banking/match-groups.ts';
import { MemoryCandidateIndex } from '../../../../shared/domain/finance/banking/match-index.ts';
import type { MatchRule } from '../../../../shared/domain/finance/banking/match-model.ts';
import { combinations, subsetsOf } from '../../../../shared/domain/finance/banking/match-subsets.ts';
import {
  nameSimilarity,
  nameTokens,
  oneChange,
  referenceKeys,
  textReferences,
} from '../../../../shared/domain/finance/banking/match-text.ts';
import { codes, invoice, line, match, NORTE, posted } from '../../../support/match-samples.ts';

describe('references', () => {
  it('are found whatever stands between their parts, and without zeros', () => {
    const keys = new Set(referenceKeys('F2026-000123'));
    for (const text of [
      'F2026-000123',
      'f2026000123',
      'Fra. F2026/123',
      'F2026 000123',
      'FACTURA 2026/000123',
      'factura nº 000123',
      'F 2026 123',
    ])
      expect([text, textReferences(text).keys.some((key) => keys.has(key))]).toEqual([text, true]);
    for (const text of ['F2026-000124', 'F2025-000123', 'F2025 000123', '123', 'PEDIDO 1123', 'ES7921000813610123456789'])
      expect([text, textReferences(text).keys.some((key) => keys.has(key))]).toEqual([text, false]);
  });

  it('have counts that are counts by themselves only where they are long, or stand behind a word for it', () => {
    expect([...textReferences('FRA 12 OFICINA 3 PEDIDO 00456').loose]).toEqual(['#12', '#456']);
  });

  it('are not the month that a text tells, unless a word for an invoice stands before it', () => {
    const keys = new Set(referenceKeys('POWER.2026-11'));
    const names = (text: string) => textReferences(text).keys.some((key) => keys.has(key));
    expect(['PAGO DE NOMINAS 2026-11', 'NOMINAS 202611', 'ALQUILER 2026/11'].map(names)).toEqual([false, false, false]);
    expect(['POWER.2026-11', 'RECIBO POWER 2026 11', 'FRA 2026-11', 'FACTURA 202611'].map(names)).toEqual([true, true, true, true]);
  });

  it('name a document by a letter wrong, another by two', () => {
    for (const [a, b, one] of [
      ['F2026000123', 'F2026000132', true],
      ['F2026123', 'F202123', true],
      ['abc', 'abd', true],
      ['abc', 'acbd', false],
      ['abcd', 'dcba', false],
      ['a', 'a', true],
    ] as const)
      expect([a, b, oneChange(a, b)]).toEqual([a, b, one]);
  });
});

describe('names', () => {
  const alike = (name: string, told: string) => nameSimilarity(nameTokens(name), nameTokens(told));
  it('are alike without accents, forms of firms and what a bank cut off', () => {
    expect(alike('Cafés Levante, S.L.', 'CAFES LEVANTE SL')).toBe(1);
    expect(alike('Peñalver y Núñez Hermanos SCP', 'PENALVER NUNEZ HERMANOS')).toBe(1);
    expect(alike('Distribuciones Mediterráneo SA', 'DISTRIBUCIONES MEDIT')).toBeGreaterThan(0.9);
    expect(alike('Cafés Levante SL', 'CAFES LEVNATE')).toBeGreaterThan(0.9);
  });
  it('are not alike by one word of two', () => {
    expect(alike('Cafés Levante SL', 'BAR LEVANTE')).toBeLessThan(0.7);
    expect(alike('Cafés Levante SL', 'HOTEL SUR')).toBe(0);
    expect(alike('', 'X')).toBe(0);
  });
});

describe('sums', () => {
  it('are found exactly, with credit notes, and each once', () => {
    expect(subsetsOf([100, 250, -50, 700], 300, 4).found.map((places) => places.toSorted())).toEqual([[0, 1, 2]]);
    expect(subsetsOf([100, 100, 100], 200, 3).found).toHaveLength(3);
    expect(subsetsOf([200, 5], 200, 3)).toEqual({ found: [], complete: true });
    expect(
      subsetsOf(
        Array.from({ length: 40 }, (_, i) => 1_000_003 + i * 7919),
        1,
        12,
      ).complete,
    ).toBe(true);
  });
  it('are sums, whatever the amounts', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: -500, max: 2000 }), { minLength: 2, maxLength: 12 }),
        fc.integer({ min: 2, max: 5 }),
        (amounts, count) => {
          const sum = amounts.slice(0, count).reduce((a, b) => a + b, 0);
          const { found, complete } = subsetsOf(amounts, sum, 12);
          expect(complete).toBe(true);
          if (Math.min(count, amounts.length) >= 2) expect(found.length).toBeGreaterThan(0);
          for (const places of found) {
            expect(new Set(places).size).toBe(places.length);
            expect(places.reduce((total, place) => total + (amounts[place] ?? 0), 0)).toBe(sum);
          }
        },
      ),
    );
  });
  it('stop after a bounded number of steps', () => {
    const amounts = Array.from({ length: 40 }, (_, i) => 2 * (i + 1000));
    expect(subsetsOf(amounts, 24_001, 12)).toEqual({ found: [], complete: false });
    // 5 of 1, 10 of 2, 10 of 3.
    expect(combinations(5, 3)).toBe(25);
  });
});

describe('one line, one document', () => {
  const [one, other] = [invoice(123, 121_000), invoice(124, 121_000, { ...NORTE })];
  it('is posted by number and amount, by account and amount, and by name and amount', () => {
    expect(posted(line(121_000, 'FRA F2026-000123'), [one, other])).toEqual([['inv-123', 121_000]]);
    expect(posted(line(121_000, 'GRACIAS', { partyIban: 'ES7921000813610123456789' }), [one, other])).toEqual([['inv-123', 121_000]]);
    expect(posted(line(121_000, 'PAGO', { partyName: 'CAFES LEVANTE' }), [one, other])).toEqual([['inv-123', 121_000]]);
    expect(codes(line(121_000, 'FRA F2026-000123', { partyName: 'CAFES LEVANTE' }), [one, other])).toEqual([
      'reference_found',
      'amount_equal',
      'name_similar',
      'date_near',
    ]);
  });
  it('is not posted by its amount alone, by a name alone, nor by a number alone', () => {
    expect(posted(line(121_000, 'INGRESO'), [one])).toBeUndefined();
    expect(posted(line(99_000, 'PAGO', { partyName: 'CAFES LEVANTE' }), [one])).toBeUndefined();
    expect(posted(line(99_000, 'FRA F2026-000123'), [one])).toBeUndefined();
    // What goes out pays no invoice of ours.
    expect(match(line(-121_000, 'FRA F2026-000123'), [one]).proposals).toEqual([]);
  });
  it('is posted where another pays, and the number and the amount say for what', () => {
    const movement = line(121_000, 'FRA F2026-000123', { partyName: 'LIBRERIA NORTE', partyIban: 'ES8023100001180000012345' });
    expect(posted(movement, [one, invoice(200, 5000, NORTE)])).toEqual([['inv-123', 121_000]]);
    expect(codes(movement, [one, invoice(200, 5000, NORTE)])).toContain('other_iban');
  });
  it('takes a count alone, or a letter wrong, where amount and party agree', () => {
    const twin = invoice(456, 121_000);
    for (const text of ['FACTURA 123', 'F2026-00123', 'F2026-000132']) {
      expect([text, posted(line(121_000, text, { partyName: 'CAFES LEVANTE' }), [one, twin])]).toEqual([text, [['inv-123', 121_000]]]);
      expect([text, posted(line(121_000, text), [one, twin])]).toEqual([text, text === 'F2026-00123' ? [['inv-123', 121_000]] : undefined]);
    }
  });
  it('is not posted to a document where its text names another of ours', () => {
    expect(posted(line(121_000, 'FRA F2026-000099', { partyName: 'CAFES LEVANTE' }), [one])).toBeUndefined();
  });
  it('is a payment that we ordered by what the bank was given', () => {
    const payment = invoice(1, -5000, { id: 'pay-1', kind: 'run-payment', numbers: [], endToEndId: '01JN-3' });
    expect(posted(line(-5000, 'REMESA', { endToEndId: '01JN-3' }), [payment, { ...payment, id: 'pay-2', endToEndId: '01JN-4' }])).toEqual([
      ['pay-1', -5000],
    ]);
  });
});

describe('ties', () => {
  it('post nothing: two documents of one party for one amount', () => {
    const result = match(line(121_000, 'PAGO', { partyName: 'CAFES LEVANTE' }), [
      invoice(1, 121_000),
      invoice(2, 121_000, { date: '2026-01-01', dueDate: '2026-02-01' }),
    ]);
    expect(result).toMatchObject({ tie: true, proposals: [{ shape: '1:1' }, { shape: '1:1' }] });
    expect(result.automatic).toBeUndefined();
    expect(result.proposals[0]?.score).toBeGreaterThan(0.9);
  });
  it('post nothing: two sums that come out', () => {
    const result = match(line(300, 'PAGO', { partyName: 'CAFES LEVANTE' }), [
      invoice(1, 100),
      invoice(2, 200),
      invoice(3, 250),
      invoice(4, 50),
    ]);
    expect(result.tie).toBe(true);
    expect(result.automatic).toBeUndefined();
  });
});

describe('one line, several documents', () => {
  const documents = [
    invoice(1, 60_500),
    invoice(2, 12_100),
    invoice(3, 99_900),
    { ...invoice(4, -10_500), id: 'cn-4', kind: 'credit-note' as const, numbers: ['A2026-000004'] },
  ];
  it('is posted by the numbers that it names, credit notes taken off', () => {
    expect(posted(line(72_600, 'F2026-000001 Y F2026-000002'), documents)?.toSorted()).toEqual([
      ['inv-1', 60_500],
      ['inv-2', 12_100],
    ]);
    expect(posted(line(50_000, 'PAGO F2026/1 MENOS ABONO', { partyName: 'CAFES LEVANTE' }), documents)?.toSorted()).toEqual([
      ['cn-4', -10_500],
      ['inv-1', 60_500],
    ]);
  });
  it('is posted by a sum that comes out once, of whom it is plainly of', () => {
    const { automatic } = match(line(72_600, 'PAGO', { partyIban: 'ES7921000813610123456789' }), documents);
    expect(automatic).toMatchObject({ shape: '1:n' });
    expect(automatic?.reasons.find(({ code }) => code === 'amount_of_documents')?.params).toEqual({
      count: 2,
      amount: 72_600,
      currency: 'EUR',
    });
    expect(posted(line(72_600, 'PAGO'), documents)).toBeUndefined();
  });
  it('is each payment of a batch for itself', () => {
    const parts = [
      { amount: 60_500, text: 'F2026-000001' },
      { amount: 12_100, text: 'F2026-000002' },
    ];
    expect(posted(line(72_600, 'REMESA', { parts }), documents)).toEqual([
      ['inv-1', 60_500],
      ['inv-2', 12_100],
    ]);
    expect(
      posted(line(72_600, 'REMESA', { parts: [parts[0] ?? { amount: 0, text: '' }, { amount: 12_100, text: '?' }] }), documents),
    ).toBeUndefined();
    expect(
      posted(
        line(121_000, 'REMESA', {
          parts: [
            { amount: 60_500, text: 'F2026-000001' },
            { amount: 60_500, text: 'F2026-000001' },
          ],
        }),
        documents,
      ),
    ).toBeUndefined();
  });
});

describe('rules and transfers', () => {
  const rules: readonly MatchRule[] = [
    { id: 'fee', conditions: { direction: 'out', texts: ['comision'] } },
    { id: 'tax', conditions: { direction: 'out', texts: ['aeat*303'], least: 1000 } },
  ];
  it('take what has all their words, the right way round', () => {
    expect(match(line(-350, 'Comisión mantenimiento'), [], rules).automatic).toMatchObject({ shape: 'rule', ruleId: 'fee', parts: [] });
    expect(match(line(350, 'Comisión mantenimiento'), [], rules).proposals).toEqual([]);
    expect(match(line(-350, 'AEAT 303'), [], rules).proposals).toEqual([]);
    expect(match(line(-35_000, 'AEAT modelo 303'), [], rules).automatic?.ruleId).toBe('tax');
    expect(match(line(-35_000, 'AEAT modelo 111'), [], rules).proposals).toEqual([]);
  });
  it('find the other side of a transfer between own accounts, on its day', () => {
    const transfer = invoice(1, -100_000, {
      id: 'tr-1',
      kind: 'transfer',
      numbers: [],
      date: '2026-03-02',
      partyId: 'own',
      partyNames: ['Trastienda'],
      partyIbans: [],
    });
    expect(posted(line(-100_000, 'TRASPASO ENTRE CUENTAS'), [transfer])).toEqual([['tr-1', -100_000]]);
    expect(posted(line(-100_000, 'TRASPASO ENTRE CUENTAS', { date: '2026-03-20' }), [transfer])).toBeUndefined();
  });
  it('know a transfer by what banks call it, in several languages, and by its day among many as large', () => {
    const other = (no: number, date: string) =>
      invoice(no, 250_000, {
        id: `tr-${no}`,
        kind: 'transfer',
        numbers: [],
        date,
        partyId: 'own',
        partyNames: ['Trastienda'],
        partyIbans: [],
      });
    const nine = Array.from({ length: 9 }, (_, i) => other(i, `2026-01-0${i + 1}`));
    for (const text of ['TRANSFERENCIA ENTRE CUENTAS', 'MOVIMIENTO CUENTAS PROPIAS', 'Traspàs', 'INTERNAL TRANSFER'])
      expect([text, posted(line(250_000, text), [...nine, other(10, '2026-03-02')])]).toEqual([text, [['tr-10', 250_000]]]);
    expect(posted(line(250_000, 'TRANSFERENCIA'), [other(10, '2026-03-02')])).toBeUndefined();
    expect(match(line(250_000, 'TRASPASO'), [other(10, '2026-03-02'), other(11, '2026-03-03')])).toMatchObject({ tie: true });
  });
  it('give what came back to what it names alone', () => {
    const bill = invoice(9, -12_100, { kind: 'bill', numbers: ['B2026-000009'] });
    expect(match(line(-12_100, 'DEVOLUCION CAFES LEVANTE', { returnReason: 'AM04' }), [bill]).proposals).toEqual([]);
    expect(match(line(-12_100, 'DEVOLUCION B2026-000009', { returnReason: 'AM04' }), [bill]).proposals).toHaveLength(1);
  });
});

describe('several lines, one document', () => {
  const paid = (id: string, amount: number, date: string, text = 'A CUENTA') =>
    line(amount, text, { id, date, partyIban: 'ES7921000813610123456789' });
  it('are posted together where they come to it, and to nothing else', () => {
    const index = new MemoryCandidateIndex([invoice(1, 121_000), invoice(2, 50_000, NORTE)]);
    const { automatic } = matchTogether(
      [paid('a', 60_000, '2026-03-01'), paid('b', 61_000, '2026-03-09'), paid('c', 7000, '2026-03-09')],
      index,
    );
    expect(automatic).toMatchObject([{ shape: 'n:1', lineIds: ['a', 'b'], parts: [{ candidateId: 'inv-1', amount: 121_000 }] }]);
    expect(matchTogether([paid('a', 60_000, '2026-01-01'), paid('b', 61_000, '2026-03-09')], index).proposals).toEqual([]);
  });
  it('are a tie where two documents would take them', () => {
    const index = new MemoryCandidateIndex([invoice(1, 121_000), invoice(2, 121_000)]);
    const { automatic, proposals } = matchTogether([paid('a', 60_000, '2026-03-01'), paid('b', 61_000, '2026-03-09')], index);
    expect([automatic, proposals.length]).toEqual([[], 2]);
  });
});

it('keeps what is left of a document, and forgets what is settled', () => {
  const index = new MemoryCandidateIndex([invoice(1, 1000)]);
  index.settle('inv-1', 400);
  expect(index.byAmount(600, 'EUR')).toMatchObject([{ id: 'inv-1', open: 600 }]);
  expect(index.byAmount(1000, 'EUR')).toEqual([]);
  index.settle('inv-1', 600);
  expect([index.get('inv-1'), index.byParty('cus_1'), index.byReference('F2026000001')]).toEqual([undefined, [], []]);
  index.settle('inv-1', 1);
});

it('learns how a bank names a party', () => {
  const candidate = invoice(1, 121_000, { partyIbans: [], habit: { texts: ['CLIENTE 88412'], medianDaysLate: 20 } });
  expect(posted(line(121_000, 'TRF CLIENTE 88412', { date: '2026-03-23' }), [candidate])).toEqual([['inv-1', 121_000]]);
  expect(codes(line(121_000, 'TRF CLIENTE 88412', { date: '2026-03-23' }), [candidate])).toEqual([
    'amount_equal',
    'text_learnt',
    'date_near',
  ]);
});
