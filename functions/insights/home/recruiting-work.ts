import { Applications, type StoredApplication } from '#domain/hr/recruiting/application.ts';
import { type Caller, may, mayFor } from '#runtime/caller.ts';
import { MOST_COUNTED, openRecords, openWork } from '#runtime/open-work.ts';
import type { Records } from '#runtime/records.ts';

const MS_PER_DAY = 86_400_000;
/** An offer is told of so many days before it runs out. */
const DAYS_BEFORE = 2;

/** Applications in a stage that somebody has something to do with. */
async function countOf(records: Records, stage: string, wants: (application: StoredApplication) => boolean) {
  let count = 0;
  for await (const application of openRecords(records, Applications, stage)) {
    if (!wants(application)) continue;
    count += 1;
    if (count > MOST_COUNTED) return { count: MOST_COUNTED, capped: true };
  }
  return { count, capped: false };
}
const listed = (found: { readonly count: number; readonly capped: boolean }, stage: string) => ({
  ...found,
  list: { operation: 'listApplications', query: { stage } },
});

/** Whether the caller has met somebody and has not said what they think. */
const owesScorecard =
  (caller: Caller, now: string) =>
  ({ interviews, scorecards }: StoredApplication): boolean =>
    !scorecards.some(({ by }) => by === caller.email) &&
    interviews.some(({ state, at, with: guests }) => state === 'planned' && at <= now && guests.includes(caller.email));

/** What waits of hiring: scorecards of one's own, offers that run out, and people who accepted and are no employees yet. */
export async function recruitingWork(records: Records, caller: Caller) {
  const now = records.stamp.at;
  const soon = new Date(now.getTime() + DAYS_BEFORE * MS_PER_DAY).toISOString();
  const seen = (application: StoredApplication) => mayFor(caller, 'recruiting.read', application, Applications);
  const owes = owesScorecard(caller, now.toISOString());
  const hires = may(caller, 'recruiting.write');
  const [scorecards, offers, accepted] = await Promise.all([
    may(caller, 'recruiting.assess') ? countOf(records, 'interview', (one) => seen(one) && owes(one)) : undefined,
    hires ? countOf(records, 'offer', ({ offer }) => offer !== undefined && offer.expiresAt <= soon) : undefined,
    hires ? openWork(records.tenant, Applications, 'accepted') : undefined,
  ]);
  return {
    ...(scorecards && { scorecardsDue: listed(scorecards, 'interview') }),
    ...(offers && { offersExpiring: listed(offers, 'offer') }),
    ...(accepted && { acceptedOffers: listed({ count: accepted.count, capped: accepted.capped }, 'accepted') }),
  };
}
