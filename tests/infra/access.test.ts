import { expect, it } from 'vitest';
import { MODULES } from '../../shared/api/modules.ts';
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
  'textract:DetectDocumentText',
];

interface Statement {
  readonly Effect: string;
  readonly Action: string | string[];
  readonly Resource: unknown;
}

const { aws, local } = await synthesis();
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
  // But for counting the requests of companies, in a table of its own.
  const ofRecords = (s: Statement) => !/ExportsOutput\w*Usage/.test(JSON.stringify(s.Resource));
  const granted = own.flatMap(({ document }) => (document.Statement as Statement[]).filter(ofRecords).flatMap((s) => [s.Action].flat()));
  expect(roles.length).toBeGreaterThan(5);
  expect(granted).toContain('dynamodb:GetItem');
  expect(granted.filter((a) => /^(dynamodb:(Put|Update|Delete|Transact)|s3:(Put|Delete)|kms:(Encrypt|GenerateDataKey))/.test(a))).toEqual(
    [],
  );
});

it('lets two functions alone make users and give secrets (one carries out what two people ordered), one more compare them with records, of the one pool, and none delete any', () => {
  const managing = allowed
    .filter((s) => s.actions.some((action) => action.startsWith('cognito-idp:')))
    .sort((a, b) => (a.at < b.at ? 1 : -1));
  expect(managing.map((s) => s.at)).toEqual(
    ['Identities', 'CompareMembersEvent', 'CarryOutAccessEvent'].map((name) =>
      expect.stringMatching(`^Trastienda-Platform/Members${name}`),
    ),
  );
  expect(managing[1]?.actions.filter((action) => /Create|Password|Delete/.test(action))).toEqual([]);
  expect(managing[2]?.actions.filter((action) => /Delete/.test(action))).toEqual([]);
  expect(managing[0]?.actions.sort()).toEqual(
    [...['CreateUser', 'DisableUser', 'EnableUser', 'GetUser', 'SetUserPassword', 'UpdateUserAttributes', 'UserGlobalSignOut']].map(
      (name) => `cognito-idp:Admin${name}`,
    ),
  );
  expect(JSON.stringify(managing[0]?.resources)).toMatch(/:userpool\/.*ImportValue/);
});

it('lets functions put files only where theirs go, and delete those alone that people delete', () => {
  const inBuckets = (action: string) => {
    const places = allowed
      .filter(({ actions }) => actions.includes(action))
      .flatMap(({ resources }) => resources.map((r) => JSON.stringify(r)));
    const placeOf = (resource: string) =>
      /Data:ExportsOutput\w*?(Documents|Issued|Reports).*?"\/([^"]*)"/.exec(resource)?.slice(1).join(' ');
    return [...new Set(places.map((resource) => placeOf(resource) ?? resource))].sort();
  };
  expect(inBuckets('s3:PutObject')).toEqual([
    'Documents */logos/*',
    'Documents files/*',
    'Documents imports/*',
    'Documents intake/*',
    'Documents quarantine/*',
    'Documents recognised/*',
    'Documents statements/*',
    'Issued *',
    'Issued */seals/*',
    'Issued received/*',
    'Reports *',
  ]);
  expect(inBuckets('s3:PutObjectRetention')).toEqual(['Issued *', 'Issued */seals/*', 'Issued received/*']);
  expect(inBuckets('s3:DeleteObject')).toEqual(['Documents files/*', 'Documents statements/*']);
  expect(allowed.filter(({ actions }) => actions.some((action) => /^s3:(Bypass|(Delete|Put).*Version)/.test(action)))).toEqual([]);
});

it('lets public functions reach nothing but their own log', () => {
  const roles = ofType(aws, 'AWS::IAM::Role').filter((role) => /\/public$/.test(role.Properties.Description ?? ''));
  const ids = new Set(roles.map((role) => role.at));
  const own = policies.filter(({ at, roles: of }) => of?.some((role) => ids.has(`${at.split('/')[0]}/${role.Ref}`)));
  const granted = own.flatMap(({ document }) => (document.Statement as Statement[]).flatMap((s) => [s.Action].flat()));
  expect(roles.length).toBeGreaterThan(0);
  expect(granted.filter((action) => !action.startsWith('logs:'))).toEqual([]);
});

it('lets the functions of people, the history of records, and form 190 alone open what is sealed under people’s keys', () => {
  const opening = allowed.filter(({ resources }) => /ExportsOutput\w*PersonKey/.test(JSON.stringify(resources)));
  expect(opening.length).toBeGreaterThan(3);
  expect(
    opening.filter(({ at }) => !/^Trastienda-Hr\/|^Trastienda-Platform\/Audit|^Trastienda-Finance\/Tax(Queries|Print)Role/.test(at)),
  ).toEqual([]);
  expect(new Set(opening.flatMap(({ actions }) => actions))).toEqual(new Set(['kms:Decrypt', 'kms:GenerateDataKey']));
});

it('lets what everybody may call open nothing of people, and the printer of public letters keep nothing', () => {
  const of = (name: string) => allowed.filter(({ at }) => at.startsWith(`Trastienda-Hr/${name}`));
  const forms = of('JobsUploads');
  expect(forms.filter(({ resources }) => /PersonKey/.test(JSON.stringify(resources))).flatMap(({ actions }) => actions)).toEqual([
    'kms:GenerateDataKey',
  ]);
  expect(forms.flatMap(({ actions }) => actions.filter((action) => action.startsWith('s3:')))).toEqual(['s3:PutObject']);
  const letters = of('OffersPrint');
  const changing = /^(s3:(Put|Delete)|dynamodb:(Put|Delete|Transact)|kms:(Encrypt|GenerateDataKey))/;
  expect(letters.flatMap(({ actions }) => actions)).toContain('dynamodb:GetItem');
  expect(letters.flatMap(({ actions }) => actions.filter((action) => changing.test(action)))).toEqual([]);
});

it('asks for a verified token on every route but the public ones', () => {
  const open = MODULES.flatMap((module) =>
    Object.values(module.actions)
      .filter((a) => a.permission === 'public')
      .map((a) => a.route as string),
  );
  const routes = ofType(aws, 'AWS::ApiGatewayV2::Route').map(({ Properties }) => Properties);
  for (const route of routes.filter((r) => !open.includes(r.RouteKey)))
    expect([route.RouteKey, route.AuthorizationType, route.AuthorizerId]).toEqual([route.RouteKey, 'JWT', { Ref: expect.any(String) }]);
  const authorizers = ofType(aws, 'AWS::ApiGatewayV2::Authorizer');
  expect(authorizers.map((a) => a.Properties.AuthorizerType)).toEqual(['JWT']);
});

it('lets functions of requests count them, and nothing else do anything in that table', () => {
  const counting = allowed.filter(({ resources }) => /ExportsOutput\w*Usage/.test(JSON.stringify(resources)));
  expect(counting.length).toBeGreaterThan(20);
  expect(new Set(counting.flatMap(({ actions }) => actions))).toEqual(new Set(['dynamodb:UpdateItem']));
});

it('lets one function alone have pages recognised by Textract, on AWS alone', () => {
  const may = allowed.filter((s) => s.actions.some((action) => action.startsWith('textract:')));
  expect(may.map(({ at, actions }) => [/ReadScan/.test(at), actions])).toEqual([[true, ['textract:DetectDocumentText']]]);
  expect(/textract:|"TEXTRACT"/.test(JSON.stringify(local))).toBe(false);
  const knowing = ofType(aws, 'AWS::Lambda::Function').filter(({ Properties }) => Properties.Environment?.Variables?.TEXTRACT);
  expect(knowing.map(({ Properties }) => Properties.Description).sort()).toEqual([
    expect.stringMatching(/intake\/read-scan-task$/),
    expect.stringMatching(/company\/commands$/),
  ]);
});
