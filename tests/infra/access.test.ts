import { expect, it } from 'vitest';
import { MODULES } from '../../infra/modules.ts';
import { isCopier, ofType, synthesis } from '../support/synth.ts';

/** The most characters of all inline policies of a role, without white space (IAM quota). */
const MAX_INLINE = 10_240;
/** Actions for which AWS knows no resource. */
const WITHOUT_RESOURCE: readonly string[] = [
  'dynamodb:ListStreams',
  'logs:CreateLogDelivery',
  'logs:DeleteLogDelivery',
  'logs:DescribeLogGroups',
  'logs:DescribeResourcePolicies',
  'logs:GetLogDelivery',
  'logs:ListLogDeliveries',
  'logs:PutResourcePolicy',
  'logs:UpdateLogDelivery',
  'xray:GetSamplingRules',
  'xray:GetSamplingTargets',
  'xray:PutTelemetryRecords',
  'xray:PutTraceSegments',
];

interface Statement {
  readonly Effect: string;
  readonly Action: string | string[];
  readonly Resource: unknown;
}

const { aws } = await synthesis();
const policies = [
  ...ofType(aws, 'AWS::IAM::Policy'),
  ...ofType(aws, 'AWS::IAM::Role').flatMap(({ at, Properties }) =>
    (Properties.Policies ?? []).map((Policy: unknown) => ({ at, Properties: Policy })),
  ),
].map(({ at, Properties }) => ({ at, document: Properties.PolicyDocument, roles: Properties.Roles as { Ref: string }[] | undefined }));
const statements = policies.flatMap(({ at, document }) =>
  (document.Statement as Statement[]).map((s) => ({ at, effect: s.Effect, actions: [s.Action].flat(), resources: [s.Resource].flat() })),
);
const allowed = statements.filter((s) => s.effect === 'Allow' && !isCopier(s));

it('grants by name: no action by pattern', () => {
  expect(allowed.length).toBeGreaterThan(20);
  expect(allowed.filter((s) => s.actions.some((action) => action.includes('*')))).toEqual([]);
});

it('grants on named resources, but for actions that know none', () => {
  const everywhere = allowed.filter((s) => s.resources.includes('*'));
  expect(everywhere.filter((s) => s.actions.some((action) => !WITHOUT_RESOURCE.includes(action)))).toEqual([]);
});

it('keeps every role’s inline policies within 10,240 characters', () => {
  const sizes = new Map<string, number>();
  for (const { at, document, roles } of policies)
    for (const role of roles ?? [{ Ref: at }]) {
      const key = `${at.split('/')[0]}/${role.Ref}`;
      // An ARN that CloudFormation fills in has at most some 150 characters; its reference here is about as long.
      sizes.set(key, (sizes.get(key) ?? 0) + JSON.stringify(document).length);
    }
  expect(sizes.size).toBeGreaterThan(10);
  expect([...sizes].filter(([, size]) => size > MAX_INLINE)).toEqual([]);
});

it('lets queries change nothing', () => {
  const roles = ofType(aws, 'AWS::IAM::Role').filter((role) => /\/queries$/.test(role.Properties.Description ?? ''));
  const ids = new Set(roles.map((role) => role.at));
  const own = policies.filter(({ at, roles: of }) => of?.some((role) => ids.has(`${at.split('/')[0]}/${role.Ref}`)));
  const granted = own.flatMap(({ document }) => (document.Statement as Statement[]).flatMap((s) => [s.Action].flat()));
  expect(roles.length).toBeGreaterThan(5);
  expect(granted).toContain('dynamodb:GetItem');
  expect(granted.filter((a) => /^(dynamodb:(Put|Update|Delete|Transact)|s3:(Put|Delete)|kms:(Encrypt|GenerateDataKey))/.test(a))).toEqual(
    [],
  );
});

it('lets one function alone manage users, of the one pool, and delete none', () => {
  const managing = allowed.filter((s) => s.actions.some((action) => action.startsWith('cognito-idp:')));
  expect(managing.map((s) => s.at)).toEqual([expect.stringMatching(/^Trastienda-Platform\/MembersIdentities/)]);
  expect(managing[0]?.actions.sort()).toEqual(
    [
      ...['AddUserToGroup', 'CreateUser', 'DisableUser', 'EnableUser', 'GetUser', 'ListGroupsForUser'],
      ...['RemoveUserFromGroup', 'SetUserPassword', 'UserGlobalSignOut'],
    ].map((name) => `cognito-idp:Admin${name}`),
  );
  expect(JSON.stringify(managing[0]?.resources)).toMatch(/:userpool\/.*ImportValue/);
});

it('lets public functions reach nothing but their own log', () => {
  const roles = ofType(aws, 'AWS::IAM::Role').filter((role) => /\/public$/.test(role.Properties.Description ?? ''));
  const ids = new Set(roles.map((role) => role.at));
  const own = policies.filter(({ at, roles: of }) => of?.some((role) => ids.has(`${at.split('/')[0]}/${role.Ref}`)));
  const granted = own.flatMap(({ document }) => (document.Statement as Statement[]).flatMap((s) => [s.Action].flat()));
  expect(roles.length).toBeGreaterThan(0);
  expect(granted.filter((action) => !action.startsWith('logs:'))).toEqual([]);
});

it('asks for a verified token on every route but the public ones', () => {
  const open = MODULES.flatMap((module) =>
    Object.values(module.actions)
      .filter((a) => a.roles === 'public')
      .map((a) => a.route as string),
  );
  const routes = ofType(aws, 'AWS::ApiGatewayV2::Route').map(({ Properties }) => Properties);
  for (const route of routes.filter((r) => !open.includes(r.RouteKey)))
    expect([route.RouteKey, route.AuthorizationType, route.AuthorizerId]).toEqual([route.RouteKey, 'JWT', { Ref: expect.any(String) }]);
  const authorizers = ofType(aws, 'AWS::ApiGatewayV2::Authorizer');
  expect(authorizers.map((a) => a.Properties.AuthorizerType)).toEqual(['JWT']);
});

it('has exactly the routes of the module tables', () => {
  const declared = MODULES.flatMap((module) => Object.values(module.actions).map((a) => a.route as string));
  const routes = ofType(aws, 'AWS::ApiGatewayV2::Route').map(({ Properties }) => Properties.RouteKey as string);
  expect(routes.sort()).toEqual(declared.sort());
});
