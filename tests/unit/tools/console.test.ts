import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { contentSecurityPolicy } from '../../../infra/constructs/console-headers.ts';
import { REWRITE, servedPath } from '../../../infra/constructs/console-paths.ts';
import { LOCAL_ORIGINS } from '../../../infra/constructs/console-ports.ts';
import { type ConsoleServer, serveConsole } from '../../../infra/tools/local/console.ts';
import { needsConsole } from '../../../infra/tools/local/summary.ts';
import { welcome } from '../../../infra/tools/local/welcome.ts';

const PATHS = {
  '/': '/index.html',
  '/orders': '/index.html',
  '/orders/ord_01H': '/index.html',
  '/items/CAFE-1.5': '/index.html',
  '/index.html': '/index.html',
  '/config.json': '/config.json',
  '/favicon.svg': '/favicon.svg',
  '/assets/index-B1x.js': '/assets/index-B1x.js',
  '/assets/none': '/assets/none',
};

describe('which file is sent for a path', () => {
  it('is the page for a screen’s address and the file for a file’s', () => {
    expect(Object.fromEntries(Object.keys(PATHS).map((path) => [path, servedPath(path)]))).toEqual(PATHS);
  });

  it('is decided by CloudFront as it is here', () => {
    const handler = new Function(`${REWRITE}; return handler;`)() as (event: object) => { uri: string };
    for (const [uri, served] of Object.entries(PATHS)) expect(handler({ request: { uri } }).uri).toBe(served);
  });
});

it('lets the page reach what is named and nothing else', () => {
  const policy = contentSecurityPolicy({ api: [], cognito: ['https://sign-in.example'], buckets: ['https://files.example'] });
  const directives = Object.fromEntries(policy.split('; ').map((d) => [d.slice(0, d.indexOf(' ')), d.slice(d.indexOf(' ') + 1)]));
  expect(directives).toMatchObject({
    'default-src': "'none'",
    'script-src': "'self'",
    'connect-src': "'self' https://sign-in.example https://files.example",
    'frame-src': 'https://files.example blob:',
    'frame-ancestors': "'none'",
    'base-uri': "'none'",
    'object-src': "'none'",
  });
  expect(policy).not.toMatch(/unsafe|\*/);
});

it('is built for a test run only where browser tests may be among what runs', () => {
  expect([[], ['tests/e2e'], ['./tests/e2e/smoke.test.ts', 'tests/unit'], ['-t', 'sign']].map(needsConsole)).toEqual([
    true,
    true,
    true,
    true,
  ]);
  expect([['tests/unit'], ['tests/integration', 'tests/e2e-notes']].map(needsConsole)).toEqual([false, false]);
});

it('is where the welcome sends people first, with a login to try', () => {
  const user = { email: 'owner@lumbre.example', password: 'Kq7m-Ab2c', company: 'lumbre', roles: ['owner'] };
  const rest = { endpointUrl: 'http://localhost:4566', region: 'eu-west-1', userPoolId: 'p', clientId: 'c' };
  const none = { tables: {}, keys: {}, buckets: {}, stateMachines: {}, functions: {} };
  const text = welcome({ apiUrl: 'http://localhost:4566/x', consoleUrl: 'http://localhost:5173', users: [user], ...rest, ...none }, '3 s');
  expect(text).toMatch(/^Console {2}http:\/\/localhost:5173 {3}sign in as owner@lumbre\.example with Kq7m-Ab2c$/m);
});

describe('the server of npm start', () => {
  let folder: string;
  let server: ConsoleServer;
  const cloud = {
    apiUrl: 'http://localhost:4999/_aws/execute-api/abc',
    endpointUrl: 'http://localhost:4999',
    region: 'eu-west-1',
    userPoolId: 'pool',
    clientId: 'client',
  };
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'console-'));
    await mkdir(join(folder, 'assets'));
    await writeFile(join(folder, 'index.html'), '<title>console</title>');
    await writeFile(join(folder, 'assets', 'app-1.js'), 'export {};');
    server = await serveConsole(cloud, undefined, folder);
  });
  afterAll(async () => {
    await server.stop();
    await rm(folder, { recursive: true });
  });
  const get = async (path: string) => {
    const answer = await fetch(`${server.url}${path}`);
    return { status: answer.status, headers: answer.headers, text: await answer.text() };
  };

  it('answers at an address that the API lets in', () => {
    expect(LOCAL_ORIGINS).toContain(server.url);
  });

  it('shows the page for every screen, fresh each time, under the policy', async () => {
    for (const path of ['/', '/orders/ord_1?tab=lines', '/items/CAFE-1.5']) {
      const { status, headers, text } = await get(path);
      expect([path, status, text, headers.get('cache-control')]).toEqual([path, 200, '<title>console</title>', 'no-cache']);
      expect(headers.get('content-security-policy')).toContain("connect-src 'self' http://localhost:4999 http://127.0.0.1:4999;");
      expect(headers.get('x-content-type-options')).toBe('nosniff');
    }
  });

  it('lets built files be kept for ever, and says that a missing one is missing', async () => {
    const [there, missing] = [await get('/assets/app-1.js'), await get('/assets/app-0.js')];
    expect([there.status, there.headers.get('cache-control')]).toEqual([200, 'public, max-age=31536000, immutable']);
    expect([missing.status, missing.headers.get('cache-control'), missing.text]).toEqual([404, 'no-cache', 'Not found']);
  });

  it('tells the console where its API and its sign-in are', async () => {
    expect(JSON.parse((await get('/config.json')).text)).toEqual({
      apiUrl: 'http://localhost:4999/_aws/execute-api/abc',
      region: 'eu-west-1',
      userPoolId: 'pool',
      userPoolClientId: 'client',
      cognitoUrl: 'http://localhost:4999',
    });
  });

  it('moves on from a port that is taken, and says so where there is no other', async () => {
    const taken = Number(new URL(server.url).port);
    await expect(serveConsole(cloud, [taken], folder)).rejects.toThrow(`no port is free of ${taken}`);
  });
});
