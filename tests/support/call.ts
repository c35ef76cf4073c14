import { randomUUID } from 'node:crypto';
import type { APIGatewayProxyEventV2WithJWTAuthorizer as HttpEvent } from 'aws-lambda';
import { forgetAccess } from '../../functions/platform/access.ts';
import { enterMember } from '../../infra/tools/local/members.ts';
import { isClientId } from '../../shared/domain/platform/members/api-client.ts';

/** Answers of any action; tests say what they expect of the body. */
export interface Answer {
  readonly status: number;
  // biome-ignore lint/suspicious/noExplicitAny: a test asserts on the parts it knows.
  readonly body: any;
  readonly headers: Readonly<Record<string, unknown>>;
}

export interface Call {
  readonly tenant: string;
  /** The member is given these before the call; without them they keep what they have, and a new one is an owner. */
  readonly roles?: readonly string[];
  readonly email?: string;
  readonly key?: string;
  readonly body?: unknown;
  readonly query?: Readonly<Record<string, string>>;
  readonly headers?: Readonly<Record<string, string>>;
}

type Handler = (event: HttpEvent, context: never) => unknown;

/** A company of its own for one test, so that tests never disturb each other. */
export const newTenant = (): string => `t${randomUUID().slice(0, 8)}`;

/**
 * Calls a module's Lambda handler in this process, as API Gateway would after its authorizer has verified the token.
 * `route` is the concrete request: `POST /orders/ord_…/shipments`; `template` its route key where it has parameters.
 */
export async function call(handler: Handler, route: string, template: string, request: Call): Promise<Answer> {
  const { tenant, roles } = request;
  const email = request.email ?? `${roles ? roles.join('-') || 'nobody' : 'owner'}@${tenant}.example`;
  await letIn(tenant, email, roles);
  // Each call as in a process that knows nobody yet.
  forgetAccess(tenant);
  const [method = '', path = ''] = route.split(' ');
  const event = {
    version: '2.0',
    routeKey: template,
    rawPath: path,
    headers: {
      'content-type': 'application/json',
      ...(method === 'POST' ? { 'idempotency-key': request.key ?? randomUUID() } : {}),
      ...request.headers,
    },
    pathParameters: parametersOf(template.split(' ')[1] ?? '', path),
    queryStringParameters: request.query,
    body: request.body === undefined ? undefined : typeof request.body === 'string' ? request.body : JSON.stringify(request.body),
    isBase64Encoded: false,
    requestContext: {
      requestId: randomUUID(),
      http: { method, path },
      authorizer: {
        jwt: {
          claims: {
            'custom:tenant': tenant,
            email,
            sub: email,
          },
        },
      },
    },
  } as unknown as HttpEvent;
  const answer = (await handler(event, {} as never)) as { statusCode: number; body: string; headers: Record<string, string> };
  const json = /json/.test(answer.headers['content-type'] ?? '');
  return { status: answer.statusCode, headers: answer.headers, body: json ? JSON.parse(answer.body) : answer.body };
}

const members = new Map<string, Promise<unknown>>();

/** Makes whoever calls a member with these roles, once; without roles, an owner where nobody has let them in yet. */
export function letIn(tenant: string, email: string, roles?: readonly string[]): Promise<unknown> {
  const key = `${tenant}#${email}`;
  const cached = members.get(key);
  if (isClientId(email) || roles?.length === 0 || (cached && !roles)) return cached ?? Promise.resolve();
  const entered = (cached ?? Promise.resolve()).then(() => enterMember(tenant, email, roles));
  members.set(key, entered);
  return entered;
}

function parametersOf(template: string, path: string): Record<string, string> {
  const names = template.split('/');
  const parts = path.split('/');
  return Object.fromEntries(
    names.flatMap((name, i) => (name.startsWith('{') ? [[name.slice(1, -1), decodeURIComponent(parts[i] ?? '')]] : [])),
  );
}
