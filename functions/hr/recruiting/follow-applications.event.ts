import { Applications } from '#domain/hr/recruiting/application.ts';
import { CandidateFiles, candidateFileId } from '#domain/hr/recruiting/candidate.ts';
import { DomainError } from '#kernel/errors.ts';
import { prefixOf } from '#kernel/id.ts';
import { update } from '#kernel/record.ts';
import { followChanges } from '#runtime/changes.ts';
import { AlreadyThere, untilCommitted } from '#runtime/conflicts.ts';
import { WORKER } from '#runtime/record-item.ts';
import { Records } from '#runtime/records.ts';
import { callerBy, companyAndDay } from '../../platform/service.ts';
import { writeToApplicant } from './candidate-mails.ts';
import { hireChanges } from './hire.ts';

const OFFERER_LEFT = { code: 'offer.offerer_left', detail: 'Whoever made the offer lets nobody in any more: carry it out by hand.' };

/** Makes an employee of whoever has accepted. What stands in its way is told on the application, and a person carries it out. */
async function hireAccepted(records: Records, id: string, now: Date): Promise<void> {
  const application = await records.get(Applications, id);
  if (application?.stage !== 'accepted' || application.obstacle || !application.offer) return;
  const [{ today }, caller] = await Promise.all([companyAndDay(records, now), callerBy(records, application.offer.by)]);
  const keep = (obstacle: typeof OFFERER_LEFT) => records.commit([update(Applications, application, { ...application, obstacle })]);
  if (!caller) return void (await keep(OFFERER_LEFT));
  try {
    await records.commit(await hireChanges(records, application, { caller, now, today }));
  } catch (error) {
    // The same change may be delivered twice at once: whoever was quicker has hired them.
    if (error instanceof AlreadyThere) return;
    if (!(error instanceof DomainError)) throw error;
    await keep({ code: error.code, detail: error.message });
  }
}

/** Of an offer that was answered the link proves nothing any more: what it proved is forgotten. */
async function forgetLink(records: Records, id: string): Promise<void> {
  const application = await records.get(Applications, id);
  if (!application || application.stage === 'offer') return;
  const file = await records.get(CandidateFiles, candidateFileId(application.candidateId));
  if (!file?.links.some(({ applicationId }) => applicationId === id)) return;
  const links = file.links.filter(({ applicationId }) => applicationId !== id);
  await records.commit([update(CandidateFiles, file, { ...file, links })]);
}

/** Follows applications: mails to who takes part, and employees of those who accepted. */
export async function followApplication(tenant: string, id: string, request: string): Promise<void> {
  const now = new Date();
  const records = () => new Records(tenant, { by: WORKER, request, action: 'followApplications', at: now });
  await untilCommitted(() => hireAccepted(records(), id, now));
  await untilCommitted(() => forgetLink(records(), id));
  await untilCommitted(() => writeToApplicant(records(), id));
}

export const handler = followChanges({
  code: 'follow-applications',
  subject: ({ id }) => (prefixOf(id) === Applications.prefix ? id : undefined),
  handle: (tenant, id, changes) => followApplication(tenant, id, changes.at(-1)?.request ?? id),
});
