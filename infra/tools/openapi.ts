import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { MODULES } from '../modules.ts';
import { rolesOf, typesOf } from './openapi/client.ts';
import { openApiDocument, textOf } from './openapi/document.ts';

const ROOT = join(import.meta.dirname, '..', '..');

/** `npm run openapi` writes `openapi.json` from the modules' tables, and from that what the console knows of the API. */
const document = await openApiDocument(MODULES);
const files = {
  'openapi.json': textOf(document),
  'web/src/api/schema.d.ts': await typesOf(document),
  'web/src/api/operation-roles.ts': rolesOf(document),
};
for (const [name, text] of Object.entries(files))
  console.log(`${name} ${await written(join(ROOT, name), text)}: ${Math.round(text.length / 1024)} KB`);

async function written(path: string, text: string): Promise<string> {
  const before = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) =>
    error.code === 'ENOENT' ? '' : Promise.reject(error),
  );
  if (text === before) return 'is up to date';
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, text);
  return 'written';
}
