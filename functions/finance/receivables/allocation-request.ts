import type { Allocation } from '#domain/finance/receivables/invoice.ts';

interface Source {
  readonly open: number;
  readonly allocations: readonly Allocation[];
  readonly requests?: readonly (readonly [request: string, allocations: number])[];
}

/** Notes how many allocations there were after a request, so that its first answer can be given again. */
export const markRequest = <S extends Source>(source: S, request: string): S => ({
  ...source,
  requests: [...(source.requests ?? []), [request, source.allocations.length] as const],
});

/** The source as it was after that request. `total` is what it had before any allocation. */
export function afterRequest<S extends Source & { readonly total: number }>(source: S, request: string): S {
  const count = source.requests?.find(([id]) => id === request)?.[1] ?? source.allocations.length;
  const allocations = source.allocations.slice(0, count);
  return { ...source, allocations, open: source.total - allocations.reduce((sum, a) => sum + a.amount, 0) };
}
