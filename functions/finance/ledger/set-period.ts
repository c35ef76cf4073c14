import { ledger } from '#api/finance/ledger.ts';
import {
  inState,
  PeriodSequences,
  periodActions,
  refusalOfLock,
  refusalOfPeriodState,
  sequenceId,
} from '#domain/finance/ledger/period-sequence.ts';
import { Orders, type StoredOrder } from '#domain/sales/orders/order.ts';
import { unbilledShipments } from '#domain/sales/orders/shipment-value.ts';
import { assertDefined } from '#kernel/assert.ts';
import { type IsoDate, type Month, monthOf } from '#kernel/date.ts';
import { missing, throwIf } from '#kernel/errors.ts';
import { type Changes, numberOf, UNDER_WAY, update } from '#kernel/record.ts';
import { on } from '#runtime/action.ts';
import { openRecords } from '#runtime/open-work.ts';
import type { Records } from '#runtime/records.ts';
import { command } from '../../platform/service.ts';
import { periodsOf, readPeriods, sequencesOf } from './period-store.ts';

export const setPeriod = command(
  ledger.actions.setPeriod,
  on(PeriodSequences, (path) => sequenceId(path.period, 0)),
  // All shards in one transaction: a posting under way either comes before the lock or meets it.
  async ({ path: { period }, body, records, company, today }, first) => {
    if (first.state === body.state) return first;
    throwIf(periodActions.setPeriod(first) ?? refusalOfPeriodState(first, body.state));
    if (body.state === 'locked') throwIf(refusalOfLock(period, today, await firstUnlocked(records, company.fiscalYears)));
    const changes = (await records.getMany(PeriodSequences, sequencesOf(period))).map((sequence) => {
      if (!sequence)
        throw missing('period.not_found', `There is no period ${period}. Open its fiscal year first.`, 'path.period', { period });
      return update(PeriodSequences, sequence, inState(sequence, body.state, records.stamp.at));
    });
    return changes as unknown as Changes<typeof first>;
  },
  async (sequence, { records, dryRun, body }) => {
    const period = assertDefined((await readPeriods(records, [sequence.period]))[0], sequence.period);
    return dryRun ? { ...period, state: body.state, unfinished: await unfinishedIn(records, sequence.period) } : period;
  },
);

async function firstUnlocked(records: Records, fiscalYears: readonly string[]): Promise<Month | undefined> {
  const sequences = await records.getMany(
    PeriodSequences,
    periodsOf(fiscalYears).map((period) => sequenceId(period, 0)),
  );
  return sequences.find((sequence) => sequence !== undefined && sequence.state !== 'locked')?.period;
}

/** What a person looks through before they close a month. */
const MOST_UNFINISHED = 50;

/** Orders with something of a month that is not in the books: shipments that nobody has billed, and steps that are under way. */
export async function unfinishedIn(records: Records, period: Month) {
  const found: { kind: string; id: string; number: string; date: string }[] = [];
  for (const queue of [UNDER_WAY, 'invoice', 'ship', 'goods'])
    for await (const order of openRecords(records, Orders, queue, { to: `${period}-31~` }, new Set())) {
      const date = unfinishedDays(order).find((day) => monthOf(day) === period);
      if (date) found.push({ kind: Orders.kind, id: order.id, number: numberOf(Orders, order.id), date });
      if (found.length === MOST_UNFINISHED) return found;
    }
  return found;
}

const unfinishedDays = (order: StoredOrder): IsoDate[] => [
  ...unbilledShipments(order).map(({ date }) => date),
  ...(order.pendingOperation ? ['date' in order.pendingOperation ? order.pendingOperation.date : order.date] : []),
];
