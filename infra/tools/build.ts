import { glob, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { type BuildOptions, build, type Metafile, type Plugin, stop } from 'esbuild';
import { writeDocsAssets } from './docs-assets.ts';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
/** Lambda entries: the two pools of each module, what leaves a pool for its grants, and what is not called over HTTP. */
const ENTRIES = [
  'functions/*/*/{commands,queries,documents,uploads,print,identities,secrets,public}.ts',
  'functions/*/*/*.{task,event}.ts',
];

/** Packages read some CommonJS dependencies by `require` and data files beside themselves: both work in an ES module by this. */
const BANNER = `import{createRequire as __cr}from'node:module';import{dirname as __dn}from'node:path';import{fileURLToPath as __fu}from'node:url';const require=__cr(import.meta.url),__filename=__fu(import.meta.url),__dirname=__dn(__filename);`;

/** What stands in place of parts of the SDK that no function uses: they would add some 120 KB to every bundle. */
const STAND_INS: Readonly<Record<string, string>> = {
  // In Lambda credentials come from the environment, not from profiles, SSO or processes.
  '@aws-sdk/credential-provider-node': `import { fromEnv } from '@aws-sdk/credential-provider-env'; export const defaultProvider = () => fromEnv();`,
  // Answers that come as a stream of events: S3 Select, voice.
  '@smithy/core/event-streams': `const none = () => { throw new Error('event streams are not bundled'); };
    export const resolveEventStreamSerdeConfig = (config) => config; export const eventStreamSerdeProvider = none; export const EventStreamSerde = none;`,
  // Endpoints that a service has to be asked for: DynamoDB's do not.
  '@aws-sdk/endpoint-cache': 'export class EndpointCache {}',
};

const standIns: Plugin = {
  name: 'stand-ins',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: new RegExp(`^(${Object.keys(STAND_INS).join('|')})$`) }, ({ path, resolveDir }) => ({
      path,
      namespace: 'stand-ins',
      pluginData: resolveDir,
    }));
    onLoad({ filter: /.*/, namespace: 'stand-ins' }, ({ path, pluginData }) => ({
      contents: STAND_INS[path] ?? '',
      resolveDir: pluginData,
    }));
  },
};

/**
 * An SDK client has a table of all its service's operations, of which a bundle uses a few. Keys such as `{ [_e]: … }` keep esbuild
 * from leaving the others out (looking one up might do something): with the texts themselves as keys it does. Of its
 * package.json a client uses the version alone.
 */
const usedOperations: Plugin = {
  name: 'used-operations',
  setup({ onLoad }) {
    onLoad({ filter: /@aws-sdk[\\/]client-[^\\/]+[\\/]dist-es[\\/]schemas[\\/]\w+\.js$/ }, async ({ path }) => {
      const source = await readFile(path, 'utf8');
      const texts = new Map(Array.from(source.matchAll(/^const (_\w+) = ("[^"]*");$/gm), ([, name, text]) => [name, text]));
      return { contents: source.replace(/\[(_\w+)\]:/g, (key, name) => (texts.has(name) ? `${texts.get(name)}:` : key)) };
    });
    onLoad({ filter: /@aws-sdk[\\/][^\\/]+[\\/]package\.json$/ }, async ({ path }) => {
      const { version } = JSON.parse(await readFile(path, 'utf8'));
      return { contents: JSON.stringify({ version }), loader: 'json' };
    });
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
  loader: { '.typ': 'text' },
  plugins: [standIns, usedOperations],
} satisfies BuildOptions;

/** `functions/sales/orders/commands.ts` → `sales/orders/commands` */
const outputOf = (entry: string): string =>
  entry
    .replace(/^functions\//, '')
    .replace(/\.ts$/, '')
    .replaceAll('.', '-');

/** Bundles of one pass: what esbuild reads and writes for them stands in memory at once, some 45 MB for each: 1.3 GB, where all 170 took 5.9. */
const AT_ONCE = 24;

/** Bundles some entries, in a process of their own: it keeps what it has read for as long as whoever asked lives. */
async function bundle(entries: readonly string[], dist: string): Promise<Metafile> {
  const { metafile } = await build({
    ...BUNDLE,
    entryPoints: Object.fromEntries(entries.map((entry) => [`${outputOf(entry)}/index`, entry])),
    outdir: join(dist, 'functions'),
    metafile: true,
  }).finally(stop);
  return metafile;
}

/** Bundles every Lambda entry into `<dist>/functions/<context>/<module>/<entry>/index.mjs`, some at a time. */
export async function buildFunctions(dist = join(ROOT, 'dist')): Promise<Metafile> {
  const entries = (await Array.fromAsync(glob(ENTRIES, { cwd: ROOT }))).sort();
  await rm(join(dist, 'functions'), { recursive: true, force: true });
  const metafile: Metafile = { inputs: {}, outputs: {} };
  for (let at = 0; at < entries.length; at += AT_ONCE) {
    const { inputs, outputs } = await bundle(entries.slice(at, at + AT_ONCE), dist);
    Object.assign(metafile.inputs, inputs);
    Object.assign(metafile.outputs, outputs);
  }
  await mkdir(dist, { recursive: true });
  await writeDocsAssets(join(dist, 'functions', 'platform', 'docs', 'public', 'assets'));
  await writeFile(join(dist, 'meta.json'), JSON.stringify(metafile));
  return metafile;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await buildFunctions();
