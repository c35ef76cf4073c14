import * as z from 'zod/mini';
import type { ActionSpec } from '../../../shared/kernel/action.ts';
import type { Components } from './components.ts';
import { type Json, refTo } from './json.ts';
import type { StatusesOf } from './refusals.ts';

const PROBLEM = 'application/problem+json';
const WORDS: Readonly<Record<number, string>> = {
  400: 'The request is not valid: `field` and `faults` name what is wrong',
  403: 'The roles in the token do not allow it',
  404: 'Not there for this company',
  409: 'Somebody else was there first, or the Idempotency-Key was used for another request',
  413: 'Larger than a request or a record may be',
  422: 'A rule of the business refuses it in the present state',
  503: 'Not available at the moment: send the same request again',
};

/** Responses that every operation shares. */
export const SHARED_RESPONSES: Json = {
  Unauthorized: gateway('No token, or one that is forged, expired or of another user pool', 'Unauthorized'),
  TooManyRequests: gateway('More requests than the deployment takes at once: wait and send the same request again', 'Too Many Requests'),
  InternalError: {
    description: 'A fault on our side, logged under `requestId`. The same request with the same Idempotency-Key is not done twice',
    content: { [PROBLEM]: { schema: refTo('Problem') }, 'application/json': { schema: refTo('GatewayMessage') } },
  },
};

function gateway(description: string, message: string): Json {
  return { description, content: { 'application/json': { schema: refTo('GatewayMessage'), example: { message } } } };
}

export function addProblem(components: Components): void {
  components.add('Problem', {
    type: 'object',
    description:
      'Problem details (RFC 9457). `code` is stable; `detail` is for people, `params` for programs that say it in words of their own.',
    properties: {
      type: { type: 'string', description: '`urn:trastienda:problem:` and the code' },
      title: { type: 'string' },
      status: { type: 'integer' },
      code: { type: 'string' },
      detail: { type: 'string' },
      field: { type: 'string', description: 'Path of the first field at fault: `body.lines.3.quantity`' },
      params: refTo('Params'),
      faults: { type: 'array', items: refTo('FieldFault') },
      requestId: { type: 'string' },
    },
    required: ['type', 'title', 'status', 'code', 'detail', 'requestId'],
    additionalProperties: false,
  });
  components.add('Params', {
    type: 'object',
    description:
      'What `detail` names, by name: money as decimal text in EUR, quantities as decimal text, dates as ISO days, lines from 1 on. `why` tells apart the rules that share a code.',
    additionalProperties: { type: ['string', 'number'] },
    example: { item: 'LAMP-1', warehouse: 'main', free: '3', asked: '5' },
  });
  components.add('FieldFault', {
    type: 'object',
    properties: { field: { type: 'string' }, code: { type: 'string' }, message: { type: 'string' }, params: refTo('Params') },
    required: ['field', 'code', 'message'],
    additionalProperties: false,
  });
  components.add('GatewayMessage', {
    type: 'object',
    description: 'What the gateway itself answers.',
    properties: { message: { type: 'string' } },
    required: ['message'],
  });
}

/** Codes that any request of this shape can meet, by status. */
function generalCodes(spec: ActionSpec): [number, string][] {
  const post = spec.route.startsWith('POST ');
  const changes = !spec.route.startsWith('GET ');
  const codes: [number, string, boolean][] = [
    [400, 'input.invalid', true],
    [400, 'cursor.invalid', spec.query !== undefined && 'cursor' in (z.toJSONSchema(spec.query, { io: 'input' }).properties ?? {})],
    [400, 'amount.too_large', spec.body !== undefined],
    [400, 'body.malformed', spec.body !== undefined],
    [400, 'body.duplicate_key', spec.body !== undefined],
    [400, 'body.too_deep', spec.body !== undefined],
    [400, 'body.content_type', spec.body !== undefined],
    [400, 'idempotency.key_missing', post],
    [400, 'idempotency.key_invalid', post],
    [403, 'role.not_allowed', spec.roles !== 'public'],
    [403, 'token.no_company', spec.roles !== 'public'],
    [409, 'write.contention', changes],
    [409, 'idempotency.key_reused', post],
    [413, 'body.too_large', spec.body !== undefined],
    [413, 'document.too_large', changes],
  ];
  return codes.flatMap(([status, code, applies]) => (applies ? [[status, code]] : []));
}

/** Every refusal of an action: the codes of its table and the general ones, by status. @throws Error on a code that nothing throws. */
export function refusalsOf(name: string, spec: ActionSpec, statusesOf: StatusesOf): Json {
  const codes = generalCodes(spec);
  for (const code of spec.errors ?? []) {
    const statuses = statusesOf(code);
    if (statuses.length === 0) throw new Error(`${name} declares ${code}, which nothing throws`);
    for (const status of statuses) codes.push([status, code]);
  }
  const responses: Json = {
    ...(spec.roles === 'public' ? {} : { 401: { $ref: '#/components/responses/Unauthorized' } }),
    429: { $ref: '#/components/responses/TooManyRequests' },
    500: { $ref: '#/components/responses/InternalError' },
    503: problems(503, []),
  };
  // A parameter with a slash in it leads to no route: the gateway itself answers.
  if (spec.path) responses[404] = problems(404, []);
  for (const status of new Set(codes.map(([status]) => status)))
    responses[status] = problems(
      status,
      codes.flatMap(([at, code]) => (at === status ? [code] : [])),
    );
  return responses;
}

/** The gateway answers 404 (no such route), 413 (beyond 10 MB) and 503 by itself too, in words of its own. */
function problems(status: number, codes: readonly string[]): Json {
  const listed = [...new Set(codes)].sort();
  const problem = { allOf: [refTo('Problem'), { type: 'object', properties: { status: { const: status }, code: { enum: listed } } }] };
  return {
    description: WORDS[status],
    content: {
      ...(listed.length > 0 ? { [PROBLEM]: { schema: problem } } : {}),
      ...([404, 413, 503].includes(status) ? { 'application/json': { schema: refTo('GatewayMessage') } } : {}),
    },
  };
}
