import { strToU8, zipSync } from 'fflate';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { handler as draftBill } from '../../../functions/automation/intake/draft-bill.task.ts';
import { handler as queries } from '../../../functions/automation/intake/queries.ts';
import { handler as readDocument } from '../../../functions/automation/intake/read-document.task.ts';
import { handler as receiveDocument } from '../../../functions/automation/intake/receive-document.task.ts';
import { readCertificateFile } from '../../../functions/finance/einvoice/certificate-file.ts';
import { signedFacturae } from '../../../functions/finance/einvoice/facturae-signature.ts';
import { handler as expenseCommands } from '../../../functions/finance/expenses/commands.ts';
import { handler as expenseQueries } from '../../../functions/finance/expenses/queries.ts';
import { IntakeDocuments, intakeKey, newDocument, type StoredDocument } from '../../../shared/domain/automation/intake/intake-document.ts';
import { ciiFile } from '../../../shared/domain/finance/einvoice/cii.ts';
import type { EInvoice } from '../../../shared/domain/finance/einvoice/einvoice.ts';
import { facturaeFile } from '../../../shared/domain/finance/einvoice/facturae.ts';
import { ublFile } from '../../../shared/domain/finance/einvoice/ubl.ts';
import { SupplierBills } from '../../../shared/domain/finance/payables/supplier-bill.ts';
import { COMPANY_ID, Companies } from '../../../shared/domain/platform/company/company.ts';
import { create, update } from '../../../shared/kernel/record.ts';
import { call, newTenant } from '../../support/call.ts';
import { testCertificate } from '../../support/certificates.ts';
import { newCompany, recordsOf } from '../../support/company.ts';
import { invoiced } from '../../support/einvoices.ts';
import { useMemoryBucket } from '../../support/memory-bucket.ts';
import { useMemoryTable } from '../../support/memory-table.ts';
import { payablesOf } from '../../support/payables.ts';
import { peopleOf } from '../../support/people.ts';
import { eur } from '../../support/receivables.ts';
import { IBAN } from '../../support/treasury.ts';
import { type WrittenText, writtenPages } from '../../support/written-pdf.ts';

const table = useMemoryTable({ openWork: true, lists: true });
const TODAY = '2026-11-30';
const ID = 'doc_01JDG8ZK5T7QWERTY2MNPQRSTV';
const SELLER = 'B83456780';

let tenant = '';
let bucket: ReturnType<typeof useMemoryBucket>;
let api: ReturnType<typeof payablesOf>;
let supplierId = '';
let ours = '';
beforeAll(() => void vi.useFakeTimers({ toFake: ['Date'], now: new Date(`${TODAY}T10:00:00Z`) }));
beforeEach(async () => {
  table.clear();
  bucket = useMemoryBucket();
  tenant = newTenant();
  await newCompany(tenant);
  const records = recordsOf(tenant);
  const company = await records.getOrThrow(Companies, COMPANY_ID);
  ours = company.taxId;
  await records.commit([update(Companies, company, { ...company, policies: { ...company.policies, automaticBillLimit: 1000_00 } })]);
  api = payablesOf(tenant);
  supplierId = (await api.supplier({ taxId: SELLER, expenseAccount: '602' })).id;
});
afterAll(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
});

/** 100.00 at 21 %, in the data of an electronic invoice to a company. */
function sent(more: Partial<EInvoice> = {}, buyerTaxId = ours): EInvoice {
  const made = invoiced([{ price: '100' }]);
  return {
    ...made,
    ...{ number: 'E-2026/9', issueDate: '2026-11-20', dueDate: '2026-12-20' },
    seller: { ...made.seller, vatId: `ES${SELLER}`, legalId: SELLER },
    buyer: { ...made.buyer, vatId: `ES${buyerTaxId}`, legalId: buyerTaxId },
    ...more,
  } as EInvoice;
}

/** Puts a file where documents come in, and does with it what the state machine does until it is read. */
async function read(file: Uint8Array | string, documentId = ID): Promise<StoredDocument> {
  const records = recordsOf(tenant);
  if (documentId === ID) {
    const came = { fileName: 'factura.xml', source: 'console', date: TODAY, cameAt: `${TODAY}T09:00:00.000Z`, bytes: 9 } as const;
    await records.commit([create(IntakeDocuments, ID, newDocument(came))]);
    bucket.put(intakeKey(tenant, ID), Buffer.from(file));
  }
  const input = { tenant, documentId, execution: `${documentId}.${tenant}` };
  await receiveDocument({ ...input, key: intakeKey(tenant, documentId), version: '' } as never, {} as never);
  await readDocument(input as never, {} as never);
  return records.getOrThrow(IntakeDocuments, documentId);
}
const draft = async (documentId = ID): Promise<StoredDocument> => {
  await draftBill({ tenant, documentId, execution: `${documentId}.${tenant}` } as never, {} as never);
  return recordsOf(tenant).getOrThrow(IntakeDocuments, documentId);
};
const readAndDraft = async (file: Uint8Array | string) => {
  await read(file);
  return draft();
};
const codes = ({ flags }: { readonly flags: readonly { readonly code: string }[] }) => flags.map(({ code }) => code);
const bill = async ({ billId = '' }: StoredDocument) => recordsOf(tenant).getOrThrow(SupplierBills, billId);
/** As the console sees it. */
const seen = async () =>
  (await call(queries, `GET /documents/${ID}`, 'GET /documents/{documentId}', { tenant, roles: ['accountant'] })).body;

const plain = () => ublFile(sent());

describe('an electronic invoice that is due on several days', () => {
  const installment = (date: string, amount: string) =>
    `<Installment><InstallmentDueDate>${date}</InstallmentDueDate><InstallmentAmount>${amount}</InstallmentAmount><PaymentMeans>04</PaymentMeans></Installment>`;
  const facturae = (...parts: readonly (readonly [string, string])[]) =>
    facturaeFile(sent()).replace(
      /<PaymentDetails>.*<\/PaymentDetails>/s,
      `<PaymentDetails>${parts.map((part) => installment(...part)).join('')}</PaymentDetails>`,
    );

  it('Facturae: the bill is due on each of them, by its amount', async () => {
    const document = await readAndDraft(facturae(['2026-12-20', '60.00'], ['2027-01-20', '61.00']));
    expect(document).toMatchObject({ state: 'entered', flags: [] });
    expect(await bill(document)).toMatchObject({
      dueDate: '2026-12-20',
      instalments: [
        { date: '2026-12-20', amount: 60_00 },
        { date: '2027-01-20', amount: 61_00 },
      ],
    });
  });

  it('two parts of one day are one, in whatever order they stand', async () => {
    const document = await readAndDraft(facturae(['2027-01-20', '61.00'], ['2026-12-20', '20.00'], ['2026-12-20', '40.00']));
    expect((await bill(document)).instalments?.map(({ amount }) => amount)).toEqual([60_00, 61_00]);
  });

  it.each([
    ['do not come to what is to be paid', [['2026-12-20', '60.00'] as const, ['2027-01-20', '60.00'] as const]],
    ['are before the invoice', [['2026-10-20', '60.00'] as const, ['2027-01-20', '61.00'] as const]],
  ])('those that %s wait for a person, who is told', async (_, parts) => {
    const document = await readAndDraft(facturae(...parts));
    expect(document.state).toBe('review');
    expect(codes(document)).toEqual(['several_due_dates']);
    expect((await seen()).proposal.dueDates).toBeUndefined();
  });

  it('UBL and CII as their extensions tell it', async () => {
    const terms = (date: string, amount: string) =>
      `<cac:PaymentTerms><cbc:Amount currencyID="EUR">${amount}</cbc:Amount><cbc:InstallmentDueDate>${date}</cbc:InstallmentDueDate></cac:PaymentTerms>`;
    const ubl = plain().replace('<cac:TaxTotal>', `${terms('2026-12-20', '60.00')}${terms('2027-01-20', '61.00')}<cac:TaxTotal>`);
    const { fields } = await read(ubl);
    const wanted = [
      { date: '2026-12-20', amount: 60_00 },
      { date: '2027-01-20', amount: 61_00 },
    ];
    expect(fields?.instalments).toEqual(wanted);
    table.clear();
    await newCompany(tenant);
    const due = (date: string, amount: string) =>
      `<ram:SpecifiedTradePaymentTerms><ram:DueDateDateTime><udt:DateTimeString format="102">${date}</udt:DateTimeString></ram:DueDateDateTime><ram:PartialPaymentAmount>${amount}</ram:PartialPaymentAmount></ram:SpecifiedTradePaymentTerms>`;
    const cii = ciiFile(sent()).replace(
      /<ram:SpecifiedTradePaymentTerms>.*<\/ram:SpecifiedTradePaymentTerms>/s,
      due('20261220', '60.00') + due('20270120', '61.00'),
    );
    expect((await read(cii)).fields?.instalments).toEqual(wanted);
  });
});

describe('data within a PDF', () => {
  const pdf = (page: readonly WrittenText[]) => writtenPages([page], { name: 'factur-x.xml', text: ciiFile(sent()) });

  it('are believed where the page shows the same number and total', async () => {
    const page: WrittenText[] = [
      [50, 60, 'FACTURA E-2026/9 de Suministros del Sur, S.L.'],
      [50, 90, 'Total factura'],
      [200, 90, '121,00 EUR'],
    ];
    expect(await readAndDraft(pdf(page))).toMatchObject({ state: 'entered', flags: [] });
  });

  it.each<[string, readonly WrittenText[], string[]]>([
    ['is a picture', [], ['number', 'total']],
    ['has no total that can be read', [[50, 60, 'Factura E-2026/9 de Suministros del Sur, S.L. del mes']], ['total']],
    ['is of another paper', [[50, 60, 'Relaci\xf3n de llamadas del mes de noviembre, total 99,00 EUR']], ['number', 'total']],
  ])('are not entered by themselves where the page %s', async (_, page, fields) => {
    const document = await readAndDraft(pdf(page));
    expect(document).toMatchObject({ state: 'review', kind: 'cii', fields: { total: { value: 121_00 } } });
    expect(document.flags).toEqual(fields.map((field) => ({ code: 'page_not_compared', field })));
  });
});

describe('a signed Facturae is never entered by itself', () => {
  it.each([
    ['its supplier', SELLER, ['self_signed']],
    ['somebody else', 'A58818501', ['signer_differs', 'self_signed']],
  ])('signed by a certificate that %s made', async (_, taxId, flags) => {
    const made = testCertificate('contraseña', { taxId, selfSigned: true });
    const file = signedFacturae(facturaeFile(sent()), readCertificateFile(made.file, 'contraseña'), new Date(`${TODAY}T09:00:00Z`));
    const document = await readAndDraft(file);
    expect(document).toMatchObject({ state: 'review', signature: { state: 'intact', taxId, isSelfSigned: true } });
    expect(codes(document)).toEqual(flags);
  });

  it('nor one that was altered after it was signed', async () => {
    const made = testCertificate('contraseña', { taxId: SELLER });
    const key = readCertificateFile(made.file, 'contraseña');
    const file = signedFacturae(facturaeFile(sent()), key, new Date(`${TODAY}T09:00:00Z`));
    const document = await readAndDraft(file.replaceAll('E-2026/9', 'E-2026/8'));
    expect(document).toMatchObject({ state: 'review', flags: [{ code: 'signature_altered' }], fields: { number: { value: 'E-2026/8' } } });
    expect(document.billId).toBeUndefined();
  });

  it('nor one whose issuer nobody has verified', async () => {
    const made = testCertificate('contraseña', { taxId: SELLER });
    const file = signedFacturae(facturaeFile(sent()), readCertificateFile(made.file, 'contraseña'), new Date(`${TODAY}T09:00:00Z`));
    expect(codes(await readAndDraft(file))).toEqual(['issuer_unknown']);
  });
});

describe('what is not entered by itself after all', () => {
  it('says why, also to who opens it', async () => {
    // A number of more than forty characters is none of a bill.
    const long = `E-${'9'.repeat(44)}`;
    await read(ublFile(sent({ number: long })));
    const document = await draft();
    expect(document.state).toBe('review');
    expect(codes(document)).toEqual(['not_drafted']);
    const shown = await seen();
    expect(codes(shown)).toEqual(['not_drafted']);
    expect(shown.flags[0].params.message).toContain('40');
  });

  it('waits for a person where its number was entered in the meantime', async () => {
    expect((await read(plain())).state).toBe('ready');
    await api.done('ana', 'POST /payables/bills', {
      ...{ supplierId, reference: 'E-2026/9', date: '2026-11-20' },
      lines: [{ net: eur('100.00'), account: '602', taxCode: 'IVA-G' }],
    });
    const document = await draft();
    expect([document.state, codes(document)]).toEqual(['review', ['number_taken']]);
  });

  it('is told as entered before where an employee claimed it as an expense', async () => {
    const people = peopleOf(tenant, { commands: expenseCommands, queries: expenseQueries }, (route) =>
      route.replace(/exc_[0-9A-Z]+/, '{claimId}'),
    );
    for (const [by, role] of [
      ['eva', 'sales'],
      ['bea', 'accountant'],
    ] as const)
      await people.ask(by, 'GET /expense-claims', undefined, { roles: [role] });
    const invoice = { number: 'E-2026/9', issuer: 'Suministros del Sur, S.L.', taxId: SELLER, taxCode: 'IVA-G' };
    const lines = [{ date: '2026-11-20', kind: 'other', text: 'Papel', amount: eur('121.00'), invoice }];
    const claim = await people.done('eva', 'POST /expense-claims', { text: 'Papel', lines, iban: IBAN });
    await people.done('bea', `POST /expense-claims/${claim.id}/approval`, {});
    const document = await readAndDraft(plain());
    expect([document.state, codes(document)]).toEqual(['review', ['number_taken']]);
  });
});

describe('two companies’ invoices in one ZIP', () => {
  it('ours is entered, and the other’s waits: it is not for us', async () => {
    const whole = await read(
      zipSync({ 'nuestra.xml': strToU8(plain()), 'ajena.xml': strToU8(ublFile(sent({ number: 'E-2026/10' }, 'A58818501'))) }),
    );
    const parts = whole.parts ?? [];
    const documents: StoredDocument[] = [];
    for (const part of parts) {
      await read('', part);
      documents.push(await draft(part));
    }
    expect(documents.map((document) => [document.fileName, document.state, codes(document)])).toEqual([
      ['nuestra.xml', 'entered', []],
      ['ajena.xml', 'review', ['not_for_us']],
    ]);
  });
});

/** So many invoices in one file, of which the third is none. */
function batchOf(count: number): string {
  const made = facturaeFile(sent());
  const invoice = /<Invoice>.*<\/Invoice>/s.exec(made)?.[0] ?? '';
  const numbered = (no: number) =>
    invoice.replace(/(?<=<InvoiceNumber>)[^<]*/, `E-${no}`).replace(/<InvoiceSeriesCode>[^<]*<\/InvoiceSeriesCode>/, '');
  return made.replace(invoice, Array.from({ length: count }, (_, i) => (i === 2 ? '<Invoice/>' : numbered(i + 1))).join(''));
}

it('a batch is parsed once: its parts are read without the file, each its own, and one that is broken says so', async () => {
  const whole = await read(batchOf(70));
  expect(whole).toMatchObject({ state: 'split', kind: 'facturae' });
  for (const key of bucket.objects.keys()) if (key.startsWith('issued/received/')) bucket.objects.delete(key);
  const told: unknown[] = [];
  const readParts = async ({ parts = [] }: StoredDocument) => {
    for (const id of parts) {
      await readDocument({ tenant, documentId: id, execution: `${id}.${tenant}` } as never, {} as never);
      const part = await recordsOf(tenant).getOrThrow(IntakeDocuments, id);
      if (part.state === 'split') await readParts(part);
      else told.push(part.fields?.number?.value ?? codes(part)[0]);
    }
  };
  await readParts(whole);
  expect(told).toEqual(Array.from({ length: 70 }, (_, i) => (i === 2 ? 'xml_fault' : `E-${i + 1}`)));
});
