import * as z from 'zod/mini';

/** Crockford base 32, upper case, without I, L, O and U: 26 of them hold 130 bits of a SHA-256. */
const TOKEN = '[0-9A-HJKMNP-TV-Z]{26}';

/** Schema of an id with a prefix: `ord_` and 26 characters. */
export const idWith = (prefix: string) =>
  z.string().check(z.regex(new RegExp(`^${prefix}_${TOKEN}$`), `must be an id such as ${prefix}_01JDG8ZK5T7QWERTY2MNPQRSTV`));

/** Any id the API hands out, as a key to a record of any kind. */
export const AnyId = z.string().check(z.regex(/^[a-z]{2,4}_[0-9A-Za-z_.:-]{1,80}$/, 'must be an id that the API gave out'));

/** The prefix of an id, which names its kind: `ord_…` → `ord`. */
export const prefixOf = (id: string): string => id.slice(0, id.indexOf('_'));
