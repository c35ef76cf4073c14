import { createHash } from 'node:crypto';
import { unzipSync } from 'fflate';
import { expect, it } from 'vitest';
import { addDays, addMonths, dateIn, monthOf } from '../../shared/kernel/date.ts';
import { eventually, executionStatus, runOf, statesEntered } from '../support/cloud.ts';
import { books } from '../support/ledger.ts';
import { closesOf } from '../support/month-close.ts';
import { foundCompany } from '../support/trading-company.ts';

const MACHINE = 'month-end-close';
const today = dateIn('Europe/Madrid', new Date());
const month = addMonths(monthOf(today), -1);
const last = addDays(`${monthOf(today)}-01`, -1);

/** ana posts the capital in the month before this one, and 60.50 that nobody has said what it is of; bea closes. */
async function unclear() {
  const { name: tenant } = await foundCompany();
  const closes = closesOf(tenant);
  for (const by of ['ana', 'bea']) await closes.ask(by, 'GET /month-closes', undefined, { roles: ['owner'] });
  const post = (date: string, debit: string, credit: string, amount: string) => {
    const of = { amount, currency: 'EUR' };
    const lines = [
      { account: debit, debit: of },
      { account: credit, credit: of },
    ];
    return books(tenant, 'postEntry', { body: { date, text: 'Asiento', lines }, email: `ana@${tenant}.example` });
  };
  expect((await post(`${month}-02`, '572', '100', '3000.00')).status).toBe(201);
  expect((await post(`${month}-20`, '572', '555', '60.50')).status).toBe(201);
  const closeId = `mcl_${month.replace('-', '')}`;
  const name = runOf(tenant, closeId);
  const comesTo = (state: string, id = closeId) => eventually(`it is ${state}`, async () => (await closes.read(id)).state === state, 60);
  const ended = (execution = name) => eventually('its end', async () => (await executionStatus(MACHINE, execution)) === 'SUCCEEDED', 60);
  return { tenant, closes, post, closeId, name, comesTo, ended };
}

it('a month waits for who mends what fails, is looked at again by itself, closes once, and takes no late fact', async () => {
  const { closes, post, closeId, name, comesTo, ended } = await unclear();
  const [one, two] = await Promise.all([closes.start('bea', month), closes.start('bea', month)]);
  expect([one.id, two.id]).toEqual([closeId, closeId]);
  await comesTo('waiting');
  expect(await closes.checksIn(closeId, 'failed')).toEqual(['suspense']);
  expect((await post(last, '555', '759', '60.50')).status).toBe(201);
  await comesTo('closed');
  await ended();
  const states = await statesEntered(MACHINE, name);
  expect(states.filter((state) => state !== 'WhatNext')).toEqual([
    'CheckMonth',
    'AwaitMend',
    'CheckMonth',
    'LockMonth',
    'FinishClose',
    'Ended',
  ]);
  expect((await post(last, '572', '100', '1.00')).body.code).toBe('period.month_closed');
});

it('a rehearsal closes nothing, a waiver lets the close go on, and who reopens a month closes it again', async () => {
  const { closes, post, closeId, tenant, comesTo, ended } = await unclear();
  const rehearsal = await closes.start('bea', month, true);
  await comesTo('rehearsed', rehearsal.id);
  expect(await closes.checksIn(rehearsal.id, 'failed')).toEqual(['suspense']);
  await closes.start('bea', month);
  await comesTo('waiting');
  const reason = 'El banco lo aclara';
  const waive = `POST /month-closes/${closeId}/checks/suspense/waiver`;
  expect(await closes.refused('ana', waive, { reason, until: addDays(today, 30) })).toEqual([403, 'month_close.waiver_own', 'path.check']);
  await closes.done('bea', waive, { reason, until: addDays(today, 30) });
  await comesTo('closed');
  await ended();
  await closes.done('bea', `POST /month-closes/${closeId}/reopening`, { reason: 'Auditoría', until: addDays(today, 7) });
  expect((await post(last, '623', '572', '100.00')).status).toBe(201);
  await closes.start('bea', month);
  await comesTo('closed');
  await ended(runOf(tenant, closeId, 2));
  for (const run of [1, 2]) {
    const { url, sha256, bytes } = await closes.done('bea', `GET /month-closes/${closeId}/packs/${run}`);
    const zip = Buffer.from(await (await fetch(url)).arrayBuffer());
    expect([zip.length, createHash('sha256').update(zip).digest('hex')]).toEqual([bytes, sha256]);
    expect(Object.keys(unzipSync(zip))).toContain('balance-sheet.pdf');
  }
});
