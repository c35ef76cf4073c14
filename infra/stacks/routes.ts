import type { ActionRow, Method, ModuleSpec, Profile } from '../../shared/kernel/action.ts';

/** A route of the HTTP API: one action's own, or `GET /payables/{proxy+}` for all of a function below that segment. */
export interface Route {
  readonly method: Method;
  readonly path: string;
  /** The Lambda that it leads to: `<context>/<module>/<profile>`. */
  readonly pool: string;
  readonly profile: Profile;
  readonly guarded: boolean;
}

/** Files, mails and what needs no token keep routes of their own, for their own limits on requests a second. */
const SHARING: readonly Profile[] = ['commands', 'queries'];

/**
 * The routes that lead every action to its function, within the 300 of an HTTP API: an action has a route of its own,
 * unless it shares one with others of its function that have the same method and stand below the same first segment.
 * Where several functions stand below a segment, the one with most actions shares; API Gateway prefers a route of its own.
 */
export function routesOf(modules: readonly ModuleSpec[]): Route[] {
  const own = modules.flatMap((module) => Object.values(module.actions).map((spec) => routeOf(module, spec)));
  const below = Map.groupBy(
    own.filter((route) => route.guarded && SHARING.includes(route.profile) && route.path.lastIndexOf('/') > 0),
    ({ method, path }) => `${method} /${path.split('/')[1]}/{proxy+}`,
  );
  const shared = new Map<Route, string>();
  for (const [key, routes] of below) {
    const [most = []] = [...Map.groupBy(routes, ({ pool }) => pool).values()].sort((a, b) => b.length - a.length);
    if (most.length > 1) for (const route of most) shared.set(route, key.slice(key.indexOf(' ') + 1));
  }
  const routes = own.map((route) => ({ ...route, path: shared.get(route) ?? route.path }));
  return [...new Map(routes.map((route) => [keyOf(route), route])).values()];
}

export const keyOf = ({ method, path }: Pick<Route, 'method' | 'path'>): string => `${method} ${path}`;

function routeOf(module: ModuleSpec, { route, profile, permission }: ActionRow): Route {
  const [method, path] = route.split(' ') as [Method, string];
  return { method, path, pool: `${module.name}/${profile}`, profile, guarded: permission !== 'public' };
}
