import { readFileSync } from 'node:fs';
import { ArnFormat, CfnOutput, Stack } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import type * as lambda from 'aws-cdk-lib/aws-lambda';
import * as logs from 'aws-cdk-lib/aws-logs';
import * as stepfunctions from 'aws-cdk-lib/aws-stepfunctions';
import { Construct } from 'constructs';
import type { DataStack } from '../stacks/data.ts';
import { retention, type Target } from '../target.ts';
import { alarm } from './alarm.ts';

export interface WorkflowProps {
  readonly target: Target;
  readonly data: DataStack;
  /** The ASL file. */
  readonly path: string;
  /** The context's workers by name: `CloseOrder`. */
  readonly workers: ReadonlyMap<string, lambda.IFunction>;
}

const PLACEHOLDER = /\$\{(\w+)\}/g;

/**
 * A state machine from its ASL file. `${RecordsTable}` stands for the table, every other `${Name}` for the worker of
 * that name: synthesis fails on one that is not there, and the machine's role may invoke exactly those that are named.
 */
export class Workflow extends Construct {
  readonly machine: stepfunctions.StateMachine;

  constructor(scope: Construct, id: string, props: WorkflowProps) {
    super(scope, id);
    const definition = readFileSync(props.path, 'utf8');
    const named = new Set([...definition.matchAll(PLACEHOLDER)].map(([, name]) => name as string));
    const role = new iam.Role(this, 'Role', { assumedBy: new iam.ServicePrincipal('states.amazonaws.com'), description: id });
    const substitutions: Record<string, string> = {};
    for (const name of named) {
      const worker = props.workers.get(name);
      if (!worker && name !== 'RecordsTable') throw new Error(`${props.path} names \${${name}}: this context has no worker of that name`);
      substitutions[name] = worker ? worker.functionArn : props.data.table.tableName;
      if (worker) role.addToPolicy(new iam.PolicyStatement({ actions: ['lambda:InvokeFunction'], resources: [worker.functionArn] }));
    }
    if (named.has('RecordsTable')) grantWaits(props.data, role);
    this.machine = new stepfunctions.StateMachine(this, 'Machine', {
      role,
      definitionBody: stepfunctions.DefinitionBody.fromString(definition),
      definitionSubstitutions: substitutions,
      stateMachineType: stepfunctions.StateMachineType.STANDARD,
      tracingEnabled: props.target.durable,
      logs: { destination: this.#log(props.target), level: stepfunctions.LogLevel.ERROR, includeExecutionData: false },
    });
    alarm(scope, `${id}Failed`, props.data.alarms, {
      says: `An execution of ${id} failed`,
      metric: this.machine.metricFailed({ statistic: 'Sum' }),
      from: 1,
    });
    new CfnOutput(scope, `StateMachine${id}`, { value: this.machine.stateMachineArn });
  }

  #log(target: Target): logs.LogGroup {
    return new logs.LogGroup(this, 'Log', { retention: logs.RetentionDays.THREE_MONTHS, ...retention(target) });
  }

  /** Lets a worker start executions and see how they are. */
  grantStart(role: iam.Role): void {
    this.machine.grantStartExecution(role);
    role.addToPolicy(new iam.PolicyStatement({ actions: ['states:ListExecutions'], resources: [this.machine.stateMachineArn] }));
    role.addToPolicy(new iam.PolicyStatement({ actions: ['states:DescribeExecution'], resources: [this.#executions] }));
  }

  grantAnswer(role: iam.Role): void {
    role.addToPolicy(
      new iam.PolicyStatement({ actions: ['states:SendTaskSuccess', 'states:SendTaskFailure'], resources: [this.machine.stateMachineArn] }),
    );
  }

  get #executions(): string {
    return Stack.of(this).formatArn({
      service: 'states',
      resource: 'execution',
      resourceName: `${this.machine.stateMachineName}:*`,
      arnFormat: ArnFormat.COLON_RESOURCE_NAME,
    });
  }
}

/** The machine itself keeps its task tokens: it may put waits, and nothing else, into the table. */
function grantWaits(data: DataStack, role: iam.Role): void {
  role.addToPolicy(
    new iam.PolicyStatement({
      actions: ['dynamodb:PutItem'],
      resources: [data.table.tableArn],
      conditions: { 'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': ['*#wait#*'] } },
    }),
  );
  role.addToPolicy(
    new iam.PolicyStatement({ actions: ['kms:Decrypt', 'kms:Encrypt', 'kms:GenerateDataKey'], resources: [data.key.keyArn] }),
  );
}
