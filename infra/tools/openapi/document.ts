import packageJson from '../../../package.json' with { type: 'json' };
import type { ModuleSpec } from '../../../shared/kernel/action.ts';
import { readStatuses } from './error-statuses.ts';
import { byName, type Json, laidOut } from './json.ts';
import { operationOf, SHARED_PARAMETERS } from './operation.ts';
import { PROBLEM_SCHEMAS, SHARED_RESPONSES } from './responses.ts';
import { sampleOf } from './samples.ts';
import { Schemas } from './schemas.ts';

const INTRODUCTION = `The back office as an API: orders, stock, invoices, receipts and books that agree to the cent at every instant.

Sign in through Cognito and send the **ID token** as \`Authorization: Bearer …\`; the company comes from it.
Who works for several companies says which one a request is about by the header \`Trastienda-Company\`; without it, it is about the first. What
somebody may do there, the company's own records decide.
Money is \`{ "amount": "1234.50", "currency": "EUR" }\` and quantities are decimal text, never floating-point numbers. Dates are ISO 8601.
Every POST takes an \`Idempotency-Key\`: a request that is sent again with the same key is carried out once.
Errors are problem details (RFC 9457) with a stable \`code\` and the \`field\` at fault. Codes that any request can meet are listed
with the shared responses (\`x-errors\`), those of one operation with the operation, each with its status. Lists page by an opaque \`cursor\`.`;

/** The OpenAPI 3.1 document of all modules: the same tables always give the same document. */
export async function openApiDocument(modules: readonly ModuleSpec[]): Promise<Json> {
  const actions = new Map(modules.flatMap((module) => Object.entries(module.actions)));
  const [schemas, statusesOf] = await Promise.all([Schemas.of(actions), readStatuses()]);
  const paths: Record<string, Json> = {};
  for (const module of modules)
    for (const [name, spec] of Object.entries(module.actions)) {
      const [method = '', path = ''] = spec.route.split(' ');
      paths[path] = { ...paths[path], [method.toLowerCase()]: operationOf(name, spec, module.title, schemas, statusesOf) };
    }
  const used = schemas.usedBy(paths);
  // An answer is shown as one that could be given.
  for (const { output } of actions.values()) {
    const { $ref } = schemas.ref(output);
    const json = used[String($ref).split('/').at(-1) ?? ''];
    if (json) json.examples ??= [sampleOf({ $ref }, used)];
  }
  return {
    openapi: '3.1.0',
    info: { title: 'Trastienda', version: packageJson.version, description: INTRODUCTION },
    // Relative to where this document was fetched from: the same file serves every deployment.
    servers: [{ url: '.', description: 'The deployment that serves this document' }],
    security: [{ token: [] }],
    tags: modules.flatMap(({ title, actions: own }) => (Object.keys(own).length > 0 ? [{ name: title }] : [])),
    paths: Object.fromEntries(Object.entries(paths).sort(byName)),
    components: {
      securitySchemes: {
        token: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT', description: 'The ID token of a user of the Cognito user pool' },
      },
      parameters: SHARED_PARAMETERS,
      responses: SHARED_RESPONSES,
      schemas: Object.fromEntries(Object.entries({ ...used, ...PROBLEM_SCHEMAS }).sort(byName)),
    },
  };
}

/** One line per operation and per component. */
export const textOf = (document: Json): string => `${laidOut(document, 3)}\n`;
