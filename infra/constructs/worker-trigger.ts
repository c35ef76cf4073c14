import { Duration, type Stack } from 'aws-cdk-lib';
import * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import type * as dynamodb from 'aws-cdk-lib/aws-dynamodb';
import * as events from 'aws-cdk-lib/aws-events';
import * as targets from 'aws-cdk-lib/aws-events-targets';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as sources from 'aws-cdk-lib/aws-lambda-event-sources';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import type { Trigger } from '../../shared/kernel/action.ts';
import type { DataStack } from '../stacks/data.ts';
import type { BackOfficeFunction } from './back-office-function.ts';

/** A batch that fails is split to find the record at fault, and tried for a day before it waits for a person. */
const STREAM_PATIENCE = { bisectBatchOnError: true, retryAttempts: 10_000, maxRecordAge: Duration.hours(23) };

/** Wires what calls a worker. Whatever can fail ends in a dead-letter queue with an alarm on it. */
export function trigger(stack: Stack, name: string, worker: BackOfficeFunction, on: Trigger, data: DataStack): void {
  if ('stream' in on) {
    const deadLetters = deadLetterQueue(stack, name);
    worker.lambda.addEventSource(
      new sources.DynamoEventSource(data.table as dynamodb.ITable, {
        startingPosition: lambda.StartingPosition.TRIM_HORIZON,
        batchSize: on.batch,
        reportBatchItemFailures: true,
        filters: [lambda.FilterCriteria.filter(streamFilter(on.stream))],
        onFailure: new sources.SqsDlq(deadLetters),
        ...STREAM_PATIENCE,
      }),
    );
  } else if ('queue' in on)
    worker.lambda.addEventSource(new sources.SqsEventSource(data.uploads, { batchSize: 10, reportBatchItemFailures: true }));
  else {
    const deadLetterQueueOfRule = deadLetterQueue(stack, name);
    const target = new targets.LambdaFunction(worker.lambda, { deadLetterQueue: deadLetterQueueOfRule, retryAttempts: 3 });
    new events.Rule(stack, `${name}Schedule`, { schedule: events.Schedule.expression(on.schedule), targets: [target] });
  }
}

const streamFilter = (stream: Extract<Trigger, { stream: unknown }>['stream']) =>
  stream === 'entries'
    ? { eventName: ['INSERT'], dynamodb: { NewImage: { data: { M: { entry: { M: { seq: { N: lambda.FilterRule.exists() } } } } } } } }
    : { dynamodb: { NewImage: { kind: { S: [...stream.kinds] } } } };

function deadLetterQueue(stack: Stack, name: string): sqs.Queue {
  const queue = new sqs.Queue(stack, `${name}DeadLetters`, {
    enforceSSL: true,
    encryption: sqs.QueueEncryption.SQS_MANAGED,
    retentionPeriod: Duration.days(14),
  });
  new cloudwatch.Alarm(stack, `${name}DeadLettersAlarm`, {
    alarmDescription: `${name} gave up on something: look at its dead-letter queue`,
    metric: queue.metricApproximateNumberOfMessagesVisible({ period: Duration.minutes(5) }),
    threshold: 1,
    evaluationPeriods: 1,
    treatMissingData: cloudwatch.TreatMissingData.NOT_BREACHING,
  });
  return queue;
}
