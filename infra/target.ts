import { RemovalPolicy } from 'aws-cdk-lib';

/**
 * Where the app is deployed to. Both get the same stacks; only what protects data against deletion differs, because
 * `npm start -- --fresh` and the tests must be able to start over.
 */
export interface Target {
  readonly name: 'aws' | 'local';
  /** Whether records and documents survive the deletion of their stack. */
  readonly durable: boolean;
  /** Web origins that may call the API from a browser. */
  readonly consoleOrigins: readonly string[];
  /** Sender of reminders: an address at a domain that SES has verified. Absent: no mail leaves. */
  readonly mailFrom: string | undefined;
}

export function targetFromEnvironment(): Target {
  const local = process.env.TRASTIENDA_TARGET === 'local';
  const origins = process.env.TRASTIENDA_CONSOLE_ORIGINS ?? (local ? 'http://localhost:5173,http://127.0.0.1:5173' : '');
  const mailFrom = process.env.TRASTIENDA_MAIL_FROM || (local ? 'avisos@trastienda.example' : undefined);
  return { name: local ? 'local' : 'aws', durable: !local, consoleOrigins: origins.split(',').filter(Boolean), mailFrom };
}

export const retention = (target: Target) => ({ removalPolicy: target.durable ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY });

/** The domain that SES must have verified: the records to publish are shown in its console. */
export const mailDomain = (mailFrom: string): string => mailFrom.slice(mailFrom.indexOf('@') + 1);
