import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda';
import type { DoorName } from '#api/rule-effects.ts';
import { DOORS } from '#api/rule-effects.ts';
import { env } from '#runtime/env.ts';

const lambda = new LambdaClient({ maxAttempts: 4 });

/** What is asked of an action, on behalf of a rule. */
export interface DoorRequest {
  readonly door: DoorName;
  readonly path?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

/** Who asks, and how a repetition is known. */
export interface DoorCaller {
  readonly tenant: string;
  /** The rule's address. */
  readonly email: string;
  /** The run that does it, and so what it may do; absent: it looks alone. */
  readonly run?: string;
  /** Stands in the audit as the request; begins with the run's id. */
  readonly request: string;
}

/** What the action answered. */
export type DoorAnswer =
  | { readonly ok: true; readonly body: Readonly<Record<string, unknown>> }
  | { readonly ok: false; readonly code: string; readonly message: string };

interface LambdaAnswer {
  readonly statusCode: number;
  readonly body: string;
}

/**
 * Takes an action of the API: its own function gets the request as API Gateway would hand it on, and looks at permission, input and
 * Idempotency-Key as for everybody else. A refusal is an answer. @throws Error for what may pass by itself: to be tried again.
 */
export async function enterDoor(
  { door, path = {}, query, body }: DoorRequest,
  { tenant, email, run, request }: DoorCaller,
): Promise<DoorAnswer> {
  const { spec, pool } = DOORS[door];
  const [method = '', route = ''] = spec.route.split(' ');
  const rawPath = route.replaceAll(/\{(\w+)\}/g, (_, name: string) => path[name] ?? '');
  const event = {
    version: '2.0',
    routeKey: spec.route,
    rawPath,
    headers: { 'content-type': 'application/json', ...(method === 'POST' ? { 'idempotency-key': request } : {}) },
    pathParameters: path,
    ...(query ? { queryStringParameters: query } : {}),
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    isBase64Encoded: false,
    requestContext: { requestId: request, http: { method, path: rawPath }, authorizer: { inner: { tenant, email, run } } },
  };
  const FunctionName = (JSON.parse(env('DOORS')) as Record<string, string>)[pool] ?? '';
  const invoked = await lambda.send(new InvokeCommand({ FunctionName, Payload: JSON.stringify(event) }));
  const text = Buffer.from(invoked.Payload ?? []).toString('utf8');
  if (invoked.FunctionError) throw new Error(`${door} broke off: ${text.slice(0, 300)}`);
  return answerOf(door, JSON.parse(text) as LambdaAnswer);
}

/** Refusals of what others do just now, and not of what is asked. */
const PASSING = ['write.contention', 'bank_line.being_matched'];

function answerOf(door: DoorName, { statusCode, body }: LambdaAnswer): DoorAnswer {
  const parsed = JSON.parse(body) as Record<string, unknown>;
  if (statusCode < 300) return { ok: true, body: parsed };
  // Too many at once, somebody else was quicker or has not ended, a fault: it may go another time.
  if (statusCode === 429 || statusCode >= 500 || PASSING.includes(String(parsed.code)))
    throw new Error(`${door} answered ${statusCode}: ${String(parsed.code)}`);
  return { ok: false, code: String(parsed.code), message: String(parsed.detail ?? parsed.title ?? '') };
}
