import { type Dimension, Dimensions, dimensionId, type LineDimensions, refusalOfDimensions } from '#domain/finance/analysis/dimension.ts';
import { throwIf } from '#kernel/errors.ts';
import type { Records } from '#runtime/records.ts';

/**
 * Requires that lines name values which the company has of its dimensions; nothing is read where they name none.
 * @throws DomainError `dimension.value` (422) naming the line.
 */
export async function requireDimensions(
  records: Records,
  lines: readonly { readonly dimensions?: LineDimensions | undefined }[],
): Promise<void> {
  const names = [...new Set(lines.flatMap(({ dimensions = {} }) => Object.keys(dimensions)))];
  if (names.length === 0) return;
  const found = await records.getMany(Dimensions, names.map(dimensionId));
  const defined = new Map<string, Dimension>(found.flatMap((dimension) => (dimension ? [[dimension.code, dimension] as const] : [])));
  for (const [i, { dimensions }] of lines.entries()) throwIf(dimensions && refusalOfDimensions(dimensions, defined, `body.lines.${i}`));
}
