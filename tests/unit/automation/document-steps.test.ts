import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { handler as draftBill } from '../../../functions/automation/intake/draft-bill.task.ts';
import { handler as followBills } from '../../../functions/automation/intake/follow-bills.event.ts';
import { handler as readDocument } from '../../../functions/automation/intake/read-document.task.ts';
import { handler as receiveDocument } from '../../../functions/automation/intake/receive-document.task.ts';
import { indexUnits, itemSize, writeUnits } from '../../../infra/tools/bench/units.ts';
import { IntakeDocuments, intakeKey, newDocument } from '../../../shared/domain/automation/intake/intake-document.ts';
import { LearnedRules, learnedRuleId } from '../../../shared/domain/automation/intake/learned-rule.ts';
import { ciiFile } from '../../../shared/domain/finance/einvoice/cii.ts';
import type { EInvoice } from '../../../shared/domain/finance/einvoice/einvoice.ts';
import { facturaeFile } from '../../../shared/domain/finance/einvoice/facturae.ts';
import { ublFile } from '../../../shared/domain/finance/einvoice/ubl.ts';
import { SupplierBills } from '../../../shared/domain/finance/payables/supplier-bill.ts';
import { COMPANY_ID, Companies } from '../../../shared/domain/platform/company/company.ts';
import { create, update } from '../../../shared/kernel/record.ts';
import { newTenant } from '../../support/call.ts';
import { batchOf } from '../../support/changes.ts';
import { newCompany, recordsOf } from '../../support/company.ts';
import { invoiced } from '../../support/einvoices.ts';
import { crashAfter, crashBefore, isWrite, withFault } from '../../support/faults.ts';
import { useMemoryBucket } from '../../support/memory-bucket.ts';
import { useMemoryTable } from '../../support/memory-table.ts';
import { payablesOf } from '../../support/payables.ts';
import { PAPER_INVOICE, type WrittenText, writtenPages, writtenPdf } from '../../support/written-pdf.ts';

const table = useMemoryTable({ openWork: true, lists: true });
const TODAY = '2026-11-30';
const ID = 'doc_01JDG8ZK5T7QWERTY2MNPQRSTV';
const CAME = { fileName: 'factura.pdf', source: 'console', date: TODAY, cameAt: `${TODAY}T09:00:00.000Z`, bytes: 9 } as const;
const SELLER = 'B83456780';

let tenant = '';
let bucket: ReturnType<typeof useMemoryBucket>;
let api: ReturnType<typeof payablesOf>;
beforeAll(() => void vi.useFakeTimers({ toFake: ['Date'], now: new Date(`${TODAY}T10:00:00Z`) }));
beforeEach(async () => {
  table.clear();
  bucket = useMemoryBucket();
  tenant = newTenant();
  await newCompany(tenant);
  const records = recordsOf(tenant);
  const company = await records.getOrThrow(Companies, COMPANY_ID);
  await records.commit([update(Companies, company, { ...company, policies: { ...company.policies, automaticBillLimit: 1000_00 } })]);
  api = payablesOf(tenant);
  await api.supplier({ taxId: SELLER, expenseAccount: '602' });
});
afterAll(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
});

const numbered = (number: string): WrittenText[] => PAPER_INVOICE.map(([x, y, text]) => [x, y, text === 'A-2026/0117' ? number : text]);
/** 100.00 at 21 %, in the data of an electronic invoice to the company of these tests. */
function sent(taxId: string): EInvoice {
  const made = invoiced([{ price: '100' }]);
  const buyer = { ...made.buyer, vatId: `ES${taxId}`, legalId: taxId };
  return {
    ...made,
    number: 'E-2026/9',
    issueDate: '2026-11-20',
    dueDate: '2026-12-20',
    seller: { ...made.seller, vatId: `ES${SELLER}`, legalId: SELLER },
    buyer,
  } as EInvoice;
}
const companyTaxId = async () => (await recordsOf(tenant).getOrThrow(Companies, COMPANY_ID)).taxId;
const FILES: Readonly<Record<string, () => Promise<Uint8Array>>> = {
  'electronic invoice': async () => Buffer.from(ublFile(sent(await companyTaxId()))),
  'Factur-X': async () => {
    const text = ciiFile(sent(await companyTaxId()));
    return writtenPages(
      [
        [
          [50, 60, 'Factura E-2026/9'],
          [50, 90, 'Total factura 121,00 EUR'],
        ],
      ],
      { name: 'factur-x.xml', text },
    );
  },
  'PDF with text': async () => writtenPdf(PAPER_INVOICE),
  'Facturae of three invoices': async () => {
    const made = facturaeFile(sent(await companyTaxId()));
    const invoice = /<Invoice>.*<\/Invoice>/s.exec(made)?.[0] ?? '';
    const three = ['B-30', 'B-10', 'B-20'].map((number) => invoice.replaceAll(/E-2026\/9|(?<=<InvoiceNumber>)[^<]*/g, number));
    return Buffer.from(made.replace(invoice, three.join('')));
  },
  'PDF of three invoices': async () => writtenPages([numbered('P-1'), numbered('P-2'), numbered('P-3')]),
};

/** A document whose file waits in the inbox. */
async function waiting(file: Uint8Array): Promise<void> {
  await recordsOf(tenant).commit([create(IntakeDocuments, ID, newDocument(CAME))]);
  bucket.put(intakeKey(tenant, ID), file);
}

/** What the state machine does with a document, and with the parts of it; each task again looks at the record first, as a retried one does. */
async function machine(documentId = ID): Promise<void> {
  const input = { tenant, documentId, execution: `${documentId}.${tenant}` };
  const run = (handler: typeof readDocument, more: object = {}) =>
    handler({ ...input, ...more } as never, {} as never) as Promise<{ state?: string }>;
  await run(receiveDocument, { key: intakeKey(tenant, documentId), version: '' });
  const { state } = await run(readDocument);
  if (state === 'ready') await run(draftBill);
  const { parts = [] } = await recordsOf(tenant).getOrThrow(IntakeDocuments, documentId);
  for (const part of parts) await machine(part);
}

/** What is there in the end: documents with their states, and bills. */
async function outcome(): Promise<unknown> {
  const records = recordsOf(tenant);
  const whole = await records.getOrThrow(IntakeDocuments, ID);
  const parts = await records.getMany(IntakeDocuments, whole.parts ?? []);
  const bill = whole.billId ? await records.get(SupplierBills, whole.billId) : undefined;
  return {
    ...{
      state: whole.state,
      flags: whole.flags,
      number: whole.fields?.number?.value,
      gross: bill?.totals.gross,
      approval: bill?.needsApproval,
    },
    parts: parts.map((part) => [part?.state, part?.pages ?? part?.invoices, part?.fields?.number?.value]),
    originals: [...bucket.objects.keys()].filter((key) => key.startsWith('issued/')).length,
  };
}

const WANTED: Readonly<Record<string, object>> = {
  'electronic invoice': { state: 'entered', flags: [], number: 'E-2026/9', gross: 121_00, approval: true, parts: [], originals: 1 },
  'Factur-X': { state: 'entered', flags: [], number: 'E-2026/9', gross: 121_00, approval: true, parts: [], originals: 1 },
  'PDF with text': { state: 'ready', flags: [], number: 'A-2026/0117', parts: [], originals: 1 },
  'Facturae of three invoices': {
    ...{ state: 'split', flags: [], originals: 1 },
    parts: ['B-30', 'B-10', 'B-20'].map((number, i) => ['entered', { from: i + 1, to: i + 1 }, number]),
  },
  'PDF of three invoices': {
    ...{ state: 'split', flags: [], originals: 1 },
    parts: [1, 2, 3].map((no) => ['ready', { from: no, to: no }, `P-${no}`]),
  },
};

describe('a document', () => {
  it.each(Object.keys(FILES))('%s, dies before or after any of its calls, and is read once', { timeout: 120_000 }, async (kind) => {
    await waiting(await (FILES[kind] as () => Promise<Uint8Array>)());
    const putBack = table.keep();
    const names: string[] = [];
    await withFault(
      undefined,
      (_, name) => names.push(name) < 0,
      () => machine(),
    );
    expect(await outcome()).toEqual(WANTED[kind]);
    const deaths = names.flatMap((name, i) => [[crashBefore, i + 1] as const, ...(isWrite(name) ? [[crashAfter, i + 1] as const] : [])]);
    expect(deaths.length).toBeGreaterThan(8);
    for (const [fault, n] of deaths) {
      putBack();
      await withFault(
        fault,
        (call) => call === n,
        () => machine().catch(() => undefined),
      );
      await machine();
      expect(await outcome(), `died at call ${n}: ${names[n - 1]}`).toEqual(WANTED[kind]);
    }
  });
});

type Item = Record<string, AttributeValue>;
interface Transaction {
  readonly TransactItems?: readonly { readonly Put?: { readonly Item?: Item } }[];
}

/** The items that a call writes. */
function itemsOf(name: string, input: unknown): Item[] {
  const puts = name.startsWith('Transact') ? ((input as Transaction).TransactItems ?? []) : [{ Put: input as { readonly Item?: Item } }];
  return isWrite(name) ? puts.flatMap(({ Put }) => (Put?.Item ? [Put.Item] : [])) : [];
}

/** Write units of some work, with those of the indexes. */
async function unitsOf(work: () => Promise<unknown>): Promise<number> {
  const before = new Map<string, Item>();
  let writes = 0;
  await withFault(
    (send, { name, input }) => {
      const items = itemsOf(name, input);
      for (const item of items) {
        const key = `${item.pk?.S}|${item.sk?.S}`;
        const was = before.get(key);
        writes += writeUnits(was ? itemSize(was) : 0, itemSize(item), items.length > 1) + indexUnits(was, item);
        before.set(key, item);
      }
      return send();
    },
    () => true,
    work,
  );
  return writes;
}

describe('costs in write units, those of the indexes included', () => {
  /** docs/costs.md has them. */
  const COUNTED: Readonly<Record<string, number>> = {
    'electronic invoice': 23,
    'Factur-X': 23,
    'PDF with text': 12,
    'PDF of three invoices': 37,
    'Facturae of three invoices': 70,
  };
  it.each(Object.keys(FILES))('%s', async (kind) => {
    const file = await (FILES[kind] as () => Promise<Uint8Array>)();
    const writes = await unitsOf(async () => {
      await waiting(file);
      await machine();
    });
    expect(writes).toBe(COUNTED[kind]);
  });

  it('what a correction teaches: the rule', async () => {
    const unlabelled = PAPER_INVOICE.map(([x, y, text]): WrittenText => [x, y, text === 'N\xfamero de factura:' ? 'Ref. emisor' : text]);
    await waiting(writtenPdf(unlabelled));
    await machine();
    const { fields } = await recordsOf(tenant).getOrThrow(IntakeDocuments, ID);
    expect(fields?.number?.value).not.toBe('A-2026/0117');
    const supplier = (await api.done('ana', 'GET /payables/suppliers')).items[0];
    const lines = [{ account: '602', net: { amount: '500.00', currency: 'EUR' }, taxCode: 'IVA-G' }];
    const bill = await api.done('ana', 'POST /payables/bills', {
      supplierId: supplier.id,
      reference: 'A-2026/0117',
      date: '2026-11-12',
      lines,
      documentId: ID,
    });
    const writes = await unitsOf(() =>
      followBills(batchOf([{ tenant, kind: 'supplier-bill', id: bill.id, rev: 1, request: 'r' }]) as never, {} as never),
    );
    const rule = await recordsOf(tenant).get(LearnedRules, learnedRuleId({ supplierId: supplier.id, field: 'number' }) ?? '');
    expect(rule).toMatchObject({ value: 'ref. emisor', place: { side: 'right', shape: 'A-9/9' } });
    // The rule, and its place in the list: the document was entered with its bill.
    expect(writes).toBe(2);
    // Told once more, it teaches nothing more.
    const again = await unitsOf(() =>
      followBills(batchOf([{ tenant, kind: 'supplier-bill', id: bill.id, rev: 1, request: 'r', again: true }]) as never, {} as never),
    );
    expect(again).toBe(0);
  });
});
