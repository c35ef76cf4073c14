/**
 * Serves the console's files on this machine alone, by Vite's own server for built files, with the rules and headers of
 * CloudFront. A program of its own: it ends with the tool that started it, however that ends (its input closes).
 *
 *     node console-serve.ts '<Site as JSON>'
 *
 * Prints its address once it answers.
 */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { connect } from 'node:net';
import { type Plugin, preview } from 'vite';
import { CACHE, cacheOf } from '../../constructs/console-headers.ts';
import { servedPath } from '../../constructs/console-paths.ts';

export interface Site {
  readonly folder: string;
  /** Tried in this order; the first that is free is taken. */
  readonly ports: readonly number[];
  readonly headers: Readonly<Record<string, string>>;
  /** What `/config.json` answers. */
  readonly config: object;
}

/** As CloudFront does it: the page for a screen's address, the headers on whatever is answered, and no caching but of built files. */
const likeCloudFront = ({ headers, config }: Site): Plugin => ({
  name: 'like-cloudfront',
  configurePreviewServer({ middlewares }) {
    middlewares.use((request: IncomingMessage, response: ServerResponse, next: () => void) => {
      const { pathname, search } = new URL(request.url ?? '/', 'http://localhost');
      for (const [name, value] of Object.entries({ ...headers, 'Cache-Control': cacheOf(pathname) })) response.setHeader(name, value);
      if (pathname === '/config.json')
        return void response.writeHead(200, { 'Content-Type': 'application/json' }).end(JSON.stringify(config));
      request.url = `${servedPath(pathname)}${search}`;
      next();
    });
    // After the files: nobody may keep for a year that one is missing.
    return () =>
      middlewares.use((_: IncomingMessage, response: ServerResponse) => {
        response.writeHead(404, { 'Cache-Control': CACHE.other, 'Content-Type': 'text/plain' }).end('Not found');
      });
  },
});

const isTaken = (error: unknown): boolean => /\bport \d+ is already in use/i.test((error as Error).message);

/** Whether another program answers at the port's IPv6 twin: a browser that is told `localhost` would ask that one. */
const answersByName = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect({ port, host: '::1' });
    const settle = (answer: boolean) => () => {
      socket.destroy();
      resolve(answer);
    };
    socket.once('connect', settle(true)).once('error', settle(false));
  });

async function serve(site: Site): Promise<number> {
  for (const port of site.ports) {
    if (await answersByName(port)) continue;
    try {
      await preview({
        configFile: false,
        root: site.folder,
        build: { outDir: site.folder },
        // No page in place of a missing file: which paths are screens is decided above.
        appType: 'custom',
        logLevel: 'error',
        plugins: [likeCloudFront(site)],
        preview: { host: '127.0.0.1', port, strictPort: true, cors: false },
      });
      return port;
    } catch (error) {
      if (!isTaken(error)) throw error;
    }
  }
  throw new Error(`no port is free of ${site.ports.join(', ')}`);
}

process.stdin.on('end', () => process.exit(0)).resume();
// Ctrl-C reaches every program of the terminal: the tool that started this one ends it when the rest has ended.
process.on('SIGINT', () => undefined);
const port = await serve(JSON.parse(process.argv[2] ?? '') as Site);
console.log(`http://localhost:${port}`);
