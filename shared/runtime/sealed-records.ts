import { type PersonKey, PersonKeys, personKeyId } from '#kernel/person-key.ts';
import { type Change, createNext, type RecordType, type Stored } from '#kernel/record.ts';
import { fault } from './log.ts';
import { dataKey, newDataKey } from './person-keys.ts';
import { openedItem, personIn } from './sealed-item.ts';

/** Where keys are read. */
interface Keys {
  readonly tenant: string;
  getMany(type: RecordType<PersonKey>, ids: readonly string[]): Promise<(Stored<PersonKey> | undefined)[]>;
}
type Key = Uint8Array;

/** Whose key seals what a change writes; undefined where it writes nothing sealed. */
export const sealerOf = (change: Change): string | undefined =>
  change.type.sealed && (change.op === 'create' || change.op === 'update')
    ? change.type.person?.(change.data as never, change.op === 'create' ? change.id : change.before.id)
    : undefined;

/** The keys that seal what changes write, by person, and the changes that make those that there are not yet. */
export async function sealingKeys(records: Keys, changes: readonly Change[]): Promise<{ keys: ReadonlyMap<string, Key>; made: Change[] }> {
  const people = [...new Set(changes.map(sealerOf).filter((person) => person !== undefined))];
  if (people.length === 0) return { keys: new Map(), made: [] };
  const keys = await keysOf(records, people);
  const made = await Promise.all(
    people
      .filter((person) => !keys.has(person))
      .map(async (person) => {
        const { key, wrapped } = await newDataKey(records.tenant, person);
        keys.set(person, key);
        // Who makes the key of the same person at the same moment is first: then this is decided again, with theirs.
        return createNext(PersonKeys, personKeyId(person), { wrapped });
      }),
  );
  return { keys, made };
}

async function keysOf(records: Keys, people: readonly string[]): Promise<Map<string, Key>> {
  const found = await records.getMany(PersonKeys, people.map(personKeyId));
  const entries = people.map(async (person, i) => {
    const kept = found[i];
    return kept ? [[person, await dataKey(records.tenant, person, kept.wrapped)] as const] : [];
  });
  return new Map((await Promise.all(entries)).flat());
}

type Row = Record<string, unknown>;

/** Items as their records say them: those of a sealed kind opened, and undefined where the key of their person is gone. */
export async function openedRows(
  records: Keys,
  rows: readonly {
    readonly type: Pick<RecordType<never>, 'sealed'>;
    readonly row: Row;
    /** Whose key opens it, where the item does not say. */
    readonly person?: string | undefined | false;
  }[],
): Promise<(Row | undefined)[]> {
  const people = [...new Set(rows.flatMap(({ type, row, person }) => (type.sealed ? [person || personIn(row)] : [])))];
  if (people.length === 0) return rows.map(({ row }) => row);
  // Who has no right to the keys sees what is sealed as if it were not there.
  if (!process.env.PERSON_KEY) return rows.map(({ type, row }) => (type.sealed ? undefined : row));
  const keys = await keysOf(records, people);
  return rows.map(({ type, row, person }) => {
    if (!type.sealed) return row;
    const key = keys.get(person || personIn(row));
    return key && openedOrNothing(row, key);
  });
}

/** What cannot be opened says nothing: whoever reads it finds a record that is not what its kind says. */
function openedOrNothing(row: Row, key: Key): Row {
  try {
    return openedItem(row, key);
  } catch (error) {
    fault('record.sealed', error, { key: row.pk });
    return { ...row, data: {}, history: [], steps: [] };
  }
}
