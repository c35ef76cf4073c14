import type { Attributes } from '../../shared/runtime/dynamo.ts';

/** Items by their key, and those of one partition together: a query of the table itself looks at no others, however many there are. */
export class MemoryItems extends Map<string, Attributes> {
  readonly #shelves = new Map<string, Map<string, Attributes>>();

  override set(key: string, item: Attributes): this {
    const pk = item.pk?.S ?? '';
    const shelf = this.#shelves.get(pk) ?? new Map<string, Attributes>();
    this.#shelves.set(pk, shelf.set(key, item));
    return super.set(key, item);
  }
  override delete(key: string): boolean {
    this.#shelves.get(this.get(key)?.pk?.S ?? '')?.delete(key);
    return super.delete(key);
  }
  override clear(): void {
    this.#shelves.clear();
    super.clear();
  }
  shelf(pk: string): Iterable<Attributes> {
    return this.#shelves.get(pk)?.values() ?? [];
  }
}
