import { ROLES, type Role } from '#kernel/action.ts';
import { forbidden } from '#kernel/errors.ts';

/** Who is calling, as the verified token says. */
export interface Caller {
  readonly tenant: string;
  readonly email: string;
  /** The user in the pool, whatever address they have. */
  readonly sub: string;
  readonly roles: readonly Role[];
}

/** A gateway passes array claims as `"[owner sales]"`, the emulator as JSON or a comma list: all become names. */
const namesOf = (claim: unknown): string[] =>
  (Array.isArray(claim)
    ? claim.map(String)
    : String(claim ?? '')
        .replace(/[[\]"]/g, '')
        .split(/[\s,]+/)
  ).filter(Boolean);

/** Reads the claims of an ID token that the authorizer has verified. @throws DomainError (403) without company or role. */
export function callerOf(claims: Readonly<Record<string, unknown>> | undefined): Caller {
  const tenant = String(claims?.['custom:tenant'] ?? '');
  const email = String(claims?.email ?? '');
  if (!claims || !/^[a-z][a-z0-9-]{1,30}$/.test(tenant) || !email)
    throw forbidden('token.no_company', 'The token names no company. Sign in with a user that belongs to one, and send the ID token.');
  const named = namesOf(claims['cognito:groups']);
  return { tenant, email, sub: String(claims.sub ?? ''), roles: ROLES.filter((role) => named.includes(role)) };
}

/** @throws DomainError `role.not_allowed` (403). */
export function requireRole(caller: Caller, roles: readonly Role[]): void {
  if (!caller.roles.some((role) => roles.includes(role)))
    throw forbidden(
      'role.not_allowed',
      `This needs one of the roles ${roles.join(', ')}; you have ${caller.roles.join(', ') || 'none'}.`,
      undefined,
      { needed: roles.join(), held: caller.roles.join() },
    );
}
