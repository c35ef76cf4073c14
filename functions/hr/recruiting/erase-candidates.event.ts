import { type Application, Applications, hasStageEnded, type StoredApplication } from '#domain/hr/recruiting/application.ts';
import {
  type Candidate,
  CandidateFiles,
  Candidates,
  candidateFileId,
  ERASE,
  ERASED,
  erasedCandidate,
  type StoredCandidate,
} from '#domain/hr/recruiting/candidate.ts';
import { PersonKeys, personKeyId } from '#kernel/person-key.ts';
import { remove, update } from '#kernel/record.ts';
import type { Records } from '#runtime/records.ts';
import { sweep } from '#runtime/sweep.ts';
import { eraseBeside } from '../../platform/service.ts';
import { leavingChanges } from './other-applications.ts';

/** What is told of a person goes with them: their name, why they were refused, what was thought of them, their files. */
async function eraseApplication(records: Records, before: StoredApplication): Promise<void> {
  await eraseBeside(records, before.id);
  await records.forgetOlderSteps(Applications, before);
  const { reason: _, offer, source: __, obstacle: ___, refusal: ____, ...rest } = before;
  const stage = hasStageEnded(before.stage) ? before.stage : ('withdrawn' as const);
  const kept = offer && stage === 'hired' ? { offer } : {};
  const nameless = { ...before, history: before.history.map(({ was: _____, ...step }) => step) };
  await records.commit([
    update<Application>(Applications, nameless, { ...rest, ...kept, candidateName: ERASED, stage, scorecards: [], interviews: [] }),
  ]);
}

/** With their key goes what is sealed under it, in every copy; what stands unsealed is taken away. */
async function eraseCandidate(records: Records, candidate: StoredCandidate): Promise<void> {
  const today = records.stamp.at.toISOString().slice(0, 10);
  for (const one of await records.getMany(Applications, candidate.applicationIds)) if (one) await eraseApplication(records, one);
  const [file, key] = await Promise.all([
    records.get(CandidateFiles, candidateFileId(candidate.id)),
    records.get(PersonKeys, personKeyId(candidate.id)),
  ]);
  await records.commit([
    update<Candidate>(Candidates, candidate, erasedCandidate(candidate, today)),
    ...(await leavingChanges(records, candidate)),
    ...(file ? [remove(CandidateFiles, file)] : []),
    ...(key ? [remove(PersonKeys, key)] : []),
  ]);
}

/** Every night: who agreed to be kept until a day that has passed. */
export const handler = sweep('erase-candidates', {
  type: Candidates,
  queues: [ERASE],
  wants: ({ keepUntil }, now) => keepUntil < now.toISOString().slice(0, 10),
  handle: eraseCandidate,
});
