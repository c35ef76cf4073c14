import { parseArgs } from 'node:util';
import { allTenants } from '../../../shared/runtime/tenants.ts';
import { Failure, report } from '../local/failure.ts';
import type { Endpoints } from '../local/outputs.ts';
import { LOCAL, readJson } from '../local/workspace.ts';

const HELP = `Operates the stream behind the table: npm run operate -- <command>

  dead-letters list [worker]              what was given up: record, kind, cause, age
  dead-letters show <worker>              the same, with the whole message
  dead-letters replay <worker>            does it again, and takes away what succeeds
  dead-letters drop <worker>              takes away what names no record, once it is made up for
  republish <company> [record]            tells a record, or all that somebody follows, once more
  rebuild-balances <company> [--compare]  folds the balances, and what was withheld of recipients, again, and says what differed

  --all      instead of a company: all of them, one after the other
  --local    the local cloud of npm start; without it the AWS account and region of your current credentials

Worker names are those that the list shows, such as ProjectBalances. To republish a whole company reads the whole table:
about US$ 0.16 a 10 GB. All commands may be given again at any time: what was done is not done twice.
`;

const OPTIONS = {
  all: { type: 'boolean', default: false },
  compare: { type: 'boolean', default: false },
  local: { type: 'boolean', default: false },
  help: { type: 'boolean', short: 'h', default: false },
} as const;

async function pointAt(local: boolean): Promise<void> {
  process.env.LOG ??= 'off';
  if (local) {
    const path = process.env.TRASTIENDA_ENDPOINTS ?? `${LOCAL}/endpoints.json`;
    const cloud = await readJson<Endpoints>(path);
    if (!cloud) throw new Failure(`${path} is missing: run npm start first, and leave it running`);
    const { endpointUrl, region, tables } = cloud;
    const local = { AWS_ENDPOINT_URL: endpointUrl, AWS_REGION: region, AWS_ACCESS_KEY_ID: 'test', AWS_SECRET_ACCESS_KEY: 'test' };
    Object.assign(process.env, local, { TABLE_RECORDS: tables.records });
  }
  const { pointAtDeployment } = await import('./target.ts');
  await pointAtDeployment();
}

async function deadLetters([command, worker]: readonly string[]): Promise<void> {
  const letters = await import('./dead-letters.ts');
  const { letterText, replayedText } = await import('./report.ts');
  if (command !== 'list' && !worker) throw new Failure(`which worker's? npm run operate -- dead-letters ${command} <worker>`);
  if (command === 'replay') return print((await letters.replayDeadLetters(worker as string)).map(replayedText), 'Nothing to replay');
  if (command === 'drop') return console.log(`${await letters.dropBatches(worker as string)} taken away`);
  if (command !== 'list' && command !== 'show') throw new Failure(`dead-letters has no ${command}\n\n${HELP}`);
  print(
    (await letters.deadLetters(worker)).map((letter) => letterText(letter, command === 'show')),
    'No dead letters',
  );
}

const print = (lines: readonly string[], nothing: string): void => console.log(lines.length > 0 ? lines.join('\n') : nothing);

async function republish(tenant: string, record: string | undefined): Promise<void> {
  const { republishCompany, republishRecord } = await import('./republish.ts');
  if (!record) return console.log(`${tenant}: ${await republishCompany(tenant)} records told once more`);
  await republishRecord(tenant, record);
  console.log(`${tenant}: ${record} told once more`);
}

async function rebuildBalances(tenant: string, onlyCompare: boolean): Promise<void> {
  const { monthText, rebuiltMonths, rebuiltWithheld } = await import('./balances.ts');
  for await (const month of rebuiltMonths(tenant, { onlyCompare })) if (month.before.entries > 0) print([tenant, ...monthText(month)], '');
  print([tenant, ...(await rebuiltWithheld(tenant, { onlyCompare }))], '');
}

/** The company that is named, or all. */
async function companies(tenant: string | undefined, all: boolean): Promise<readonly string[]> {
  if (all) return Array.fromAsync(allTenants());
  if (!tenant) throw new Failure(`which company? Name one, or say --all\n\n${HELP}`);
  return [tenant];
}

async function main(args: readonly string[]): Promise<void> {
  const { values, positionals } = parseArgs({ args: [...args], allowPositionals: true, options: OPTIONS });
  const [command, ...rest] = positionals;
  if (values.help || !command) return console.log(HELP);
  await pointAt(values.local);
  if (command === 'dead-letters') return deadLetters(rest);
  if (command !== 'republish' && command !== 'rebuild-balances') throw new Failure(`there is no command ${command}\n\n${HELP}`);
  for (const tenant of await companies(rest[0], values.all))
    await unlessAll(values.all, tenant, command === 'republish' ? republish(tenant, rest[1]) : rebuildBalances(tenant, values.compare));
}

/** Of all companies, one that fails stops no other. */
async function unlessAll(all: boolean, tenant: string, work: Promise<void>): Promise<void> {
  try {
    await work;
  } catch (error) {
    if (!all) throw error;
    process.exitCode = 1;
    console.error(`✗ ${tenant}: ${error instanceof Error ? error.message : String(error)}`);
  }
}

await main(process.argv.slice(2)).catch((error: unknown) => {
  report(error);
  process.exitCode = 1;
});
