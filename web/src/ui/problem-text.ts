import i18next from 'i18next';
import { isProblem, type Params } from '../api/problem.ts';

/**
 * A refusal in the person's language. The API speaks English, with names and figures: in English that is the better
 * sentence, unless the console has one of its own; other languages have one with the figures, or one for each code, and
 * fall back on the API's.
 */
export function problemText(error: unknown): string {
  const { t } = i18next;
  if (!isProblem(error)) return t('errors.unknown');
  const { code } = error;
  const own = ownText(error);
  if (code.startsWith('network') || code.startsWith('http.')) return own || t('errors.network');
  return own || error.message;
}

/** Why an action of a record cannot be taken now, as the record's read says it; `undefined` where it can. */
export const refusalText = (refusal: Refusal | null | undefined): string | undefined =>
  refusal ? ownText(refusal) || refusal.message : undefined;

export interface Refusal {
  readonly code: string;
  readonly message: string;
  readonly params?: Params;
}

const ownText = ({ code, params = {} }: Refusal): string => sentenceOf('errors.figures', code, params) ?? codeText(code);

/** The sentence of a refusal of which nothing but the code is known; empty where there is none. */
export const codeText = (code: string): string => i18next.t(`errors.codes.${keyOf(code)}` as 'errors.unknown', { defaultValue: '' });

const keyOf = (code: string): string => code.replaceAll('.', '_');

/**
 * The sentence with figures of a branch of texts: for the code and its `why`, else for the code alone. `undefined` where
 * there is none, or where it names something that was not given.
 */
export function sentenceOf(branch: string, code: string, params: Params): string | undefined {
  for (const key of [`${branch}.${keyOf(code)}_${params.why}`, `${branch}.${keyOf(code)}`]) {
    const text: unknown = i18next.getResource(i18next.language, 'console', key);
    if (typeof text === 'string' && slotsOf(text).every((slot) => slot in params))
      return i18next.t(key as 'errors.unknown', { replace: params });
  }
  return undefined;
}

/** What a text names: `{{open, money}}` → `open`. @public */
export const slotsOf = (text: string): string[] => [...text.matchAll(/\{\{\s*(\w+)/g)].map(([, slot = '']) => slot);
