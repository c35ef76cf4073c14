import { availableParallelism } from 'node:os';
import { gatesNamed, runGates } from './gates.ts';
import { report } from './local/failure.ts';
import { killChildren } from './local/processes.ts';

const HELP = `Everything that can be checked without a cloud: npm run check

  npm run check                    all checks
  npm run check -- types biome     some of them
`;

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, killChildren);
const args = process.argv.slice(2);
try {
  if (args.includes('--help') || args.includes('-h')) console.log(HELP);
  else process.exitCode = await runGates(gatesNamed(args), Math.min(4, availableParallelism()), (line) => console.log(line));
} catch (error) {
  report(error);
  process.exitCode = 1;
}
