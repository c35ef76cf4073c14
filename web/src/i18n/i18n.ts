import i18next from 'i18next';
import { initReactI18next, useTranslation } from 'react-i18next';
import { figures } from './figures.ts';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'console';
    resources: { console: ConsoleTexts };
    returnNull: false;
  }
}

export const LANGUAGES = { es: 'Español', en: 'English' } as const;
export type Language = keyof typeof LANGUAGES;
const KEPT = 'trastienda.language';

/** The texts that every view needs, and all others: see web/texts-plugin.ts. */
const texts: Record<Language, Record<'first' | 'later', () => Promise<{ default: object }>>> = {
  es: { first: () => import('./es.ts?first'), later: () => import('./es.ts?later') },
  en: { first: () => import('./en.ts?first'), later: () => import('./en.ts?later') },
};

const told = new Map<Language, Promise<void>>();
/**
 * The texts that the first view does without, once they are there: whatever may show one waits for them first.
 * @throws TypeError where they cannot be fetched; the next who asks tries again.
 */
export function laterTexts(language = i18next.language as Language): Promise<void> {
  const loaded =
    told.get(language) ??
    texts[language].later().then(({ default: more }) => void i18next.addResourceBundle(language, 'console', more, true));
  told.set(language, loaded);
  loaded.catch(() => told.delete(language));
  return loaded;
}

/** A part of the console, with all texts that it may show. */
export const withAllTexts = async <T>(load: () => Promise<T>): Promise<T> => (await Promise.all([load(), laterTexts()]))[0];

/** What was chosen on this device; else the browser's language; else Spanish. */
function preferred(): Language {
  const kept = localStorage.getItem(KEPT);
  const wanted = kept ?? navigator.languages.map((tag) => tag.slice(0, 2)).find((tag) => Object.hasOwn(LANGUAGES, tag));
  return wanted === 'en' ? 'en' : 'es';
}

/** How texts are read and what stands in them is written, in whatever language. @public */
export const TEXT_OPTIONS = {
  ns: ['console'],
  defaultNS: 'console',
  fallbackLng: false,
  // React escapes what it shows.
  interpolation: { escapeValue: false },
  returnNull: false,
} as const;

export async function startTexts(): Promise<void> {
  const lng = preferred();
  await i18next
    .use(initReactI18next)
    .use(figures)
    .init({
      ...TEXT_OPTIONS,
      lng,
      resources: { [lng]: { console: (await texts[lng].first()).default } },
    });
  document.documentElement.lang = lng;
}

let wanted: Language | undefined;

/** Shows the console in another language from now on; this browser begins with it the next time. */
export async function speak(language: Language): Promise<void> {
  wanted = language;
  if (language === i18next.language) return;
  if (!i18next.hasResourceBundle(language, 'console'))
    i18next.addResourceBundle(language, 'console', (await texts[language].first()).default);
  await laterTexts(language);
  // Another one was asked for while these texts came.
  if (wanted !== language) return;
  localStorage.setItem(KEPT, language);
  await i18next.changeLanguage(language);
  document.documentElement.lang = language;
}

/** `const t = useT(); t('orders.title')` */
export const useT = () => useTranslation().t;

export const useLanguage = (): Language => (useTranslation().i18n.language === 'en' ? 'en' : 'es');
