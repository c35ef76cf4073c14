import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { appendFile, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { savedAt } from '../../../infra/tools/local/emulator.ts';
import { claim } from '../../../infra/tools/local/lock.ts';
import { savingWhenBusy } from '../../../infra/tools/local/periodic-save.ts';
import { workspace } from '../../../infra/tools/local/workspace.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'local-state-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe('a claim', () => {
  it('is refused while its holder runs, naming it, and free when released', async () => {
    const lock = join(folder, 'deep', 'owner.lock');
    // The mark of this process is its own program.
    const { release } = await claim(lock, 'node', 'npm start');
    await expect(claim(lock, 'node', 'npm start')).rejects.toThrow(`npm start already runs here (process ${process.pid}): stop it first`);
    await release();
    await (await claim(lock, 'node', 'npm start')).release();
  });

  it('passes over a holder that has ended', async () => {
    const lock = join(folder, 'stale.lock');
    const gone = spawn(process.execPath, ['-e', '0']);
    await once(gone, 'exit');
    await writeFile(lock, String(gone.pid));
    await expect(claim(lock, 'node', 'npm start')).resolves.toBeDefined();
  });

  it('is had by one of two that ask together', async () => {
    const lock = join(folder, 'race.lock');
    const claims = await Promise.allSettled([claim(lock, 'node', 'npm start'), claim(lock, 'node', 'npm start')]);
    expect(claims.map((one) => one.status).sort()).toEqual(['fulfilled', 'rejected']);
  });
});

describe('saving now and then', () => {
  it('saves when the emulator has logged something since, and not otherwise', async () => {
    const emulatorLog = join(folder, 'emulator.log');
    await writeFile(emulatorLog, 'started\n');
    const look = savingWhenBusy({ save: () => appendFile(emulatorLog, 'saved\n') }, { emulatorLog });
    expect([await look(), await look()]).toEqual([true, false]);
    await appendFile(emulatorLog, 'a request\n');
    expect([await look(), await look()]).toEqual([true, false]);
    expect(await readFile(emulatorLog, 'utf8')).toBe('started\nsaved\na request\nsaved\n');
  });
});

describe('the state on disk', () => {
  it('tells when it was written, and that there is none', async () => {
    const space = { ...workspace('dev'), stateDir: join(folder, 'state') };
    expect(await savedAt(space)).toBeUndefined();
    await mkdir(join(space.stateDir, 'services'), { recursive: true });
    expect(Math.abs(Date.now() - ((await savedAt(space))?.getTime() ?? 0))).toBeLessThan(60_000);
  });
});
