import { stat } from 'node:fs/promises';
import type { Emulator } from './emulator.ts';
import { report } from './failure.ts';
import type { Workspace } from './workspace.ts';

/** The most that a crash of the machine may lose. */
const EVERY_MS = 120_000;

/** Saves the emulator's state every two minutes in which it had something to do. Returns what ends it. */
export function saveNowAndThen(emulator: Pick<Emulator, 'save'>, space: Pick<Workspace, 'emulatorLog'>): () => void {
  const look = savingWhenBusy(emulator, space);
  const timer = setInterval(() => void look().catch(report), EVERY_MS);
  return () => clearInterval(timer);
}

/**
 * Saves the emulator's state if it had something to do since the last time, and says whether it did. The emulator logs
 * each request: while its log does not grow, nothing has changed.
 */
export function savingWhenBusy(emulator: Pick<Emulator, 'save'>, { emulatorLog }: Pick<Workspace, 'emulatorLog'>): () => Promise<boolean> {
  let seen: number | undefined;
  return async () => {
    const { size } = await stat(emulatorLog);
    if (size === seen) return false;
    await emulator.save();
    // Saving is logged as well.
    seen = (await stat(emulatorLog)).size;
    return true;
  };
}
