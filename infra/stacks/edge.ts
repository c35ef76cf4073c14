import { CfnOutput, Duration, Stack, type StackProps } from 'aws-cdk-lib';
import * as apigateway from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpJwtAuthorizer } from 'aws-cdk-lib/aws-apigatewayv2-authorizers';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import type * as lambda from 'aws-cdk-lib/aws-lambda';
import * as logs from 'aws-cdk-lib/aws-logs';
import type { Construct } from 'constructs';
import type { ModuleSpec, Profile } from '../../shared/kernel/action.ts';
import { retention, type Target } from '../target.ts';
import type { IdentityStack } from './identity.ts';
import { keyOf, type Route, routesOf } from './routes.ts';

export interface EdgeProps extends StackProps {
  readonly target: Target;
  readonly identity: IdentityStack;
  readonly modules: readonly ModuleSpec[];
  /** Lambda by `<context>/<module>/<profile>`. */
  readonly pools: ReadonlyMap<string, lambda.IFunction>;
}

/**
 * Requests per second that one deployment takes, and bursts above it: many times what one company may send
 * (`requestsASecond`), so that no company's requests, most of which are refused at once, keep out the others'.
 */
const THROTTLE = { rateLimit: 2000, burstLimit: 2000 };
/** Less where one request is much work (files), costs a mail and the user pool's own quota, or needs no token: none may crowd out the rest. */
const THROTTLES: Readonly<Partial<Record<Profile, object>>> = {
  documents: { ThrottlingRateLimit: 100, ThrottlingBurstLimit: 100 },
  print: { ThrottlingRateLimit: 100, ThrottlingBurstLimit: 100 },
  // As many as the user pool takes.
  identities: { ThrottlingRateLimit: 25, ThrottlingBurstLimit: 50 },
  // A file is opened, or a document signed, by RSA.
  secrets: { ThrottlingRateLimit: 50, ThrottlingBurstLimit: 100 },
  public: { ThrottlingRateLimit: 50, ThrottlingBurstLimit: 100 },
};

/** The HTTPS API: a route for every action, its own or a shared one; a verified token on all but the public ones. */
export class EdgeStack extends Stack {
  readonly api: apigateway.HttpApi;
  readonly accessLog: logs.LogGroup;

  constructor(scope: Construct, id: string, props: EdgeProps) {
    super(scope, id, props);
    const { identity, target } = props;
    const api = new apigateway.HttpApi(this, 'Api', {
      apiName: 'trastienda',
      createDefaultStage: false,
      disableExecuteApiEndpoint: false,
      corsPreflight: {
        allowOrigins: [...target.consoleOrigins],
        allowMethods: [apigateway.CorsHttpMethod.ANY],
        allowHeaders: ['authorization', 'content-type', 'idempotency-key', 'if-match', 'trastienda-company'],
        exposeHeaders: ['x-dry-run', 'idempotency-replayed'],
        // Without it browsers ask before each request anew.
        maxAge: Duration.hours(1),
      },
    });
    this.api = api;
    const issuer = `https://cognito-idp.${this.region}.amazonaws.com/${identity.pool.userPoolId}`;
    const authorizer = new HttpJwtAuthorizer('Token', issuer, { jwtAudience: [identity.client.userPoolClientId] });
    const table = routesOf(props.modules);
    const routes = this.#routes(api, authorizer, table, props.pools);
    this.accessLog = new logs.LogGroup(this, 'AccessLog', { retention: logs.RetentionDays.THREE_MONTHS, ...retention(target) });
    const stage = new apigateway.HttpStage(this, 'Stage', {
      httpApi: api,
      stageName: '$default',
      autoDeploy: true,
      throttle: THROTTLE,
      accessLogSettings: { destination: new apigateway.LogGroupLogDestination(this.accessLog) },
    });
    (stage.node.defaultChild as apigateway.CfnStage).routeSettings = throttlesOf(table);
    // The settings of a route can be given only once it is there.
    stage.node.addDependency(...routes);
    new CfnOutput(this, 'ApiId', { value: api.apiId });
    new CfnOutput(this, 'ApiUrl', { value: api.apiEndpoint });
  }

  #routes(
    api: apigateway.HttpApi,
    authorizer: HttpJwtAuthorizer,
    table: readonly Route[],
    pools: EdgeProps['pools'],
  ): apigateway.HttpRoute[] {
    const integrations = new Map<string, HttpLambdaIntegration>();
    return table.flatMap(({ method, path, pool, guarded }) => {
      const handler = pools.get(pool);
      if (!handler) throw new Error(`no function serves ${method} ${path}: ${pool} is missing`);
      // One permission per function: one per route would fill the stack, and the function's own policy of 20 KB.
      const integration =
        integrations.get(pool) ?? new HttpLambdaIntegration(pool.replaceAll('/', '-'), handler, { scopePermissionToRoute: false });
      integrations.set(pool, integration);
      const methods = [method as apigateway.HttpMethod];
      return api.addRoutes({ path, methods, integration, ...(guarded ? { authorizer } : {}) });
    });
  }
}

/** `POST /exports` → how many of these requests a second. */
const throttlesOf = (table: readonly Route[]): Record<string, object> =>
  Object.fromEntries(
    table.flatMap((route) => {
      const limits = THROTTLES[route.guarded ? route.profile : 'public'];
      return limits ? [[keyOf(route), limits]] : [];
    }),
  );
