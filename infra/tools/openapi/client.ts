import openapiTypescript, { astToString } from 'openapi-typescript';
import type { Json } from './json.ts';

const HEADER = '// Written by `npm run openapi` from the modules’ tables: not by hand.\n';

/** The types of every request and answer, as the console's client reads them. */
export async function typesOf(document: Json): Promise<string> {
  // It changes the document that it reads. A field with a default may be left out of a request.
  const nodes = await openapiTypescript(JSON.parse(JSON.stringify(document)), { silent: true, defaultNonNullable: false });
  return HEADER + astToString(nodes);
}

interface Operation {
  readonly operationId: string;
  readonly 'x-roles'?: readonly string[];
}

/** Who may do what: `placeOrder: ['owner', 'sales']`. What needs no token is left out. */
export function rolesOf(document: Json): string {
  const operations = Object.values(document.paths as Record<string, Record<string, Operation>>)
    .flatMap((path) => Object.values(path))
    .filter((operation) => operation['x-roles'])
    .sort((a, b) => (a.operationId < b.operationId ? -1 : 1));
  const rows = operations.map(({ operationId, 'x-roles': roles = [] }) => `  ${operationId}: [${roles.map((r) => `'${r}'`).join(', ')}],`);
  return `${HEADER}export const OPERATION_ROLES = {\n${rows.join('\n')}\n} as const;\n`;
}
