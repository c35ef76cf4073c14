import { expect, it } from 'vitest';
import { EXCEPTIONS, exceptionFor } from '../../infra/nag.ts';
import { isCopier, ofType, type Resource, synthesis } from '../support/synth.ts';

const { aws, local, findings } = await synthesis();

it('breaks no rule of AWS’s Solutions pack but those that stand as exceptions, with a reason', () => {
  expect(findings.filter(({ rule, path }) => !exceptionFor(rule, path))).toEqual([]);
  for (const { reason } of EXCEPTIONS) expect(reason.length).toBeGreaterThanOrEqual(30);
});

it('has no exception that nothing needs any more', () => {
  expect(EXCEPTIONS.filter(({ rule, at }) => !findings.some((f) => rule.test(f.rule) && at.test(f.path)))).toEqual([]);
});

it('fits into what AWS allows: 500 resources a stack, 300 routes an API', () => {
  for (const { name, resources } of aws) expect([name, Object.keys(resources).length <= 500]).toEqual([name, true]);
  const routes = ofType(aws, 'AWS::ApiGatewayV2::Route');
  expect(routes.length).toBeGreaterThan(50);
  expect(routes.length).toBeLessThanOrEqual(300);
});

it('runs every function on arm64 and Node 24, with an end to its time and to its log', () => {
  const groups = new Map(ofType(aws, 'AWS::Logs::LogGroup').map((group) => [group.at, group.Properties]));
  const functions = ofType(aws, 'AWS::Lambda::Function').filter((f) => !isCopier(f));
  expect(functions.length).toBeGreaterThan(10);
  for (const { at, Properties } of functions) {
    expect([at, Properties.Architectures, Properties.Runtime]).toEqual([at, ['arm64'], 'nodejs24.x']);
    expect([at, Properties.Timeout >= 1 && Properties.Timeout <= 900]).toEqual([at, true]);
    const log = groups.get(`${at.split('/')[0]}/${Properties.LoggingConfig?.LogGroup?.Ref}`);
    expect([at, log?.RetentionInDays]).toEqual([at, expect.any(Number)]);
  }
});

it('answers HTTP functions before API Gateway gives up after 30 seconds', () => {
  const pools = ofType(aws, 'AWS::Lambda::Function').filter((f) =>
    /\/(commands|queries|documents|uploads|print|identities|secrets|public)$/.test(f.Properties.Description),
  );
  expect(pools.length).toBeGreaterThan(8);
  for (const { at, Properties } of pools) expect([at, Properties.Timeout < 30]).toEqual([at, true]);
});

it('gives the engine of printed documents to what prints, that of scans to what reads them, and either to nothing else', () => {
  const prints = ({ Properties }: Resource) =>
    /\/(print|write-tax-file-event|make-evidence-packs-event|close-month-task|read-scan-task)$/.test(Properties.Description);
  const functions = ofType(aws, 'AWS::Lambda::Function').filter((f) => !isCopier(f));
  expect(functions.some(prints)).toBe(true);
  for (const fn of functions) expect([fn.at, fn.Properties.Layers?.length ?? 0]).toEqual([fn.at, prints(fn) ? 1 : 0]);
  const layers = ofType(aws, 'AWS::Lambda::LayerVersion').filter(({ at }) => /PrintEngine|ScanEngine/.test(at));
  expect(new Set(layers.flatMap(({ Properties }) => Properties.CompatibleArchitectures))).toEqual(new Set(['arm64']));
});

it('keeps records restorable, encrypted by its own key, streamed, and safe from deletion', () => {
  const tables = ofType(aws, 'AWS::DynamoDB::Table').filter(({ at }) => !/Usage/.test(at));
  expect(tables).toHaveLength(1);
  for (const { Properties, DeletionPolicy } of tables) {
    expect(Properties).toMatchObject({
      BillingMode: 'PAY_PER_REQUEST',
      PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
      SSESpecification: { SSEEnabled: true, SSEType: 'KMS' },
      StreamSpecification: { StreamViewType: 'NEW_AND_OLD_IMAGES' },
      DeletionProtectionEnabled: true,
    });
    expect(DeletionPolicy).toBe('Retain');
  }
  expect(ofType(aws, 'AWS::KMS::Key').map((key) => key.Properties.EnableKeyRotation)).toEqual([true, true]);
});

it('keeps buckets private, versioned and encrypted', () => {
  const buckets = ofType(aws, 'AWS::S3::Bucket');
  expect(buckets).toHaveLength(6);
  for (const { at, Properties, DeletionPolicy } of buckets) {
    const all = { BlockPublicAcls: true, BlockPublicPolicy: true, IgnorePublicAcls: true, RestrictPublicBuckets: true };
    expect([at, Properties.PublicAccessBlockConfiguration]).toEqual([at, all]);
    expect([at, Properties.VersioningConfiguration, DeletionPolicy]).toEqual([at, { Status: 'Enabled' }, 'Retain']);
    expect([at, Properties.BucketEncryption]).toEqual([at, expect.anything()]);
  }
});

const named = (stacks: typeof aws, name: string) =>
  ofType(stacks, 'AWS::S3::Bucket').filter(({ at }) => at.startsWith(`Trastienda-Data/${name}`));

it('locks issued documents for six years on AWS, whatever asks to keep them shorter, and nothing on a local cloud', () => {
  const locks = (stacks: typeof aws) =>
    ofType(stacks, 'AWS::S3::Bucket').flatMap(({ at, Properties: { ObjectLockEnabled, ObjectLockConfiguration } }) =>
      ObjectLockEnabled ? [[at.replace(/[0-9A-F]{8}$/, ''), ObjectLockConfiguration]] : [],
    );
  // CCom art. 30: six years, of which two at the most are leap years.
  const rule = { DefaultRetention: { Mode: 'COMPLIANCE', Days: 2196 } };
  expect(locks(aws)).toEqual([['Trastienda-Data/Issued', { ObjectLockEnabled: 'Enabled', Rule: rule }]]);
  expect(2196).toBeGreaterThanOrEqual((Date.UTC(2033, 0, 1) - Date.UTC(2027, 0, 1)) / 86_400_000);
  expect(locks(local)).toEqual([]);
  for (const { Properties } of named(aws, 'Issued')) expect(Properties.LifecycleConfiguration).toBeUndefined();
});

it('forgets what was uploaded and planned once it is of no use, and nothing that is kept', () => {
  const expiring = [...named(aws, 'Documents'), ...named(aws, 'Reports')].map(({ Properties }) =>
    (Properties.LifecycleConfiguration.Rules as { Prefix: string; ExpirationInDays?: number }[]).flatMap(({ Prefix, ExpirationInDays }) =>
      ExpirationInDays ? [[Prefix, ExpirationInDays]] : [],
    ),
  );
  expect(expiring).toEqual([
    [
      ['quarantine/', 1],
      ['intake/', 365],
      ['recognised/', 365],
      ['mail/', 30],
      ['imports/', 365],
    ],
    [
      ['plans/', 30],
      ['packs/', 30],
    ],
  ]);
});

it('tells what prints, seals and takes documents in to lock what they keep, on AWS alone', () => {
  const lockOf = (stacks: typeof aws) =>
    ofType(stacks, 'AWS::Lambda::Function')
      .filter(({ Properties }) =>
        /(receivables\/print|write-tax-file-event|receive-document-task|seal-books-event)$/.test(Properties.Description),
      )
      .map(({ Properties }) => Properties.Environment.Variables.OBJECT_LOCK);
  expect([lockOf(aws), lockOf(local)]).toEqual([
    ['on', 'on', 'on', 'on'],
    [undefined, undefined, undefined, undefined],
  ]);
  const retaining = ofType(aws, 'AWS::IAM::Policy').filter(({ Properties }) =>
    JSON.stringify(Properties).includes('s3:PutObjectRetention'),
  );
  expect(retaining.filter((policy) => !isCopier(policy) && !/Print|WriteTaxFile|ReceiveDocument|SealBooks/.test(policy.at))).toEqual([]);
});

it('talks to buckets and queues over TLS alone', () => {
  const denies = (type: string, key: string) =>
    ofType(aws, type)
      .filter(({ Properties }) =>
        // biome-ignore lint/suspicious/noExplicitAny: statements as CloudFormation writes them.
        Properties.PolicyDocument.Statement.some((s: any) => s.Effect === 'Deny' && s.Condition?.Bool?.['aws:SecureTransport'] === 'false'),
      )
      .flatMap(({ at, Properties }) => [Properties[key]].flat().map((name: { Ref: string }) => `${at.split('/')[0]}/${name.Ref}`));
  const ids = (type: string) => ofType(aws, type).map((r) => r.at);
  expect(ids('AWS::S3::Bucket').filter((at) => !denies('AWS::S3::BucketPolicy', 'Bucket').includes(at))).toEqual([]);
  expect(ids('AWS::SQS::Queue').filter((at) => !denies('AWS::SQS::QueuePolicy', 'Queues').includes(at))).toEqual([]);
});

type Arn = { readonly 'Fn::GetAtt'?: readonly string[] } | undefined;
const nameOf = (arn: Arn) => arn?.['Fn::GetAtt']?.[0];

/** Where streams and schedules put what failed. */
const failuresGo = () => [
  ...ofType(aws, 'AWS::Lambda::EventSourceMapping')
    .filter((mapping) => mapping.Properties.StartingPosition)
    .map(({ at, Properties }) => ({ at, queue: nameOf(Properties.DestinationConfig?.OnFailure?.Destination) })),
  ...ofType(aws, 'AWS::Events::Rule').flatMap(({ at, Properties }) =>
    Properties.Targets.map((target: { DeadLetterConfig?: { Arn: Arn } }) => ({ at, queue: nameOf(target.DeadLetterConfig?.Arn) })),
  ),
];

it('loses nothing that a stream or a schedule could not deliver', () => {
  expect(failuresGo().length).toBeGreaterThan(1);
  expect(failuresGo().filter(({ queue }) => queue === undefined)).toEqual([]);
});

it('gives every queue a dead-letter queue, and those two weeks', () => {
  const queues = ofType(aws, 'AWS::SQS::Queue');
  const ofQueues = queues.map((q) => nameOf(q.Properties.RedrivePolicy?.deadLetterTargetArn)).filter((name) => name !== undefined);
  expect(ofQueues.length).toBeGreaterThan(0);
  const letters = new Set([...ofQueues, ...failuresGo().map(({ queue }) => queue)]);
  for (const { at, Properties } of queues) {
    if (letters.has(at.split('/')[1])) expect([at, Properties.MessageRetentionPeriod]).toEqual([at, 14 * 24 * 3600]);
    else expect([at, Properties.RedrivePolicy]).toEqual([at, expect.objectContaining({ maxReceiveCount: expect.any(Number) })]);
  }
});

it('protects data and identity from deletion on AWS, and lets a local cloud start over', () => {
  const kept = aws.filter((stack) => stack.terminationProtection).map((stack) => stack.name);
  expect(kept).toEqual(['Trastienda-Data', 'Trastienda-Identity']);
  expect(local.some((stack) => stack.terminationProtection)).toBe(false);
  expect(ofType(local, 'AWS::DynamoDB::Table').map((t) => [t.Properties.DeletionProtectionEnabled ?? false, t.DeletionPolicy])).toEqual([
    [false, 'Delete'],
    [false, 'Delete'],
  ]);
});

it('lets SES alone, for the set that mails are sent by, tell which mails came back, and a queue take that alone', () => {
  const [set] = ofType(aws, 'AWS::SES::ConfigurationSet');
  const id = set?.at.split('/')[1];
  // What one company's mails have met keeps no other company's away.
  expect(set?.Properties.SuppressionOptions).toEqual({ SuppressedReasons: [] });
  const [policy] = ofType(aws, 'AWS::SNS::TopicPolicy').filter(({ at }) => at.includes('MailTold'));
  const publishing = policy?.Properties.PolicyDocument.Statement.filter(({ Effect }: { Effect: string }) => Effect === 'Allow');
  expect(publishing).toHaveLength(1);
  expect(publishing[0]).toMatchObject({ Action: 'sns:Publish', Principal: { Service: 'ses.amazonaws.com' } });
  const { StringEquals } = publishing[0].Condition;
  expect(StringEquals['aws:SourceAccount']).toBe('000000000000');
  expect(JSON.stringify(StringEquals['aws:SourceArn'])).toContain(`:configuration-set/",{"Ref":"${id}"}`);
  const [told] = ofType(aws, 'AWS::SES::ConfigurationSetEventDestination');
  expect(told?.Properties.EventDestination).toMatchObject({ Enabled: true, MatchingEventTypes: ['bounce', 'complaint'] });
  const [subscription] = ofType(aws, 'AWS::SNS::Subscription').filter(({ Properties }) => Properties.Protocol === 'sqs');
  expect(subscription?.Properties.RawMessageDelivery).toBe(true);
  const [queue] = ofType(aws, 'AWS::SQS::QueuePolicy').filter(({ at }) => /MailEventsPolicy/.test(at));
  const sending = queue?.Properties.PolicyDocument.Statement.filter(({ Effect }: { Effect: string }) => Effect === 'Allow');
  expect(sending).toEqual([expect.objectContaining({ Action: 'sqs:SendMessage', Principal: { Service: 'sns.amazonaws.com' } })]);
  expect(JSON.stringify(sending[0].Condition)).toContain('MailTold');
  const senders = ofType(aws, 'AWS::Lambda::Function').filter(({ Properties }) => Properties.Environment?.Variables?.MAIL_FROM);
  expect(senders.filter(({ Properties }) => !Properties.Environment.Variables.MAIL_SET)).toEqual([]);
});

/** Copies the console’s files into its bucket, which takes a program that no emulator runs; or holds what a local function finds here. */
const isOfAws = (id: string): boolean =>
  /^(CustomCDKBucketDeployment|Mail(Set|Told|News|EventsTrastienda)|FilesLog|Assets(?!Commands|Queries)|Page|PrintEngine|ScanEngine)/.test(
    id,
  );

it('deploys the same resources to the emulator, but for copying the console’s files, what SES tells of mails, and the engines of printed documents and scans', () => {
  const shape = (stacks: typeof aws, counts: (at: string) => boolean = () => true) =>
    stacks.map((s) => [
      s.name,
      Object.entries(s.resources)
        .filter(([id]) => counts(id))
        .map(([, r]) => r.Type),
    ]);
  expect(shape(local)).toEqual(shape(aws, (id) => !isOfAws(id)));
});
