import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { MODULES } from '../modules.ts';
import { openApiDocument, textOf } from './openapi/document.ts';

const PATH = join(import.meta.dirname, '..', '..', 'openapi.json');

/** `npm run openapi` writes `openapi.json` from the modules' tables. */
const text = textOf(await openApiDocument(MODULES));
const before = await readFile(PATH, 'utf8').catch((error: NodeJS.ErrnoException) => (error.code === 'ENOENT' ? '' : Promise.reject(error)));
if (text !== before) await writeFile(PATH, text);
console.log(`openapi.json ${text === before ? 'is up to date' : 'written'}: ${Math.round(text.length / 1024)} KB`);
