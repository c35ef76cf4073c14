import { afterEach, expect, it, vi } from 'vitest';
import { FIXED_HEADERS } from '../../infra/constructs/console-headers.ts';
import { fileOrigins, targetFromEnvironment } from '../../infra/target.ts';
import { ofType, synthesis } from '../support/synth.ts';

const { aws } = await synthesis();
const one = (type: string) => {
  const found = ofType(aws, type);
  expect(found.map(({ at }) => at)).toHaveLength(1);
  return found[0]?.Properties;
};
const distribution = () => one('AWS::CloudFront::Distribution').DistributionConfig;
/** CloudFormation's text with what is only known then as `<name>`. */
// biome-ignore lint/suspicious/noExplicitAny: text as CloudFormation writes it.
const textOf = (value: any): string => {
  if (typeof value === 'string') return value;
  if (value.Ref) return `<${value.Ref}>`;
  if (value['Fn::ImportValue']) return `<${value['Fn::ImportValue']}>`;
  return value['Fn::Join'][1].map(textOf).join('');
};

it('tells browsers what the console may do: its own scripts, and requests to sign-in and to its two buckets alone', () => {
  const { SecurityHeadersConfig: headers, CustomHeadersConfig: custom } = one(
    'AWS::CloudFront::ResponseHeadersPolicy',
  ).ResponseHeadersPolicyConfig;
  const policy = textOf(headers.ContentSecurityPolicy.ContentSecurityPolicy);
  expect(policy).toContain("default-src 'none'; script-src 'self'; ");
  expect(policy).not.toMatch(/unsafe|\*/);
  const bucket = (name: string) => String.raw`https://<Trastienda-Data:\S*${name}\S*>\.s3\.eu-west-1\.<AWS::URLSuffix>`;
  const sources = `https://cognito-idp\\.eu-west-1\\.<AWS::URLSuffix> ${bucket('Documents')} ${bucket('Issued')} ${bucket('Reports')}`;
  expect(policy).toMatch(new RegExp(`connect-src 'self' ${sources};`));
  expect(policy).toMatch(new RegExp(`frame-src ${bucket('Documents')} ${bucket('Issued')} ${bucket('Reports')} blob:;`));
  expect(headers).toMatchObject({
    ContentTypeOptions: { Override: true },
    FrameOptions: { FrameOption: 'DENY', Override: true },
    ReferrerPolicy: { ReferrerPolicy: FIXED_HEADERS['Referrer-Policy'] },
    StrictTransportSecurity: { AccessControlMaxAgeSec: 63_072_000, IncludeSubdomains: true },
  });
  const named = Object.fromEntries(custom.Items.map(({ Header, Value }: { Header: string; Value: string }) => [Header, Value]));
  // Every header of the table is told, by a setting of its own or by name.
  const own = ['X-Content-Type-Options', 'X-Frame-Options', 'Referrer-Policy'];
  expect([...Object.keys(named), ...own].sort()).toEqual(Object.keys(FIXED_HEADERS).sort());
  expect(named).toMatchObject({ 'Cross-Origin-Opener-Policy': 'same-origin' });
});

it('serves over HTTPS alone, TLS 1.2 to the API, HTTP/3 to browsers', () => {
  const { DefaultCacheBehavior: page, CacheBehaviors, HttpVersion, PriceClass, Origins, Logging, CustomErrorResponses } = distribution();
  expect(page).toMatchObject({ ViewerProtocolPolicy: 'redirect-to-https', Compress: true, AllowedMethods: ['GET', 'HEAD'] });
  expect(page.ResponseHeadersPolicyId).toBeDefined();
  expect([HttpVersion, PriceClass]).toEqual(['http2and3', 'PriceClass_100']);
  expect(Logging.Prefix).toBe('distribution/');
  // A missing file is missing: what is a screen's address is decided before.
  expect(CustomErrorResponses).toBeUndefined();
  expect(CacheBehaviors).toHaveLength(1);
  expect(CacheBehaviors[0]).toMatchObject({ PathPattern: '/api/*', ViewerProtocolPolicy: 'https-only' });
  const api = Origins.find((origin: { CustomOriginConfig?: object }) => origin.CustomOriginConfig);
  expect(api.CustomOriginConfig).toMatchObject({ OriginProtocolPolicy: 'https-only', OriginSSLProtocols: ['TLSv1.2'] });
  expect(textOf(api.DomainName)).toMatch(/^<Trastienda-Edge:\S*Api\S*>\.execute-api\.eu-west-1\.<AWS::URLSuffix>$/);
});

it('lets its distribution read the bucket, and nobody else', () => {
  const { Origins } = distribution();
  const site = Origins.find((origin: { S3OriginConfig?: object }) => origin.S3OriginConfig);
  expect(site).toMatchObject({ OriginAccessControlId: expect.anything(), S3OriginConfig: { OriginAccessIdentity: '' } });
  expect(one('AWS::CloudFront::OriginAccessControl').OriginAccessControlConfig).toMatchObject({
    SigningBehavior: 'always',
    SigningProtocol: 'sigv4',
  });
  const policy = ofType(aws, 'AWS::S3::BucketPolicy').find(({ at }) => /^Trastienda-Console\/Site/.test(at));
  // biome-ignore lint/suspicious/noExplicitAny: statements as CloudFormation writes them.
  const allows = policy?.Properties.PolicyDocument.Statement.filter((s: any) => s.Effect === 'Allow');
  // biome-ignore lint/suspicious/noExplicitAny: statements as CloudFormation writes them.
  expect(allows.flatMap((s: any) => s.Action).sort()).toEqual(['s3:GetObject', 's3:ListBucket']);
  for (const { Principal, Condition } of allows) {
    expect(Principal).toEqual({ Service: 'cloudfront.amazonaws.com' });
    expect(JSON.stringify(Condition)).toMatch(/AWS:SourceArn.*distribution/);
  }
});

it('keeps files that are named by their content for a year, and the page not at all', () => {
  const copies = ofType(aws, 'Custom::CDKBucketDeployment').map(({ Properties }) => [
    Properties.DestinationBucketKeyPrefix,
    Properties.SystemMetadata['cache-control'],
    Properties.Prune,
  ]);
  expect(copies).toEqual([
    ['assets', 'public, max-age=31536000, immutable', false],
    [undefined, 'no-cache', true],
  ]);
});

it('lets the console’s scripts use the links of the data’s buckets, and change documents alone', () => {
  const rules = ofType(aws, 'AWS::S3::Bucket').flatMap(({ at, Properties }) =>
    (Properties.CorsConfiguration?.CorsRules ?? []).map((rule: { AllowedMethods: string[]; AllowedOrigins: string[] }) => [
      at.replace(/.*\/([A-Za-z]+?)[0-9A-F]{8}$/, '$1'),
      rule.AllowedMethods,
      rule.AllowedOrigins,
    ]),
  );
  expect(rules).toEqual([
    ['Documents', ['GET', 'HEAD', 'PUT'], ['https://*.cloudfront.net']],
    ['Issued', ['GET', 'HEAD'], ['https://*.cloudfront.net']],
    ['Reports', ['GET', 'HEAD'], ['https://*.cloudfront.net']],
  ]);
});

afterEach(() => vi.unstubAllEnvs());

it('takes a domain of its own with the certificate for it, and lets in that domain instead of CloudFront’s', () => {
  vi.stubEnv('TRASTIENDA_TARGET', 'aws');
  vi.stubEnv('TRASTIENDA_CONSOLE_DOMAIN', 'console.lumbre.example');
  expect(targetFromEnvironment).toThrow('needs TRASTIENDA_CONSOLE_CERTIFICATE');
  vi.stubEnv('TRASTIENDA_CONSOLE_CERTIFICATE', 'arn:aws:acm:eu-west-1:1:certificate/a');
  expect(targetFromEnvironment).toThrow('in us-east-1');
  vi.stubEnv('TRASTIENDA_CONSOLE_CERTIFICATE', 'arn:aws:acm:us-east-1:1:certificate/a');
  expect(fileOrigins(targetFromEnvironment())).toEqual(['https://console.lumbre.example']);
});
