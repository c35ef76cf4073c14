import { type Dimension, Dimensions, dimensionId, dimensionsTaken, refusalOfDimensions } from '#domain/finance/analysis/dimension.ts';
import { throwIf } from '#kernel/errors.ts';
import type { LineDimensions } from '#kernel/line-dimensions.ts';
import type { Records } from '#runtime/records.ts';

interface Told {
  readonly dimensions?: LineDimensions | undefined;
}

/** The dimensions that something names, by their code; nothing is read where it names none. */
async function definedBy(records: Records, told: readonly (LineDimensions | undefined)[]): Promise<Map<string, Dimension>> {
  const names = [...new Set(told.flatMap((dimensions = {}) => Object.keys(dimensions)))];
  if (names.length === 0) return new Map();
  const found = await records.getMany(Dimensions, names.map(dimensionId));
  return new Map(found.flatMap((dimension) => (dimension ? [[dimension.code, dimension] as const] : [])));
}

/**
 * Requires that lines name values which the company has of its dimensions; nothing is read where they name none.
 * @throws DomainError `dimension.value` (422) naming the line.
 */
export async function requireDimensions(records: Records, lines: readonly Told[]): Promise<void> {
  await withDimensions(records, lines, () => []);
}

/**
 * Lines with the dimensions that they take by themselves, of an item or of who sells or buys, beside those that they tell.
 * @throws DomainError `dimension.value` (422) naming the line, where what it tells is not in use.
 */
export async function withDimensions<L extends Told>(
  records: Records,
  lines: readonly L[],
  defaultsOf: (line: L) => readonly LineDimensions[],
): Promise<L[]> {
  const proposed = lines.map(defaultsOf);
  const defined = await definedBy(records, [...lines.map(({ dimensions }) => dimensions), ...proposed.flat()]);
  return lines.map((line, i) => {
    const { dimensions: told, ...rest } = line;
    throwIf(told && refusalOfDimensions(told, defined, `body.lines.${i}`));
    const dimensions = dimensionsTaken(told, proposed[i] ?? [], defined);
    return (Object.keys(dimensions).length > 0 ? { ...rest, dimensions } : rest) as L;
  });
}

/**
 * Requires that what an item, a customer or a supplier gives its lines is in use; what it had before may have fallen out of it.
 * @throws DomainError `dimension.value` (422).
 */
export async function requireDefaults(records: Records, told: LineDimensions | null | undefined, before?: Told): Promise<void> {
  const fresh = Object.entries(told ?? {}).filter(([name, value]) => before?.dimensions?.[name] !== value);
  const dimensions = Object.fromEntries(fresh);
  throwIf(refusalOfDimensions(dimensions, await definedBy(records, [dimensions]), 'body'));
}
