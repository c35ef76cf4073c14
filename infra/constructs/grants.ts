import { ArnFormat, Stack } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import type { ResourceGrant } from '../../shared/kernel/action.ts';
import type { DataStack } from '../stacks/data.ts';
import type { IdentityStack } from '../stacks/identity.ts';
import { mailDomain } from '../target.ts';
import type { BackOfficeFunction } from './back-office-function.ts';

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

/** Lets a function open what is sealed under people's keys; those that write seal it, and some seal what they cannot open. */
export function grantPersonKeys(data: DataStack, { lambda, role }: BackOfficeFunction, reach: Reach | 'seal'): void {
  const actions = { read: ['kms:Decrypt'], write: ['kms:Decrypt', 'kms:GenerateDataKey'], seal: ['kms:GenerateDataKey'] }[reach];
  role.addToPolicy(new iam.PolicyStatement({ actions, resources: [data.personKey.keyArn] }));
  lambda.addEnvironment('PERSON_KEY', data.personKey.keyArn);
}

/** Lets a function count the requests of companies, and nothing else in that table. */
export function grantUsage(data: DataStack, { lambda, role }: BackOfficeFunction, perSecond: number): void {
  role.addToPolicy(new iam.PolicyStatement({ actions: ['dynamodb:UpdateItem'], resources: [data.usage.tableArn] }));
  lambda.addEnvironment('TABLE_USAGE', data.usage.tableName);
  lambda.addEnvironment('COMPANY_REQUESTS_A_SECOND', String(perSecond));
}

/** Lets a role read or write objects below prefixes of a bucket, for any company: the tenant is part of every key. */
export function grantObjects(
  data: DataStack,
  role: iam.Role,
  bucket: 'documents' | 'issued' | 'reports',
  actions: readonly ('s3:GetObject' | 's3:GetObjectVersion' | 's3:PutObject' | 's3:PutObjectRetention' | 's3:DeleteObject')[],
  patterns: readonly string[],
): void {
  role.addToPolicy(
    new iam.PolicyStatement({ actions: [...actions], resources: patterns.map((pattern) => data[bucket].arnForObjects(pattern)) }),
  );
  const use = ['kms:Decrypt', ...(actions.includes('s3:PutObject') ? ['kms:GenerateDataKey'] : [])];
  role.addToPolicy(new iam.PolicyStatement({ actions: use, resources: [data.key.keyArn] }));
}

/** Lets a role keep, read, delete and have back what companies sign with, or read it alone: below one name, where the tenant follows. */
export function grantSecrets(role: iam.Role, how: 'keep' | 'read' = 'keep'): void {
  const names = how === 'read' ? ['GetSecretValue'] : ['CreateSecret', 'GetSecretValue', 'DeleteSecret', 'RestoreSecret'];
  const actions = names.map((name) => `secretsmanager:${name}`);
  const secrets = Stack.of(role).formatArn({
    service: 'secretsmanager',
    resource: 'secret',
    resourceName: 'trastienda/*',
    arnFormat: ArnFormat.COLON_RESOURCE_NAME,
  });
  role.addToPolicy(new iam.PolicyStatement({ actions, resources: [secrets] }));
}

/** Comparing users with the records of companies, which decide. */
const COMPARING = [
  'cognito-idp:AdminDisableUser',
  'cognito-idp:AdminEnableUser',
  'cognito-idp:AdminGetUser',
  'cognito-idp:AdminUpdateUserAttributes',
  'cognito-idp:AdminUserGlobalSignOut',
];
/** Inviting, entering in and leaving companies, and the secrets of programs. Nobody is deleted. */
const MANAGING = [...COMPARING, 'cognito-idp:AdminCreateUser', 'cognito-idp:AdminSetUserPassword'];

/** Lets a function manage the users of the one pool, or compare them with records; which company's, it sees to itself. */
export function grantIdentities(identity: IdentityStack, { lambda, role }: BackOfficeFunction, how: 'manage' | 'compare'): void {
  // From the pool's id, which is exported anyway: its ARN would be an export of its own.
  const pool = Stack.of(role).formatArn({ service: 'cognito-idp', resource: 'userpool', resourceName: identity.pool.userPoolId });
  role.addToPolicy(new iam.PolicyStatement({ actions: how === 'manage' ? MANAGING : COMPARING, resources: [pool] }));
  lambda.addEnvironment('USER_POOL', identity.pool.userPoolId);
}

/** What a grant over files of banks lets do. */
const STATEMENT_ACTIONS: Readonly<Record<string, 's3:GetObjectVersion' | 's3:DeleteObject' | 's3:PutObject'>> = {
  'statements:read': 's3:GetObjectVersion',
  'statements:erase': 's3:DeleteObject',
  'statements:pass': 's3:PutObject',
};

/** What was read of an original once need not be read again. */
const READING_ACTIONS: Readonly<Partial<Record<ResourceGrant, readonly ('s3:GetObject' | 's3:PutObject')[]>>> = {
  'readings:read': ['s3:GetObject'],
  'readings:keep': ['s3:GetObject', 's3:PutObject'],
  'scans:read': ['s3:GetObject', 's3:PutObject'],
};

/** What each worker's grant means in IAM; `starts:` and `answers:` are given by the workflow. */
export function grantWorker(data: DataStack, role: iam.Role, grant: ResourceGrant, mailFrom: string | undefined): void {
  if (grant === 'records:read') grantRecords(data, role, 'read');
  if (grant === 'records:write') grantRecords(data, role, 'write');
  if (grant === 'records:add') grantRecords(data, role, 'write', ['dynamodb:UpdateItem']);
  if (grant === 'uploads:read') grantObjects(data, role, 'documents', ['s3:GetObjectVersion'], ['imports/*']);
  const statement = STATEMENT_ACTIONS[grant];
  if (statement) grantObjects(data, role, 'documents', [statement], ['statements/*']);
  grantInbox(data, role, grant);
  grantKept(data, role, grant);
  const readings = READING_ACTIONS[grant];
  if (readings) grantObjects(data, role, 'documents', readings, ['recognised/*']);
  if (grant === 'files:check') {
    grantObjects(data, role, 'documents', ['s3:GetObject'], ['quarantine/*']);
    grantObjects(data, role, 'documents', ['s3:PutObject'], ['files/*']);
  }
  if (grant === 'files:erase') grantObjects(data, role, 'documents', ['s3:DeleteObject'], ['files/*']);
  if (grant === 'files:read') grantObjects(data, role, 'documents', ['s3:GetObject'], ['files/*']);
  if (grant === 'papers:print') {
    grantObjects(data, role, 'documents', ['s3:GetObject'], ['*/logos/*']);
    grantObjects(data, role, 'issued', ['s3:GetObject', 's3:PutObject', 's3:PutObjectRetention'], ['*']);
  }
  if (grant === 'reports:write') grantObjects(data, role, 'reports', ['s3:GetObject', 's3:PutObject'], ['*']);
  if (grant === 'signing-keys:read') grantSecrets(role, 'read');
  if (grant === 'mail:send') grantMail(data, role, mailFrom);
}

/** What is kept where nobody can change it: originals of documents, and seals of books. */
function grantKept(data: DataStack, role: iam.Role, grant: ResourceGrant): void {
  if (grant === 'received:keep')
    grantObjects(data, role, 'issued', ['s3:GetObject', 's3:PutObject', 's3:PutObjectRetention'], ['received/*']);
  if (grant === 'received:read') grantObjects(data, role, 'issued', ['s3:GetObject'], ['received/*']);
  if (grant === 'seals:keep') grantObjects(data, role, 'issued', ['s3:PutObject', 's3:PutObjectRetention'], ['*/seals/*']);
}

/** Documents that come in: what is put into the inbox, and out of mails. */
function grantInbox(data: DataStack, role: iam.Role, grant: ResourceGrant): void {
  if (grant === 'intake:receive')
    grantObjects(data, role, 'documents', ['s3:GetObject', 's3:GetObjectVersion', 's3:PutObject'], ['intake/*']);
  if (grant === 'mail:receive') {
    grantObjects(data, role, 'documents', ['s3:GetObjectVersion'], ['mail/*']);
    grantObjects(data, role, 'documents', ['s3:PutObject'], ['intake/*']);
  }
}

/** Lets a role have pages recognised by Textract, one by one: it knows no resource. */
export const grantRecognition = (role: iam.Role): boolean =>
  role.addToPolicy(new iam.PolicyStatement({ actions: ['textract:DetectDocumentText'], resources: ['*'] }));

/** Lets a role send mail, where the deployment has a sender. */
export function grantMail({ mailSet }: DataStack, role: iam.Role, mailFrom: string | undefined): void {
  if (!mailFrom) return;
  const set = mailSet && Stack.of(role).formatArn({ service: 'ses', resource: 'configuration-set', resourceName: mailSet });
  const resources = [mailIdentity(role, mailFrom), ...(set ? [set] : [])];
  role.addToPolicy(new iam.PolicyStatement({ actions: ['ses:SendEmail'], resources }));
}

/** The verified domain that mail is sent from. */
const mailIdentity = (role: iam.Role, mailFrom: string): string =>
  Stack.of(role).formatArn({ service: 'ses', resource: 'identity', resourceName: mailDomain(mailFrom) });
