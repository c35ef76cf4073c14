import * as z from 'zod/mini';

/** A list as records hold it: made anew, never changed in place. */
export const list = <S extends z.ZodMiniType>(element: S) => z.readonly(z.array(element));

/**
 * What of an input's schema a record holds: decoded values, without the limits that people are held to. Limits may change;
 * what is stored stays readable.
 */
export function storedOf<S extends z.ZodMiniType>(schema: S): S {
  return plain(schema) as unknown as S;
}

type Any = z.core.$ZodType;

// biome-ignore lint/suspicious/noExplicitAny: each type of schema has a definition of its own.
const definitionOf = (schema: Any): any => schema._zod.def;

/** By the type of the schema; what is not in here is taken as it is. */
const PLAIN: Readonly<Record<string, (schema: Any) => Any>> = {
  string: () => z.string(),
  number: (schema) => (definitionOf(schema).format === 'safeint' ? z.int() : z.number()),
  array: (schema) => z.array(plain(definitionOf(schema).element)),
  object: (schema) => z.object(shapeOf(schema)),
  record: (schema) => z.record(z.string(), plain(definitionOf(schema).valueType)),
  optional: (schema) => z.optional(plain(definitionOf(schema).innerType)),
  nullable: (schema) => z.nullable(plain(definitionOf(schema).innerType)),
  readonly: (schema) => z.readonly(plain(definitionOf(schema).innerType)),
  default: (schema) => plain(definitionOf(schema).innerType),
  pipe: (schema) => plain(definitionOf(schema).out),
};

const plain = (schema: Any): z.ZodMiniType => (PLAIN[definitionOf(schema).type]?.(schema) ?? schema) as z.ZodMiniType;

const shapeOf = (schema: Any): Record<string, z.ZodMiniType> =>
  Object.fromEntries(Object.entries(definitionOf(schema).shape as Record<string, Any>).map(([name, field]) => [name, plain(field)]));
