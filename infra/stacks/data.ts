import { CfnOutput, Duration, RemovalPolicy, Stack, type StackProps } from 'aws-cdk-lib';
import * as dynamodb from 'aws-cdk-lib/aws-dynamodb';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as kms from 'aws-cdk-lib/aws-kms';
import * as s3 from 'aws-cdk-lib/aws-s3';
import * as ses from 'aws-cdk-lib/aws-ses';
import type * as sns from 'aws-cdk-lib/aws-sns';
import type * as sqs from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import { deadLetters } from '../constructs/dead-letters.ts';
import { followMails } from '../constructs/mail-events.ts';
import { receiveMail } from '../constructs/mail-in.ts';
import { alarmsTopic, watchFunctions, watchTable } from '../constructs/operations.ts';
import { workQueue } from '../constructs/queue.ts';
import { fileOrigins, mailDomain, retention, type Target } from '../target.ts';

/** Years for which books and their documents are kept (CCom art. 30), in days: whatever is put here, with or without a date of its own. */
const KEPT = Duration.days(6 * 366);
/** What was uploaded to be imported, and the plans made of it, are of no use once that is done and looked into. */
const [UPLOADS_KEPT, PLANS_KEPT] = [Duration.days(365), Duration.days(30)];

/** The longest that a function works on a message about a file to import, and about one that waits for its check. */
const [UPLOAD_TIMEOUT, CHECK_TIMEOUT] = [Duration.seconds(30), Duration.seconds(60)];

/** Everything that must outlive a deployment: records, documents, reports, the queues that uploads wait in, and who hears alarms. */
export class DataStack extends Stack {
  readonly key: kms.Key;
  /** Wraps the keys under which personal data are sealed: apart, so that what opens the table does not open them. */
  readonly personKey: kms.Key;
  readonly table: dynamodb.Table;
  /** How many requests each company has sent in the last seconds: of no worth afterwards. */
  readonly usage: dynamodb.Table;
  readonly documents: s3.Bucket;
  /** Printed documents that the law keeps: nobody can delete or replace them before their time. */
  readonly issued: s3.Bucket;
  readonly reports: s3.Bucket;
  readonly uploads: sqs.Queue;
  readonly quarantine: sqs.Queue;
  readonly statements: sqs.Queue;
  readonly intake: sqs.Queue;
  readonly mail: sqs.Queue;
  readonly mailEvents: sqs.Queue;
  /** Name of the set of SES that mails are sent by. Absent: nobody tells what becomes of them. */
  readonly mailSet: string | undefined;
  readonly alarms: sns.Topic;

  constructor(scope: Construct, id: string, props: StackProps & { readonly target: Target }) {
    super(scope, id, { ...props, terminationProtection: props.target.durable });
    const { target } = props;
    this.key = new kms.Key(this, 'Key', { description: 'Trastienda records and documents', enableKeyRotation: true, ...retention(target) });
    this.personKey = new kms.Key(this, 'PersonKey', {
      description: 'Trastienda keys of people',
      enableKeyRotation: true,
      ...retention(target),
    });
    this.table = this.#table(target);
    this.usage = this.#usage();
    const accessLogs = this.#bucket('AccessLogs', target, {
      encryption: s3.BucketEncryption.S3_MANAGED,
      lifecycleRules: [{ expiration: Duration.days(365), noncurrentVersionExpiration: Duration.days(1) }],
    }) as s3.IBucket;
    const ofRecords = (name: string): s3.BucketProps => ({
      encryption: s3.BucketEncryption.KMS,
      encryptionKey: this.key,
      bucketKeyEnabled: true,
      serverAccessLogsBucket: accessLogs,
      serverAccessLogsPrefix: `${name}/`,
      cors: [crossOrigin(target, [s3.HttpMethods.GET, s3.HttpMethods.HEAD])],
    });
    this.documents = this.#bucket('Documents', target, {
      ...ofRecords('documents'),
      // A file to be imported goes up by a presigned link; the signature says its length, the browser its kind.
      cors: [crossOrigin(target, [s3.HttpMethods.GET, s3.HttpMethods.HEAD, s3.HttpMethods.PUT])],
      lifecycleRules: [
        // What was checked is kept below files/; what people delete there is gone for good after a month.
        { prefix: 'quarantine/', expiration: Duration.days(1), noncurrentVersionExpiration: Duration.days(1) },
        { prefix: 'files/', noncurrentVersionExpiration: Duration.days(30), expiredObjectDeleteMarker: true },
        // Statements are kept like the books that they prove; what was deleted is gone for good after a month.
        { prefix: 'statements/', noncurrentVersionExpiration: Duration.days(30), expiredObjectDeleteMarker: true },
        // What was received is kept by its bytes in the bucket of documents that the law keeps; here it only comes in.
        { prefix: 'intake/', expiration: UPLOADS_KEPT, noncurrentVersionExpiration: Duration.days(1) },
        // Words of pages of scans: recognised again where they are wanted after that.
        { prefix: 'recognised/', expiration: UPLOADS_KEPT, noncurrentVersionExpiration: Duration.days(1) },
        // A mail is kept as its files; it can be looked into for a month.
        { prefix: 'mail/', expiration: PLANS_KEPT, noncurrentVersionExpiration: Duration.days(1) },
        { prefix: 'imports/', expiration: UPLOADS_KEPT, noncurrentVersionExpiration: Duration.days(1) },
      ],
    });
    this.issued = this.#bucket('Issued', target, {
      ...ofRecords('issued'),
      ...(target.durable ? { objectLockDefaultRetention: s3.ObjectLockRetention.compliance(KEPT) } : {}),
    });
    this.reports = this.#bucket('Reports', target, {
      ...ofRecords('reports'),
      lifecycleRules: [
        { prefix: 'plans/', expiration: PLANS_KEPT, noncurrentVersionExpiration: Duration.days(1) },
        // What is personal of who left: made anew where it is wanted after that.
        { prefix: 'packs/', expiration: PLANS_KEPT, noncurrentVersionExpiration: Duration.days(1) },
      ],
    });
    this.alarms = alarmsTopic(this, this.key, target);
    watchTable(this, this.table, this.alarms);
    watchFunctions(this, this.alarms);
    this.uploads = workQueue(this, 'Uploads', UPLOAD_TIMEOUT, deadLetters(this, 'Uploads', this.alarms));
    this.intake = workQueue(this, 'Intake', UPLOAD_TIMEOUT, deadLetters(this, 'Intake', this.alarms));
    this.mail = workQueue(this, 'MailFiles', CHECK_TIMEOUT, deadLetters(this, 'MailFiles', this.alarms));
    this.mailEvents = workQueue(this, 'MailEvents', CHECK_TIMEOUT, deadLetters(this, 'MailEvents', this.alarms));
    this.quarantine = workQueue(this, 'Quarantine', CHECK_TIMEOUT, deadLetters(this, 'Quarantine', this.alarms));
    this.statements = workQueue(this, 'BankFiles', UPLOAD_TIMEOUT, deadLetters(this, 'BankFiles', this.alarms));
    this.#announceUploads();
    if (target.mailFrom) new ses.EmailIdentity(this, 'Mail', { identity: ses.Identity.domain(mailDomain(target.mailFrom)) });
    this.mailSet = target.mailFrom && target.name === 'aws' ? followMails(this, this.key, this.mailEvents) : undefined;
    if (target.mailIn && target.name === 'aws') receiveMail(this, this.documents, target.mailIn);
    this.#outputs();
    this.#exports();
  }

  #table(target: Target): dynamodb.Table {
    const table = new dynamodb.Table(this, 'Records', {
      partitionKey: { name: 'pk', type: dynamodb.AttributeType.STRING },
      sortKey: { name: 'sk', type: dynamodb.AttributeType.STRING },
      billingMode: dynamodb.BillingMode.PAY_PER_REQUEST,
      encryption: dynamodb.TableEncryption.CUSTOMER_MANAGED,
      encryptionKey: this.key,
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
      deletionProtection: target.durable,
      stream: dynamodb.StreamViewType.NEW_AND_OLD_IMAGES,
      ...retention(target),
    });
    // The list index holds keys, search text and party only: a change of state writes nothing to it.
    table.addGlobalSecondaryIndex({
      indexName: 'list',
      partitionKey: { name: 'lpk', type: dynamodb.AttributeType.STRING },
      sortKey: { name: 'lsk', type: dynamodb.AttributeType.STRING },
      projectionType: dynamodb.ProjectionType.INCLUDE,
      nonKeyAttributes: ['label', 'party'],
    });
    // What waits for somebody, and nothing else: a record is in it from the step that makes it wait to the one that ends that.
    table.addGlobalSecondaryIndex({
      indexName: 'open',
      partitionKey: { name: 'opk', type: dynamodb.AttributeType.STRING },
      sortKey: { name: 'osk', type: dynamodb.AttributeType.STRING },
      projectionType: dynamodb.ProjectionType.INCLUDE,
      nonKeyAttributes: ['due', 'party'],
    });
    return table;
  }

  #usage(): dynamodb.Table {
    return new dynamodb.Table(this, 'Usage', {
      partitionKey: { name: 'company', type: dynamodb.AttributeType.STRING },
      sortKey: { name: 'window', type: dynamodb.AttributeType.NUMBER },
      billingMode: dynamodb.BillingMode.PAY_PER_REQUEST,
      timeToLiveAttribute: 'expiresAt',
      removalPolicy: RemovalPolicy.DESTROY,
    });
  }

  #bucket(id: string, target: Target, props: s3.BucketProps): s3.Bucket {
    return new s3.Bucket(this, id, {
      blockPublicAccess: s3.BlockPublicAccess.BLOCK_ALL,
      enforceSSL: true,
      versioned: true,
      minimumTLSVersion: 1.2,
      ...props,
      ...retention(target),
    });
  }

  /**
   * New files to import, and those that wait for their check, are told to queues. The plain property: CDK's own helper would
   * deploy a function to set it. The bucket's name is not known yet, but how CloudFormation begins it: a reference would be a circle.
   */
  #announceUploads(): void {
    const rules = [
      { queue: this.uploads, prefix: 'imports/' },
      { queue: this.quarantine, prefix: 'quarantine/' },
      { queue: this.statements, prefix: 'statements/' },
      { queue: this.intake, prefix: 'intake/' },
      { queue: this.mail, prefix: 'mail/' },
    ];
    (this.documents.node.defaultChild as s3.CfnBucket).notificationConfiguration = {
      queueConfigurations: rules.map(({ queue, prefix }) => ({
        event: 's3:ObjectCreated:*',
        queue: queue.queueArn,
        filter: { s3Key: { rules: [{ name: 'prefix', value: prefix }] } },
      })),
    };
    for (const { queue } of rules) this.#letBucketSend(queue);
  }

  #letBucketSend(queue: sqs.Queue): void {
    const { policyDependable } = queue.addToResourcePolicy(
      new iam.PolicyStatement({
        principals: [new iam.ServicePrincipal('s3.amazonaws.com')],
        actions: ['sqs:SendMessage'],
        resources: [queue.queueArn],
        conditions: {
          StringEquals: { 'aws:SourceAccount': this.account },
          ArnLike: { 'aws:SourceArn': `arn:${this.partition}:s3:::${this.stackName.toLowerCase()}-documents*` },
        },
      }),
    );
    if (policyDependable) this.documents.node.addDependency(policyDependable);
  }

  #outputs(): void {
    new CfnOutput(this, 'TableRecords', { value: this.table.tableName });
    new CfnOutput(this, 'TableUsage', { value: this.usage.tableName });
    new CfnOutput(this, 'KeyPerson', { value: this.personKey.keyArn });
    new CfnOutput(this, 'BucketDocuments', { value: this.documents.bucketName });
    new CfnOutput(this, 'BucketIssued', { value: this.issued.bucketName });
    new CfnOutput(this, 'BucketReports', { value: this.reports.bucketName });
  }

  /**
   * What other stacks may lean on is exported from the first deployment on: a stack whose exports alone change counts as
   * unchanged to the emulator, and the stack that needs the new one would fail.
   */
  #exports(): void {
    const { table, usage, key, personKey, documents, issued, reports, uploads, quarantine, statements, intake, mail, mailEvents, alarms } =
      this;
    const queues = [uploads, quarantine, statements, intake, mail, mailEvents].flatMap(({ queueArn, queueUrl }) => [queueArn, queueUrl]);
    const values = [
      usage.tableName,
      usage.tableArn,
      table.tableName,
      table.tableArn,
      table.tableStreamArn,
      key.keyArn,
      personKey.keyArn,
      ...queues,
      alarms.topicArn,
    ];
    for (const value of values) this.exportValue(value);
    for (const bucket of [documents, issued, reports]) for (const value of [bucket.bucketName, bucket.bucketArn]) this.exportValue(value);
  }
}

/** What the console's scripts may do with a bucket's presigned links, and which headers of the answers they may read. */
const crossOrigin = (target: Target, allowedMethods: s3.HttpMethods[]): s3.CorsRule => ({
  allowedOrigins: fileOrigins(target),
  allowedMethods,
  allowedHeaders: ['content-type'],
  exposedHeaders: ['etag', 'content-length', 'content-disposition'],
  maxAge: 3600,
});
