import type { RecordType, Stored } from '#kernel/record.ts';
import { note } from './log.ts';
import { openRecords } from './open-work.ts';
import { worker } from './pipeline.ts';
import type { Records } from './records.ts';
import { noteFailure, type RoundResult, roundHandler, type ScheduleEvent } from './rounds.ts';

/** Work on a schedule over the records of a kind that wait in one of several queues, company by company. */
export interface Sweep<T> {
  readonly type: RecordType<T>;
  /** Of the index of open work. */
  readonly queues: readonly string[];
  readonly wants?: (record: Stored<T>, now: Date) => boolean;
  readonly handle: (records: Records, record: Stored<T>) => Promise<void>;
}

/** Handles each record that wants it; what fails comes again with the next run. */
export function sweep<T>(code: string, { type, queues, wants = () => true, handle }: Sweep<T>) {
  const run = roundHandler({
    code,
    visit: async (records) => {
      let failed = 0;
      const unreadable = new Set<string>();
      for (const queue of queues)
        for await (const record of openRecords(records, type, queue, {}, unreadable))
          if (wants(record, records.stamp.at))
            failed += await handle(records, record).then(
              () => 0,
              (error: unknown) => noteFailure(code, { tenant: records.tenant, record: record.id }, error),
            );
      return failed + unreadable.size;
    },
  });
  return worker<ScheduleEvent | undefined, RoundResult>(code, async (event, clock) => {
    const result = await run(event, clock);
    note({ ...result });
    return result;
  });
}
