import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';

/**
 * What the API says would happen, a moment after the last change of `input`. A dry run has a key of its own: one of earlier fields
 * that is still under way while the action is done would be refused, had that used the same key. @param run sends a dry run.
 * @throws Problem.
 */
export function useDryRun<T>(run: (how: { readonly dryRun: true; readonly key: string }) => Promise<T>, input: unknown, enabled: boolean) {
  const [key] = useState(() => crypto.randomUUID());
  const text = JSON.stringify(input);
  const [settled] = useDebouncedValue(text, 250);
  const query = useQuery({
    queryKey: ['dry-run', key, settled],
    queryFn: () => run({ dryRun: true, key }),
    enabled: enabled && settled === text,
    placeholderData: (before) => before,
    staleTime: 0,
    gcTime: 0,
    retry: false,
  });
  /** Whether what is shown is the answer to what the fields say now. */
  const current = settled === text && query.isSuccess && !query.isFetching && !query.isPlaceholderData;
  return { ...query, current };
}
