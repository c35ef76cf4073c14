import { OPERATION_PERMISSIONS } from 'virtual:product';
import { useMemo, useSyncExternalStore } from 'react';
import type { Scope } from '#kernel/permission.ts';
import { CognitoError, claimsOf, refresh, revoke, type Tokens } from './cognito.ts';

export interface Person {
  readonly email: string;
  readonly company: string;
}

/** `expired`: still on the page with all that was typed, and asked for the password once more. */
export type Session = { readonly state: 'starting' | 'signed-out' } | { readonly state: 'signed-in' | 'expired'; readonly person: Person };

/**
 * The refresh token alone outlives a reload, in this browser's storage; ID and access tokens stay in memory. It is ended
 * at Cognito when somebody signs out, here or in another tab.
 */
const KEPT = 'trastienda.refresh';
/** Which of their companies somebody has chosen to work in. */
const CHOSEN = 'trastienda.company';
/** Read once: a page stays with the company that it shows, whatever is chosen in another tab. */
const chosen = localStorage.getItem(CHOSEN);

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
  const home = String(claims['custom:tenant'] ?? '');
  const others = String(claims['custom:companies'] ?? '').split(' ');
  return { email: String(claims.email), company: chosen && others.includes(chosen) ? chosen : home };
}

/** Takes tokens in after a sign-in; requests that waited for one go on. */
export function take(fresh: Tokens): void {
  const before = 'person' in session ? session.person : undefined;
  const person = personOf(fresh.idToken);
  // Another person, or another company, on the same page would see what the first one had open.
  if (before && (before.email !== person.email || before.company !== person.company)) {
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

/** What a request says of the company that it is about. */
export const companyHeader = (): Record<string, string> =>
  'person' in session && session.person.company !== '' ? { 'trastienda-company': session.person.company } : {};

/** Works in another company of theirs: on a new page, which shows nothing of this one. */
export function workIn(company: string): void {
  localStorage.setItem(CHOSEN, company);
  window.location.assign('/');
}

/** Signs out everywhere that this session reaches. */
export async function signOut(): Promise<void> {
  const kept = tokens?.refreshToken;
  localStorage.removeItem(KEPT);
  localStorage.removeItem(CHOSEN);
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

/** An access token that is good for a while: for the user pool itself. */
export async function accessToken(): Promise<string> {
  if (tokens && Date.now() < tokens.expiresAt) return tokens.accessToken;
  return (await renewed()).accessToken;
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

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export const useSession = (): Session => useSyncExternalStore(subscribe, () => session);

const NOBODY: Person = { email: '', company: '' };

/** Who is signed in. */
export function usePerson(): Person {
  const now = useSession();
  return 'person' in now ? now.person : NOBODY;
}

/** What the company lets somebody do, as the API says. */
export interface Granted {
  readonly roles: readonly string[];
  /** Their companies, where there is more than one. */
  readonly companies?: readonly { readonly company: string; readonly name: string }[] | undefined;
  /** Names of those roles that are the company's own, by id. */
  readonly roleNames: Readonly<Record<string, string>>;
  readonly permissions: readonly { readonly permission: string; readonly scope: Scope }[];
  /** The company asks for a second factor that is not set up. */
  readonly lacksSecondFactor: boolean;
}

let granted: Granted = { roles: [], roleNames: {}, permissions: [], lacksSecondFactor: false };
let held: ReadonlySet<string> = new Set();

/** What was learned of the person's permissions is what the console goes by from now on. */
export function grant(next: Granted): void {
  granted = next;
  held = new Set(next.permissions.map(({ permission }) => permission));
  for (const listener of listeners) listener();
}

/** Roles and permissions of whoever is signed in. */
export const useGranted = (): Granted => useSyncExternalStore(subscribe, () => granted);

export type Operation = keyof typeof OPERATION_PERMISSIONS;

/** Whether the signed-in person may do this: what somebody may not do is not shown. */
export function allows(operation: Operation): boolean {
  const need = OPERATION_PERMISSIONS[operation];
  return need === 'member' || held.has(need);
}

/** The same function while what is granted is the same. `const can = useCan(); can('placeOrder')` */
export function useCan(): (operation: Operation) => boolean {
  const now = useGranted();
  return useMemo(() => now && ((operation: Operation) => allows(operation)), [now]);
}
