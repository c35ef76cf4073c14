import { CfnOutput, Duration, Stack, type StackProps } from 'aws-cdk-lib';
import * as cognito from 'aws-cdk-lib/aws-cognito';
import type { Construct } from 'constructs';
import { ROLES } from '../../shared/kernel/action.ts';
import { retention, type Target } from '../target.ts';

/** Who may sign in: one user pool, one group per role, the company as an attribute that users cannot write. */
export class IdentityStack extends Stack {
  readonly pool: cognito.UserPool;
  readonly client: cognito.UserPoolClient;

  constructor(scope: Construct, id: string, props: StackProps & { readonly target: Target }) {
    super(scope, id, { ...props, terminationProtection: props.target.durable });
    this.pool = new cognito.UserPool(this, 'Users', {
      selfSignUpEnabled: false,
      signInAliases: { email: true },
      autoVerify: { email: true },
      customAttributes: { tenant: new cognito.StringAttribute({ minLen: 2, maxLen: 31, mutable: true }) },
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
      mfa: cognito.Mfa.OPTIONAL,
      mfaSecondFactor: { otp: true, sms: false },
      accountRecovery: cognito.AccountRecovery.EMAIL_ONLY,
      deletionProtection: props.target.durable,
      ...retention(props.target),
    });
    for (const role of ROLES) new cognito.CfnUserPoolGroup(this, `Role-${role}`, { userPoolId: this.pool.userPoolId, groupName: role });
    this.client = this.pool.addClient('Client', {
      authFlows: { userSrp: true, userPassword: true },
      accessTokenValidity: Duration.hours(1),
      idTokenValidity: Duration.hours(1),
      refreshTokenValidity: Duration.days(1),
      preventUserExistenceErrors: true,
      enableTokenRevocation: true,
      readAttributes: new cognito.ClientAttributes().withStandardAttributes({ email: true }).withCustomAttributes('tenant'),
      // The company is set by an administrator only: a user who could write it could move to another company.
      writeAttributes: new cognito.ClientAttributes().withStandardAttributes({ locale: true }),
    });
    new CfnOutput(this, 'UserPoolId', { value: this.pool.userPoolId });
    new CfnOutput(this, 'UserPoolClientId', { value: this.client.userPoolClientId });
  }
}
