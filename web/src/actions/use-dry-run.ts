import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';

/** What the API says would happen, a moment after the last change of `input`. @param run sends a dry run. @throws Problem. */
export function useDryRun<T>(run: () => Promise<T>, input: unknown, key: string, enabled: boolean) {
  const text = JSON.stringify(input);
  const [settled] = useDebouncedValue(text, 250);
  const query = useQuery({
    queryKey: ['dry-run', key, settled],
    queryFn: run,
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
