import { glob, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { type BuildOptions, build, type Metafile, type Plugin } from 'esbuild';
import { writeDocsAssets } from './docs-assets.ts';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
/** Lambda entries: the two pools of each module, what leaves a pool for its grants, and what is not called over HTTP. */
const ENTRIES = ['functions/*/*/{commands,queries,documents,identities,public}.ts', 'functions/*/*/*.{task,event}.ts'];

/** Packages read some CommonJS dependencies by `require` and data files beside themselves: both work in an ES module by this. */
const BANNER = `import{createRequire as __cr}from'node:module';import{dirname as __dn}from'node:path';import{fileURLToPath as __fu}from'node:url';const require=__cr(import.meta.url),__filename=__fu(import.meta.url),__dirname=__dn(__filename);`;

/**
 * In Lambda credentials come from the environment. The SDK's default chain (SSO, profiles, processes, web identity)
 * would add some 100 KB to every bundle.
 */
const environmentCredentials: Plugin = {
  name: 'environment-credentials',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^@aws-sdk\/credential-provider-node$/ }, () => ({ path: 'env-only', namespace: 'credentials' }));
    onLoad({ filter: /.*/, namespace: 'credentials' }, () => ({
      contents: `import { fromEnv } from '@aws-sdk/credential-provider-env'; export const defaultProvider = () => fromEnv();`,
      resolveDir: join(ROOT, 'node_modules', '@aws-sdk', 'credential-provider-node'),
    }));
  },
};

/**
 * pdfkit loads the metrics of its standard fonts by a `require` of its own making, which no bundler follows: beside a
 * bundle they are not there. Plain calls of `require` take them into the bundle.
 */
const standardFonts: Plugin = {
  name: 'standard-fonts',
  setup({ onLoad }) {
    onLoad({ filter: /pdfkit[\\/]js[\\/]pdfkit\.node\.mjs$/ }, async ({ path }) => {
      const source = await readFile(path, 'utf8');
      const contents = source.replaceAll(/require\$1\('#standard-fonts\/(\w+)'\)/g, "require('./standard-fonts/$1.cjs')");
      if (contents === source) throw new Error('pdfkit no longer loads its fonts as this plugin expects');
      return { contents };
    });
  },
};

/**
 * fontkit reads font files, and brotli the compressed ones: two thirds of the largest bundle. Documents are set in the
 * standard fonts, which need neither; a font file would be refused by name.
 */
const noFontFiles: Plugin = {
  name: 'no-font-files',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^fontkit$/ }, () => ({ path: 'fontkit', namespace: 'no-font-files' }));
    onLoad({ filter: /.*/, namespace: 'no-font-files' }, () => ({
      contents: `export const create = () => { throw new Error('font files are not bundled: see infra/tools/build.ts'); };`,
    }));
  },
};

/** How every entry is bundled. */
export const BUNDLE = {
  absWorkingDir: ROOT,
  outExtension: { '.js': '.mjs' },
  bundle: true,
  minify: true,
  keepNames: false,
  format: 'esm',
  platform: 'node',
  target: 'node24',
  mainFields: ['module', 'main'],
  banner: { js: BANNER },
  legalComments: 'none',
  logLevel: 'error',
  plugins: [environmentCredentials, standardFonts, noFontFiles],
} satisfies BuildOptions;

/** `functions/sales/orders/commands.ts` → `sales/orders/commands` */
const outputOf = (entry: string): string =>
  entry
    .replace(/^functions\//, '')
    .replace(/\.ts$/, '')
    .replaceAll('.', '-');

/** Bundles every Lambda entry into `<dist>/functions/<context>/<module>/<entry>/index.mjs`, in one pass. */
export async function buildFunctions(dist = join(ROOT, 'dist')): Promise<Metafile> {
  const entries = (await Array.fromAsync(glob(ENTRIES, { cwd: ROOT }))).sort();
  await rm(join(dist, 'functions'), { recursive: true, force: true });
  const { metafile } = await build({
    ...BUNDLE,
    entryPoints: Object.fromEntries(entries.map((entry) => [`${outputOf(entry)}/index`, entry])),
    outdir: join(dist, 'functions'),
    metafile: true,
  });
  await mkdir(dist, { recursive: true });
  await writeDocsAssets(join(dist, 'functions', 'platform', 'docs', 'public', 'assets'));
  await writeFile(join(dist, 'meta.json'), JSON.stringify(metafile));
  return metafile;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await buildFunctions();
