import { expect, it } from 'vitest';
import { MODULES } from '../../shared/api/modules.ts';
import { ofType, synthesis } from '../support/synth.ts';

const { aws } = await synthesis();
const [stage] = ofType(aws, 'AWS::ApiGatewayV2::Stage');
const actions = MODULES.flatMap((module) => Object.values(module.actions));
const routesOf = (profile: string): string[] => actions.flatMap((action) => (action.profile === profile ? [action.route] : []));

it('takes 2,000 requests a second in all, of which no company may send more than 100', () => {
  expect(stage?.Properties.DefaultRouteSettings).toMatchObject({ ThrottlingRateLimit: 2000, ThrottlingBurstLimit: 2000 });
  const limits = ofType(aws, 'AWS::Lambda::Function').flatMap(
    ({ Properties }) => Properties.Environment?.Variables.COMPANY_REQUESTS_A_SECOND ?? [],
  );
  expect(new Set(limits)).toEqual(new Set(['100']));
  expect(limits.length).toBeGreaterThan(20);
});

it('keeps readers of the stream from waiting for requests', () => {
  const readers = ofType(aws, 'AWS::Lambda::EventSourceMapping').flatMap(({ Properties }) =>
    Properties.StartingPosition ? [Properties.FunctionName.Ref] : [],
  );
  const reserved = ofType(aws, 'AWS::Lambda::Function').filter(({ Properties }) => Properties.ReservedConcurrentExecutions !== undefined);
  expect(reserved.map(({ at, Properties }) => [at.split('/')[1], Properties.ReservedConcurrentExecutions]).sort()).toEqual(
    readers.map((name) => [name, 20]).sort(),
  );
});

it('takes fewer where a request makes a file or changes who can sign in, and where it needs no token', () => {
  const settings = stage?.Properties.RouteSettings as Record<string, object>;
  expect(settings['POST /exports']).toEqual({ ThrottlingRateLimit: 100, ThrottlingBurstLimit: 100 });
  expect(settings['POST /members']).toEqual({ ThrottlingRateLimit: 25, ThrottlingBurstLimit: 50 });
  expect(settings['GET /docs']).toEqual({ ThrottlingRateLimit: 50, ThrottlingBurstLimit: 100 });
  const open = actions.flatMap((action) => (action.permission === 'public' ? [action.route] : []));
  const slower = ['documents', 'print', 'identities', 'secrets'].flatMap(routesOf);
  expect(Object.keys(settings).sort()).toEqual([...new Set([...open, ...slower])].sort());
});

it('makes the routes before the stage that names them', () => {
  const named = new Set(Object.keys(stage?.Properties.RouteSettings as object));
  const routes = ofType(aws, 'AWS::ApiGatewayV2::Route').filter(({ Properties }) => named.has(Properties.RouteKey));
  expect(routes).toHaveLength(named.size);
  const waits = (stage as unknown as { readonly DependsOn?: readonly string[] }).DependsOn ?? [];
  for (const { at } of routes) expect(waits).toContain(at.split('/').at(-1));
});
