import { Alert } from '@mantine/core';
import { isProblem } from '../api/problem.ts';
import { useLanguage, useT } from '../i18n/i18n.ts';

/**
 * A refusal in the person's language. The API speaks English, with names and figures: in English that is the better
 * sentence; other languages have one for each code, and fall back on it.
 */
export function useProblemText(): (error: unknown) => string {
  const t = useT();
  const language = useLanguage();
  return (error) => {
    if (!isProblem(error)) return t('errors.unknown');
    const known = t(`errors.codes.${error.code.replaceAll('.', '_')}` as 'errors.unknown', { defaultValue: '' });
    if (error.code.startsWith('network') || error.code.startsWith('http.')) return known || t('errors.network');
    return language === 'en' ? error.message : known || error.message;
  };
}

/** A refusal where it happened; read out at once. */
export function ProblemNote({ error }: { readonly error: unknown }) {
  const text = useProblemText();
  const t = useT();
  if (!error) return null;
  return (
    <Alert color="red" role="alert" title={text(error)}>
      {isProblem(error) && error.faults.length > 0 && (
        <ul>
          {error.faults.map(({ field, message }) => (
            <li key={field}>
              {field}: {message}
            </li>
          ))}
        </ul>
      )}
      {isProblem(error) && error.requestId && <small>{t('errors.request', { id: error.requestId })}</small>}
    </Alert>
  );
}
