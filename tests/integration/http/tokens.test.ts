import { createPrivateKey, createSign, generateKeyPairSync, type KeyObject, randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import {
  CognitoIdentityProviderClient,
  CreateUserPoolClientCommand,
  CreateUserPoolCommand,
  InitiateAuthCommand,
} from '@aws-sdk/client-cognito-identity-provider';
import { beforeAll, describe, expect, test } from 'vitest';
import { createUsers } from '../../../infra/tools/local/users.ts';
import { deployed, newTenant, newUser, refusal, send, type Tenant } from '../../support/http.ts';

const PASSWORD = 'Aa1-correct-horse-battery';
const part = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');
const read = (text: string | undefined) => JSON.parse(Buffer.from(text ?? '', 'base64url').toString());
const claimsOf = (token: string) => read(token.split('.')[1]);
const headerOf = (token: string) => read(token.split('.')[0]);

function signed(header: object, claims: object, key: KeyObject): string {
  const text = `${part(header)}.${part(claims)}`;
  return `${text}.${createSign('RSA-SHA256').update(text).sign(key, 'base64url')}`;
}

const cognito = () =>
  new CognitoIdentityProviderClient({
    endpoint: deployed().endpointUrl,
    region: deployed().region,
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
  });

async function tokensOf(clientId: string, email: string) {
  const AuthParameters = { USERNAME: email, PASSWORD };
  const command = new InitiateAuthCommand({ AuthFlow: 'USER_PASSWORD_AUTH', ClientId: clientId, AuthParameters });
  const { AuthenticationResult } = await cognito().send(command);
  return { id: AuthenticationResult?.IdToken ?? '', access: AuthenticationResult?.AccessToken ?? '' };
}

const newClient = async (UserPoolId: string): Promise<string> => {
  const made = await cognito().send(
    new CreateUserPoolClientCommand({ UserPoolId, ClientName: 'other', ExplicitAuthFlows: ['ALLOW_USER_PASSWORD_AUTH'] }),
  );
  return made.UserPoolClient?.ClientId ?? '';
};

/** Where the emulator keeps the key that a pool signs ID tokens with. */
const keyFile = (pool: string): string =>
  join(dirname(process.env.TRASTIENDA_ENDPOINTS ?? ''), 'state', 'services', 'cognito-pool-keys', `${pool}-id.pem`);

describe('what is no token of ours never reaches an action', () => {
  let tenant: Tenant;
  let good: string;
  const { privateKey: ours } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const refused = async (token: string | undefined) => {
    const { status, body } = await send('GET /me', { token });
    return { status, body };
  };
  const UNAUTHORIZED = { status: 401, body: { message: 'Unauthorized' } };

  beforeAll(async () => {
    tenant = await newTenant();
    good = tenant.tokens.owner;
  });

  test('a good token says who is calling', async () => {
    expect(await send('GET /me', { token: good })).toMatchObject({
      status: 200,
      body: { email: `owner@${tenant.name}.example`, company: tenant.name, roles: ['owner'] },
    });
  });

  test.each([['none'], ['Bearer'], ['Bearer x.y.z'], ['Basic b3duZXI6cGFzcw==']])('authorization: %s', async (authorization) => {
    const headers: Record<string, string> = authorization === 'none' ? {} : { authorization };
    const { status, body } = await send('GET /me', { headers });
    expect({ status, body }).toEqual(UNAUTHORIZED);
  });

  test('signed by another key, under the name of the right one', async () => {
    expect(await refused(signed(headerOf(good), claimsOf(good), ours))).toEqual(UNAUTHORIZED);
  });

  test('unsigned (alg none), with and without the right key’s name', async () => {
    for (const header of [
      { alg: 'none', typ: 'JWT' },
      { ...headerOf(good), alg: 'none' },
    ])
      expect(await refused(`${part(header)}.${part(claimsOf(good))}.`)).toEqual(UNAUTHORIZED);
  });

  test('a good token with another company or role written into it', async () => {
    const [header, , signature] = good.split('.');
    for (const claims of [{ 'custom:tenant': 'lumbre' }, { 'cognito:groups': ['owner', 'accountant'] }])
      expect(await refused(`${header}.${part({ ...claimsOf(good), ...claims })}.${signature}`)).toEqual(UNAUTHORIZED);
  });

  test('of another user pool, and of another client of our pool', async () => {
    const pool = await cognito().send(
      new CreateUserPoolCommand({
        PoolName: 'other',
        Schema: [{ Name: 'tenant', AttributeDataType: 'String', Mutable: true }],
      }),
    );
    const otherPool = pool.UserPool?.Id ?? '';
    const email = `mallory@${tenant.name}.example`;
    for (const userPoolId of [otherPool, deployed().userPoolId]) {
      await createUsers({ ...deployed(), userPoolId }, [{ email, password: PASSWORD, company: tenant.name, roles: [] }]);
      const { id } = await tokensOf(await newClient(userPoolId), email);
      expect(claimsOf(id)['custom:tenant']).toBe(tenant.name);
      expect(await refused(id)).toEqual(UNAUTHORIZED);
    }
  });

  test('expired, though the pool itself signed it', async ({ skip }) => {
    skip(!existsSync(keyFile(deployed().userPoolId)), 'this emulator keeps the keys of its user pools to itself');
    const key = createPrivateKey(readFileSync(keyFile(deployed().userPoolId)));
    const now = Math.floor(Date.now() / 1000);
    const lasting = (seconds: number) =>
      signed(headerOf(good), { ...claimsOf(good), iat: now - 3600, auth_time: now - 3600, exp: now + seconds }, key);
    expect((await send('GET /me', { token: lasting(60) })).status).toBe(200);
    expect(await refused(lasting(-1))).toEqual(UNAUTHORIZED);
  });
});

describe('a token of ours that gives no right', () => {
  test('the access token names no company', async () => {
    const tenant = await newTenant();
    const email = `second@${tenant.name}.example`;
    await createUsers(deployed(), [{ email, password: PASSWORD, company: tenant.name, roles: ['owner'] }]);
    const { access } = await tokensOf(deployed().clientId, email);
    expect(refusal(await send('GET /me', { token: access }))).toEqual({ status: 403, code: 'token.no_company', field: undefined });
  });

  test.each(['UPPER', 'a#b'])('the company %s is no company’s name', async (company) => {
    const token = await newUser(company, ['owner']);
    expect(refusal(await send('GET /me', { token }))).toEqual({ status: 403, code: 'token.no_company', field: undefined });
  });

  test('whoever the company has not let in may not even see who they are, whatever their token says', async () => {
    const { name, tokens } = await newTenant();
    const token = await newUser(name, ['owner']);
    const stranger = { status: 403, code: 'member.no_access', field: undefined };
    for (const route of ['GET /me', 'GET /company', 'GET /orders', 'POST /company', 'POST /members'])
      expect([route, refusal(await send(route, { token, ...(route.startsWith('POST') ? { body: {} } : {}) }))]).toEqual([route, stranger]);
    expect((await send('GET /members', { token: tokens.owner })).body.items).toHaveLength(Object.keys(tokens).length);
  });

  test('of a company without anybody, only whom an administrator sent to set it up is let in', async () => {
    const name = `f${randomBytes(5).toString('hex')}`;
    const other = await newUser(name, ['sales']);
    const founder = await newUser(name, ['owner']);
    expect(refusal(await send('GET /me', { token: other }))).toEqual({ status: 403, code: 'member.no_access', field: undefined });
    expect((await send('GET /me', { token: founder })).body).toMatchObject({
      company: name,
      roles: ['owner'],
      memberId: expect.any(String),
    });
    // From now on there is somebody: a second one is invited, or stays outside.
    const late = await newUser(name, ['owner']);
    expect(refusal(await send('POST /company', { token: late, body: {} }))).toMatchObject({ code: 'member.no_access' });
  });
});
