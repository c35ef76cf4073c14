import { createHash } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

const ROOT = join(import.meta.dirname, '..', '..');
const PAGE = join(ROOT, 'functions', 'platform', 'docs', 'page');
const ofPackage = (file: string): string => fileURLToPath(import.meta.resolve(`swagger-ui-dist/${file}`));

/** What the page asks for: the reader, and our own few lines. */
const FILES = [ofPackage('swagger-ui.css'), ofPackage('swagger-ui-bundle.js'), join(PAGE, 'page.css'), join(PAGE, 'start.js')];

/**
 * Puts the files that the documentation serves beside its bundle: `openapi.json`, the page, and what the page asks for
 * under names that bear a hash of their content (`start.0f3a….js.gz`).
 */
export async function writeDocsAssets(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  let page = await readFile(join(PAGE, 'index.html'), 'utf8');
  for (const path of FILES) {
    const content = await readFile(path);
    const name = hashed(basename(path), content);
    page = page.replaceAll(`{{${basename(path)}}}`, name);
    await writeFile(join(folder, `${name}.gz`), gzipSync(content, { level: 9 }));
  }
  if (page.includes('{{')) throw new Error(`the page asks for a file that is not there: ${/\{\{.*?\}\}/.exec(page)?.[0]}`);
  await writeFile(join(folder, 'index.html'), page);
  const document = JSON.parse(await readFile(join(ROOT, 'openapi.json'), 'utf8')) as unknown;
  await writeFile(join(folder, 'openapi.json'), JSON.stringify(document));
}

/** `start.js` → `start.0f3a9c21d4e5.js` */
function hashed(name: string, content: Buffer): string {
  const hash = createHash('sha256').update(content).digest('hex').slice(0, 12);
  return name.replace(/\.(\w+)$/, `.${hash}.$1`);
}
