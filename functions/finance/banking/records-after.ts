import type { Change, RecordType, Stored } from '#kernel/record.ts';
import { Records } from '#runtime/records.ts';
import { afterOf, isUpdate } from './used-credits.ts';

type Ref = Parameters<Records['getTogether']>[0][number];

/**
 * Records as they stand after changes that are yet to be written: of two returns of one run, or of one customer, the second is made of
 * what the first has left. What comes of it is put in place of the earlier changes.
 */
export class RecordsAfter extends Records {
  readonly #inner: Records;
  readonly #after: ReadonlyMap<string, Stored<object>>;

  constructor(inner: Records, changes: readonly Change[]) {
    super(inner.tenant, inner.stamp);
    this.#inner = inner;
    this.#after = new Map(changes.filter(isUpdate).map((change) => [change.before.id, afterOf<object>(change)]));
  }

  override async get<T>(type: RecordType<T>, id: string): Promise<Stored<T> | undefined> {
    return (this.#after.get(id) as Stored<T> | undefined) ?? this.#inner.get(type, id);
  }

  override async getTogether(refs: readonly Ref[], unreadable?: Set<string>): Promise<(Stored<object> | undefined)[]> {
    const found = await this.#inner.getTogether(refs, unreadable);
    return refs.map(({ id }, i) => this.#after.get(id) ?? found[i]);
  }
}
