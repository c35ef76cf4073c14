import type { Attributes } from '../../shared/runtime/dynamo.ts';

/** The parts of a query that the table in memory knows. */
export interface Query {
  readonly IndexName?: string;
  readonly KeyConditionExpression?: string;
  readonly FilterExpression?: string;
  readonly ExpressionAttributeValues?: Attributes;
  readonly ScanIndexForward?: boolean;
  readonly Limit?: number;
  readonly ExclusiveStartKey?: Attributes;
}

const textOf = (item: Attributes | undefined, name: string): string => item?.[name]?.S ?? '';

/** What each form of a sort key's condition wants of it, by the values of the query. */
const FORMS: readonly (readonly [RegExp, (sort: string, first: string, second: string) => boolean])[] = [
  [/^(\w+) BETWEEN (:\w+) AND (:\w+)$/, (sort, low, high) => sort >= low && sort <= high],
  [/^begins_with\((\w+), (:\w+)\)$/, (sort, begin) => sort.startsWith(begin)],
  [/^(\w+) < (:\w+)$/, (sort, before) => sort < before],
  [/^(\w+) > (:\w+)$/, (sort, after) => sort > after],
];

const HAS_WORD = /^contains\(label, (:\w+)\)$/;

function sortCondition(condition: string, named: (name: string) => string): { name: string; holds: (sort: string) => boolean } {
  for (const [form, holds] of FORMS) {
    const [, name, first = '', second = ''] = form.exec(condition) ?? [];
    if (name) return { name, holds: (sort) => holds(sort, named(first), named(second)) };
  }
  throw new Error(`the table in memory does not know the condition ${condition}`);
}

/**
 * Answers a query as DynamoDB does, of items of which each is in its index at once: in order, page by page.
 * @throws Error on a form of condition or filter that the product does not use.
 */
export function answerOf(items: Iterable<Attributes>, query: Query) {
  const { KeyConditionExpression = '', FilterExpression, ScanIndexForward = true, Limit, ExclusiveStartKey } = query;
  const named = (name: string): string => textOf(query.ExpressionAttributeValues, name);
  const [, partition = '', value = '', condition] = /^(\w+) = (:\w+)(?: AND (.+))?$/.exec(KeyConditionExpression) ?? [];
  const { name, holds } = condition ? sortCondition(condition, named) : { name: 'sk', holds: () => true };
  const clauses = (FilterExpression ?? '').split(' AND ').filter(Boolean);
  const unknown = clauses.find((clause) => clause !== 'party = :party' && !HAS_WORD.test(clause));
  if (unknown) throw new Error(`the table in memory does not know the filter ${unknown}`);
  const passes = (item: Attributes): boolean =>
    clauses.every((clause) => {
      const word = HAS_WORD.exec(clause)?.[1];
      return word ? textOf(item, 'label').includes(named(word)) : textOf(item, 'party') === named(':party');
    });
  const order = (item: Attributes): string => `${textOf(item, name)}|${textOf(item, 'pk')}`;
  const found = [...items]
    .filter((item) => textOf(item, partition) === named(value) && item[name] !== undefined && holds(textOf(item, name)))
    .map((item) => ({ at: order(item), item }))
    .sort((a, b) => (a.at < b.at === ScanIndexForward ? -1 : 1))
    .map(({ item }) => item);
  const start = ExclusiveStartKey ? found.findIndex((item) => order(item) === order(ExclusiveStartKey)) + 1 : 0;
  const scanned = found.slice(start, Limit ? start + Limit : undefined);
  const last = start + scanned.length < found.length ? scanned.at(-1) : undefined;
  const Items = scanned.filter(passes);
  return { Items, Count: Items.length, ScannedCount: scanned.length, ...(last ? { LastEvaluatedKey: last } : {}) };
}
