import { Onboardings } from '#domain/hr/onboarding/onboarding.ts';
import { prefixOf } from '#kernel/id.ts';
import { followChanges } from '#runtime/changes.ts';
import { untilCommitted } from '#runtime/conflicts.ts';
import { WORKER } from '#runtime/record-item.ts';
import { Records } from '#runtime/records.ts';
import { followOnboarding } from './onboarding-follower.ts';

/** Starts and answers the executions of onboardings, and tells them what became of the access and courses that they ordered. */
export const handler = followChanges({
  code: 'follow-onboardings',
  subject: ({ kind, id, after }) => {
    const about = kind === 'access-order' || kind === 'course-order' ? after?.about : id;
    return typeof about === 'string' && prefixOf(about) === Onboardings.prefix ? about : undefined;
  },
  handle: (tenant, id, changes) => {
    const now = new Date();
    const stamp = { by: WORKER, request: changes.at(-1)?.request ?? id, action: 'followOnboardings', at: now };
    return untilCommitted(() => followOnboarding(new Records(tenant, stamp), id, now));
  },
});
