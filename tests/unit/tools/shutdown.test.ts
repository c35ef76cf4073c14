import { afterEach, describe, expect, it, vi } from 'vitest';
import { Failure } from '../../../infra/tools/local/failure.ts';
import { Shutdown } from '../../../infra/tools/local/shutdown.ts';

const said = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
afterEach(() => said.mockClear());

describe('a shutdown', () => {
  it('ends everything once, the last added first', async () => {
    const order: string[] = [];
    const shutdown = new Shutdown();
    for (const name of ['emulator', 'children']) shutdown.add(() => void order.push(name));
    await Promise.all([shutdown.end(), shutdown.end()]);
    expect(order).toEqual(['children', 'emulator']);
  });

  it('ends the others although one cannot be ended, and says so', async () => {
    const order: string[] = [];
    const shutdown = new Shutdown();
    shutdown.add(() => void order.push('emulator'));
    shutdown.add(() => Promise.reject(new Failure('stuck')));
    await expect(shutdown.end()).rejects.toThrow('stuck');
    expect(order).toEqual(['emulator']);
    shutdown.add(() => undefined);
  });

  it('tells of several', async () => {
    const shutdown = new Shutdown();
    for (const name of ['one', 'two']) shutdown.add(() => Promise.reject(new Failure(name)));
    const error = await shutdown.end().catch((e: unknown) => e);
    expect((error as AggregateError).errors.map((e: Error) => e.message)).toEqual(['two', 'one']);
  });

  it('answers with the tool’s exit code after everything has ended', async () => {
    const shutdown = new Shutdown();
    let ended = false;
    shutdown.add(() => {
      ended = true;
    });
    expect(await shutdown.run(async () => 3)).toBe(3);
    expect(ended).toBe(true);
  });

  it('shows what the person can act on in one line, and fails', async () => {
    const shutdown = new Shutdown();
    expect(await shutdown.run(() => Promise.reject(new Failure('port 4566 is busy')))).toBe(1);
    expect(said.mock.calls.map(([text]) => text)).toEqual(['✗ port 4566 is busy\n']);
  });

  it('fails where something could not be ended, however well the tool went', async () => {
    const shutdown = new Shutdown();
    shutdown.add(() => Promise.reject(new Failure('the emulator still runs')));
    expect(await shutdown.run(async () => 0)).toBe(1);
    expect(said.mock.calls.map(([text]) => text)).toEqual(['✗ the emulator still runs\n']);
  });
});
