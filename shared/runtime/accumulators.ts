import { type Accumulated, type Change, createNext, type RecordType, type Stored, update } from '#kernel/record.ts';

/** Where sums are read. */
interface Sums {
  getMany(type: RecordType<Accumulated>, ids: readonly string[]): Promise<(Stored<Accumulated> | undefined)[]>;
}

/** What changes add to one sum. */
interface Addition {
  readonly type: RecordType<Accumulated>;
  /** The sum as the record has it that changed last: whatever it says beside its figures. */
  sum: Accumulated;
  readonly figures: Map<string, number>;
}

/**
 * What changes of records change in the sums that are kept of them. Sums that stay as they are are neither read nor written: records
 * that say nothing of them cost nothing.
 */
export async function accumulatedChanges(records: Sums, changes: readonly Change[]): Promise<Change[]> {
  const additions = additionsOf(changes);
  const byType = Map.groupBy(additions, ([, { type }]) => type);
  const found = await Promise.all(
    [...byType].map(async ([type, mine]) => {
      const sums = await records.getMany(
        type,
        mine.map(([id]) => id),
      );
      return mine.map(([id, addition], i) => withAddition(id, addition, sums[i]));
    }),
  );
  return found.flat();
}

function additionsOf(changes: readonly Change[]): (readonly [id: string, Addition])[] {
  const additions = new Map<string, Addition>();
  for (const change of changes) {
    const { accumulates } = change.type;
    if (!accumulates || change.op === 'check') continue;
    const id = change.op === 'create' ? change.id : change.before.id;
    const add = (data: unknown, sign: 1 | -1) => {
      for (const [sumId, sum] of accumulates.of(data, id, change.type)) {
        const addition = additions.get(sumId) ?? { type: accumulates.type, sum, figures: new Map() };
        if (sign > 0) addition.sum = sum;
        for (const [name, amount] of Object.entries(sum.figures))
          addition.figures.set(name, (addition.figures.get(name) ?? 0) + sign * amount);
        additions.set(sumId, addition);
      }
    };
    if (change.op !== 'create') add(change.before, -1);
    if (change.op !== 'remove') add(change.data, 1);
  }
  return [...additions].filter(([, { figures }]) => [...figures.values()].some((amount) => amount !== 0));
}

/** The sum with what is added; figures that came to nothing are left out. */
function withAddition(id: string, { type, sum, figures: added }: Addition, before: Stored<Accumulated> | undefined): Change {
  const figures = new Map(Object.entries(before?.figures ?? {}));
  for (const [name, amount] of added) figures.set(name, (figures.get(name) ?? 0) + amount);
  const data = { ...sum, figures: Object.fromEntries([...figures].filter(([, amount]) => amount !== 0)) };
  return before ? update(type, before, data) : createNext(type, id, data);
}
