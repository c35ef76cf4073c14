import * as z from 'zod/mini';
import type { ActionSpec } from '../../../shared/kernel/action.ts';
import { type Need, ROLES, suffices } from '../../../shared/kernel/permission.ts';
import type { StatusesOf } from './error-statuses.ts';
import type { Json } from './json.ts';
import { refusalsOf } from './responses.ts';
import type { Schemas } from './schemas.ts';

const KEY: Json = { $ref: '#/components/parameters/IdempotencyKey' };
const DRY_RUN: Json = { $ref: '#/components/parameters/DryRun' };

export const SHARED_PARAMETERS: Json = {
  IdempotencyKey: {
    name: 'Idempotency-Key',
    in: 'header',
    required: true,
    description:
      'Any text of your own that is new for each new request, such as a UUID. Sent again with the same key, path and body, however much later, a request is not carried out again: the answer shows the record as it stands by then, with the same id and status and the header `Idempotency-Replayed: true`. The same key with another body is refused (409). Keys are the company’s, not the person’s: the same request with the same key by somebody else who may send it is the same request.',
    schema: { type: 'string', minLength: 1, maxLength: 255, pattern: '^[\\x21-\\x7e]{1,255}$' },
    example: '6f1c9c3e-0b1e-4f5b-9a53-1d2f5f0f8f0a',
  },
  DryRun: {
    name: 'dryRun',
    in: 'query',
    required: false,
    description: 'True: shows what would happen and changes nothing.',
    schema: { type: 'boolean', default: false },
  },
};

/** One action of a module's table as an operation. */
export function operationOf(name: string, spec: ActionSpec, tag: string, schemas: Schemas, statusesOf: StatusesOf): Json {
  const { errors, responses } = refusalsOf(name, spec, statusesOf);
  return {
    operationId: name,
    tags: [tag],
    summary: spec.summary,
    description: [...(spec.description ? [spec.description] : []), needOf(spec.permission)].join('\n\n'),
    ...(spec.permission === 'public' ? { security: [] } : { 'x-permission': spec.permission }),
    ...parametersOf(spec, schemas),
    ...(spec.body ? { requestBody: bodyOf(spec, schemas) } : {}),
    responses: { ...answersOf(spec, schemas), ...responses },
    ...(Object.keys(errors).length > 0 ? { 'x-errors': errors } : {}),
  };
}

/** What a caller must be allowed, in words, and which built-in roles are. */
function needOf(need: Need): string {
  if (need === 'public') return 'Needs no token.';
  if (need === 'member') return 'For every member of the company, person or program.';
  return `Needs the permission \`${need}\`: ${ROLES.filter((role) => suffices(role, need)).join(', ')}.`;
}

function parametersOf(spec: ActionSpec, schemas: Schemas): Json {
  const parameters = [
    ...(['path', 'query'] as const).flatMap((place) => fieldsOf(place, spec, schemas)),
    ...(spec.dryRun ? [DRY_RUN] : []),
    ...(spec.route.startsWith('POST ') && spec.permission !== 'public' ? [KEY] : []),
  ];
  return parameters.length > 0 ? { parameters } : {};
}

/** The fields of a path or query schema, one parameter each. */
function fieldsOf(place: 'path' | 'query', spec: ActionSpec, schemas: Schemas): Json[] {
  const schema = spec[place];
  if (!schema) return [];
  const { properties = {}, required = [] } = schemas.json(schema) as { properties?: Record<string, Json>; required?: string[] };
  return Object.entries(properties).map(([name, field]) => ({
    name,
    in: place,
    required: place === 'path' || required.includes(name),
    ...(name === 'cursor' ? { description: '`nextCursor` of the page before.' } : {}),
    schema: field,
  }));
}

function bodyOf(spec: ActionSpec, schemas: Schemas): Json {
  const { body, example } = spec;
  if (!body) return {};
  return {
    // No body at all is read as an empty object.
    required: !z.safeDecode(body, {} as never).success,
    content: {
      'application/json': {
        schema: schemas.ref(body),
        ...(example?.body === undefined ? {} : { example: example.body }),
      },
    },
  };
}

function answersOf(spec: ActionSpec, schemas: Schemas): Json {
  const schema = schemas.ref(spec.output);
  const example = spec.example?.answer === undefined ? {} : { example: spec.example.answer };
  const types = spec.produces === undefined ? ['application/json'] : [spec.produces].flat();
  const content = Object.fromEntries(types.map((type) => [type, { schema, ...example }]));
  const status = spec.status ?? 200;
  const answers: Json = { [status]: { description: status === 201 ? 'Done: what was created' : 'Done', content } };
  if (!spec.dryRun) return answers;
  const headers = { 'x-dry-run': { description: 'Nothing was changed', schema: { type: 'string', const: 'true' } } };
  answers[200] = {
    description: status === 200 ? 'Done, or the result of a dry run' : 'The result of a dry run',
    headers,
    content,
  };
  return answers;
}
