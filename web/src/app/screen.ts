import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { withAllTexts } from '../i18n/i18n.ts';
import { rootRoute } from './root-route.tsx';

/** The first view does without most texts; refusals of the API wait for theirs (see `client.ts`). */
const HOME = '/';

/** A route whose screen is loaded when it is first asked for, with all texts. The screen's file exports it as `Screen`. */
export const screen = <const P extends string>(path: P, load: () => Promise<object>) =>
  createRoute({
    getParentRoute: () => rootRoute,
    path,
    component: lazyRouteComponent(
      (path === HOME ? load : () => withAllTexts(load)) as () => Promise<{ Screen: () => React.ReactNode }>,
      'Screen',
    ),
  });
