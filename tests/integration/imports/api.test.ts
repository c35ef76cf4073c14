import { describe, expect, it } from 'vitest';
import { handler as documents } from '../../../functions/sales/imports/documents.ts';
import { handler as queries } from '../../../functions/sales/imports/queries.ts';
import { Imports, MAX_FILE_BYTES, newImport } from '../../../shared/domain/sales/imports/import.ts';
import { create } from '../../../shared/kernel/record.ts';
import { idFrom } from '../../../shared/runtime/fingerprint.ts';
import { recordsOf } from '../../support/company.ts';
import { newShop } from '../../support/imports.ts';

describe('the API of imports', () => {
  it('createImport gives one import and a place of the company’s own to upload to, however often it is asked', async () => {
    const shop = await newShop();
    const ask = (body: object, key = 'k') => shop.ask(documents, 'POST /imports', 'POST /imports', { key, body });
    const made = await ask({ fileName: 'a.csv', bytes: 10 });
    expect(made).toMatchObject({
      status: 201,
      body: { status: 'waiting', profile: 'online-retail', rowsDone: 0, upload: { method: 'PUT', maxBytes: MAX_FILE_BYTES } },
    });
    expect(new URL(made.body.upload.url).pathname).toMatch(new RegExp(`/imports/orders/${shop.tenant}/${made.body.id}\\.csv$`));
    // The length is part of what is signed.
    expect(made.body.upload.url).toContain('X-Amz-SignedHeaders=content-length%3Bhost');
    const again = await ask({ fileName: 'a.csv', bytes: 10 });
    expect([again.status, again.body.id, again.body.createdAt]).toEqual([201, made.body.id, made.body.createdAt]);
    expect(await ask({ fileName: 'b.csv', bytes: 10 })).toMatchObject({ status: 409, body: { code: 'idempotency.key_reused' } });
  });

  it.each([
    [{ fileName: 'a.csv', bytes: MAX_FILE_BYTES + 1 }, 'body.bytes'],
    [{ fileName: 'a.csv', bytes: 0 }, 'body.bytes'],
    // Without a size a link would take gigabytes.
    [{ fileName: 'a.csv' }, 'body.bytes'],
    [{ fileName: '../b.csv', bytes: 1 }, 'body.fileName'],
    [{ fileName: 'a.csv', bytes: 1, profile: 'another' }, 'body.profile'],
    [{ fileName: 'a.csv', bytes: 1, tenant: 'norte' }, 'body.tenant'],
  ])('createImport refuses %o', async (body, field) => {
    const shop = await newShop();
    expect(await shop.ask(documents, 'POST /imports', 'POST /imports', { body })).toMatchObject({ status: 400, body: { field } });
  });

  it('listImports, getImport, listImportRows and getImportReport show the company’s own alone', async () => {
    const [ours, others] = [await newShop(), await newShop()];
    const { body } = await ours.ask(documents, 'POST /imports', 'POST /imports', { body: { fileName: 'a.csv', bytes: 10 } });
    expect((await ours.list({ status: 'waiting' })).map((i: { id: string }) => i.id)).toEqual([body.id]);
    expect(await ours.list({ status: 'done' })).toEqual([]);
    expect(await others.list()).toEqual([]);
    expect((await ours.get(body.id)).fileName).toBe('a.csv');
    expect(await others.get(body.id)).toMatchObject({ status: 404, code: 'import.not_found' });
    expect((await others.report(body.id)).body).toMatchObject({ status: 404, code: 'import.not_found' });
    const rows = { query: { limit: '5' } };
    const route = [`GET /imports/${body.id}/rows`, 'GET /imports/{importId}/rows'] as const;
    const { code, detail } = (await ours.ask(documents, ...route, rows)).body;
    const refusal = { code, message: detail, params: { status: 'waiting' } };
    expect((await ours.report(body.id)).body).toMatchObject({ status: 422, code: 'import.not_done', detail });
    const nothing = expect.objectContaining({ code: 'import.nothing_waits' });
    expect((await ours.get(body.id)).actions).toEqual({ getImportReport: refusal, listImportRows: refusal, approveImport: nothing });
    expect((await others.ask(documents, ...route, rows)).body).toMatchObject({ status: 404, code: 'import.not_found' });
  });

  it('pages through imports, newest first', async () => {
    const shop = await newShop();
    const records = recordsOf(shop.tenant);
    const ids = [1, 2, 3].map((n) => idFrom('imp', shop.tenant, String(n)));
    const today = new Date().toISOString().slice(0, 10);
    for (const [n, id] of ids.entries())
      await records.commit([
        create(
          Imports,
          id,
          newImport({ profile: 'online-retail', fileName: `${n}.csv`, key: 'k', date: today, madeAt: `${today}T0${n}:00:00.000Z` }),
        ),
      ]);
    const page = (query: Record<string, string>) => shop.ask(queries, 'GET /imports', 'GET /imports', { query });
    const first = await page({ limit: '2' });
    expect(first.body.items.map((i: { fileName: string }) => i.fileName)).toEqual(['2.csv', '1.csv']);
    const second = await page({ limit: '2', cursor: first.body.nextCursor });
    expect(second.body.items.map((i: { fileName: string }) => i.fileName)).toEqual(['0.csv']);
  });
});
