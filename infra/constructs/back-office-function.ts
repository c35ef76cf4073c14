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
}

/** Where the bundles are: a synthesis beside others has a folder of its own. */
const built = (): string => join(process.env.TRASTIENDA_DIST ?? join(import.meta.dirname, '..', '..', 'dist'), 'functions');

/**
 * One Lambda entry: arm64, Node 24, its own role that may write its own log and nothing else until something is
 * granted. 512 MB: memory does not buy a faster start, and the work is waiting for DynamoDB.
 */
export class BackOfficeFunction extends Construct {
  readonly lambda: lambda.Function;
  readonly role: iam.Role;

  constructor(scope: Construct, id: string, props: BackOfficeFunctionProps) {
    super(scope, id);
    const path = join(built(), props.entry);
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
      logGroup,
      environment: { ...props.environment },
    });
  }
}
