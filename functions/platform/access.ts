import { needsOf } from '#domain/automation/rules/effect.ts';
import { Rules, type StoredAutomationRule } from '#domain/automation/rules/rule.ts';
import { isRuleAddress, ruleOfAddress } from '#domain/automation/rules/rule-address.ts';
import { RuleRuns, type StoredRuleRun } from '#domain/automation/rules/rule-run.ts';
import { EmployeeLinks, employeeLinkId, ReportingLines, reportingLineId } from '#domain/hr/people/reporting-line.ts';
import { COMPANY_ID, Companies, type StoredCompany } from '#domain/platform/company/company.ts';
import { ApiClients, idOfClient, isClientId, type StoredApiClient } from '#domain/platform/members/api-client.ts';
import { Members, OWNERS_ID, OwnerLists, type StoredMember } from '#domain/platform/members/member.ts';
import { CompanyRoles, grantsOfRoles, isBuiltIn, PROGRAM, type StoredRole } from '#domain/platform/members/role.ts';
import { DomainError } from '#kernel/errors.ts';
import { builtInGrants, FOR_RULES, type Grants, grantsOfAll, isForLooking, isOfPerson, type Permission } from '#kernel/permission.ts';
import type { Stored } from '#kernel/record.ts';
import { type Access, type Caller, type Identity, noAccess } from '#runtime/caller.ts';
import { everyRecord } from '#runtime/lists.ts';
import type { Records, Ref } from '#runtime/records.ts';
import { ShortMemory } from '#runtime/short-memory.ts';
import { memberIdOf } from './members/presence-store.ts';

/** How long a read may go by what was learned before: so long at most somebody who was removed still sees things. */
const REMEMBERED_MS = 60_000;
const MOST_REMEMBERED = 5_000;

const callers = new ShortMemory<Caller>(REMEMBERED_MS, MOST_REMEMBERED);
/** Own roles that somebody had when last looked at: read with the member, so that it takes one call. A hint, however old. */
const roleHints = new ShortMemory<readonly string[]>(24 * 3_600_000, MOST_REMEMBERED);
const teams = new ShortMemory<readonly string[]>(REMEMBERED_MS, MOST_REMEMBERED);

const keyOf = ({ tenant, email }: Identity): string => `${tenant}#${email.toLowerCase()}`;

/** What this process knows of a company's people is forgotten: it has changed it. */
export function forgetAccess(tenant: string): void {
  for (const memory of [callers, teams]) memory.forget(`${tenant}#`);
}

/** The product itself asks on behalf of rules alone, never as a person or a program. @throws DomainError `member.no_access` (403). */
function requireRuleInside({ inner, email }: Identity): void {
  if (inner && !isRuleAddress(email)) throw noAccess();
}

const ref = (type: unknown, id: string): Ref => ({ type, id }) as Ref;

export const access: Access = {
  refs(identity) {
    requireRuleInside(identity);
    const { tenant, email } = identity;
    if (isClientId(email)) return [ref(ApiClients, idOfClient(email))];
    if (isRuleAddress(email)) return [ref(Rules, ruleOfAddress(email)), ...(identity.run ? [ref(RuleRuns, identity.run)] : [])];
    const roles = roleHints.get(keyOf(identity)) ?? [];
    return [ref(Members, memberIdOf(tenant, email)), ref(Companies, COMPANY_ID), ...roles.map((id) => ref(CompanyRoles, id))];
  },

  async decide(identity, records, found) {
    if (isRuleAddress(identity.email)) return ofRule(identity, records, found);
    const caller = isClientId(identity.email)
      ? ofProgram(identity, found[0] as StoredApiClient | undefined)
      : await ofPerson(identity, records, found);
    if (caller.memberId) callers.set(keyOf(identity), caller);
    return caller;
  },

  async recall(identity, records) {
    requireRuleInside(identity);
    const known = callers.get(keyOf(identity));
    // What their token says is this request's own: it may be a newer one.
    return known ? { ...known, ...identity } : access.decide(identity, records, await records.getTogether(access.refs(identity)));
  },
};

const NOBODY = { roles: [], team: [], reports: [], lacksSecondFactor: false };

function ofProgram(identity: Identity, client: StoredApiClient | undefined): Caller {
  if (client?.state !== 'active') throw noAccess();
  return { ...identity, ...NOBODY, memberId: client.id, grants: grantsOfAll(client.permissions ?? PROGRAM) };
}

/** Who answers for what a rule does: whoever switched it on, or who asked for the undoing of what it did. */
function answersFor(rule: StoredAutomationRule | undefined, run: StoredRuleRun | undefined): string | undefined {
  if (run?.state === 'undoing') return run.history.findLast(({ action }) => action === 'undoRun')?.by;
  return run === undefined || run.state === 'running' ? rule?.enabledBy : undefined;
}

/**
 * A rule sees what whoever answers for it may see now, and a run of it may do what its own effects need, as far as they may do that now
 * and rules may at all; what they may do for some records alone, it may for their own alone.
 * @throws DomainError `member.no_access` (403) where nobody answers for it, or lets them in any more, or no such run is under way.
 */
async function ofRule(identity: Identity, records: Records, found: readonly (Stored<object> | undefined)[]): Promise<Caller> {
  const [rule, run] = found as [StoredAutomationRule | undefined, StoredRuleRun | undefined];
  const isOfRun = identity.run === undefined || run?.ruleId === ruleOfAddress(identity.email);
  const by = identity.inner && isOfRun ? answersFor(rule, run) : undefined;
  const behind = by === undefined ? undefined : await callerBy(records, by);
  if (!behind) throw noAccess();
  const needs = new Set(run?.effects.flatMap(({ effect }) => needsOf(effect)));
  const mayHold = (permission: Permission) => FOR_RULES.has(permission) && (isForLooking(permission) || needs.has(permission));
  const grants: Grants = new Map(
    [...behind.grants].flatMap(([permission, scope]) =>
      mayHold(permission) ? [[permission, scope === 'all' ? scope : 'team'] as const] : [],
    ),
  );
  return { ...identity, roles: [], grants, team: [behind.email], reports: [], lacksSecondFactor: behind.lacksSecondFactor };
}

/** What a member may do, for who acts on their behalf: telling them of a record that they may see. */
export const callerOf = (records: Records, member: StoredMember): Promise<Caller> => {
  const { tenant } = records;
  return ofPerson({ tenant, companies: [tenant], email: member.email, sub: '', founds: false }, records, [member]);
};

/** What somebody may do now, by the address that a record's story names them by; undefined for whom nobody lets in (any more). */
export async function callerBy(records: Records, email: string): Promise<Caller | undefined> {
  const identity = { tenant: records.tenant, companies: [records.tenant], email, sub: '', founds: false };
  try {
    return await access.decide(identity, records, await records.getTogether(access.refs(identity)));
  } catch (error) {
    if (error instanceof DomainError && error.kind === 'forbidden') return undefined;
    throw error;
  }
}

async function ofPerson(identity: Identity, records: Records, found: readonly (Stored<object> | undefined)[]): Promise<Caller> {
  const [member, company, ...roles] = found as [StoredMember | undefined, StoredCompany | undefined, ...(StoredRole | undefined)[]];
  if (!member) return ofFounder(identity, records);
  if (member.state === 'removed') throw noAccess();
  const own = member.roles.filter((name) => !isBuiltIn(name));
  const missing = own.filter((id) => !roles.some((role) => role?.id === id));
  const grants = grantsOfRoles(member.roles, [...roles, ...(missing.length > 0 ? await records.getMany(CompanyRoles, missing) : [])]);
  if (own.length > 0) roleHints.set(keyOf(identity), own);
  return {
    ...identity,
    memberId: member.id,
    roles: member.roles,
    grants,
    team: await teamOf(member, grants, records),
    ...(await lineOf(member, grants, records)),
    lacksSecondFactor: company?.policies.secondFactor === 'required' && member.secondFactorSince === undefined,
  };
}

/** Whom an administrator sent to a company that has nobody yet: they set it up. */
async function ofFounder(identity: Identity, records: Records): Promise<Caller> {
  if (!identity.founds || (await records.get(OwnerLists, OWNERS_ID))) throw noAccess();
  return { ...identity, ...NOBODY, roles: ['owner'], grants: builtInGrants('owner') };
}

/** Addresses of the member's team, where a role of theirs reaches as far. */
async function teamOf({ email, team }: StoredMember, grants: Grants, records: Records): Promise<readonly string[]> {
  if (!team || ![...grants.values()].includes('team')) return [email];
  const key = `${records.tenant}#${team}`;
  const cached = teams.get(key);
  if (cached) return cached;
  const together: string[] = [];
  for await (const other of everyRecord(records, Members, { where: (one) => one.team === team })) together.push(other.email);
  teams.set(key, together);
  return together;
}

/** The employee that a member is, and whom they lead: asked for where a role of theirs reaches by that. */
async function lineOf({ id }: StoredMember, grants: Grants, records: Records): Promise<Pick<Caller, 'self' | 'reports'>> {
  if (![...grants].some(([permission, scope]) => isOfPerson(permission) && scope !== 'all')) return { reports: [] };
  const link = await records.get(EmployeeLinks, employeeLinkId(id));
  if (!link) return { reports: [] };
  const line = await records.get(ReportingLines, reportingLineId(link.employeeId));
  return { self: link.employeeId, reports: line?.reports ?? [] };
}
