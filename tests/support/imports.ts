import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type * as z from 'zod/mini';
import { handler as companyCommands } from '../../functions/platform/company/commands.ts';
import { handler as documents } from '../../functions/sales/imports/documents.ts';
import { handler as queries } from '../../functions/sales/imports/queries.ts';
import { ROOT } from '../../infra/tools/local/workspace.ts';
import type { ImportView } from '../../shared/domain/sales/imports/wire.ts';
import { putObject } from '../../shared/runtime/documents.ts';
import { type Answer, type Call, call, newTenant } from './call.ts';
import { eventually } from './cloud.ts';
import { itemsOf } from './items.ts';
import { type Item, recordsIn } from './snapshot.ts';

export const SAMPLES = resolve(ROOT, process.env.TRASTIENDA_SAMPLES ?? '../shared/data', 'online-retail');
/** The sample files are not part of the project: tests over them are skipped, and say so, where they are not there. */
export const hasSamples = existsSync(join(SAMPLES, '2010-12-01.csv'));
export const sample = (day: string): string => readFileSync(join(SAMPLES, `${day}.csv`), 'utf8');

/** The deployed functions write what an import makes: only a scan sees it all. */
export const scanned = async (tenant: string): Promise<Item[]> =>
  recordsIn(Object.values(await itemsOf(tenant)) as Record<string, unknown>[]);

export type ImportAnswer = z.input<typeof ImportView> & { readonly totals: Record<string, never> };

/** A shop of its own with open books in the year of the sample files. */
export async function newShop(years: readonly string[] = ['2010', '2011']) {
  const tenant = newTenant();
  const ask = (handler: Parameters<typeof call>[0], route: string, template: string, more: Partial<Call> = {}): Promise<Answer> =>
    call(handler, route, template, { tenant, ...more });
  const company = await ask(companyCommands, 'POST /company', 'POST /company', {
    body: {
      name: 'Tienda de prueba, S.L.',
      taxId: 'B12345674',
      email: 'tienda@example.com',
      timeZone: 'Europe/Madrid',
      address: { street: 'Calle Mayor 1', postalCode: '28013', city: 'Madrid', country: 'ES' },
      policies: { shortage: 'refuse', invoiceOn: 'shipment', dunningDays: [] },
      fiscalYears: years,
    },
  });
  if (company.status !== 201) throw new Error(JSON.stringify(company.body));
  const get = async (id: string) => (await ask(queries, `GET /imports/${id}`, 'GET /imports/{importId}')).body;
  const ended = (id: string, seconds = 170) =>
    eventually(
      `the end of ${id}`,
      async () => {
        const now = await get(id);
        return now.status === 'done' || now.status === 'failed' ? now : undefined;
      },
      seconds,
    );
  const list = async (query: Record<string, string> = {}) => (await ask(queries, 'GET /imports', 'GET /imports', { query })).body.items;
  return {
    tenant,
    walkInCustomerId: company.body.walkInCustomerId as string,
    ask,
    get,
    ended,
    list,
    /** Asks for an import, uploads the file by its link, and waits for the end. */
    async import(text: string | Uint8Array, more: { fileName?: string; profile?: string } = {}, who: Partial<Call> = {}) {
      // A link takes no empty file: what is empty is a file of one line end.
      const body = text.length === 0 ? '\n' : text;
      const bytes = Buffer.byteLength(body);
      const made = await ask(documents, 'POST /imports', 'POST /imports', { body: { fileName: 'orders.csv', bytes, ...more }, ...who });
      if (made.status !== 201) throw new Error(JSON.stringify(made.body));
      const put = await fetch(made.body.upload.url, { method: 'PUT', body: body as never });
      if (!put.ok) throw new Error(`upload: ${put.status} ${await put.text()}`);
      return ended(made.body.id);
    },
    approve: (id: string, who: Partial<Call>) => ask(documents, `POST /imports/${id}/approval`, 'POST /imports/{importId}/approval', who),
    /** Drops a file into the bucket, past the API. */
    drop: (name: string, body: string) => putObject('documents', `imports/orders/${tenant}/${name}`, body, 'text/csv'),
    async rows(id: string, query: Record<string, string> = {}) {
      const found = [];
      let cursor: string | undefined;
      do {
        const page = await ask(documents, `GET /imports/${id}/rows`, 'GET /imports/{importId}/rows', {
          query: { limit: '100', ...query, ...(cursor ? { cursor } : {}) },
        });
        if (page.status !== 200) throw new Error(JSON.stringify(page.body));
        found.push(...page.body.items);
        cursor = page.body.nextCursor;
      } while (cursor);
      return found;
    },
    report: (id: string) => ask(documents, `GET /imports/${id}/report`, 'GET /imports/{importId}/report'),
  };
}
