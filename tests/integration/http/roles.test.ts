import { beforeAll, describe, expect, test } from 'vitest';
import { ROLES, type Role, suffices } from '../../../shared/kernel/permission.ts';
import { ACTIONS, eachOf, type NamedAction, routeWith } from '../../support/every-action.ts';
import { newTenant, refusal, send, type Tenant } from '../../support/http.ts';
import { itemsOf } from '../../support/items.ts';

const parameter = (name: string): string => (name === 'period' ? '2026-01' : name === 'code' ? '430' : `${name}_x`);

/** What is kept of people, in whatever module. */
const OF_PEOPLE = /^GET \/(people|payroll|time|onboarding|development|recruiting|equipment)\b/;

interface Try extends NamedAction {
  readonly role: Role;
}

/**
 * Every action once, by roles in turn, and every permission once by each role: what guards an action does not know the role, and what
 * a role may do knows no action, so that all pairs would say nothing more.
 */
function triesOf(given: boolean): readonly Try[] {
  const seen = new Set<string>();
  return ACTIONS.flatMap(({ name, spec }, i) => {
    const roles = ROLES.filter((role) => suffices(role, spec.permission) === given);
    const turn = roles[i % Math.max(1, roles.length)];
    return roles.flatMap((role) => {
      const pair = `${role} ${spec.permission}`;
      if (role !== turn && seen.has(pair)) return [];
      seen.add(pair);
      return [{ name, spec, role }];
    });
  });
}

describe('who may do what, as the tables say', () => {
  let tenant: Tenant;
  let before: Awaited<ReturnType<typeof itemsOf>>;
  beforeAll(async () => {
    tenant = await newTenant();
    before = await itemsOf(tenant.name);
  });

  test('each role is refused each action whose permission it does not give, before anything else is looked at', {
    timeout: 180_000,
  }, async () => {
    const tries = triesOf(false);
    expect(new Set(tries.map(({ role }) => role))).toEqual(new Set(ROLES.filter((role) => role !== 'owner')));
    const wrong: unknown[] = [];
    await eachOf(tries, async ({ name, spec, role }) => {
      const body = spec.body ? (spec.example?.body ?? {}) : undefined;
      const answer = await send(routeWith(spec.route, parameter), { token: tenant.tokens[role], body });
      const said = refusal(answer);
      if (said.status !== 403 || said.code !== 'role.not_allowed') wrong.push({ name, role, ...said });
    });
    expect(wrong).toEqual([]);
  });

  test('each role that gives it passes that gate', { timeout: 180_000 }, async () => {
    const tries = triesOf(true);
    const wrong: unknown[] = [];
    await eachOf(tries, async ({ name, spec, role }) => {
      // An unknown field is refused after the role was: no action is carried out.
      const answer = await send(`${routeWith(spec.route, parameter)}?nothing=1`, { token: tenant.tokens[role], body: spec.body && {} });
      if (answer.status === 403 || answer.status === 401 || answer.status >= 500) wrong.push({ name, role, status: answer.status });
    });
    expect(wrong).toEqual([]);
  });

  test('an auditor may read everything, and change nothing but what is their own, and make an export', () => {
    const reads = ACTIONS.filter(({ spec }) => spec.route.startsWith('GET '));
    // A link to upload to is asked for by GET, and is a change; who issues signs for the company; the bank's file is for those who pay;
    // people and what they earn are for those who work with them.
    const hidden = reads.filter(({ spec }) => !suffices('auditor', spec.permission) && !OF_PEOPLE.test(spec.route));
    expect(hidden.map(({ name }) => name)).toEqual(['getLogoUpload', 'getSignedInvoice', 'getSignedCreditNote', 'getPaymentFile']);
    const changes = ACTIONS.filter(({ spec }) => !spec.route.startsWith('GET ') && suffices('auditor', spec.permission));
    expect(changes.map(({ name }) => name)).toEqual([
      // What a rule would have done is looked at by a POST, and changes nothing; whether mails come is each one's own.
      ...['recordSecondFactor', 'putPreferences', 'dryRunRule', 'putMailStop', 'createExport', 'createTaxFile', 'createAdviserExport'],
      // Notes and files are their writers' own: an auditor asks by them, and changes no record.
      ...['createNote', 'patchNote', 'deleteNote', 'createAttachment', 'deleteAttachment', 'putFollower', 'readNotifications'],
      // A task is told to be done by whose it is, whoever they are.
      'completeTask',
    ]);
  });

  test('of all that was refused, nothing is left behind', async () => {
    expect(await itemsOf(tenant.name)).toEqual(before);
  });
});
