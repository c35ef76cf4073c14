import { type Duration, Stack } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import { contextNameOf } from '../../shared/api/modules.ts';
import type { ModuleSpec } from '../../shared/kernel/action.ts';
import { pascal, stackNameOf } from '../names.ts';
import type { BackOfficeFunction } from './back-office-function.ts';
import { workQueue } from './queue.ts';

/** The queue of a worker that follows changes, and the kinds that it asks for. */
export interface ChangeRoute {
  readonly queue: string;
  readonly kinds: readonly string[];
}

const queueNameOf = (stackName: string, worker: string): string => `${stackName}-${worker}.fifo`;

/** Who follows what, told by all tables together: the publisher leans on names, and no stack on another for them. */
export const changeRoutes = (modules: readonly ModuleSpec[]): ChangeRoute[] =>
  modules.flatMap((module) =>
    Object.entries(module.workers).flatMap(([worker, { on }]) =>
      on && 'changes' in on ? [{ queue: queueNameOf(stackNameOf(contextNameOf(module)), pascal(worker)), kinds: on.changes }] : [],
    ),
  );

/** A queue that keeps each record's changes in their order, and holds back no other record where one fails. */
export function changeQueue(stack: Stack, worker: string, timeout: Duration, deadLetters: sqs.Queue): sqs.Queue {
  return workQueue(stack, `${worker}Changes`, timeout, deadLetters, {
    queueName: queueNameOf(stack.stackName, worker),
    fifo: true,
    fifoThroughputLimit: sqs.FifoThroughputLimit.PER_MESSAGE_GROUP_ID,
    deduplicationScope: sqs.DeduplicationScope.MESSAGE_GROUP,
  });
}

/** Lets a worker fill the queues of all that follow changes. */
export function grantPublish({ lambda, role }: BackOfficeFunction, routes: readonly ChangeRoute[]): void {
  const stack = Stack.of(lambda);
  const resources = routes.map(({ queue }) => stack.formatArn({ service: 'sqs', resource: queue }));
  role.addToPolicy(new iam.PolicyStatement({ actions: ['sqs:SendMessage'], resources }));
  lambda.addEnvironment('CHANGE_QUEUES', JSON.stringify(Object.fromEntries(routes.map(({ queue, kinds }) => [queue, kinds]))));
  lambda.addEnvironment('CHANGE_QUEUES_AT', `https://sqs.${stack.region}.${stack.urlSuffix}/${stack.account}/`);
}
