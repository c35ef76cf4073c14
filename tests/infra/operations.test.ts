import { expect, it } from 'vitest';
import { ofType, synthesis } from '../support/synth.ts';

const { aws, local } = await synthesis();
type Ref = { readonly Ref?: string; readonly 'Fn::GetAtt'?: readonly string[] };
const idOf = (value: Ref | undefined): string | undefined => value?.Ref ?? value?.['Fn::GetAtt']?.[0];
const stackOf = ({ at }: { readonly at: string }): string => at.split('/')[0] ?? '';

const alarms = ofType(aws, 'AWS::CloudWatch::Alarm');
const named = (name: string) => alarms.filter(({ at }) => at.includes(name));

it('tells every alarm to the operators’ topic', () => {
  expect(alarms.length).toBeGreaterThan(15);
  const silent = alarms.filter(({ Properties }) => !/Alarms/.test(JSON.stringify(Properties.AlarmActions ?? [])));
  expect(silent.map(({ at }) => at)).toEqual([]);
  // Beside it there is one that mails that came back are told to.
  expect(ofType(aws, 'AWS::SNS::Topic')).toHaveLength(2);
});

it('lets CloudWatch publish to that topic, which is encrypted by the product’s key', () => {
  const statements = [...ofType(aws, 'AWS::SNS::TopicPolicy'), ...ofType(aws, 'AWS::KMS::Key')].flatMap(
    ({ Properties }) => (Properties.PolicyDocument ?? Properties.KeyPolicy).Statement as Record<string, unknown>[],
  );
  const forAlarms = statements.filter(({ Principal }) => JSON.stringify(Principal).includes('cloudwatch.amazonaws.com'));
  expect(forAlarms.map(({ Action, Condition }) => [Action, Condition])).toEqual(
    expect.arrayContaining([
      ['sns:Publish', { StringEquals: { 'aws:SourceAccount': expect.anything() } }],
      [['kms:Decrypt', 'kms:GenerateDataKey*'], { StringEquals: { 'aws:SourceAccount': expect.anything() } }],
    ]),
  );
});

it('watches every queue of dead letters', () => {
  const watched = named('DeadLetters').map((a) => `${stackOf(a)}/${idOf(a.Properties.Dimensions[0].Value)}`);
  const queues = ofType(aws, 'AWS::SQS::Queue').filter(({ at }) => /DeadLetters/.test(at));
  expect(queues.length).toBeGreaterThan(4);
  expect(queues.map(({ at }) => at).filter((at) => !watched.includes(at))).toEqual([]);
});

it('watches that readers of the stream and followers of changes keep up', () => {
  const mappings = ofType(aws, 'AWS::Lambda::EventSourceMapping');
  const readers = mappings.filter(({ Properties }) => Properties.StartingPosition);
  expect(readers).toHaveLength(2);
  const ages = alarms.filter(({ Properties }) => Properties.MetricName === 'IteratorAge');
  expect(ages.map((a) => idOf(a.Properties.Dimensions[0].Value)).sort()).toEqual(
    readers.map((r) => idOf(r.Properties.FunctionName)).sort(),
  );
  for (const { Properties } of ages) expect([Properties.Threshold, Properties.Period]).toEqual([300_000, 300]);
  const changes = ofType(aws, 'AWS::SQS::Queue').filter(({ Properties }) => Properties.FifoQueue && Properties.RedrivePolicy);
  const waits = alarms.filter(({ Properties }) => Properties.MetricName === 'ApproximateAgeOfOldestMessage');
  expect(waits).toHaveLength(changes.length);
});

it('treats every queue alike: encrypted, two weeks, and SQS gives up what its worker could not', () => {
  const queues = ofType(aws, 'AWS::SQS::Queue');
  for (const { at, Properties } of queues)
    expect([at, Properties.SqsManagedSseEnabled, Properties.MessageRetentionPeriod]).toEqual([at, true, 1_209_600]);
  const worked = queues.filter(({ at }) => !/DeadLetters/.test(at));
  expect(worked.length).toBeGreaterThan(1);
  for (const { at, Properties } of worked) expect([at, Properties.RedrivePolicy.maxReceiveCount]).toEqual([at, 6]);
  const publishing = ofType(aws, 'AWS::Lambda::Function').filter(({ Properties }) => Properties.Environment?.Variables.DEAD_LETTERS);
  expect(publishing.length).toBeGreaterThanOrEqual(3);
});

it('gives a reader of the stream up within minutes, and finds the record at fault', () => {
  for (const { Properties } of ofType(aws, 'AWS::Lambda::EventSourceMapping').filter((m) => m.Properties.StartingPosition))
    expect(Properties).toMatchObject({ BisectBatchOnFunctionError: true, MaximumRetryAttempts: 20 });
});

it('watches the API, the functions, the table and the state machines', () => {
  const metrics = alarms.map(({ Properties }) => `${Properties.Namespace} ${Properties.MetricName}`);
  for (const metric of ['ApiGateway 5xx', 'Lambda Errors', 'Lambda Throttles', 'DynamoDB WriteThrottleEvents', 'DynamoDB SystemErrors'])
    expect(metrics).toContain(`AWS/${metric}`);
  expect(metrics).toContain('Trastienda ThrottledRequests');
  expect(named('Failed')).toHaveLength(ofType(aws, 'AWS::StepFunctions::StateMachine').length);
});

it('keeps what a schedule’s function could not do', () => {
  const rules = ofType(aws, 'AWS::Events::Rule').flatMap((rule) => rule.Properties.Targets.map(({ Arn }: { Arn: Ref }) => idOf(Arn)));
  const kept = ofType(aws, 'AWS::Lambda::EventInvokeConfig').map(({ Properties }) => [
    idOf(Properties.FunctionName),
    idOf(Properties.DestinationConfig.OnFailure.Destination),
  ]);
  expect(rules.length).toBeGreaterThan(2);
  expect(kept.map(([name]) => name).sort()).toEqual(rules.sort());
  for (const [, queue] of kept) expect(queue).toMatch(/DeadLetters/);
});

it('gives a queue one policy: CloudFormation would set one of two, and lose the other', () => {
  const policies = ofType(aws, 'AWS::SQS::QueuePolicy').flatMap((p) => p.Properties.Queues.map((q: Ref) => `${stackOf(p)}/${idOf(q)}`));
  expect(policies.sort()).toEqual(
    ofType(aws, 'AWS::SQS::Queue')
      .map(({ at }) => at)
      .sort(),
  );
});

it('lets S3 announce files to import, and no other bucket or file', () => {
  const [uploads] = ofType(aws, 'AWS::SQS::QueuePolicy').filter(({ at }) => /UploadsPolicy/.test(at));
  expect(uploads?.Properties.PolicyDocument.Statement).toMatchObject([
    { Effect: 'Deny', Condition: { Bool: { 'aws:SecureTransport': 'false' } } },
    {
      Effect: 'Allow',
      Principal: { Service: 's3.amazonaws.com' },
      Action: 'sqs:SendMessage',
      Condition: { ArnLike: { 'aws:SourceArn': expect.anything() }, StringEquals: { 'aws:SourceAccount': expect.anything() } },
    },
  ]);
  expect(JSON.stringify(uploads)).toContain(':s3:::trastienda-data-documents*');
  const [documents] = ofType(aws, 'AWS::S3::Bucket').filter(({ Properties }) => Properties.NotificationConfiguration);
  const [announced] = documents?.Properties.NotificationConfiguration.QueueConfigurations ?? [];
  expect(announced.Filter.S3Key.Rules).toEqual([{ Name: 'prefix', Value: 'imports/' }]);
  expect(documents).toMatchObject({ DependsOn: expect.arrayContaining([uploads?.at.split('/')[1]]) });
});

it('forgets no record by itself, and old logs for good', () => {
  const forgetful = ofType(aws, 'AWS::DynamoDB::Table').filter(({ Properties }) => Properties.TimeToLiveSpecification);
  expect(forgetful.map(({ at }) => at)).toEqual([expect.stringMatching(/^Trastienda-Data\/Usage/)]);
  for (const { at, Properties } of ofType(aws, 'AWS::S3::Bucket').filter((bucket) => /AccessLogs/.test(bucket.at)))
    expect([at, Properties.LifecycleConfiguration.Rules]).toEqual([
      at,
      [expect.objectContaining({ ExpirationInDays: expect.any(Number), NoncurrentVersionExpiration: { NoncurrentDays: 1 } })],
    ]);
});

it.each([
  ['aws', aws],
  ['local', local],
])('lets users write nothing but their language, and nobody sign up alone (%s)', (_, stacks) => {
  // The company is an attribute of the user: who could write it, or make a user, would be in any company.
  const [pool] = ofType(stacks, 'AWS::Cognito::UserPool');
  const [client] = ofType(stacks, 'AWS::Cognito::UserPoolClient');
  expect(client?.Properties.WriteAttributes).toEqual(['locale']);
  expect(pool?.Properties.AdminCreateUserConfig.AllowAdminCreateUserOnly).toBe(true);
  expect(pool?.Properties.UsernameConfiguration).toEqual({ CaseSensitive: false });
  expect(client?.Properties).not.toHaveProperty('CallbackURLs');
  expect(client?.Properties.AllowedOAuthFlowsUserPoolClient).toBe(false);
});
