import middy from '@middy/core';
import type { APIGatewayProxyStructuredResultV2 as HttpAnswer, APIGatewayProxyEventV2WithJWTAuthorizer as HttpEvent } from 'aws-lambda';
import type { ActionRow, ActionSpec, ModuleSpec } from '#kernel/action.ts';
import { assert } from '#kernel/assert.ts';
import { missing } from '#kernel/errors.ts';
import type { AnyAction, Context } from './action.ts';
import { type Access, COMPANY_HEADER, type Identity, identityOf, innerIdentity, mayFor, requirePermission } from './caller.ts';
import { type Admission, type Outcome, runCommand } from './command.ts';
import { contextOf, NOBODY } from './context.ts';
import { ownRoute } from './own-route.ts';
import { encodeOutput } from './parse.ts';
import { observed } from './pipeline.ts';
import { problemOf } from './problem.ts';
import { RawAnswer } from './raw-answer.ts';
import { notFound, Records } from './records.ts';
import { sharedFairness } from './usage.ts';

const HEADERS = { 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' };
/** Seconds; what passes has mostly passed by then. */
const RETRY_AFTER: Readonly<Record<number, string>> = { 429: '5', 503: '2' };

export type Actions<M extends ModuleSpec> = { readonly [K in keyof M['actions']]?: AnyAction };

interface Route {
  readonly name: string;
  readonly spec: ActionRow;
  readonly action: AnyAction;
}

/**
 * The Lambda of a module's permission profile: dispatches by API Gateway's route key, or by its own where actions share one.
 * @param access what somebody may do; absent where every action is public.
 */
export function serve<M extends ModuleSpec>(module: M, actions: Actions<M>, access?: Access) {
  const routes = new Map<string, Route>();
  for (const [name, action] of Object.entries(actions)) {
    const spec = module.actions[name];
    assert(spec && action, `${module.name} declares ${name}`);
    routes.set(spec.route, { name, spec, action: action as AnyAction });
  }
  return middy<HttpEvent, HttpAnswer>()
    .use(observed<HttpEvent, HttpAnswer>('request', aboutRequest, ({ statusCode }) => ({ status: statusCode })))
    .use(problems())
    .use(ownRoute([...routes.keys()]))
    .handler(async (event: HttpEvent): Promise<HttpAnswer> => {
      const route = routes.get(event.routeKey);
      if (!route)
        throw missing('route.not_found', `There is no ${event.requestContext.http.method} ${event.rawPath}.`, undefined, {
          method: event.requestContext.http.method,
          path: event.rawPath,
        });
      return answer(route, event, access);
    });
}

const aboutRequest = ({ routeKey, requestContext, headers }: HttpEvent) => ({
  route: routeKey,
  requestId: requestContext.requestId,
  tenant: requestContext.authorizer?.jwt?.claims?.['custom:tenant'],
  // Which of the caller's companies, where they say so: what was not theirs was refused.
  company: headers[COMPANY_HEADER]?.slice(0, 31),
});

/** Answers what is thrown as problem details. */
const problems = (): middy.MiddlewareObj<HttpEvent, HttpAnswer> => ({
  onError: (request) => {
    const problem = problemOf(request.error, request.event.requestContext.requestId);
    request.response = {
      statusCode: problem.status,
      headers: {
        ...HEADERS,
        'content-type': 'application/problem+json',
        ...(RETRY_AFTER[problem.status] ? { 'retry-after': RETRY_AFTER[problem.status] } : {}),
      },
      body: JSON.stringify(problem),
    };
  },
});

async function answer(route: Route, event: HttpEvent, access: Access | undefined): Promise<HttpAnswer> {
  const { spec } = route;
  const { context, outcome } = access ? await guarded(route, event, access) : await open(route, event);
  const { value, replayed } = outcome;
  if (value instanceof RawAnswer) return { ...value.answer, headers: { ...HEADERS, ...value.answer.headers } };
  const statusCode = context.dryRun ? 200 : (spec.status ?? 200);
  const headers = {
    ...HEADERS,
    'content-type': 'application/json',
    ...(context.dryRun ? { 'x-dry-run': 'true' } : {}),
    ...(replayed ? { 'idempotency-replayed': 'true' } : {}),
  };
  return { statusCode, headers, body: JSON.stringify(encodeOutput(spec.output, value)) };
}

async function open({ name, spec, action }: Route, event: HttpEvent) {
  assert(spec.permission === 'public' && action.kind === 'query', `${name} is public`);
  const context = contextOf(name, spec, event, NOBODY);
  return { context, outcome: { value: await action.run(context), replayed: false } satisfies Outcome };
}

/** Who asks: of whom the API's authorizer has verified a token; or another function of the product, which IAM has let in. */
function whoAsks({ requestContext, headers }: HttpEvent): Identity {
  const { jwt, inner } = (requestContext.authorizer ?? {}) as { jwt?: { claims?: Record<string, unknown> }; inner?: unknown };
  return jwt || inner === undefined ? identityOf(jwt?.claims, headers[COMPANY_HEADER]) : innerIdentity(inner);
}

/** Reads go by what is known of the caller for up to a minute; whatever changes something asks the records each time. */
async function guarded(route: Route, event: HttpEvent, access: Access) {
  const identity = whoAsks(event);
  const charged = sharedFairness().charge(identity.tenant, route.spec.profile, Date.now());
  const [done] = await Promise.allSettled([carriedOut(route, event, identity, access), charged]);
  if (done.status === 'rejected') throw done.reason;
  return done.value;
}

async function carriedOut(route: Route, event: HttpEvent, identity: Identity, access: Access) {
  const context = await readable(route, event, identity, access);
  const { action, spec } = route;
  if (action.kind === 'command') return { context, outcome: await runCommand(action, context, admissionOf(route, context, access)) };
  const caller = await access.recall(identity, context.records);
  requirePermission(caller, spec.permission);
  return { context, outcome: { value: await action.run({ ...context, caller }), replayed: false } satisfies Outcome };
}

/** What is wrong with a request is told to those alone who may send it. */
async function readable({ name, spec }: Route, event: HttpEvent, identity: Identity, access: Access) {
  try {
    return contextOf(name, spec, event, identity);
  } catch (error) {
    const stamp = { by: identity.email, request: event.requestContext.requestId, action: name, at: new Date(), dryRun: true };
    requirePermission(await access.recall(identity, new Records(identity.tenant, stamp)), spec.permission);
    throw error;
  }
}

const admissionOf = ({ action, spec }: Route, { caller: identity, records }: Context<ActionSpec>, access: Access): Admission => ({
  refs: access.refs(identity),
  admit: async (found, subject) => {
    const caller = await access.decide(identity, records, found);
    requirePermission(caller, spec.permission);
    const need = spec.permission;
    if (
      action.kind === 'command' &&
      subject &&
      need !== 'member' &&
      need !== 'public' &&
      !mayFor(caller, need, subject, action.target.type)
    )
      throw notFound(action.target.type.kind, subject.id);
    return caller;
  },
});
