import { ApiClients, clientIdOf } from '#domain/platform/members/api-client.ts';
import { Members, type StoredMember, withFactor } from '#domain/platform/members/member.ts';
import type { Change } from '#kernel/record.ts';
import { untilCommitted } from '#runtime/conflicts.ts';
import { everyRecord } from '#runtime/lists.ts';
import { note } from '#runtime/log.ts';
import { worker } from '#runtime/pipeline.ts';
import type { Records } from '#runtime/records.ts';
import { noteFailure, type RoundResult, roundHandler, type ScheduleEvent } from '#runtime/rounds.ts';
import { enterCompany, leaveCompany, ownIdentity } from './identity-gateway.ts';

const CODE = 'compare-members';

/** Members and programs that were looked at, and how many of their users had parted from them and agree again. */
export interface Compared extends RoundResult {
  readonly people: number;
  readonly mended: number;
}

/**
 * Compares each company's people with the user pool, every night. The record decides who belongs to a company: a user who is
 * none of its members any more leaves it, a member whose user does not name the company enters it. The pool decides whether
 * a sign-in asks for a second factor: who has switched theirs off there has none. A user whom an operator has disabled stays so.
 */
export const handler = worker<ScheduleEvent | undefined, Compared>(CODE, async (event, clock) => {
  const counts = { people: 0, mended: 0 };
  const one = async (about: { readonly tenant: string; readonly record: string }, mend: () => Promise<boolean>): Promise<number> => {
    counts.people += 1;
    return mend().then(
      (mended) => {
        counts.mended += mended ? 1 : 0;
        return 0;
      },
      (error: unknown) => noteFailure(CODE, about, error),
    );
  };
  const visit = async (records: Records): Promise<number> => {
    const { tenant } = records;
    let failed = 0;
    for await (const member of everyRecord(records, Members))
      failed += await one({ tenant, record: member.id }, () => mendMember(records, member));
    for await (const client of everyRecord(records, ApiClients))
      failed += await one(
        { tenant, record: client.id },
        async () => (await mendUser(tenant, clientIdOf(client.id), client.state === 'active')).mended,
      );
    return failed;
  };
  const result = { ...(await roundHandler({ code: CODE, once: 'day', visit })(event, clock)), ...counts };
  note(result);
  return result;
});

async function mendMember(records: Records, { id, email, state }: StoredMember): Promise<boolean> {
  const { user, mended } = await mendUser(records.tenant, email, state !== 'removed');
  if (state !== 'active' || !user) return mended;
  const changed = await untilCommitted(async () => {
    const decision = withFactor(await records.getOrThrow(Members, id), user.hasSecondFactor, records.stamp.at);
    if (!Array.isArray(decision)) return false;
    await records.commit(decision as Change[]);
    return true;
  });
  return mended || changed;
}

/** @throws DomainError `member.no_account` where the pool does not know a member: somebody has to invite them again. */
async function mendUser(tenant: string, email: string, belongs: boolean) {
  const user = await ownIdentity(tenant, email);
  if (belongs && !user) await enterCompany(tenant, email);
  const parted = !belongs && user?.isEnabled === true;
  if (parted) await leaveCompany(tenant, email);
  return { user, mended: parted || (belongs && !user) };
}
