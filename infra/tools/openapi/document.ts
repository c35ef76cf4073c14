import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ModuleSpec } from '../../../shared/kernel/action.ts';
import { Components } from './components.ts';
import { byName, isJson, type Json, rewrite } from './json.ts';
import { namedSchemas } from './named-schemas.ts';
import { operationOf, SHARED_PARAMETERS } from './operation.ts';
import { readRefusals } from './refusals.ts';
import { addProblem, SHARED_RESPONSES } from './responses.ts';
import { sampleOf } from './samples.ts';

const ROOT = join(import.meta.dirname, '..', '..', '..');
const INTRODUCTION = `The back office as an API: orders, stock, invoices, receipts and books that agree to the cent at every instant.

Sign in through Cognito and send the **ID token** as \`Authorization: Bearer …\`; company and roles come from it alone.
Money is \`{ "amount": "1234.50", "currency": "EUR" }\` and quantities are decimal text, never floating-point numbers. Dates are ISO 8601.
Every POST takes an \`Idempotency-Key\`: sent twice, a request is carried out once and answered the same.
Errors are problem details (RFC 9457) with a stable \`code\` and the \`field\` at fault. Lists page by an opaque \`cursor\`.`;

/** The OpenAPI 3.1 document of all modules: the same tables always give the same document. */
export async function openApiDocument(modules: readonly ModuleSpec[]): Promise<Json> {
  const [names, statusesOf, { version }] = await Promise.all([
    namedSchemas(),
    readRefusals(),
    readFile(join(ROOT, 'package.json'), 'utf8').then((text) => JSON.parse(text) as { version: string }),
  ]);
  const components = new Components(names);
  addProblem(components);
  const paths: Record<string, Json> = {};
  for (const module of modules)
    for (const [name, spec] of Object.entries(module.actions)) {
      const [method = '', path = ''] = spec.route.split(' ');
      paths[path] = { ...paths[path], [method.toLowerCase()]: operationOf(name, spec, module.title, components, statusesOf) };
    }
  return withSamples(
    components.finish({
      openapi: '3.1.0',
      info: { title: 'Trastienda', version, description: INTRODUCTION },
      // Relative to where this document was fetched from: the same file serves every deployment.
      servers: [{ url: '.', description: 'The deployment that serves this document' }],
      security: [{ token: [] }],
      tags: modules.map(({ title }) => ({ name: title })),
      paths: Object.fromEntries(Object.entries(paths).sort(byName)),
      components: {
        securitySchemes: {
          token: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT', description: 'The ID token of a user of the Cognito user pool' },
        },
        parameters: SHARED_PARAMETERS,
        responses: SHARED_RESPONSES,
      },
    }),
  );
}

/** Answers without an example of their own get one that is made from their schema: one per named schema. */
function withSamples(document: Json): Json {
  const { schemas, ...others } = document.components as { schemas: Record<string, Json> };
  const examples: Record<string, Json> = {};
  const paths = rewrite(document.paths, (node, place) => {
    const status = place.at(-3) ?? '';
    const isAnswer = place.at(-2) === 'content' && place.at(-1) === 'application/json' && /^2\d\d$/.test(status);
    if (!isAnswer || 'example' in node || !isJson(node.schema)) return node;
    const name = String(node.schema.$ref).replace('#/components/schemas/', '');
    examples[name] ??= { summary: name, value: sampleOf(node.schema, schemas) };
    return { ...node, examples: { [name]: { $ref: `#/components/examples/${name}` } } };
  });
  return { ...document, paths, components: { ...others, schemas, examples: Object.fromEntries(Object.entries(examples).sort(byName)) } };
}

export const textOf = (document: Json): string => `${JSON.stringify(document, null, 2)}\n`;
