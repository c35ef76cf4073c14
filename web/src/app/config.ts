import * as z from 'zod/mini';

/** What the deployment tells its console: `config.json`, beside `index.html`. */
const Config = z.object({
  apiUrl: z.url(),
  region: z.string(),
  userPoolId: z.string(),
  userPoolClientId: z.string(),
  /** Where Cognito answers, where it is not AWS's own address. */
  cognitoUrl: z.optional(z.url()),
});
export type Config = z.output<typeof Config>;

let read: Config | undefined;

/** Reads the settings, once. @throws Error where they are missing or not what they should be. */
export async function loadConfig(): Promise<Config> {
  const answer = await fetch('/config.json', { cache: 'no-store' });
  if (!answer.ok) throw new Error(`config.json: ${answer.status}`);
  read = z.parse(Config, await answer.json());
  return read;
}

/** The settings, once they are read. */
export function config(): Config {
  if (!read) throw new Error('config.json has not been read yet');
  return read;
}
