import { createRouter } from '@tanstack/react-router';
import { rootRoute } from './root-route.tsx';
import { routes } from './routes.ts';

export const router = createRouter({
  routeTree: rootRoute.addChildren(routes),
  context: { queries: undefined as never },
  defaultPreload: 'intent',
  defaultPreloadDelay: 80,
  scrollRestoration: true,
  // The address is plain text, as people copy it: `?status=placed&q=lamp`, never JSON.
  parseSearch: (text) => Object.fromEntries(new URLSearchParams(text)),
  stringifySearch: (search) => {
    const pairs = Object.entries(search).filter(([, value]) => value !== undefined && value !== '');
    const text = new URLSearchParams(pairs.map(([key, value]) => [key, String(value)])).toString();
    return text ? `?${text}` : '';
  },
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
