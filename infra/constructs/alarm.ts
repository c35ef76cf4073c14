import { Duration, Stack } from 'aws-cdk-lib';
import * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import type * as sns from 'aws-cdk-lib/aws-sns';
import type { Construct } from 'constructs';

export interface AlarmProps {
  /** What has happened, in a line; `docs/deploy.md` says what to do. */
  readonly says: string;
  readonly metric: cloudwatch.Metric;
  /** It rings from this value on. */
  readonly from: number;
  /** Five minutes each, one after the other. */
  readonly periods?: number;
}

/** An alarm that tells the operators' topic. A metric that nobody writes is quiet. */
export const alarm = (scope: Construct, id: string, topic: sns.ITopic, { says, metric, from, periods = 1 }: AlarmProps): void =>
  new cloudwatch.Alarm(scope, `${id}Alarm`, {
    alarmName: `${Stack.of(scope).stackName}-${id}`,
    alarmDescription: says,
    metric: metric.with({ period: Duration.minutes(5) }),
    threshold: from,
    comparisonOperator: cloudwatch.ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
    evaluationPeriods: periods,
    treatMissingData: cloudwatch.TreatMissingData.NOT_BREACHING,
  }).addAlarmAction(new SnsAction(topic));
