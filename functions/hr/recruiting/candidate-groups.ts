import { recruiting } from '#api/hr/recruiting.ts';
import { Applications } from '#domain/hr/recruiting/application.ts';
import { Candidates, mergedGroup, refusalOfMerger, refusalOfSplit, separatedGroup } from '#domain/hr/recruiting/candidate.ts';
import { throwIf } from '#kernel/errors.ts';
import { check, update } from '#kernel/record.ts';
import { on } from '#runtime/action.ts';
import { command } from '../../platform/service.ts';
import { applicationView } from './application-store.ts';
import { applicationsOf, changesOf, groupWith } from './other-applications.ts';

const { actions } = recruiting;

/** Two candidates are one person: each keeps what is theirs, and their own day of erasure. */
export const mergeCandidates = command(
  actions.mergeCandidates,
  on(Applications, (path) => path.applicationId),
  async ({ body, records }, application) => {
    const other = await records.getOrThrow(Applications, body.applicationId, 'body.applicationId');
    const [one, two] = await Promise.all([
      records.getOrThrow(Candidates, application.candidateId),
      records.getOrThrow(Candidates, other.candidateId),
    ]);
    const [into, from] = await Promise.all([groupWith(records, one), groupWith(records, two)]);
    throwIf(refusalOfMerger(into, from));
    return [update(Applications, application, { ...application }), ...changesOf([...into, ...from], mergedGroup(into, from))];
  },
  (application, world) => applicationView(application, world),
);

/** The candidate of an application is a person of their own again. */
export const splitCandidate = command(
  actions.splitCandidate,
  on(Applications, (path) => path.applicationId),
  async ({ records }, application) => {
    const candidate = await records.getOrThrow(Candidates, application.candidateId);
    const group = await groupWith(records, candidate);
    const applications = await applicationsOf(records, group);
    throwIf(refusalOfSplit(group, applications));
    return [
      update(Applications, application, { ...application }),
      ...changesOf(group, separatedGroup(group, candidate.id)),
      // Somebody who is hired meanwhile keeps them together.
      ...applications.filter(({ id }) => id !== application.id).map((one) => check(Applications, one)),
    ];
  },
  (application, world) => applicationView(application, world),
);
