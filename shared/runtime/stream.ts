import type { DynamoDBRecord } from 'aws-lambda';
import { type Attributes, unmarshall } from './attributes.ts';
import type { Fields, RecordChange } from './changes.ts';
import type { RecordRef } from './dead-letters.ts';
import { requestOf } from './history.ts';
import { fault } from './log.ts';
import { dataIn, idIn, type Storage } from './record-item.ts';

/** How a kind's data is stored. */
export type StorageOf = (kind: string) => Storage;

/** An item of the table, as far as it is a record. */
interface Image {
  readonly pk: string;
  readonly sk: string;
  readonly tenant?: string;
  readonly kind?: string;
  readonly rev?: number;
  readonly history?: readonly (readonly unknown[])[];
  readonly data?: Attributes;
}

/** A change with these fields stays well below the 64 KB for which a queue charges once, also ten at a time. */
const MAX_FIELDS_BYTES = 5000;

/** What a record of the stream is about, by its key alone. */
export function refOf({ dynamodb }: DynamoDBRecord): RecordRef {
  const pk = (dynamodb?.Keys?.pk ?? dynamodb?.NewImage?.pk ?? dynamodb?.OldImage?.pk)?.S ?? '';
  const [tenant = '', kind = '', ...id] = pk.split('#');
  return { tenant, kind, id: id.join('#') };
}

/** What changed, or undefined for what is no record. */
export function changeOf({ dynamodb }: DynamoDBRecord, storageOf: StorageOf): RecordChange | undefined {
  const [before, after] = [imageOf(dynamodb?.OldImage), imageOf(dynamodb?.NewImage)];
  const image = after ?? before;
  if (!image?.tenant || !image.kind) return undefined;
  const { tenant, kind, rev, history } = image;
  const request = requestOf(history?.at(-1));
  return {
    tenant,
    kind,
    id: idIn(image, tenant, kind),
    // Who removes a record writes no revision: it is the one after the last.
    ...(rev === undefined ? {} : { rev: after ? rev : rev + 1 }),
    ...(after && request ? { request } : {}),
    ...fieldsOfBoth(before, after, storageOf(kind)),
  };
}

/** Whether the record waits in a queue, after the change. */
export const isOpenAfter = ({ dynamodb }: DynamoDBRecord): boolean => dynamodb?.NewImage?.opk !== undefined;

/** The change of a record as it stands, told again. */
export function changeAgain(item: Attributes, storageOf: StorageOf): RecordChange | undefined {
  const change = changeOf({ dynamodb: { NewImage: item as never } }, storageOf);
  return change && { ...change, again: true };
}

/** The item without its data: a record that nobody can read still says which it is. */
function imageOf(image: unknown): Image | undefined {
  if (!image) return undefined;
  const { data, ...item } = image as Attributes;
  return { ...(unmarshall(item) as unknown as Image), ...(data ? { data: { data } } : {}) };
}

function fieldsOfBoth(before: Image | undefined, after: Image | undefined, storage: Storage): { before?: Fields; after?: Fields } {
  try {
    const fields = { ...(before ? { before: fieldsOf(before, storage) } : {}), ...(after ? { after: fieldsOf(after, storage) } : {}) };
    return JSON.stringify(fields).length <= MAX_FIELDS_BYTES ? fields : {};
  } catch (error) {
    fault('change.unreadable', error, { key: (after ?? before)?.pk });
    return {};
  }
}

function fieldsOf({ data, ...item }: Image, storage: Storage): Fields {
  const fields = data ? dataIn(storage, { ...item, ...unmarshall(data) }) : {};
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => ['string', 'number', 'boolean'].includes(typeof value)));
}
