import { expect, it } from 'vitest';
import { banking } from '#api/finance/banking.ts';
import { handler as commands } from '../../../functions/finance/banking/commands.ts';
import { handler as queries } from '../../../functions/finance/banking/queries.ts';
import { spanishIban } from '../../../shared/domain/finance/banking/spanish-account.ts';
import { addDays } from '../../../shared/kernel/date.ts';
import { putObject } from '../../../shared/runtime/documents.ts';
import { call, newTenant } from '../../support/call.ts';
import { eventually } from '../../support/cloud.ts';
import { newCompany } from '../../support/company.ts';
import { books as ledger } from '../../support/ledger.ts';
import { type FileFormat, WRITERS } from '../../support/statement-files.ts';

/** So many files at once; two hundred with `TRASTIENDA_FILES=200`. */
const FILES = Number(process.env.TRASTIENDA_FILES ?? 45);
const ACCOUNTS = [
  { code: '572', iban: spanishIban('210004180200051332') },
  { code: '5720001', iban: spanishIban('210004180200051333') },
  { code: '5720002', iban: spanishIban('210004180200051334') },
];
const FORMATS: readonly FileFormat[] = ['norma43', 'camt053', 'mt940'];
const FIRST = '2026-01-02';

const HANDLERS = { commands, queries };
type Action = 'createBankAccount' | 'listBankFiles' | 'listBankLines' | 'listBankStatements';
async function done(tenant: string, action: Action, request: { body?: object; query?: Record<string, string> }) {
  const { route, profile } = banking.actions[action];
  const { status, body } = await call(HANDLERS[profile], route, route, { tenant, ...request });
  expect(status, JSON.stringify(body).slice(0, 300)).toBeLessThan(300);
  return body;
}
/** Every record of a list. */
async function every(tenant: string, action: Action, query: Record<string, string> = {}) {
  const items = [];
  let cursor: string | undefined;
  do {
    const page = await done(tenant, action, { query: { ...query, limit: '100', ...(cursor ? { cursor } : {}) } });
    items.push(...page.items);
    cursor = page.nextCursor;
  } while (cursor);
  return items;
}

/** The days of an account: each has three movements, two of them alike. */
const dayOf = (account: number, day: number) => {
  const date = addDays(FIRST, day);
  return [103 + account, -50, -50].map((amount, i) => ({ date, amount: amount * (day + 1), text: i === 0 ? 'COBRO' : 'COMISION' }));
};
const sumOf = (movements: readonly { readonly amount: number }[]) => movements.reduce((sum, { amount }) => sum + amount, 0);

it('many files of three accounts at once, in three formats, out of order and overlapping: each line once, in its order, none lost', {
  timeout: 580_000,
}, async () => {
  const tenant = newTenant();
  await newCompany(tenant);
  for (const { code } of ACCOUNTS.slice(1)) await ledger(tenant, 'createAccount', { body: { code, name: code } });
  const accounts = [];
  for (const { code: account, iban } of ACCOUNTS)
    accounts.push(await done(tenant, 'createBankAccount', { body: { name: `Cuenta ${account}`, iban, account } }));
  const days = Math.floor(FILES / ACCOUNTS.length);
  const files = Array.from({ length: days * ACCOUNTS.length }, (_, at) => {
    const [account, day] = [at % ACCOUNTS.length, Math.floor(at / ACCOUNTS.length)];
    // Every fourth tells of the day before once more.
    const from = day > 0 && day % 4 === 0 ? day - 1 : day;
    const before = Array.from({ length: from }, (_, each) => dayOf(account, each)).flat();
    const movements = Array.from({ length: day - from + 1 }, (_, each) => dayOf(account, from + each)).flat();
    const of = {
      opening: 1_000_000 + sumOf(before),
      from: addDays(FIRST, from),
      to: addDays(FIRST, day),
      iban: ACCOUNTS[account]?.iban ?? '',
    };
    return WRITERS[FORMATS[day % FORMATS.length] as FileFormat](movements, of);
  });
  // Neither by account nor by day.
  const order = files.map((_, at) => (at * 7919) % files.length);
  const begun = Date.now();
  await Promise.all(
    [...new Set(order)].map((at) => putObject('documents', `statements/${tenant}/f${at}.txt`, files[at] ?? '', 'text/plain')),
  );
  const ended = await eventually(
    'all files',
    async () => {
      const all = await every(tenant, 'listBankFiles');
      return all.length === files.length && all.every(({ state }) => state === 'done' || state === 'failed') ? all : undefined;
    },
    540,
  );
  process.stdout.write(`${files.length} files at once: ${((Date.now() - begun) / 1000).toFixed(0)} s\n`);
  expect(ended.filter(({ state }) => state === 'failed').map(({ error }) => error)).toEqual([]);
  for (const [at, { id: bankAccountId }] of accounts.entries()) {
    const lines = await every(tenant, 'listBankLines', { bankAccountId });
    const truth = Array.from({ length: days }, (_, day) => dayOf(at, day)).flat();
    expect(lines.map(({ date, amount, like }) => [date, Math.round(Number(amount.amount) * 100), like])).toEqual(
      truth.map(({ date, amount }) => [date, amount, undefined]),
    );
    const statements = await every(tenant, 'listBankStatements', { bankAccountId });
    expect(statements.flatMap(({ gap }) => gap ?? [])).toEqual([]);
  }
});
