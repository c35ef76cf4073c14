import { describe, expect, it } from 'vitest';
import { counted, type DocumentOutcome, EMPTY_TALLY, hasProblems, newImport } from '../../../../shared/domain/sales/imports/import.ts';
import { contentOf, correctedSince, leftOf, type PlannedDocument } from '../../../../shared/domain/sales/imports/plan.ts';
import { reportLine, rowsOf } from '../../../../shared/domain/sales/imports/report.ts';
import { lookupStatusOf, type ShopDocument } from '../../../../shared/domain/sales/imports/shop-document.ts';

const row = (line: number, code: string, quantity = '1') => ({ line, code, description: 'CUP', quantity, price: '1.5' });
const head = { date: '2010-12-01', customer: '17850', country: 'France' };
const existing = (over: Partial<ShopDocument> = {}): ShopDocument => ({
  profile: 'online-retail',
  number: '1',
  date: '2010-12-01',
  digest: 'D',
  importId: 'imp_1',
  state: 'imported',
  created: { orderId: 'ord_1', invoiceId: 'inv_1', net: 300, tax: 63, gross: 363, cash: 0 },
  ...over,
});
const outcome = (status: DocumentOutcome['status'], more: Partial<DocumentOutcome> = {}): DocumentOutcome => ({
  document: {
    number: '1',
    returned: false,
    head,
    rows: [row(2, 'A'), row(4, 'B')],
    problems: [{ line: 3, reason: 'zero-price', detail: 'x' }],
  },
  status,
  existing: existing(),
  ...more,
});

it('knows a document again by what it says, not by the order of its rows', () => {
  const [a, b, c] = [row(2, 'A'), row(3, 'B'), row(9, 'B', '2')];
  expect(contentOf({ head, rows: [a, b] })).toEqual(contentOf({ head: { ...head, country: 'Spain' }, rows: [{ ...b, line: 7 }, a] }));
  expect(contentOf({ head, rows: [a, b] })).not.toEqual(contentOf({ head, rows: [a, c] }));
  expect(contentOf({ head, rows: [a, b] })).not.toEqual(contentOf({ head, rows: [a] }));
});

it('takes new documents, begun ones and refused ones; not those of another import, nor changed ones', () => {
  expect(lookupStatusOf(undefined, 'imp_1', 'D')).toBe('new');
  expect(lookupStatusOf(existing(), 'imp_1', 'D')).toBe('mine');
  expect(lookupStatusOf(existing(), 'imp_2', 'D')).toBe('already');
  expect(lookupStatusOf(existing(), 'imp_2', 'E')).toBe('changed');
  expect(lookupStatusOf(existing({ state: 'importing' }), 'imp_2', 'D')).toBe('new');
  expect(lookupStatusOf(existing({ state: 'importing' }), 'imp_2', 'E')).toBe('changed');
  const stopped = existing({ state: 'importing', refusal: { code: 'period.closed', message: 'closed' } });
  expect(['imp_1', 'imp_2'].map((importId) => lookupStatusOf(stopped, importId, 'D'))).toEqual(['unfinished', 'new']);
  expect(lookupStatusOf(existing({ state: 'refused' }), 'imp_2', 'E')).toBe('new');
});

it('counts each row once, under what became of it', () => {
  const refused = existing({ state: 'refused', refusal: { code: 'period.closed', message: 'closed' } });
  const all = [outcome('mine'), outcome('already'), outcome('changed'), outcome('new', { existing: refused }), outcome('none')].reduce(
    counted,
    EMPTY_TALLY,
  );
  expect(all.rowsDone).toBe(15);
  expect(all.documents).toEqual({ sales: 1, returns: 0, already: 1, changed: 1, notTaken: 2 });
  // The document of which no row can be taken still brings its two rows to the sum here: its problems count, and so do they as done.
  expect(all.rows).toEqual({ sold: 2, returned: 0, already: 2, changed: 2, notTaken: 2 + 5 });
  expect(all.reasons).toEqual({ 'zero-price': 5, 'period.closed': 2 });
  expect(all.sales).toEqual({ net: 300, tax: 63, gross: 363 });
});

it('reports rows in the order of the file, with what was made of them and why not', () => {
  expect(rowsOf(outcome('mine')).map(({ line, outcome, reason, invoiceId }) => [line, outcome, reason, invoiceId])).toEqual([
    [2, 'sold', undefined, 'inv_1'],
    [3, 'not-taken', 'zero-price', undefined],
    [4, 'sold', undefined, 'inv_1'],
  ]);
  expect(rowsOf(outcome('changed'))[0]).toMatchObject({ outcome: 'changed', reason: 'changed', invoiceId: 'inv_1' });
});

it('writes cells that no spreadsheet takes for a formula or for two', () => {
  const line = reportLine({ line: 2, document: '=1+1', outcome: 'sold', detail: 'a "b", c', code: '-A', quantity: '-3' });
  expect(line).toBe(`2,'=1+1,sold,,"a ""b"", c",,,,'-A,-3,`);
});

it('tells what stopped half-way apart from what was not taken: part of it is in the books', () => {
  const stopped = outcome('unfinished', {
    existing: existing({ state: 'importing', refusal: { code: 'period.closed', message: 'closed', params: { period: '2010-12' } } }),
  });
  const tally = counted(EMPTY_TALLY, stopped);
  expect(tally.documents).toEqual({ sales: 0, returns: 0, already: 0, changed: 0, notTaken: 0, unfinished: 1 });
  expect(tally.rows).toMatchObject({ notTaken: 1, unfinished: 2 });
  expect(tally.reasons).toEqual({ 'zero-price': 1, 'period.closed': 2 });
  expect(rowsOf(stopped).map(({ outcome: became, reason }) => [became, reason])).toEqual([
    ['unfinished', 'period.closed'],
    ['not-taken', 'zero-price'],
    ['unfinished', 'period.closed'],
  ]);
  const record = {
    ...newImport({ profile: 'p', fileName: 'f', key: 'k', date: '2010-12-01', madeAt: 'now' }),
    status: 'done' as const,
    tally,
  };
  expect(hasProblems({ ...record, tally: { ...tally, rows: { ...tally.rows, notTaken: 0 } } })).toBe(true);
});

describe('a document some rows of which were not taken', () => {
  const planned = (rows: PlannedDocument['rows'], wrong: number) => ({
    number: '1',
    returned: false,
    head,
    rows,
    problems: Array.from({ length: wrong }, (_, i) => ({ line: 50 + i, reason: 'malformed' as const, detail: 'x' })),
  });
  const same = (text: string) => text;
  const left = (rows: PlannedDocument['rows'], wrong: number) => leftOf(planned(rows, wrong), same) ?? { taken: [], missing: 0 };
  const [a, b, c] = [row(2, 'A'), row(3, 'B'), row(4, 'C')];

  it('is completed by those that are put right, whatever the order', () => {
    const parts = correctedSince(planned([c, b, a], 0), left([a, b], 1), same);
    expect([parts?.taken.rows, parts?.corrected.rows, parts?.corrected.part]).toEqual([[b, a], [c], 2]);
    // One of two, and then the other.
    expect(correctedSince(planned([a, b], 1), left([a], 2), same)?.corrected).toMatchObject({
      rows: [b],
      problems: [{ line: 50 }],
      part: 2,
    });
    const again = correctedSince({ ...planned([b, c], 0), part: 2 }, left([b], 1), same);
    expect(again?.corrected).toMatchObject({ rows: [c], part: 3 });
    // A row that stands twice is two rows.
    expect(correctedSince(planned([a, a], 0), left([a], 1), same)?.corrected.rows).toEqual([a]);
  });

  it('is changed where anything else is different', () => {
    expect(leftOf(planned([a], 0), same)).toBeUndefined();
    for (const [now, before] of [
      // Another row instead of one that was taken; one more beside the wrong one; one that has gone; nothing put right.
      [planned([c, b], 0), left([a], 1)],
      [planned([a, b], 1), left([a], 1)],
      [planned([b], 1), left([a, b], 1)],
      [planned([a], 1), left([a], 1)],
      [planned([a, b, c], 0), left([a], 1)],
      [{ ...planned([a, b], 0), head: { ...head, customer: '1' } }, left([a], 1)],
    ] as const)
      expect(correctedSince(now, before, same)).toBeUndefined();
  });
});
