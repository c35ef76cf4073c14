import { join } from 'node:path';
import { Failure, report } from './failure.ts';
import type { Endpoints } from './outputs.ts';
import { idTokenOf } from './users.ts';
import { LOCAL, readJson } from './workspace.ts';

/** `npm run -s token -- owner@lumbre.example` prints an ID token for the running local cloud, and nothing else. */
async function main(email: string | undefined): Promise<void> {
  const path = process.env.TRASTIENDA_ENDPOINTS ?? join(LOCAL, 'endpoints.json');
  const endpoints = await readJson<Endpoints>(path);
  if (!endpoints) throw new Failure(`${path} is missing: run npm start first, and leave it running`);
  const user = endpoints.users.find((candidate) => candidate.email === email);
  const emails = endpoints.users.map((candidate) => candidate.email).join(', ');
  if (!user) throw new Failure(`usage: npm run -s token -- <email>, one of ${emails}`);
  try {
    console.log(await idTokenOf(endpoints, user));
  } catch (error) {
    if (!isUnreachable(error)) throw error;
    throw new Failure(`nothing answers at ${endpoints.endpointUrl}: run npm start first, and leave it running`);
  }
}

const isUnreachable = (error: unknown): boolean =>
  (error as NodeJS.ErrnoException).code === 'ECONNREFUSED' || (error as Error).name === 'AggregateError';

await main(process.argv[2]).catch((error: unknown) => {
  report(error);
  process.exitCode = 1;
});
