import type { AttributeValue } from '@aws-sdk/client-dynamodb';

export type Item = Readonly<Record<string, AttributeValue>>;

const utf8 = (text: string): number => Buffer.byteLength(text, 'utf8');

/** 1 byte per two significant digits and 1 more; leading and trailing zeroes do not count, a sign does. */
function numberSize(text: string): number {
  const digits = text
    .replace(/e.*$/i, '')
    .replace(/[-+.]/g, '')
    .replace(/^0+|0+$/g, '');
  return Math.ceil(digits.length / 2) + 1 + (text.startsWith('-') ? 1 : 0);
}

const sum = <T>(list: readonly T[], size: (value: T) => number): number => list.reduce((total, value) => total + size(value), 0);

function valueSize(value: AttributeValue): number {
  if (value.S !== undefined) return utf8(value.S);
  if (value.N !== undefined) return numberSize(value.N);
  if (value.B !== undefined) return value.B.length;
  if (value.L !== undefined) return 3 + sum(value.L, (element) => 1 + valueSize(element));
  if (value.M !== undefined) return 3 + sum(Object.entries(value.M), ([name, element]) => 1 + utf8(name) + valueSize(element));
  if (value.SS !== undefined) return sum(value.SS, utf8);
  if (value.NS !== undefined) return sum(value.NS, numberSize);
  if (value.BS !== undefined) return sum(value.BS, (bytes) => bytes.length);
  return 1;
}

/**
 * Bytes of an item by the rules of the DynamoDB Developer Guide, "DynamoDB item sizes and formats": UTF-8 names and texts;
 * numbers as above; true, false and null 1 byte; lists and maps 3 bytes and 1 per element.
 */
export const itemSize = (item: Item): number => sum(Object.entries(item), ([name, value]) => utf8(name) + valueSize(value));

const blocks = (bytes: number, size: number): number => Math.max(1, Math.ceil(bytes / size));

/** Write request units: 1 per started KB of the larger of the item before and after; twice that in a transaction. */
export const writeUnits = (before: number, after: number, transactional = false): number =>
  blocks(Math.max(before, after), 1024) * (transactional ? 2 : 1);

export type Reading = 'eventual' | 'strong' | 'transactional';
const PER_BLOCK: Readonly<Record<Reading, number>> = { eventual: 0.5, strong: 1, transactional: 2 };

/** Read request units: 1 per started 4 KB; half where eventually consistent, twice that in a transaction. An absent item counts as 4 KB. */
export const readUnits = (bytes: number, reading: Reading): number => blocks(bytes, 4096) * PER_BLOCK[reading];

/** The table's indexes: their keys, the table's, and what is projected. */
const INDEXES = {
  list: ['lpk', 'lsk', 'pk', 'sk', 'label', 'party'],
  open: ['opk', 'osk', 'pk', 'sk', 'due', 'party'],
} as const;
type Index = keyof typeof INDEXES;

/** An item as an index holds it; undefined where it is not in there. */
export function projected(item: Item | undefined, index: Index = 'list'): Item | undefined {
  const names = INDEXES[index];
  if (!item?.[names[0]] || !item[names[1]]) return undefined;
  return Object.fromEntries(names.flatMap((name) => (item[name] ? [[name, item[name]]] : [])));
}

/**
 * Write units that the indexes take: 1 per KB for an entry that comes, goes or changes, 2 where its key changes (one goes,
 * one comes), none where nothing projected changed. Indexes follow after the transaction, so they never count double.
 */
export const indexUnits = (before: Item | undefined, after: Item | undefined): number =>
  sum(Object.keys(INDEXES) as Index[], (index) => unitsOf(index, before, after));

function unitsOf(index: Index, before: Item | undefined, after: Item | undefined): number {
  const [old, now] = [projected(before, index), projected(after, index)];
  if (!old && !now) return 0;
  if (!old || !now) return blocks(itemSize(old ?? now ?? {}), 1024);
  if (JSON.stringify(old) === JSON.stringify(now)) return 0;
  const moved = INDEXES[index].slice(0, 2).some((name) => old[name]?.S !== now[name]?.S);
  return moved ? blocks(itemSize(old), 1024) + blocks(itemSize(now), 1024) : blocks(Math.max(itemSize(old), itemSize(now)), 1024);
}
