export { quarterOf } from '#domain/finance/tax/tax-period.ts';

/** A quarter and those before it, newest first. */
export function quartersUntil(day: string, count: number): string[] {
  const last = 4 * Number(day.slice(0, 4)) + Math.ceil(Number(day.slice(5, 7)) / 3) - 1;
  return Array.from({ length: count }, (_, i) => `${Math.floor((last - i) / 4)}-${((last - i) % 4) + 1}T`);
}
