import * as logs from 'aws-cdk-lib/aws-logs';
import type * as sns from 'aws-cdk-lib/aws-sns';
import type { EdgeStack } from '../stacks/edge.ts';
import { alarm } from './alarm.ts';

/** The gateway counts no throttled requests, but its access log tells each: the status is the sixth field. */
const THROTTLED = logs.FilterPattern.literal('[ip, id, user, time, request, status = 429, ...]');

/** Rings when the API fails, and when it turns requests away. */
export function watchApi(edge: EdgeStack, topic: sns.ITopic): void {
  alarm(edge, 'ApiErrors', topic, { says: 'The API answers with errors of its own (5xx)', metric: edge.api.metricServerError(), from: 5 });
  const throttled = new logs.MetricFilter(edge, 'Throttled', {
    logGroup: edge.accessLog,
    filterPattern: THROTTLED,
    metricNamespace: 'Trastienda',
    metricName: 'ThrottledRequests',
  });
  const says = 'The API turns requests away (429): more come than its throttles let in';
  alarm(edge, 'ApiThrottles', topic, { says, metric: throttled.metric({ statistic: 'Sum' }), from: 50, periods: 2 });
}
