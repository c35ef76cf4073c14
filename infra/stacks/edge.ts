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

export interface EdgeProps extends StackProps {
  readonly target: Target;
  readonly identity: IdentityStack;
  readonly modules: readonly ModuleSpec[];
  /** Lambda by `<context>/<module>/<profile>`. */
  readonly pools: ReadonlyMap<string, lambda.IFunction>;
}

/** Requests per second that one deployment takes, and bursts above it. */
const THROTTLE = { rateLimit: 500, burstLimit: 1000 };
/** Less where one request is much work (files), costs a mail and the user pool's own quota, or needs no token: none may crowd out the rest. */
const THROTTLES: Readonly<Partial<Record<Profile, object>>> = {
  documents: { ThrottlingRateLimit: 20, ThrottlingBurstLimit: 40 },
  identities: { ThrottlingRateLimit: 10, ThrottlingBurstLimit: 20 },
  public: { ThrottlingRateLimit: 50, ThrottlingBurstLimit: 100 },
};

/** The HTTPS API: every route explicit, a verified token on all but the public ones. */
export class EdgeStack extends Stack {
  readonly api: apigateway.HttpApi;

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
        allowHeaders: ['authorization', 'content-type', 'idempotency-key', 'if-match'],
        exposeHeaders: ['x-dry-run'],
        // Without it browsers ask before each request anew.
        maxAge: Duration.hours(1),
      },
    });
    this.api = api;
    const issuer = `https://cognito-idp.${this.region}.amazonaws.com/${identity.pool.userPoolId}`;
    const authorizer = new HttpJwtAuthorizer('Token', issuer, { jwtAudience: [identity.client.userPoolClientId] });
    const integrations = new Map<string, HttpLambdaIntegration>();
    const routes = props.modules.flatMap((module) => this.#routes(api, authorizer, module, props.pools, integrations));
    const accessLog = new logs.LogGroup(this, 'AccessLog', { retention: logs.RetentionDays.THREE_MONTHS, ...retention(target) });
    const stage = new apigateway.HttpStage(this, 'Stage', {
      httpApi: api,
      stageName: '$default',
      autoDeploy: true,
      throttle: THROTTLE,
      accessLogSettings: { destination: new apigateway.LogGroupLogDestination(accessLog) },
    });
    (stage.node.defaultChild as apigateway.CfnStage).routeSettings = throttlesOf(props.modules);
    // The settings of a route can be given only once it is there.
    stage.node.addDependency(...routes);
    new CfnOutput(this, 'ApiId', { value: api.apiId });
    new CfnOutput(this, 'ApiUrl', { value: api.apiEndpoint });
  }

  #routes(
    api: apigateway.HttpApi,
    authorizer: HttpJwtAuthorizer,
    module: ModuleSpec,
    pools: EdgeProps['pools'],
    integrations: Map<string, HttpLambdaIntegration>,
  ): apigateway.HttpRoute[] {
    const routes: apigateway.HttpRoute[] = [];
    for (const action of Object.values(module.actions)) {
      const name = `${module.name}/${action.profile}`;
      const handler = pools.get(name);
      if (!handler) throw new Error(`no function serves ${action.route}: ${name} is missing`);
      const integration = integrations.get(name) ?? new HttpLambdaIntegration(name.replaceAll('/', '-'), handler);
      integrations.set(name, integration);
      const [method, path] = action.route.split(' ') as [apigateway.HttpMethod, string];
      if (path === '/$default') continue;
      routes.push(...api.addRoutes({ path, methods: [method], integration, ...(action.roles === 'public' ? {} : { authorizer }) }));
    }
    return routes;
  }
}

/** `POST /exports` → how many of these requests a second. */
const throttlesOf = (modules: readonly ModuleSpec[]): Record<string, object> =>
  Object.fromEntries(
    modules
      .flatMap((module) => Object.values(module.actions))
      .flatMap(({ route, profile }) => (THROTTLES[profile] && !route.endsWith('/$default') ? [[route, THROTTLES[profile]]] : [])),
  );
