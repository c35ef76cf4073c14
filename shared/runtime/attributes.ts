import type { AttributeValue } from '@aws-sdk/client-dynamodb';

export type Attributes = Record<string, AttributeValue>;

/**
 * An object as DynamoDB takes it: texts, numbers, true, false, null, lists and plain objects; undefined is left out. Keys
 * are whatever people chose: the SDK's own marshaller asks an object for its `constructor`, and sets what is named `__proto__`.
 * @throws TypeError on anything else, and on numbers that a double does not hold exactly.
 */
export const marshall = (value: object): Attributes =>
  Object.fromEntries(Object.entries(value).flatMap(([name, field]) => (field === undefined ? [] : [[name, attributeOf(field)]])));

function attributeOf(value: unknown): AttributeValue {
  if (typeof value === 'string') return { S: value };
  if (typeof value === 'number') return { N: numberText(value) };
  if (typeof value === 'boolean') return { BOOL: value };
  if (typeof value === 'bigint') return { N: value.toString() };
  if (value === null) return { NULL: true };
  if (Array.isArray(value)) return { L: value.filter((each) => each !== undefined).map(attributeOf) };
  if (typeof value === 'object') return { M: marshall(value) };
  throw new TypeError(`a ${typeof value} cannot be stored`);
}

function numberText(value: number): string {
  if (!Number.isFinite(value) || Math.abs(value) > Number.MAX_SAFE_INTEGER) throw new TypeError(`${value} cannot be stored exactly`);
  return String(value);
}

/** What {@link marshall} made, as it was. Integers beyond 2^53, which sums can come to, are BigInts. @throws SyntaxError on larger ones. */
export const unmarshall = (item: Attributes): Record<string, unknown> =>
  Object.fromEntries(Object.entries(item).map(([name, attribute]) => [name, nativeOf(attribute)]));

function nativeOf({ S, N, BOOL, L, M }: AttributeValue): unknown {
  if (S !== undefined) return S;
  if (N !== undefined) return Math.abs(Number(N)) <= Number.MAX_SAFE_INTEGER ? Number(N) : BigInt(N);
  if (L !== undefined) return L.map(nativeOf);
  if (M !== undefined) return unmarshall(M);
  return BOOL ?? null;
}
