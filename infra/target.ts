import { RemovalPolicy } from 'aws-cdk-lib';
import { LOCAL_ORIGINS } from './constructs/console-ports.ts';

/**
 * Where the app is deployed to. Both get the same stacks; only what protects data against deletion differs, because
 * `npm start -- --fresh` and the tests must be able to start over.
 */
export interface Target {
  readonly name: 'aws' | 'local';
  /** Whether records and documents survive the deletion of their stack. */
  readonly durable: boolean;
  /** Web origins, beside the console's own, that may call the API from a browser. */
  readonly consoleOrigins: readonly string[];
  /** Name and certificate (in us-east-1) of the console on AWS. Absent: it gets a name of CloudFront's. */
  readonly consoleDomain: { readonly name: string; readonly certificateArn: string } | undefined;
  /** Sender of reminders: an address at a domain that SES has verified. Absent: no mail leaves. */
  readonly mailFrom: string | undefined;
  /** Domain at which companies take documents by mail, `<company>@<domain>`. Absent: none comes in. */
  readonly mailIn: string | undefined;
  /** Whether the user pool sends its mails by that sender too; else by Cognito’s own, 50 a day for all companies together. */
  readonly poolMail: boolean;
  /** Concurrency kept for each reader of the stream, so that requests never hold them up; 0: none. */
  readonly reservedForReaders: number;
  /** Who is told of alarms, beside those who subscribe to their topic. */
  readonly operationsEmail: string | undefined;
  /** Whether X-Ray follows requests from function to function: one in twenty, and the first of each second. */
  readonly tracing: boolean;
  /** Whether companies may have pages recognised by Amazon Textract, which AWS bills by the page. No emulator runs it. */
  readonly textract: boolean;
}

export function targetFromEnvironment(): Target {
  const local = process.env.TRASTIENDA_TARGET === 'local';
  const origins = process.env.TRASTIENDA_CONSOLE_ORIGINS ?? (local ? LOCAL_ORIGINS.join(',') : '');
  const mailFrom = process.env.TRASTIENDA_MAIL_FROM || (local ? 'avisos@trastienda.example' : undefined);
  const operationsEmail = process.env.TRASTIENDA_OPERATIONS_EMAIL || undefined;
  const poolMail = mailFrom !== undefined && process.env.TRASTIENDA_POOL_MAIL === 'on';
  const tracing = process.env.TRASTIENDA_TRACING === 'on';
  const consoleOrigins = origins.split(',').filter(Boolean);
  return {
    name: local ? 'local' : 'aws',
    durable: !local,
    consoleOrigins,
    consoleDomain: local ? undefined : consoleDomain(),
    mailFrom,
    mailIn: process.env.TRASTIENDA_MAIL_IN?.toLowerCase() || (local ? 'entrada.trastienda.example' : undefined),
    poolMail,
    // An account whose quota is still ten cannot reserve any.
    reservedForReaders: local ? 0 : Number(process.env.TRASTIENDA_RESERVED_FOR_READERS ?? 20),
    operationsEmail,
    tracing,
    textract: !local && process.env.TRASTIENDA_TEXTRACT === 'on',
  };
}

function consoleDomain(): Target['consoleDomain'] {
  const { TRASTIENDA_CONSOLE_DOMAIN: name, TRASTIENDA_CONSOLE_CERTIFICATE: certificateArn } = process.env;
  if (!name && !certificateArn) return undefined;
  if (!name || !certificateArn?.startsWith('arn:aws:acm:us-east-1:'))
    throw new Error(
      'TRASTIENDA_CONSOLE_DOMAIN needs TRASTIENDA_CONSOLE_CERTIFICATE, the ARN of its certificate in us-east-1, and this needs that',
    );
  return { name, certificateArn };
}

/**
 * Origins whose scripts may use the buckets' presigned links. The link is the permission, nothing is sent with it that the
 * browser holds; and the distribution, which asks for the buckets' names, cannot be known to them beforehand.
 */
export function fileOrigins({ name, consoleOrigins, consoleDomain: domain }: Target): string[] {
  if (name === 'local') return [...consoleOrigins];
  return [domain ? `https://${domain.name}` : 'https://*.cloudfront.net', ...consoleOrigins];
}

export const retention = (target: Target) => ({ removalPolicy: target.durable ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY });

/** The domain that SES must have verified: the records to publish are shown in its console. */
export const mailDomain = (mailFrom: string): string => mailFrom.slice(mailFrom.indexOf('@') + 1);

/** How many invitations a company may send a day: none may use up what all of them share. A local cloud has no such limit. */
export const invitationsADay = ({ name, poolMail }: Target): number => (poolMail || name === 'local' ? 200 : 20);

/** How many plain requests a second a company may send: a twentieth of what the deployment takes. A local cloud has one user. */
export const requestsASecond = ({ name }: Target): number => (name === 'local' ? 10_000 : 100);
