import { Stack } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import type * as kms from 'aws-cdk-lib/aws-kms';
import * as ses from 'aws-cdk-lib/aws-ses';
import * as sns from 'aws-cdk-lib/aws-sns';
import { SqsSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import type * as sqs from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';

/**
 * Has SES tell a queue which mails came back or were called unwanted: by a topic that SES alone, for this set, may publish to, and a
 * queue that takes from this topic alone. @returns the set's name, by which mails are to be sent.
 */
export function followMails(scope: Construct, key: kms.Key, queue: sqs.Queue): string {
  const stack = Stack.of(scope);
  // What SES itself has learned of an address holds for the whole account: companies decide for themselves.
  const set = new ses.CfnConfigurationSet(scope, 'MailSet', {
    reputationOptions: { reputationMetricsEnabled: true },
    deliveryOptions: { tlsPolicy: 'REQUIRE' },
    // An empty list is said, or the account's own holds.
    suppressionOptions: { suppressedReasons: [] },
  });
  const conditions = {
    StringEquals: {
      'aws:SourceAccount': stack.account,
      'aws:SourceArn': stack.formatArn({ service: 'ses', resource: 'configuration-set', resourceName: set.ref }),
    },
  };
  const bySes = new iam.ServicePrincipal('ses.amazonaws.com', { conditions });
  const topic = new sns.Topic(scope, 'MailTold', { masterKey: key, enforceSSL: true });
  const { policyDependable } = topic.addToResourcePolicy(
    new iam.PolicyStatement({ principals: [bySes], actions: ['sns:Publish'], resources: [topic.topicArn] }),
  );
  key.addToResourcePolicy(
    new iam.PolicyStatement({
      principals: [new iam.ServicePrincipal('ses.amazonaws.com', { conditions: { StringEquals: { 'aws:SourceAccount': stack.account } } })],
      actions: ['kms:GenerateDataKey', 'kms:Decrypt'],
      resources: ['*'],
    }),
  );
  topic.addSubscription(new SqsSubscription(queue, { rawMessageDelivery: true }));
  const told = new ses.CfnConfigurationSetEventDestination(scope, 'MailNews', {
    configurationSetName: set.ref,
    eventDestination: { enabled: true, matchingEventTypes: ['bounce', 'complaint'], snsDestination: { topicArn: topic.topicArn } },
  });
  if (policyDependable) told.node.addDependency(policyDependable);
  return set.ref;
}
