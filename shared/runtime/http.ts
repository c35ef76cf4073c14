import middy from '@middy/core';
import type { APIGatewayProxyStructuredResultV2 as HttpAnswer, APIGatewayProxyEventV2WithJWTAuthorizer as HttpEvent } from 'aws-lambda';
import type { ActionSpec, ModuleSpec } from '#kernel/action.ts';
import { assert } from '#kernel/assert.ts';
import { missing } from '#kernel/errors.ts';
import type { AnyAction } from './action.ts';
import { callerOf, requireRole } from './caller.ts';
import { runCommand } from './command.ts';
import { contextOf } from './context.ts';
import { log } from './log.ts';
import { encodeOutput } from './parse.ts';
import { problemOf } from './problem.ts';
import { RawAnswer } from './raw-answer.ts';

const HEADERS = { 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' };

/** The Lambda of a module's permission profile: dispatches by API Gateway's own route key. */
export function serve<M extends ModuleSpec>(module: M, actions: { readonly [K in keyof M['actions']]?: AnyAction }) {
  const routes = new Map<string, { name: string; spec: ActionSpec; action: AnyAction }>();
  for (const [name, action] of Object.entries(actions)) {
    const spec = module.actions[name];
    assert(spec && action, `${module.name} declares ${name}`);
    routes.set(spec.route, { name, spec, action: action as AnyAction });
  }
  return middy<HttpEvent, HttpAnswer>()
    .use(oneLogLine())
    .handler(async (event: HttpEvent): Promise<HttpAnswer> => {
      const requestId = event.requestContext.requestId;
      try {
        const route = routes.get(event.routeKey);
        if (!route)
          throw missing('route.not_found', `There is no ${event.requestContext.http.method} ${event.rawPath}.`, undefined, {
            method: event.requestContext.http.method,
            path: event.rawPath,
          });
        return await answer(route.name, route.spec, route.action, event);
      } catch (error) {
        const problem = problemOf(error, requestId);
        return {
          statusCode: problem.status,
          headers: { ...HEADERS, 'content-type': 'application/problem+json' },
          body: JSON.stringify(problem),
        };
      }
    });
}

async function answer(name: string, spec: ActionSpec, action: AnyAction, event: HttpEvent): Promise<HttpAnswer> {
  const caller = spec.roles === 'public' ? undefined : callerOf(event.requestContext.authorizer?.jwt?.claims);
  if (caller && spec.roles !== 'public') requireRole(caller, spec.roles);
  const context = contextOf(name, spec, event, caller);
  const value = action.kind === 'query' ? await action.run(context) : await runCommand(action, context);
  if (value instanceof RawAnswer) return { ...value.answer, headers: { ...HEADERS, ...value.answer.headers } };
  const statusCode = context.dryRun ? 200 : (spec.status ?? 200);
  const headers = { ...HEADERS, 'content-type': 'application/json', ...(context.dryRun ? { 'x-dry-run': 'true' } : {}) };
  return { statusCode, headers, body: JSON.stringify(encodeOutput(spec.output, value)) };
}

/** One structured line per request: what, who, how it ended, how long. */
function oneLogLine(): middy.MiddlewareObj<HttpEvent, HttpAnswer> {
  const started = new WeakMap<object, number>();
  return {
    before: ({ event }) => void started.set(event, performance.now()),
    after: ({ event, response }) =>
      log('info', 'request', {
        route: event.routeKey,
        requestId: event.requestContext.requestId,
        tenant: event.requestContext.authorizer?.jwt?.claims?.['custom:tenant'],
        status: response?.statusCode,
        ms: Math.round(performance.now() - (started.get(event) ?? 0)),
      }),
  };
}
