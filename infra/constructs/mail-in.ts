import type * as s3 from 'aws-cdk-lib/aws-s3';
import * as ses from 'aws-cdk-lib/aws-ses';
import * as actions from 'aws-cdk-lib/aws-ses-actions';
import type { Construct } from 'constructs';

/**
 * Has SES put each mail for a domain below `mail/`, looked through for viruses and spam. An account has one active set of rules,
 * which CloudFormation does not choose: once deployed, `aws ses set-active-receipt-rule-set` does, and the domain's MX record
 * points to SES's receiving endpoint of the region.
 */
export function receiveMail(stack: Construct, bucket: s3.Bucket, domain: string): void {
  const rules = new ses.ReceiptRuleSet(stack, 'MailRules');
  rules.addRule('Documents', {
    recipients: [domain],
    scanEnabled: true,
    tlsPolicy: ses.TlsPolicy.REQUIRE,
    actions: [new actions.S3({ bucket: bucket as s3.IBucket, objectKeyPrefix: 'mail/' })],
  });
}
