import { cp, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '..', '..');
const INSTALLED = join(ROOT, 'node_modules');
const packages = createRequire(import.meta.url);

interface Manifest {
  readonly dependencies?: Readonly<Record<string, string>>;
}

/** What pages are recognised by. Its programs are WebAssembly: the same files on every machine. */
const ENGINES = ['tesseract.js', '@hyzyla/pdfium', '@imagemagick/magick-wasm', '@tesseract.js-data/spa', '@tesseract.js-data/eng'];

/** Files that a layer goes without: programs of tesseract that its own loader does not take in Node, that have their WebAssembly in a text, or that a browser runs; the other models. */
const LEFT_OUT = [
  /tesseract\.js-core[\\/].*-lstm\.(js|wasm)$/,
  /tesseract\.js-core[\\/].*\.wasm\.js$/,
  /tesseract\.js[\\/](dist|docs|benchmarks|scripts)([\\/]|$)/,
  /@tesseract\.js-data[\\/]\w+[\\/]4\.0\.0$/,
  /magick-wasm[\\/]dist[\\/]x64([\\/]|$)/,
  /pdfium[\\/]dist[\\/](pdfium\.wasm\.base64|index\.esm|worker)/,
  /\.d\.ts$|\.map$/,
];

/** Writes the layer that scans are read with: the engines with what they need, below `nodejs/node_modules`. */
export async function buildScanLayer(folder = join(ROOT, 'dist', 'layers', 'scan')): Promise<void> {
  await rm(folder, { recursive: true, force: true });
  for (const name of withDependencies(ENGINES))
    await cp(join(INSTALLED, name), join(folder, 'nodejs', 'node_modules', name), {
      recursive: true,
      filter: (path) => !LEFT_OUT.some((pattern) => pattern.test(path)),
    });
}

/** Packages with those that they need, and these need. */
function withDependencies(names: readonly string[]): string[] {
  const all = new Set<string>();
  const add = (name: string) => {
    if (all.has(name)) return;
    all.add(name);
    const { dependencies = {} } = packages(join(INSTALLED, name, 'package.json')) as Manifest;
    Object.keys(dependencies).forEach(add);
  };
  names.forEach(add);
  return [...all];
}
