import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { withRefusals } from '../i18n/i18n.ts';
import { rootRoute } from './root-route.tsx';

/** The first view, which shows no refusal but what the API answers (see `client.ts`). */
const HOME = '/';

/** A route whose screen is loaded when it is first asked for, with the texts of refusals. The screen's file exports it as `Screen`. */
export const screen = <const P extends string>(path: P, load: () => Promise<object>) =>
  createRoute({
    getParentRoute: () => rootRoute,
    path,
    component: lazyRouteComponent(
      (path === HOME ? load : () => withRefusals(load)) as () => Promise<{ Screen: () => React.ReactNode }>,
      'Screen',
    ),
  });
