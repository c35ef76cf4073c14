import { ledger } from '#api/finance/ledger.ts';
import { withLane } from '#domain/finance/ledger/lanes.ts';
import { PeriodSequences, periodActions, sequenceId } from '#domain/finance/ledger/period-sequence.ts';
import { assertDefined } from '#kernel/assert.ts';
import { missing, throwIf } from '#kernel/errors.ts';
import { type Changes, update } from '#kernel/record.ts';
import { on } from '#runtime/action.ts';
import { command } from '../../platform/service.ts';
import { readPeriods, sequencesOf } from './period-store.ts';

export const setPeriodLane = command(
  ledger.actions.setPeriodLane,
  on(PeriodSequences, (path) => sequenceId(path.period, 0)),
  // All shards in one transaction: a posting under way either comes before it or meets it.
  async ({ path: { period, lane }, body, records, caller, today }, first) => {
    throwIf(periodActions.setPeriod(first));
    const lanes = withLane(first.lanes, { lane, asked: body, by: caller.email, today });
    if (lanes === first.lanes) return first;
    const changes = (await records.getMany(PeriodSequences, sequencesOf(period))).map((sequence) => {
      if (!sequence)
        throw missing('period.not_found', `There is no period ${period}. Open its fiscal year first.`, 'path.period', { period });
      return update(PeriodSequences, sequence, { ...sequence, lanes }, { lanes: sequence.lanes ?? null });
    });
    return changes as unknown as Changes<typeof first>;
  },
  async (sequence, { records }) => assertDefined((await readPeriods(records, [sequence.period]))[0], sequence.period),
);
