import { Stack } from 'aws-cdk-lib';
import * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import type * as dynamodb from 'aws-cdk-lib/aws-dynamodb';
import * as iam from 'aws-cdk-lib/aws-iam';
import type * as kms from 'aws-cdk-lib/aws-kms';
import * as sns from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import type { Construct } from 'constructs';
import type { Target } from '../target.ts';
import { alarm } from './alarm.ts';

/** Where alarms go: to whoever subscribes, and to the operators' address where there is one. */
export function alarmsTopic(scope: Construct, key: kms.Key, { operationsEmail }: Target): sns.Topic {
  const topic = new sns.Topic(scope, 'Alarms', { displayName: 'Trastienda', masterKey: key, enforceSSL: true });
  const conditions = { StringEquals: { 'aws:SourceAccount': Stack.of(scope).account } };
  topic.grantPublish(new iam.ServicePrincipal('cloudwatch.amazonaws.com', { conditions }));
  if (operationsEmail) topic.addSubscription(new EmailSubscription(operationsEmail));
  return topic;
}

/** Rings when DynamoDB refuses requests or fails. */
export function watchTable(scope: Construct, table: dynamodb.Table, topic: sns.ITopic): void {
  for (const metric of ['ReadThrottleEvents', 'WriteThrottleEvents'])
    alarm(scope, `Table${metric}`, topic, {
      says: 'The table refuses requests: more come at once than it takes',
      metric: table.metric(metric, { statistic: 'Sum' }),
      from: 10,
      periods: 2,
    });
  for (const Operation of ['TransactWriteItems', 'GetItem', 'Query'])
    alarm(scope, `Table${Operation}Errors`, topic, {
      says: `DynamoDB itself fails at ${Operation}`,
      metric: table.metric('SystemErrors', { statistic: 'Sum', dimensionsMap: { TableName: table.tableName, Operation } }),
      from: 5,
    });
}

/**
 * Rings when functions fail or are held back, of the account and region as a whole: they share its concurrency, and one
 * metric costs a tenth of a dollar where one a function would cost ten.
 */
export function watchFunctions(scope: Construct, topic: sns.ITopic): void {
  const metric = (metricName: string) => new cloudwatch.Metric({ namespace: 'AWS/Lambda', metricName, statistic: 'Sum' });
  const failed = 'Functions fail: they throw, or run out of time or memory';
  alarm(scope, 'FunctionErrors', topic, { says: failed, metric: metric('Errors'), from: 5 });
  const held = 'Functions are held back: the concurrency of the account is used up';
  alarm(scope, 'FunctionThrottles', topic, { says: held, metric: metric('Throttles'), from: 10, periods: 2 });
}
