import { MatchRuns } from '#domain/finance/banking/match-run.ts';
import { RuleTests } from '#domain/finance/banking/rule-test.ts';
import { UNDER_WAY } from '#kernel/record.ts';
import { note } from '#runtime/log.ts';
import { openRows } from '#runtime/open-work.ts';
import { worker } from '#runtime/pipeline.ts';
import { noteFailure, type RoundResult, roundHandler, type ScheduleEvent } from '#runtime/rounds.ts';
import { seeToWork } from './bank-work.ts';

const CODE = 'reconcile-bank-work';
const round = roundHandler({
  code: CODE,
  visit: async (records) => {
    let failed = 0;
    for (const type of [MatchRuns, RuleTests])
      for await (const rows of openRows(records.tenant, type, UNDER_WAY))
        for (const { id } of rows)
          failed += await seeToWork(records, id).then(
            () => 0,
            (error: unknown) => noteFailure(CODE, { tenant: records.tenant, record: id }, error),
          );
    return failed;
  },
});

/** Starts again what an execution has left half-way. */
export const handler = worker<ScheduleEvent | undefined, RoundResult>(CODE, async (event, clock) => {
  const result = await round(event, clock);
  note({ ...result });
  return result;
});
