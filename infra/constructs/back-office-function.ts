import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Duration } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as logs from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import { retention, type Target } from '../target.ts';

export interface BackOfficeFunctionProps {
  readonly target: Target;
  /** `<context>/<module>/<entry>` below `dist/functions`. */
  readonly entry: string;
  readonly environment: Readonly<Record<string, string>>;
  readonly timeout?: Duration;
  readonly memoryMb?: number;
  /** Concurrency that is kept for it, and that it does not exceed. */
  readonly reserved?: number;
}

/** Where bundles and layers are: a synthesis beside others has a folder of its own. */
export const built = (...path: string[]): string =>
  join(process.env.TRASTIENDA_DIST ?? join(import.meta.dirname, '..', '..', 'dist'), ...path);

/**
 * One Lambda entry: arm64, Node 24, its own role that may write its own log and nothing else until something is
 * granted. 512 MB: memory does not buy a faster start, and the work is waiting for DynamoDB.
 */
export class BackOfficeFunction extends Construct {
  readonly lambda: lambda.Function;
  readonly role: iam.Role;

  constructor(scope: Construct, id: string, props: BackOfficeFunctionProps) {
    super(scope, id);
    const path = built('functions', props.entry);
    if (!existsSync(path)) throw new Error(`${props.entry} is not built: run "node infra/tools/build.ts" first`);
    const logGroup = new logs.LogGroup(this, 'Log', { retention: logs.RetentionDays.THREE_MONTHS, ...retention(props.target) });
    this.role = new iam.Role(this, 'Role', { assumedBy: new iam.ServicePrincipal('lambda.amazonaws.com'), description: props.entry });
    logGroup.grantWrite(this.role);
    this.lambda = new lambda.Function(this, 'Function', {
      description: props.entry,
      role: this.role,
      runtime: lambda.Runtime.NODEJS_24_X,
      architecture: lambda.Architecture.ARM_64,
      code: lambda.Code.fromAsset(path),
      handler: 'index.handler',
      memorySize: props.memoryMb ?? 512,
      timeout: props.timeout ?? Duration.seconds(29),
      ...(props.reserved ? { reservedConcurrentExecutions: props.reserved } : {}),
      logGroup,
      // Metrics are told by context.
      environment: { POWERTOOLS_SERVICE_NAME: props.entry.split('/')[0] ?? '', ...props.environment },
      tracing: props.target.tracing ? lambda.Tracing.ACTIVE : lambda.Tracing.DISABLED,
    });
  }
}
