import { Stack } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import type { Grant } from '../../shared/kernel/action.ts';
import type { DataStack } from '../stacks/data.ts';
import type { IdentityStack } from '../stacks/identity.ts';
import { mailDomain } from '../target.ts';

type Reach = 'read' | 'write';

const READ = ['dynamodb:GetItem', 'dynamodb:BatchGetItem', 'dynamodb:Query'];
/** No UpdateItem: records are replaced whole under a revision condition. Deleting is for drafts and holds. */
const WRITE = ['dynamodb:PutItem', 'dynamodb:DeleteItem', 'dynamodb:ConditionCheckItem'];

/** Lets a role read, or read and change, records. Each action is named: no grant by pattern. */
export function grantRecords(data: DataStack, role: iam.Role, reach: Reach, more: readonly string[] = []): void {
  role.addToPolicy(
    new iam.PolicyStatement({ actions: [...READ, ...(reach === 'write' ? WRITE : []), ...more], resources: [data.table.tableArn] }),
  );
  const indexes = ['list', 'open'].map((name) => `${data.table.tableArn}/index/${name}`);
  role.addToPolicy(new iam.PolicyStatement({ actions: ['dynamodb:Query'], resources: indexes }));
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

/** Inviting, shutting out and letting in, roles and the secrets of programs. Nobody is deleted, and no attribute is changed. */
const IDENTITIES = [
  'cognito-idp:AdminCreateUser',
  'cognito-idp:AdminGetUser',
  'cognito-idp:AdminListGroupsForUser',
  'cognito-idp:AdminAddUserToGroup',
  'cognito-idp:AdminRemoveUserFromGroup',
  'cognito-idp:AdminEnableUser',
  'cognito-idp:AdminDisableUser',
  'cognito-idp:AdminUserGlobalSignOut',
  'cognito-idp:AdminSetUserPassword',
];

/** Lets a role manage the users of the one pool; which company's, the function sees to. */
export function grantIdentities(identity: IdentityStack, role: iam.Role): void {
  // From the pool's id, which is exported anyway: its ARN would be an export of its own.
  const pool = Stack.of(role).formatArn({ service: 'cognito-idp', resource: 'userpool', resourceName: identity.pool.userPoolId });
  role.addToPolicy(new iam.PolicyStatement({ actions: IDENTITIES, resources: [pool] }));
}

/** What each worker's grant means in IAM; `starts:` and `answers:` are given by the workflow. */
export function grantWorker(data: DataStack, role: iam.Role, grant: Grant, mailFrom: string | undefined): void {
  if (grant === 'records:read') grantRecords(data, role, 'read');
  if (grant === 'records:write') grantRecords(data, role, 'write');
  if (grant === 'records:add') grantRecords(data, role, 'write', ['dynamodb:UpdateItem']);
  if (grant === 'uploads:read') grantObjects(data, role, 'documents', ['s3:GetObject'], 'imports/*');
  if (grant === 'reports:write') grantObjects(data, role, 'reports', ['s3:GetObject', 's3:PutObject'], '*');
  if (grant === 'mail:send' && mailFrom)
    role.addToPolicy(new iam.PolicyStatement({ actions: ['ses:SendEmail'], resources: [mailIdentity(role, mailFrom)] }));
}

/** The verified domain that mail is sent from. */
const mailIdentity = (role: iam.Role, mailFrom: string): string =>
  Stack.of(role).formatArn({ service: 'ses', resource: 'identity', resourceName: mailDomain(mailFrom) });
