import {
  AdminGetUserCommand,
  AdminUpdateUserAttributesCommand,
  CognitoIdentityProviderClient,
  InitiateAuthCommand,
  RespondToAuthChallengeCommand,
} from '@aws-sdk/client-cognito-identity-provider';
import { mailsTo } from './cloud.ts';
import { deployed } from './http.ts';

const cognito = () => {
  const { endpointUrl: endpoint, region } = deployed();
  return new CognitoIdentityProviderClient({ endpoint, region, credentials: { accessKeyId: 'test', secretAccessKey: 'test' } });
};

/** Signs in by password as any program does: the ID token, or the name of what stands in the way. */
export async function signIn(email: string, password: string): Promise<{ token?: string; refused?: string }> {
  const AuthParameters = { USERNAME: email, PASSWORD: password };
  try {
    const command = new InitiateAuthCommand({ AuthFlow: 'USER_PASSWORD_AUTH', ClientId: deployed().clientId, AuthParameters });
    const { AuthenticationResult, ChallengeName } = await cognito().send(command);
    const token = AuthenticationResult?.IdToken;
    return token ? { token } : { refused: ChallengeName ?? 'more' };
  } catch (error) {
    return { refused: (error as Error).name };
  }
}

/** Takes up an invitation: signs in with the temporary password and replaces it. The first ID token. */
export async function takeUp(email: string, temporary: string, password: string): Promise<string> {
  const ClientId = deployed().clientId;
  const AuthParameters = { USERNAME: email, PASSWORD: temporary };
  const challenge = await cognito().send(new InitiateAuthCommand({ AuthFlow: 'USER_PASSWORD_AUTH', ClientId, AuthParameters }));
  const ChallengeResponses = { USERNAME: challenge.ChallengeParameters?.USER_ID_FOR_SRP ?? email, NEW_PASSWORD: password };
  const { AuthenticationResult } = await cognito().send(
    new RespondToAuthChallengeCommand({ ClientId, ChallengeName: challenge.ChallengeName, Session: challenge.Session, ChallengeResponses }),
  );
  if (!AuthenticationResult?.IdToken) throw new Error(`${email} could not take up the invitation`);
  return AuthenticationResult.IdToken;
}

/** The temporary passwords that were mailed to an address, the first one first. */
export async function invitationsTo(email: string): Promise<string[]> {
  const mails = await mailsTo(email);
  return mails.map((mail) => /good for three days: ([^\s"<\\]+)/.exec(mail)?.[1] ?? `no password in ${mail}`);
}

/** What the user pool says of a user. */
export async function userIn(email: string) {
  const user = { UserPoolId: deployed().userPoolId, Username: email };
  const { UserAttributes = [], Enabled, UserStatus } = await cognito().send(new AdminGetUserCommand(user));
  const textOf = (name: string) => UserAttributes.find(({ Name }) => Name === name)?.Value ?? '';
  return {
    companies: [textOf('custom:tenant'), ...textOf('custom:companies').split(' ')].filter(Boolean),
    enabled: Enabled,
    status: UserStatus,
  };
}

/** Makes a user's token name one company alone, as a write of another company at the same instant would. */
export async function setCompanies(email: string, only: string): Promise<void> {
  const UserAttributes = Object.entries({ 'custom:tenant': only, 'custom:companies': '' }).map(([Name, Value]) => ({ Name, Value }));
  await cognito().send(new AdminUpdateUserAttributesCommand({ UserPoolId: deployed().userPoolId, Username: email, UserAttributes }));
}
