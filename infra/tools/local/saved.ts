import { rm } from 'node:fs/promises';
import type { Endpoints } from './outputs.ts';
import { readJson, type Workspace, writeJson } from './workspace.ts';

/**
 * What a workspace's state on disk holds: written after the state itself was. Without this file the first deployment never
 * ended, and the state is worth nothing.
 */
export interface Saved {
  /** The sources that were deployed. */
  readonly digest: string;
  readonly endpoints: Endpoints;
  /** The user pool of the cloud that was seeded: a new cloud has a new pool. */
  readonly seededPool: string | null;
}

export const readSaved = (space: Workspace): Promise<Saved | undefined> => readJson<Saved>(space.savedFile);
export const writeSaved = (space: Workspace, saved: Saved): Promise<void> => writeJson(space.savedFile, saved, 0o600);

/** Forgets everything that the workspace's cloud held. */
export async function wipe(space: Workspace): Promise<void> {
  for (const path of [space.savedFile, space.stateDir, space.endpoints]) await rm(path, { recursive: true, force: true });
}

/** Whether the state can be used as it is, without deploying again. */
export const isCurrent = (saved: Saved | undefined, digest: string): saved is Saved => saved?.digest === digest;
