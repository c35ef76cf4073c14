import type { RecordType, Stored } from '#kernel/record.ts';
import { datedBuckets } from './dated.ts';
import { listRecords } from './lists.ts';
import { log } from './log.ts';
import { Records } from './records.ts';
import { allTenants } from './tenants.ts';

/** Work on a schedule over the records of a kind that want it, company by company. */
export interface Sweep<T> {
  readonly type: RecordType<T>;
  readonly wants: (record: Stored<T>, now: Date) => boolean;
  readonly fiscalYears: (records: Records) => Promise<readonly string[]>;
  readonly handle: (records: Records, record: Stored<T>) => Promise<void>;
}

/** Handles each record that wants it; what fails is logged, fails the run at its end, and comes again with the next. */
export const sweep =
  <T>(code: string, { type, wants, fiscalYears, handle }: Sweep<T>) =>
  async (): Promise<{ handled: number }> => {
    const now = new Date();
    const failed: string[] = [];
    let handled = 0;
    for await (const tenant of allTenants()) {
      const records = new Records(tenant, { by: 'workflow', request: code, action: code, at: now });
      for await (const record of recordsOf(records, type, await fiscalYears(records), (found) => wants(found, now))) {
        try {
          await handle(records, record);
          handled += 1;
        } catch (error) {
          failed.push(record.id);
          log('error', `${code}.failed`, { tenant, record: record.id, message: String(error) });
        }
      }
    }
    log('info', code, { handled, failed: failed.length });
    if (failed.length > 0) throw new Error(`${code}: ${failed.length} of ${handled + failed.length} failed, ${failed[0]} the first`);
    return { handled };
  };

/** A company's records of a kind over its fiscal years, page by page. */
export async function* recordsOf<T>(
  records: Records,
  type: RecordType<T>,
  fiscalYears: readonly string[],
  where: (record: Stored<T>) => boolean,
): AsyncGenerator<Stored<T>> {
  const { buckets } = datedBuckets(fiscalYears, { order: 'asc' });
  for (let cursor: string | undefined, more = true; more; more = cursor !== undefined) {
    const page = await listRecords(records, type, { buckets, order: 'asc', limit: 100, cursor, where });
    yield* page.items;
    cursor = page.nextCursor;
  }
}
