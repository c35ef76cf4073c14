import * as iam from 'aws-cdk-lib/aws-iam';
import type * as sns from 'aws-cdk-lib/aws-sns';
import type * as sqs from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import { alarm } from './alarm.ts';
import type { BackOfficeFunction } from './back-office-function.ts';
import { queue } from './queue.ts';

/** Where what failed waits for a person, for two weeks, with an alarm. `npm run operate -- dead-letters` finds it by its name. */
export function deadLetters(scope: Construct, name: string, topic: sns.ITopic, props: Pick<sqs.QueueProps, 'fifo'> = {}): sqs.Queue {
  const letters = queue(scope, `${name}DeadLetters`, props);
  alarm(scope, `${name}DeadLetters`, topic, {
    says: `${name} gave up on something`,
    metric: letters.metricApproximateNumberOfMessagesVisible({ statistic: 'Maximum' }),
    from: 1,
  });
  return letters;
}

/** Lets a worker put what it gives up there, one record at a time, with the reason. */
export function mayGiveUp({ lambda, role }: BackOfficeFunction, letters: sqs.Queue): sqs.Queue {
  role.addToPolicy(new iam.PolicyStatement({ actions: ['sqs:SendMessage'], resources: [letters.queueArn] }));
  lambda.addEnvironment('DEAD_LETTERS', letters.queueUrl);
  return letters;
}
