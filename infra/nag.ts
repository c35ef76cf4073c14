import { type App, type PolicyValidationPluginReport, Validations } from 'aws-cdk-lib';
import { AwsSolutionsChecks } from 'cdk-nag';
import type { IConstruct } from 'constructs';

/** A finding of cdk-nag that stands, and why: what is decided against the rule is read on this page alone. */
export interface Exception {
  readonly rule: RegExp;
  /** Path of the construct. */
  readonly at: RegExp;
  readonly reason: string;
}

export const EXCEPTIONS: readonly Exception[] = [
  {
    rule: /^AwsSolutions-COG2$/,
    at: /^Trastienda-Identity\/Users\//,
    reason: 'Every person can add a second factor (TOTP). It is not forced, because programs of the integration role sign in without one.',
  },
  {
    rule: /^AwsSolutions-COG8$/,
    at: /^Trastienda-Identity\/Users\//,
    reason:
      'The plus plan is billed per active user. Nobody signs up alone, and an administrator can switch it on for a company that asks.',
  },
  {
    rule: /^AwsSolutions-DDB3$/,
    at: /^Trastienda-Data\/Usage\/Resource$/,
    reason: 'Counts of requests, of worth for seconds: there is nothing to restore.',
  },
  {
    rule: /^AwsSolutions-IAM5\[Resource::[^*]+\/(\*\/)?[^*]*\*\]$/,
    at: /\/Role\/DefaultPolicy\/Resource$/,
    reason: 'Objects of one bucket: their keys begin with the company, which the request tells and no role can name beforehand.',
  },
  {
    rule: /^AwsSolutions-IAM5\[Resource::arn:[^*]+:execution:<\w+\.Name>:\*\]$/,
    at: /Event\/Role\/DefaultPolicy\/Resource$/,
    reason: 'Executions of one state machine: each has the name of its record, which no role can know beforehand.',
  },
  {
    rule: /^AwsSolutions-IAM5\[Resource::\*\]$/,
    at: /\/Role\/DefaultPolicy\/Resource$/,
    reason: 'Only actions for which AWS knows no resource: tests/infra/access.test.ts names them one by one.',
  },
  {
    rule: /^AwsSolutions-APIG4$/,
    at: /^Trastienda-Edge\/Api\/GET--(docs|docs--\{asset\}|openapi\.json)\/Resource$/,
    reason: 'The API’s documentation: it is the same for everybody, holds no company’s data, and its function may read no record.',
  },
  {
    rule: /^AwsSolutions-APIG4$/,
    at: /^Trastienda-Edge\/Api\/(GET|POST)--mail-consents--\{token\}\/Resource$/,
    reason:
      'Opened by links in mails, by who has no user: the secret in the link, of 256 bits, is compared before anything is told or changed.',
  },
  {
    rule: /^AwsSolutions-APIG4$/,
    at: /^Trastienda-Edge\/Api\/(GET|POST)--job-offers--\{token\}(--letter)?\/Resource$/,
    reason:
      'Opened by the link of an offer, by who has no user yet: the secret in it, of 256 bits, is compared by its hash before anything is told or changed.',
  },
  {
    rule: /^AwsSolutions-APIG4$/,
    at: /^Trastienda-Edge\/Api\/(GET|POST)--jobs--\{company\}(--\{vacancyId\}(--applications)?)?\/Resource$/,
    reason:
      'What a company has published, and applications for it: everybody may see and send them; forms are sealed, and few are taken of one address.',
  },
  {
    rule: /^AwsSolutions-SF1$/,
    at: /\/Machine\/Resource$/,
    reason: 'Errors are logged; every step of an execution stands in its history for 90 days, so logging it again would only cost.',
  },
  {
    rule: /^AwsSolutions-SQS3$/,
    at: /DeadLetters\/Resource$/,
    reason: 'It is a dead-letter queue itself: streams and schedules name it as where failures go, not by a redrive policy.',
  },
  {
    rule: /^AwsSolutions-CFR1$/,
    at: /^Trastienda-Console\/Distribution\/Resource$/,
    reason: 'People keep their company’s books from wherever they travel: who may is decided by their sign-in, not by their country.',
  },
  {
    rule: /^AwsSolutions-CFR2$/,
    at: /^Trastienda-Console\/Distribution\/Resource$/,
    reason: 'A firewall is billed by the month and by request. What it would guard are static files and an API with throttles of its own.',
  },
  {
    rule: /^AwsSolutions-CFR4$/,
    at: /^Trastienda-Console\/Distribution\/Resource$/,
    reason:
      'Without a domain of its own CloudFront’s certificate decides the protocol; with TRASTIENDA_CONSOLE_DOMAIN it is TLS 1.2 at least.',
  },
  {
    rule: /^AwsSolutions-(IAM4|IAM5|L1)\b/,
    at: /^Trastienda-Console\/Custom::CDKBucketDeployment\w+\//,
    reason: 'CDK’s own function that copies files to the console’s bucket at deployment: it reaches that bucket and CDK’s assets alone.',
  },
];

/** AWS's rule pack, less what stands as an exception. */
export class Nag extends AwsSolutionsChecks {
  override validateScope(scope: IConstruct): PolicyValidationPluginReport {
    const violations = super.validateScope(scope).violations.flatMap((violation) => {
      const violatingResources = violation.violatingResources.filter((at) => !exceptionFor(violation.ruleName, at.constructPath ?? ''));
      return violatingResources.length > 0 ? [{ ...violation, violatingResources }] : [];
    });
    return { success: violations.length === 0, violations };
  }
}

export const exceptionFor = (rule: string, path: string): Exception | undefined =>
  EXCEPTIONS.find((exception) => exception.rule.test(rule) && exception.at.test(path));

/** Refuses to synthesise what breaks a rule. */
export const checkRules = (app: App): void => Validations.of(app).addPlugins(new Nag(app));
