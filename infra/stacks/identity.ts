import { CfnOutput, Duration, Stack, type StackProps } from 'aws-cdk-lib';
import * as cognito from 'aws-cdk-lib/aws-cognito';
import type { Construct } from 'constructs';
import { mailDomain, retention, type Target } from '../target.ts';

/**
 * Who may sign in: one user pool, their companies as attributes that users cannot write. What they may do stands in the
 * company's records; the one group is for whoever sets a company up, before it has records.
 */
export class IdentityStack extends Stack {
  readonly pool: cognito.UserPool;
  readonly client: cognito.UserPoolClient;

  constructor(scope: Construct, id: string, props: StackProps & { readonly target: Target }) {
    super(scope, id, { ...props, terminationProtection: props.target.durable });
    const { mailFrom } = props.target;
    this.pool = new cognito.UserPool(this, 'Users', {
      selfSignUpEnabled: false,
      signInAliases: { email: true },
      // `Ana@` and `ana@` are one person. It cannot be changed once the pool is there.
      signInCaseSensitive: false,
      autoVerify: { email: true },
      // The company that somebody came by, and the others that they work for.
      customAttributes: {
        tenant: new cognito.StringAttribute({ minLen: 2, maxLen: 31, mutable: true }),
        companies: new cognito.StringAttribute({ maxLen: 2048, mutable: true }),
      },
      passwordPolicy: {
        minLength: 12,
        requireDigits: true,
        requireLowercase: true,
        requireUppercase: true,
        requireSymbols: true,
        tempPasswordValidity: Duration.days(3),
      },
      // In both languages: Cognito knows one text for everybody.
      userInvitation: {
        emailSubject: 'Invitación a Trastienda · Invitation to Trastienda',
        emailBody:
          'Te han invitado a Trastienda. Entra como {username} con esta contraseña, que vale tres días: {####}<br><br>' +
          'You are invited to Trastienda. Sign in as {username} with this password, good for three days: {####}',
      },
      ...(props.target.poolMail && mailFrom
        ? {
            email: cognito.UserPoolEmail.withSES({
              fromEmail: mailFrom,
              fromName: 'Trastienda',
              sesRegion: this.region,
              sesVerifiedDomain: mailDomain(mailFrom),
            }),
          }
        : {}),
      mfa: cognito.Mfa.OPTIONAL,
      mfaSecondFactor: { otp: true, sms: false },
      accountRecovery: cognito.AccountRecovery.EMAIL_ONLY,
      deletionProtection: props.target.durable,
      ...retention(props.target),
    });
    new cognito.CfnUserPoolGroup(this, 'Role-owner', {
      userPoolId: this.pool.userPoolId,
      groupName: 'owner',
      description: 'Sets up the company that it belongs to',
    });
    this.client = this.#client();
    new CfnOutput(this, 'UserPoolId', { value: this.pool.userPoolId });
    new CfnOutput(this, 'UserPoolClientId', { value: this.client.userPoolClientId });
  }
  #client(): cognito.UserPoolClient {
    return this.pool.addClient('Client', {
      authFlows: { userSrp: true, userPassword: true },
      disableOAuth: true,
      // Records decide within a minute; the token is the second lock. Four renewals an hour and person stay far from Cognito's quotas.
      accessTokenValidity: Duration.minutes(15),
      idTokenValidity: Duration.minutes(15),
      refreshTokenValidity: Duration.days(1),
      preventUserExistenceErrors: true,
      enableTokenRevocation: true,
      readAttributes: new cognito.ClientAttributes().withStandardAttributes({ email: true }).withCustomAttributes('tenant', 'companies'),
      // Companies are set by the API and administrators alone: a user who could write them could move to another company.
      writeAttributes: new cognito.ClientAttributes().withStandardAttributes({ locale: true }),
    });
  }
}
