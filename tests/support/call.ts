import { randomUUID } from 'node:crypto';
import type { APIGatewayProxyEventV2WithJWTAuthorizer as HttpEvent } from 'aws-lambda';
import type { Role } from '../../shared/kernel/action.ts';

/** Answers of any action; tests say what they expect of the body. */
export interface Answer {
  readonly status: number;
  // biome-ignore lint/suspicious/noExplicitAny: a test asserts on the parts it knows.
  readonly body: any;
  readonly headers: Readonly<Record<string, unknown>>;
}

export interface Call {
  readonly tenant: string;
  readonly roles?: readonly Role[];
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
            'custom:tenant': request.tenant,
            email: request.email ?? `owner@${request.tenant}.example`,
            sub: request.email ?? `owner@${request.tenant}.example`,
            'cognito:groups': `[${(request.roles ?? ['owner']).join(' ')}]`,
          },
        },
      },
    },
  } as unknown as HttpEvent;
  const answer = (await handler(event, {} as never)) as { statusCode: number; body: string; headers: Record<string, string> };
  const json = /json/.test(answer.headers['content-type'] ?? '');
  return { status: answer.statusCode, headers: answer.headers, body: json ? JSON.parse(answer.body) : answer.body };
}

function parametersOf(template: string, path: string): Record<string, string> {
  const names = template.split('/');
  const parts = path.split('/');
  return Object.fromEntries(
    names.flatMap((name, i) => (name.startsWith('{') ? [[name.slice(1, -1), decodeURIComponent(parts[i] ?? '')]] : [])),
  );
}
