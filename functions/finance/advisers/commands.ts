import { advisers } from '#api/finance/advisers.ts';
import { Advisers, newAdviser, patchedAdviser, requireRows } from '#domain/finance/advisers/adviser.ts';
import { adviserView } from '#domain/finance/advisers/wire.ts';
import { create, update } from '#kernel/record.ts';
import { creates, on } from '#runtime/action.ts';
import { command, serveModule } from '../../platform/service.ts';
import { rowsOfCsv } from './accounts-csv.ts';

export const createAdviser = command(
  advisers.actions.createAdviser,
  creates(Advisers, 'adv'),
  ({ body, newId, caller, today }) => [create(Advisers, newId('adv'), newAdviser(body, { by: caller.email, on: today }))],
  adviserView,
);

export const patchAdviser = command(
  advisers.actions.patchAdviser,
  on(Advisers, (path) => path.adviserId),
  ({ body, caller, today }, adviser) => [update(Advisers, adviser, patchedAdviser(adviser, body, { by: caller.email, on: today }))],
  adviserView,
);

export const putAdviserAccounts = command(
  advisers.actions.putAdviserAccounts,
  on(Advisers, (path) => path.adviserId),
  ({ body: { rows = [], csv } }, adviser) => {
    const accounts = csv === undefined ? rows : rowsOfCsv(csv);
    requireRows(accounts, adviser.digits, (row) => (csv === undefined ? `body.rows.${row}` : 'body.csv'));
    return [update(Advisers, adviser, { ...adviser, accounts })];
  },
  adviserView,
);

export const handler = serveModule(advisers, { createAdviser, patchAdviser, putAdviserAccounts });
