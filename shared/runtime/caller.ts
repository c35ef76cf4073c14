import { forbidden } from '#kernel/errors.ts';
import { type Grants, isSensitive, type Need, type Permission, type Reacher, reaches, reachesPerson } from '#kernel/permission.ts';
import type { RecordType, Stored } from '#kernel/record.ts';
import type { Records, Ref } from './records.ts';

/** Who asks, as the verified token says: somebody of a company. What they may do there, the company's records say. */
export interface Identity {
  readonly tenant: string;
  /** All that the person belongs to; `tenant` is the one that the request is about. */
  readonly companies: readonly string[];
  readonly email: string;
  /** The user in the pool, whatever address they have. */
  readonly sub: string;
  /** Whether an administrator sent them to set the company up. */
  readonly founds: boolean;
  /** No token named them: another function of the product works on their behalf. */
  readonly inner?: true;
  /** The run of a rule that does it: it may do what that run holds. */
  readonly run?: string;
}

/** Who is calling, with what their roles give. */
export interface Caller extends Identity, Reacher {
  /** The record that lets them in; none of a founder before there is a company. */
  readonly memberId?: string;
  /** Built-in ones by name, the company's own by id; none of a program. */
  readonly roles: readonly string[];
  readonly grants: Grants;
  /** Whether the company asks for a second factor that they have not set up. */
  readonly lacksSecondFactor: boolean;
}

/** Of whom nothing is known yet but who they are: may do nothing. */
export const unknownCaller = (identity: Identity): Caller => ({
  ...identity,
  roles: [],
  grants: new Map(),
  team: [],
  reports: [],
  lacksSecondFactor: false,
});

/** How the product learns what somebody may do. */
export interface Access {
  /** The records to read, together with what else an action reads first. */
  refs(identity: Identity): readonly Ref[];
  /** What these say. May read more. @throws DomainError (403) for whom the company does not know, or no more. */
  decide(identity: Identity, records: Records, found: readonly (Stored<object> | undefined)[]): Promise<Caller>;
  /** The same, as this process has learned it within the last minute. */
  recall(identity: Identity, records: Records): Promise<Caller>;
}

/** A gateway passes array claims as `"[owner sales]"`, the emulator as JSON or a comma list: all become names. */
const namesOf = (claim: unknown): string[] =>
  (Array.isArray(claim)
    ? claim.map(String)
    : String(claim ?? '')
        .replace(/[[\]"]/g, '')
        .split(/[\s,]+/)
  ).filter(Boolean);

const isCompany = (name: string): boolean => /^[a-z][a-z0-9-]{1,30}$/.test(name);

/** Where a request says which of the caller's companies it is about; without it, it is about the first. */
export const COMPANY_HEADER = 'trastienda-company';

/** The refusal of whom a company does not know, or no more; in the same words where there is no such company. */
export const noAccess = () =>
  forbidden('member.no_access', 'This user has no access to the company, or no more. Whoever manages its members can give it.');

/**
 * Reads the claims of an ID token that the authorizer has verified. @throws DomainError (403) without company or address.
 * @param named the company that the request is about: one of those in the token.
 */
export function identityOf(claims: Readonly<Record<string, unknown>> | undefined, named?: string): Identity {
  const home = String(claims?.['custom:tenant'] ?? '');
  const email = String(claims?.email ?? '');
  if (!claims || !isCompany(home) || !email)
    throw forbidden('token.no_company', 'The token names no company. Sign in with a user that belongs to one, and send the ID token.');
  const companies = [...new Set([home, ...namesOf(claims['custom:companies']).filter(isCompany)])];
  const tenant = named ?? home;
  if (!companies.includes(tenant)) throw noAccess();
  const founds = tenant === home && namesOf(claims['cognito:groups']).includes('owner');
  return { tenant, companies, email, sub: String(claims.sub ?? ''), founds };
}

/** On whose behalf a function of the product calls another: API Gateway passes no such thing on, whatever a request holds. */
export const innerIdentity = (inner: unknown): Identity => {
  const { tenant, email, run } = inner as { tenant?: unknown; email?: unknown; run?: unknown };
  if (!isCompany(String(tenant)) || !email) throw noAccess();
  const who = { tenant: String(tenant), companies: [String(tenant)], email: String(email), sub: '', founds: false, inner: true } as const;
  return run === undefined ? who : { ...who, run: String(run) };
};

export const may = (caller: Caller, permission: Permission): boolean => caller.grants.has(permission);

/** Whether the caller may see records of a kind: all of them, or some. */
export const mayRead = (caller: Caller, { read }: Pick<RecordType<never>, 'read'>): boolean =>
  read !== 'nobody' && (read === 'member' || may(caller, read));

/** Whether the caller may take actions that need this. */
export const isAllowed = (caller: Caller, need: Need): boolean => need === 'public' || need === 'member' || may(caller, need);

/** What tells whose a record is. */
type Seen = Pick<Stored<unknown>, 'history'> & { readonly id?: string; readonly madeFor?: string };
type Owned = Pick<RecordType<never>, 'read' | 'person'>;

/** Whether they may see this record of a kind. */
export const mayReadOne = (caller: Caller, type: Owned, record: Seen): boolean =>
  type.read !== 'nobody' && (type.read === 'member' || mayFor(caller, type.read, record, type));

/** Whether a permission takes in a record: somebody's, told by its history who made it or by itself for whom it was, or about a person, where its kind says so. */
export function mayFor(caller: Caller, permission: Permission, record: Seen, { person }: Pick<Owned, 'person'> = {}): boolean {
  const scope = caller.grants.get(permission);
  if (scope === undefined) return false;
  if (person) return reachesPerson(scope, caller, person(record as never, record.id ?? ''));
  return reaches(scope, caller, record.madeFor ?? record.history[0]?.by ?? '');
}

/** What a list shows, where the permission takes in some records alone; else undefined. */
export const reachOf = (
  caller: Caller,
  permission: Permission,
  type: Pick<Owned, 'person'> = {},
): ((record: Seen) => boolean) | undefined =>
  caller.grants.get(permission) === 'all' ? undefined : (record) => mayFor(caller, permission, record, type);

/** @throws DomainError `role.not_allowed`, `second_factor.required` (403). */
export function requirePermission(caller: Caller, need: Need): void {
  if (need === 'public' || need === 'member') return;
  if (!may(caller, need))
    throw forbidden('role.not_allowed', `This needs the permission ${need}, which none of your roles gives.`, undefined, { needed: need });
  if (caller.lacksSecondFactor && isSensitive(need))
    throw forbidden(
      'second_factor.required',
      'The company asks for a second factor here: set one up in the settings, and sign in with it.',
    );
}
