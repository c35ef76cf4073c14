import type { Attributes } from '../../shared/runtime/dynamo.ts';

/** What the table and its indexes keep together. */
const PARTITIONS = ['pk', 'lpk', 'opk'] as const;
type Partition = (typeof PARTITIONS)[number];
type Shelves = Readonly<Record<Partition, Map<string, Map<string, Attributes>>>>;

/** Items by their key, and those of one partition of the table or of an index together: a query looks at no others, however many there are. */
export class MemoryItems extends Map<string, Attributes> {
  readonly #shelves: Shelves = { pk: new Map(), lpk: new Map(), opk: new Map() };

  override set(key: string, item: Attributes): this {
    const before = this.get(key);
    for (const name of PARTITIONS) {
      const [value, was] = [item[name]?.S, before?.[name]?.S];
      if (was !== undefined && was !== value) this.#shelves[name].get(was)?.delete(key);
      if (value === undefined) continue;
      const shelf = this.#shelves[name].get(value) ?? new Map<string, Attributes>();
      this.#shelves[name].set(value, shelf.set(key, item));
    }
    return super.set(key, item);
  }
  override delete(key: string): boolean {
    const before = this.get(key);
    for (const name of PARTITIONS) this.#shelves[name].get(before?.[name]?.S ?? '')?.delete(key);
    return super.delete(key);
  }
  override clear(): void {
    for (const name of PARTITIONS) this.#shelves[name].clear();
    super.clear();
  }
  /** Those of a partition; of an attribute that keeps nothing together, all. */
  shelf(name: string, value: string): Iterable<Attributes> {
    return PARTITIONS.some((each) => each === name) ? (this.#shelves[name as Partition].get(value)?.values() ?? []) : this.values();
  }
}
