import * as z from 'zod/mini';
import type { ActionSpec } from '../../../shared/kernel/action.ts';
import { type Components, requestName, resultName } from './components.ts';
import type { Json } from './json.ts';
import type { StatusesOf } from './refusals.ts';
import { refusalsOf } from './responses.ts';

const KEY: Json = { $ref: '#/components/parameters/IdempotencyKey' };
const DRY_RUN: Json = { $ref: '#/components/parameters/DryRun' };

export const SHARED_PARAMETERS: Json = {
  IdempotencyKey: {
    name: 'Idempotency-Key',
    in: 'header',
    required: true,
    description:
      'Any text of your own that is new for each new request, such as a UUID. The same key with the same body gets the first answer, however much later; with another body, 409.',
    schema: { type: 'string', minLength: 1, maxLength: 255, pattern: '^[\\x21-\\x7e]{1,255}$' },
    example: '6f1c9c3e-0b1e-4f5b-9a53-1d2f5f0f8f0a',
  },
  DryRun: {
    name: 'dryRun',
    in: 'query',
    required: false,
    description: 'True: shows what would happen, and does nothing.',
    schema: { type: 'boolean', default: false },
  },
};

/** One action of a module's table as an operation. */
export function operationOf(name: string, spec: ActionSpec, tag: string, components: Components, statusesOf: StatusesOf): Json {
  return {
    operationId: name,
    tags: [tag],
    summary: spec.summary,
    ...(spec.description ? { description: spec.description } : {}),
    ...(spec.roles === 'public' ? { security: [] } : { 'x-roles': [...spec.roles] }),
    ...parametersOf(spec, components),
    ...(spec.body ? { requestBody: bodyOf(name, spec, components) } : {}),
    responses: { ...answersOf(name, spec, components), ...refusalsOf(name, spec, statusesOf) },
  };
}

function parametersOf(spec: ActionSpec, components: Components): Json {
  const parameters = [
    ...(['path', 'query'] as const).flatMap((place) => fieldsOf(place, spec, components)),
    ...(spec.dryRun ? [DRY_RUN] : []),
    ...(spec.route.startsWith('POST ') ? [KEY] : []),
  ];
  return parameters.length > 0 ? { parameters } : {};
}

/** The fields of a path or query schema, one parameter each. */
function fieldsOf(place: 'path' | 'query', spec: ActionSpec, components: Components): Json[] {
  const schema = spec[place];
  if (!schema) return [];
  const { properties = {}, required = [] } = components.inline(schema) as { properties?: Record<string, Json>; required?: string[] };
  return Object.entries(properties).map(([name, field]) => ({
    name,
    in: place,
    required: place === 'path' || required.includes(name),
    ...(name === 'cursor' ? { description: '`nextCursor` of the page before.' } : {}),
    schema: field,
  }));
}

function bodyOf(name: string, spec: ActionSpec, components: Components): Json {
  const { body, example } = spec;
  if (!body) return {};
  return {
    // No body at all is read as an empty object.
    required: !z.safeDecode(body, {} as never).success,
    content: {
      'application/json': {
        schema: components.named(body, requestName(name)),
        ...(example?.body === undefined ? {} : { example: example.body }),
      },
    },
  };
}

function answersOf(name: string, spec: ActionSpec, components: Components): Json {
  const schema = components.named(spec.output, resultName(name));
  const example = spec.example?.answer === undefined ? {} : { example: spec.example.answer };
  const types = spec.produces === undefined ? ['application/json'] : [spec.produces].flat();
  const content = Object.fromEntries(types.map((type) => [type, { schema, ...example }]));
  const status = spec.status ?? 200;
  const answers: Json = { [status]: { description: status === 201 ? 'Done: what it made' : 'Done', content } };
  if (!spec.dryRun) return answers;
  const headers = { 'x-dry-run': { description: 'Nothing was done', schema: { type: 'string', const: 'true' } } };
  answers[200] = {
    description: status === 200 ? 'Done, or what would be done (dry run)' : 'What would be done (dry run)',
    headers,
    content,
  };
  return answers;
}
