import { expect, it } from 'vitest';
import { counted, EMPTY_TALLY, type Outcome } from '../../../../shared/domain/sales/imports/import.ts';
import { contentOf } from '../../../../shared/domain/sales/imports/plan.ts';
import { reportLine, rowsOf } from '../../../../shared/domain/sales/imports/report.ts';
import { type ShopDocument, standingOf } from '../../../../shared/domain/sales/imports/shop-document.ts';

const row = (line: number, code: string, quantity = '1') => ({ line, code, description: 'CUP', quantity, price: '1.5' });
const head = { date: '2010-12-01', customer: '17850', country: 'France' };
const known = (over: Partial<ShopDocument> = {}): ShopDocument => ({
  profile: 'online-retail',
  number: '1',
  date: '2010-12-01',
  digest: 'D',
  importId: 'imp_1',
  state: 'taken',
  made: { orderId: 'ord_1', invoiceId: 'inv_1', net: 300, tax: 63, gross: 363, cash: 0 },
  ...over,
});
const outcome = (standing: Outcome['standing'], more: Partial<Outcome> = {}): Outcome => ({
  document: {
    number: '1',
    returned: false,
    head,
    rows: [row(2, 'A'), row(4, 'B')],
    problems: [{ line: 3, reason: 'zero-price', detail: 'x' }],
  },
  standing,
  known: known(),
  ...more,
});

it('knows a document again by what it says, not by the order of its rows', () => {
  const [a, b, c] = [row(2, 'A'), row(3, 'B'), row(9, 'B', '2')];
  expect(contentOf({ head, rows: [a, b] })).toEqual(contentOf({ head: { ...head, country: 'Spain' }, rows: [{ ...b, line: 7 }, a] }));
  expect(contentOf({ head, rows: [a, b] })).not.toEqual(contentOf({ head, rows: [a, c] }));
  expect(contentOf({ head, rows: [a, b] })).not.toEqual(contentOf({ head, rows: [a] }));
});

it('takes new documents, begun ones and refused ones; not those of another import, nor changed ones', () => {
  expect(standingOf(undefined, 'imp_1', 'D')).toBe('new');
  expect(standingOf(known(), 'imp_1', 'D')).toBe('mine');
  expect(standingOf(known(), 'imp_2', 'D')).toBe('already');
  expect(standingOf(known(), 'imp_2', 'E')).toBe('changed');
  expect(standingOf(known({ state: 'taking' }), 'imp_2', 'D')).toBe('new');
  expect(standingOf(known({ state: 'taking' }), 'imp_2', 'E')).toBe('changed');
  expect(standingOf(known({ state: 'refused' }), 'imp_2', 'E')).toBe('new');
});

it('counts each row once, under what became of it', () => {
  const refused = known({ state: 'refused', refusal: { code: 'period.closed', message: 'closed' } });
  const all = [outcome('mine'), outcome('already'), outcome('changed'), outcome('new', { known: refused }), outcome('none')].reduce(
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
