import { App, Tags } from 'aws-cdk-lib';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { CONTEXTS, contextNameOf, MODULES } from '../shared/api/modules.ts';
import { watchApi } from './constructs/api-alarms.ts';
import { changeRoutes } from './constructs/change-queue.ts';
import { checkRules } from './nag.ts';
import { stackNameOf } from './names.ts';
import { ConsoleStack } from './stacks/console.ts';
import { ContextStack } from './stacks/context.ts';
import { DataStack } from './stacks/data.ts';
import { EdgeStack } from './stacks/edge.ts';
import { IdentityStack } from './stacks/identity.ts';
import { targetFromEnvironment } from './target.ts';

/** The whole product as CloudFormation stacks: data, identity, one per context, the API in front, and the console. */
export function trastienda(app: App): App {
  const target = targetFromEnvironment();
  const env = { account: process.env.CDK_DEFAULT_ACCOUNT ?? '000000000000', region: process.env.CDK_DEFAULT_REGION ?? 'eu-west-1' };
  const common = { env, target };
  const data = new DataStack(app, 'Trastienda-Data', common);
  const identity = new IdentityStack(app, 'Trastienda-Identity', common);
  const routes = changeRoutes(MODULES);
  const pools = new Map<string, IFunction>();
  const contexts = CONTEXTS.map((context) => {
    const modules = MODULES.filter((module) => contextNameOf(module) === context);
    const stack = new ContextStack(app, stackNameOf(context), { ...common, data, identity, context, modules, routes });
    for (const [entry, pool] of stack.pools) pools.set(entry, pool.lambda);
    return { stack, modules };
  });
  for (const { stack, modules } of contexts) stack.enter(modules, pools);
  const edge = new EdgeStack(app, 'Trastienda-Edge', { ...common, identity, modules: MODULES, pools });
  watchApi(edge, data.alarms);
  new ConsoleStack(app, 'Trastienda-Console', { ...common, data, identity, edge });
  Tags.of(app).add('product', 'trastienda');
  return app;
}

if (process.argv[1]?.endsWith('app.ts')) {
  const app = trastienda(new App());
  // The emulator gets the same stacks, without the pause for checking them.
  if (targetFromEnvironment().name === 'aws') checkRules(app);
  app.synth();
}
