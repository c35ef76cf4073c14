import { expect, it } from 'vitest';
import { memberIdOf } from '../../functions/platform/members/presence-store.ts';
import { Members } from '../../shared/domain/platform/members/member.ts';
import { eventually, executionStatus, invokeWorker, runOf, statesEntered, stopExecution } from '../support/cloud.ts';
import { hiringCompany, PERSONAL } from '../support/hiring.ts';

const MACHINE = 'employee-onboarding';
const IBAN = 'ES9121000418450200051332';

/** Somebody who comes today: the machine's turn was on the morning of the day before, whatever the hour is now. */
async function started() {
  const company = await hiringCompany();
  const { tenant, at, done, employ, get, taskOf, records } = company;
  const email = at('ana');
  const employeeId = await employ(email, 0);
  await done('hr', `PUT /people/employees/${employeeId}/personal`, PERSONAL);
  const { id } = await done('hr', 'POST /onboarding/onboardings', { employeeId, contract: 'indefinite' });
  const name = runOf(tenant, id);
  const member = () => records.get(Members, memberIdOf(tenant, email));
  const reaches = (key: string, state: string) => eventually(`${key} ${state}`, async () => (await taskOf(id, key))?.state === state, 120);
  const ended = () => eventually('its end', async () => (await executionStatus(MACHINE, name)) === 'SUCCEEDED', 120);
  const complete = async (key: string, body: object = { text: 'Acuse 1' }) =>
    done('hr', `POST /onboarding/tasks/${(await taskOf(id, key)).id}/completion`, body);
  return { ...company, id, employeeId, name, member, reaches, ended, complete, state: async () => (await get(id)).state };
}

it('invites and welcomes on their day, waits for people, and ends in ten transitions', { timeout: 240_000 }, async () => {
  const { id, name, member, reaches, ended, complete, done, get, taskOf, employeeId } = await started();
  await reaches('welcome', 'done');
  expect(await member()).toMatchObject({ state: 'invited', roles: ['employee'] });
  for (const key of ['affiliation', 'prevention', 'contract', 'basic-copy', 'form-145', 'workplace', 'first-day', 'policies'])
    await complete(key);
  await done('hr', `POST /onboarding/tasks/${(await taskOf(id, 'sign-contract')).id}/waiver`, { reason: 'En papel' });
  await complete('bank-account', { iban: IBAN });
  expect(await get(id)).toMatchObject({ state: 'running', done: 11, total: 12 });
  await done('hr2', `POST /onboarding/tasks/${(await taskOf(id, 'bank-account')).id}/confirmation`);
  await ended();
  expect(await get(id)).toMatchObject({ state: 'done', done: 12, total: 12 });
  expect((await done('hr', `GET /people/employees/${employeeId}/personal`)).iban).toBe(IBAN);
  const states = await statesEntered(MACHINE, name);
  expect(new Set(states)).toEqual(new Set(['AwaitTurn', 'RunTasks', 'IsThereMore', 'Ended']));
  expect(states.length).toBeLessThanOrEqual(12);
});

it('takes back what was done for whoever does not come: access by itself, what an office was told as a task', {
  timeout: 240_000,
}, async () => {
  const { id, member, reaches, ended, complete, done, get, state, employeeId } = await started();
  await reaches('welcome', 'done');
  await complete('affiliation');
  await done('hr', `POST /onboarding/onboardings/${id}/withdrawal`, { reason: 'Renuncia' });
  await ended();
  await reaches('undo-access', 'done');
  expect((await member())?.state).toBe('removed');
  expect((await done('hr', `GET /people/employees/${employeeId}`)).state).toBe('left');
  expect(await state()).toBe('withdrawing');
  await complete('undo-affiliation');
  expect(await get(id)).toMatchObject({ state: 'withdrawn', withdrawn: { reason: 'Renuncia' } });
});

it('goes on where an execution was lost: the reconciliation starts the next', { timeout: 240_000 }, async () => {
  const { tenant, id, name, reaches } = await started();
  await eventually('the execution', async () => (await executionStatus(MACHINE, name)) === 'RUNNING');
  await stopExecution(MACHINE, name);
  await invokeWorker('reconcileOnboardings');
  await eventually('the next', async () => (await executionStatus(MACHINE, runOf(tenant, id, 2))) !== undefined, 60);
  await reaches('welcome', 'done');
});
