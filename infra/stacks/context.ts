import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { CfnOutput, Duration, Stack, type StackProps } from 'aws-cdk-lib';
import * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import * as iam from 'aws-cdk-lib/aws-iam';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import type { Construct } from 'constructs';
import { isPublicIn, type ModuleSpec, opensPersonalIn, type Profile, type WorkerSpec } from '../../shared/kernel/action.ts';
import { alarm } from '../constructs/alarm.ts';
import { BackOfficeFunction, type BackOfficeFunctionProps } from '../constructs/back-office-function.ts';
import { type ChangeRoute, grantPublish } from '../constructs/change-queue.ts';
import { addEngine } from '../constructs/engine-layer.ts';
import {
  grantIdentities,
  grantMail,
  grantObjects,
  grantPersonKeys,
  grantRecognition,
  grantRecords,
  grantSecrets,
  grantUsage,
  grantWorker,
} from '../constructs/grants.ts';
import { trigger } from '../constructs/worker-trigger.ts';
import { Workflow } from '../constructs/workflow.ts';
import { pascal } from '../names.ts';
import { invitationsADay, requestsASecond, type Target } from '../target.ts';
import type { DataStack } from './data.ts';
import type { IdentityStack } from './identity.ts';

export interface ContextProps extends StackProps {
  readonly target: Target;
  readonly data: DataStack;
  readonly identity: IdentityStack;
  /** `sales`, `finance`… */
  readonly context: string;
  readonly modules: readonly ModuleSpec[];
  /** Who follows which changes, in all contexts. */
  readonly routes: readonly ChangeRoute[];
}

const STATE_MACHINES = join(import.meta.dirname, '..', '..', 'statemachines');
const starting = (spec: WorkerSpec): string[] => spec.grants.flatMap((grant) => (grant.startsWith('starts:') ? [grant.slice(7)] : []));
const entering = (spec: WorkerSpec): string[] => spec.grants.flatMap((grant) => (grant.startsWith('enters:') ? [grant.slice(7)] : []));
const answering = (spec: WorkerSpec): string[] => spec.grants.flatMap((grant) => (grant.startsWith('answers:') ? [grant.slice(8)] : []));

/** One business context: a Lambda per module and permission profile, one per worker, and its state machines. */
export class ContextStack extends Stack {
  /** Lambda by `<context>/<module>/<profile>`. */
  readonly pools = new Map<string, BackOfficeFunction>();
  readonly #workers = new Map<string, BackOfficeFunction>();
  readonly #workflows = new Map<string, Workflow>();
  readonly #data: DataStack;
  readonly #identity: IdentityStack;
  readonly #target: Target;
  readonly #routes: readonly ChangeRoute[];

  constructor(scope: Construct, id: string, props: ContextProps) {
    super(scope, id, props);
    this.#data = props.data;
    this.#identity = props.identity;
    this.#target = props.target;
    this.#routes = props.routes;
    for (const module of props.modules) {
      const profiles = new Set(Object.values(module.actions).map((action) => action.profile));
      for (const profile of profiles) this.#pool(module, profile);
      for (const [name, spec] of Object.entries(module.workers)) this.#worker(module, name, spec);
    }
    this.#watch(props.context);
    this.#stateMachines(props.context);
    for (const module of props.modules) for (const [name, spec] of Object.entries(module.workers)) this.#connect(name, spec);
  }

  #pool(module: ModuleSpec, profile: Profile): void {
    const entry = `${module.name}/${profile}`;
    const pool = this.#fn(entry);
    const showsAlone = profile === 'print' && isPublicIn(module, profile);
    if (profile !== 'public') this.#grantRecords(module, profile, { pool, reads: profile === 'queries' || showsAlone });
    if (profile === 'documents') this.#grantDocuments(pool);
    if (profile === 'uploads') grantObjects(this.#data, pool.role, 'documents', ['s3:PutObject'], ['quarantine/*']);
    if (profile === 'print') this.#grantPrinting(pool, showsAlone);
    if (profile === 'secrets') grantSecrets(pool.role);
    // A company may choose it where it is.
    if (entry === 'platform/company/commands' && this.#target.textract) pool.lambda.addEnvironment('TEXTRACT', 'on');
    if (profile === 'identities') {
      grantIdentities(this.#identity, pool, 'manage');
      pool.lambda.addEnvironment('INVITATIONS_A_DAY', String(invitationsADay(this.#target)));
      grantMail(this.#data, pool.role, this.#target.mailFrom);
    }
    this.pools.set(entry, pool);
  }

  #grantRecords(
    module: ModuleSpec,
    profile: Profile,
    { pool, reads }: { readonly pool: BackOfficeFunction; readonly reads: boolean },
  ): void {
    const reach = reads ? 'read' : 'write';
    grantRecords(this.#data, pool.role, reach);
    if (opensPersonalIn(module, profile)) grantPersonKeys(this.#data, pool, reach);
    if (module.sealsPersonal) grantPersonKeys(this.#data, pool, 'seal');
    grantUsage(this.#data, pool, requestsASecond(this.#target));
  }

  #grantDocuments(pool: BackOfficeFunction): void {
    // Links that take a file are signed with the right to put it, and those that give one with the right to read it.
    grantObjects(this.#data, pool.role, 'documents', ['s3:PutObject'], ['imports/*', 'quarantine/*', 'statements/*', 'intake/*']);
    // An approved import reads a copy of the file.
    grantObjects(this.#data, pool.role, 'documents', ['s3:GetObject'], ['files/*', 'imports/*', 'statements/*']);
    grantObjects(this.#data, pool.role, 'issued', ['s3:GetObject'], ['received/*', '*/seals/*']);
    grantObjects(this.#data, pool.role, 'reports', ['s3:GetObject', 's3:PutObject'], ['*']);
  }

  /** @param showsAlone what everybody may open is printed each time, and kept nowhere. */
  #grantPrinting(pool: BackOfficeFunction, showsAlone: boolean): void {
    if (showsAlone) {
      grantObjects(this.#data, pool.role, 'documents', ['s3:GetObject'], ['*/logos/*']);
      addEngine(this, pool.lambda, this.#target, 'print');
      return;
    }
    grantObjects(this.#data, pool.role, 'documents', ['s3:GetObject', 's3:PutObject'], ['*/logos/*']);
    grantObjects(this.#data, pool.role, 'issued', ['s3:GetObject', 's3:PutObject', 's3:PutObjectRetention'], ['*']);
    this.#print(pool);
  }

  /** What it prints is kept as the law wants it. */
  #print(printer: BackOfficeFunction): void {
    this.#lock(printer);
    addEngine(this, printer.lambda, this.#target, 'print');
  }

  /** What it keeps nobody deletes before its time, on AWS. */
  #lock({ lambda }: BackOfficeFunction): void {
    if (this.#target.durable) lambda.addEnvironment('OBJECT_LOCK', 'on');
  }

  #worker(module: ModuleSpec, name: string, spec: WorkerSpec): void {
    const { timeoutSeconds, memoryMb } = spec;
    const worker = this.#fn(`${module.name}/${spec.file.replace('.', '-')}`, {
      ...(timeoutSeconds ? { timeout: Duration.seconds(timeoutSeconds) } : {}),
      ...(memoryMb ? { memoryMb } : {}),
      ...(spec.on && 'stream' in spec.on ? { reserved: this.#target.reservedForReaders } : {}),
    });
    if (opensPersonalIn(module)) grantPersonKeys(this.#data, worker, spec.grants.includes('records:write') ? 'write' : 'read');
    for (const grant of spec.grants) grantWorker(this.#data, worker.role, grant, this.#target.mailFrom);
    if (spec.grants.includes('papers:print')) this.#print(worker);
    if (spec.grants.includes('print-engine:use')) addEngine(this, worker.lambda, this.#target, 'print');
    if (spec.grants.includes('scans:read')) this.#recognise(worker);
    if (['received:keep', 'seals:keep'].some((grant) => spec.grants.some((has) => has === grant))) this.#lock(worker);
    if (spec.grants.includes('identities:compare')) grantIdentities(this.#identity, worker, 'compare');
    if (spec.grants.includes('identities:manage')) {
      grantIdentities(this.#identity, worker, 'manage');
      worker.lambda.addEnvironment('INVITATIONS_A_DAY', String(invitationsADay(this.#target)));
    }
    if (spec.grants.includes('changes:publish')) grantPublish(worker, this.#routes);
    this.#workers.set(pascal(name), worker);
    new CfnOutput(this, `Function${pascal(name)}`, { value: worker.lambda.functionName });
  }

  /** Pages of scans, by the engine in its reach; and by Textract, where the deployment has it. */
  #recognise({ lambda, role }: BackOfficeFunction): void {
    addEngine(this, lambda, this.#target, 'scan');
    if (!this.#target.textract) return;
    grantRecognition(role);
    lambda.addEnvironment('TEXTRACT', 'on');
  }

  /** Its functions count what nobody foresaw: answers 500, records that a worker could not deal with. */
  #watch(context: string): void {
    const dimensionsMap = { service: context };
    const metric = new cloudwatch.Metric({ namespace: 'Trastienda', metricName: 'Faults', statistic: 'Sum', dimensionsMap });
    alarm(this, 'Faults', this.#data.alarms, { says: `Something went wrong in ${context} that nobody foresaw`, metric, from: 1 });
  }

  /** Every ASL file of the context's folder is a state machine: `order-to-cash.asl.json`. */
  #stateMachines(context: string): void {
    const folder = join(STATE_MACHINES, context);
    const workers = new Map([...this.#workers].map(([name, { lambda }]) => [name, lambda]));
    for (const file of existsSync(folder) ? readdirSync(folder).sort() : []) {
      const name = file.replace('.asl.json', '');
      this.#workflows.set(
        name,
        new Workflow(this, pascal(name), { target: this.#target, data: this.#data, path: join(folder, file), workers }),
      );
    }
  }

  /** After the state machines are there: triggers, and who may start and answer them. */
  #connect(name: string, spec: WorkerSpec): void {
    const worker = this.#workers.get(pascal(name)) as BackOfficeFunction;
    for (const workflow of starting(spec)) {
      this.#workflow(workflow).grantStart(worker.role);
      worker.lambda.addEnvironment(
        `WORKFLOW_${workflow.toUpperCase().replaceAll('-', '_')}`,
        this.#workflow(workflow).machine.stateMachineArn,
      );
    }
    for (const workflow of answering(spec)) this.#workflow(workflow).grantAnswer(worker.role);
    if (spec.on) trigger({ stack: this, name: pascal(name), worker, data: this.#data, routes: this.#routes }, spec.on);
  }

  /** Lets workers call functions that serve the API, of any context: where one is, they learn by its name. */
  enter(modules: readonly ModuleSpec[], pools: ReadonlyMap<string, IFunction>): void {
    for (const [name, spec] of modules.flatMap((module) => Object.entries(module.workers))) {
      const doors = entering(spec).map((entry) => [entry, pools.get(entry)] as const);
      if (doors.length === 0) continue;
      const { role, lambda } = this.#workers.get(pascal(name)) as BackOfficeFunction;
      const functions = doors.map(([entry, pool]) => {
        if (!pool) throw new Error(`${this.stackName} enters ${entry}, which is not there`);
        return [entry, pool] as const;
      });
      role.addToPolicy(
        new iam.PolicyStatement({ actions: ['lambda:InvokeFunction'], resources: functions.map(([, pool]) => pool.functionArn) }),
      );
      lambda.addEnvironment('DOORS', this.toJsonString(Object.fromEntries(functions.map(([entry, pool]) => [entry, pool.functionName]))));
    }
  }

  #workflow(name: string): Workflow {
    const workflow = this.#workflows.get(name);
    if (!workflow) throw new Error(`${this.stackName} has no state machine ${name}`);
    return workflow;
  }

  /** A Lambda of this context, by the folder of its entry, without any grant yet. */
  #fn(entry: string, more: Pick<BackOfficeFunctionProps, 'timeout' | 'memoryMb' | 'reserved'> = {}): BackOfficeFunction {
    const data = this.#data;
    const environment = {
      TABLE_RECORDS: data.table.tableName,
      BUCKET_DOCUMENTS: data.documents.bucketName,
      BUCKET_ISSUED: data.issued.bucketName,
      BUCKET_REPORTS: data.reports.bucketName,
      ...(this.#target.mailFrom ? { MAIL_FROM: this.#target.mailFrom } : {}),
      ...(data.mailSet ? { MAIL_SET: data.mailSet } : {}),
      ...(this.#target.mailIn && entry.startsWith('automation/') ? { MAIL_IN_DOMAIN: this.#target.mailIn } : {}),
    };
    return new BackOfficeFunction(this, pascal(entry.slice(entry.indexOf('/') + 1)), { target: this.#target, entry, ...more, environment });
  }
}
