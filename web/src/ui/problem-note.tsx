import { Alert } from '@mantine/core';
import { isProblem } from '../api/problem.ts';
import { useLanguage, useT } from '../i18n/i18n.ts';
import { fieldErrors } from './field-errors.ts';
import { problemText } from './problem-text.ts';

/** A refusal in the person's language: see {@link problemText}. */
export function useProblemText(): (error: unknown) => string {
  // Another language is another text.
  useLanguage();
  return problemText;
}

/** A refusal where it happened; read out at once. */
export function ProblemNote({ error }: { readonly error: unknown }) {
  const text = useProblemText();
  const t = useT();
  if (!error) return null;
  const faults = isProblem(error) && error.faults.length > 0 ? Object.entries(fieldErrors(error)) : [];
  return (
    <Alert color="red" role="alert" title={text(error)}>
      {faults.length > 0 && (
        <ul>
          {faults.map(([field, message]) => (
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
