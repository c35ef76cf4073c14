import { type Language, speak } from '../i18n/i18n.ts';

let chosen: Language | undefined;

/** A language chosen before anybody has signed in: whoever does so next has chosen it. */
export function setLoginLanguage(language: Language): void {
  chosen = language;
  void speak(language);
}

/** What was chosen there, once. */
export function takeLoginLanguage(): Language | undefined {
  const language = chosen;
  chosen = undefined;
  return language;
}
