import { stat } from 'node:fs/promises';
import type { Emulator } from './emulator.ts';
import { report } from './failure.ts';
import type { Workspace } from './workspace.ts';

/** The most that a crash of the machine may lose. */
const EVERY_MS = 120_000;

/**
 * Saves the emulator's state every two minutes in which it had something to do. The emulator logs each request: while its
 * log does not grow, nothing has changed. Returns what ends it.
 */
export function saveNowAndThen(emulator: Emulator, space: Pick<Workspace, 'emulatorLog'>, everyMs = EVERY_MS): () => void {
  let seen: number | undefined;
  const look = async (): Promise<void> => {
    const { size } = await stat(space.emulatorLog);
    if (size === seen) return;
    await emulator.save();
    // Saving is logged as well.
    seen = (await stat(space.emulatorLog)).size;
  };
  const timer = setInterval(() => void look().catch(report), everyMs);
  return () => clearInterval(timer);
}
