import type { APIGatewayProxyEventV2WithJWTAuthorizer as HttpEvent } from 'aws-lambda';
import type { ActionSpec } from '#kernel/action.ts';
import { canonical } from '#kernel/canonical.ts';
import type { Context } from './action.ts';
import { type Caller, type Identity, unknownCaller } from './caller.ts';
import { fingerprint, idFrom, token } from './fingerprint.ts';
import type { Stamp } from './record-item.ts';
import { Records } from './records.ts';
import { idempotencyKey, readRequest } from './request.ts';

/** A public action has no company; it gets no records either. */
export const NOBODY: Identity = { tenant: 'nobody', companies: [], email: '', sub: '', founds: false };

/** Everything an action may know of its request, before it is known what the caller may do. */
// biome-ignore lint/suspicious/noExplicitAny: the concrete types come from the action's table row.
export function contextOf(name: string, spec: ActionSpec, event: HttpEvent, identity: Identity): Context<any> {
  const caller: Caller = unknownCaller(identity);
  const isPost = spec.route.startsWith('POST ');
  // What needs no token is answered from pages and mail programs, which send no such key.
  const key = isPost && spec.permission !== 'public' ? idempotencyKey(event) : undefined;
  const { path, query, body, raw, dryRun } = readRequest(spec, event);
  const now = new Date();
  const stamp: Stamp = {
    by: caller.email,
    request: event.requestContext.requestId,
    action: name,
    at: now,
    dryRun,
    ...(key === undefined ? {} : { key: token(name, key).slice(0, 16), digest: fingerprint([name, path, raw]) }),
  };
  return {
    path,
    query,
    body,
    caller,
    now,
    dryRun,
    tenant: caller.tenant,
    records: new Records(caller.tenant, stamp),
    request: stamp.request,
    source: event.requestContext.http.sourceIp ?? '',
    domain: event.requestContext.domainName ?? 'localhost',
    newId: (prefix: string, part = '') => idFrom(prefix, caller.tenant, name, ...(path ? [canonical(path)] : []), key ?? '', part),
  };
}
