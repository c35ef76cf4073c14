import { spawnSync } from 'node:child_process';
import { mkdir, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { buildFunctions } from '../build.ts';
import { buildPrintLayer } from '../print-layer.ts';
import { buildScanLayer } from '../scan-layer.ts';
import { buildConsole } from './console-build.ts';
import { Failure, report } from './failure.ts';
import type { Outputs } from './outputs.ts';
import { LOCAL, NODE_BIN, ROOT, readJson } from './workspace.ts';

const OUTPUTS = join(LOCAL, 'aws', 'outputs.json');
const HELP = `Deploys every stack to the AWS account and region of your current credentials.

  npm run deploy                       bootstraps the region for CDK where needed, then deploys, and prints the console's address
  npm run deploy -- --profile work     further options go to "cdk deploy"

Credentials come from the environment, AWS_PROFILE or a signed-in AWS CLI, as for any AWS tool; nothing is asked here.
Changes to permissions are shown and wait for a yes; in a pipeline, pass --require-approval never.
`;

/** Options that "cdk bootstrap" must be given as well, to reach the same account. */
function shared(args: readonly string[]): string[] {
  const { tokens } = parseArgs({ args: [...args], strict: false, tokens: true, options: { profile: { type: 'string' } } });
  const profile = tokens.find((token) => token.kind === 'option' && token.name === 'profile');
  return profile?.kind === 'option' && profile.value ? ['--profile', profile.value] : [];
}

function cdk(args: readonly string[]): void {
  const { status, error } = spawnSync(join(NODE_BIN, 'cdk'), args, { cwd: ROOT, stdio: 'inherit' });
  if (error) throw error;
  if (status !== 0) throw new Failure(`cdk ${args[0]} failed (see above)`);
}

async function main(args: readonly string[]): Promise<void> {
  if (args.includes('--help')) return console.log(HELP);
  if (process.env.AWS_ENDPOINT_URL)
    throw new Failure('AWS_ENDPOINT_URL is set, and this deploys to AWS itself: unset it, or use npm start for the local cloud');
  await Promise.all([buildFunctions(), buildPrintLayer(), buildScanLayer(), buildConsole()]);
  // Does nothing where the region is bootstrapped already.
  cdk(['bootstrap', ...shared(args)]);
  await mkdir(dirname(OUTPUTS), { recursive: true });
  await rm(OUTPUTS, { force: true });
  cdk(['deploy', '--all', '--outputs-file', OUTPUTS, ...args]);
  const consoleUrl = (await readJson<Outputs>(OUTPUTS))?.['Trastienda-Console']?.ConsoleUrl;
  if (consoleUrl) console.log(`\nConsole  ${consoleUrl}\nAPI      ${consoleUrl}/api`);
}

await main(process.argv.slice(2)).catch((error: unknown) => {
  report(error);
  process.exitCode = 1;
});
