import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { readCertificateFile } from '../../functions/finance/einvoice/certificate-file.ts';
import { signedEvent, signedRecord } from '../../functions/finance/verifactu/record-signature.ts';
import { prepareEInvoiceRules } from '../../infra/tools/local/python.ts';
import { ROOT } from '../../infra/tools/local/workspace.ts';
import { type LogAbout, type LogEntry, type LogType, nextEvent } from '../../shared/domain/finance/einvoice/verifactu-log.ts';
import { eventFile } from '../../shared/domain/finance/einvoice/verifactu-log-xml.ts';
import { attested, type ChainHead, cancellationOf, type StoredVerifactu } from '../../shared/domain/finance/einvoice/verifactu-record.ts';
import { fileOfRecords, type RecordToWrite, recordFile, soapEnvelope } from '../../shared/domain/finance/einvoice/verifactu-xml.ts';
import type { CreditNote, Invoice } from '../../shared/domain/finance/receivables/invoice.ts';
import { testCertificate } from '../support/certificates.ts';
import { BUYERS, issued } from '../support/einvoices.ts';
import { enveloped, verifactuAnswer } from '../support/verifactu-answers.ts';

const sha256 = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex').toUpperCase();
const keeper = { name: 'Lumbre Hogar, S.L.', taxId: 'B12345674', installation: 'lumbre' };
const first = issued([{ price: '100', name: 'Café & <té>' }]);
const numbered = (document: Invoice, number: string): Invoice => ({ ...document, number });
const simplified: Invoice = { ...issued([{ price: '10' }]), number: 'FS2026-000001', customer: { name: 'Cliente de contado' } };
const note = {
  ...issued([{ price: '40' }]),
  number: 'R2026-000001',
  reason: 'Descuento',
  corrects: 'inv_F2026-000123',
} as unknown as CreditNote;

/** Kinds of invoices in one chain, with a corrective one and a cancellation at its end. */
const DOCUMENTS: readonly (Invoice | CreditNote)[] = [
  first,
  numbered(issued([{ price: '100', taxCode: 'EXENTO' }]), 'F2026-000124'),
  numbered(issued([{ price: '100' }, { price: '50', taxCode: 'IVA-R' }]), 'F2026-000125'),
  numbered(issued([{ price: '100', taxCode: 'ISP' }]), 'F2026-000126'),
  numbered(issued([{ price: '100', taxCode: 'ISP-84G' }]), 'FG2026-000001'),
  numbered(issued([{ price: '100' }], { more: { issuedBy: { letters: 'DA', name: 'Cliente', taxId: 'B58378431' } } }), 'FDA2026-000001'),
  numbered(issued([{ price: '100' }], { more: { issuedBy: { letters: 'TB', name: 'Gestoría', taxId: 'B58378431' } } }), 'FTB2026-000001'),
  numbered(issued([{ price: '100', taxCode: 'INTRA' }], { buyer: BUYERS.french }), 'F2026-000127'),
  numbered(issued([{ price: '100', taxCode: 'EXPORT' }], { buyer: BUYERS.american }), 'F2026-000128'),
  numbered(issued([{ price: '100', taxCode: 'IVA-G-RE' }], { buyer: BUYERS.person }), 'F2026-000129'),
  numbered(issued([{ price: '100', taxCode: 'NO-SUJETA' }], { buyer: BUYERS.american }), 'F2026-000130'),
  simplified,
  note,
];

function chained(): RecordToWrite[] {
  const written: RecordToWrite[] = [];
  let head: ChainHead = { length: 0 };
  const add = (document: Invoice | CreditNote, make: (of: Parameters<typeof attested>[1]) => StoredVerifactu) => {
    const at = `2026-12-01T10:00:${String(written.length).padStart(2, '0')}+01:00`;
    const record = make({ documentId: 'inv_1', issuer: keeper.taxId, at, head, sha256 });
    written.push({ record, document, previous: written.at(-1)?.record, corrected: 'corrects' in document ? first : undefined });
    head = { length: written.length, last: record };
  };
  for (const document of DOCUMENTS) add(document, (of) => attested(document, of));
  add(first, (of) => cancellationOf({ ...first, issuer: keeper.taxId }, 'No hubo venta', of));
  return written;
}

const records = chained();
const file = fileOfRecords(
  records.map((each) => recordFile(each, keeper)),
  keeper,
);
const made = testCertificate('secreto');
const certificate = readCertificateFile(made.file, 'secreto');
/** The same, each signed by itself and put into one file. */
const signed = records.map((each) => signedRecord(recordFile(each, keeper), certificate, new Date()));
const signedFile = fileOfRecords(signed, keeper);
/** The elements of records as a reader takes them out of the file, with the names that are declared around them. */
const taken = [...signedFile.matchAll(/<sf:(RegistroAlta|RegistroAnulacion) xmlns:sf[\s\S]*?<\/sf:\1>/g)].map(([xml]) =>
  xml.replace(/^<sf:\w+/, '$& xmlns:sum="https://www2.agenciatributaria.gob.es/SuministroLR.xsd"'),
);
/** An event of each type that the system has, in one chain. */
const EVENTS: readonly (readonly [LogType, LogAbout?])[] = [
  ['01'],
  ['03', { count: 14 }],
  ['04', { anomaly: '08', first: 2 }],
  ['08', { first: 1, last: 14, issues: 13, tax: 24570, total: 158570, cancellations: 1 }],
  ['09', { first: 1, last: 2, count: 2 }],
  ['10', { first: 1, last: 14, issues: 13, tax: -2100, total: 158570, cancellations: 1, events: [{ type: '01', count: 1 }] }],
  ['10', { issues: 0, tax: 0, total: 0, cancellations: 0, events: [{ type: '10', count: 1 }] }],
  ['02'],
];
function eventFiles(): string[] {
  const written: LogEntry[] = [];
  for (const [i, [type, about]] of EVENTS.entries()) {
    const at = `2026-12-01T16:00:${String(i).padStart(2, '0')}+01:00`;
    const made = { type, about, at, instant: new Date(at).toISOString(), records: 14 };
    written.push(nextEvent(made, { length: written.length, last: written.at(-1) }, keeper, sha256));
  }
  return written.map((entry) => {
    const { first = 1, last = first } = entry.about ?? {};
    const ends = [records[first - 1]?.record, records[last - 1]?.record] as const;
    const of = entry.type === '09' ? { events: [written[0], written[1]] as const } : entry.about?.first ? { records: ends } : {};
    return signedEvent(eventFile({ entry, ...of }, keeper), certificate, new Date());
  });
}
const events = eventFiles();
const inARow = (all: readonly string[]) => `<events>${all.map((xml) => xml.replace(/^<\?xml[^>]*\?>\s*/, '')).join('')}</events>`;

/** Answers as the tests of submissions have them. */
const ANSWERS = [
  verifactuAnswer('Correcto', [{ number: 'F2026-000001', date: '01-12-2026' }]),
  enveloped(
    verifactuAnswer('ParcialmenteCorrecto', [
      { number: 'F2026-000001', date: '01-12-2026', state: 'Incorrecto', code: '1100', text: 'Valor incorrecto' },
      { number: 'F2026-000002', date: '01-12-2026', state: 'AceptadoConErrores', code: '2000', kind: 'Anulacion' },
    ]),
  ),
  verifactuAnswer('Incorrecto', []),
  verifactuAnswer('Incorrecto', [
    { number: 'F2026-000001', date: '01-12-2026', state: 'Incorrecto', code: '3000', text: 'Registro duplicado', known: 'Correcta' },
  ]),
];
const ALTERED = [
  signed[0]?.replace('<sf:ImporteTotal>121.00', '<sf:ImporteTotal>120.00'),
  signed[0]?.replace(/<xades:SigningTime>\d{4}/, '<xades:SigningTime>2001'),
  signed[1]?.replace(/<ds:SignatureValue>..../, '<ds:SignatureValue>AAAA'),
];
let found: readonly (readonly string[])[] = [];
let signatures: readonly string[] = [];
beforeAll(async () => {
  const { command, env } = await prepareEInvoiceRules(() => undefined);
  const script = join(ROOT, 'tests', 'support', 'einvoice-rules', 'verifactu.py');
  const broken = [
    file.replace('<sf:TipoHuella>01', '<sf:TipoHuella>99'),
    file.replace('<sf:ImporteTotal>121.00', '<sf:ImporteTotal>121.01'),
  ];
  const run = (path: string, input: unknown) => {
    const { stdout, stderr, status } = spawnSync(command, [path], {
      ...{ input: JSON.stringify(input), encoding: 'utf8', env: { ...process.env, ...env }, maxBuffer: 2 ** 26 },
    });
    if (status !== 0) throw new Error(stderr);
    return JSON.parse(stdout);
  };
  const requested = fileOfRecords(signed, keeper, { reference: 'REQ-2026-000123', ends: true });
  const brokenEvents = [
    events.map((xml, i) =>
      i === 5 ? xml.replace('<sf:FechaHoraHusoGenEvento>2026-12-01T16:00:05', '<sf:FechaHoraHusoGenEvento>2026-12-01T16:00:06') : xml,
    ),
    events.map((xml) => xml.replace(/<sf:TipoHuella>01<\/sf:TipoHuella>/, '')),
  ].map(inARow);
  found = run(script, [file, ...broken, signedFile, soapEnvelope(requested), ...ANSWERS, inARow(events), ...brokenEvents]);
  const files = [...taken, ...ALTERED, ...events, events[0]?.replace('<sf:TipoEvento>01', '<sf:TipoEvento>02')].map((xml) => ({
    xml,
    certificate: made.pem,
  }));
  signatures = run(script.replace('verifactu.py', 'signature.py'), files);
}, 240_000);

it('a chain of every kind of invoice is clean by AEAT’s schemas and by verifactu-lint', () => expect(found[0]).toEqual([]));
it('both find what is wrong', () => {
  expect(found[1]?.join()).toContain('XSD');
  expect(found[2]?.join()).toContain('RRSIF');
});

describe('records that are kept and not sent are signed', () => {
  it('their file is clean by AEAT’s schemas and by verifactu-lint', () => expect(found[3]).toEqual([]));
  it('signxml finds each of them whole, by its policy, also out of the file that it stands in', () => {
    expect(taken).toHaveLength(records.length);
    expect(signatures.slice(0, taken.length)).toEqual(taken.map(() => ''));
    expect(signed.every((xml) => xml.includes('urn:oid:2.16.724.1.3.1.1.2.1.9'))).toBe(true);
  });
  it('and none that is changed: an amount, the day of signing, the signature', () => {
    expect(ALTERED.every((xml, i) => xml !== undefined && xml !== signed[i === 2 ? 1 : 0])).toBe(true);
    expect(signatures.slice(taken.length, taken.length + ALTERED.length).filter((fault) => fault === '')).toEqual([]);
  });
});

it('what a request of AEAT is answered with, and what AEAT answers, is by its schemas', () => {
  expect(found.slice(4, 9)).toEqual([[], [], [], [], []]);
});

describe('events of the system', () => {
  it('of each type are by the schema of AEAT, and one chain to verifactu-lint', () => expect(found[9]).toEqual([]));
  it('both find what is wrong', () => {
    expect(found[10]?.join()).toContain('RRSIF021');
    expect(found[11]?.join()).toContain('XSD');
  });
  it('are signed each, and signxml finds which is changed', () => {
    const own = signatures.slice(taken.length + ALTERED.length);
    expect(own.slice(0, -1)).toEqual(events.map(() => ''));
    expect(own.at(-1)).not.toBe('');
  });
});
