import { useCallback, useSyncExternalStore } from 'react';
import type { Role } from '#kernel/action.ts';
import { OPERATION_ROLES } from '../api/operation-roles.ts';
import { CognitoError, claimsOf, refresh, revoke, type Tokens } from './cognito.ts';

export interface Person {
  readonly email: string;
  readonly company: string;
  readonly roles: readonly Role[];
}

/** `expired`: still on the page with all that was typed, and asked for the password once more. */
export type Session = { readonly state: 'starting' | 'signed-out' } | { readonly state: 'signed-in' | 'expired'; readonly person: Person };

/**
 * The refresh token alone outlives a reload, in this browser's storage; ID and access tokens stay in memory. It is ended
 * at Cognito when somebody signs out, here or in another tab.
 */
const KEPT = 'trastienda.refresh';

let tokens: Tokens | undefined;
let session: Session = { state: 'starting' };
let renewing: Promise<Tokens> | undefined;
let waiting: { readonly back: Promise<Tokens>; readonly resolve: (tokens: Tokens) => void } | undefined;
const listeners = new Set<() => void>();

function become(next: Session): void {
  session = next;
  for (const listener of listeners) listener();
}

function personOf(idToken: string): Person {
  const claims = claimsOf(idToken);
  const groups = (claims['cognito:groups'] ?? []) as Role[];
  return { email: String(claims.email), company: String(claims['custom:tenant'] ?? ''), roles: groups };
}

/** Takes tokens in after a sign-in; requests that waited for one go on. */
export function take(fresh: Tokens): void {
  const before = 'person' in session ? session.person : undefined;
  const person = personOf(fresh.idToken);
  // Another person on the same page would see what the first one had open.
  if (before && before.email !== person.email) {
    localStorage.setItem(KEPT, fresh.refreshToken);
    window.location.assign('/');
    return;
  }
  tokens = fresh;
  localStorage.setItem(KEPT, fresh.refreshToken);
  waiting?.resolve(fresh);
  waiting = undefined;
  become({ state: 'signed-in', person });
}

/** At the start of the page: signed in again where a session is kept. */
export async function resume(): Promise<void> {
  const kept = localStorage.getItem(KEPT);
  if (!kept) return become({ state: 'signed-out' });
  try {
    take(await refresh(kept));
  } catch (error) {
    if (!(error instanceof CognitoError)) throw error;
    localStorage.removeItem(KEPT);
    become({ state: 'signed-out' });
  }
}

/** Signs out everywhere that this session reaches. */
export async function signOut(): Promise<void> {
  const kept = tokens?.refreshToken;
  localStorage.removeItem(KEPT);
  tokens = undefined;
  if (kept) await revoke(kept).catch((error: Error) => console.warn('The session could not be ended at Cognito:', error.message));
  // A new page: nothing of what was read stays in memory.
  window.location.assign('/');
}

/** An ID token that is good for a while. Waits for a sign-in where the session is over. */
export async function idToken(): Promise<string> {
  if (tokens && Date.now() < tokens.expiresAt) return tokens.idToken;
  return (await renewed()).idToken;
}

/** New tokens, by the refresh token or by the person. */
export function renewed(): Promise<Tokens> {
  renewing ??= renew().finally(() => {
    renewing = undefined;
  });
  return renewing;
}

async function renew(): Promise<Tokens> {
  const kept = localStorage.getItem(KEPT);
  if (kept)
    try {
      take(await refresh(kept));
      if (tokens) return tokens;
    } catch (error) {
      if (!(error instanceof CognitoError)) throw error;
    }
  return signedInAgain();
}

function signedInAgain(): Promise<Tokens> {
  tokens = undefined;
  if (!waiting) {
    const { promise, resolve } = Promise.withResolvers<Tokens>();
    waiting = { back: promise, resolve };
  }
  if ('person' in session) become({ state: 'expired', person: session.person });
  else become({ state: 'signed-out' });
  return waiting.back;
}

window.addEventListener('storage', ({ key, newValue }) => {
  // Signed out in another tab: this one shows nothing more either.
  if (key === KEPT && newValue === null && session.state === 'signed-in') window.location.assign('/');
});

export function useSession(): Session {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => session,
  );
}

const NOBODY: Person = { email: '', company: '', roles: [] };

/** Who is signed in. */
export function usePerson(): Person {
  const now = useSession();
  return 'person' in now ? now.person : NOBODY;
}

export type Operation = keyof typeof OPERATION_ROLES;

/** Whether these roles may do this: what a role may not do is not shown. */
export const allows = (roles: readonly Role[], operation: Operation): boolean =>
  (OPERATION_ROLES[operation] as readonly Role[]).some((role) => roles.includes(role));

/** The same function while the roles are the same. `const can = useCan(); can('placeOrder')` */
export function useCan(): (operation: Operation) => boolean {
  const { roles } = usePerson();
  return useCallback((operation: Operation) => allows(roles, operation), [roles]);
}
