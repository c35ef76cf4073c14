import type { QueryClient } from '@tanstack/react-query';
import { createRootRouteWithContext } from '@tanstack/react-router';
import { FailedScreen } from '../shell/failed-screen.tsx';
import { NotFoundScreen } from '../shell/not-found-screen.tsx';
import { Shell } from '../shell/shell.tsx';

/** Filters, words and sorting of a list are in the address, as text. */
export type Search = Readonly<Record<string, string | undefined>>;

export const rootRoute = createRootRouteWithContext<{ queries: QueryClient }>()({
  validateSearch: (search: Record<string, unknown>): Search =>
    Object.fromEntries(Object.entries(search).map(([key, value]) => [key, value === undefined ? undefined : String(value)])),
  component: Shell,
  notFoundComponent: NotFoundScreen,
  errorComponent: FailedScreen,
});
