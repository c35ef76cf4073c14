import { Duration, Stack } from 'aws-cdk-lib';
import * as cloudfront from 'aws-cdk-lib/aws-cloudfront';
import { Construct } from 'constructs';
import { contentSecurityPolicy, FIXED_HEADERS, HSTS_SECONDS } from './console-headers.ts';

/** The table of headers as a policy of CloudFront, for a page whose API is under its own host. */
export class ConsoleHeaders extends Construct {
  readonly policy: cloudfront.ResponseHeadersPolicy;

  constructor(scope: Construct, id: string, { buckets }: { readonly buckets: readonly string[] }) {
    super(scope, id);
    const { region, urlSuffix } = Stack.of(this);
    const sources = {
      api: [],
      cognito: [`https://cognito-idp.${region}.${urlSuffix}`],
      // As the signed links name them.
      buckets: buckets.map((name) => `https://${name}.s3.${region}.${urlSuffix}`),
    };
    const { 'X-Content-Type-Options': _nosniff, 'X-Frame-Options': _deny, 'Referrer-Policy': referrerPolicy, ...others } = FIXED_HEADERS;
    this.policy = new cloudfront.ResponseHeadersPolicy(this, 'Policy', {
      comment: 'Trastienda console: infra/constructs/console-headers.ts',
      securityHeadersBehavior: {
        contentSecurityPolicy: { contentSecurityPolicy: contentSecurityPolicy(sources), override: true },
        contentTypeOptions: { override: true },
        frameOptions: { frameOption: cloudfront.HeadersFrameOption.DENY, override: true },
        referrerPolicy: { referrerPolicy: referrerPolicy as cloudfront.HeadersReferrerPolicy, override: true },
        strictTransportSecurity: {
          accessControlMaxAge: Duration.seconds(HSTS_SECONDS),
          includeSubdomains: true,
          override: true,
        },
      },
      customHeadersBehavior: { customHeaders: Object.entries(others).map(([header, value]) => ({ header, value, override: true })) },
    });
  }
}
