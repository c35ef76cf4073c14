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
    rule: /^AwsSolutions-IAM5\[Resource::[^*]+\/[^*]*\*\]$/,
    at: /^Trastienda-Finance\/(Receivables|Ledger)Documents\/Role\//,
    reason: 'Objects of one bucket: their keys begin with the company, which the request tells and no role can name beforehand.',
  },
  {
    rule: /^AwsSolutions-SQS3$/,
    at: /DeadLetters\/Resource$/,
    reason:
      'It is a dead-letter queue itself: of a stream consumer or a schedule, which name it as their destination; an alarm watches it.',
  },
  {
    rule: /^AwsSolutions-SF1$/,
    at: /\/Machine\/Resource$/,
    reason:
      'Step Functions keeps every execution’s events for 90 days; copies of them would cost more than the executions. Errors are logged.',
  },
  {
    rule: /^AwsSolutions-IAM5\[Resource::\*\]$/,
    at: /(Event|OrderToCash|OrderReturn|OrderImport)\/Role\/DefaultPolicy\/Resource$/,
    reason: 'Only for actions that AWS grants on no resource: listing streams, delivering logs, tracing. A test holds their list.',
  },
  {
    rule: /^AwsSolutions-IAM5\[Resource::arn:<AWS::Partition>:states:.*:execution:<[^>]+>:\*\]$/,
    at: /Event\/Role\/DefaultPolicy\/Resource$/,
    reason: 'Executions of one state machine: they are named after the record that they are about, which no role can name beforehand.',
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
