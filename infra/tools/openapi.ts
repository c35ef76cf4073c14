import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { MODULES } from '../../shared/api/modules.ts';
import { openApiDocument, textOf } from './openapi/document.ts';
import { withKindsTable } from './openapi/kinds-table.ts';

const ROOT = join(import.meta.dirname, '..', '..');

/** `npm run openapi` writes `openapi.json` from the modules' tables, and the data model's table of kinds. */
const text = textOf(await openApiDocument(MODULES));
await writeFile(join(ROOT, 'openapi.json'), text);
const page = join(ROOT, 'docs', 'data-model.md');
await writeFile(page, withKindsTable(await readFile(page, 'utf8')));
console.log(`openapi.json: ${Math.round(text.length / 1024)} KB`);
