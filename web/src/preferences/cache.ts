import type { ListView, Preferences } from '#domain/platform/members/preferences.ts';
import { sameName } from '#domain/platform/members/view-name.ts';
import type { Schemas } from '../api/client.ts';

/** What this browser keeps of a person's preferences: it paints the first view, and holds what could not be sent yet. */
export interface CachedPreferences {
  /** Whether the server has been asked ever, in this browser. Until then {@link own} is what the browser brings along. */
  readonly read: boolean;
  /** As the server had it last. */
  readonly own: Preferences & { readonly version: number };
  readonly shared: Schemas['SharedViews'];
  /** What the person sees: with what has been changed since. */
  readonly mine: Preferences;
}

export const contentOf = ({ version: _version, ...content }: CachedPreferences['own']): Preferences => content;

/** What this browser holds may be broken by anybody: then it is as if it were not there. */
function parsed<T>(text: string | null): T | undefined {
  try {
    return text ? (JSON.parse(text) as T) : undefined;
  } catch (error) {
    console.warn('What this browser kept cannot be read:', error);
    return undefined;
  }
}

const keyOf = (who: string): string => `trastienda.preferences.${who}`;

/** What is kept for `<company>.<e-mail>`; the first time, what earlier versions of the console left in this browser. */
export function readCache(who: string): CachedPreferences {
  const there = parsed<CachedPreferences>(localStorage.getItem(keyOf(who)));
  if (there?.mine?.views) return there;
  const mine = migrated(who);
  return { read: false, own: { version: 0, ...mine }, shared: { version: 0, views: {} }, mine };
}

export function writeCache(who: string, kept: CachedPreferences): void {
  localStorage.setItem(keyOf(who), JSON.stringify(kept));
}

/** Calls back with what another tab of this browser keeps for that person. */
export function onOtherTab(who: string, then: (kept: CachedPreferences) => void): void {
  window.addEventListener('storage', ({ key, newValue }) => {
    const there = key === keyOf(who) ? parsed<CachedPreferences>(newValue) : undefined;
    if (there) then(there);
  });
}

const viewsBefore = (who: string): string[] => Object.keys(localStorage).filter((key) => key.startsWith(`trastienda.views.${who}.`));
const tourBefore = (who: string): string => `trastienda.tour.${who}`;

/** Views were kept here without limits: one name each, and nothing that the server would refuse. */
function keepable(views: readonly ListView[] | undefined): ListView[] {
  const short = (views ?? []).map(({ name, search }) => ({
    name,
    search: Object.fromEntries(Object.entries(search).filter(([, text]) => typeof text === 'string' && text.length <= 200)),
  }));
  return short.filter(({ name }, at) => short.findIndex((other) => sameName(other.name, name)) === at).slice(0, 50);
}

/** Views, tour, language and colours from before they were kept by the server: language and colours where the rest shows whose they were. */
function migrated(who: string): Preferences {
  const keys = viewsBefore(who);
  const views = Object.fromEntries(
    keys.map((key) => [key.slice(`trastienda.views.${who}.`.length), keepable(parsed<ListView[]>(localStorage.getItem(key)))] as const),
  );
  const tour = localStorage.getItem(tourBefore(who)) === 'true';
  if (keys.length === 0 && !tour) return { views };
  const [language, scheme] = [localStorage.getItem('trastienda.language'), localStorage.getItem('mantine-color-scheme-value')];
  return {
    views,
    ...(tour ? { tourSeen: true } : {}),
    ...(language === 'es' || language === 'en' ? { language } : {}),
    ...(scheme === 'light' || scheme === 'dark' || scheme === 'auto' ? { scheme } : {}),
  };
}

/** Once they are among what is kept: nothing is moved twice. */
export function removeLegacy(who: string): void {
  for (const key of [...viewsBefore(who), tourBefore(who)]) localStorage.removeItem(key);
}
