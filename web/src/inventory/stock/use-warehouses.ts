import { useCallback } from 'react';
import { $api, type Schemas } from '../../api/client.ts';

const NONE: readonly Schemas['Warehouse'][] = [];

/** The company's warehouses: few, read once and kept. */
export function useWarehouses(): readonly Schemas['Warehouse'][] {
  const { data } = $api.useQuery('get', '/warehouses', {}, { staleTime: 300_000 });
  return data?.items ?? NONE;
}

/** `main` → what people call that warehouse. */
export function useWarehouseName(): (code: string) => string {
  const warehouses = useWarehouses();
  return useCallback((code) => warehouses.find((each) => each.code === code)?.name ?? code, [warehouses]);
}
