import i18next from 'i18next';
import { isProblem } from '../api/problem.ts';

/**
 * A refusal in the person's language. The API speaks English, with names and figures: in English that is the better
 * sentence, unless the console has one of its own; other languages have one for each code, and fall back on the API's.
 */
export function problemText(error: unknown): string {
  const { t } = i18next;
  if (!isProblem(error)) return t('errors.unknown');
  const known = t(`errors.codes.${error.code.replaceAll('.', '_')}` as 'errors.unknown', { defaultValue: '' });
  if (error.code.startsWith('network') || error.code.startsWith('http.')) return known || t('errors.network');
  return known || error.message;
}
