import type middy from '@middy/core';
import type { APIGatewayProxyStructuredResultV2 as HttpAnswer, APIGatewayProxyEventV2WithJWTAuthorizer as HttpEvent } from 'aws-lambda';

interface Found {
  readonly route: string;
  readonly path: Record<string, string>;
}

/**
 * Which of these routes a request is for, and the values of its path parameters; undefined for none. A literal segment
 * goes before a parameter: `/bills/ageing` before `/bills/{billId}`.
 */
export function matcher(routes: readonly string[]): (method: string, path: string) => Found | undefined {
  const literalFirst = (route: string): string => route.replaceAll('{', '￿');
  const matching = [...routes]
    .sort((a, b) => (literalFirst(a) < literalFirst(b) ? -1 : 1))
    .map((route) => ({ route, segments: route.split(/ ?\//) }));
  return (method, path) => {
    const given = [method, ...path.split('/').slice(1)];
    const fits = matching.find(
      ({ segments }) =>
        segments.length === given.length &&
        segments.every((segment, i) => (segment.startsWith('{') ? given[i] !== '' : segment === given[i])),
    );
    if (!fits) return undefined;
    const named = fits.segments.flatMap((segment, i) => (segment.startsWith('{') ? [[segment.slice(1, -1), given[i] ?? '']] : []));
    return { route: fits.route, path: Object.fromEntries(named) };
  };
}

/**
 * A request by a route that several actions share (`GET /payables/{proxy+}`) gets the route and the path parameters of its
 * own action, as if API Gateway had found it; for what follows there is no difference.
 */
export function ownRoute(routes: readonly string[]): middy.MiddlewareObj<HttpEvent, HttpAnswer> {
  const find = matcher(routes);
  return {
    before: ({ event }) => {
      const rest = event.pathParameters?.proxy;
      if (rest === undefined || !event.routeKey.endsWith('/{proxy+}')) return;
      const [method = '', path = ''] = event.routeKey.replace('{proxy+}', () => rest).split(/ (?=\/)/);
      const found = find(method, path);
      if (found) Object.assign(event, { routeKey: found.route, pathParameters: found.path });
    },
  };
}
