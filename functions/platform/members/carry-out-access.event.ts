import { AccessOrders, isForHired, type StoredAccessOrder } from '#domain/platform/members/access-order.ts';
import { Members, type StoredMember, stateBeforeRemoval } from '#domain/platform/members/member.ts';
import { memberActions } from '#domain/platform/members/member-actions.ts';
import { rolesOf } from '#domain/platform/members/role.ts';
import { DomainError, forbidden, throwIf } from '#kernel/errors.ts';
import { type Change, create, update } from '#kernel/record.ts';
import { applyPatch } from '#kernel/stamps.ts';
import { type Caller, may, noAccess } from '#runtime/caller.ts';
import { followChanges } from '#runtime/changes.ts';
import { untilCommitted } from '#runtime/conflicts.ts';
import { WORKER } from '#runtime/record-item.ts';
import { Records } from '#runtime/records.ts';
import { callerBy, forgetAccess } from '../access.ts';
import { companyAndDay } from '../service.ts';
import { leaveCompany, makeAccount } from './identity-gateway.ts';
import { takeInvitation, tellOfEntry } from './invitation.ts';
import { countOwner, readMemberStanding, requireGivable, uncountOwner } from './member-store.ts';
import { memberIdOf } from './presence-store.ts';

/** Who leads people lets them in as employees and out; all else only whoever manages members. */
const requireAdmitter = (caller: Caller, roles: readonly string[]): void => {
  const hires = may(caller, 'people.write') && isForHired(roles);
  if (!hires && !may(caller, 'members.write'))
    throw forbidden('role.not_allowed', 'This needs the permission members.write.', undefined, { needed: 'members.write' });
};

interface Work {
  readonly records: Records;
  readonly order: StoredAccessOrder;
  readonly caller: Caller;
}

async function admit({ records, order: { email, name, roles }, caller }: Work): Promise<Change[]> {
  requireAdmitter(caller, roles);
  await requireGivable(records, caller, roles);
  const world = await companyAndDay(records, records.stamp.at);
  const before = await records.get(Members, memberIdOf(records.tenant, email));
  if (before && before.state !== 'removed') return [];
  if (before) return comeBack(records, before, roles);
  await takeInvitation(records, world);
  if (!(await makeAccount(records.tenant, email, { mail: true }))) await tellOfEntry(email, world);
  const member = { email, ...(name ? { name } : {}), roles: rolesOf(roles as never), state: 'invited' as const };
  return [create(Members, memberIdOf(records.tenant, email), { ...member, invitedAt: records.stamp.at.toISOString() })];
}

/** Who worked here before has what they are given now, and nothing of what they had; an account again, where theirs is gone. */
async function comeBack(records: Records, before: StoredMember, roles: readonly string[]): Promise<Change[]> {
  const isNew = await makeAccount(records.tenant, before.email, { mail: true });
  const { data, was } = applyPatch(before, { state: isNew ? 'invited' : stateBeforeRemoval(before), roles: rolesOf(roles as never) });
  return [update(Members, before, data, was), ...(await countOwner(records, before.id, data))];
}

async function remove({ records, order: { email }, caller }: Work): Promise<Change[]> {
  const member = await records.get(Members, memberIdOf(records.tenant, email));
  if (!member || member.state === 'removed') return [];
  if (!may(caller, 'people.write')) requireAdmitter(caller, member.roles);
  throwIf(memberActions.removeMember(await readMemberStanding(records, caller, member)));
  const { data, was } = applyPatch(member, { state: 'removed' });
  await uncountOwner(records, member, data);
  await leaveCompany(records.tenant, email);
  return [update(Members, member, data, was), ...(await countOwner(records, member.id, data))];
}

/** Carries an order out, or says by which rule it is refused: by what its person may do now. */
async function carryOut(records: Records, id: string): Promise<void> {
  const order = await records.get(AccessOrders, id);
  if (order?.state !== 'open') return;
  try {
    const caller = await callerBy(records, order.by);
    if (!caller) throw noAccess();
    const changes = await (order.what === 'admit' ? admit : remove)({ records, order, caller });
    await records.commit([update(AccessOrders, order, { ...order, state: 'done' }), ...changes]);
  } catch (error) {
    if (!(error instanceof DomainError) || error.kind === 'conflict') throw error;
    await records.commit([update(AccessOrders, order, { ...order, state: 'refused', why: error.code })]);
  }
  forgetAccess(records.tenant);
}

/** Lets in and out whom other modules order to, on behalf of who let them. */
export const handler = followChanges({
  code: 'carry-out-access',
  subject: ({ id }) => id,
  handle: (tenant, id, changes) => {
    const stamp = { by: WORKER, request: changes.at(-1)?.request ?? id, action: 'carryOutAccess', at: new Date() };
    return untilCommitted(() => carryOut(new Records(tenant, stamp), id));
  },
});
