import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { missing } from './workspace.ts';

/** Everything that decides what is deployed. */
const SOURCES = ['infra', 'functions', 'shared', 'statemachines', 'openapi.json', 'package-lock.json', 'cdk.json'];
/** Parts of those that only tools read. */
const TOOLS_ONLY = ['infra/tools/local', 'infra/tools/seed'];

/** One digest over the contents of all sources: equal digests deploy equal stacks. */
export const sourceDigest = (root: string): Promise<string> => digestOf(root, SOURCES, isDeployed);

/** One digest over the names and contents of files: those named, and all below the folders named. */
export async function digestOf(root: string, sources: readonly string[], counts: (path: string) => boolean = () => true): Promise<string> {
  const hash = createHash('sha256');
  const lists = await Promise.all(sources.map((source) => filesBelow(root, source)));
  for (const path of lists.flat().filter(counts).sort()) {
    const content = await readFile(join(root, path));
    hash.update(`${path}\0${content.length}\0`).update(content);
  }
  return hash.digest('hex');
}

const isDeployed = (path: string): boolean => !TOOLS_ONLY.some((folder) => path.startsWith(`${folder}/`));

async function filesBelow(root: string, source: string): Promise<string[]> {
  try {
    const entries = await readdir(join(root, source), { recursive: true, withFileTypes: true });
    return entries
      .filter((entry) => entry.isFile())
      .map((entry) => relative(root, join(entry.parentPath, entry.name)).split(sep).join('/'));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOTDIR') return [source];
    if (missing(error)) return [];
    throw error;
  }
}
