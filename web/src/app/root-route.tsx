import type { QueryClient } from '@tanstack/react-query';
import { createRootRouteWithContext } from '@tanstack/react-router';
import type { Search } from '../list/address.ts';
import { FailedScreen } from '../shell/failed-screen.tsx';
import { Shell } from '../shell/shell.tsx';
import { NotFoundScreen } from '../ui/not-found-screen.tsx';

export const rootRoute = createRootRouteWithContext<{ queries: QueryClient }>()({
  validateSearch: (search: Record<string, unknown>): Search =>
    Object.fromEntries(Object.entries(search).map(([key, value]) => [key, value === undefined ? undefined : String(value)])),
  component: Shell,
  notFoundComponent: NotFoundScreen,
  errorComponent: FailedScreen,
});
