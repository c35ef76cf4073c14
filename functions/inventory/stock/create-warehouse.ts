import { stock } from '#api/inventory/stock.ts';
import { Warehouses, warehouseId } from '#domain/inventory/stock/warehouse.ts';
import { create } from '#kernel/record.ts';
import { creates } from '#runtime/action.ts';
import { command } from '../../platform/service.ts';

export const createWarehouse = command(
  stock.actions.createWarehouse,
  creates(Warehouses, ({ body }) => warehouseId(body.code)),
  ({ body }) => [create(Warehouses, warehouseId(body.code), body)],
);
