import { describe, expect, it } from 'vitest';
import { amountOf, assertBalanced, documentIdOf, entryDraft, entryIdOf } from '../../../../shared/domain/finance/ledger/entry.ts';
import { numberEntries, sequenceId, sequenceIdFor } from '../../../../shared/domain/finance/ledger/period-sequence.ts';
import { creditState } from '../../../../shared/domain/finance/open-items/document.ts';
import { awaitsPayment, awaitsUse, dueDateIn } from '../../../../shared/domain/finance/open-items/queues.ts';
import { statementOf } from '../../../../shared/domain/finance/open-items/statement.ts';
import {
  costLines,
  creditNoteLines,
  invoiceLines,
  receiptLines,
  refundLines,
} from '../../../../shared/domain/finance/receivables/postings.ts';
import { reversalDraft } from '../../../../shared/domain/finance/receivables/receipt.ts';
import { RECEIVABLES } from '../../../../shared/domain/finance/receivables/subledger.ts';
import { taxPercent } from '../../../../shared/domain/finance/tax/vat-es.ts';
import { thrownBy } from '../../../support/thrown.ts';

describe('a receipt', () => {
  it('is open, used or reversed', () => {
    expect([{ open: 1 }, { open: 0 }, { open: 1, reversal: {} as never }].map(creditState)).toEqual(['open', 'used', 'reversed']);
  });

  it('is taken back by its own entry the other way round', () => {
    const lines = receiptLines('cus_1', { method: 'bank', amount: 12_100 });
    expect(reversalDraft({ customerName: 'Lumbre', entry: { lines } as never }, '2026-03-09')).toEqual({
      date: '2026-03-09',
      text: 'Devolución de cobro Lumbre',
      lines: [
        { account: '572', amount: -12_100 },
        { account: '430', amount: 12_100, party: 'cus_1' },
      ],
    });
  });

  it.each([
    ['bank', '572'],
    ['cash', '570'],
  ] as const)('by %s is in %s, and its refund comes out of it', (method, account) => {
    expect(receiptLines('cus_1', { method, amount: 100 }).map((line) => [line.account, line.amount])).toEqual([
      [account, 100],
      ['430', -100],
    ]);
    expect(refundLines('cus_1', { method, amount: 100 })[0]).toMatchObject({ account, amount: -100 });
  });
});

describe('what waits', () => {
  it('for money waits by its due day, and what was paid not at all', () => {
    expect(awaitsPayment({ open: 12_100, dueDate: '2026-03-31' }, 'inv_1')).toEqual({
      queue: 'pay',
      sort: '2026-03-31#inv_1',
      amount: 12_100,
    });
    expect([awaitsPayment({ open: 0, dueDate: '2026-03-31' }, 'inv_1'), awaitsUse({ open: 0, date: '2026-03-31' }, 'rcp_1')]).toEqual([
      undefined,
      undefined,
    ]);
    expect(awaitsUse({ open: 1, date: '2026-03-31' }, 'rcp_1')).toEqual({ queue: 'apply', sort: '2026-03-31#rcp_1', amount: 1 });
    expect(dueDateIn('2026-03-31#inv_1')).toBe('2026-03-31');
  });
});

describe('the entry of an invoice', () => {
  const totals = (rounding: number) =>
    ({ net: 3000, gross: 3630 + rounding, rounding, taxes: [{ code: 'IVA-G', percent: '21', base: 3000, tax: 630 }] }) as never;
  const lines = [
    { kind: 'stocked', net: 2000 },
    { kind: 'service', net: 1000 },
  ] as never;
  const flat = (of: readonly { account: string; amount: number }[]) => of.map(({ account, amount }) => [account, amount]);

  it('is customer, goods, services, VAT, and rounding where there is any', () => {
    expect(flat(invoiceLines('cus_1', lines, totals(0)))).toEqual([
      ['430', 3630],
      ['700', -2000],
      ['705', -1000],
      ['477', -630],
    ]);
    // What the customer pays more than the sum is income, what they pay less a cost.
    const [gain, loss] = [invoiceLines('cus_1', lines, totals(2)), invoiceLines('cus_1', lines, totals(-2))].map((of) => of.at(-1));
    expect([gain?.amount, loss?.amount]).toEqual([-2, 2]);
    expect(gain?.account).not.toBe(loss?.account);
    for (const rounding of [0, 2, -2]) expect(invoiceLines('cus_1', lines, totals(rounding)).reduce((sum, l) => sum + l.amount, 0)).toBe(0);
  });

  it('of a credit note is its mirror, with goods that came back in 708', () => {
    expect(flat(creditNoteLines('cus_1', lines, totals(0)))).toEqual([
      ['430', -3630],
      ['708', 2000],
      ['705', 1000],
      ['477', 630],
    ]);
  });

  it('of goods that leave is cost against stock, and none at no cost', () => {
    expect([flat(costLines(801)), costLines(0)]).toEqual([
      [
        ['610', 801],
        ['300', -801],
      ],
      [],
    ]);
  });
});

describe('an entry', () => {
  const line = (amount: number) => ({ account: '572', amount });

  it.each([
    [[0, 0], 'an entry has at least two lines'],
    [[100], 'an entry has at least two lines'],
    [[100, -99], 'debits equal credits'],
    [[100, 0.5, -100.5], 'entry amounts are whole minor units'],
    [[2 ** 53, 1, -(2 ** 53)], 'entry amounts are whole minor units'],
    [[100, -60, -40], 'passes'],
  ])('of %j: %s', (amounts, expected) => {
    expect(thrownBy(() => entryDraft('2026-03-01', 'x', amounts.map(line)))[0]).toContain(expected);
    if (!amounts.includes(0)) expect(thrownBy(() => assertBalanced(amounts.map(line)))[0]).toContain(expected);
  });

  it('drops lines of nothing, and is about its debits', () => {
    const { lines } = entryDraft('2026-03-01', 'x', [100, 0, 50, -150].map(line));
    expect(lines.map(({ amount }) => amount)).toEqual([100, 50, -150]);
    expect(amountOf({ lines })).toBe(150);
    expect([entryIdOf('inv_1'), documentIdOf('je_inv_1')]).toEqual(['je_inv_1', 'inv_1']);
  });

  it('is numbered in its own period alone, balanced, while the period is open', () => {
    const sequence = (state: 'open' | 'closed' | 'locked') =>
      ({ period: '2026-03', shard: 1, seq: 7, state, id: 'per_2026/03.1', rev: 3, history: [] }) as never;
    const draft = { date: '2026-03-09', text: 'x', lines: [line(1), line(-1)] };
    expect(numberEntries(sequence('open'), [draft, draft])).toMatchObject({
      entries: [{ seq: 8, shard: 1, period: '2026-03' }, { seq: 9 }],
      change: { data: { seq: 9 } },
    });
    expect(thrownBy(() => numberEntries(undefined, [draft]))).toEqual(['period.not_open']);
    expect(thrownBy(() => numberEntries(sequence('locked'), [draft], true))).toEqual(['period.locked', { period: '2026-03' }]);
    expect(thrownBy(() => numberEntries(sequence('closed'), [draft]))).toEqual(['period.closed', { period: '2026-03' }]);
    expect(thrownBy(() => numberEntries(sequence('closed'), [draft], true))).toEqual(['passes']);
    expect(thrownBy(() => numberEntries(sequence('open'), [{ ...draft, lines: [line(1), line(-2)] }]))[0]).toContain(
      'debits equal credits',
    );
    expect(thrownBy(() => numberEntries(sequence('open'), [{ ...draft, date: '2026-04-01' }]))[0]).toContain('belongs to the period');
  });

  it('goes to the same shard for the same document, and to each of four for many', () => {
    const shards = Array.from({ length: 200 }, (_, i) => sequenceIdFor('2026-03-09', `inv_F2026-${i}`));
    expect(shards).toEqual(Array.from({ length: 200 }, (_, i) => sequenceIdFor('2026-03-09', `inv_F2026-${i}`)));
    expect([...new Set(shards)].sort()).toEqual([0, 1, 2, 3].map((shard) => sequenceId('2026-03', shard)));
    for (const shard of new Set(shards)) expect(shards.filter((one) => one === shard).length).toBeGreaterThan(30);
  });
});

describe('a customer’s account', () => {
  const moved = (id: string, date: string, amount: number) => ({ id, date, amount });

  it('is the balance before, each document in the order of its day, and the balance at the end', () => {
    const movements = [
      moved('c', '2026-03-31', -5),
      moved('b', '2026-03-01', 20),
      moved('a', '2026-03-01', 10),
      moved('x', '2026-02-28', 7),
      moved('y', '2026-04-01', 99),
    ];
    expect(statementOf(movements, { from: '2026-03-01', to: '2026-03-31' })).toEqual({
      opening: 7,
      lines: [
        { id: 'a', date: '2026-03-01', amount: 10, balance: 17 },
        { id: 'b', date: '2026-03-01', amount: 20, balance: 37 },
        { id: 'c', date: '2026-03-31', amount: -5, balance: 32 },
      ],
      closing: 32,
    });
  });

  it('has nothing to undo of a receipt that paid no invoice', () => {
    const receipt = (...ids: string[]) =>
      ({ id: 'rcp_1', open: 0, allocations: ids.map((document) => ({ document, date: '2026-03-01', amount: 5 })) }) as never;
    expect(RECEIVABLES.balance(100, 30)).toBe(70);
    expect(RECEIVABLES.refusalOfUnused(receipt())).toMatchObject({ code: 'allocation.none', params: { source: 'rcp_1', why: 'unused' } });
  });
});

it('a tax code has the rate of the day', () => {
  expect(['2010-06-30', '2010-07-01', '2012-08-31', '2012-09-01'].map((day) => taxPercent('IVA-G', day))).toEqual(['16', '18', '18', '21']);
  expect(thrownBy(() => taxPercent('IVA-G', '1980-01-01'))).toEqual(['tax.no_rate', { taxCode: 'IVA-G', date: '1980-01-01' }]);
  expect(thrownBy(() => taxPercent('NONE' as never, '2026-01-01'))[0]).toBe('tax.no_rate');
});
