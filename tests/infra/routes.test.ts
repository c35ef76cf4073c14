import { App, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import { describe, expect, it } from 'vitest';
import { EdgeStack } from '../../infra/stacks/edge.ts';
import { IdentityStack } from '../../infra/stacks/identity.ts';
import { keyOf, type Route, routesOf } from '../../infra/stacks/routes.ts';
import { targetFromEnvironment } from '../../infra/target.ts';
import { MODULES } from '../../shared/api/modules.ts';
import type { ModuleSpec } from '../../shared/kernel/action.ts';
import { matcher } from '../../shared/runtime/own-route.ts';
import { manyModules, requestTo } from '../support/many-actions.ts';
import { ofType, synthesis } from '../support/synth.ts';

/** API Gateway's choice: a full match, the most literal one; else the greedy one. */
function chosen(routes: readonly Route[], { method, path }: { readonly method: string; readonly path: string }): Route | undefined {
  const full = matcher(routes.filter((route) => !route.path.endsWith('{proxy+}')).map(keyOf))(method, path);
  const key = full?.route ?? `${method} /${path.split('/')[1]}/{proxy+}`;
  return routes.find((route) => keyOf(route) === key);
}

const actionsOf = (modules: readonly ModuleSpec[]) =>
  modules.flatMap((module) => Object.values(module.actions).map((spec) => ({ spec, pool: `${module.name}/${spec.profile}` })));

/** The modules of today, and as many as are to come until there are six hundred actions. */
const SIX_HUNDRED = [...MODULES, ...manyModules(Math.ceil((600 - actionsOf(MODULES).length) / 32))];

describe.each([
  ['the actions of today', MODULES],
  ['six hundred actions', SIX_HUNDRED],
] as const)('%s', (_, modules) => {
  const routes = routesOf(modules);

  it('reach their functions, and ask for a token unless they are public', () => {
    const led = actionsOf(modules).map(({ spec, pool }) => [spec.route, pool, spec.permission !== 'public']);
    const reached = actionsOf(modules).map(({ spec }) => {
      const route = chosen(routes, requestTo(spec.route));
      return [spec.route, route?.pool, route?.guarded];
    });
    expect(reached).toEqual(led);
  });

  it('have a route of their own where they have limits of their own', () => {
    const shared = routes.filter((route) => route.path.endsWith('{proxy+}'));
    expect(shared.length).toBeGreaterThan(3);
    expect(shared.filter(({ profile, guarded }) => !guarded || !['commands', 'queries'].includes(profile))).toEqual([]);
  });
});

it('puts in front of the functions what the routes say', async () => {
  const { aws } = await synthesis();
  const keys = ofType(aws, 'AWS::ApiGatewayV2::Route').map(({ Properties }) => Properties.RouteKey as string);
  expect(keys.sort()).toEqual(routesOf(MODULES).map(keyOf).sort());
});

it('keeps six hundred actions within 300 routes and integrations an API, and 500 resources a stack', () => {
  const modules = SIX_HUNDRED;
  const common = { env: { account: '000000000000', region: 'eu-west-1' }, target: targetFromEnvironment() };
  const app = new App();
  const functions = new Stack(app, 'Functions', common);
  const code = lambda.Code.fromInline('exports.handler = async () => ({ statusCode: 204 });');
  const pools = new Map(
    [...new Set(actionsOf(modules).map(({ pool }) => pool))].map((pool) => [
      pool,
      new lambda.Function(functions, pool.replaceAll('/', '-'), { code, handler: 'index.handler', runtime: lambda.Runtime.NODEJS_24_X }),
    ]),
  );
  const edge = new EdgeStack(app, 'Edge', { ...common, identity: new IdentityStack(app, 'Identity', common), modules, pools });
  const template = Template.fromStack(edge);
  const count = (type: string): number => Object.keys(template.findResources(type)).length;
  expect(actionsOf(modules).length).toBeGreaterThanOrEqual(600);
  expect(count('AWS::ApiGatewayV2::Route')).toBeLessThanOrEqual(300);
  expect(count('AWS::ApiGatewayV2::Integration')).toBe(pools.size);
  expect(count('AWS::Lambda::Permission')).toBe(pools.size);
  expect(Object.keys(template.toJSON().Resources).length).toBeLessThanOrEqual(500);
});
