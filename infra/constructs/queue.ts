import { Duration } from 'aws-cdk-lib';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import { MAX_TRIES } from '../../shared/kernel/action.ts';

/** AWS advises six times the function's own time, so that no message comes back while its function is throttled. */
const PATIENCE = 6;

/** What every queue is like: encrypted, reached by TLS alone, and nothing in it is lost within two weeks. */
export const queue = (scope: Construct, id: string, props: sqs.QueueProps = {}): sqs.Queue =>
  new sqs.Queue(scope, id, {
    enforceSSL: true,
    encryption: sqs.QueueEncryption.SQS_MANAGED,
    retentionPeriod: Duration.days(14),
    ...props,
  });

/**
 * A queue that a function works off. The function gives a message up itself at its last try, and says why; SQS does where
 * that could not even say so.
 * @param timeout of the function.
 */
export const workQueue = (
  scope: Construct,
  id: string,
  timeout: Duration,
  deadLetters: sqs.IQueue,
  props: sqs.QueueProps = {},
): sqs.Queue =>
  queue(scope, id, {
    visibilityTimeout: Duration.seconds(PATIENCE * timeout.toSeconds()),
    deadLetterQueue: { queue: deadLetters, maxReceiveCount: MAX_TRIES + 1 },
    ...props,
  });
