import { handler as commands } from '../../functions/inventory/stock/commands.ts';
import { handler as queries } from '../../functions/inventory/stock/queries.ts';
import { Warehouses, warehouseId } from '../../shared/domain/inventory/stock/warehouse.ts';
import { Items } from '../../shared/domain/sales/catalogue/item.ts';
import { create } from '../../shared/kernel/record.ts';
import { idFrom } from '../../shared/runtime/fingerprint.ts';
import { recordsOf } from './company.ts';
import { peopleOf } from './people.ts';

/** The goods receipts of one company, through their Lambda handlers: of items C0, C1 …, in `main`. */
export function goodsOf(tenant: string) {
  const people = peopleOf(tenant, { commands, queries }, (route) => route.replace(/grn_[^/]+/, '{receiptId}'));
  const itemId = (code: string) => idFrom('itm', tenant, code);
  /** Makes warehouse and items. */
  const prepare = (codes: readonly string[]) =>
    recordsOf(tenant).commit([
      create(Warehouses, warehouseId('main'), { code: 'main', name: 'Almacén' }),
      ...codes.map((code) =>
        create(Items, itemId(code), {
          code,
          name: `Artículo ${code}`,
          unit: 'pc',
          price: '10',
          taxCode: 'IVA-G',
          kind: 'stocked',
          active: true,
        }),
      ),
    ]);
  /** `[code, quantity, unit cost]` on 2 March 2026. */
  const receive = (lines: readonly (readonly [string, string, string])[], more: object = {}) =>
    people.done('ana', 'POST /goods-receipts', {
      date: '2026-03-02',
      lines: lines.map(([code, quantity, unitCost]) => ({ itemId: itemId(code), quantity, unitCost })),
      ...more,
    });
  return { ...people, prepare, receive, itemId };
}
