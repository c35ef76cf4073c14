import * as z from 'zod/mini';

/** What a line is told of: by the name of the dimension. */
export const LineDimensionsInput = z
  .record(
    z.string().check(z.regex(/^[A-Za-z][A-Za-z0-9_-]{0,29}$/, 'must be a plain name')),
    z.string().check(z.trim(), z.minLength(1), z.maxLength(60)),
  )
  .check(z.refine((all) => Object.keys(all).length <= 10, 'at most 10 dimensions a line'));

/** Dimensions of a line, by name. */
export type LineDimensions = Readonly<Record<string, string>>;

/** What has dimensions that its lines take where they tell nothing else: an item, a customer, a supplier. */
interface WithDefaults {
  readonly dimensions?: LineDimensions | undefined;
}

/** What a line takes by itself, what goes first last: an item's before those of a customer or supplier. */
export const defaultDimensions = (party: WithDefaults | undefined, item?: WithDefaults): readonly LineDimensions[] =>
  [party, item].flatMap((of) => (of?.dimensions ? [of.dimensions] : []));
