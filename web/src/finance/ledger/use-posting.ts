import { useDebouncedValue } from '@mantine/hooks';
import { notifications } from '@mantine/notifications';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { api, dataOf, type Schemas, sending } from '../../api/client.ts';
import { isProblem } from '../../api/problem.ts';
import { useT } from '../../i18n/i18n.ts';
import { useProblemText } from '../../ui/problem-note.tsx';
import { bodyOf, type DraftEntry, fieldInForm } from './draft-entry.ts';

export interface Posting {
  /** The entry as the API would post it. */
  readonly tried: Schemas['EntryDetail'] | undefined;
  readonly trying: boolean;
  readonly busy: boolean;
  readonly error: unknown;
  /** What the API refuses at a field of the form, in words. */
  readonly faultAt: (field: string) => string | undefined;
  readonly post: () => void;
}

/** Tries the draft a moment after each change, and posts it: once, however often the same draft is sent. */
export function usePosting(draft: DraftEntry, ready: boolean, onDone: () => void): Posting {
  const t = useT();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const wordsFor = useProblemText();
  const { body, places } = bodyOf(draft);
  const text = JSON.stringify(body);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another draft is another request, with a key of its own.
  const key = useMemo(() => crypto.randomUUID(), [text]);
  const [settled] = useDebouncedValue(text, 300);
  const [sent, setSent] = useState<{ readonly text: string; readonly error?: unknown }>();
  const send = (dryRun: boolean) => api.POST('/journal-entries', { params: sending({ dryRun, key }), body }).then(dataOf);
  const trial = useQuery({
    queryKey: ['dry-run', 'entry', settled],
    queryFn: () => send(true),
    enabled: ready && settled === text,
    placeholderData: (before) => before,
    staleTime: 0,
    gcTime: 0,
    retry: false,
  });
  const error = sent?.text === text && sent.error ? sent.error : ready ? trial.error : null;
  const post = () => {
    if (sent?.text === text && !sent.error) return;
    setSent({ text });
    send(false)
      .then(async ({ id }) => {
        notifications.show({ message: t('books.newEntry.done'), color: 'teal' });
        onDone();
        await navigate({ to: `/journal/${id}` } as never);
        await queries.invalidateQueries();
      })
      .catch((refusal: unknown) => setSent({ text, error: refusal }));
  };
  return {
    tried: ready ? trial.data : undefined,
    trying: trial.isFetching,
    busy: sent?.text === text && !sent.error,
    error,
    faultAt: (field) =>
      isProblem(error) && error.field && fieldInForm(error.field.split('.').slice(1), places) === field ? wordsFor(error) : undefined,
    post,
  };
}
