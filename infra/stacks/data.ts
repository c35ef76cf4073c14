import { CfnOutput, Duration, Stack, type StackProps } from 'aws-cdk-lib';
import * as dynamodb from 'aws-cdk-lib/aws-dynamodb';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as kms from 'aws-cdk-lib/aws-kms';
import * as s3 from 'aws-cdk-lib/aws-s3';
import * as ses from 'aws-cdk-lib/aws-ses';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import { fileOrigins, mailDomain, retention, type Target } from '../target.ts';

/** How often a message is tried before it waits in the dead-letter queue for a person. */
const MAX_RECEIVES = 5;

/** Everything that must outlive a deployment: records, documents, reports, and the queue that uploads wait in. */
export class DataStack extends Stack {
  readonly key: kms.Key;
  readonly table: dynamodb.Table;
  readonly documents: s3.Bucket;
  readonly reports: s3.Bucket;
  readonly uploads: sqs.Queue;

  constructor(scope: Construct, id: string, props: StackProps & { readonly target: Target }) {
    super(scope, id, { ...props, terminationProtection: props.target.durable });
    const { target } = props;
    this.key = new kms.Key(this, 'Key', { description: 'Trastienda records and documents', enableKeyRotation: true, ...retention(target) });
    this.table = new dynamodb.Table(this, 'Records', {
      partitionKey: { name: 'pk', type: dynamodb.AttributeType.STRING },
      sortKey: { name: 'sk', type: dynamodb.AttributeType.STRING },
      billingMode: dynamodb.BillingMode.PAY_PER_REQUEST,
      encryption: dynamodb.TableEncryption.CUSTOMER_MANAGED,
      encryptionKey: this.key,
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
      deletionProtection: target.durable,
      stream: dynamodb.StreamViewType.NEW_AND_OLD_IMAGES,
      timeToLiveAttribute: 'expiresAt',
      ...retention(target),
    });
    // The list index holds keys, search text and party only: a change of state writes nothing to it.
    this.table.addGlobalSecondaryIndex({
      indexName: 'list',
      partitionKey: { name: 'lpk', type: dynamodb.AttributeType.STRING },
      sortKey: { name: 'lsk', type: dynamodb.AttributeType.STRING },
      projectionType: dynamodb.ProjectionType.INCLUDE,
      nonKeyAttributes: ['label', 'party'],
    });
    // What waits for somebody, and nothing else: a record is in it from the step that makes it wait to the one that ends that.
    this.table.addGlobalSecondaryIndex({
      indexName: 'open',
      partitionKey: { name: 'opk', type: dynamodb.AttributeType.STRING },
      sortKey: { name: 'osk', type: dynamodb.AttributeType.STRING },
      projectionType: dynamodb.ProjectionType.INCLUDE,
      nonKeyAttributes: ['due'],
    });
    const accessLogs = this.#bucket('AccessLogs', target, {
      encryption: s3.BucketEncryption.S3_MANAGED,
      lifecycleRules: [{ expiration: Duration.days(365) }],
    }) as s3.IBucket;
    this.documents = this.#bucket('Documents', target, {
      encryption: s3.BucketEncryption.KMS,
      encryptionKey: this.key,
      bucketKeyEnabled: true,
      serverAccessLogsBucket: accessLogs,
      serverAccessLogsPrefix: 'documents/',
      objectLockEnabled: target.durable,
      // A file to be imported goes up by a presigned link; the signature says its length, the browser its kind.
      cors: [crossOrigin(target, [s3.HttpMethods.GET, s3.HttpMethods.HEAD, s3.HttpMethods.PUT])],
    });
    this.reports = this.#bucket('Reports', target, {
      encryption: s3.BucketEncryption.KMS,
      encryptionKey: this.key,
      bucketKeyEnabled: true,
      serverAccessLogsBucket: accessLogs,
      serverAccessLogsPrefix: 'reports/',
      objectLockEnabled: target.durable,
      cors: [crossOrigin(target, [s3.HttpMethods.GET, s3.HttpMethods.HEAD])],
    });
    this.uploads = this.#queue('Uploads', Duration.minutes(3));
    this.#announceUploads();
    if (target.mailFrom) new ses.EmailIdentity(this, 'Mail', { identity: ses.Identity.domain(mailDomain(target.mailFrom)) });
    this.#outputs();
    this.#exports();
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

  #queue(id: string, visibilityTimeout: Duration): sqs.Queue {
    const deadLetters = new sqs.Queue(this, `${id}DeadLetters`, {
      enforceSSL: true,
      encryption: sqs.QueueEncryption.SQS_MANAGED,
      retentionPeriod: Duration.days(14),
    });
    return new sqs.Queue(this, id, {
      enforceSSL: true,
      encryption: sqs.QueueEncryption.SQS_MANAGED,
      visibilityTimeout,
      deadLetterQueue: { queue: deadLetters, maxReceiveCount: MAX_RECEIVES },
    });
  }

  /** New objects are told to the queue. The plain property: CDK's own helper would deploy a function to set it. */
  #announceUploads(): void {
    const announcement = { event: 's3:ObjectCreated:*', queue: this.uploads.queueArn };
    (this.documents.node.defaultChild as s3.CfnBucket).notificationConfiguration = { queueConfigurations: [announcement] };
    const allow = new sqs.QueuePolicy(this, 'UploadsPolicy', { queues: [this.uploads] });
    allow.document.addStatements(
      new iam.PolicyStatement({
        principals: [new iam.ServicePrincipal('s3.amazonaws.com')],
        actions: ['sqs:SendMessage'],
        resources: [this.uploads.queueArn],
        conditions: { StringEquals: { 'aws:SourceAccount': this.account } },
      }),
    );
    this.documents.node.addDependency(allow);
  }

  #outputs(): void {
    new CfnOutput(this, 'TableRecords', { value: this.table.tableName });
    new CfnOutput(this, 'BucketDocuments', { value: this.documents.bucketName });
    new CfnOutput(this, 'BucketReports', { value: this.reports.bucketName });
  }

  /**
   * What other stacks may lean on is exported from the first deployment on: a stack whose exports alone change counts as
   * unchanged to the emulator, and the stack that needs the new one would fail.
   */
  #exports(): void {
    const { table, key, documents, reports, uploads } = this;
    for (const value of [table.tableName, table.tableArn, table.tableStreamArn, key.keyArn, uploads.queueArn, uploads.queueUrl])
      this.exportValue(value);
    for (const bucket of [documents, reports]) for (const value of [bucket.bucketName, bucket.bucketArn]) this.exportValue(value);
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
