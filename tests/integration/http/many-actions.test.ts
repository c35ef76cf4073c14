import { mkdir } from 'node:fs/promises';
import { App, Stack } from 'aws-cdk-lib';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import { afterAll, expect, it } from 'vitest';
import { EdgeStack } from '../../../infra/stacks/edge.ts';
import { IdentityStack } from '../../../infra/stacks/identity.ts';
import { targetFromEnvironment } from '../../../infra/target.ts';
import { cdk } from '../../../infra/tools/local/deploy.ts';
import { ACCOUNT } from '../../../infra/tools/local/emulator.ts';
import { readJson, workspace } from '../../../infra/tools/local/workspace.ts';
import { matcher } from '../../../shared/runtime/own-route.ts';
import { deployed, newTenant } from '../../support/http.ts';
import { manyModules, requestTo } from '../../support/many-actions.ts';

const AT_ONCE = 8;
const STACKS = ['Many-Functions', 'Many-Edge'];
const space = workspace('many-actions');
const modules = manyModules(19);
const actions = modules.flatMap((module) =>
  Object.values(module.actions).map(({ route, profile }) => ({ route, pool: `${module.name}/${profile}` })),
);
const pools = [...new Set(actions.map(({ pool }) => pool))];
/** Says which function it is, and how API Gateway sent the request to it. */
const CODE = `exports.handler = async ({ routeKey, pathParameters }) => ({
  statusCode: 200,
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify({ pool: process.env.POOL, routeKey, parameters: pathParameters ?? {} }),
});`;

function app(): App {
  process.env.TRASTIENDA_TARGET = 'local';
  const common = { env: { account: ACCOUNT, region: deployed().region }, target: targetFromEnvironment() };
  const made = new App({ outdir: space.cdkOut });
  const functions = new Stack(made, 'Many-Functions', common);
  const code = lambda.Code.fromInline(CODE);
  const lambdas = pools.map((pool): [string, lambda.Function] => [
    pool,
    new lambda.Function(functions, pool.replaceAll('/', '-'), {
      code,
      handler: 'index.handler',
      runtime: lambda.Runtime.NODEJS_24_X,
      environment: { POOL: pool },
    }),
  ]);
  // The one that is deployed already: its exports are named alike.
  const identity = new IdentityStack(made, 'Trastienda-Identity', common);
  new EdgeStack(made, 'Many-Edge', { ...common, identity, modules, pools: new Map(lambdas) });
  return made;
}

const deploy = (command: string, ...more: string[]): Promise<void> =>
  cdk([command, ...STACKS, '--exclusively', '--app', space.cdkOut, ...more], deployed().endpointUrl, space, () => undefined);

afterAll(() => deploy('destroy', '--force'), 120_000);

it('lets each of six hundred actions reach its function', { timeout: 300_000 }, async () => {
  await mkdir(space.dir, { recursive: true });
  app().synth();
  await deploy('deploy', '--require-approval', 'never', '--outputs-file', space.outputs, '--concurrency', '2');
  const outputs = await readJson<Record<string, Record<string, string>>>(space.outputs);
  const apiUrl = deployed().apiUrl.replace(/\/[^/]+$/, `/${outputs?.['Many-Edge']?.ApiId}`);
  const { tokens } = await newTenant();
  const headers = { authorization: `Bearer ${tokens.owner}` };
  expect(actions.length).toBeGreaterThanOrEqual(600);
  expect((await fetch(`${apiUrl}/area-1/bills/a-id`)).status).toBe(401);

  const reached: unknown[] = [];
  const waiting = [...actions.entries()];
  const work = async (): Promise<void> => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const [at, { route }] = next;
      const { method, path } = requestTo(route);
      const { pool, routeKey, parameters } = (await fetch(`${apiUrl}${path}`, { method, headers }).then((answer) => answer.json())) as {
        pool: string;
        routeKey: string;
        parameters: Record<string, string>;
      };
      const own = matcher(actions.filter((action) => action.pool === pool).map((action) => action.route));
      const found =
        parameters.proxy === undefined ? routeKey : own(method, routeKey.replace(/^\w+ |\{proxy\+\}/g, '') + parameters.proxy)?.route;
      reached[at] = { route: found, pool };
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  expect(reached).toEqual(actions);
});
