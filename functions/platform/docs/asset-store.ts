import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Files that the build puts beside the bundle (`infra/tools/docs-assets.ts`). */
const FOLDER = join(import.meta.dirname, 'assets');
const read = new Map<string, Promise<Buffer>>();

/** A file beside the bundle, read once per process; undefined where there is none. `name` is checked by its schema. */
export async function readAsset(name: string): Promise<Buffer | undefined> {
  const reading = read.get(name) ?? readFile(join(FOLDER, name));
  read.set(name, reading);
  try {
    return await reading;
  } catch (error) {
    read.delete(name);
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

/** A file without which the function is not whole. @throws Error when the build left it out. */
export async function needAsset(name: string): Promise<Buffer> {
  const found = await readAsset(name);
  if (!found) throw new Error(`the build put no ${name} beside the bundle`);
  return found;
}
