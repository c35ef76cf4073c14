import { spawnSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { IntakeDocuments, newDocument } from '#domain/automation/intake/intake-document.ts';
import { ciiFile } from '#domain/finance/einvoice/cii.ts';
import type { EInvoice } from '#domain/finance/einvoice/einvoice.ts';
import { einvoiceOf } from '#domain/finance/einvoice/einvoice-of.ts';
import { ublFile } from '#domain/finance/einvoice/ubl.ts';
import { draftValue } from '#domain/finance/receivables/draft.ts';
import { COMPANY_ID, Companies } from '#domain/platform/company/company.ts';
import { create, update } from '#kernel/record.ts';
import { putObject, s3 } from '#runtime/documents.ts';
import { idFrom } from '#runtime/fingerprint.ts';
import { handler as draftBill } from '../../../functions/automation/intake/draft-bill.task.ts';
import { handler as followBills } from '../../../functions/automation/intake/follow-bills.event.ts';
import { handler as readDocument } from '../../../functions/automation/intake/read-document.task.ts';
import { handler as readScan } from '../../../functions/automation/intake/read-scan.task.ts';
import { handler as receiveDocument } from '../../../functions/automation/intake/receive-document.task.ts';
import { askAs, type BenchCompany, benchCompany, tenantOf, YEAR } from './company.ts';
import { dollars, type Prices, readPrices, useOf } from './cost.ts';
import { type Tasks, walkMachine } from './machine-walk.ts';
import type { Meter } from './meter.ts';
import { PAPER_INVOICE } from './paper-invoice.ts';
import { READING, type ReadingUse } from './reader-process.ts';
import { table } from './report.ts';
import { scanned } from './worn-page.ts';
import { type WrittenText, writtenPages, writtenPdf } from './written-pdf.ts';

/** Of the wish: transitions to a draft. */
const MOST_TRANSITIONS = 14;
const SUPPLIER = {
  name: 'Suministros del Sur, S.L.',
  taxId: 'B83456780',
  address: { street: 'Calle Ancha 3', postalCode: '41001', city: 'Sevilla', province: 'Sevilla', country: 'ES' },
};
const DAY = `${YEAR}-11-12`;

interface KindFigures extends ReadingUse {
  readonly kind: string;
  readonly state: string;
  /** Of its announcement and the tasks, indexes included. */
  readonly writes: number;
  readonly reads: number;
  /** States entered, and the start. */
  readonly transitions: number;
  readonly usd: number;
}

export interface DocumentFigures {
  readonly kinds: readonly KindFigures[];
  /** What a correction teaches: the rule, and the document entered with it. */
  readonly rule: { readonly writes: number; readonly reads: number; readonly usd: number };
}

/** 500.00 at 21 %, of the supplier to the company of the bench. */
function sent(): EInvoice {
  const line = { name: 'Papel', kind: 'service' as const, quantity: '1', price: '500', taxCode: 'IVA-G' };
  const customer = {
    name: 'Lumbre Hogar, S.L.',
    taxId: 'B12345674',
    address: { street: 'Calle Mayor 1', postalCode: '28013', city: 'Madrid', country: 'ES' },
  };
  const value = draftValue({ lines: [line], pricesIncludeTax: false }, DAY, undefined);
  const bill = {
    ...value,
    number: 'E-2026/9',
    date: DAY,
    dueDate: `${YEAR}-12-12`,
    customerId: 'cus_1',
    customer,
    pricesIncludeTax: false,
  };
  return einvoiceOf({ bill: { ...bill, open: value.totals.gross, allocations: [] } as never, issuer: SUPPLIER });
}

interface File {
  readonly kind: string;
  readonly type: string;
  readonly bytes: Uint8Array;
}

const filesOf = async (): Promise<File[]> => [
  { kind: 'electronic invoice (UBL)', type: 'application/xml', bytes: Buffer.from(ublFile(sent())) },
  {
    ...{ kind: 'Factur-X', type: 'application/pdf' },
    bytes: writtenPages([[[50, 60, 'Factura E-2026/9']]], { name: 'factur-x.xml', text: ciiFile({ ...sent(), number: 'E-2026/10' }) }),
  },
  { kind: 'PDF with text', type: 'application/pdf', bytes: writtenPdf(ourPaper()) },
  { kind: 'scan of a page', type: 'image/jpeg', bytes: await scanned(writtenPdf(ourPaper('A-2026/0118')), 'JPEG') },
];

/** The paper as it would come to the company of the bench. */
const ourPaper = (number = 'A-2026/0117'): WrittenText[] =>
  PAPER_INVOICE.map(([x, y, text]) => [x, y, text === 'A-2026/0117' ? number : text.replace('Prueba, S.L.', 'Lumbre Hogar, S.L.')]);

/** Reading alone, in a process that reads nothing else. @throws Error where that fails. */
async function readingUse({ bytes, type }: File): Promise<ReadingUse> {
  const folder = await mkdtemp(join(tmpdir(), 'reading-'));
  try {
    const path = join(folder, 'document');
    await writeFile(path, bytes);
    const { status, stdout, stderr } = spawnSync(process.execPath, [READING, path, type], { encoding: 'utf8' });
    if (status !== 0) throw new Error(stderr);
    return JSON.parse(stdout) as ReadingUse;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Requests of S3 that this process makes. */
const objects = { put: 1, get: 0 };
function countObjects(): void {
  s3.middlewareStack.add(
    (next, { commandName = '' }) =>
      (args) => {
        objects[/^(Put|Copy|Delete)/.test(commandName) ? 'put' : 'get'] += 1;
        return next(args);
      },
    { step: 'initialize', name: 'objects' },
  );
}

/** Memory of the function that reads, in GB: shared/api/automation/intake.ts. */
const memoryOf = ({ type }: File): number => (type.startsWith('image/') ? 2 : 1);

async function measureKind(meter: Meter, { tenant, records }: BenchCompany, prices: Prices, file: File): Promise<KindFigures> {
  const documentId = idFrom('doc', tenant, file.kind);
  const key = `bench/${tenant}/${documentId}`;
  await putObject('documents', key, file.bytes, file.type);
  Object.assign(objects, { put: 1, get: 0 });
  const announced = newDocument({
    fileName: file.kind,
    source: 'console',
    date: DAY,
    cameAt: `${DAY}T09:00:00.000Z`,
    bytes: file.bytes.length,
  });
  const step = async (name: string, by: 'http' | 'task', work: () => Promise<unknown>) => {
    const { value, calls } = await meter.during(work);
    steps.push({ name, by, calls });
    return value;
  };
  const steps: { name: string; by: 'http' | 'task'; calls: Awaited<ReturnType<Meter['during']>>['calls'] }[] = [];
  await step('Announce', 'http', () => records.commit([create(IntakeDocuments, documentId, announced)]));
  const input = { tenant, documentId, execution: documentId, key, version: '' };
  const task =
    (name: string, handler: typeof readDocument, more: object = {}) =>
    () =>
      step(name, 'task', () => handler({ tenant, documentId, execution: documentId, ...more } as never, {} as never) as Promise<unknown>);
  const tasks: Tasks = {
    ReceiveDocument: task('Receive', receiveDocument, { key, version: '' }),
    ReadDocument: task('Read', readDocument),
    DraftBill: task('Draft', draftBill),
    ReadScan: task('Recognise', readScan),
  };
  const entered = await walkMachine('automation/document-intake.asl.json', tasks, input);
  meter.takeChanges();
  const transitions = entered.length + 1;
  const reading = await readingUse(file);
  const price = (name: string): number => prices.prices[name]?.usd ?? Number.NaN;
  const ofReading = (reading.cpuMs / 1000) * memoryOf(file) * price('lambdaGbSecond');
  const ofObjects = objects.put * price('s3Put') + objects.get * price('s3Get');
  const calls = steps.flatMap((each) => each.calls);
  return {
    ...{ kind: file.kind, transitions, ...reading },
    state: (await records.getOrThrow(IntakeDocuments, documentId)).state,
    writes: calls.reduce((sum, call) => sum + call.writes + call.indexWrites, 0),
    reads: calls.reduce((sum, call) => sum + call.reads, 0),
    usd: (dollars(prices, useOf(steps), transitions).Total ?? Number.NaN) / 1000 + ofReading + ofObjects,
  };
}

/** A bill entered of a paper whose label nobody knew. */
async function measureRule(meter: Meter, company: BenchCompany, supplierId: string, prices: Prices): Promise<DocumentFigures['rule']> {
  const { tenant, records } = company;
  const texts = ourPaper('A-2026/0119').map(([x, y, text]): WrittenText => [x, y, text === 'N\xfamero de factura:' ? 'Ref. emisor' : text]);
  await measureKind(meter, company, prices, { kind: 'unlabelled', type: 'application/pdf', bytes: writtenPdf(texts) });
  const documentId = idFrom('doc', tenant, 'unlabelled');
  const lines = [{ account: '602', net: { amount: '500.00', currency: 'EUR' }, taxCode: 'IVA-G' }];
  const paper = { supplierId, reference: 'A-2026/0119', date: DAY, lines, documentId };
  const bill = await askAs(tenant, `ana@${tenant}.example`, 'POST /payables/bills', paper);
  const body = JSON.stringify({ tenant, kind: 'supplier-bill', id: bill.id, rev: 1, request: 'r' });
  const event = { Records: [{ messageId: 'm', body, attributes: { MessageGroupId: bill.id } }] };
  const { calls } = await meter.during(async () => followBills(event as never, {} as never));
  meter.takeChanges();
  const { state } = await records.getOrThrow(IntakeDocuments, documentId);
  if (state !== 'entered') throw new Error(`the document that teaches is ${state}`);
  return {
    writes: calls.reduce((sum, call) => sum + call.writes + call.indexWrites, 0),
    reads: calls.reduce((sum, call) => sum + call.reads, 0),
    usd: (dollars(prices, useOf([{ name: 'Follow', by: 'queue', calls }]), 0).Total ?? Number.NaN) / 1000,
  };
}

/** One document of each kind from its announcement to where people meet it, by the machine's own file and handlers in this process. */
export async function measureDocuments(meter: Meter): Promise<DocumentFigures> {
  const prices = await readPrices();
  const { company, supplierId } = await meter.uncounted(async () => {
    const made = await benchCompany(tenantOf('documents'), 1);
    const { tenant, records } = made;
    const stored = await records.getOrThrow(Companies, COMPANY_ID);
    await records.commit([update(Companies, stored, { ...stored, policies: { ...stored.policies, automaticBillLimit: 1000_00 } })]);
    const { enterMember } = await import('../local/members.ts');
    await enterMember(tenant, `ana@${tenant}.example`);
    const { address: _, ...supplier } = SUPPLIER;
    const body = { ...supplier, account: '400', expenseAccount: '602', paymentDays: 30 };
    return { company: made, supplierId: (await askAs(tenant, `ana@${tenant}.example`, 'POST /payables/suppliers', body)).id };
  });
  countObjects();
  const kinds: KindFigures[] = [];
  for (const file of await filesOf()) kinds.push(await measureKind(meter, company, prices, file));
  return { kinds, rule: await measureRule(meter, company, supplierId, prices) };
}

export function documentsText({ kinds, rule }: DocumentFigures): string {
  const least = Math.min(...kinds.map(({ cpuMs }) => cpuMs));
  const rows = kinds.map((one) => [
    ...[one.kind, one.state, one.writes, one.reads, one.transitions, one.usd.toFixed(6), one.cpuMs],
    ...[(one.cpuMs / Math.max(1, least)).toFixed(1), one.peakMb],
  ]);
  const over = kinds.filter(({ transitions }) => transitions > MOST_TRANSITIONS).map(({ kind }) => kind);
  return [
    'Documents that come in: one of each kind, handlers in this process in the order of the machine’s own file, against the emulator',
    table(['', 'state', 'writes', 'reads', 'transitions', 'US$', 'ms of processor', 'times', 'peak MB'], rows),
    `  Goal: ${MOST_TRANSITIONS} transitions to a draft: ${over.length === 0 ? 'kept' : `missed by ${over.join(', ')}`}. Time and peak are of reading alone, in a process of its own.`,
    `  What a correction teaches: ${rule.writes} write units, ${rule.reads} read units, US$ ${rule.usd.toFixed(6)}.`,
  ].join('\n');
}
