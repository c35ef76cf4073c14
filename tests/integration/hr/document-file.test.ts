import { expect, it } from 'vitest';
import { handler as commands } from '../../../functions/hr/people/commands.ts';
import { handler as documents } from '../../../functions/hr/people/documents.ts';
import { call, newTenant } from '../../support/call.ts';
import { eventually } from '../../support/cloud.ts';
import { newCompany } from '../../support/company.ts';

it('takes the file of a document through quarantine, and gives it back', async () => {
  const tenant = newTenant();
  await newCompany(tenant);
  const who = { tenant, roles: ['hr'], email: `hr@${tenant}.example` };
  const person = { givenName: 'Ana', familyName: 'Vega', startDate: '2024-01-01', position: 'Ventas' };
  const { id } = (await call(commands as never, 'POST /people/employees', 'POST /people/employees', { ...who, body: person } as never))
    .body;
  const bytes = Buffer.from('%PDF-1.4\n1 0 obj <<>> endobj\ntrailer <<>>\n%%EOF\n');
  const body = { type: 'identity', number: '12345678Z', file: { fileName: 'dni.pdf', bytes: bytes.length } };
  const at = 'POST /people/employees/{employeeId}/documents';
  const made = (await call(documents as never, at.replace('{employeeId}', id), at, { ...who, body } as never)).body;
  expect((await fetch(made.upload.url, { method: 'PUT', body: bytes })).status).toBe(200);
  const get = 'GET /people/documents/{documentId}';
  const shown = async () => (await call(commands as never, get.replace('{documentId}', made.id), get, who as never)).body;
  await eventually('the check', async () => (await shown()).file?.state === 'clean', 60);
  const link = 'GET /people/documents/{documentId}/file';
  const { url } = (await call(documents as never, link.replace('{documentId}', made.id), link, who as never)).body;
  const back = Buffer.from(await (await fetch(url)).arrayBuffer());
  expect(back.equals(bytes)).toBe(true);
}, 120_000);
