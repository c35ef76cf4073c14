import * as z from 'zod/mini';
import { recordType } from '#kernel/record.ts';

export const WarehouseCode = z
  .string()
  .check(z.regex(/^[a-z0-9-]{1,20}$/, 'must be 1 to 20 lower-case letters, digits or hyphens, such as main'));

export const WarehouseInput = z.strictObject({ code: WarehouseCode, name: z.string().check(z.trim(), z.minLength(1), z.maxLength(80)) });
export type Warehouse = z.output<typeof WarehouseInput>;

/** A place where goods are kept; its code is its id. */
export const Warehouses = recordType<Warehouse>({
  kind: 'warehouse',
  prefix: 'whs',
  history: 'all',
  list: (w, id) => ({ bucket: 'all', sort: `${w.code}#${id}`, label: `${w.code} ${w.name}` }),
});
export const warehouseId = (code: string): string => `whs_${code}`;
export const MAIN_WAREHOUSE: Warehouse = { code: 'main', name: 'Almacén principal' };
