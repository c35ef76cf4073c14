import * as z from 'zod/mini';
import { type Refusal, refusal, refused } from '#kernel/errors.ts';
import type { LineDimensions } from '#kernel/line-dimensions.ts';
import { named, recordType, type Stored } from '#kernel/record.ts';
import { list } from '#kernel/stored.ts';
import { writtenText as text } from '#kernel/written-text.ts';

/** How lines of entries call a dimension: `centre`, `project`. */
export const DimensionCode = z.string().check(z.regex(/^[A-Za-z][A-Za-z0-9_-]{0,29}$/, 'must be a plain name'));
export const ValueCode = z.string().check(z.regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,29}$/, 'must be a code: letters, digits, dots and dashes'));

const Value = z.strictObject({ code: ValueCode, name: text(80), active: z._default(z.boolean(), true) });
export const DimensionInput = z.strictObject({ name: text(60), values: z.array(Value).check(z.minLength(1), z.maxLength(500)) });

/** What a company looks at its income and expenses by, such as cost centres or projects, with its values. */
export const Dimension = z.object({
  code: z.string(),
  name: z.string(),
  values: list(z.object({ code: z.string(), name: z.string(), active: z.boolean() })),
});
export type Dimension = Readonly<z.output<typeof Dimension>>;
export type StoredDimension = Stored<Dimension>;

export const dimensionId = (code: string): string => `dim_${code}`;

export const Dimensions = recordType<Dimension>({
  kind: 'dimension',
  prefix: 'dim',
  data: Dimension,
  history: 'all',
  list: named({ by: (d) => d.name, words: (d) => [d.code, d.name] }),
  summary: (d) => ({ title: d.name, subtitle: [d.code] }),
  screen: { none: 'Dimensions are shown together.' },
  icon: 'sitemap',
  read: 'books.read',
});

/**
 * A dimension as it is told: no value appears twice, and none that was there is left out, since entries may name it.
 * @throws DomainError `dimension.twice` (422), `dimension.lacking` (422).
 */
export function dimensionBy(code: string, { name, values }: z.output<typeof DimensionInput>, before: Dimension | undefined): Dimension {
  const codes = values.map((value) => value.code);
  const twice = codes.findIndex((value, i) => codes.indexOf(value) !== i);
  if (twice >= 0)
    throw refused('dimension.twice', `The value ${codes[twice]} is listed twice: list it once.`, `body.values.${twice}.code`, {
      value: codes[twice] ?? '',
    });
  const lacking = before?.values.find((value) => !codes.includes(value.code));
  if (lacking)
    throw refused(
      'dimension.lacking',
      `The value ${lacking.code} is missing: entries may name it. Keep it, and make it inactive where it is used no more.`,
      'body.values',
      { value: lacking.code },
    );
  return { code, name, values };
}

/** Why a line may not name these values: of a dimension that the company has defined, one that it does not know or uses no more. */
export function refusalOfDimensions(told: LineDimensions, defined: ReadonlyMap<string, Dimension>, field: string): Refusal | undefined {
  for (const [dimension, value] of Object.entries(told)) {
    const known = defined.get(dimension);
    if (known && !known.values.some(({ code, active }) => code === value && active))
      return refusal(
        'dimension.value',
        `${known.name} has no value ${value} in use: choose one of its values, or add it.`,
        `${field}.dimensions.${dimension}`,
        { dimension: known.name, value },
      );
  }
  return undefined;
}

/**
 * A line with the dimensions that it takes by itself, the last proposed first; what it tells goes first, and `{}` asks for none. Of a dimension that the company
 * has defined, a value that is used no more is not taken.
 */
export function dimensionsTaken(
  told: LineDimensions | undefined,
  proposed: readonly LineDimensions[],
  defined: ReadonlyMap<string, Dimension>,
): LineDimensions {
  if (told && Object.keys(told).length === 0) return {};
  const usable = proposed.flatMap(Object.entries<string>).filter(([name, value]) => !refusalOfDimensions({ [name]: value }, defined, ''));
  return { ...Object.fromEntries(usable), ...told };
}
