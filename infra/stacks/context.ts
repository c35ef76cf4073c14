import { Stack, type StackProps } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import type { ModuleSpec, Profile } from '../../shared/kernel/action.ts';
import { BackOfficeFunction } from '../constructs/back-office-function.ts';
import { grantObjects, grantRecords } from '../constructs/grants.ts';
import type { Target } from '../target.ts';
import type { DataStack } from './data.ts';

export interface ContextProps extends StackProps {
  readonly target: Target;
  readonly data: DataStack;
  readonly modules: readonly ModuleSpec[];
}

const pascal = (name: string): string => name.replace(/(^|[-/])(\w)/g, (_, __, letter: string) => letter.toUpperCase());

/** One business context: a Lambda per module and permission profile. */
export class ContextStack extends Stack {
  /** Lambda by `<context>/<module>/<profile>`. */
  readonly pools = new Map<string, BackOfficeFunction>();
  protected readonly data: DataStack;
  protected readonly target: Target;

  constructor(scope: Construct, id: string, props: ContextProps) {
    super(scope, id, props);
    this.data = props.data;
    this.target = props.target;
    for (const module of props.modules) {
      const profiles = new Set(Object.values(module.actions).map((action) => action.profile));
      for (const profile of profiles) this.#pool(module, profile);
    }
  }

  #pool(module: ModuleSpec, profile: Profile): void {
    const entry = `${module.name}/${profile}`;
    const pool = this.fn(entry);
    if (profile !== 'public') grantRecords(this.data, pool.role, profile === 'queries' ? 'read' : 'write');
    if (profile === 'documents') {
      grantObjects(this.data, pool.role, 'documents', ['s3:GetObject', 's3:PutObject'], '*');
      grantObjects(this.data, pool.role, 'reports', ['s3:GetObject', 's3:PutObject'], '*');
    }
    this.pools.set(entry, pool);
  }

  /** A Lambda of this context, by the folder of its entry, without any grant yet. */
  protected fn(entry: string, more: Partial<ConstructorParameters<typeof BackOfficeFunction>[2]> = {}): BackOfficeFunction {
    const { data, target } = this;
    const environment = {
      TABLE_RECORDS: data.table.tableName,
      BUCKET_DOCUMENTS: data.documents.bucketName,
      BUCKET_REPORTS: data.reports.bucketName,
      ...more.environment,
    };
    return new BackOfficeFunction(this, pascal(entry.slice(entry.indexOf('/') + 1)), { target, entry, ...more, environment });
  }
}
