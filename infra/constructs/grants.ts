import * as iam from 'aws-cdk-lib/aws-iam';
import type { DataStack } from '../stacks/data.ts';

type Reach = 'read' | 'write';

const READ = ['dynamodb:GetItem', 'dynamodb:BatchGetItem', 'dynamodb:Query'];
/** No UpdateItem: records are replaced whole under a revision condition. Deleting is for drafts and holds. */
const WRITE = ['dynamodb:PutItem', 'dynamodb:DeleteItem', 'dynamodb:ConditionCheckItem'];

/** Lets a role read, or read and change, records. Each action is named: no grant by pattern. */
export function grantRecords(data: DataStack, role: iam.Role, reach: Reach, more: readonly string[] = []): void {
  role.addToPolicy(
    new iam.PolicyStatement({ actions: [...READ, ...(reach === 'write' ? WRITE : []), ...more], resources: [data.table.tableArn] }),
  );
  role.addToPolicy(new iam.PolicyStatement({ actions: ['dynamodb:Query'], resources: [`${data.table.tableArn}/index/list`] }));
  // DynamoDB uses the key on the caller's behalf.
  role.addToPolicy(
    new iam.PolicyStatement({
      actions: ['kms:Decrypt', ...(reach === 'write' ? ['kms:Encrypt', 'kms:GenerateDataKey'] : [])],
      resources: [data.key.keyArn],
    }),
  );
}

/** Lets a role read or write objects below a prefix of a bucket, for any company: the tenant is part of every key. */
export function grantObjects(
  data: DataStack,
  role: iam.Role,
  bucket: 'documents' | 'reports',
  actions: readonly ('s3:GetObject' | 's3:PutObject')[],
  pattern: string,
): void {
  role.addToPolicy(new iam.PolicyStatement({ actions: [...actions], resources: [data[bucket].arnForObjects(pattern)] }));
  const use = ['kms:Decrypt', ...(actions.includes('s3:PutObject') ? ['kms:GenerateDataKey'] : [])];
  role.addToPolicy(new iam.PolicyStatement({ actions: use, resources: [data.key.keyArn] }));
}
