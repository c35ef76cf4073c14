import { describe, expect, it } from 'vitest';
import { type BillableItem, draftLines, draftValue } from '../../../../shared/domain/finance/receivables/draft.ts';

const ITEM = 'itm_01JDG8ZK5T7QWERTY2MNPQRSTV';
const items = new Map<string, BillableItem>([
  [ITEM, { code: 'TAZA', name: 'Taza', kind: 'stocked', price: '10', taxCode: 'IVA-R', active: true }],
]);

describe('a draft’s line', () => {
  it('takes from the catalogue what it does not say itself', () => {
    expect(draftLines([{ itemId: ITEM, quantity: '2' }], items)).toEqual([
      { itemId: ITEM, code: 'TAZA', name: 'Taza', kind: 'stocked', quantity: '2', price: '10', taxCode: 'IVA-R' },
    ]);
    expect(
      draftLines([{ itemId: ITEM, quantity: '2', name: 'Taza, 2.ª elección', price: '7', taxCode: 'IVA-G', discount: '5' }], items)[0],
    ).toMatchObject({ code: 'TAZA', name: 'Taza, 2.ª elección', price: '7', taxCode: 'IVA-G', discount: '5' });
  });

  it('in words of its own is a service at the general rate, unless it says otherwise', () => {
    expect(draftLines([{ name: 'Asesoría', quantity: '3', price: '60' }], items)).toEqual([
      { name: 'Asesoría', kind: 'service', quantity: '3', price: '60', taxCode: 'IVA-G' },
    ]);
    expect(
      draftLines([{ name: 'Retal', code: 'R1', kind: 'stocked', quantity: '3', price: '60', taxCode: 'EXENTO' }], items)[0],
    ).toMatchObject({ kind: 'stocked', code: 'R1', taxCode: 'EXENTO' });
  });

  it.each([
    ['no name', { quantity: '1', price: '1' }, 'draft.line', 'body.lines.0.name'],
    ['no price', { quantity: '1', name: 'X' }, 'draft.line', 'body.lines.0.price'],
    ['a code beside the item', { quantity: '1', itemId: ITEM, code: 'X' }, 'draft.line', 'body.lines.0.code'],
    ['a kind beside the item', { quantity: '1', itemId: ITEM, kind: 'service' as const }, 'draft.line', 'body.lines.0.kind'],
    ['an item that is not there', { quantity: '1', itemId: 'itm_0000000000000000000000000A' }, 'item.not_found', 'body.lines.0.itemId'],
  ])('with %s is refused', (_, line, code, field) => {
    expect(() => draftLines([line], items)).toThrow(expect.objectContaining({ code, field, kind: 'invalid' }));
  });

  it('of an item that is no longer sold is refused', () => {
    const gone = new Map([[ITEM, { ...(items.get(ITEM) as BillableItem), active: false }]]);
    expect(() => draftLines([{ itemId: ITEM, quantity: '1' }], gone)).toThrow(
      expect.objectContaining({ code: 'item.inactive', kind: 'refused' }),
    );
  });

  it('is worth what the rate of the day makes of it', () => {
    const lines = draftLines([{ name: 'Asesoría', quantity: '3', price: '60' }], items);
    expect(draftValue({ lines, pricesIncludeTax: false }, '2026-03-10').totals).toMatchObject({ net: 18_000, tax: 3780, gross: 21_780 });
    expect(draftValue({ lines, pricesIncludeTax: false }, '2010-06-30').totals.tax).toBe(2880); // 16 %
    expect(draftValue({ lines, pricesIncludeTax: true }, '2026-03-10')).toMatchObject({
      totals: { gross: 18_000 },
      lines: [{ code: '', net: 14_876 }],
    });
    expect(() => draftValue({ lines, pricesIncludeTax: false }, '1994-12-31')).toThrow(expect.objectContaining({ code: 'tax.no_rate' }));
  });
});
