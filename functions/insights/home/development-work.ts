import { Enrolments, TO_ORDER } from '#domain/hr/development/enrolment.ts';
import { PeerRequests } from '#domain/hr/development/peer-feedback.ts';
import { type Review, Reviews, reviewId } from '#domain/hr/development/review.ts';
import { CYCLES_RUNNING, isReviewed, ReviewCycles, type ReviewPhase, type StoredReviewCycle } from '#domain/hr/development/review-cycle.ts';
import { assignmentOn, Employees, type StoredEmployee } from '#domain/hr/people/employee.ts';
import type { IsoDate } from '#kernel/date.ts';
import { type Caller, may } from '#runtime/caller.ts';
import { openRecords, openWork } from '#runtime/open-work.ts';
import type { Records } from '#runtime/records.ts';

/** Of how many whom one leads reviews are counted: who leads more finds them in the list. */
const MOST_LED = 200;

const isToWrite = (own: boolean, phase: ReviewPhase, review: Review | undefined): boolean => {
  if (own) return phase === 'writing' ? !review?.self : phase === 'released' && review?.manager === true && !review.signed;
  return (phase === 'writing' || phase === 'calibration') && !review?.manager;
};

/** Reviews that somebody has to write or sign: their own, and of whom they lead directly. */
async function reviewsOf(records: Records, self: string, reports: readonly string[], today: IsoDate): Promise<number> {
  const cycles = await Array.fromAsync(openRecords(records, ReviewCycles, CYCLES_RUNNING));
  if (cycles.length === 0) return 0;
  const people = (await records.getMany(Employees, [self, ...reports.slice(0, MOST_LED)])).filter(
    (one): one is StoredEmployee => one !== undefined && (one.id === self || assignmentOn(one, today).managerId === self),
  );
  const asked = cycles.flatMap((cycle) => people.filter((one) => isReviewed(cycle, one)).map((one) => ({ cycle, one })));
  const keyOf = ({ cycle, one }: { readonly cycle: StoredReviewCycle; readonly one: StoredEmployee }) =>
    reviewId({ cycleId: cycle.id, employeeId: one.id });
  const reviews = await records.getMany(Reviews, asked.map(keyOf));
  return asked.filter(({ cycle, one }, i) => isToWrite(one.id === self, cycle.phase, reviews[i])).length;
}

/** Of whom somebody is asked for an answer: while it is taken. */
async function answersOf(records: Records, self: string): Promise<number> {
  const asked = await Array.fromAsync(openRecords(records, PeerRequests, self));
  const cycles = await records.getMany(
    ReviewCycles,
    asked.map(({ cycleId }) => cycleId),
  );
  return cycles.filter((cycle) => cycle?.phase === 'writing').length;
}

/** What of development waits for somebody: reviews and answers of their own, courses to be ordered. */
export async function developmentWork(records: Records, caller: Caller, today: IsoDate) {
  const { self, reports } = caller;
  const writes = self !== undefined && may(caller, 'development.write');
  const [reviews, answers, toOrder] = await Promise.all([
    writes ? reviewsOf(records, self, reports, today) : undefined,
    writes ? answersOf(records, self) : undefined,
    may(caller, 'development.setup') ? openWork(records.tenant, Enrolments, TO_ORDER) : undefined,
  ]);
  const waiting = (count: number, operation: string, query: Record<string, string> = {}) => ({
    count,
    capped: false,
    list: { operation, query },
  });
  return {
    ...(reviews !== undefined && { reviewsToWrite: waiting(reviews, 'listPeerRequests') }),
    ...(answers !== undefined && { peersToAnswer: waiting(answers, 'listPeerRequests') }),
    ...(toOrder && {
      coursesToOrder: { ...waiting(toOrder.count, 'listEnrolments', { state: 'planned' }), capped: toOrder.capped },
    }),
  };
}
