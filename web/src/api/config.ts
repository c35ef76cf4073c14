/** What the deployment tells its console: `config.json`, beside `index.html`. */
export interface Config {
  readonly apiUrl: string;
  readonly region: string;
  readonly userPoolId: string;
  readonly userPoolClientId: string;
  /** Where Cognito answers, where it is not AWS's own address. */
  readonly cognitoUrl?: string;
}

const NEEDED = ['apiUrl', 'region', 'userPoolId', 'userPoolClientId'] as const;
let read: Config | undefined;

/** Reads the settings, once. @throws Error where they are missing or not whole. */
export async function loadConfig(): Promise<Config> {
  const answer = await fetch('/config.json', { cache: 'no-store' });
  if (!answer.ok) throw new Error(`config.json: ${answer.status}`);
  const found = (await answer.json()) as Partial<Config>;
  const missing = NEEDED.filter((name) => typeof found[name] !== 'string' || found[name] === '');
  if (missing.length > 0) throw new Error(`config.json has no ${missing.join(', ')}`);
  read = found as Config;
  return read;
}

/** The settings, once they are read. */
export function config(): Config {
  if (!read) throw new Error('config.json has not been read yet');
  return read;
}
