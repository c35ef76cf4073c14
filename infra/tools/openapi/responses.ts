import type { ActionSpec } from '../../../shared/kernel/action.ts';
import type { StatusesOf } from './error-statuses.ts';
import type { Json } from './json.ts';

const refTo = (name: string): Json => ({ $ref: `#/components/schemas/${name}` });

/** How a request can fail, told once: the name of the response, what it means, and the codes that any operation can meet. */
const REFUSALS: Readonly<Record<number, { readonly name: string; readonly text: string; readonly codes: readonly string[] }>> = {
  400: {
    name: 'Invalid',
    text: 'The request is not valid: `field` and `faults` name what is wrong.',
    codes: [
      'input.invalid',
      'cursor.invalid',
      'amount.too_large',
      'body.malformed',
      'body.duplicate_key',
      'body.too_deep',
      'body.content_type',
      'idempotency.key_missing',
      'idempotency.key_invalid',
    ],
  },
  403: {
    name: 'Forbidden',
    text: 'The caller’s roles do not allow it.',
    codes: ['role.not_allowed', 'second_factor.required', 'member.no_access', 'token.no_company'],
  },
  404: { name: 'NotFound', text: 'There is no such record in this company.', codes: [] },
  409: {
    name: 'Conflict',
    text: 'Another request changed the record first, or the Idempotency-Key was used for a different request.',
    codes: ['write.contention', 'idempotency.key_reused'],
  },
  413: { name: 'TooLarge', text: 'Larger than a request or a record may be.', codes: ['body.too_large', 'document.too_large'] },
  422: { name: 'Refused', text: 'A business rule refuses it in the present state.', codes: [] },
  429: {
    name: 'TooManyRequests',
    text: 'More requests than the deployment takes at once, or than one company may send: wait as long as `Retry-After` says, and send the same request again.',
    codes: ['company.too_fast'],
  },
  503: { name: 'Unavailable', text: 'Not available at the moment: send the same request again.', codes: ['service.busy'] },
};
/** Statuses that the gateway also answers by itself: no such route, beyond 10 MB, no function. */
const BY_GATEWAY = [404, 413, 429, 503];

/** Responses that operations share. */
export const SHARED_RESPONSES: Json = {
  ...Object.fromEntries(Object.entries(REFUSALS).map(([status, { name, text, codes }]) => [name, problem(Number(status), text, codes)])),
  Unauthorized: gateway('No token, or one that is forged, expired or of another user pool.', 'Unauthorized'),
  InternalError: problem(
    500,
    'A fault of ours, logged under `requestId`. The same request with the same Idempotency-Key is not carried out twice. `record.unreadable`: a stored record is damaged, `params` say which.',
    ['record.unreadable'],
  ),
};

function gateway(description: string, message: string): Json {
  return { description, content: { 'application/json': { schema: refTo('GatewayMessage'), example: { message } } } };
}

function problem(status: number, text: string, codes: readonly string[]): Json {
  return {
    description: text,
    ...(codes.length > 0 ? { 'x-errors': codes } : {}),
    content: {
      'application/problem+json': { schema: { allOf: [refTo('Problem'), { properties: { status: { const: status } } }] } },
      ...(status === 500 || BY_GATEWAY.includes(status) ? { 'application/json': { schema: refTo('GatewayMessage') } } : {}),
    },
  };
}

export const PROBLEM_SCHEMAS: Readonly<Record<string, Json>> = {
  Problem: {
    type: 'object',
    description: 'Problem details (RFC 9457). `code` is stable; `detail` is for people, `params` for programs that word it themselves.',
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
  },
  Params: {
    type: 'object',
    description:
      'The values in `detail`, by name: money as decimal text in EUR, quantities as decimal text, dates as ISO days, lines from 1 on. `why` distinguishes rules that share a code.',
    additionalProperties: { type: ['string', 'number'] },
    examples: [{ item: 'LAMP-1', warehouse: 'main', free: '3', requested: '5' }],
  },
  FieldFault: {
    type: 'object',
    properties: { field: { type: 'string' }, code: { type: 'string' }, message: { type: 'string' }, params: refTo('Params') },
    required: ['field', 'code', 'message'],
    additionalProperties: false,
  },
  GatewayMessage: {
    type: 'object',
    description: 'What the gateway itself answers.',
    properties: { message: { type: 'string' } },
    required: ['message'],
  },
};

/** How an action can fail: its own codes with their status, and a shared response per status. @throws Error on a code that nothing throws. */
export function refusalsOf(name: string, spec: ActionSpec, statusesOf: StatusesOf): { readonly errors: Json; readonly responses: Json } {
  const errors = (spec.errors ?? []).map((code): [string, readonly number[]] => {
    const statuses = statusesOf(code);
    if (statuses.length === 0) throw new Error(`${name} declares ${code}, which nothing throws`);
    return [code, statuses];
  });
  const changes = !spec.route.startsWith('GET ');
  const general: readonly [number, boolean][] = [
    [400, true],
    [403, spec.permission !== 'public'],
    // A parameter with a slash in it leads to no route.
    [404, spec.path !== undefined],
    [409, changes],
    [413, changes],
    [503, true],
  ];
  const statuses = [...general.flatMap(([status, applies]) => (applies ? [status] : [])), ...errors.flatMap(([, of]) => of)];
  const shared = [
    ...(spec.permission === 'public' ? [] : [[401, 'Unauthorized']]),
    [429, 'TooManyRequests'],
    [500, 'InternalError'],
    ...[...new Set(statuses)].map((status) => [status, REFUSALS[status]?.name]),
  ];
  return {
    errors: Object.fromEntries(errors.map(([code, of]) => [code, of.length === 1 ? of[0] : of])),
    responses: Object.fromEntries(shared.map(([status, response]) => [status, { $ref: `#/components/responses/${response}` }])),
  };
}
