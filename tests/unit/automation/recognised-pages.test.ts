import { createHash } from 'node:crypto';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { handler as commands } from '../../../functions/automation/intake/commands.ts';
import { handler as queries } from '../../../functions/automation/intake/queries.ts';
import { handler as readScan } from '../../../functions/automation/intake/read-scan.task.ts';
import { IntakeDocuments, newDocument, originalKey } from '../../../shared/domain/automation/intake/intake-document.ts';
import { ScanMonths, scanMonthId } from '../../../shared/domain/automation/intake/scan-month.ts';
import { COMPANY_ID, Companies } from '../../../shared/domain/platform/company/company.ts';
import { create, update } from '../../../shared/kernel/record.ts';
import { newTenant } from '../../support/call.ts';
import { newCompany, recordsOf } from '../../support/company.ts';
import { useMemoryBucket } from '../../support/memory-bucket.ts';
import { useMemoryTable } from '../../support/memory-table.ts';
import { peopleOf } from '../../support/people.ts';
import { PAPER_INVOICE, type WrittenText, writtenPages } from '../../support/written-pdf.ts';

const table = useMemoryTable({ openWork: true, lists: true });
const ID = 'doc_01JDG8ZK5T7QWERTY2MNPQRSTV';
beforeAll(() => void vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-11-30T10:00:00Z') }));
afterAll(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
});

it('pages of a scan are recognised, and counted to their month, once: not again for its parts, nor where it is read again', {
  timeout: 120_000,
}, async () => {
  table.clear();
  const bucket = useMemoryBucket();
  const tenant = newTenant();
  await newCompany(tenant);
  const intake = peopleOf(tenant, { commands, queries }, (route) => route.replace(/doc_\w+/, '{documentId}'));
  await intake.ask('ana', 'GET /documents', undefined, { roles: ['accountant'] });
  const numbered = (number: string): WrittenText[] => PAPER_INVOICE.map(([x, y, text]) => [x, y, text === 'A-2026/0117' ? number : text]);
  const file = writtenPages([numbered('P-101'), numbered('P-202'), numbered('P-303')]);
  const sha256 = createHash('sha256').update(file).digest('hex');
  bucket.objects.set(`issued/${originalKey(tenant, sha256)}`, Buffer.from(file));
  const came = {
    fileName: 'lote.pdf',
    source: 'console',
    date: '2026-11-30',
    cameAt: '2026-11-30T09:00:00.000Z',
    bytes: file.length,
  } as const;
  const known = { state: 'reading', kind: 'scan', contentType: 'application/pdf', sha256, pageCount: 3 } as const;
  await recordsOf(tenant).commit([create(IntakeDocuments, ID, { ...newDocument(came), ...known })]);

  const read = async (documentId: string) => {
    await readScan({ tenant, documentId, execution: 'x' } as never, {} as never);
    const { state, fields, flags } = await recordsOf(tenant).getOrThrow(IntakeDocuments, documentId);
    return { state, number: fields?.number?.value, flags: flags.map(({ code }) => code) };
  };
  const counted = async () => (await recordsOf(tenant).get(ScanMonths, scanMonthId('2026-11')))?.pages;
  const kept = () => [...bucket.objects.keys()].filter((key) => key.startsWith('documents/recognised/')).length;

  expect((await read(ID)).state).toBe('review');
  expect([await counted(), kept()]).toEqual([3, 3]);
  // From here on nothing is left of the month: whatever counted a page again would be refused.
  const company = await recordsOf(tenant).getOrThrow(Companies, COMPANY_ID);
  await recordsOf(tenant).commit([update(Companies, company, { ...company, policies: { ...company.policies, scanPagesAMonth: 3 } })]);
  const { parts } = await intake.done('ana', `POST /documents/${ID}/parts`, { starts: [1, 2, 3] });
  const numbers = [];
  for (const part of parts) numbers.push((await read(part)).number);
  expect(numbers).toEqual(['P-101', 'P-202', 'P-303']);
  await intake.done('ana', `POST /documents/${parts[1]}/reading`);
  expect(await read(parts[1])).toMatchObject({ state: 'review', number: 'P-202' });
  await intake.done('ana', `POST /documents/${ID}/joining`);
  expect((await read(ID)).flags).not.toContain('scan_limit');
  expect([await counted(), kept()]).toEqual([3, 3]);
  // A page whose words are gone is one to recognise: there is no room for it in this month.
  for (const key of [...bucket.objects.keys()]) if (key.endsWith('/2')) bucket.objects.delete(key);
  await intake.done('ana', `POST /documents/${ID}/reading`);
  expect((await read(ID)).flags).toEqual(['scan_limit']);
});
