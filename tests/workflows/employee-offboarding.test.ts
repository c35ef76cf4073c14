import { expect, it } from 'vitest';
import { makeAccount } from '../../functions/platform/members/identity-gateway.ts';
import { memberIdOf } from '../../functions/platform/members/presence-store.ts';
import { Members } from '../../shared/domain/platform/members/member.ts';
import { addDays } from '../../shared/kernel/date.ts';
import { eventually, executionStatus, invokeWorker, runOf, statesEntered } from '../support/cloud.ts';
import { hiringCompany, PERSONAL, termsFrom, today } from '../support/hiring.ts';

const MACHINE = 'employee-offboarding';
const inSeconds = (seconds: number) => new Date(Date.now() + seconds * 1000).toISOString();

/** Somebody who has worked here for a thousand days, and whose last was the day before yesterday or is to come. */
async function leaving(lastDay: string, accessEndsAt: string) {
  const company = await hiringCompany();
  const { tenant, at, ask, done, employ, taskOf, records } = company;
  const employeeId = await employ(at('clerk'), -1000);
  await ask('clerk', 'GET /people/employees');
  await makeAccount(tenant, at('clerk'), { mail: false });
  await done('hr', `PUT /people/employees/${employeeId}/personal`, PERSONAL);
  await done('payroll', `POST /payroll/employees/${employeeId}/terms`, termsFrom(addDays(today, -1000)));
  const { id } = await done('hr', 'POST /onboarding/offboardings', { employeeId, lastDay, accessEndsAt, cause: 'objective' });
  const name = runOf(tenant, id);
  const member = () => records.get(Members, memberIdOf(tenant, at('clerk')));
  const reaches = (key: string, state: string) => eventually(`${key} ${state}`, async () => (await taskOf(id, key))?.state === state, 120);
  /** The emulator's timers ring by the reconciliation alone. */
  const closed = () =>
    eventually(
      'access closed',
      async () => {
        await invokeWorker('reconcileOnboardings');
        return (await taskOf(id, 'close-access'))?.state === 'done';
      },
      120,
    );
  const ended = () => eventually('its end', async () => (await executionStatus(MACHINE, name)) === 'SUCCEEDED', 120);
  return { ...company, id, employeeId, name, member, reaches, closed, ended };
}

it('closes access at its minute, ends the employment after the last day, and ends with its tasks', { timeout: 240_000 }, async () => {
  const { id, employeeId, name, member, reaches, closed, ended, done, ask, get, taskOf } = await leaving(addDays(today, -2), inSeconds(2));
  await closed();
  expect((await member())?.state).toBe('removed');
  expect((await ask('hr', `GET /people/employees/${employeeId}`)).status).toBe(200);
  await reaches('end-employment', 'done');
  expect(await done('hr', `GET /people/employees/${employeeId}`)).toMatchObject({ state: 'left', endDate: addDays(today, -2) });
  await done('payroll', `POST /onboarding/onboardings/${id}/settlement`, { taken: '5' });
  for (const key of ['notice', 'deregistration', 'company-certificate', 'handover', 'things-back'])
    await done('hr', `POST /onboarding/tasks/${(await taskOf(id, key)).id}/completion`, { text: 'Hecho' });
  await ended();
  expect((await get(id)).state).toBe('done');
  expect((await statesEntered(MACHINE, name)).length).toBeLessThanOrEqual(12);
});

it('gives access back where somebody stays after all, and the employment has no end', { timeout: 240_000 }, async () => {
  const { id, employeeId, member, reaches, closed, ended, done, get } = await leaving(addDays(today, 20), inSeconds(2));
  await closed();
  await done('hr', `POST /onboarding/onboardings/${id}/withdrawal`, { reason: 'Se queda' });
  await ended();
  await reaches('undo-access', 'done');
  expect((await member())?.state).toBe('active');
  expect((await done('hr', `GET /people/employees/${employeeId}`)).endDate).toBeUndefined();
  expect((await get(id)).state).toBe('withdrawn');
});
