import { useSyncExternalStore } from 'react';
import { merged, sameContent } from '#domain/platform/members/preference-merge.ts';
import type { Preferences, Views } from '#domain/platform/members/preferences.ts';
import { api, dataOf, type Schemas } from '../api/client.ts';
import { isProblem } from '../api/problem.ts';
import { speak } from '../i18n/i18n.ts';
import { allows, type Person, usePerson } from '../session/session.ts';
import { type CachedPreferences, contentOf, onOtherTab, readCache, removeLegacy, writeCache } from './cache.ts';
import { clearNotSaved, tellNotSaved } from './sync-errors.tsx';

/** What is chosen one after the other goes as one. */
const PAUSE_MS = 800;
/** How old what was read may be when somebody comes back to the page. */
const STALE_MS = 15 * 60_000;
const MOST_TRIES = 5;
const NOTHING: Preferences = { views: {} };

let who = '';
/** A program that looks at the console has none that last: what it sets is this browser's. */
let synced = false;
let kept: CachedPreferences = { read: false, own: { version: 0, ...NOTHING }, shared: { version: 0, views: {} }, mine: NOTHING };
let readAt = 0;
let timer: ReturnType<typeof setTimeout> | undefined;
let sending: Promise<void> | undefined;
let reading: Promise<void> | undefined;
let languageLoaded: Promise<void> | undefined;
const listeners = new Set<() => void>();

function show(next: CachedPreferences): void {
  kept = next;
  for (const listener of listeners) listener();
}

function become(next: CachedPreferences): void {
  writeCache(who, next);
  show(next);
}

const isSent = (): boolean => !synced || (kept.read && sameContent(kept.mine, contentOf(kept.own)));

/** A session has one person: another one begins a new page. */
function open({ company, email }: Person): void {
  if (who !== '') return;
  who = `${company}.${email}`;
  synced = allows('getPreferences');
  kept = readCache(who);
  onOtherTab(who, show);
}

/** Until the console speaks as this person has it in this browser: their first view shows no other language. */
export function loadLanguage(person: Person): Promise<void> {
  open(person);
  languageLoaded ??= kept.mine.language ? speak(kept.mine.language).catch(languageFailed) : Promise.resolve();
  return languageLoaded;
}

/** What the signed-in person has set, and what the company shares; at first as this browser keeps it. */
export function usePreferences(): CachedPreferences {
  open(usePerson());
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => kept,
  );
}

/** Changes what the person has set: at once here, and with the next sending for all their browsers. */
export function change(how: (mine: Preferences) => Preferences): void {
  become({ ...kept, mine: how(kept.mine) });
  sendSoon();
}

function sendSoon(): void {
  clearTimeout(timer);
  timer = setTimeout(() => void send(), PAUSE_MS);
}

/** Reads what the server has, and puts into it what has been changed here; once at a time. */
function read(): Promise<void> {
  if (!synced) return Promise.resolve();
  reading ??= readNow().finally(() => {
    reading = undefined;
  });
  return reading;
}

async function readNow(): Promise<void> {
  const { own, shared } = dataOf(await api.GET('/me/preferences', {}));
  readAt = Date.now();
  const base = contentOf(kept.own);
  // What the browser brings along from before joins what is there, and does not replace it.
  const there = kept.read ? contentOf(own) : merged(NOTHING, contentOf(own), base);
  const first = !kept.read;
  become({ read: true, own, shared, mine: merged(base, kept.mine, there) });
  if (first) removeLegacy(who);
}

/** Sends what has been changed, if anything; once at a time. */
export function send(keepalive = false): Promise<void> {
  clearTimeout(timer);
  sending ??= sendAll(keepalive).finally(() => {
    sending = undefined;
  });
  return sending;
}

async function sendAll(keepalive: boolean): Promise<void> {
  try {
    if (!kept.read) await read();
    for (let tries = 1; !isSent(); tries += 1) await sendOnce(keepalive, tries);
    clearNotSaved();
  } catch (error) {
    // What is refused as it is will be refused the next time as well; all else is sent again, also by a later visit.
    const forGood = isProblem(error) && error.status >= 400 && error.status < 500 && ![401, 408, 429].includes(error.status);
    if (forGood) become({ ...kept, mine: contentOf(kept.own) });
    tellNotSaved(error, forGood ? undefined : () => void send());
  }
}

async function sendOnce(keepalive: boolean, tries: number): Promise<void> {
  const sent = kept.mine;
  const body = { version: kept.own.version, ...sent } as Schemas['PutPreferences'];
  try {
    const own = dataOf(await api.PUT('/me/preferences', { body, keepalive }));
    become({ ...kept, own, mine: merged(sent, kept.mine, contentOf(own)) });
  } catch (error) {
    if (!isProblem(error, 'preferences.changed') || tries >= MOST_TRIES) throw error;
    await read();
  }
}

/** Changes the views that everybody sees; where somebody else was quicker, the same is done to what they left. */
export async function changeShared(how: (views: Views) => Views): Promise<boolean> {
  const before = kept.shared;
  become({ ...kept, shared: { ...before, views: how(before.views) } });
  try {
    const shared = await putShared(before, how, 1);
    become({ ...kept, shared });
    return true;
  } catch (error) {
    become({ ...kept, shared: before });
    tellNotSaved(error);
    return false;
  }
}

async function putShared(
  before: CachedPreferences['shared'],
  how: (views: Views) => Views,
  tries: number,
): Promise<CachedPreferences['shared']> {
  try {
    return dataOf(await api.PUT('/shared-views', { body: { version: before.version, views: how(before.views) } }));
  } catch (error) {
    if (!isProblem(error, 'preferences.changed') || tries >= MOST_TRIES) throw error;
    return putShared(dataOf(await api.GET('/me/preferences', {})).shared, how, tries + 1);
  }
}

/** For as long as the console is open: reads at its start, sends what is left when the page is left, and looks again later. */
export function follow(): () => void {
  const refresh = (): void => void read().then(() => (isSent() ? undefined : send()), readFailed);
  const seen = (): void => {
    if (document.visibilityState === 'hidden') {
      if (!isSent()) void send(true);
    } else if (Date.now() - readAt > STALE_MS) refresh();
  };
  const online = (): void => {
    if (!isSent()) void send();
  };
  const left = (): void => {
    if (!isSent()) void send(true);
  };
  refresh();
  document.addEventListener('visibilitychange', seen);
  window.addEventListener('pagehide', left);
  window.addEventListener('online', online);
  return () => {
    document.removeEventListener('visibilitychange', seen);
    window.removeEventListener('pagehide', left);
    window.removeEventListener('online', online);
  };
}

/** The texts of their language did not come: they read the one that is there. */
function languageFailed(error: Error): void {
  console.warn('The texts could not be read:', error.message);
}

/** What cannot be read is as this browser keeps it: nobody has asked for anything that fails now. */
function readFailed(error: Error): void {
  console.warn('The preferences could not be read:', error.message);
}
