import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { CfnOutput, Duration, Stack, type StackProps } from 'aws-cdk-lib';
import * as acm from 'aws-cdk-lib/aws-certificatemanager';
import * as cloudfront from 'aws-cdk-lib/aws-cloudfront';
import * as origins from 'aws-cdk-lib/aws-cloudfront-origins';
import * as logs from 'aws-cdk-lib/aws-logs';
import * as s3 from 'aws-cdk-lib/aws-s3';
import * as deployment from 'aws-cdk-lib/aws-s3-deployment';
import type { Construct } from 'constructs';
import { CACHE } from '../constructs/console-headers.ts';
import { API_REWRITE, REWRITE } from '../constructs/console-paths.ts';
import { ConsoleHeaders } from '../constructs/console-policy.ts';
import { retention, type Target } from '../target.ts';
import type { DataStack } from './data.ts';
import type { EdgeStack } from './edge.ts';
import type { IdentityStack } from './identity.ts';

export interface ConsoleProps extends StackProps {
  readonly target: Target;
  readonly data: DataStack;
  readonly identity: IdentityStack;
  readonly edge: EdgeStack;
}

/** Where the built console is: a synthesis beside others has a folder of its own. */
const built = (): string => join(process.env.TRASTIENDA_DIST ?? join(import.meta.dirname, '..', '..', 'dist'), 'web');

/**
 * The console, as static files behind CloudFront, and the API under `/api` of the same host: the page asks no other origin
 * for data, so that no request waits for a preflight and the API need not know where the page comes from.
 */
export class ConsoleStack extends Stack {
  constructor(scope: Construct, id: string, props: ConsoleProps) {
    super(scope, id, props);
    const { target } = props;
    const accessLogs = this.#bucket('AccessLogs', target, {
      // CloudFront hands its log files over by an ACL.
      objectOwnership: s3.ObjectOwnership.BUCKET_OWNER_PREFERRED,
      lifecycleRules: [{ expiration: Duration.days(90), noncurrentVersionExpiration: Duration.days(1) }],
    });
    const site = this.#bucket('Site', target, {
      serverAccessLogsBucket: accessLogs,
      serverAccessLogsPrefix: 'site/',
      lifecycleRules: [{ noncurrentVersionExpiration: Duration.days(30) }],
    });
    const distribution = this.#distribution(props, site, accessLogs);
    const host = target.consoleDomain?.name ?? distribution.distributionDomainName;
    // The emulator has CloudFront's settings but runs no AWS CLI in a Lambda: there npm start serves the files itself.
    if (target.name === 'aws') this.#files(props, site, `https://${host}/api`);
    new CfnOutput(this, 'ConsoleUrl', { value: `https://${host}` });
    new CfnOutput(this, 'ConsoleDistributionDomain', { value: distribution.distributionDomainName });
  }

  #bucket(id: string, target: Target, props: s3.BucketProps): s3.IBucket {
    return new s3.Bucket(this, id, {
      blockPublicAccess: s3.BlockPublicAccess.BLOCK_ALL,
      encryption: s3.BucketEncryption.S3_MANAGED,
      enforceSSL: true,
      minimumTLSVersion: 1.2,
      versioned: true,
      ...props,
      ...retention(target),
    }) as s3.IBucket;
  }

  #distribution({ target, data, edge }: ConsoleProps, site: s3.IBucket, logBucket: s3.IBucket): cloudfront.Distribution {
    const { consoleDomain: domain } = target;
    const named = domain && {
      domainNames: [domain.name],
      certificate: acm.Certificate.fromCertificateArn(this, 'Certificate', domain.certificateArn),
    };
    // Listing makes S3 say 404 of what is missing instead of 403; the rewriting below leaves nobody a path to list at.
    const originAccessLevels = [cloudfront.AccessLevel.READ, cloudfront.AccessLevel.LIST];
    return new cloudfront.Distribution(this, 'Distribution', {
      ...named,
      comment: 'Trastienda console',
      defaultRootObject: 'index.html',
      httpVersion: cloudfront.HttpVersion.HTTP2_AND_3,
      minimumProtocolVersion: cloudfront.SecurityPolicyProtocol.TLS_V1_2_2021,
      // Europe and North America: where the companies are that keep books in euros.
      priceClass: cloudfront.PriceClass.PRICE_CLASS_100,
      enableLogging: true,
      logBucket,
      logFilePrefix: 'distribution/',
      logIncludesCookies: false,
      defaultBehavior: {
        origin: origins.S3BucketOrigin.withOriginAccessControl(site, { originAccessLevels }),
        viewerProtocolPolicy: cloudfront.ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
        allowedMethods: cloudfront.AllowedMethods.ALLOW_GET_HEAD,
        compress: true,
        cachePolicy: cloudfront.CachePolicy.CACHING_OPTIMIZED,
        responseHeadersPolicy: new ConsoleHeaders(this, 'Headers', {
          buckets: [data.documents.bucketName, data.issued.bucketName, data.reports.bucketName],
        }).policy,
        functionAssociations: [this.#onRequest('Screens', 'Sends the page for a screen’s address', REWRITE)],
      },
      additionalBehaviors: { '/api/*': this.#api(edge) },
    });
  }

  #api({ api }: EdgeStack): cloudfront.BehaviorOptions {
    return {
      origin: new origins.HttpOrigin(`${api.apiId}.execute-api.${this.region}.${this.urlSuffix}`, {
        protocolPolicy: cloudfront.OriginProtocolPolicy.HTTPS_ONLY,
        originSslProtocols: [cloudfront.OriginSslPolicy.TLS_V1_2],
      }),
      viewerProtocolPolicy: cloudfront.ViewerProtocolPolicy.HTTPS_ONLY,
      allowedMethods: cloudfront.AllowedMethods.ALLOW_ALL,
      cachePolicy: cloudfront.CachePolicy.CACHING_DISABLED,
      // Tokens, keys and versions go through; the host is what API Gateway finds the API by.
      originRequestPolicy: cloudfront.OriginRequestPolicy.ALL_VIEWER_EXCEPT_HOST_HEADER,
      functionAssociations: [this.#onRequest('ApiPaths', 'Takes /api off the path', API_REWRITE)],
    };
  }

  #onRequest(id: string, comment: string, code: string): cloudfront.FunctionAssociation {
    const rule = new cloudfront.Function(this, id, {
      comment,
      code: cloudfront.FunctionCode.fromInline(code),
      runtime: cloudfront.FunctionRuntime.JS_2_0,
    });
    return { function: rule, eventType: cloudfront.FunctionEventType.VIEWER_REQUEST };
  }

  /** First the files that no name of an older page means, then the page that asks for them. */
  #files({ identity, target }: ConsoleProps, destinationBucket: s3.IBucket, apiUrl: string): void {
    if (!existsSync(join(built(), 'index.html'))) throw new Error('the console is not built: run "npm run deploy"');
    const logGroup = new logs.LogGroup(this, 'FilesLog', { retention: logs.RetentionDays.THREE_MONTHS, ...retention(target) });
    const common = { destinationBucket, logGroup, memoryLimit: 512, retainOnDelete: true };
    const assets = new deployment.BucketDeployment(this, 'Assets', {
      ...common,
      sources: [deployment.Source.asset(join(built(), 'assets'))],
      destinationKeyPrefix: 'assets',
      cacheControl: [deployment.CacheControl.fromString(CACHE.assets)],
      // A page that was opened before asks for its parts when they are needed: those of earlier deployments stay.
      prune: false,
    });
    const config = {
      apiUrl,
      region: this.region,
      userPoolId: identity.pool.userPoolId,
      userPoolClientId: identity.client.userPoolClientId,
    };
    const page = new deployment.BucketDeployment(this, 'Page', {
      ...common,
      sources: [deployment.Source.asset(built(), { exclude: ['assets', 'assets/**'] }), deployment.Source.jsonData('config.json', config)],
      cacheControl: [deployment.CacheControl.fromString(CACHE.other)],
      exclude: ['assets/*'],
    });
    page.node.addDependency(assets);
  }
}
