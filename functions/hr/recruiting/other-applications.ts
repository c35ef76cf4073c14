import { Applications, type StoredApplication } from '#domain/hr/recruiting/application.ts';
import { type Candidate, Candidates, groupOf, type StoredCandidate, separatedGroup } from '#domain/hr/recruiting/candidate.ts';
import { type Change, update } from '#kernel/record.ts';
import { type Caller, mayFor } from '#runtime/caller.ts';
import type { Records } from '#runtime/records.ts';

/** All candidates that are one person with somebody, whom the others were merged into first. */
export async function groupWith(records: Records, candidate: StoredCandidate): Promise<readonly StoredCandidate[]> {
  const root = candidate.mergedInto ? await records.getOrThrow(Candidates, candidate.mergedInto) : candidate;
  const others = await records.getMany(Candidates, groupOf(root));
  return [root, ...others.filter((one) => one !== undefined)];
}

export const changesOf = (before: readonly StoredCandidate[], after: ReadonlyMap<string, Candidate>): Change[] =>
  before.flatMap((one) => {
    const next = after.get(one.id);
    return next ? [update<Candidate>(Candidates, one, next)] : [];
  });

export const applicationsOf = async (records: Records, candidates: readonly StoredCandidate[]): Promise<StoredApplication[]> => {
  const read = await records.getMany(
    Applications,
    candidates.flatMap(({ applicationIds }) => applicationIds),
  );
  return read.filter((one) => one !== undefined);
};

/** What changes of a group as one of it goes: the others stay together. */
export async function leavingChanges(records: Records, candidate: StoredCandidate): Promise<Change[]> {
  if (!candidate.mergedInto && groupOf(candidate).length === 0) return [];
  const group = await groupWith(records, candidate);
  const after = new Map(separatedGroup(group, candidate.id));
  after.delete(candidate.id);
  return changesOf(group, after);
}

/** Other applications of the same person, and those by the same address that nobody has merged or told apart. */
export async function otherApplications(records: Records, caller: Caller, application: StoredApplication, candidate: StoredCandidate) {
  const shown = ({ id, vacancyTitle, candidateName, appliedOn, stage }: StoredApplication) => ({
    id,
    vacancyTitle,
    candidateName,
    appliedOn,
    stage,
  });
  const seen = (one: StoredApplication) => one.id !== application.id && mayFor(caller, 'recruiting.read', one, Applications);
  const group = await groupWith(records, candidate);
  const namesake = candidate.sameAddressAs && !group.some(({ id }) => id === candidate.sameAddressAs);
  const like = namesake ? await records.get(Candidates, candidate.sameAddressAs as string) : undefined;
  const [own, alike] = await Promise.all([
    applicationsOf(records, group),
    like && !like.erasedOn ? applicationsOf(records, await groupWith(records, like)) : [],
  ]);
  return { others: own.filter(seen).map(shown), sameAddress: alike.filter(seen).map(shown), merged: group.length > 1 };
}
