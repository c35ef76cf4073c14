import * as z from 'zod/mini';
import { named, recordType } from '#kernel/record.ts';
import { storedOf } from '#kernel/stored.ts';

export const WarehouseCode = z
  .string()
  .check(z.regex(/^[a-z0-9-]{1,20}$/, 'must be 1 to 20 lower-case letters, digits or hyphens, such as main'));

export const WarehouseInput = z.strictObject({ code: WarehouseCode, name: z.string().check(z.trim(), z.minLength(1), z.maxLength(80)) });
export type Warehouse = z.output<typeof WarehouseInput>;

/** A place where goods are kept; its code is its id. */
export const Warehouses = recordType<Warehouse>({
  kind: 'warehouse',
  prefix: 'whs',
  data: storedOf(WarehouseInput),
  history: 'all',
  list: named({ by: (w) => w.code, words: (w) => [w.code, w.name] }),
  summary: (w) => ({ title: w.name, subtitle: [w.code] }),
  screen: { none: 'The settings show all warehouses on one page.' },
  icon: 'box',
  read: 'stock.read',
});
export const warehouseId = (code: string): string => `whs_${code}`;
export const MAIN_WAREHOUSE: Warehouse = { code: 'main', name: 'Almacén principal' };
