import { CHECK_FACTS, type ChangedFact } from '#domain/finance/closing/check.ts';
import { MonthCloses } from '#domain/finance/closing/month-close.ts';
import { PeriodSequences } from '#domain/finance/ledger/period-sequence.ts';
import { prefixOf } from '#kernel/id.ts';
import { followChanges, type RecordChange } from '#runtime/changes.ts';
import { untilCommitted } from '#runtime/conflicts.ts';
import { WORKER } from '#runtime/record-item.ts';
import { Records } from '#runtime/records.ts';
import { followClose, lookAgain } from './close-follower.ts';

/** All facts of a batch are looked at together: many postings are one look. */
const FACTS = 'facts';

const factOf = ({ kind, id }: RecordChange): ChangedFact =>
  // `per_2026/03.1`
  kind === PeriodSequences.kind ? { kind, month: id.slice(4, 11).replace('/', '-') } : { kind };

/** Starts and answers the executions of closes, and looks again at what the checks of those that wait depend on. */
export const handler = followChanges({
  code: 'follow-month-closes',
  subject: ({ kind, id }) => {
    if (prefixOf(id) === MonthCloses.prefix) return id;
    return CHECK_FACTS.includes(kind) ? FACTS : undefined;
  },
  handle: (tenant, subject, changes) => {
    const now = new Date();
    const stamp = { by: WORKER, request: changes.at(-1)?.request ?? subject, action: 'followMonthCloses', at: now };
    if (subject !== FACTS) return followClose(new Records(tenant, stamp), subject, now);
    return untilCommitted(() => lookAgain(new Records(tenant, stamp), changes.map(factOf), now));
  },
});
