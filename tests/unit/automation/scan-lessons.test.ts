import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { lessonsOf } from '../../../functions/automation/intake/learned-rules.ts';
import { pdfPages } from '../../../functions/automation/intake/pdf-pages.ts';
import { recognisedPages } from '../../../functions/automation/intake/recognised-pages.ts';
import { type DocumentFields, newDocument, type StoredDocument } from '../../../shared/domain/automation/intake/intake-document.ts';
import { type LearnedRule, learnedPlaces, type StoredRule } from '../../../shared/domain/automation/intake/learned-rule.ts';
import { BELIEVED } from '../../../shared/domain/automation/intake/read-field.ts';
import { fieldsOfScan, type ScannedPage } from '../../../shared/domain/automation/intake/scan-fields.ts';
import type { EnteredPurchase } from '../../../shared/domain/finance/events.ts';
import { newTenant } from '../../support/call.ts';
import { newCompany, recordsOf } from '../../support/company.ts';
import { useMemoryBucket } from '../../support/memory-bucket.ts';
import { useMemoryTable } from '../../support/memory-table.ts';
import { payablesOf } from '../../support/payables.ts';
import { type WrittenText, writtenPdf } from '../../support/written-pdf.ts';

const table = useMemoryTable({ openWork: true, lists: true });
const US = { taxId: 'B12345674', name: 'Prueba, S.L.' };
const SHA = 'a'.repeat(64);
let tenant = '';
let supplierId = '';
beforeAll(() => void vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-11-30T10:00:00Z') }));
beforeEach(async () => {
  table.clear();
  useMemoryBucket();
  tenant = newTenant();
  await newCompany(tenant);
  supplierId = (await payablesOf(tenant).supplier({ taxId: 'B83456780', expenseAccount: '602' })).id;
});
afterAll(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
});

/** A paper whose number stands right of a word that nobody knows for it, or by none; as a scanner's reader tells it, each word by itself. */
async function scan(number: string, { word = 'Ref. emisor', shift = 0 } = {}): Promise<ScannedPage[]> {
  const texts: WrittenText[] = [
    [50, 60, 'Suministros del Sur, S.L.'],
    [50, 74, 'CIF: B83456780'],
    [380, 60, 'FACTURA'],
    [330, 90, word],
    [450, 90, number],
    [330, 110, 'Fecha de factura:'],
    [450, 110, '12/11/2026'],
    [50, 140, 'Cliente: Prueba, S.L. NIF: B12345674'],
    [50, 200, 'Pedido 4500017'],
    [200, 300, 'Base imponible'],
    [330, 300, '% IVA'],
    [430, 300, 'Cuota'],
    [200, 314, '400,00'],
    [330, 314, '21 %'],
    [430, 314, '84,00'],
    [330, 350, 'Total factura'],
    [430, 350, '484,00 EUR'],
  ];
  const { pages } = await pdfPages(
    writtenPdf(texts.filter(([, , text]) => text !== '').map(([x, y, text]) => [x + shift, y + shift, text])),
  );
  return pages.map((page) => ({ ...page, texts: page.texts.map((text) => ({ ...text, confidence: 0.95 })) }));
}

const document = (fields: DocumentFields): StoredDocument =>
  ({
    ...newDocument({ fileName: 'a.pdf', source: 'console', date: '2026-11-30', cameAt: '2026-11-30T09:00:00.000Z', bytes: 9 }),
    ...{ id: 'doc_1', kind: 'scan', state: 'entered', sha256: SHA, pageCount: 1, fields },
  }) as unknown as StoredDocument;
const entered = (reference: string): EnteredPurchase => ({
  ...{ supplierId, reference, date: '2026-11-12', dueDate: '2026-12-12', gross: 484_00, by: 'ana@prueba.example' },
  lines: [{ account: '602', net: 400_00, taxCode: 'IVA-G', forGoods: false }],
});

/** What entering a scan teaches of its number, by the words that are kept of it. */
async function taughtBy(pages: readonly ScannedPage[], reference: string): Promise<LearnedRule | undefined> {
  for (const page of pages) await recognisedPages(tenant, SHA, 'tesseract').keep(page);
  const changes = await lessonsOf(recordsOf(tenant), document(fieldsOfScan(pages, US)), entered(reference), '2026-11-30');
  return changes
    .flatMap(({ op, ...change }) => (op === 'create' ? [(change as unknown as { data: LearnedRule }).data] : []))
    .find(({ field }) => field === 'number');
}

describe('what is corrected of a scan', () => {
  it('teaches its place by the label, and the next paper is read right wherever it lies; a letter may still be another', async () => {
    const first = await scan('T/26-114');
    expect(fieldsOfScan(first, US).number?.value).not.toBe('T/26-114');
    const rule = await taughtBy(first, 'T/26-114');
    expect(rule).toMatchObject({ value: 'ref. emisor', place: { side: 'right', label: 'ref. emisor', shape: 'A/9-9' } });
    const next = fieldsOfScan(await scan('T/26-131', { shift: 11 }), US, learnedPlaces([rule as StoredRule]));
    expect(next.number?.value).toBe('T/26-131');
    expect(next.number?.confidence).toBeLessThan(BELIEVED);
  });

  it('teaches nothing where it stands by no label, was read right, or its words are not kept any more', async () => {
    expect(await taughtBy(await scan('T/26-114', { word: '' }), 'T/26-114')).toBeUndefined();
    const right = await scan('A-2026/0117', { word: 'N\xfamero de factura:' });
    expect(fieldsOfScan(right, US).number?.value).toBe('A-2026/0117');
    expect(await taughtBy(right, 'A-2026/0117')).toBeUndefined();
    useMemoryBucket();
    const fields = fieldsOfScan(await scan('T/26-114'), US);
    expect(await lessonsOf(recordsOf(tenant), document(fields), entered('T/26-114'), '2026-11-30')).not.toContainEqual(
      expect.objectContaining({ data: expect.objectContaining({ field: 'number' }) }),
    );
  });
});
