import { type Warehouse, Warehouses, warehouseId } from '#domain/inventory/stock/warehouse.ts';
import { create } from '#kernel/record.ts';
import { stampedAtBirth } from '#kernel/stamps.ts';
import { command } from '#runtime/action.ts';
import { stock } from './module.ts';

export const createWarehouse = command(stock.actions.createWarehouse, {
  evidence: ({ body }) => ({ type: Warehouses, id: warehouseId(body.code), how: 'make' as const }),
  keepsRequest: true,
  answer: (warehouse) => stampedAtBirth(warehouse),
  run: async ({ body, records }) => (await records.commit<Warehouse>([create(Warehouses, warehouseId(body.code), body)]))[0],
});
