import { expect, it } from 'vitest';
import { MODULES } from '../../infra/modules.ts';
import { ofType, synthesis } from '../support/synth.ts';

const { aws } = await synthesis();
const [stage] = ofType(aws, 'AWS::ApiGatewayV2::Stage');
const actions = MODULES.flatMap((module) => Object.values(module.actions));
const routesOf = (profile: string): string[] => actions.flatMap((action) => (action.profile === profile ? [action.route] : []));

it('takes 500 requests a second in all, and bursts of 1,000', () => {
  expect(stage?.Properties.DefaultRouteSettings).toMatchObject({ ThrottlingRateLimit: 500, ThrottlingBurstLimit: 1000 });
});

it('takes fewer where a request makes a file or changes who can sign in, and where it needs no token', () => {
  const settings = stage?.Properties.RouteSettings as Record<string, object>;
  expect(settings['POST /exports']).toEqual({ ThrottlingRateLimit: 20, ThrottlingBurstLimit: 40 });
  expect(settings['POST /members']).toEqual({ ThrottlingRateLimit: 10, ThrottlingBurstLimit: 20 });
  expect(settings['GET /docs']).toEqual({ ThrottlingRateLimit: 50, ThrottlingBurstLimit: 100 });
  expect(Object.keys(settings).sort()).toEqual([...routesOf('documents'), ...routesOf('identities'), ...routesOf('public')].sort());
});

it('makes the routes before the stage that names them', () => {
  const named = new Set(Object.keys(stage?.Properties.RouteSettings as object));
  const routes = ofType(aws, 'AWS::ApiGatewayV2::Route').filter(({ Properties }) => named.has(Properties.RouteKey));
  expect(routes).toHaveLength(named.size);
  const waits = (stage as unknown as { readonly DependsOn?: readonly string[] }).DependsOn ?? [];
  for (const { at } of routes) expect(waits).toContain(at.split('/').at(-1));
});
