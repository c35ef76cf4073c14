import { spawn } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sourceDigest } from '../../../infra/tools/local/digest.ts';
import { withLock } from '../../../infra/tools/local/lock.ts';
import { runs } from '../../../infra/tools/local/processes.ts';
import { isCurrent, type Saved } from '../../../infra/tools/local/saved.ts';
import { LOCAL, ROOT, readJson, workspace, writeJson } from '../../../infra/tools/local/workspace.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'workspace-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe('a workspace', () => {
  it('keeps its files below .local, apart from those of another', () => {
    const [dev, test] = [workspace('dev'), workspace('test')];
    expect(dev.endpoints).toBe(join(LOCAL, 'dev', 'endpoints.json'));
    const { name, ...paths } = dev;
    for (const path of Object.values(paths)) expect(path.startsWith(join(LOCAL, 'dev'))).toBe(true);
    expect(Object.values(test).filter((path) => Object.values(dev).includes(path))).toEqual([]);
    expect(name).toBe('dev');
  });

  it('knows a deployed state by the digest of its sources', () => {
    const saved = { digest: 'abc' } as Saved;
    expect(isCurrent(saved, 'abc')).toBe(true);
    expect(isCurrent(saved, 'abd')).toBe(false);
    expect(isCurrent(undefined, 'abc')).toBe(false);
  });
});

describe('a JSON file', () => {
  it('is written whole, for its owner alone where it holds passwords', async () => {
    const path = join(folder, 'deep', 'passwords.json');
    await writeJson(path, { a: 1 }, 0o600);
    expect(await readJson(path)).toEqual({ a: 1 });
    expect((await stat(path)).mode & 0o777).toBe(0o600);
    expect(await readFile(path, 'utf8')).toBe('{\n  "a": 1\n}\n');
    expect(await readdir(join(folder, 'deep'))).toEqual(['passwords.json']);
  });

  it('that is missing is undefined; one that is damaged is an error', async () => {
    expect(await readJson(join(folder, 'none.json'))).toBeUndefined();
    await writeFile(join(folder, 'bad.json'), '{');
    await expect(readJson(join(folder, 'bad.json'))).rejects.toThrow(SyntaxError);
  });
});

describe('the digest of the sources', () => {
  it('changes with what is deployed, and with nothing else', async () => {
    const root = await mkdtemp(join(folder, 'root-'));
    const put = (path: string, text: string) => writeJson(join(root, path), text);
    await put('functions/a.ts', 'one');
    const first = await sourceDigest(root);
    await put('infra/tools/local/start.ts', 'a tool');
    await put('tests/a.test.ts', 'a test');
    expect(await sourceDigest(root)).toBe(first);
    await put('functions/a.ts', 'two');
    const second = await sourceDigest(root);
    expect(second).not.toBe(first);
    await put('functions/a.ts', 'one');
    expect(await sourceDigest(root)).toBe(first);
    await put('shared/b.ts', 'three');
    expect(await sourceDigest(root)).not.toBe(first);
  });
});

describe('a lock', () => {
  it('lets one work at a time', async () => {
    const lock = join(folder, 'one.lock');
    let inside = 0;
    let most = 0;
    const work = async () => {
      inside += 1;
      most = Math.max(most, inside);
      await readJson(join(folder, 'none.json'));
      inside -= 1;
    };
    await Promise.all([1, 2, 3].map(() => withLock(lock, 'vitest', work)));
    expect(most).toBe(1);
    expect(await readJson(lock)).toBeUndefined();
  });

  it('is free again after work that failed, and after a holder that is gone', async () => {
    const lock = join(folder, 'two.lock');
    await expect(withLock(lock, 'vitest', () => Promise.reject(new Error('no')))).rejects.toThrow('no');
    const child = spawn(process.execPath, ['-e', '']);
    const pid = child.pid ?? 0;
    await new Promise((resolve) => child.on('exit', resolve));
    expect(runs(pid, 'node')).toBe(false);
    await writeJson(lock, pid);
    expect(await withLock(lock, 'vitest', async () => 'done')).toBe('done');
  });
});

describe('the token tool', () => {
  const token = (endpoints: string, ...args: string[]) =>
    new Promise<{ code: number | null; out: string; err: string }>((resolve) => {
      const env = { ...process.env, TRASTIENDA_ENDPOINTS: endpoints };
      const child = spawn(process.execPath, [join(ROOT, 'infra/tools/local/token.ts'), ...args], { env });
      const [out, err]: [string[], string[]] = [[], []];
      child.stdout.on('data', (data: Buffer) => out.push(String(data)));
      child.stderr.on('data', (data: Buffer) => err.push(String(data)));
      child.on('close', (code) => resolve({ code, out: out.join(''), err: err.join('') }));
    });

  it('says what to do where no cloud has been started', async () => {
    const path = join(folder, 'no-endpoints.json');
    expect(await token(path, 'owner@lumbre.example')).toEqual({
      code: 1,
      out: '',
      err: `✗ ${path} is missing: run npm start first, and leave it running\n`,
    });
  });

  it('names the users that there are, and says when nothing answers', async () => {
    const path = join(folder, 'endpoints.json');
    const users = [
      { email: 'a@one.example', password: 'x' },
      { email: 'b@two.example', password: 'y' },
    ];
    await writeJson(path, { endpointUrl: 'http://127.0.0.1:1', region: 'eu-west-1', userPoolId: 'p', clientId: 'c', users });
    const unknown = await token(path, 'c@three.example');
    expect([unknown.code, unknown.err]).toEqual([1, '✗ usage: npm run -s token -- <email>, one of a@one.example, b@two.example\n']);
    const silent = await token(path, 'a@one.example');
    expect([silent.code, silent.err]).toEqual([1, '✗ nothing answers at http://127.0.0.1:1: run npm start first, and leave it running\n']);
  });
});
