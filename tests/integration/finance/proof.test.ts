import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import { eventually, invokeWorker } from '../../support/cloud.ts';
import { send } from '../../support/http.ts';
import { done, draftFor, postOf, tradingCompany } from '../../support/trading-company.ts';

const VERIFY = join(import.meta.dirname, '../../../docs/verify/verify-books.mjs');

it('books are sealed by the round, and verified by a program that knows the API’s files alone', { timeout: 120_000 }, async () => {
  const company = await tradingCompany();
  const post = postOf(company);
  const ask = (route: string) => done(send(route, { token: company.tokens.owner }));
  const { id } = await post('/invoice-drafts', draftFor(company.ids.cus ?? ''));
  const invoice = await post(`/invoice-drafts/${id}/issue`, {});
  const seal = await eventually(
    'a seal with the invoice',
    async () => {
      await invokeWorker('sealBooks', {});
      return (await ask('GET /proof/seals')).items[0];
    },
    60,
  );
  const { url } = await ask(`GET /proof/seals/${seal.id}`);
  const file = await (await fetch(url)).text();
  const exported = await post('/exports', { kind: 'books-proof' });
  const books = await (await fetch(exported.url)).text();
  expect(books).toContain(`"document":"${invoice.id}"`);
  const folder = await mkdtemp(join(tmpdir(), 'proof-'));
  try {
    await writeFile(join(folder, 'books.tsv'), books);
    await writeFile(join(folder, 'seal.json'), file);
    const { stdout } = await promisify(execFile)(process.execPath, [VERIFY, join(folder, 'books.tsv'), join(folder, 'seal.json')]);
    expect(stdout).toContain(`${exported.entries} entries`);
    expect(stdout).toContain('all agrees');
  } finally {
    await rm(folder, { recursive: true });
  }
});
