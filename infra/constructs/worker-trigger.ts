import { Duration, type Stack } from 'aws-cdk-lib';
import type * as dynamodb from 'aws-cdk-lib/aws-dynamodb';
import * as events from 'aws-cdk-lib/aws-events';
import * as targets from 'aws-cdk-lib/aws-events-targets';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import { SqsDestination } from 'aws-cdk-lib/aws-lambda-destinations';
import * as sources from 'aws-cdk-lib/aws-lambda-event-sources';
import type * as sqs from 'aws-cdk-lib/aws-sqs';
import type { Trigger } from '../../shared/kernel/action.ts';
import type { DataStack } from '../stacks/data.ts';
import { alarm } from './alarm.ts';
import type { BackOfficeFunction } from './back-office-function.ts';
import { type ChangeRoute, changeQueue } from './change-queue.ts';
import { deadLetters, mayGiveUp } from './dead-letters.ts';

/** A batch that fails is split to find the record at fault, and given up within minutes: what is behind it must not wait for a day. */
const STREAM_PATIENCE = { bisectBatchOnError: true, retryAttempts: 20, maxRecordAge: Duration.hours(23) };

/** What calls a worker, in its stack. */
export interface WorkerWiring {
  readonly stack: Stack;
  /** `FollowSales`. */
  readonly name: string;
  readonly worker: BackOfficeFunction;
  readonly data: DataStack;
  readonly routes: readonly ChangeRoute[];
}

/** Wires what calls a worker. Whatever can fail ends in a dead-letter queue with an alarm on it. */
export function trigger(wiring: WorkerWiring, on: Trigger): void {
  if ('stream' in on) readStream(wiring, on);
  else if ('changes' in on) followChanges(wiring);
  else if ('queue' in on) takeMessages(wiring.worker, wiring.data[on.queue]);
  else runOnSchedule(wiring, on.schedule);
}

function readStream({ stack, name, worker, data, routes }: WorkerWiring, { stream, batch }: Extract<Trigger, { stream: unknown }>): void {
  const patterns = stream === 'entries' ? NEW_ENTRIES : changesOf([...new Set(routes.flatMap(({ kinds }) => kinds))].sort());
  worker.lambda.addEventSource(
    new sources.DynamoEventSource(data.table as dynamodb.ITable, {
      startingPosition: lambda.StartingPosition.TRIM_HORIZON,
      batchSize: batch,
      filters: patterns.map((pattern) => lambda.FilterCriteria.filter(pattern)),
      onFailure: new sources.SqsDlq(mayGiveUp(worker, deadLetters(stack, name, data.alarms))),
      ...STREAM_PATIENCE,
    }),
  );
  alarm(stack, `${name}Behind`, data.alarms, {
    says: `${name} is behind: a change in the table has waited for five minutes`,
    metric: worker.lambda.metric('IteratorAge', { statistic: 'Maximum' }),
    from: Duration.minutes(5).toMilliseconds(),
  });
}

const SEQ = (rule: ReturnType<typeof lambda.FilterRule.exists>) => ({ data: { M: { entry: { M: { seq: { N: rule } } } } } });
/** Of a document that is born with its entry, and of one that gets it later: pay is worked out and approved before it is posted. */
const NEW_ENTRIES = [
  { eventName: ['INSERT'], dynamodb: { NewImage: SEQ(lambda.FilterRule.exists()) } },
  {
    eventName: ['MODIFY'],
    dynamodb: { NewImage: SEQ(lambda.FilterRule.exists()), OldImage: SEQ(lambda.FilterRule.notExists()) },
  },
];

/** Records of the kinds as they stand, and those that are gone. */
const changesOf = (kinds: string[]) => [
  { dynamodb: { NewImage: { kind: { S: kinds } } } },
  { eventName: ['REMOVE'], dynamodb: { OldImage: { kind: { S: kinds } } } },
];

function followChanges({ stack, name, worker, data }: WorkerWiring): void {
  const timeout = worker.lambda.timeout ?? Duration.seconds(3);
  const queue = changeQueue(stack, name, timeout, mayGiveUp(worker, deadLetters(stack, name, data.alarms, { fifo: true })));
  takeMessages(worker, queue);
  alarm(stack, `${name}Behind`, data.alarms, {
    says: `${name} is behind: a change has waited for half an hour`,
    metric: queue.metricApproximateAgeOfOldestMessage({ statistic: 'Maximum' }),
    from: Duration.minutes(30).toSeconds(),
  });
}

const takeMessages = ({ lambda }: BackOfficeFunction, queue: sqs.IQueue): void =>
  lambda.addEventSource(new sources.SqsEventSource(queue, { batchSize: 10, reportBatchItemFailures: true }));

/** A schedule has one queue of dead letters a context: for what could not be started, and for what failed each time. */
function runOnSchedule({ stack, name, worker, data }: WorkerWiring, schedule: string): void {
  const existing = stack.node.tryFindChild('SchedulesDeadLetters') as sqs.Queue | undefined;
  const queue = existing ?? deadLetters(stack, 'Schedules', data.alarms);
  const target = new targets.LambdaFunction(worker.lambda, { deadLetterQueue: queue, retryAttempts: 3 });
  new events.Rule(stack, `${name}Schedule`, { schedule: events.Schedule.expression(schedule), targets: [target] });
  worker.lambda.configureAsyncInvoke({ onFailure: new SqsDestination(queue), retryAttempts: 2, maxEventAge: Duration.hours(1) });
}
