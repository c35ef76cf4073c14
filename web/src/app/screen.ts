import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { rootRoute } from './root-route.tsx';

/** A route whose screen is loaded when it is first asked for. The screen's file exports it as `Screen`. */
export const screen = <const P extends string>(path: P, load: () => Promise<object>) =>
  createRoute({
    getParentRoute: () => rootRoute,
    path,
    component: lazyRouteComponent(load as () => Promise<{ Screen: () => React.ReactNode }>, 'Screen'),
  });
